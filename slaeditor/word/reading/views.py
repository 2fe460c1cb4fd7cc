"""The two views of a story: all tracked changes accepted, or all refused.

A paragraph whose mark is gone in a view is joined with the next one, as Word and LibreOffice do;
one of which nothing is left isn't joined but gone, and kept as a removed line.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from slaeditor.returned import Author, Line, Removed, RemovedLine, Unplaced
from slaeditor.word.reading.change import Change
from slaeditor.word.reading.plain import plain_line
from slaeditor.word.reading.ranges import Draft, Range
from slaeditor.word.reading.raw import End, Item, Kind, Piece, RawParagraph, Start


@dataclass(frozen=True, slots=True)
class CommentPlace:
    """Where a comment's range begins: in a line of the view or, if `is_removed`, a removed one."""

    range: Range
    is_removed: bool


class View:
    """Builds one view, paragraph by paragraph; `is_after` tells which."""

    def __init__(self, *, is_after: bool) -> None:
        """Start before the first paragraph."""
        self.removed: list[RemovedLine] = []
        self.comments: dict[str, CommentPlace] = {}
        self.unplaced: list[Unplaced] = []
        self._is_after = is_after
        self._lines: list[Line | tuple[Draft, RawParagraph, Author | None]] = []
        self._open: dict[str, Range] = {}
        self._cells_filled: set[int] = set()

    def read(self, paragraphs: Iterable[RawParagraph]) -> tuple[Line, ...]:
        """All lines of the view."""
        group: list[RawParagraph] = []
        for raw in paragraphs:
            if group and group[-1].block != raw.block:
                self._close(group, has_mark=False)
                group = []
            if self._row_is_gone(raw):
                self._gone(raw, raw.cell.deleted if raw.cell else None)
                continue
            group.append(raw)
            if not self._mark_is_gone(raw):
                self._close(group, has_mark=True)
                group = []
        self._close(group, has_mark=False)
        return tuple(self._finished(entry) for entry in self._lines)

    def _row_is_gone(self, raw: RawParagraph) -> bool:
        if raw.cell is None:
            return False
        return bool(raw.cell.deleted if self._is_after else raw.cell.inserted)

    def _mark_is_gone(self, raw: RawParagraph) -> bool:
        return not self._shows(raw.mark)

    def _shows(self, change: Change) -> bool:
        return (change.deleted if self._is_after else change.inserted) is None

    def _close(self, group: list[RawParagraph], *, has_mark: bool) -> None:
        """Make one line of paragraphs that the view joins; `has_mark`: the last mark is there."""
        if not group:
            return
        last = group[-1]
        if len(group) == 1 and (has_mark or self._says_something(last)):
            self._line(group)
            return
        live = [raw for raw in group if self._says_something(raw)]
        if not live and (has_mark or self._would_empty_cell(last)):
            live = [last]
        end = group.index(live[-1]) if live else len(group)
        for raw in group[:end]:
            if not any(raw is other for other in live):
                self._gone(raw, raw.mark.deleted)
        if live:
            self._line(live)
        for raw in group[end + 1 :]:
            self._gone(raw, raw.mark.deleted)

    def _says_something(self, raw: RawParagraph) -> bool:
        return any(
            isinstance(item, Piece) and self._shows(item.change) and not item.text.isspace()
            for item in raw.items
        )

    def _would_empty_cell(self, raw: RawParagraph) -> bool:
        return raw.cell is not None and raw.block not in self._cells_filled

    def _line(self, group: list[RawParagraph]) -> None:
        """Append the line of paragraphs that stay; an empty one without any mark is none."""
        if len(group) == 1:
            line = plain_line(group[0])
            if line is not None:
                if line.text.strip() or line.cell or line.bookmarks or line.controls:
                    self._keep(group[0], line)
                return
        draft = Draft(len(self._lines))
        for raw in group:
            draft.sources.append(raw.source)
            for item in raw.items:
                self._item(item, draft)
            if self._is_after and raw is not group[-1]:
                draft.take_away(Piece("\n", raw.mark))
        describing = next((raw for raw in group if self._says_something(raw)), group[-1])
        if draft.text.strip() or draft.is_marked or draft.removed or describing.cell:
            inserted = group[-1].mark.inserted if self._is_after else None
            self._keep(group[-1], (draft, describing, inserted))

    def _keep(
        self, raw: RawParagraph, line: Line | tuple[Draft, RawParagraph, Author | None]
    ) -> None:
        self._cells_filled.add(raw.block)
        self._lines.append(line)

    def _item(self, item: Item, draft: Draft) -> None:
        if isinstance(item, Piece):
            self._piece(item, draft)
        elif isinstance(item, Start):
            self._start(item, draft)
        elif isinstance(item, End):
            self._end(item, draft.index, len(draft.text))
        elif self._is_after and self._shows(item.change):
            draft.is_marked = True
            by = item.change.inserted
            self.unplaced.append(Unplaced(item.kind, item.text, draft.index, by))

    def _piece(self, piece: Piece, draft: Draft) -> None:
        if not self._shows(piece.change):
            if self._is_after:
                draft.take_away(piece)
        elif self._is_after:
            draft.credit(piece)
        else:
            draft.show(piece)

    def _start(self, start: Start, draft: Draft) -> None:
        found = Range(start, draft.index, len(draft.text))
        if start.kind is Kind.COMMENT:
            if start.key in self.comments:
                return  # the mark that follows a range has nothing to add
            self.comments[start.key] = CommentPlace(found, is_removed=False)
        else:
            draft.ranges.append(found)
        draft.is_marked |= start.kind is not Kind.REFERENCE
        self._open[start.key] = found

    def _end(self, end: End, index: int, offset: int) -> None:
        found = self._open.pop(end.key, None)
        if found is not None:
            found.end_index, found.end_offset = index, offset

    def _gone(self, raw: RawParagraph, by: Author | None) -> None:
        """Keep a paragraph that the view after the changes has lost; what it ends, ends above."""
        if not self._is_after:
            return
        self._end_above(raw)
        lost = Draft(0)
        for item in raw.items:
            if isinstance(item, Piece):
                lost.take_away(_deleted(item, by))
        line = _before(raw)
        if not (line.text.strip() or lost.removed or line.bookmarks):
            return
        by = by or next((entry.by for entry in lost.removed), Author())
        self.removed.append(
            RemovedLine(len(self._lines), line, tuple(lost.removed), by, _move(raw, lost.removed))
        )
        self._comments_of_gone(raw)

    def _end_above(self, raw: RawParagraph) -> None:
        index = len(self._lines) - 1
        if index < 0:
            return
        entry = self._lines[index]
        text = entry.text if isinstance(entry, Line) else entry[0].text
        for item in raw.items:
            if isinstance(item, End):
                self._end(item, index, len(text))

    def _comments_of_gone(self, raw: RawParagraph) -> None:
        """Place comments on what is gone in the removed line just added."""
        draft = Draft(len(self.removed) - 1)
        for item in raw.items:
            if isinstance(item, Piece):
                if item.change.inserted is None:
                    draft.show(item)
            elif isinstance(item, Start) and item.kind is Kind.COMMENT:
                if item.key not in self.comments:
                    place = Range(item, draft.index, len(draft.text))
                    self.comments[item.key] = CommentPlace(place, is_removed=True)
            elif isinstance(item, End) and item.kind is Kind.COMMENT:
                found = self.comments.get(item.key)
                if found is not None and found.is_removed and found.range.index == draft.index:
                    found.range.end_index, found.range.end_offset = draft.index, len(draft.text)

    def _finished(self, entry: Line | tuple[Draft, RawParagraph, Author | None]) -> Line:
        if isinstance(entry, Line):
            return entry
        draft, describing, inserted = entry
        line = draft.line(describing)
        return line if inserted is None else replace(line, mark_inserted=inserted)


def _deleted(piece: Piece, by: Author | None) -> Piece:
    """The same text as deleted, also if only its row was."""
    if piece.change.deleted is not None or by is None:
        return piece
    return Piece(piece.text, replace(piece.change, deleted=by))


def _before(raw: RawParagraph) -> Line:
    """A single paragraph as it was before the changes."""
    view = View(is_after=False)
    draft = Draft(0, sources=[raw.source])
    for item in raw.items:
        view._item(item, draft)
    return draft.line(raw)


def _move(raw: RawParagraph, removed: list[Removed]) -> str | None:
    """The name of the move that took a whole paragraph elsewhere, None if it was none."""
    if raw.mark.moved_away is not None:
        return raw.mark.moved_away
    moves = {entry.move for entry in removed}
    return moves.pop() if len(moves) == 1 else None
