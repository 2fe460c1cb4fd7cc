"""Keeps the preview up to date with the draft: composes in a worker, shows in the window's thread.

The worker gets an immutable agreement and gives back immutable entries, so nothing is shared.
While keys follow each other closely nothing is composed; the newest state wins.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from queue import SimpleQueue
from threading import Thread
from time import perf_counter

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from slaeditor.agreement import Agreement
from slaeditor.document.compose import compose
from slaeditor.document.memory import Memory
from slaeditor.editing.open_draft import Changed, OpenDraft
from slaeditor.errors import SlaError
from slaeditor.i18n import _
from ui.preview.cutting import Cut, Cutter
from ui.preview.view import PreviewView

QUIET_MS = (20, 80)
"""Milliseconds after the last change until the document is composed, at least and at most.

Within these limits it is as long as the last preview took to be made: a long document, or a slow
computer, gets more of a pause.
"""


@dataclass(frozen=True, slots=True)
class Wish:
    """What the worker is to compose."""

    agreement: Agreement
    today: date


@dataclass(frozen=True, slots=True)
class Composed:
    """What the worker hands over: the document in pieces, or what is wrong.

    `has_ended` if it was the last thing that this worker did.
    """

    agreement: Agreement
    cut: Cut | None = None
    problem: str = ""
    has_ended: bool = False


def _unexpected() -> str:
    return _("The preview can’t be made, for a reason that the program didn’t expect.")


class Composer:
    """Composes one state of an agreement after the other. For one thread at a time."""

    def __init__(self) -> None:
        self._memory = Memory()
        self._cutter = Cutter()

    def composed(self, wish: Wish) -> Composed:
        """The document in pieces. Raises what `compose` raises."""
        document = compose(wish.agreement, wish.today, self._memory)
        return Composed(wish.agreement, self._cutter.cut(document))


class PreviewFeed(QObject):
    """Feeds one view from one draft until `stop` is called.

    `counted` gives the number of words after each composing. `today` is asked for the day.
    """

    counted = Signal(int)
    _handed_over = Signal(object)

    def __init__(
        self,
        draft: OpenDraft,
        view: PreviewView,
        today: Callable[[], date],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._draft = draft
        self._view = view
        self._today = today
        self._wishes: SimpleQueue[Wish | None] = SimpleQueue()
        self._worker = self._new_worker()
        self._begun = 0.0  # while the worker is at it
        self._is_stopped = False
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS[0])
        self._quiet.setTimerType(Qt.TimerType.PreciseTimer)
        self._quiet.timeout.connect(self._on_quiet)
        self._handed_over.connect(self._on_handed_over)
        self._unsubscribe = draft.subscribe(self._note_change)
        self._start()

    @property
    def pause(self) -> int:
        """Milliseconds after a change until the document is composed."""
        return self._quiet.interval()

    def stop(self) -> None:
        """Stop feeding; waits for the worker, which takes a fraction of a second at the most."""
        if self._is_stopped:
            return
        self._is_stopped = True
        self._unsubscribe()
        self._quiet.stop()
        self._wishes.put(None)
        self._worker.join()

    def refresh(self) -> None:
        """Compose anew now."""
        self._quiet.stop()
        self._start()

    def _note_change(self, changed: Changed) -> None:
        self._quiet.start()

    @Slot()
    def _on_quiet(self) -> None:
        self._start()

    def _start(self) -> None:
        """Let the worker compose; while it is at it, its end starts the next."""
        if not self._begun:
            self._begun = perf_counter()
            self._wishes.put(Wish(self._draft.agreement, self._today()))

    def _new_worker(self) -> Thread:
        worker = Thread(target=self._serve, name="preview", daemon=True)
        worker.start()
        return worker

    def _serve(self) -> None:
        """In the worker: fulfil one wish after the other, each with what the last one taught.

        What the program didn't expect ends the worker, and is reported as in any other thread.
        """
        composer = Composer()
        while (wish := self._wishes.get()) is not None:
            composed = Composed(wish.agreement, problem=_unexpected(), has_ended=True)
            try:
                composed = composer.composed(wish)
            except SlaError as error:
                composed = Composed(wish.agreement, problem=str(error))
            finally:
                self._handed_over.emit(composed)

    @Slot(object)
    def _on_handed_over(self, composed: Composed) -> None:
        begun, self._begun = self._begun, 0.0
        if self._is_stopped:
            return
        if composed.has_ended:
            self._worker = self._new_worker()
        if composed.agreement is not self._draft.agreement:
            if not self._quiet.isActive():
                self._start()
            return
        if composed.cut is None:
            self._view.show_problem(composed.problem)
        else:
            self._view.show_entries(composed.cut.entries)
            self.counted.emit(composed.cut.words)
        self._adapt(perf_counter() - begun)

    def _adapt(self, seconds: float) -> None:
        """Wait the longer for the next pause, the longer the last preview took."""
        shortest, longest = QUIET_MS
        self._quiet.setInterval(min(max(shortest, round(seconds * 1000)), longest))
