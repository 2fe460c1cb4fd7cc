"""Keeps the preview up to date with the draft: composes in a worker, shows in the window's thread.

The worker gets an immutable agreement and gives back immutable entries, so nothing is shared.
While typing goes on nothing is composed; the newest state wins.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from threading import Thread

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from slaeditor.agreement import Agreement
from slaeditor.document.compose import compose
from slaeditor.document.memory import Memory
from slaeditor.document.text import word_count
from slaeditor.editing.open_draft import Changed, OpenDraft
from slaeditor.errors import SlaError
from slaeditor.i18n import _
from ui.preview.entries import Entry, entries_of
from ui.preview.view import PreviewView

QUIET_MS = 80
"""Milliseconds after the last change before the document is composed."""


@dataclass(frozen=True, slots=True)
class Composed:
    """What the worker hands over: the document in entries and its words, or what is wrong."""

    agreement: Agreement
    entries: tuple[Entry, ...] = ()
    words: int = 0
    problem: str = ""


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
        self._memory = Memory()  # the worker's; there is never more than one
        self._worker: Thread | None = None
        self._is_stopped = False
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._quiet.timeout.connect(self._on_quiet)
        self._handed_over.connect(self._on_handed_over)
        self._unsubscribe = draft.subscribe(self._note_change)
        self._start()

    def stop(self) -> None:
        """Stop feeding; waits for the worker, which takes a fraction of a second at the most."""
        if not self._is_stopped:
            self._unsubscribe()
        self._is_stopped = True
        self._quiet.stop()
        if self._worker is not None:
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
        """Let a worker compose; while one is at it, its end starts the next."""
        if self._worker is None:
            work = (self._draft.agreement, self._today())
            self._worker = Thread(target=self._run, args=work, name="preview", daemon=True)
            self._worker.start()

    def _run(self, agreement: Agreement, today: date) -> None:
        """In the worker. What the program didn't expect is reported as in any other thread."""
        problem = _("The preview can’t be made, for a reason that the program didn’t expect.")
        composed = Composed(agreement, problem=problem)
        try:
            document = compose(agreement, today, self._memory)
            composed = Composed(agreement, entries_of(document), word_count(document))
        except SlaError as error:
            composed = Composed(agreement, problem=str(error))
        finally:
            self._handed_over.emit(composed)

    @Slot(object)
    def _on_handed_over(self, composed: Composed) -> None:
        self._worker = None
        if self._is_stopped:
            return
        if composed.agreement is not self._draft.agreement:
            if not self._quiet.isActive():
                self._start()
        elif composed.problem:
            self._view.show_problem(composed.problem)
        else:
            self._view.show_entries(composed.entries)
            self.counted.emit(composed.words)
