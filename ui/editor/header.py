"""The bar above the panes: which agreement this is, and what can be done with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from slaeditor.agreement import Agreement
from slaeditor.bidi import isolated
from slaeditor.i18n import _
from slaeditor.kinds import KIND_WORDS, Kind, Status, other_party
from ui.editor.actions import PageActions
from ui.elided import Elided
from ui.theme.narrow import Narrowing
from ui.theme.tokens import MEDIUM, SMALL
from ui.theme.widgets import (
    ActionButton,
    Button,
    Chip,
    PrimaryButton,
    Tone,
    ToolButton,
    set_surface,
)

_TONES: dict[Status, Tone] = {
    Status.AGREED: "success",
    Status.IN_FORCE: "success",
    Status.EXPIRED: "plain",
    Status.SUPERSEDED: "plain",
    Status.RETURNED: "warning",
}


class Header(Narrowing):
    """Follows the agreement with `show_agreement`; the signals are wishes of the person."""

    back_requested = Signal()
    history_requested = Signal()
    export_requested = Signal()

    def __init__(self, actions: PageActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_surface(self, "bar")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.title = Elided("section")
        self.subtitle = Elided("hint")
        self.status = Chip("")
        self._back = ToolButton("back", _("All agreements"), QKeySequence("Alt+Home"))
        self._back.clicked.connect(self.back_requested)
        self._history = ToolButton("history", _("History"), QKeySequence("Ctrl+Shift+H"))
        self._history.clicked.connect(self.history_requested)
        self._export = PrimaryButton(_("Export to Word"), "export")
        self._export.setAccessibleName(_("Export to Word"))
        self._export.setToolTip(_("Export to Word (Ctrl+E)"))
        self._export.clicked.connect(self.export_requested)
        self.check_button = Button(_("Things to check"), "checklist")
        self.check_button.setToolTip(_("Things to check (Ctrl+R)"))
        self.check_button.clicked.connect(actions.check.trigger)
        self._checks = _("Things to check")
        self._lay_out(actions)

    def show_agreement(self, agreement: Agreement) -> None:
        """Show its title, kind, other party and status."""
        self.title.set_whole(agreement.title or _("Agreement without a title"))
        kind = KIND_WORDS[agreement.kind or Kind.EXTERNAL].short
        parts = (kind, isolated(_other_party(agreement)))
        self.subtitle.set_whole(" · ".join(part for part in parts if part))
        status = agreement.status or Status.DRAFT
        self.status.setText(status.label)
        self.status.set_tone(_TONES.get(status, "info"))

    def show_checks(self, words: str) -> None:
        """Say on the button how many things there are to check."""
        self._checks = words
        self.check_button.setAccessibleName(words)
        self.fit()

    def fit(self) -> None:
        """Leave out the status, then words on the buttons, before anything is cut off."""
        layout = self.layout()
        if layout is None:  # on the way up
            return
        number = self._checks.partition(" ")[0]
        count = number if number.isdecimal() else ""
        for has_status, export, checks in (
            (True, _("Export to Word"), self._checks),
            (False, _("Export to Word"), self._checks),
            (False, _("Export"), self._checks),
            (False, _("Export"), count),
        ):
            self.status.setVisible(has_status)
            self._export.setText(export)
            self.check_button.setText(checks)
            layout.invalidate()
            if layout.minimumSize().width() <= self.width():
                return

    def _lay_out(self, actions: PageActions) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        row.setSpacing(SMALL)
        row.addWidget(self._back)
        row.addLayout(self._names(), 1)
        for action, icon_name in (
            (actions.undo, "undo"),
            (actions.redo, "redo"),
            (actions.find, "search"),
        ):
            row.addWidget(ActionButton(action, icon_name))
        row.addWidget(self._history)
        row.addWidget(ActionButton(actions.preview, "preview-panel"))
        row.addSpacing(SMALL)
        row.addWidget(self.check_button)
        row.addWidget(self._export)

    def _names(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        row = QHBoxLayout()
        row.setSpacing(MEDIUM)
        row.addLayout(words)
        row.addWidget(self.status, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        return row


def _other_party(agreement: Agreement) -> str:
    parties = agreement.introduction
    names = parties.provider.name or "", parties.customer.name or ""
    return other_party(*names, parties.ours or "", agreement.kind or "")
