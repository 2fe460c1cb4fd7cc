"""A combo box as the window uses it everywhere."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyledItemDelegate, QWidget

from ui.fields.leaving import is_leaving

_FEWEST_LETTERS = 7


class ChoiceBox(QComboBox):
    """A combo box that the mouse wheel can't change, and whose list is as wide as its words."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._has_list = False
        self.is_read_only = False
        self.setProperty("focusPolicy", "StrongFocus")
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_FEWEST_LETTERS)
        self.setMaxVisibleItems(14)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the form scroll: a wheel must never change what an agreement says."""
        event.ignore()

    def showPopup(self) -> None:
        """Open the list, wide enough for every word in it; none where it can only be read."""
        if self.is_read_only:
            return
        if not self._has_list:
            self._has_list = True
            self.setItemDelegate(QStyledItemDelegate(self))
        view = self.view()
        bar = view.verticalScrollBar().sizeHint().width()
        view.setMinimumWidth(max(self.width(), view.sizeHintForColumn(0) + bar + 12))
        super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let no key choose where the box can only be read."""
        if self.is_read_only:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the person is done here."""
        super().focusOutEvent(event)
        if is_leaving(event):
            self.left.emit()
