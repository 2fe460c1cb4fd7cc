"""The bar that says a returned file is being read; the window can be used meanwhile."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar

from slaeditor.bidi import isolated
from slaeditor.i18n import _
from ui.theme.tokens import MEDIUM, SMALL
from ui.theme.widgets import Button, Mark, Words


class ReadingBar(QFrame):
    """`stopped` says that the person doesn't want it any more."""

    stopped = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        words = _("Reading {name} and comparing it…").format(name=isolated(name))
        self.setProperty("role", "notice")
        self.setAccessibleName(words)
        progress = QProgressBar()
        progress.setTextVisible(False)
        progress.setRange(0, 0)  # how long it takes is not known
        progress.setAccessibleName(words)
        stop = Button(_("Cancel"))
        stop.setAccessibleName(_("Cancel the import"))
        stop.clicked.connect(self.stopped)
        row = QHBoxLayout(self)
        row.setContentsMargins(MEDIUM, SMALL, SMALL, SMALL)
        row.setSpacing(MEDIUM)
        row.addWidget(Mark("mail", "accent"), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(Words(words), 2)
        row.addWidget(progress, 3)
        row.addWidget(stop)
