"""A line of words that is shortened where there is no room for all of it."""

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy

from ui.theme.widgets import Words, tip

_FEWEST = 60  # pixels that a shortened line keeps


class Elided(Words):
    """One line with dots where there is no room for all of it; the tooltip has it whole.

    The dots stand at the end, or in the middle where the end tells most, as in the path of a file.
    """

    def __init__(self, role: str = "", *, in_the_middle: bool = False) -> None:
        super().__init__("", role)
        self.setWordWrap(False)
        self.setIndent(0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._whole = ""
        self._in_the_middle = in_the_middle

    def set_whole(self, text: str) -> None:
        """Show that text, or as much of it as there is room for."""
        if text == self._whole:
            return
        self._whole = text
        self.setToolTip(tip(text))
        self.setAccessibleName(text)
        self.updateGeometry()
        if self.isVisible():
            self._shorten()
        else:  # its room is known when it shows
            self.setText(text)

    def sizeHint(self) -> QSize:
        """As wide as the whole text would be."""
        self.ensurePolished()
        wide = self.fontMetrics().horizontalAdvance(self._whole) + 2 + self._edges().width()
        return QSize(wide, self._height())

    def minimumSizeHint(self) -> QSize:
        """A few letters."""
        return QSize(min(self.sizeHint().width(), _FEWEST), self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make use of the room."""
        super().resizeEvent(event)
        self._shorten()

    def showEvent(self, event: QShowEvent) -> None:
        """Fit what was said while nobody saw it."""
        super().showEvent(event)
        self._shorten()

    def changeEvent(self, event: QEvent) -> None:
        """A larger text needs more room."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()
            if self.isVisible():
                self._shorten()

    def _edges(self) -> QSize:
        """The room that the style sheet leaves around the words."""
        return self.rect().size() - self.contentsRect().size()

    def _height(self) -> int:
        return round(self.fontMetrics().height() * 1.15) + self._edges().height()

    def _shorten(self) -> None:
        room, metrics = self.contentsRect().width(), self.fontMetrics()
        if metrics.horizontalAdvance(self._whole) <= room:
            self.setText(self._whole)
            return
        modes = QtCore.Qt.TextElideMode
        dots = modes.ElideMiddle if self._in_the_middle else modes.ElideRight
        self.setText(metrics.elidedText(self._whole, dots, room))
