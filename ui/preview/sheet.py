"""The text of the preview: which entries stand where, and how they are replaced in place."""

from collections.abc import Iterator, Sequence
from itertools import accumulate

from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from slaeditor.blocks import Table
from ui.preview.entries import Entry, Step, steps
from ui.preview.typesetting import Typesetting
from ui.preview.writing import Writer

CHUNK = 24
"""Paragraphs that are written at a time; some milliseconds of work."""

EDGE = 1.15
"""Free margin of the paper, in lines."""


class Sheet:
    """The text of an editor, which shows a list of entries.

    Only this class changes the text, so it knows where each entry begins by its length in
    characters. A last, empty paragraph stands behind all entries.
    """

    def __init__(self, editor: QTextEdit, look: Typesetting) -> None:
        self._editor = editor
        self._writer = Writer(look)
        self._shown: list[Entry] = []
        self._lengths: list[int] = []
        self._waiting: list[Step] = []
        self._unfitted = False
        self._text.setUndoRedoEnabled(False)
        self._dress(look)

    @property
    def _text(self) -> QTextDocument:
        """Asked for anew each time: a reference that is kept may die while the text lives on."""
        return self._editor.document()

    @property
    def entries(self) -> Sequence[Entry]:
        """What stands in the text now."""
        return self._shown

    @property
    def look(self) -> Typesetting:
        """The formats in use."""
        return self._writer.look

    def fit(self) -> None:
        """The paper has another width; `advance` fits the tables to it.

        Only tables whose words ask for another share of the width than before are touched.
        """
        letters = {entry.look.letters for entry in self._shown}
        before = {count: self.look.table_share(count) for count in letters}
        frame = self._text.rootFrame().frameFormat()
        between = self._editor.viewport().width() - frame.leftMargin() - frame.rightMargin()
        self.look.text_width = max(between, 1.0)
        if any(self.look.table_share(count) != share for count, share in before.items()):
            self._unfitted = True

    @property
    def is_settled(self) -> bool:
        """Whether everything wanted is written."""
        return not self._waiting and not self._unfitted

    def set_look(self, look: Typesetting) -> None:
        """Empty the text and write with another look from now on."""
        self._waiting.clear()
        self._shown.clear()
        self._lengths.clear()
        self._text.clear()
        look.text_width = self.look.text_width
        self._writer = Writer(look)
        self._dress(look)

    def _dress(self, look: Typesetting) -> None:
        self._text.setDefaultFont(look.font)
        frame = self._text.rootFrame().frameFormat()
        frame.setMargin(look.lines(EDGE))
        self._text.rootFrame().setFrameFormat(frame)

    def want(self, entries: Sequence[Entry]) -> None:
        """Plan the steps to these entries; `advance` takes them."""
        self._waiting = [piece for step in steps(self._shown, entries) for piece in _small(step)]

    def advance(self) -> None:
        """Take the next step, with those right in front of it, within one edit block.

        Changes far apart get a block each, or Qt would lay out all that stands between them.
        """
        if not self._waiting and self._unfitted:
            self._unfitted, self._waiting = False, self._tables_anew()
        cursor = QTextCursor(self._text)
        cursor.beginEditBlock()
        try:
            work = 0
            while self._waiting and work < CHUNK:
                step = self._waiting.pop(0)
                self._take(cursor, step)
                work += sum(map(_work, step.entries))
                if not self._waiting or self._waiting[0].end != step.start:
                    break
        finally:
            cursor.endEditBlock()

    def _tables_anew(self) -> list[Step]:
        """Steps that write each table as it is, in the shape that it needs now."""
        tables = [n for n, entry in enumerate(self._shown) if entry.look.letters]
        return [Step(n, n + 1, (self._shown[n],), in_place=True) for n in reversed(tables)]

    def start_of(self, index: int) -> int:
        """The position at which the entry with this number begins; the end of the last one."""
        return sum(self._lengths[:index])

    def entry_at(self, position: int) -> int:
        """The number of the entry that holds a position; that of the last one beyond the end."""
        for number, end in enumerate(accumulate(self._lengths)):
            if position < end:
                return number
        return max(len(self._shown) - 1, 0)

    def part_range(self, part: str) -> tuple[int, int] | None:
        """First position of a part and the one behind it; nothing if it isn't shown."""
        numbers = [number for number, entry in enumerate(self._shown) if entry.part == part]
        if not numbers:
            return None
        return self.start_of(numbers[0]), self.start_of(numbers[-1] + 1)

    def ranges_of_block(self, block_id: str) -> Iterator[tuple[int, int]]:
        """Where a paragraph, or what else has that id, stands: first position and end of its text.

        The parts of a clause, whose ids go on with "@", are not it.
        """
        starts = accumulate(self._lengths, initial=0)
        for start, length, entry in zip(starts, self._lengths, self._shown, strict=False):
            if entry.block.id == block_id:
                yield start, start + length - 1

    def page_starts(self) -> Iterator[int]:
        """The positions at which a new page begins, but for the first page."""
        for start, entry in zip(accumulate(self._lengths, initial=0), self._shown, strict=False):
            if entry.look.starts_page and start:
                yield start

    def _take(self, cursor: QTextCursor, step: Step) -> None:
        if step.in_place and self._rewrite(cursor, step.start, step.entries[0]):
            return
        if step.end > step.start:
            self._remove(cursor, step.start, step.end)
        self._insert(cursor, step.start, step.entries)

    def _rewrite(self, cursor: QTextCursor, index: int, entry: Entry) -> bool:
        before = self._text.characterCount()
        cursor.setPosition(self.start_of(index))
        if not self._writer.rewrite(cursor, self._shown[index], entry):
            return False
        self._shown[index] = entry
        self._lengths[index] += self._text.characterCount() - before
        return True

    def _remove(self, cursor: QTextCursor, start: int, end: int) -> None:
        """Take entries out; what follows them keeps its look."""
        first, behind = self.start_of(start), self.start_of(end)
        cursor.setPosition(behind)
        block, character = cursor.blockFormat(), cursor.blockCharFormat()
        cursor.setPosition(first, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        cursor.setBlockFormat(block)
        cursor.setBlockCharFormat(character)
        del self._shown[start:end], self._lengths[start:end]

    def _insert(self, cursor: QTextCursor, index: int, entries: Sequence[Entry]) -> None:
        position = self.start_of(index)
        cursor.setPosition(position)
        lengths: list[int] = []
        for entry in entries:
            self._writer.insert(cursor, entry)
            lengths.append(cursor.position() - position)
            position = cursor.position()
        self._shown[index:index] = entries
        self._lengths[index:index] = lengths


def _work(entry: Entry) -> int:
    """How much there is to write, as a number of paragraphs."""
    return 1 + 2 * len(entry.block.rows) if isinstance(entry.block, Table) else 1


def _small(step: Step) -> Iterator[Step]:
    """The step in pieces of about `CHUNK` paragraphs, to be taken in this order."""
    start, end, piece, work = step.start, step.end, list[Entry](), 0
    for entry in step.entries:
        if piece and work + _work(entry) > CHUNK:
            yield Step(start, end, tuple(piece))
            start += len(piece)
            end, piece, work = start, [], 0
        piece.append(entry)
        work += _work(entry)
    yield Step(start, end, tuple(piece), step.in_place)
