"""Waiting for a save, with a word in the window where that takes long."""

from PySide6.QtCore import QTimer

from slaeditor.i18n import _
from ui.desk import Desk
from ui.notices import Notices
from ui.theme.notices import InfoBar, announce

ABOUT = "waiting for a save"
_QUIET = 300  # ms without a word: nearly every save is done by then


def saved_with_a_word(desk: Desk, notices: Notices) -> bool:
    """Save and wait for it, as `Desk.wait_until_saved` does; whether everything is saved."""

    def tell() -> None:
        text = _("Saving… This goes on as soon as everything is saved.")
        notices.put(ABOUT, InfoBar(text, closable=False))
        announce(notices.window(), text)

    timer = QTimer(notices, singleShot=True, interval=_QUIET)
    timer.timeout.connect(tell)
    timer.start()
    try:
        return desk.wait_until_saved()
    finally:
        timer.stop()
        timer.deleteLater()
        notices.take(ABOUT)
