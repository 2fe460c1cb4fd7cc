"""The list at the side of the start page: all agreements, and the trash with how much is in it."""

from enum import IntEnum

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QListWidgetItem

from slaeditor.i18n import _
from ui.side_list import PICTURE, SideList

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
