"""A file that came back: read, compared with what went out, and taken into the draft."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import msgspec

from slaeditor.agreement import Agreement, decode
from slaeditor.blocks import Document
from slaeditor.document.compose import compose
from slaeditor.document.snapshot import export_id, unpacked
from slaeditor.document.view import View
from slaeditor.errors import Damaged, ReviewRefused, SlaError
from slaeditor.i18n import _
from slaeditor.library.drafts import History, Point
from slaeditor.negotiation import Comment, Decision, Said
from slaeditor.returned import Author, ReturnedFile
from slaeditor.review.gathering import review
from slaeditor.review.places import places
from slaeditor.review.proposal import Proposal, Remark, Review, Unmatched
from slaeditor.review.taking import taken

_MOST_EXPORTS = 20
"""How many of the last exports are tried as what a file without a mark was made from."""


@dataclass(frozen=True, slots=True)
class Imported:
    """A review with the document that it was compared with; `base_label` names that."""

    review: Review
    base: Document
    base_label: str


def file_of_review(path: Path) -> bytes:
    """The bytes of a file that came back. Raises ReviewRefused where it can't be read."""
    from slaeditor.word.guard import file_bytes  # lxml is slow to load

    return file_bytes(path)


def imported(
    data: bytes,
    name: str,
    agreement: Agreement,
    history: History,
    today: date,
    *,
    repair: bool = False,
) -> Imported:
    """Read a file that came back for a draft.

    Raises ReviewRefused where it can't be read or belongs to another agreement, and
    BrokenByLibreOffice where `repair` reads what can be read. Nothing is changed.
    """
    from slaeditor.word.reading.read import read_returned  # lxml is slow to load

    file = read_returned(data, name, repair=repair)
    _check(file, agreement)
    base, label, warning = _base(file, agreement, history, today)
    found = review(file, base, agreement, today)
    if warning:
        found = replace(found, warnings=(*found.warnings, warning))
    return Imported(found, base, label)


def exported_document(
    path: Path, agreement: Agreement, history: History, today: date
) -> tuple[Document, str]:
    """What a draft's Word file said when it went out, whatever was written into it since.

    With it comes a warning, empty where the file says which export it is. Raises as `imported`.
    """
    from slaeditor.word.reading.read import read_returned  # lxml is slow to load

    file = read_returned(file_of_review(path), path.name, repair=True)
    _check(file, agreement)
    base, _label, warning = _base(file, agreement, history, today)
    return base, warning


def _check(file: ReturnedFile, agreement: Agreement) -> None:
    identity = file.identity
    if identity is not None and identity.agreement_id not in ("", agreement.id):
        raise ReviewRefused(
            _(
                "“{name}” was exported from another agreement. Open that one and import the file "
                "there."
            ).format(name=file.name)
        )


def _base(
    file: ReturnedFile, agreement: Agreement, history: History, today: date
) -> tuple[Document, str, str]:
    """The document that a file was made from, what it is called, and a warning if it's a guess."""
    if file.snapshot is not None:
        try:
            return unpacked(file.snapshot), _("the text that it was exported with"), ""
        except Damaged:
            pass  # then the history knows it, or the text tells
    exports = _exports(history)
    wanted = file.identity.export_id if file.identity is not None else ""
    for point, document in exports:
        if wanted and export_id(document) == wanted:
            return document, point.label, ""
    candidates = [(document, point.label) for point, document in exports]
    candidates.append((compose(agreement, today), _("the draft as it is now")))
    lines = {line.text for line in (*file.before, *file.after)}
    document, label = max(candidates, key=lambda each: _shared(each[0], lines))
    warning = _(
        "“{name}” doesn’t say which export it comes from. It was compared with what is most like "
        "it: {label}."
    ).format(name=file.name, label=label)
    return document, label, warning


def _exports(history: History) -> list[tuple[Point, Document]]:
    """The documents that went out last, as they were on their day, newest first."""
    found: list[tuple[Point, Document]] = []
    for point in history.points():
        if point.kind != "export" or len(found) == _MOST_EXPORTS:
            continue
        day = point.moment.astimezone().date()
        try:
            found.append((point, compose(decode(history.at(point.id)), day)))
        except SlaError:
            continue  # a point that can't be read back is no base
    return found


def _shared(document: Document, lines: Collection[str]) -> int:
    """How many characters of a document stand in the file as whole lines."""
    return sum(len(place.text) for place in places(document) if place.text in lines)


def finished(
    agreement: Agreement,
    found: Review,
    take: Collection[str],
    today: date,
    reasons: Mapping[str, str] | None = None,
) -> Agreement:
    """The draft with the proposals whose ids are in `take`, all comments, and the record of it.

    What was proposed and not taken stands in the record with `taken` false, `reasons` by id.
    """
    chosen = [each for each in found.proposals if each.id in take]
    new = taken(agreement, chosen, View(agreement, today))
    decisions = [
        _decision(each, found.name, today, each.id in take, (reasons or {}).get(each.id))
        for each in found.proposals
    ]
    decisions += [_unplaced(each, found.name, today) for each in found.unmatched]
    return msgspec.structs.replace(
        new,
        comments=_joined(new.comments, [_comment(each) for each in found.remarks]),
        negotiation=(*new.negotiation, *_fresh(decisions, new.negotiation)),
    )


def _joined(known: tuple[Comment, ...], found: list[Comment]) -> tuple[Comment, ...]:
    """All comments; one that went out with the draft and came back is the same, as it now stands.

    It is told by its place and by who said what first, for it comes back with another range.
    """
    comments = {each.id: each for each in known}
    waiting = [each for each in known if each.id not in {other.id for other in found}]
    for each in found:
        same = next((other for other in waiting if _opening(other) == _opening(each)), None)
        if same is None or each.id in comments:
            comments[each.id] = each
            continue
        waiting.remove(same)
        comments[same.id] = msgspec.structs.replace(same, said=each.said, resolved=each.resolved)
    return tuple(comments.values())


def _opening(comment: Comment) -> tuple[str | None, ...]:
    first = comment.said[0] if comment.said else Said(id="")
    return comment.path, first.author, first.text


def _fresh(decisions: list[Decision], known: Collection[Decision]) -> list[Decision]:
    """The decisions under ids of their own; the same file twice is recorded twice."""
    ids = {each.id for each in known}
    found: list[Decision] = []
    for each in decisions:
        number, wanted = 2, each.id
        while wanted in ids:
            wanted, number = f"{each.id}-{number}", number + 1
        ids.add(wanted)
        found.append(msgspec.structs.replace(each, id=wanted))
    return found


def _decision(
    proposal: Proposal, name: str, today: date, is_taken: bool, reason: str | None
) -> Decision:
    return Decision(
        id=proposal.id,
        path=proposal.path,
        kind=proposal.kind.value,
        where=proposal.where,
        label=proposal.label,
        before=proposal.before,
        after=proposal.after,
        author=proposal.author or None,
        date=proposal.date or None,
        file=name,
        taken=is_taken,
        reason=reason or None,
        decided=today.isoformat(),
    )


def _unplaced(each: Unmatched, name: str, today: date) -> Decision:
    digest = Remark("", each.near, each.text, ()).id
    return Decision(
        id=digest,
        kind="unplaced",
        where=each.near or None,
        label=each.what,
        after=each.text,
        author=", ".join(author.name for author in each.authors if author.name) or None,
        file=name,
        decided=today.isoformat(),
    )


def _comment(remark: Remark) -> Comment:
    said = tuple(
        Said(id=f"s{number}", author=author.name or None, date=_iso(author), text=text)
        for number, (author, text) in enumerate(remark.entries, start=1)
    )
    return Comment(
        id=remark.id,
        path=remark.path or None,
        where=remark.where or None,
        quoted=remark.quoted or None,
        resolved=remark.resolved or None,
        said=said,
    )


def _iso(author: Author) -> str | None:
    return author.date.isoformat() if author.date is not None else None


def export_record(agreement: Agreement, target: Path, today: date) -> None:
    """Write the record of the negotiation as a Word file. Raises ExportFailed."""
    from slaeditor.word.export import check_target, put
    from slaeditor.word.record import record_bytes  # python-docx is slow to load

    check_target(target)
    decisions, title = agreement.negotiation, agreement.title or ""
    put(record_bytes(decisions, title, today, agreement.language_tag), target)
