"""One open draft in the window: edits saved on a thread of their own, and what came of it."""

import time
from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal, Slot

from slaeditor.agreement import Agreement, decode, encode
from slaeditor.editing.autosave import Autosave, Cancel
from slaeditor.editing.open_draft import Changed, OpenDraft
from slaeditor.editing.places import Places
from slaeditor.editing.sitting import Sitting
from slaeditor.errors import ChangedOutside, SlaError
from slaeditor.i18n import _
from slaeditor.library.drafts import Draft, Library, StoredDraft
from slaeditor.library.writable import Hold
from slaeditor.library.writer import Writer
from slaeditor.readiness.questions import completeness
from ui.joining import Joining

PATIENCE = 10.0
"""Seconds that closing waits for a save that is under way."""
_POLL = 10  # ms


class Timer(QObject):
    """Calls one function later, for `Autosave`; a new call takes the place of the one before."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._call: Callable[[], None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timed_out)

    def later(self, seconds: float, call: Callable[[], None]) -> Cancel:
        """Call it after so many seconds; the result cancels that."""
        self._call = call
        self._timer.start(round(seconds * 1000))
        return self._timer.stop

    @Slot()
    def _on_timed_out(self) -> None:
        if self._call is not None:
            self._call()


class Desk(QObject):
    """The draft, its file and its history. Made for a draft that has been read already.

    `state_changed`: saved, saving or failed. `joining` merges what comes from elsewhere.
    `warnings` are sentences about what could not be done at opening. Raises `Damaged` when the file
    holds something else than an agreement.
    """

    state_changed = Signal()
    history_failed = Signal(str)
    _saved = Signal(object)
    _failed = Signal(object)

    def __init__(
        self,
        stored: StoredDraft,
        library: Library,
        places: Places,
        today: date,
        parent: QObject | None = None,
    ) -> None:
        agreement = decode(stored.draft)
        super().__init__(parent)
        self.stored = stored
        self.today = today
        self.draft = OpenDraft(agreement, time.monotonic)
        self.failure: SlaError | None = None
        self.saved_at: datetime = stored.summary.changed
        self.warnings: list[str] = []
        self.location: Callable[[], str] = str
        self._library = library
        self._places = places
        self._hold = Hold(library.lock(stored.id), stored.path)
        history = partial(library.history, stored.id)
        self.sitting = Sitting(agreement, history, time.monotonic, lambda: stored.lineage)
        saved = partial(
            _note_saved, self.sitting, stored, self._saved.emit, self.history_failed.emit
        )
        self._writer = Writer(stored, saved, self._failed.emit)
        self._autosave = Autosave(self.hand_over, Timer(self).later, time.monotonic)
        self.joining = Joining(self, stored, library, self._writer)
        self._saved.connect(self._on_saved)
        self._failed.connect(self._on_failed)
        self._unsubscribe = self.draft.subscribe(self._on_changed)
        self._complete: str | None = None
        self._is_edited = False
        self._is_closed = False
        obstacle = self._hold.obstacle()
        if obstacle:
            self.draft.permission.refuse(obstacle)
        else:
            self._begin()

    @property
    def id(self) -> str:
        """The id of the draft."""
        return self.stored.id

    @property
    def is_held_elsewhere(self) -> bool:
        """Whether somebody else has it open."""
        return self._hold.is_elsewhere

    @property
    def is_saving(self) -> bool:
        """Whether something is not saved yet."""
        return self._autosave.is_due or self._writer.pending

    @property
    def remembered_path(self) -> str:
        """Where the person was when this draft was open before."""
        return self._places.of(self.id).path

    def add_point(self, draft: Draft, label: str, kind: str) -> None:
        """Make a point of the history. Raises `SaveFailed`, `Damaged`, `TooNew`."""
        self.joining.require_folder()
        self._library.history(self.id).add(draft, label, kind)
        self.sitting.note_point()

    def add_point_of(self, agreement: Agreement, label: str, kind: str) -> None:
        """Make a point of a state of the agreement. Raises like `add_point`."""
        self.add_point(encode(agreement), label, kind)

    @Slot()
    def save_now(self) -> None:
        """Hand over what is unsaved: on leaving a field or the window, and on request."""
        self._autosave.save_now()

    @Slot()
    def try_again(self) -> None:
        """Try at once what could not be saved."""
        self._autosave.save_now()
        self._writer.retry()

    def wait_until_saved(self, seconds: float = PATIENCE) -> bool:
        """Save now and wait for it, with the window alive; whether everything is saved."""
        self.failure = None
        self._count_completeness()
        self.try_again()
        if not self._writer.pending:
            return self.failure is None
        loop = QEventLoop()
        poll = QTimer(loop)
        end = time.monotonic() + seconds

        def look() -> None:
            settled = self.failure is not None or not self.is_saving
            if settled or time.monotonic() > end:
                loop.quit()

        poll.timeout.connect(look)
        poll.start(_POLL)
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        return not self.is_saving

    def sentence_about_failure(self) -> str:
        """Why it isn't saved, what to do about that, and whether a copy is kept."""
        if self.failure is not None:
            return str(self.failure)
        return _("The disk doesn’t answer. {copy}").format(copy=self._writer.keep_copy())

    def close(self) -> None:
        """End the thread, give the lock back. What isn't saved is in a recovery copy then."""
        if self._is_closed:
            return
        self._is_closed = True
        self.joining.stop()
        self._count_completeness()
        self.remember_place()
        self._unsubscribe()
        self._autosave.save_now()
        self._writer.close(PATIENCE)
        self.sitting.close()
        self._places.keep()
        self._hold.release()

    def edit_anyway(self) -> None:
        """Let the person edit what was open for reading only; at each save all is merged."""
        self._begin()
        self.draft.permission.give()

    def looks_free(self) -> bool:
        """Whether it can be edited now, as what stood in the way of that has gone."""
        if self._hold.obstacle():
            return False
        self.edit_anyway()
        return True

    def _begin(self) -> None:
        """A sitting begins: what stands now is a point of the history."""
        self.sitting.begin(self.draft.agreement)
        try:
            self.add_point(self.stored.draft, _("Opened"), "opened")
        except SlaError as error:
            self.warnings.append(str(error))

    def note_completeness(self, complete: str) -> None:
        """Take what was counted ("3/5") a moment after a change; stored with the agreement."""
        before, self._complete = self._complete, complete
        if self._is_edited and complete != before:
            self._autosave.note_change()

    def hand_over(self) -> None:
        """Have the agreement saved as it stands."""
        self._writer.submit(encode(self.draft.agreement), self._complete)
        self.state_changed.emit()

    def _count_completeness(self) -> None:
        """Count now what else a worker counts: some milliseconds in a long agreement."""
        if self._is_edited:
            self.note_completeness(completeness(self.draft.view(self.today)))

    @Slot()
    def remember_place(self) -> None:
        """Remember where the person is, for the next opening; waits for no disk."""
        self._places.remember_path(self.id, self.location() or self.remembered_path)

    def _on_changed(self, changed: Changed) -> None:
        self._is_edited = True
        self.sitting.note_change()
        was_saving = self._autosave.is_due
        self._autosave.note_change()
        if not was_saving:
            self.state_changed.emit()

    @Slot(object)
    def _on_saved(self, moment: datetime) -> None:
        self.failure = None
        self.saved_at = moment
        if not self._is_closed:
            self.remember_place()
        self._on_settling()

    @Slot()
    def _on_settling(self) -> None:
        """Tell of the save once the writer has put its things away, a moment after it told."""
        if self._writer.pending and self.failure is None and not self._is_closed:
            QTimer.singleShot(_POLL, self, self._on_settling)
        else:
            self.state_changed.emit()

    @Slot(object)
    def _on_failed(self, error: SlaError) -> None:
        if isinstance(error, ChangedOutside) and not self._is_closed:
            self.joining.look()
            return
        self.failure = error
        self.state_changed.emit()

    def note_trouble(self, error: SlaError | None) -> None:
        """Take what is wrong with the file, or that nothing is any more: then it is saved."""
        self.failure = error
        if error is None:
            self.hand_over()
        else:
            self.state_changed.emit()


def _note_saved(
    sitting: Sitting,
    stored: StoredDraft,
    tell: Callable[[datetime], None],
    tell_problem: Callable[[str], None],
    moment: datetime,
) -> None:
    """On the writer's thread: make the point that is due, and tell of the save."""
    problem = sitting.note_saved(stored.draft)
    tell(moment)
    if problem:
        tell_problem(problem)
