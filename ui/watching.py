"""Notices that something looks different on the disk, without anybody asking.

Looking waits for the disk, which may be a share of the network that has gone: it is done on a
thread of its own, which sleeps nearly all of the time.
"""

from collections.abc import Callable, Hashable
from threading import Event, Thread
from time import monotonic

from PySide6.QtCore import QObject, Signal

PAUSE = 1.0
"""Seconds between two looks."""

_SHARE = 20  # a look that takes long is followed by a pause that many times as long


class Watch(QObject):
    """`changed` comes once for each time that `look` answers something else than before.

    `look` runs on the watch's thread and must not raise; it answers what can be compared.
    """

    changed = Signal()

    def __init__(
        self, look: Callable[[], Hashable], pause: float = PAUSE, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._pause = pause
        self._end = Event()
        self._look = look
        self._bell = _Bell()
        self._bell.rung.connect(self.changed)

    def start(self) -> None:
        """Watch from now on; what looks different from now on counts."""
        watcher = _Watcher(self._look, self._bell, self._end, self._pause)
        Thread(target=watcher.run, name="watching a draft", daemon=True).start()

    def stop(self) -> None:
        """Watch no more; a look that waits for a disk is not waited for."""
        self._end.set()
        self._bell.rung.disconnect(self.changed)


class _Bell(QObject):
    """Carries the news into the thread of the window; the watching thread keeps it alive."""

    rung = Signal()


class _Watcher:
    """What the thread holds: nothing of the window but the bell."""

    def __init__(self, look: Callable[[], Hashable], bell: _Bell, end: Event, pause: float) -> None:
        self._look, self._bell, self._end, self._pause = look, bell, end, pause

    def run(self) -> None:
        """Look until the end."""
        seen, pause = self._look(), self._pause
        while not self._end.wait(pause):
            begun = monotonic()
            found = self._look()
            pause = max(self._pause, _SHARE * (monotonic() - begun))
            if found != seen and not self._end.is_set():
                seen = found
                self._bell.rung.emit()
