"""What is missing from a returned file: clauses, rows, cells, lines of a list."""

from collections.abc import Iterator

from slaeditor.agreement import Agreement
from slaeditor.blocks import Gap, Role, Value
from slaeditor.document.rewording import template_of
from slaeditor.errors import UnknownPath
from slaeditor.field import Record
from slaeditor.paths import value_at
from slaeditor.returned import Author
from slaeditor.review.alignment import Alignment, Match
from slaeditor.review.context import Context
from slaeditor.review.proposal import (
    Edit,
    Kind,
    LeaveOut,
    Proposal,
    RemoveItem,
    SetLine,
    SetText,
    Unmatched,
)


def absences(
    alignment: Alignment, context: Context, unmatched: list[Unmatched]
) -> Iterator[Proposal]:
    """A proposal for each removal; a row that is no item of a list goes to `unmatched`."""
    rows: dict[tuple[str, str], list[Match]] = {}
    for match in alignment.matches:
        place = match.place
        if place.table:
            if place.row and "#" not in place.row:
                rows.setdefault((place.table, place.row), []).append(match)
        elif match.line is None and place.text.strip():
            yield _clause(match, context)
    for (_table, row), matches in rows.items():
        if all(match.line is None for match in matches):
            yield from _row(row, matches, context, unmatched)
        else:
            yield from _cells(matches, context)


def item_at(agreement: Agreement, path: str) -> Record | None:
    """The list item at a path, `None` where there is none."""
    try:
        found = value_at(agreement, path) if "/" in path else None
    except UnknownPath:
        return None
    return found if isinstance(found, Record) else None


def takers(match: Match) -> tuple[Author, ...]:
    """Who deleted a line, where that was tracked."""
    return (match.removed.by,) if match.removed is not None else ()


def _clause(match: Match, context: Context) -> Proposal:
    place = match.place
    clause = place.paragraph.id if place.paragraph is not None else place.key
    edit: Edit = LeaveOut(clause, template_of(place.spans, context.labels))
    line = _listed(match, context)
    if line is not None:
        edit = line
    elif _is_own_definition(match, context) and place.paragraph is not None:
        edit = RemoveItem(place.paragraph.path)
    return Proposal(
        kind=Kind.CLAUSE,
        path=line.path if line is not None else f"clauses/{clause}/text",
        before=place.text,
        after="",
        where=context.names.where(place),
        label="Removed",
        edits=(edit, *_FOLLOWING.get(clause, ())),
        authors=takers(match),
        passage=(place.text, ""),
        hint=_HINTS.get(clause, ""),
    )


def _is_own_definition(match: Match, context: Context) -> bool:
    paragraph = match.place.paragraph
    if paragraph is None or paragraph.role is not Role.DEFINITION:
        return False
    return item_at(context.agreement, paragraph.path) is not None


def _listed(match: Match, context: Context) -> SetLine | None:
    """The edit that takes out the line of a list that a paragraph shows, if it shows just that."""
    values = [span for span in match.place.spans if isinstance(span, Value)]
    if len(values) == 1 and context.reader.is_line(values[0].path):
        return SetLine(values[0].path, values[0].text, "")
    return None


def _row(
    path: str, matches: list[Match], context: Context, unmatched: list[Unmatched]
) -> Iterator[Proposal]:
    before = " | ".join(match.place.text for match in matches)
    if not before.strip(" |"):
        return
    authors = tuple(dict.fromkeys(author for match in matches for author in takers(match)))
    where = context.names.where(matches[0].place)
    if item_at(context.agreement, path) is None:
        what = "This row was deleted in the file. It follows from other values."
        unmatched.append(Unmatched(before, where, what, authors))
        return
    yield Proposal(
        kind=Kind.ROW,
        path=path,
        before=before,
        after="",
        where=where,
        label="Removed",
        edits=(RemoveItem(path),),
        authors=authors,
        passage=(before, ""),
    )


def _cells(matches: list[Match], context: Context) -> Iterator[Proposal]:
    """Cells whose text is gone while their row is there: their value is cleared."""
    for match in matches:
        spans = match.place.spans
        gone = match.line is None or not match.line.text.strip()
        paths = {span.path for span in spans if isinstance(span, Value | Gap)}
        if not gone or len(paths) != 1 or not any(isinstance(s, Value) for s in spans):
            continue
        (path,) = paths
        yield Proposal(
            kind=Kind.VALUE,
            path=path,
            before=match.place.text,
            after="",
            where=context.names.where(match.place),
            label=context.names.label(path),
            edits=(SetText(path, ""),),
            authors=takers(match),
            passage=(match.place.text, ""),
        )


_HINTS = {
    "duration.renewal": "The renewal is set to “none” with it, so that the key dates follow.",
}

_FOLLOWING: dict[str, tuple[Edit, ...]] = {
    "duration.renewal": (SetText("duration/renewal/type", "none"),),
}
"""What else it means to strike out a clause, so that no other place goes on saying it."""
