"""Looks through the agreement a moment after the last change, on a thread of its own."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from time import perf_counter

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal, Slot

from slaeditor.document.compose import compose
from slaeditor.document.memory import Memory
from slaeditor.document.view import View
from slaeditor.editing.open_draft import Changed, OpenDraft
from slaeditor.errors import SlaError
from slaeditor.finding import Finding, Severity
from slaeditor.i18n import _
from slaeditor.readiness.findings import findings
from slaeditor.readiness.questions import Progress, progress
from ui.garbage import search_in_the_window

DELAY, LONGEST_DELAY = 150, 1000
"""Milliseconds after the last change until the agreement is looked through.

A long agreement waits longer, three times what the last look took: keys that come while a look is
under way have to share the processor with it.
"""


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found, how far each section is, and the seconds that finding out took."""

    findings: tuple[Finding, ...]
    progress: tuple[Progress, ...]
    seconds: float = 0.0


class Checker(QObject):
    """`checked` carries a `Checked` after each pause; `latest` is the last one, None at first."""

    checked = Signal(object)

    def __init__(self, draft: OpenDraft, today: date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        search_in_the_window()
        self.latest: Checked | None = None
        self._draft = draft
        self._today = today
        self._is_looking = False
        self._delay = DELAY
        self._memory = Memory()  # of the thread that looks; there is never more than one
        self._reply = _Reply()
        self._reply.came.connect(self._on_reply_came)
        self._timer = QTimer(self, singleShot=True, interval=DELAY)
        self._timer.timeout.connect(self._look)
        self.destroyed.connect(draft.subscribe(self._on_changed))
        self._timer.start(0)

    @property
    def is_settled(self) -> bool:
        """Whether `latest` is about the agreement as it stands."""
        return not self._timer.isActive() and not self._is_looking

    def _on_changed(self, changed: Changed) -> None:
        self._timer.start(self._delay)

    @Slot()
    def _look(self) -> None:
        """Start, or try again soon while the last look is still under way."""
        if self._is_looking:
            self._timer.start(self._delay)
            return
        self._is_looking = True
        view = View(self._draft.agreement, self._today, self._memory)
        reply = self._reply
        known = self.latest.progress if self.latest is not None else ()
        QThreadPool.globalInstance().start(lambda: _look(view, reply, known))

    @Slot(object)
    def _on_reply_came(self, found: Checked) -> None:
        self._is_looking = False
        self._delay = min(max(DELAY, round(found.seconds * 3000)), LONGEST_DELAY)
        self.latest = found
        self.checked.emit(found)


class _Reply(QObject):
    """Carries the outcome into the thread of the window; lives as long as somebody needs it."""

    came = Signal(object)


def _look(view: View, reply: _Reply, known: tuple[Progress, ...]) -> None:
    """In the worker: look through and tell, also when something happens that nobody expected.

    `known` is how far each section was before.
    """
    sentence = _("The agreement can’t be checked, for a reason that the program didn’t expect.")
    found = Checked((Finding("", Severity.BLOCKER, sentence, "document"),), known)
    try:
        found = _look_through(view)
    finally:
        with suppress(RuntimeError):  # the program has ended meanwhile
            reply.came.emit(found)


def _look_through(view: View) -> Checked:
    """The findings; a problem that keeps from finding any is one itself."""
    start = perf_counter()
    try:
        found = findings(view, compose(view.agreement, view.today, view.memory))
    except SlaError as problem:
        found = (Finding("", Severity.BLOCKER, str(problem), "document"),)
    return Checked(found, progress(view), perf_counter() - start)
