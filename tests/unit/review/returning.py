"""Returned files made by hand: an exported document as lines, and what a reviewer does to them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from slaeditor.blocks import Document, Reference
from slaeditor.document.anchors import Kind, anchor_name
from slaeditor.returned import (
    AnchorEntry,
    Author,
    Bookmark,
    CellPlace,
    Comment,
    CommentThread,
    Control,
    Credit,
    CrossReference,
    Identity,
    Line,
    RemovedLine,
    ReturnedFile,
)
from slaeditor.review.lines import with_text
from slaeditor.review.places import Place, places

ANNA = Author("Anna Legal", datetime(2026, 11, 20, 9, 30))
BEN = Author("Ben Counsel", datetime(2026, 11, 21, 14, 0))


class Reviewer:
    """Edits the lines of an exported document; `by` is who tracks the edits, nobody if `None`."""

    def __init__(
        self, document: Document, *, controls: bool = True, by: Author | None = None
    ) -> None:
        self.places = list(places(document))
        self.by = by
        self.lines: list[Line] = []
        self.keys: list[str] = []
        self.removed: list[RemovedLine] = []
        self.comments: list[CommentThread] = []
        self._document = document
        rows: dict[tuple[str, str], int] = {}
        tables: dict[str, int] = {}
        for number, place in enumerate(self.places):
            if not place.text and not place.table:
                continue
            self.lines.append(_line(place, number, tables, rows, controls))
            self.keys.append(place.key)

    def at(self, key: str) -> int:
        """The index of the line of a place."""
        return self.keys.index(key)

    def text(self, key: str) -> str:
        return self.lines[self.at(key)].text

    def put(self, key: str, old: str, new: str) -> None:
        """Replace words in a line."""
        index = self.at(key)
        line = self.lines[index]
        assert old in line.text, f"{old!r} is not in {line.text!r}"
        start = line.text.index(old)
        changed = with_text(line, start, start + len(old), new)
        bookmarks = tuple(
            replace(b, end=len(changed.text)) if b.end == len(line.text) else b
            for b in changed.bookmarks
        )
        end = start + len(old)
        kept = tuple(
            after
            for before, after in zip(line.controls, changed.controls, strict=True)
            if before.end <= start or before.start >= end or _around(before, start, end)
        )
        changed = replace(changed, bookmarks=bookmarks, controls=kept)
        if self.by is not None and new:
            credit = Credit(start, start + len(new), self.by)
            changed = replace(changed, credits=(*changed.credits, credit))
        self.lines[index] = changed

    def append(self, key: str, text: str) -> None:
        """Add words at the end of a line."""
        index = self.at(key)
        line = self.lines[index]
        tracked = line.credits
        if self.by is not None:
            tracked = (*tracked, Credit(len(line.text), len(line.text) + len(text), self.by))
        self.lines[index] = replace(line, text=line.text + text, credits=tracked)

    def delete(self, key: str) -> None:
        """Take a line away."""
        index = self.at(key)
        line = self.lines.pop(index)
        self.keys.pop(index)
        if self.by is not None:
            self.removed.append(RemovedLine(index, line, (), self.by))

    def delete_row(self, row: str) -> None:
        for place in self.places:
            if place.row == row and place.key in self.keys:
                self.delete(place.key)

    def insert(self, key: str, text: str, new_key: str = "") -> None:
        """A new line behind that of a place, in its style."""
        index = self.at(key) + 1
        tracked = (Credit(0, len(text), self.by),) if self.by is not None else ()
        line = Line(
            text, (900 + len(self.lines),), credits=tracked, style=self.lines[index - 1].style
        )
        self.lines.insert(index, line)
        self.keys.insert(index, new_key or f"new-{index}")

    def insert_row(self, row: str, texts: Sequence[str]) -> None:
        """A new row behind that of an item."""
        last = [n for n, place in enumerate(self.places) if place.row == row][-1]
        index = self.at(self.places[last].key)
        cell = self.lines[index].cell
        assert cell is not None
        for column, text in enumerate(texts):
            at = CellPlace(cell.table, cell.row + 500, column, inserted=self.by)
            self.lines.insert(index + 1 + column, Line(text, (950 + column,), cell=at))
            self.keys.insert(index + 1 + column, f"new-row-{column}")

    def split(self, key: str, before: str) -> None:
        """Press Enter before some words of a line."""
        index = self.at(key)
        line = self.lines[index]
        at = line.text.index(before)
        head = replace(
            line,
            text=line.text[:at].rstrip(),
            controls=tuple(c for c in line.controls if c.end <= at),
            bookmarks=tuple(replace(b, end=min(b.end, at)) for b in line.bookmarks if b.start < at),
            mark_inserted=self.by,
        )
        tail = replace(
            line,
            text=line.text[at:],
            bookmarks=(),
            controls=tuple(
                replace(c, start=c.start - at, end=c.end - at)
                for c in line.controls
                if c.start >= at
            ),
            references=(),
        )
        self.lines[index : index + 1] = [head, tail]
        self.keys[index : index + 1] = [key, f"{key}-tail"]

    def join(self, key: str) -> None:
        """Delete the mark at the end of a line, so that the next one joins it."""
        index = self.at(key)
        one, other = self.lines[index], self.lines[index + 1]
        shift = len(one.text)
        self.lines[index : index + 2] = [
            replace(
                one,
                text=one.text + other.text,
                bookmarks=(
                    *one.bookmarks,
                    *(
                        replace(b, start=b.start + shift, end=b.end + shift)
                        for b in other.bookmarks
                    ),
                ),
                controls=(
                    *one.controls,
                    *(replace(c, start=c.start + shift, end=c.end + shift) for c in other.controls),
                ),
            )
        ]
        self.keys.pop(index + 1)

    def move(self, key: str, behind: str) -> None:
        index = self.at(key)
        line, moved = self.lines.pop(index), self.keys.pop(index)
        to = self.at(behind) + 1
        self.lines.insert(to, line)
        self.keys.insert(to, moved)

    def comment(self, key: str, quoted: str, *texts: str, resolved: bool = False) -> None:
        index = self.at(key)
        start = self.lines[index].text.index(quoted)
        self.comments.append(
            CommentThread(
                tuple(Comment(str(n), ANNA, text) for n, text in enumerate(texts)),
                resolved,
                index,
                start,
                start + len(quoted),
                quoted,
                tuple(b.name for b in self.lines[index].bookmarks),
            )
        )

    def everywhere(self, old: str, new: str) -> None:
        """Replace words wherever they stand, as Replace all does."""
        for key, line in zip(list(self.keys), list(self.lines), strict=True):
            for _ in range(line.text.count(old)):
                self.put(key, old, new)

    def without_anchors(self) -> None:
        """Every paragraph is made anew, as by a program that compares files."""
        self.lines = [
            replace(line, bookmarks=(), controls=(), references=()) for line in self.lines
        ]

    def file(self) -> ReturnedFile:
        """The file that comes back."""
        return ReturnedFile(
            name="review.docx",
            identity=Identity(self._document.agreement_id),
            anchors=tuple[AnchorEntry, ...](),
            snapshot=None,
            after=tuple(self.lines),
            before=tuple(self.lines),
            removed=tuple(self.removed),
            comments=tuple(self.comments),
            unplaced=(),
            margins=(),
            application="",
            warnings=(),
        )


def _around(control: Control, start: int, end: int) -> bool:
    """Whether all that is replaced lies within a control, which then holds what replaces it."""
    return control.start <= start and end <= control.end


def _line(
    place: Place,
    number: int,
    tables: dict[str, int],
    rows: dict[tuple[str, str], int],
    with_controls: bool,
) -> Line:
    at = 0
    controls: list[Control] = []
    references: list[CrossReference] = []
    for span, anchor in zip(place.spans, place.values, strict=True):
        end = at + len(span.text)
        if anchor and with_controls:
            controls.append(Control(anchor, "", at, end))
        if isinstance(span, Reference):
            references.append(CrossReference(at, end, anchor_name(Kind.CLAUSE, span.target, 1)))
        at = end
    cell = None
    if place.table:
        table = tables.setdefault(place.table, len(tables))
        line = place.key.rpartition("#")[2].removesuffix("-label") if "#" in place.row else ""
        key = (place.table, f"{place.row}#{line}")
        row = rows.setdefault(key, len(rows))
        cell = CellPlace(table, row, place.column)
    bookmark = (Bookmark(place.anchor, 0, len(place.text)),) if place.anchor else ()
    style = place.paragraph.role.value if place.paragraph is not None else "cell"
    return Line(
        place.text,
        (number,),
        bookmarks=bookmark,
        controls=tuple(controls),
        references=tuple(references),
        cell=cell,
        style=style,
    )
