"""Reads the library for the start page: a small one at once, a large one on a thread."""

from collections.abc import Sequence
from threading import Thread
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal, Slot

from slaeditor.library.home import Home
from ui.library.catalogue import Catalogue
from ui.library.rows import Row, rows_of

_AT_ONCE = 2000
"""Agreements whose list is read in about ten milliseconds."""


class Shelves(NamedTuple):
    """What was read: agreements and trash; the same objects as before where they say the same."""

    drafts: Catalogue
    trashed: Catalogue


class Reading(QObject):
    """`read` carries the `Shelves`. Of several wishes for a reading the newest counts."""

    read = Signal(object)
    _came = Signal(int, object)

    def __init__(self, home: Home, parent: QObject) -> None:
        super().__init__(parent)
        self._home = home
        self._wish = 0
        self._reads = False
        self._came.connect(self._on_came)

    @property
    def is_under_way(self) -> bool:
        """Whether a thread reads."""
        return self._reads

    def begin(self, before: Shelves, *, is_known: bool) -> None:
        """Read; a small library, whose size `is_known` from `before`, before this returns."""
        self._wish += 1
        if is_known and len(before.drafts.rows) + len(before.trashed.rows) <= _AT_ONCE:
            self.read.emit(_shelves(self._home, before))
        elif not self._reads:
            self._start(before)

    def _start(self, before: Shelves) -> None:
        self._reads = True
        wish = self._wish
        Thread(target=self._run, args=(wish, before), name="reading", daemon=True).start()

    def _run(self, wish: int, before: Shelves) -> None:
        shelves = _shelves(self._home, before)
        try:
            self._came.emit(wish, shelves)
            shelves.drafts.prepare()
        except RuntimeError:  # the window was closed meanwhile
            return

    @Slot(int, object)
    def _on_came(self, wish: int, shelves: Shelves) -> None:
        self._reads = False
        if wish == self._wish:
            self.read.emit(shelves)
        else:
            self._start(shelves)


def _shelves(home: Home, before: Shelves) -> Shelves:
    library = home.library
    drafts, trashed = rows_of(library.summaries()), rows_of(library.trashed())
    return Shelves(_catalogue(drafts, before.drafts), _catalogue(trashed, before.trashed))


def _catalogue(rows: Sequence[Row], before: Catalogue) -> Catalogue:
    return before if type(before.rows) is list and before.rows == rows else Catalogue(rows)
