"""Which line of a returned file is which line of what was exported.

Bookmarks decide wherever they are left: a line is the paragraph whose bookmark starts in it, also
where the text was changed or moved. Lines without one are found by their text: equal ones first,
then what is most alike between two lines that are known already.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from slaeditor.returned import Bookmark, Line, RemovedLine, ReturnedFile
from slaeditor.review.likeness import ALIKE, likeness, plain, shares_the_end
from slaeditor.review.lines import cut
from slaeditor.review.places import Place
from slaeditor.review.rows import (
    Texts,
    alike_rows,
    equal_rows,
    rows_in_order,
    rows_of_one_name,
)

_MOST_PAIRS = 20_000
"""Pairs of lines between two known ones up to which each is compared with each."""

_Way = Callable[[Sequence[Texts], Sequence[Texts]], Iterable[tuple[int, int]]]


@dataclass(slots=True)
class Match:
    """A place of the document with the line it came back as; `tail` are lines split off it.

    `index` is the line's position among all lines, `source` that of the file's own line that it is
    a piece of. `line` is None where it is gone; `removed` then says who took it away, if tracked.
    `merged` is true where it came back within the line of the place before it.
    """

    place: Place
    line: Line | None = None
    index: int = -1
    source: int = -1
    tail: list[tuple[int, Line]] = field(default_factory=list)
    removed: RemovedLine | None = None
    merged: bool = False


@dataclass(slots=True)
class Stranger:
    """A line that the document did not have; `behind` is the place above it in the file."""

    line: Line
    index: int
    behind: Match | None


@dataclass(frozen=True, slots=True)
class Alignment:
    """Every place with what became of it, in the order of the document, and all that is new."""

    matches: tuple[Match, ...]
    strangers: tuple[Stranger, ...]


def aligned(places: Sequence[Place], file: ReturnedFile) -> Alignment:
    """Find each place of the exported document in a returned file."""
    return _Aligner(places, file).result()


class _Aligner:
    def __init__(self, places: Sequence[Place], file: ReturnedFile) -> None:
        self._matches = [Match(place) for place in places]
        self._file = file
        self._lines: list[tuple[int, Line]] = list(_pieces(file.after, places))
        self._free = dict.fromkeys(range(len(self._lines)))
        self._by_line: dict[int, Match] = {}

    def result(self) -> Alignment:
        self._by_bookmarks()
        self._cells_of_known_rows()
        self._equal_texts()
        self._alike()
        self._cells_of_known_rows()
        self._split_off()
        self._pushed_down()
        self._taken_away()
        return Alignment(tuple(self._matches), tuple(self._strangers()))

    def _take(self, match: Match, position: int) -> None:
        match.index = position
        match.source, match.line = self._lines[position]
        self._by_line[position] = match
        self._free.pop(position, None)

    def _by_bookmarks(self) -> None:
        by_anchor = {match.place.anchor: match for match in self._matches if match.place.anchor}
        last: int | None = None
        for position, (source, line) in enumerate(self._lines):
            for mark in line.bookmarks:
                match = by_anchor.get(mark.name)
                if match is None or match.line is not None or _emptied(mark, line, match.place):
                    continue
                if position in self._by_line:
                    continue
                self._take(match, position)
                match.merged = last == source
            last = source

    def _cells_of_known_rows(self) -> None:
        """The other cells of each row that one cell of is known, by their column."""
        cells: dict[tuple[int, int, int], int] = {}
        for position, (_source, line) in enumerate(self._lines):
            if line.cell is not None:
                at = (line.cell.table, line.cell.row, line.cell.column)
                cells.setdefault(at, position)
        for group in _rows(self._matches):
            known = next((m for m in group if m.line is not None and m.line.cell), None)
            if known is None or known.line is None or known.line.cell is None:
                continue
            cell = known.line.cell
            for match in group:
                column = cell.column + match.place.column - known.place.column
                there = cells.get((cell.table, cell.row, column), -1)
                if match.line is None and there in self._free:
                    self._take(match, there)

    def _equal_texts(self) -> None:
        """Lines without a bookmark that say exactly what a missing place said, in their order."""
        waiting: dict[tuple[str, bool], list[int]] = {}
        for position in self._free:
            line = self._lines[position][1]
            waiting.setdefault((plain(line.text), line.cell is not None), []).append(position)
        for match in self._matches:
            key = (plain(match.place.text), bool(match.place.table))
            if match.line is not None or not key[0] or match.place.row:
                continue
            if found := waiting.get(key):
                self._take(match, found.pop(0))
        self._rows_by_text()

    def _rows_by_text(self) -> None:
        """Rows without a bookmark, by their text.

        Where a table has kept bookmarks of ours, a row that lost its own is gone, unless one that
        has none says exactly the same.
        """
        tables: dict[str, list[list[Match]]] = {}
        for group in _rows(self._matches):
            if group[0].place.row:
                tables.setdefault(group[0].place.table, []).append(group)
        for groups in tables.values():
            known = {_table(match) for group in groups for match in group} - {None}
            named = [group for group in groups if group[0].place.anchor]
            self._pair(named, known, equal_rows)
            if known:
                rest = [group for group in groups if not group[0].place.anchor]
                self._pair(rest, known, rows_in_order)
            else:
                self._pair(groups, known, equal_rows, alike_rows, rows_of_one_name)

    def _pair(
        self, groups: Sequence[list[Match]], tables: Collection[int | None], *ways: _Way
    ) -> None:
        """Pair rows that nothing is known of with free ones, of these tables if there are any."""
        for way in ways:
            missing = [group for group in groups if all(match.line is None for match in group)]
            free = [row for table, row in self._free_rows() if not tables or table in tables]
            ours = [[match.place.text for match in group] for group in missing]
            theirs = [[self._lines[position][1].text for position in row] for row in free]
            for one, other in way(ours, theirs):
                self._take(missing[one][0], free[other][0])
            self._cells_of_known_rows()

    def _free_rows(self) -> list[tuple[int, list[int]]]:
        """The rows that nothing is known of, by their cells, each with the number of its table."""
        rows: dict[tuple[int, int], list[int]] = {}
        for position, (_source, line) in enumerate(self._lines):
            if line.cell is not None:
                rows.setdefault((line.cell.table, line.cell.row), []).append(position)
        return [
            (table, cells)
            for (table, _row), cells in rows.items()
            if all(position in self._free for position in cells)
        ]

    def _alike(self) -> None:
        """In each stretch between known lines, the missing places and free lines most alike."""
        for missing, free in self._stretches():
            if len(missing) * len(free) > _MOST_PAIRS:
                continue
            pairs = sorted(
                (
                    (likeness(match.place.text, self._lines[position][1].text), n, position)
                    for n, match in enumerate(missing)
                    for position in free
                ),
                key=lambda pair: (-pair[0], pair[1], pair[2]),
            )
            for alike, n, position in pairs:
                if alike < ALIKE:
                    break
                if missing[n].line is None and position in self._free:
                    self._take(missing[n], position)

    def _stretches(self) -> Iterator[tuple[list[Match], list[int]]]:
        """Missing places with the free lines that stand between the same known neighbours."""
        edges = [-1]
        groups: list[list[Match]] = [[]]
        for match in self._matches:
            if match.line is None:
                if not match.place.row:
                    groups[-1].append(match)
            elif match.index > edges[-1]:
                edges.append(match.index)
                groups.append([])
        edges.append(len(self._lines))
        for group, start, end in zip(groups, edges, edges[1:], strict=False):
            free = [n for n in range(start + 1, end) if n in self._free]
            free = [n for n in free if self._lines[n][1].cell is None]
            if group and free:
                yield group, free

    def _split_off(self) -> None:
        """Free lines that hold the end of the text of the place before them."""
        for position in list(self._free):
            match = self._by_line.get(position - 1)
            line = self._lines[position][1]
            if match is None or match.line is None or line.cell is not None:
                continue
            ours = match.place.text
            head = " ".join([match.line.text, *(tail.text for _, tail in match.tail)])
            whole = f"{head} {line.text}"
            gained = likeness(ours, whole) - likeness(ours, head)
            if gained > 0 and shares_the_end(ours, line.text):
                match.tail.append((position, line))
                self._by_line[position] = match
                self._free.pop(position)

    def _pushed_down(self) -> None:
        """A place before which somebody pressed Enter is the line below the empty one."""
        for match in self._matches:
            if match.tail and match.line is not None and not match.line.text.strip():
                position, _line = match.tail.pop(0)
                match.index = position
                match.source, match.line = self._lines[position]

    def _taken_away(self) -> None:
        by_anchor = {m.place.anchor: m for m in self._matches if m.place.anchor}
        for removed in self._file.removed:
            for mark in removed.line.bookmarks:
                match = by_anchor.get(mark.name)
                if match is not None and match.line is None:
                    match.removed = removed
        waiting = [removed for removed in self._file.removed if not removed.line.bookmarks]
        for match in self._matches:
            if match.line is None and match.removed is None:
                for removed in waiting:
                    if plain(removed.line.text) == plain(match.place.text):
                        match.removed = removed
                        waiting.remove(removed)
                        break

    def _strangers(self) -> Iterator[Stranger]:
        behind: Match | None = None
        for position, (_source, line) in enumerate(self._lines):
            if position in self._free:
                yield Stranger(line, position, behind)
            else:
                behind = self._by_line[position]


def _pieces(lines: Sequence[Line], places: Sequence[Place]) -> Iterator[tuple[int, Line]]:
    """The lines with the number of their paragraph; one that holds two paragraphs is cut."""
    anchors = {place.anchor for place in places if place.anchor and not place.row}
    for number, line in enumerate(lines):
        starts = [m.start for m in line.bookmarks if m.name in anchors and m.end > m.start]
        cuts = sorted({at for at in starts if 0 < at < len(line.text)})
        if len(starts) < 2 or not cuts:
            yield number, line
            continue
        for start, end in zip([0, *cuts], [*cuts, len(line.text)], strict=True):
            yield number, cut(line, start, end)


def _emptied(mark: Bookmark, line: Line, place: Place) -> bool:
    """Whether a bookmark is all that is left of a paragraph whose text somebody deleted."""
    if not place.text.strip() or mark.end > mark.start or mark.beyond:
        return False
    others = [each for each in line.bookmarks if each.name != mark.name and each.end > each.start]
    return bool(others) or not line.text.strip()


def _rows(matches: Sequence[Match]) -> Iterator[list[Match]]:
    """The matches of each row of a table, header rows included."""
    rows: dict[tuple[str, str], list[Match]] = {}
    for match in matches:
        if match.place.table and match.place.column >= 0:
            label = match.place.key.rpartition("#")[2] if "#" in match.place.row else ""
            lines = label.removesuffix("-label") if label else ""
            rows.setdefault((match.place.table, f"{match.place.row}#{lines}"), []).append(match)
    yield from rows.values()


def _table(match: Match) -> int | None:
    """The number of the returned table that a match is in."""
    return match.line.cell.table if match.line is not None and match.line.cell else None
