"""The bars over an open agreement that tell what another computer did to it."""

from PySide6.QtCore import QObject, Slot

from slaeditor.clashes import open_clashes
from slaeditor.editing.open_draft import Changed
from slaeditor.i18n import _, ngettext
from ui.bench import Bench
from ui.clashes.page import taken_words
from ui.clashes.screen import ClashScreen
from ui.desk import Desk
from ui.joining import Arrival
from ui.saving import VANISHED
from ui.theme.notices import InfoBar, announce

TAKEN = "taken over"
OPEN = "open clashes"
PROBLEMS = "problems of a merge"


class JoiningBars(QObject):
    """Follows the open agreement, and has its file watched."""

    def __init__(self, bench: Bench, screen: ClashScreen) -> None:
        super().__init__(bench)
        self._bench = bench
        self._frame = bench.frame
        self._screen = screen
        self._desk: Desk | None = None
        self._count = 0
        self._came = 0
        bench.opened.connect(self._on_opened)
        bench.closed.connect(self._on_closed)
        self._frame.page_changed.connect(self._show_open)

    @Slot(object)
    def _on_opened(self, desk: Desk) -> None:
        self._screen.follow(desk)
        self._desk = desk
        self._count = self._came = 0
        if self._bench.editor is not None:
            self._bench.editor.comparison_requested.connect(self._screen.show)
        desk.joining.arrived.connect(self._on_arrived)
        desk.joining.vanished.connect(self._on_vanished)
        desk.draft.subscribe(self._on_changed)
        desk.joining.start()
        self._show_open()

    @Slot()
    def _on_closed(self) -> None:
        self._desk = None
        for about in (TAKEN, OPEN, PROBLEMS, VANISHED):
            self._frame.notices.take(about)
        self._screen.end()

    @Slot(object)
    def _on_arrived(self, arrival: Arrival) -> None:
        """Tell what was taken over; what came before and was not closed counts too."""
        before = self._came if self._frame.notices.bar(TAKEN) is not None else 0
        self._came = before + len(self._screen.note(arrival))
        if arrival.problems:
            self._frame.tell(PROBLEMS, " ".join(arrival.problems), wrong=True)
        if not self._came:
            return
        words = _("Changed on another computer: {changes}.").format(changes=taken_words(self._came))
        bar = self._frame.tell(TAKEN, words)
        bar.add_button(_("Show"), self._screen.show_taken)
        bar.add_button(_("Show history"), self._bench.history_requested.emit)

    def _on_changed(self, changed: Changed) -> None:
        is_open = self._desk is not None and bool(self._desk.draft.agreement.clashes)
        if is_open or changed.touches("clashes"):
            self._show_open()

    @Slot()
    def _show_open(self) -> None:
        """Lead to what waits for a decision, while the agreement itself is shown."""
        desk, notices = self._desk, self._frame.notices
        count = len(open_clashes(desk.draft.agreement)) if desk is not None else 0
        is_elsewhere = self._frame.shows_library or self._screen.is_shown
        if self._screen.is_shown:
            notices.take(TAKEN)
        if not count or is_elsewhere:
            self._count = 0 if not count else self._count
            notices.take(OPEN)
            return
        if notices.bar(OPEN) is not None and count == self._count:
            return
        self._count = count
        words = ngettext(
            "{count} value was changed on both sides. Both versions are kept until you choose.",
            "{count} values were changed on both sides. Both versions are kept until you choose.",
            count,
        ).format(count=count)
        bar = InfoBar(words, "warning", closable=False)
        bar.add_button(_("Compare"), self._screen.show).setAccessibleName(
            _("Compare both versions")
        )
        notices.put(OPEN, bar)
        announce(self._frame, words)

    @Slot(bool)
    def _on_vanished(self, is_in_trash: bool) -> None:
        words = (
            _("This agreement was moved to the trash on another computer. It is still open here.")
            if is_in_trash
            else _("The file of this agreement was deleted elsewhere. It is still open here.")
        )
        bar = InfoBar(words, "warning", closable=False)
        bar.add_button(_("Write it again"), self._write_again)
        bar.add_button(_("Close it"), self._close)
        self._frame.notices.put(VANISHED, bar)
        announce(self._frame, words)

    def _write_again(self) -> None:
        self._frame.notices.take(VANISHED)
        if self._desk is not None:
            self._desk.hand_over()

    def _close(self) -> None:
        """Put the agreement away as it is; what shows is not written."""
        self._bench.close_desk()
        self._frame.look_again()
