"""The end of a level's page: its past as a picture and in words, and what its target allows."""

from datetime import date

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from slaeditor.editing.open_draft import Changed, OpenDraft
from slaeditor.i18n import _
from ui.metrics.allowance import allowance
from ui.metrics.chart import PastChart
from ui.metrics.past import past_of, sentences
from ui.theme.tokens import SMALL
from ui.theme.widgets import Card, Words, section_title

DELAY = 150
"""Milliseconds after a change until the picture follows."""

_DAY = date(2000, 1, 1)  # what is shown here never looks at the day
_HOURS = ("scope/service_hours", "scope/support_hours")


class LevelPicture(QWidget):
    """Follows the level at a path; hidden while there is nothing to show."""

    def __init__(self, draft: OpenDraft, level_path: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._path = level_path
        self._chart = PastChart()
        self._words = Words()
        self._allowance = Words(role="muted")
        self._lay_out()
        self._timer = QTimer(self, singleShot=True, interval=DELAY)
        self._timer.timeout.connect(self.refresh)
        self.destroyed.connect(draft.subscribe(self._on_changed))
        self.refresh()

    def text(self) -> str:
        """Everything it says in words."""
        return " ".join(words.text() for words in (self._words, self._allowance) if words.text())

    @Slot()
    def refresh(self) -> None:
        """Show the level as it is now."""
        view = self._draft.view(_DAY)
        past = past_of(view, self._path)
        told = " ".join(sentences(past))
        allowed = allowance(view, self._path)
        self._chart.show_past(past)
        self._chart.setAccessibleName(_("Picture of the past. {words}").format(words=told))
        self._chart.setVisible(past.says_something)
        self._title.setText(
            _("The past against the target") if past.says_something else _("The target in minutes")
        )
        for words, text in ((self._words, told), (self._allowance, allowed)):
            words.setText(text)
            words.setVisible(bool(text))
        self.setVisible(past.says_something or bool(allowed))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        self._title = section_title("")
        column.addWidget(self._title)
        card = Card()
        for part in (self._chart, self._words, self._allowance):
            card.body.addWidget(part)
        column.addWidget(card)

    def _on_changed(self, changed: Changed) -> None:
        if any(changed.touches(path) for path in (self._path, *_HOURS)):
            self._timer.start()
