"""Notices what other programs do to the library while its list shows.

The system tells of files that come, go or are replaced. What it doesn't tell of (a file written
in place, a share of the network) is found by looking at names and times now and then, on a thread
of its own and never for more than a small part of the time.
"""

import time
from collections.abc import Callable
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal, Slot

from slaeditor.library.drafts import Library

_SETTLING = 0.4  # seconds: a sync tool that brings many files is waited for
_TIMES = 10  # as long as the list took last time to be read, before it is read again
_PAUSE = 5.0  # seconds between two looks
_SHARE = 0.005  # of the time may be spent on looking
_POLL = 50  # ms between two questions whether a look is over


class LibraryWatch(QObject):
    """`changed` says that the list may show something else now; only while `is_wanted` holds."""

    changed = Signal()

    def __init__(
        self,
        library: Library,
        is_wanted: Callable[[], bool],
        parent: QObject,
        pause: float = _PAUSE,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._is_wanted = is_wanted
        self._least_pause = pause
        self._seen: int | None = None
        self._took = 0.0
        self._look: _Look | None = None
        self._watcher: QFileSystemWatcher | None = None
        self._settling = _timer(self, self._on_settled)
        self._pause = _timer(self, self._on_pause_over)
        self._poll = _timer(self, self._on_polled)

    @Slot()
    def start(self) -> None:
        """Watch from now on."""
        if self._watcher is None:
            self._watcher = QFileSystemWatcher(self)
            self._watcher.directoryChanged.connect(self._on_folder_changed)
        self._on_pause_over()

    @Slot()
    def _on_folder_changed(self) -> None:
        if not self._settling.isActive():
            self._settling.start(round(1000 * max(_SETTLING, _TIMES * self._took)))

    @Slot()
    def _on_settled(self) -> None:
        self._watch_folders()
        if self._is_wanted():
            begun = time.monotonic()
            self.changed.emit()
            self._took = time.monotonic() - begun

    @Slot()
    def _on_pause_over(self) -> None:
        self._watch_folders()
        if self._is_wanted():
            self._look = _Look(self._library)
            self._poll.start(_POLL)
        else:
            self._pause.start(round(1000 * self._least_pause))

    @Slot()
    def _on_polled(self) -> None:
        look = self._look
        if look is None or look.found is None:
            self._poll.start(_POLL)
            return
        self._look = None
        if self._seen not in (None, look.found):
            self._on_folder_changed()
        self._seen = look.found
        self._pause.start(round(1000 * max(self._least_pause, look.seconds / _SHARE)))

    def _watch_folders(self) -> None:
        """Watch the folders that are there by now; the system forgets those that went."""
        if self._watcher is None:
            return
        watched = set(self._watcher.directories())
        for folder in _folders(self._library.folder):
            if str(folder) not in watched and folder.is_dir():
                self._watcher.addPath(str(folder))


class _Look:
    """One look at the library on a thread of its own; `found` is None until it is over."""

    def __init__(self, library: Library) -> None:
        self.found: int | None = None
        self.seconds = 0.0
        own = Library(library.folder, library.local)
        Thread(target=self._run, args=(own,), name="looking", daemon=True).start()

    def _run(self, library: Library) -> None:
        begun = time.monotonic()
        found = library.fingerprint()
        self.seconds = time.monotonic() - begun
        self.found = found


def _folders(library: Path) -> tuple[Path, ...]:
    return library, library / "drafts", library / "trash"


def _timer(parent: QObject, then: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.timeout.connect(then)
    return timer
