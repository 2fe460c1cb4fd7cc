"""Widgets one under the other, without a layout: one that changes doesn't cost the others anything.

A layout asks everything in it anew whenever a word changes somewhere; with hundreds of cards that
takes longer than a key may.
"""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.tokens import MEDIUM


class Stack(QWidget):
    """Gives each widget the whole width and the height that it needs then."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._parts: list[tuple[QWidget, int]] = []
        self._height = 0

    def add(self, part: QWidget, above: int = MEDIUM) -> None:
        """Put one more at the end, with so many pixels above it; `arrange` shows it."""
        part.setParent(self)
        part.show()
        self._parts.append((part, above))

    def arrange(self) -> None:
        """Give everything its place."""
        y = 0
        for part, above in self._parts:
            if part.isHidden():
                continue
            height = part.heightForWidth(self.width()) if part.hasHeightForWidth() else 0
            height = height if height > 0 else part.sizeHint().height()
            y += above if y else 0
            part.setGeometry(0, y, self.width(), height)
            y += height
        if y != self._height:
            self._height = y
            self.setFixedHeight(y)

    def sizeHint(self) -> QSize:
        """All of them."""
        return QSize(super().sizeHint().width(), self._height)

    def event(self, event: QEvent) -> bool:
        """One of them needs more or less room."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.arrange()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width makes other heights."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.arrange()
