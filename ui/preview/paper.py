"""The paper of the preview: shows the text on a desk, and tells which field the person points at.

Each stretch of text bears the path of its field as an anchor. A click, or Enter at the text cursor,
asks for that field; nothing is ever opened or fetched.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby

from PySide6.QtCore import QPoint, QRectF, QSizeF, Qt, QUrl, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextFragment,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from slaeditor.i18n import _
from ui.preview.typesetting import FROM_FIELD
from ui.theme.palette import shown_tokens
from ui.theme.tokens import MEDIUM, WIDE, look

WIDEST = 820
"""Pixels that the paper takes at most."""

_ASKING_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_INTERACTION = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)
_BESIDE = 8
_OF_THE_MARGIN = 0.7
_TURN = 120.0


class Paper(QTextEdit):
    """A read-only text on paper, in the middle of a desk; `scrolled` tells that a person did it."""

    field_asked = Signal(str)
    resized = Signal()
    scrolled = Signal()
    zoom_turned = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "paper")
        self.setReadOnly(True)
        self.setTextInteractionFlags(_INTERACTION)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._on_size_changed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAccessibleName(_("Preview of the document"))
        self.setAccessibleDescription(
            _("Arrow keys move through the text, Enter goes to the field that it comes from.")
        )
        self.verticalScrollBar().actionTriggered.connect(self.scrolled)
        self.viewport().setMouseTracking(True)
        self._pressed_at: QPoint | None = None
        self._turned = 0.0
        self._tinted: tuple[int, int] | None = None
        self._page_starts: tuple[int, ...] = ()
        self._page_gap = 0.0
        self._pointed: list[QTextEdit.ExtraSelection] = []
        self._marked: list[QTextEdit.ExtraSelection] = []

    # What is shown.

    def tint(self, positions: tuple[int, int] | None) -> None:
        """Give the text between two positions a tinted ground."""
        if positions != self._tinted:
            self._tinted = positions
            self.viewport().update()

    def set_page_starts(self, positions: Iterable[int], gap: float) -> None:
        """Where new pages begin, and how many pixels are free above their first line."""
        self._page_starts, self._page_gap = tuple(positions), gap
        self.viewport().update()

    def mark(self, ranges: Iterable[tuple[int, int]]) -> None:
        """Underline the text between these positions in the colour of the focus."""
        drawn = QTextCharFormat()
        drawn.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        drawn.setUnderlineColor(QColor(look().light.accent))
        ground = QColor(look().light.accent)
        ground.setAlphaF(0.18)
        drawn.setBackground(ground)
        self._marked = [self._selection(start, end, drawn) for start, end in ranges]
        self.setExtraSelections(self._marked + self._pointed)

    def _selection(self, start: int, end: int, drawn: QTextCharFormat) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        selection.cursor, selection.format = cursor, drawn
        return selection

    # Where things are.

    def top_of(self, position: int) -> float:
        """Pixels from the top of the whole text to the line that holds a position."""
        block = self.document().findBlock(position)
        return self.document().documentLayout().blockBoundingRect(block).top()

    def _bottom_of(self, position: int) -> float:
        """Pixels from the top of the whole text to the end of the paragraph or table there."""
        layout = self.document().documentLayout()
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        table = cursor.currentTable()
        if table is not None:
            return layout.frameBoundingRect(table).bottom() - table.format().bottomMargin()
        return layout.blockBoundingRect(cursor.block()).bottom()

    def first_visible(self) -> int:
        """The position of the text at the upper edge."""
        return self.cursorForPosition(QPoint(0, 0)).position()

    def shows(self, start: int, end: int) -> bool:
        """Whether the text between two positions fills a third of the view or is whole in it."""
        height = self.viewport().height()
        upper = self.verticalScrollBar().value()
        top, bottom = self.top_of(start), self._bottom_of(max(start, end - 1))
        seen = min(bottom, upper + height) - max(top, upper)
        return seen >= min(bottom - top, height / 3)

    def go_to(self, position: int) -> None:
        """Put the text cursor there, near the upper edge."""
        cursor = self.textCursor()
        cursor.setPosition(position)
        self.setTextCursor(cursor)
        self.scroll_to(position)

    def scroll_to(self, position: int) -> None:
        """Bring the line that holds a position near the upper edge."""
        self.verticalScrollBar().setValue(round(self.top_of(position)) - 2 * WIDE)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keep what the person reads, and the text cursor, where they are while the text changes.

        At the very top both stay there, though text be written in front of them.
        """
        bar = self.verticalScrollBar()
        read_at = bar.value()
        cursor = self.cursorForPosition(QPoint(0, 0))
        before = self.cursorRect(cursor).top()
        is_at_start = self.textCursor().atStart()
        yield
        if is_at_start:
            self.moveCursor(QTextCursor.MoveOperation.Start)
            bar.setValue(read_at)
        if read_at:
            bar.setValue(bar.value() + self.cursorRect(cursor).top() - before)

    # Which field.

    def span_at(self, position: int) -> tuple[int, int, str]:
        """The stretch with one path that holds a position, and the path; empty without one."""
        for start, end, path in _stretches(self.document().findBlock(position)):
            if start <= position < end:
                return start, end, path
        return position, position, ""

    def written_from(self, path: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Where between two positions values and gaps of the field at a path stand."""
        block = self.document().findBlock(start)
        while block.isValid() and block.position() < end:
            for fragment in _fragments(block):
                look = fragment.charFormat()
                if look.anchorHref() == path and look.hasProperty(FROM_FIELD):
                    yield fragment.position(), fragment.position() + fragment.length()
            block = block.next()

    def _ask_at_cursor(self) -> bool:
        """Ask for the field behind or before the text cursor."""
        position = self.textCursor().position()
        path = self.span_at(position)[2] or self.span_at(max(position - 1, 0))[2]
        if path:
            self.field_asked.emit(path)
        return bool(path)

    def _point_at(self, place: QPoint) -> None:
        """Show what a click there would ask for."""
        path = self.anchorAt(place)
        shape = Qt.CursorShape.PointingHandCursor if path else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)
        pointed = []
        if path:
            start, end, _path = self.span_at(self.cursorForPosition(place).position())
            drawn = QTextCharFormat()
            drawn.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            drawn.setUnderlineColor(QColor(look().light.accent))
            pointed = [self._selection(start, end, drawn)]
        if pointed or self._pointed:
            self._pointed = pointed
            self.setExtraSelections(self._marked + self._pointed)

    @Slot(QSizeF)
    def _on_size_changed(self, size: QSizeF) -> None:
        """Scroll sideways where a table doesn't end within the margin of the paper."""
        margin = self.document().rootFrame().frameFormat().rightMargin()
        is_wider = size.width() - self.viewport().width() > margin * _OF_THE_MARGIN
        policy = Qt.ScrollBarPolicy
        self.setHorizontalScrollBarPolicy(
            policy.ScrollBarAsNeeded if is_wider else policy.ScrollBarAlwaysOff
        )

    # Events.

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Nothing: a preview needs no picture, and fetches none."""
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click began."""
        super().mousePressEvent(event)
        is_left = event.button() is Qt.MouseButton.LeftButton
        self._pressed_at = event.position().toPoint() if is_left else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for the field under a click, unless text was selected."""
        super().mouseReleaseEvent(event)
        pressed_at, self._pressed_at = self._pressed_at, None
        if pressed_at is None or self.textCursor().hasSelection():
            return
        path = self.anchorAt(event.position().toPoint())
        if path and path == self.anchorAt(pressed_at):
            self.field_asked.emit(path)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Underline what is pointed at."""
        super().mouseMoveEvent(event)
        if not event.buttons():
            self._point_at(event.position().toPoint())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space ask for the field at the text cursor."""
        if event.key() in _ASKING_KEYS and not event.modifiers() and self._ask_at_cursor():
            event.accept()
            return
        before = self.verticalScrollBar().value()
        super().keyPressEvent(event)
        if self.verticalScrollBar().value() != before:
            self.scrolled.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or with Ctrl zoom."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        self._turned += event.angleDelta().y() / _TURN
        whole = int(self._turned)
        if whole:
            self._turned -= whole
            self.zoom_turned.emit(whole)
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the paper in the middle of the desk."""
        free = self.contentsRect().width() - self.verticalScrollBar().sizeHint().width()
        beside = max((free - WIDEST) // 2, MEDIUM)
        margins = (beside, 0, max(beside - MEDIUM, 0), 0)
        now = self.viewportMargins()
        if (now.left(), now.top(), now.right(), now.bottom()) != margins:
            self.setViewportMargins(*margins)
        super().resizeEvent(event)
        self.resized.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint paper, tint and the gaps between pages under the text."""
        tokens = shown_tokens()
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(tokens.paper))
        upper = self.verticalScrollBar().value()
        width = self.viewport().width()
        if self._tinted is not None:
            start, end = self._tinted
            top = self.top_of(start) - _BESIDE - upper
            bottom = self._bottom_of(max(start, end - 1)) + _BESIDE - upper
            inside = self.document().rootFrame().frameFormat().leftMargin() - 2 * _BESIDE
            left = inside - self.horizontalScrollBar().value()
            tinted = QRectF(left, top, width - 2 * inside, bottom - top)
            painter.fillRect(tinted, QColor(tokens.paper_tint))
        for position in self._page_starts:
            middle = self.top_of(position) - self._page_gap * 0.6 - upper
            painter.fillRect(QRectF(0, middle - 6, width, 12), QColor(tokens.desk))
        painter.end()
        super().paintEvent(event)


def _fragments(block: QTextBlock) -> Iterator[QTextFragment]:
    """The stretches of a paragraph with one look each."""
    iterator = block.begin()
    while not iterator.atEnd():
        yield iterator.fragment()
        iterator += 1


def _stretches(block: QTextBlock) -> Iterator[tuple[int, int, str]]:
    """The stretches of a paragraph with one path each, as first position, end and path."""
    by_path = groupby(_fragments(block), key=lambda fragment: fragment.charFormat().anchorHref())
    for path, fragments in by_path:
        first, *others = fragments
        last = others[-1] if others else first
        yield first.position(), last.position() + last.length(), path
