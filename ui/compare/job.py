"""Compares two versions on a thread of its own: read, composed, compared and laid out there."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from queue import SimpleQueue

from PySide6.QtCore import QObject, Signal, Slot

from slaeditor.agreement import Agreement, decode
from slaeditor.blocks import Document
from slaeditor.changes import Change, diff
from slaeditor.document.comparing import compare
from slaeditor.document.compose import compose
from slaeditor.errors import SlaError
from slaeditor.i18n import _
from slaeditor.library.drafts import History
from ui.compare.fields import changed_fields
from ui.compare.laying import Laid, laid_out, marked_parts, part_of_fields
from ui.compare.marked import Marker

NOW = ""
"""In place of the id of a point: the agreement as it stands."""

_KEPT = 6  # versions that are kept composed


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to compare: ids of points, or `NOW`, which is `now`. Both alike show one version."""

    old: str
    new: str
    now: Agreement
    today: date


@dataclass(frozen=True, slots=True)
class Version:
    """One version, composed. `sentence` says so where it isn't quite the one asked for."""

    agreement: Agreement
    document: Document
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """What came of it: both versions, how many changes in words, and the paper."""

    old: Version
    new: Version
    summary: str
    laid: Laid
    back: tuple[Change, ...]
    """What leads from the agreement as it stands to the older version."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A wish and what was found, or a sentence about why nothing was."""

    wanted: Wanted
    found: Found | None = None
    problem: str = ""


class Comparer(QObject):
    """Answers with `compared`, in the window's thread, the newest wish only.

    `history` makes a history for the worker: one is for one thread.
    """

    compared = Signal(object)
    _answered = Signal(object)

    def __init__(self, history: Callable[[], History], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._history = history
        self._wishes: SimpleQueue[Wanted | None] = SimpleQueue()
        self._newest: Wanted | None = None
        self._worker: threading.Thread | None = None
        self._answered.connect(self._on_answered)

    @property
    def is_busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._newest is not None

    def compare(self, wanted: Wanted) -> None:
        """Compare soon; what was asked for before is no longer answered."""
        self._newest = wanted
        self._wishes.put(wanted)
        if self._worker is None:
            self._worker = threading.Thread(target=self._serve, name="compare", daemon=True)
            self._worker.start()

    def stop(self) -> None:
        """End the worker; waits for what it is at."""
        self._newest = None
        if self._worker is not None:
            self._wishes.put(None)
            self._worker.join()
            self._worker = None

    def _serve(self) -> None:
        """In the worker: answer one wish after the other, but only the newest of those waiting."""
        reading = Reading(self._history())
        while (wanted := self._wishes.get()) is not None:
            if not self._wishes.empty():
                continue
            answer = Answer(
                wanted,
                problem=_(
                    "The versions could not be compared, for a reason that the program didn’t "
                    "expect. Nothing was changed."
                ),
            )
            is_over = True
            try:
                answer = Answer(wanted, reading.found(wanted))
                is_over = False
            except SlaError as problem:
                answer = Answer(wanted, problem=str(problem))
                is_over = False
            finally:  # what nobody expected goes on to the last net
                if is_over:
                    self._worker = None  # the next wish gets a worker of its own
                self._answered.emit(answer)

    @Slot(object)
    def _on_answered(self, answer: Answer) -> None:
        if answer.wanted is self._newest:
            self._newest = None
            self.compared.emit(answer)


def compared(old: Version, new: Version, now: Agreement) -> Found:
    """The comparison of two versions; `now` is what something could be copied back into."""
    comparison, marker = compare(old.document, new.document), Marker()
    parts = marked_parts(comparison, marker)
    shown = {path for paths in marker.paths for path in paths}
    changes = diff(old.agreement, new.agreement)
    fields = changed_fields(old.agreement, new.agreement, changes, shown)
    others = part_of_fields(fields, marker)
    laid = laid_out(comparison, new.document, marker, [*parts, *([others] if others else [])])
    return Found(old, new, comparison.summary, laid, diff(now, old.agreement))


class Reading:
    """Reads, composes and compares, and keeps a few versions. For one thread at a time."""

    def __init__(self, history: History) -> None:
        self._history = history
        self._versions: dict[str, Version] = {}

    def found(self, wanted: Wanted) -> Found:
        """The comparison. Raises what `History.restored` and `compose` raise."""
        old, new = self._version(wanted.old, wanted), self._version(wanted.new, wanted)
        return compared(old, new, wanted.now)

    def _version(self, point_id: str, wanted: Wanted) -> Version:
        if point_id == NOW:
            return Version(wanted.now, compose(wanted.now, wanted.today))
        known = self._versions.get(point_id)
        if known is None:
            restored = self._history.restored(point_id)
            agreement = decode(restored.draft)
            document = compose(agreement, wanted.today)
            known = Version(agreement, document, restored.sentence)
            while len(self._versions) >= _KEPT:
                self._versions.pop(next(iter(self._versions)))
            self._versions[point_id] = known
        return known
