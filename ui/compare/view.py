"""The paper with the marks, and the way from one change to the next."""

from collections.abc import Iterable, Iterator, Sequence
from time import perf_counter

from PySide6.QtCore import QSignalBlocker, QTimer, Signal, Slot
from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextFragment
from PySide6.QtWidgets import QVBoxLayout, QWidget

from slaeditor.document.terms import spans_of
from slaeditor.i18n import _
from ui.compare.marked import Marked
from ui.compare.typesetting import NUMBER, MarkedTypesetting
from ui.preview.entries import Entry
from ui.preview.paper import Paper
from ui.preview.sheet import Sheet
from ui.theme.tokens import look
from ui.theme.widgets import set_surface

_SLICE = 0.006
"""Seconds of writing after which the window gets its turn."""

_PERCENT = 100
_PAGES_AFTER = 0.3  # seconds between two looks at where pages begin


class MarkedPaper(Paper):
    """Paper on which the change that the person is at stands out by its ground alone.

    A line under it would look like that under what was added.
    """

    def mark(self, ranges: Iterable[tuple[int, int]]) -> None:
        """Give the text between these positions another ground."""
        super().mark(ranges)
        selections = self.extraSelections()
        for each in selections:
            ground = QTextCharFormat()
            ground.setBackground(each.format.background())
            each.format = ground
        self.setExtraSelections(selections)


class MarkedView(QWidget):
    """Shows pieces with marks; `reached` carries the number of the change that the person is at.

    `field_requested` gives the path of what was clicked. Numbers count from 1; 0 is none.
    """

    field_requested = Signal(str)
    reached = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_surface(self, "desk")
        self.paper = MarkedPaper()
        self.paper.setAccessibleName(_("Comparison"))
        self._sheet = Sheet(self.paper, MarkedTypesetting(look().light, _PERCENT))
        self._current = 0
        self._wanted = 0
        self._is_filling = self._is_begun = False
        self._paged_at = 0.0
        self._ranges: dict[int, tuple[int, int]] = {}
        self._slices = QTimer(self, singleShot=True, interval=0)
        self._slices.timeout.connect(self._on_slice_due)
        self.paper.field_asked.connect(self.field_requested)
        self.paper.cursorPositionChanged.connect(self._on_cursor_moved)
        self.setFocusProxy(self.paper)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.paper)

    @property
    def current(self) -> int:
        """The change that the person is at."""
        return self._current

    @property
    def is_settled(self) -> bool:
        """Whether everything is written."""
        return self._sheet.is_settled

    def show_pieces(self, pieces: Sequence[Entry], *, anew: bool) -> None:
        """Show these pieces: `anew` from the top, else what is the same stays where it is."""
        self._wanted = 0
        if anew:
            self._current = 0
            self._is_filling, self._is_begun = True, False
            self._sheet.set_look(MarkedTypesetting(look().light, _PERCENT))
        self._ranges = {}
        self._sheet.want(pieces)
        self._write(_SLICE)

    def go_to(self, number: int) -> bool:
        """Put the text cursor in front of a change and mark it; False where there is none yet.

        While a long text is still being written it goes there as soon as that is done.
        """
        self._wanted = 0 if self.is_settled else number
        found = self._ranges.get(number)
        if found is None:
            return False
        self._set_current(number)
        with QSignalBlocker(self.paper):
            self.paper.go_to(found[0])
        return True

    def _write(self, seconds: float) -> None:
        """Write for so long; where an empty paper is filled, nothing on it moves meanwhile."""
        with QSignalBlocker(self.paper):
            if self._is_filling:
                self._advance(seconds)
                if not self._is_begun:
                    self.paper.moveCursor(QTextCursor.MoveOperation.Start)
                    self._is_begun = True
            else:
                with self.paper.held():
                    self._advance(seconds)
        self._show_pages()
        if not self._sheet.is_settled:
            self._slices.start()
            return
        self._slices.stop()
        self._is_filling = False
        if not self._ranges:
            self._ranges = dict(self._found())
            self._set_current(self._current if self._current in self._ranges else 0)
        if self._wanted:
            self.go_to(self._wanted)

    def _advance(self, seconds: float) -> None:
        """Take one step at least, as finding the place to hold may have taken long."""
        end = perf_counter() + seconds
        while not self._sheet.is_settled:
            self._sheet.advance()
            if perf_counter() > end:
                return

    def _show_pages(self) -> None:
        """Show where pages begin; now and then while more is being written."""
        now = perf_counter()
        if self._sheet.is_settled or now > self._paged_at + _PAGES_AFTER:
            self._paged_at = now
            self.paper.set_page_starts(self._sheet.page_starts(), self._sheet.look.page_gap)

    @Slot()
    def _on_slice_due(self) -> None:
        self._write(_SLICE)

    def _found(self) -> Iterator[tuple[int, tuple[int, int]]]:
        """Where each change stands: from its first marked letter to its last one."""
        found: dict[int, tuple[int, int]] = {}
        for at, entry in enumerate(self._sheet.entries):
            if not any(isinstance(span, Marked) for span in spans_of(entry.block)):
                continue
            start, end = self._sheet.start_of(at), self._sheet.start_of(at + 1)
            for number, first, last in _numbered(self.paper.document().findBlock(start), end):
                before = found.get(number, (first, last))
                found[number] = before[0], last
        yield from found.items()

    def _set_current(self, number: int) -> None:
        self._current = number
        found = self._ranges.get(number)
        self.paper.mark([found] if found is not None else [])
        self.reached.emit(number)

    @Slot()
    def _on_cursor_moved(self) -> None:
        """Whoever moves through the text is at the change that the cursor stands in."""
        at = self.paper.textCursor().position()
        for number, (start, end) in self._ranges.items():
            if start <= at < end and number != self._current:
                self._set_current(number)
                return


def _numbered(block: QTextBlock, end: int) -> Iterator[tuple[int, int, int]]:
    """The marked stretches up to a position: number of the change, first position and end."""
    while block.isValid() and block.position() < end:
        for fragment in _fragments(block):
            number = fragment.charFormat().intProperty(NUMBER)
            if number:
                yield number, fragment.position(), fragment.position() + fragment.length()
        block = block.next()


def _fragments(block: QTextBlock) -> Iterator[QTextFragment]:
    iterator = block.begin()
    while not iterator.atEnd():
        yield iterator.fragment()
        iterator += 1
