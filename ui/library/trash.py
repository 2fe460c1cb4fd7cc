"""The line above the trash: what can be done with what lies there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from slaeditor.i18n import _
from ui.theme.tokens import SMALL
from ui.theme.widgets import Button, DangerButton


class TrashBar(QWidget):
    """Restore and delete the chosen one, or delete all; the page says of whom."""

    restore_requested = Signal()
    delete_requested = Signal()
    empty_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._restore = Button(_("Restore"), "restore")
        self._delete = Button(_("Delete for good…"), "close")
        self._empty = DangerButton(_("Empty trash…"), "trash")
        self._restore.clicked.connect(self.restore_requested)
        self._delete.clicked.connect(self.delete_requested)
        self._empty.clicked.connect(self.empty_requested)
        self.setFocusProxy(self._restore)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addWidget(self._restore)
        row.addWidget(self._delete)
        row.addStretch(1)
        row.addWidget(self._empty)

    def set_chosen(self, chosen: bool) -> None:
        """Whether an agreement is chosen."""
        self._restore.setEnabled(chosen)
        self._delete.setEnabled(chosen)

    def set_count(self, count: int) -> None:
        """How many agreements there are."""
        self._empty.setEnabled(count > 0)
