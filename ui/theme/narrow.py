"""A line of the window that says less where there is little room."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget


class Narrowing(QWidget):
    """Has no width of its own; `fit` leaves out what has no room, and is called when that changes.

    It may be called before there is a layout.
    """

    def fit(self) -> None:
        """Say as much as there is room for."""
        raise NotImplementedError

    def minimumSizeHint(self) -> QSize:
        """No width of its own: it says less in a narrow window instead of keeping it wide."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for."""
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """A larger text leaves room for fewer words."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.fit()
