"""A line of words that is shortened where there is no room for all of it."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from ui.theme.widgets import Words, tip

_FEWEST = 60  # pixels that a shortened line keeps


class Elided(Words):
    """One line that ends in dots where there is no room for all of it; the tooltip has it whole."""

    def __init__(self, role: str) -> None:
        super().__init__("", role)
        self.setWordWrap(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._whole = ""

    def set_whole(self, text: str) -> None:
        """Show that text, or as much of it as there is room for."""
        if text == self._whole:
            return
        self._whole = text
        self.setToolTip(tip(text))
        self.setAccessibleName(text)
        self.updateGeometry()
        self._shorten()

    def sizeHint(self) -> QSize:
        """As wide as the whole text would be."""
        self.ensurePolished()
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 2, self._height())

    def minimumSizeHint(self) -> QSize:
        """A few letters."""
        return QSize(min(self.sizeHint().width(), _FEWEST), self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make use of the room."""
        super().resizeEvent(event)
        self._shorten()

    def changeEvent(self, event: QEvent) -> None:
        """A larger text needs more room."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()
            self._shorten()

    def _height(self) -> int:
        return round(self.fontMetrics().height() * 1.15)

    def _shorten(self) -> None:
        right = Qt.TextElideMode.ElideRight
        self.setText(self.fontMetrics().elidedText(self._whole, right, self.width()))
