"""Paragraphs that were moved, cut in two or joined, and rows in another order."""

from collections.abc import Iterator

from slaeditor.document.rewording import template_of
from slaeditor.returned import Author, Line
from slaeditor.review.alignment import Alignment, Match
from slaeditor.review.context import Context, own_id
from slaeditor.review.moves import out_of_order
from slaeditor.review.passages import Passage
from slaeditor.review.proposal import AddClause, Edit, Kind, LeaveOut, Proposal, Reorder, Reword


def halves(match: Match, found: Passage, context: Context) -> Iterator[Proposal]:
    """A paragraph that somebody cut: what was cut off becomes a clause behind it."""
    paragraph = match.place.paragraph
    if paragraph is None or match.line is None:
        return
    lines = (match.line, *(line for _, line in match.tail))
    edits: list[Edit] = []
    at, behind = 0, paragraph.id
    for number, line in enumerate(lines):
        end = min(at + len(line.text), len(found.new))
        text = found.template(at, end).strip()
        if number == 0:
            edits.append(Reword(paragraph.id, text, found.base))
        else:
            own = own_id(f"{paragraph.id}-{number}", text)
            edits.append(AddClause(own, text, behind, paragraph.role.value))
            behind = own
        at = end + 1
    after = "\n".join(line.text for line in lines)
    yield Proposal(
        kind=Kind.CLAUSE,
        path=f"clauses/{paragraph.id}/text",
        before=found.expected,
        after=after,
        where=context.names.where(match.place),
        label=f"Cut into {len(lines)}",
        edits=tuple(edits),
        authors=_authors(lines),
        passage=(found.old, after),
    )


def joins(alignment: Alignment, context: Context) -> Iterator[Proposal]:
    """Two paragraphs that somebody made one."""
    before: Match | None = None
    for match in alignment.matches:
        if match.merged and before is not None and before.source == match.source:
            yield from _joined(before, match, context)
        if match.line is not None:
            before = match


def _joined(first: Match, second: Match, context: Context) -> Iterator[Proposal]:
    one, other = first.place.paragraph, second.place.paragraph
    if one is None or other is None or first.line is None or second.line is None:
        return
    found = context.passage(first.place, first.line), context.passage(second.place, second.line)
    before = f"{first.place.text}\n{second.place.text}"
    after = " ".join(each.new.strip() for each in found)
    yield Proposal(
        kind=Kind.CLAUSE,
        path=f"clauses/{one.id}/text",
        before=before,
        after=after,
        where=context.names.where(first.place),
        label="Joined with the next",
        edits=(
            Reword(one.id, " ".join(each.template().strip() for each in found), found[0].base),
            LeaveOut(other.id, found[1].base),
        ),
        authors=_authors((first.line, second.line)),
        passage=(before, after),
    )


def moves(alignment: Alignment, context: Context) -> Iterator[Proposal]:
    """Paragraphs and rows that stand elsewhere; the fewest that explain the order."""
    yield from _rows(alignment, context)
    known = [
        match
        for match in alignment.matches
        if match.line is not None and match.place.paragraph is not None and not match.merged
    ]
    for index in sorted(out_of_order([match.index for match in known])):
        yield from _moved(known[index], known, context)


def _moved(match: Match, known: list[Match], context: Context) -> Iterator[Proposal]:
    paragraph = match.place.paragraph
    if paragraph is None or match.line is None:
        return
    above = [each for each in known if each.index < match.index]
    near = max(above, key=lambda each: each.index).place if above else known[0].place
    base = template_of(match.place.spans, context.labels)
    names = context.names
    yield Proposal(
        kind=Kind.CLAUSE,
        path=f"clauses/{paragraph.id}/text",
        before=names.where(match.place),
        after=f"behind {names.where(near)}",
        where=names.where(match.place),
        label="Moved",
        edits=(
            LeaveOut(paragraph.id, base),
            AddClause(own_id(paragraph.id, near.key), base, near.key, paragraph.role.value),
        ),
        authors=_authors((match.line,)),
        passage=(match.place.text, match.line.text),
    )


def _rows(alignment: Alignment, context: Context) -> Iterator[Proposal]:
    tables: dict[str, list[Match]] = {}
    for match in alignment.matches:
        if match.place.row and match.line is not None and not match.place.column:
            tables.setdefault(match.place.table, []).append(match)
    for matches in tables.values():
        yield from _reordered(matches, context)


def _reordered(matches: list[Match], context: Context) -> Iterator[Proposal]:
    paths = [match.place.row for match in matches]
    lists = {path.rpartition("/")[0] for path in paths}
    moved = out_of_order([match.index for match in matches])
    if len(lists) != 1 or not moved or "#" in paths[0] or "" in lists:
        return
    (list_path,) = lists
    order = [m.place.row for m in sorted(matches, key=lambda m: m.index)]
    lines = [line for n in sorted(moved) if (line := matches[n].line) is not None]
    yield Proposal(
        kind=Kind.ROW,
        path=list_path,
        before=", ".join(context.names.item(path) for path in paths),
        after=", ".join(context.names.item(path) for path in order),
        where=context.names.where(matches[0].place),
        label="Order",
        edits=(Reorder(list_path, tuple(path.rpartition("/")[2] for path in order)),),
        authors=_authors(lines),
    )


def _authors(lines: tuple[Line, ...] | list[Line]) -> tuple[Author, ...]:
    """All who had a hand in lines under tracking."""
    found: list[Author] = []
    for line in lines:
        found.extend(credit.by for credit in line.credits)
        found.extend(removed.by for removed in line.removed)
        if line.mark_inserted is not None:
            found.append(line.mark_inserted)
        if line.cell is not None and line.cell.inserted is not None:
            found.append(line.cell.inserted)
    return tuple(dict.fromkeys(found))
