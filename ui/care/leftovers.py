"""Choosing among what is left of a damaged draft; the choice becomes a copy, the file stays."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from slaeditor.bidi import isolated
from slaeditor.editing.remains import Remain
from slaeditor.i18n import _
from ui.dialogs import Dialog
from ui.new.choices import RadioChoices
from ui.theme.widgets import PrimaryButton, Words

_WIDTH = 36  # in heights of a line of text


class LeftoversDialog(Dialog):
    """One choice for each state that is left; the recommended one comes first and is chosen."""

    def __init__(
        self,
        title: str,
        remains: Sequence[Remain],
        then: Callable[[Remain], object],
        parent: QWidget,
    ) -> None:
        super().__init__(_("What is left of it"), parent)
        self.setMinimumWidth(round(self.fontMetrics().height() * _WIDTH))
        self._remains = remains
        self._then = then
        heading = _("What is left of “{title}”").format(title=isolated(title))
        self.body.addWidget(Words(heading, "section"))
        self.body.addWidget(
            Words(_("It becomes a copy beside the damaged file, which stays as it is."))
        )
        self._choices = RadioChoices()
        self._choices.offer(
            (str(number), each.words, _explained(each, number, len(remains)))
            for number, each in enumerate(remains)
        )
        self.body.addWidget(self._choices)
        open_button = PrimaryButton(_("Open as a copy"))
        open_button.setDefault(True)
        open_button.clicked.connect(self._on_open_clicked)
        self.add_buttons(self.cancel_button(), open_button)
        self._choices.focus_first()

    @Slot()
    def _on_open_clicked(self) -> None:
        remain = self._remains[int(self._choices.value())]
        self.accept()
        self._then(remain)


def _explained(remain: Remain, number: int, count: int) -> str:
    """The line under a choice; the first of several is the recommended one."""
    if number or count == 1:
        return remain.sentence
    return _("Recommended. {sentence}").format(sentence=remain.sentence)
