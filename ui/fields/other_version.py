"""Says under a field that another computer wrote something else there, and leads to both."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from slaeditor.i18n import _
from ui.theme.tokens import SMALL, TIGHT
from ui.theme.widgets import Button, Mark, Words


class OtherVersion(QFrame):
    """A sentence and the button that shows both versions side by side."""

    def __init__(self, label: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "suggestion")
        self.button = Button(_("Compare"))
        self.button.setAccessibleName(_("Compare both versions: {label}").format(label=label))
        row = QHBoxLayout(self)
        row.setContentsMargins(SMALL, TIGHT, TIGHT, TIGHT)
        row.setSpacing(SMALL)
        row.addWidget(Mark("swap", "warning"))
        row.addWidget(Words(_("Changed on both sides"), "hint"), 1)
        row.addWidget(self.button)
        self.hide()
