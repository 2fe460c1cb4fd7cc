"""What an export takes along: the notes of a review copy, and what the point is called."""

from collections.abc import Iterator
from datetime import date

from slaeditor.agreement import Agreement
from slaeditor.blocks import Document
from slaeditor.document.copies import Copy, Form, Note, Profile, default_copy
from slaeditor.document.view import View
from slaeditor.finding import Severity
from slaeditor.i18n import _, ngettext
from slaeditor.library.drafts import History
from slaeditor.readiness.findings import findings
from slaeditor.readiness.titles import title

_ASKED = frozenset({"R01", "default"})
"""Rules of what is told otherwise: gaps are marked, suggestions are in one note."""

_COVER = "clauses/cover.title/text"


def form_of_export(
    agreement: Agreement,
    document: Document,
    today: date,
    *,
    copy: Copy | None = None,
    profile: Profile = Profile.COMPATIBLE,
    watermark: str = "",
    with_comments: bool = True,
) -> Form:
    """How the document of an agreement goes out; `copy` is the usual one where it isn't named.

    A review copy takes along what was found in the agreement and the comments that it has, unless
    `with_comments` is false.
    """
    copy = copy or default_copy(document)
    wanted = copy is Copy.REVIEW and with_comments
    notes = tuple(_notes(agreement, document, today)) if wanted else ()
    return Form(copy, profile, notes, watermark)


def _notes(agreement: Agreement, document: Document, today: date) -> Iterator[Note]:
    """Suggestions that nobody confirmed in one note on the title, then all other findings."""
    view = View(agreement, today)
    labels = dict.fromkeys(
        title(view, place)
        for path in agreement.proposed
        if (place := view.place(path)) is not None and place.applies(view)
    )
    if labels:
        yield Note(_COVER, _suggested(list(labels)))
    for found in findings(view, document):
        if found.rule in _ASKED or found.severity is Severity.NOTE:
            continue
        yield Note(found.path, found.sentence)
    for comment in agreement.comments:
        first, *replies = comment.said or (None,)
        if first is not None:
            yield Note(
                comment.path or "",
                first.text or "",
                first.author or "",
                first.date or "",
                bool(comment.resolved),
                tuple((each.author or "", each.date or "", each.text or "") for each in replies),
            )


def _suggested(labels: list[str]) -> str:
    sentence = ngettext(
        "This value was suggested by the template and is not confirmed yet:\n{labels}",
        "These {count} values were suggested by the template and are not confirmed yet:\n{labels}",
        len(labels),
    )
    return sentence.format(count=len(labels), labels="\n".join(f"– {label}" for label in labels))


def label_of_export(history: History, copy: Copy, name: str) -> str:
    """What the point of an export is called: for whom, which draft it is, and the file."""
    count = sum(1 for point in history.points() if point.kind == "export") + 1
    if copy is Copy.REVIEW:
        return _("Sent to legal, draft {count} ({name})").format(count=count, name=name)
    if copy is Copy.OTHER_SIDE:
        return _("Sent to the other side, draft {count} ({name})").format(count=count, name=name)
    return _("Exported for signature ({name})").format(name=name)
