"""The bar that shows how far an export is, with Cancel; the window can be used meanwhile."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar

from slaeditor.bidi import isolated
from slaeditor.i18n import _
from ui.theme.tokens import MEDIUM, SMALL
from ui.theme.widgets import Button, Mark, Words


class ExportBar(QFrame):
    """`cancelled` says that the person wants it to stop."""

    cancelled = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        words = _("Exporting to {name}…").format(name=isolated(name))
        self.setProperty("role", "notice")
        self.setAccessibleName(words)
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setRange(0, 100)
        self._progress.setAccessibleName(words)
        self._cancel = Button(_("Cancel"))
        self._cancel.setAccessibleName(_("Cancel the export"))
        self._cancel.clicked.connect(self._on_cancel_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(MEDIUM, SMALL, SMALL, SMALL)
        row.setSpacing(MEDIUM)
        row.addWidget(Mark("export", "accent"), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(Words(words), 2)
        row.addWidget(self._progress, 3)
        row.addWidget(self._cancel)

    @Slot(int)
    def show_progress(self, percent: int) -> None:
        """Show how far it is."""
        self._progress.setValue(percent)

    @Slot()
    def _on_cancel_clicked(self) -> None:
        """Say that it is heard; the button keeps the focus, which a disabled one would lose."""
        self._cancel.setText(_("Stopping…"))
        self.cancelled.emit()
