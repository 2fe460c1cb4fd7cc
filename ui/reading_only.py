"""The bar over an agreement that can only be read: why that is so, and how to edit it anyway."""

from PySide6.QtCore import QObject, QTimer, Slot

from slaeditor.i18n import _
from ui.bench import Bench
from ui.desk import Desk
from ui.theme.notices import InfoBar, announce

ABOUT = "read only"
_LOOK = 3000  # ms between two looks whether the other window has gone


class ReadingOnly(QObject):
    """Follows the open agreement."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self._bench = bench
        self._frame = bench.frame
        self._desk: Desk | None = None
        self._look = QTimer(self, interval=_LOOK)
        self._look.timeout.connect(self._on_look)
        bench.opened.connect(self._on_opened)
        bench.closed.connect(self._on_closed)

    @Slot(object)
    def _on_opened(self, desk: Desk) -> None:
        self._desk = desk
        permission = desk.draft.permission
        if permission.is_given:
            return
        text = _("{reason} It is read-only here: you can compare, export and copy it.").format(
            reason=permission.sentence
        )
        bar = InfoBar(text, "warning", closable=False)
        if desk.is_held_elsewhere:
            bar.add_button(_("Edit anyway"), self._edit_anyway).setToolTip(
                _("What you and others write at the same time is brought together at each save")
            )
        bar.add_button(_("Save a copy…"), self._bench.copy_requested.emit)
        self._frame.notices.put(ABOUT, bar)
        announce(self._frame, text)
        self._look.start()

    @Slot()
    def _on_closed(self) -> None:
        self._desk = None
        self._look.stop()
        self._frame.notices.take(ABOUT)

    def _edit_anyway(self) -> None:
        """Let the person edit; the focus goes where they were."""
        if self._desk is not None:
            self._look.stop()
            self._desk.edit_anyway()
            self._frame.notices.take(ABOUT)
            self._bench.show_at("")
            announce(self._frame, _("You can edit this agreement now."))

    @Slot()
    def _on_look(self) -> None:
        """Once the other window has put the agreement away, it is this one's to edit."""
        if self._desk is None:
            return
        was_held = self._desk.is_held_elsewhere
        if self._desk.looks_free():
            self._look.stop()
            self._frame.notices.take(ABOUT)
            held = _("The other window has put this agreement away: you can edit it now.")
            freed = _("This agreement can be written again: you can edit it now.")
            self._frame.toast.show_message(held if was_held else freed)
