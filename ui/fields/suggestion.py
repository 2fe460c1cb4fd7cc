"""Asks whether to keep what a template proposed: for one field, or for a line of fields at once."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from slaeditor.i18n import _, ngettext
from ui.theme.tokens import SMALL, TIGHT
from ui.theme.widgets import Button, Words


class Suggestion(QFrame):
    """A question and the button that says yes; hidden while there is nothing to ask."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "suggestion")
        self._words = Words("", "hint")
        self.button = Button(_("Confirm"))
        row = QHBoxLayout(self)
        row.setContentsMargins(SMALL, TIGHT, TIGHT, TIGHT)
        row.addWidget(self._words, 1)
        row.addWidget(self.button)
        self.hide()

    def show_labels(self, labels: Sequence[str]) -> None:
        """Ask about the fields with these labels."""
        self._words.setText(
            ngettext("Suggested. Keep it?", "{count} suggestions. Keep them?", len(labels)).format(
                count=len(labels)
            )
        )
        self.button.setAccessibleName(_("Confirm: {label}").format(label=", ".join(labels)))
