"""Keep all answers that a template suggested on a page, at once."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from slaeditor.i18n import _
from ui.theme.tokens import MEDIUM, SMALL, TIGHT
from ui.theme.widgets import Button, Words


class KeepAll(QFrame):
    """Shown where a page holds several suggestions; `kept` says that all are to be kept."""

    kept = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "suggestion")
        self._words = Words("", "hint")
        self.button = Button(_("Confirm all"))
        self.button.setAccessibleName(_("Confirm all suggestions on this page"))
        self.button.clicked.connect(self.kept)
        row = QHBoxLayout(self)
        row.setContentsMargins(MEDIUM, TIGHT, TIGHT, TIGHT)
        row.setSpacing(SMALL)
        row.addWidget(self._words, 1)
        row.addWidget(self.button)
        self.hide()

    def show_count(self, count: int) -> None:
        """Offer it for so many suggestions; a single one has a button of its own."""
        self._words.setText(_("{count} answers on this page are suggestions.").format(count=count))
        self.setVisible(count > 1)
