"""The head of a comparison: which versions, how much changed, and the way through it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
)

from slaeditor.i18n import _
from ui.elided import Elided
from ui.theme.narrow import Narrowing
from ui.theme.tokens import MEDIUM, SMALL
from ui.theme.widgets import Button, hint


class Head(Narrowing):
    """`shown_changed` tells that more or less is to be shown: see `shows_whole`."""

    shown_changed = Signal()

    def __init__(self, previous: QAction, following: QAction) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.title = Elided("section")
        self.summary = hint("")
        self._steps = (
            (_step_button(previous, _("Previous change"), "up"), _("Previous change")),
            (_step_button(following, _("Next change"), "down"), _("Next change")),
        )
        self._changes = QRadioButton(_("Only changes"))
        self._whole = QRadioButton(_("Whole document"))
        self._changes.setChecked(True)
        group = QButtonGroup(self)
        for button in (self._changes, self._whole):
            group.addButton(button)
        group.buttonClicked.connect(self.shown_changed)
        self._lay_out()

    @property
    def shows_whole(self) -> bool:
        """Whether the whole document is to be shown, not only what changed."""
        return self._whole.isChecked()

    def show_found(self, title: str, summary: str, count: int, *, is_alone: bool) -> None:
        """Say which versions these are, and how many changes there are to go to."""
        self.title.set_whole(title)
        self.summary.setText(summary)
        for button, _words in self._steps:
            button.setEnabled(count > 0)
        for radio in (self._changes, self._whole):
            radio.setVisible(not is_alone)

    @Slot()
    def show_busy(self) -> None:
        """Say that it takes a moment."""
        self.summary.setText(_("Comparing…"))

    def fit(self) -> None:
        """Leave the words out of the buttons before they take the title's room."""
        layout = self.layout()
        if layout is None:  # on the way up
            return
        for with_words in (True, False):
            for button, words in self._steps:
                button.setText(words if with_words else "")
            wanted = sum(button.sizeHint().width() for button, _words in self._steps)
            if 2 * wanted <= self.width():
                return

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(SMALL)
        first.addWidget(self.title, 1)
        for button, _words in self._steps:
            first.addWidget(button)
        second = QHBoxLayout()
        second.setSpacing(MEDIUM)
        second.addWidget(self.summary, 1)
        second.addWidget(self._changes)
        second.addWidget(self._whole)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addLayout(first)
        column.addLayout(second)


def _step_button(action: QAction, words: str, picture: str) -> Button:
    button = Button(words, picture)
    button.setAccessibleName(words)
    key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    button.setToolTip(f"{words} ({key})")
    button.clicked.connect(action.trigger)
    return button
