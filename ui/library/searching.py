"""Full-text search on a thread of its own: hits as they come, and where each of them stands."""

import time
from collections.abc import Sequence
from threading import Condition, Thread
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from slaeditor.editing.finding import Passage, passage
from slaeditor.library.drafts import Library
from slaeditor.library.home import Home

_PACE = 0.1  # seconds between two reports
_PATIENCE = 1.0  # seconds that the end waits for the thread


class Report(NamedTuple):
    """What a search has come to: how many of all are searched, and what was found since."""

    words: str
    searched: int
    total: int
    found: list[str]
    is_over: bool


class TextSearch(QObject):
    """One search at a time; a new one takes the place of the one before.

    `found` carries a `Report`, `placed` the words and `{id: Passage}` for what was wanted.
    """

    found = Signal(object)
    placed = Signal(str, object)

    def __init__(self, home: Home, parent: QObject) -> None:
        super().__init__(parent)
        self._home = home
        self._turn = Condition()
        self._words = ""
        self._ids: Sequence[str] | None = None
        self._wanted: dict[str, None] = {}
        self._is_ending = False
        self._thread: Thread | None = None

    def begin(self, words: str, ids: Sequence[str]) -> None:
        """Look for the words in the texts of those agreements, in that order."""
        with self._turn:
            self._words, self._ids = words, ids
            self._wanted.clear()
            if self._thread is None:
                self._thread = Thread(target=self._run, name="searching", daemon=True)
                self._thread.start()
            self._turn.notify()

    def stop(self) -> None:
        """Search no more; what was read so far counts for the next search."""
        with self._turn:
            self._words, self._ids = "", None
            self._wanted.clear()

    def want(self, draft_id: str) -> None:
        """Find out where the words stand in that agreement, which is about to be shown."""
        with self._turn:
            self._wanted[draft_id] = None
            self._turn.notify()

    def end(self) -> None:
        """End the thread; waits a moment for it."""
        self.stop()
        with self._turn:
            self._is_ending = True
            self._turn.notify()
        if self._thread is not None:
            self._thread.join(_PATIENCE)

    def _run(self) -> None:
        library = Library(self._home.folder, self._home.local)  # its own: for one thread each
        while True:
            with self._turn:
                self._turn.wait_for(
                    lambda: self._is_ending or self._wanted or self._ids is not None
                )
                if self._is_ending:
                    break
                words, ids, self._ids = self._words, self._ids, None
            try:
                if ids is not None:
                    self._search(library, words, ids)
                self._place(library, words)
            except RuntimeError:  # the window is gone
                return
        library.keep_index()

    def _search(self, library: Library, words: str, ids: Sequence[str]) -> None:
        hits: list[str] = []
        searched, last = 0, time.monotonic()
        try:
            for part in library.search(words, ids):
                if self._is_other(words):
                    return
                hits += part.names
                searched = part.searched
                if time.monotonic() - last > _PACE:
                    self.found.emit(Report(words, searched, len(ids), hits, is_over=False))
                    hits, last = [], time.monotonic()
                self._place(library, words)
        except OSError:
            searched = 0  # the list names the folder that can't be read
        if not self._is_other(words):
            self.found.emit(Report(words, searched, len(ids), hits, is_over=True))

    def _place(self, library: Library, words: str) -> None:
        """Answer what is wanted, a few at a time."""
        places: dict[str, Passage] = {}
        end = time.monotonic() + _PACE / 2
        while time.monotonic() < end:
            with self._turn:
                if self._words != words or not self._wanted:
                    break
                draft_id = next(iter(self._wanted))
                del self._wanted[draft_id]
            draft = library.searched(draft_id)
            found = passage(draft, words) if draft is not None else None
            if found is not None:
                places[draft_id] = found
        if places:
            self.placed.emit(words, places)

    def _is_other(self, words: str) -> bool:
        """Whether something else is looked for by now, or the same once more, or nothing."""
        with self._turn:
            return self._is_ending or self._ids is not None or self._words != words
