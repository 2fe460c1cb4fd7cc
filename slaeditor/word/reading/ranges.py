"""A line in the making, and the ranges in it: bookmarks, controls, references and comments."""

import re
from dataclasses import dataclass, field

from slaeditor.returned import (
    Bookmark,
    Control,
    Credit,
    CrossReference,
    HandMark,
    Line,
    Look,
    Removed,
)
from slaeditor.word.reading.raw import Kind, MarkedBy, Piece, RawParagraph, Start, Tagged

_GAP_COLOURS = frozenset({"yellow", "FFFF00"})
_OWN_LENGTH = 37
_COPY = re.compile(r"(_sla_[0-9a-f]{32})_C(?:o(?:p(?:y.*)?)?)?")
"""LibreOffice adds "_Copy_1" to the name of a bookmark that it pastes, and cuts it to fit."""


@dataclass(slots=True)
class Range:
    """A range that starts at `offset` of line `index`, and ends in a line that may be later.

    `end_index` is None until the end is met; a range whose end is missing takes the rest of its
    line.
    """

    start: Start
    index: int
    offset: int
    end_index: int | None = None
    end_offset: int = 0

    def end_in(self, text: str) -> int:
        """Where it ends within the text of the line that it starts in."""
        return self.end_offset if self.end_index == self.index else len(text)

    @property
    def beyond(self) -> int:
        """How many more lines it reaches into; one that ends as a line begins isn't in it."""
        if self.end_index is None or self.end_index <= self.index:
            return 0
        lines = self.end_index - self.index
        return lines if self.end_offset else lines - 1


@dataclass(slots=True)
class Draft:
    """A line in the making. `is_marked`: something hangs on it even if its text is empty."""

    index: int
    text: str = ""
    sources: list[int] = field(default_factory=list)
    ranges: list[Range] = field(default_factory=list)
    credits: list[Credit] = field(default_factory=list)
    removed: list[Removed] = field(default_factory=list)
    marks: list[HandMark] = field(default_factory=list)
    is_marked: bool = False

    def show(self, piece: Piece) -> None:
        """Append text of the view before the changes."""
        self.text += piece.text

    def credit(self, piece: Piece) -> None:
        """Append text of the view after the changes, with who brought and who marked it."""
        start, end = len(self.text), len(self.text) + len(piece.text)
        self.text += piece.text
        change = piece.change
        if change.inserted is not None:
            last = self.credits[-1] if self.credits else None
            credit = Credit(start, end, change.inserted, change.moved_here)
            if last and (last.end, last.by, last.move) == (start, credit.by, credit.move):
                self.credits[-1] = Credit(last.start, end, last.by, last.move)
            else:
                self.credits.append(credit)
        for look in piece.looks:
            self._mark(start, end, look)

    def take_away(self, piece: Piece) -> None:
        """Note text that the view after the changes no longer has."""
        change = piece.change
        if change.deleted is None:
            return
        removed = Removed(
            len(self.text), piece.text, change.deleted, change.inserted, change.moved_away
        )
        last = self.removed[-1] if self.removed else None
        if last and _joins(last, removed):
            text = last.text + removed.text
            removed = Removed(last.offset, text, last.by, last.inserted_by, last.move)
            self.removed.pop()
        self.removed.append(removed)

    def line(self, properties: RawParagraph) -> Line:
        """The finished line; `properties` is the paragraph whose style and place it has."""
        return Line(
            text=self.text,
            sources=tuple(self.sources),
            bookmarks=tuple(self._bookmarks()),
            controls=tuple(self._controls()),
            references=tuple(self._references()),
            credits=tuple(self.credits),
            removed=tuple(self.removed),
            marks=tuple(mark for mark in self.marks if not self._is_gap(mark)),
            cell=properties.cell,
            style=properties.style,
            level=properties.level,
        )

    def _mark(self, start: int, end: int, marked: MarkedBy) -> None:
        look, colour, by = marked
        for place, mark in enumerate(self.marks):
            if (mark.end, mark.look, mark.colour, mark.by) == (start, look, colour, by):
                self.marks[place] = HandMark(mark.start, end, look, colour, by)
                return
        self.marks.append(HandMark(start, end, look, colour, by))

    def _is_gap(self, mark: HandMark) -> bool:
        """Whether a highlighted text is a gap as it was exported."""
        if mark.look is not Look.HIGHLIGHTED or mark.colour not in _GAP_COLOURS:
            return False
        text = self.text[mark.start : mark.end]
        return text.startswith("[") and text.endswith("]")

    def _bookmarks(self) -> list[Bookmark]:
        found = []
        for mark in self.ranges:
            if mark.start.kind is Kind.BOOKMARK:
                name = str(mark.start.what)
                copied = _COPY.fullmatch(name) if len(name) > _OWN_LENGTH else None
                found.append(
                    Bookmark(
                        copied[1] if copied else name,
                        mark.offset,
                        mark.end_in(self.text),
                        mark.beyond,
                        copied is not None,
                    )
                )
        return found

    def _controls(self) -> list[Control]:
        found = []
        for mark in self.ranges:
            what = mark.start.what
            if isinstance(what, Tagged):
                end = mark.end_in(self.text)
                found.append(
                    Control(
                        what.tag,
                        what.title,
                        mark.offset,
                        end,
                        mark.beyond,
                        what.placeholder,
                        what.whole,
                    )
                )
        return found

    def _references(self) -> list[CrossReference]:
        return [
            CrossReference(mark.offset, mark.end_in(self.text), str(mark.start.what))
            for mark in self.ranges
            if mark.start.kind is Kind.REFERENCE
            and mark.end_index is not None
            and mark.end_in(self.text) > mark.offset
        ]


def _joins(last: Removed, removed: Removed) -> bool:
    """Whether two deletions side by side are one."""
    return (last.offset, last.by, last.inserted_by, last.move) == (
        removed.offset,
        removed.by,
        removed.inserted_by,
        removed.move,
    )
