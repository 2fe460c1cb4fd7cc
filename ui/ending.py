"""What the system wants: that the program ends, that the person logs out, that the computer sleeps.

In each case what was typed is saved first. Loaded after the first painting: before it nobody has
typed anything.
"""

import os
import signal
import sys
from contextlib import suppress
from typing import Any

from PySide6.QtCore import SLOT, QObject, QSocketNotifier, QTimer, Slot
from PySide6.QtGui import QSessionManager
from PySide6.QtWidgets import QApplication

from slaeditor.cli import streams
from ui.window import MainWindow

_SLEEP_AFTER = 1000  # ms after the painting; then the system's bus is asked
_LOGIND = "org.freedesktop.login1"
_LOG_OUT = 5.0
"""Seconds that a log-out waits for a save; systems wait little longer themselves."""


class Ending(QObject):
    """Watches for the wishes of the system, on behalf of a window.

    SIGTERM, SIGHUP and SIGINT (Ctrl-C) save and close without a question: what can't be saved is
    kept in a recovery copy. A second one of them ends the process at once.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._notifier: QSocketNotifier | None = None

    def watch(self) -> None:
        """Watch from now on."""
        if sys.platform != "win32":
            self._watch_signals()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.commitDataRequest.connect(self._on_commit_requested)
            app.saveStateRequest.connect(self._on_state_requested)
        if sys.platform == "linux":
            QTimer.singleShot(_SLEEP_AFTER, self, self._watch_sleep)

    # Signals: Python handles them only when it gets a turn, which the pipe gives it.

    def _watch_signals(self) -> None:
        if sys.platform == "win32":
            return
        reading, writing = os.pipe()
        os.set_blocking(reading, False)
        os.set_blocking(writing, False)
        self._reading = reading
        signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
            if signal.getsignal(number) is not signal.SIG_IGN:  # as under nohup
                signal.signal(number, lambda _number, _frame: None)
        self._notifier = QSocketNotifier(reading, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_signalled)

    @Slot()
    def _on_signalled(self) -> None:
        with suppress(BlockingIOError):
            os.read(self._reading, 100)
        if sys.platform != "win32":
            for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
                signal.signal(number, signal.SIG_DFL)
        self.end()

    def end(self) -> None:
        """Save, close the window without a question, and end with 1 where a save failed."""
        sentence = self._window.end()
        if sentence:
            streams.warn(sentence)
        QApplication.exit(1 if sentence else 0)

    # Logging out.

    @Slot(QSessionManager)
    def _on_commit_requested(self, session: QSessionManager) -> None:
        """Save before the person is logged out; stop that where it fails and they can be asked."""
        if self._window.save_at_once(_LOG_OUT) or not session.allowsInteraction():
            return
        session.cancel()
        QTimer.singleShot(0, self._window, self._window.close)  # asks what to do

    @Slot(QSessionManager)
    def _on_state_requested(self, session: QSessionManager) -> None:
        self._window.save_open()

    # Sleep.

    @Slot()
    def _watch_sleep(self) -> None:
        """Hear from the system, where it says so, that the computer is about to sleep."""
        from PySide6.QtDBus import QDBusConnection

        bus = QDBusConnection.systemBus()
        if bus.isConnected():
            path, manager = "/org/freedesktop/login1", f"{_LOGIND}.Manager"
            slot: Any = SLOT("on_sleep(bool)")  # a str; PySide's own stubs ask for bytes
            bus.connect(_LOGIND, path, manager, "PrepareForSleep", self, slot)

    @Slot(bool)
    def on_sleep(self, is_beginning: bool) -> None:
        """Save before the computer sleeps; called by the bus."""
        if is_beginning:
            self._window.save_open()
