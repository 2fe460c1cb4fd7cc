"""The list at the side of the start page: all agreements, and the trash with how much is in it."""

from enum import IntEnum

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QFrame, QListWidgetItem, QVBoxLayout, QWidget

from slaeditor.i18n import _
from ui.side_list import PICTURE, SideList
from ui.theme.tokens import MEDIUM, WIDE
from ui.theme.widgets import Words, set_surface

_WIDTH = 12.7  # in heights of a line of text
_ICONS = ("document", "trash")


class Shelf(IntEnum):
    """What the page shows."""

    ALL = 0
    TRASH = 1


class ShelfList(SideList):
    """Chooses what the page shows; `shelf_chosen` carries the number of a `Shelf`."""

    shelf_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__(_("What to show"), has_second_lines=False)
        for _shelf in Shelf:
            self.addItem(QListWidgetItem())
        self.count_trash(0)
        self.currentRowChanged.connect(self._on_current_row_changed)
        self.setCurrentRow(Shelf.ALL)

    def count_trash(self, count: int) -> None:
        """Say how many agreements lie in the trash."""
        words = _("Trash ({count})").format(count=count) if count else _("Trash")
        for shelf, text in ((Shelf.ALL, _("All agreements")), (Shelf.TRASH, words)):
            self.item(shelf).setText(text)

    @Slot(int)
    def _on_current_row_changed(self, number: int) -> None:
        for shelf, name in enumerate(_ICONS):
            self.item(shelf).setData(PICTURE, (name, "accent" if shelf == number else "text"))
        if number >= 0:
            self.shelf_chosen.emit(number)


class SidePanel(QWidget):
    """The strip at the side: what to show, and where all of it lies; grows with the text."""

    def __init__(self, shelves: QWidget) -> None:
        super().__init__()
        strip = QFrame()
        set_surface(strip, "side")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(strip)
        column = QVBoxLayout(strip)
        column.setContentsMargins(MEDIUM, WIDE, MEDIUM, WIDE)
        column.addWidget(shelves, 1)
        column.addWidget(Words(_("All data stays on this computer."), "hint"))
        self._widen()

    def changeEvent(self, event: QEvent) -> None:
        """Let the side grow with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._widen()

    def _widen(self) -> None:
        self.setFixedWidth(round(self.fontMetrics().height() * _WIDTH))
