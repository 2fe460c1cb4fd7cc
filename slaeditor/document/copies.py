"""The copies of a document: for one's own legal department, for the other side, for signature."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

from slaeditor.blocks import Document, Gap
from slaeditor.document.contents import Pages
from slaeditor.document.house import House
from slaeditor.document.terms import spans_of
from slaeditor.errors import ExportFailed

OUR_NAME = "SLA Editor"
"""The author of the comments that the program itself makes in a review copy."""

REVIEW_HEADER = "Internal – legal review. Do not forward."
"""What stands above every page of a review copy."""

_MOST_NAMED = 5


class Copy(StrEnum):
    """For whom a document is exported."""

    REVIEW = "review"  # one's own legal department: gaps, notes and findings as comments, snapshot
    OTHER_SIDE = "other-side"  # gaps in brackets; no comments, findings, names or snapshot
    CLEAN = "clean"  # for signature: nothing is open, nothing is marked


class Profile(StrEnum):
    """How the values of a Word file are marked, so that edits to them come back."""

    WORD = "word"  # bookmarks, and content controls round the values
    COMPATIBLE = "compatible"  # bookmarks only: older LibreOffice breaks tracked edits in controls


@dataclass(frozen=True, slots=True)
class Note:
    """A comment that a review copy is exported with.

    `path` is what it hangs on: a value, `clauses/<clause-id>/text`, an item or a section; what is
    not printed hangs on the title. `author` is empty for the program's own; `date` is ISO 8601.
    `replies` are author, date and text each.
    """

    path: str
    text: str
    author: str = ""
    date: str = ""
    resolved: bool = False
    replies: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """How a document is exported to Word; `notes` go into a review copy alone.

    `watermark` stands across every page, nothing if it is empty. `pages` tells the table of
    contents on which page each heading stands, by its id; it has no page numbers without.
    `for_reading` says below every page that the Word file is the master. `house` is the firm's
    template that it is written in, our own base without one.
    """

    copy: Copy = Copy.REVIEW
    profile: Profile = Profile.COMPATIBLE
    notes: tuple[Note, ...] = ()
    watermark: str = ""
    pages: Pages = field(default_factory=dict, hash=False)
    for_reading: bool = False
    house: House | None = None


def default_copy(document: Document) -> Copy:
    """The copy that is made where nobody chose: clean once all is agreed, else for review."""
    is_final = not document.header and next(gaps(document), None) is None
    return Copy.CLEAN if is_final else Copy.REVIEW


def copy_of(document: Document, copy: Copy) -> Document:
    """The document with the header that this copy has.

    Raises ExportFailed for a clean copy of a document in which something is still open.
    """
    if copy is Copy.REVIEW:
        return replace(document, header=REVIEW_HEADER)
    if copy is Copy.OTHER_SIDE:
        return document
    open_gaps = tuple(dict.fromkeys(gaps(document)))
    if open_gaps:
        named = ", ".join(f"[{label}]" for label in open_gaps[:_MOST_NAMED])
        rest = len(open_gaps) - _MOST_NAMED
        more = f" and {rest} more" if rest > 0 else ""
        raise ExportFailed(
            f"A clean copy has no gaps, and these are still open: {named}{more}. Fill them in, or "
            "export a review copy."
        )
    return replace(document, header="")


def gaps(document: Document) -> Iterator[str]:
    """The labels of everything that is missing in a document, in its order."""
    for part in document.parts:
        for block in part.blocks:
            for span in spans_of(block):
                if isinstance(span, Gap):
                    yield span.label
