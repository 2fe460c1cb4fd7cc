"""A dialog that shows what one state of an agreement says differently from another one."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QWidget

from slaeditor.agreement import Agreement
from slaeditor.document.compose import compose
from slaeditor.i18n import _
from ui.compare.job import Version, compared
from ui.compare.view import MarkedView
from ui.dialogs import Choice, Dialog
from ui.signals import without_arguments
from ui.theme.notices import announce
from ui.theme.widgets import Button, Words, row_of

_SIZE = QSize(860, 560)


class TwoStates(Dialog):
    """Both states on one paper: what only the old one says is struck through, new is underlined.

    Each of the `choices` closes the dialog and calls its function.
    """

    def __init__(
        self,
        parent: QWidget,
        title: str,
        sentence: str,
        states: tuple[Agreement, Agreement],
        today: date,
        choices: Sequence[Choice],
    ) -> None:
        super().__init__(title, parent)
        old, new = (Version(each, compose(each, today)) for each in states)
        found = compared(old, new, old.agreement)
        self._count = len(found.laid.places)
        told = (found.summary, found.laid.other_fields)
        self._summary = " · ".join(part for part in told if part)
        self.view = MarkedView()
        self.body.addWidget(Words(title, "section"))
        self.body.addWidget(Words(sentence))
        self.body.addWidget(Words(self._summary, "hint"))
        self.body.addWidget(self.view, 1)
        self.view.paper.setAccessibleDescription(f"{sentence} {self._summary}")
        self.view.show_pieces(found.laid.changes, anew=True)
        self._add_steps()
        self.add_buttons(self.cancel_button(_("Close")))
        for button, then in choices:
            button.clicked.connect(self.accept)
            button.clicked.connect(without_arguments(then))
            self.add_buttons(button)
        self.resize(_SIZE.boundedTo(parent.size() * 0.94).expandedTo(self.minimumSize()))

    def _add_steps(self) -> None:
        back, on = Button(_("Previous change"), "up"), Button(_("Next change"), "down")
        back.setShortcut("Shift+F8")
        on.setShortcut("F8")
        back.clicked.connect(self._on_back_clicked)
        on.clicked.connect(self._on_on_clicked)
        for button in (back, on):
            button.setEnabled(self._count > 1)
        self.body.addLayout(row_of(back, on))

    def _step(self, by: int) -> None:
        at = self.view.current or (0 if by > 0 else 1)
        number = (at + by - 1) % self._count + 1
        if self.view.go_to(number):
            words = _("Change {number} of {count}")
            announce(self, words.format(number=number, count=self._count))

    @Slot()
    def _on_back_clicked(self) -> None:
        self._step(-1)

    @Slot()
    def _on_on_clicked(self) -> None:
        self._step(1)
