"""The status bar: when it was saved last, how long the document is, where all is kept."""

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QLabel, QStatusBar

from slaeditor.i18n import _, ngettext
from slaeditor.moments import moment_words
from ui.elided import Elided


class Status(QStatusBar):
    """Says the state of saving at the left, words and folder at the right."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self._state, self._words = Elided(in_the_middle=True), QLabel()
        self._folder = Elided(in_the_middle=True)
        self._folder.setProperty("alignment", "AlignRight|AlignVCenter")
        self._folder.set_whole(_("Kept in {folder}").format(folder=folder))
        self.addWidget(self._state, 3)
        self.addPermanentWidget(self._words)
        self.addPermanentWidget(self._folder)
        self.show_nothing()

    def text(self) -> str:
        """What it says about saving."""
        return self._state.accessibleName()

    def show_nothing(self) -> None:
        """No agreement is open."""
        self._state.set_whole("")
        self._words.hide()

    def show_saved(self, moment: datetime) -> None:
        """Everything is saved since then."""
        here, now = moment.astimezone(), datetime.now(UTC).astimezone()
        if here.date() == now.date():
            words = _("Saved on this computer at {time}").format(time=f"{here:%H:%M}")
        else:
            words = _("Saved on this computer, {moment}").format(moment=moment_words(here, now))
        self._state.set_whole(words)

    def show_saving(self) -> None:
        """Something isn't saved yet."""
        self._state.set_whole(_("Saving…"))

    def show_failed(self, sentence: str) -> None:
        """It could not be saved."""
        self._state.set_whole(_("Not saved: {reason}").format(reason=sentence))

    def show_words(self, count: int) -> None:
        """How many words the document has."""
        self._words.setText(
            ngettext("{count} word", "{count} words", count).format(count=f"{count:,}")
        )
        self._words.show()
