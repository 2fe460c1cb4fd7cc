"""What the window shows of saving: the words in the status bar, and bars when it doesn't work."""

from PySide6.QtCore import QObject, Slot

from slaeditor.i18n import _
from ui.bench import Bench
from ui.desk import Desk
from ui.theme.notices import InfoBar, announce

ABOUT = "save"
VANISHED = "vanished"
"""What the bar is about that says that the file is gone."""
RECREATED = "recreated"


class SavingBars(QObject):
    """Follows the open agreement."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self._bench = bench
        self._frame = bench.frame
        self._desk: Desk | None = None
        self._told = ""
        self._was_recreated = False
        self._words = 0
        bench.opened.connect(self._on_opened)
        bench.closed.connect(self._on_closed)
        bench.counted.connect(self._on_counted)
        bench.frame.page_changed.connect(self.show)

    @Slot(object)
    def _on_opened(self, desk: Desk) -> None:
        """Follow this one from now on, and tell what could not be done at opening."""
        self._desk = desk
        desk.state_changed.connect(self.show)
        if desk.warnings:
            self._frame.tell("opening", " ".join(desk.warnings))

    @Slot(int)
    def _on_counted(self, words: int) -> None:
        self._words = words
        self.show()

    @Slot()
    def _on_closed(self) -> None:
        self._desk = None
        self._told = ""
        self._words = 0
        self._was_recreated = False
        for about in (ABOUT, "opening", RECREATED):
            self._frame.notices.take(about)

    @Slot()
    def show(self) -> None:
        """Show the state as it is; on the start page the list follows what is saved."""
        desk, status = self._desk, self._frame.status
        if desk is None:
            return
        if desk.failure is not None:
            status.show_failed(str(desk.failure))
            self._show_failure(str(desk.failure))
        elif desk.is_saving:
            status.show_saving()
        else:
            status.show_saved(desk.saved_at)
            self._show_success(desk)
        if self._frame.shows_library:
            status.show_nothing()
        elif self._words:
            status.show_words(self._words)

    def _show_failure(self, sentence: str) -> None:
        if self._told == sentence:
            return
        self._told = sentence
        text = _("Not saved: {reason}").format(reason=sentence)
        bar = InfoBar(text, "danger", closable=False)
        bar.add_button(_("Try again"), self._try_again)
        bar.add_button(_("Save a copy…"), self._bench.copy_requested.emit)
        self._frame.notices.put(ABOUT, bar)
        announce(self._frame, text)

    def _show_success(self, desk: Desk) -> None:
        self._told = ""
        if self._frame.notices.bar(ABOUT) is not None:
            self._frame.notices.take(ABOUT)
            announce(self._frame, _("Saved on this computer"))
        if desk.stored.was_recreated and not self._was_recreated:
            self._was_recreated = True
            self._frame.notices.take(VANISHED)
            self._frame.tell(RECREATED, _recreated(desk))
        if self._frame.shows_library:
            self._frame.page.refresh()

    def _try_again(self) -> None:
        if self._desk is not None:
            self._told = ""
            self._desk.failure = None
            self._desk.try_again()
            self.show()


def _recreated(desk: Desk) -> str:
    if desk.joining.is_in_trash:
        return _(
            "This agreement was moved to the trash on another computer. It has been written again "
            "as you have it here; the trash still holds it as it was there."
        )
    return _("The file of this agreement was deleted elsewhere; it has been written again.")
