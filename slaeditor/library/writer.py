"""Saving on a thread of its own, so that a slow disk never stops the window.

The newest state wins: what was submitted while a save was under way is saved next, what lay
between is skipped. A state that can't be saved is kept, copied to the recovery folder, and tried
again: after a while, with the next state, and when asked by `retry` or `flush`.
"""

import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime

from slaeditor.errors import SaveFailed, SlaError
from slaeditor.library.migrations import Draft
from slaeditor.library.stored import StoredDraft

BACK_OFF = (1.0, 2.0, 5.0, 15.0, 30.0)
"""Seconds before each further try of a save that failed; the last one counts for all others."""

KEPT = "A copy is kept on this computer and offered at the next start."
NOT_KEPT = "No copy could be kept on this computer either."


class Writer:
    """Saves one draft. The callbacks run on the writer's thread and must not raise.

    `on_failed` hears of every try that failed, with a sentence that also says where a copy is
    kept. Only `SaveFailed` is tried again by the clock; `ChangedOutside` needs a decision.
    """

    def __init__(
        self,
        stored: StoredDraft,
        on_saved: Callable[[datetime], None],
        on_failed: Callable[[SlaError], None],
        back_off: tuple[float, ...] = BACK_OFF,
    ) -> None:
        self._stored = stored
        self._on_saved = on_saved
        self._on_failed = on_failed
        self._back_off = back_off
        self._turn = threading.Condition()
        self._waiting: tuple[Draft, str | None] | None = None
        self._current: tuple[Draft, str | None] | None = None
        self._is_due = False
        self._is_closing = False
        self._is_left = False
        self._is_busy = False
        self._tries_begun = 0
        self._tries_ended = 0
        self._failures = 0
        self._may_retry = False
        self._thread: threading.Thread | None = None

    @property
    def pending(self) -> bool:
        """Whether something submitted is not saved yet."""
        with self._turn:
            return self._is_pending()

    @property
    def is_resting(self) -> bool:
        """Whether nothing is being saved, and nothing will be before somebody asks for it."""
        with self._turn:
            by_the_clock = self._waiting is not None and self._may_retry
            return not (self._is_busy or self._is_due or by_the_clock)

    def submit(self, draft: Draft, complete: str | None = None) -> None:
        """Save this state soon; answers at once. `complete` is what the list shows ("3/5").

        The dict must not be changed afterwards.
        """
        with self._turn:
            self._waiting = draft, complete
            self._wake()

    def retry(self) -> None:
        """Try again now what could not be saved, instead of after the pause."""
        with self._turn:
            if self._waiting:
                self._wake()

    def flush(self, timeout: float | None = None) -> bool:
        """Wait until everything submitted is saved; True if it is.

        False when it failed (one more try is made now) or `timeout` seconds have passed.
        """
        with self._turn:
            if not self._is_pending():
                return True
            begun = self._tries_begun
            self._wake()
            self._turn.wait_for(
                lambda: not self._is_pending() or self._tries_ended > begun, timeout
            )
            return not self._is_pending()

    def close(self, timeout: float | None = None) -> bool:
        """Save what is pending, end the thread, and say whether everything is saved.

        What isn't saved then is in a recovery copy, where that can be written; a try that still
        waits for its disk is left alone, and the callbacks hear nothing of it.
        """
        is_saved = self.flush(timeout)
        if not is_saved:
            self.keep_copy()
        with self._turn:
            self._is_closing = True
            self._is_left = not is_saved
            self._turn.notify_all()
            thread, self._thread = self._thread, None
        if is_saved and thread and thread is not threading.current_thread():
            thread.join(timeout)  # it is at the end; one that waits for a disk is left to it
        return is_saved

    def keep_copy(self) -> str:
        """Keep a copy of what isn't saved in the recovery folder; a sentence says whether it is."""
        with self._turn:
            state = self._waiting or self._current
        if state is None:
            return ""
        try:
            self._stored.keep_recovery(state[0])
        except SaveFailed:
            return NOT_KEPT
        return KEPT

    def _is_pending(self) -> bool:
        return self._is_busy or self._waiting is not None

    def _wake(self) -> None:
        """Have the next try made now; begins the thread at the first time."""
        self._is_due = True
        if self._thread is None or not self._thread.is_alive():
            self._is_closing = self._is_busy = self._is_left = False
            self._thread = threading.Thread(target=self._run, name="draft writer", daemon=True)
            self._thread.start()
        self._turn.notify_all()

    def _run(self) -> None:
        while True:
            with self._turn:
                self._turn.wait_for(lambda: self._is_due or self._is_closing, self._pause())
                if self._is_closing:
                    return
                self._is_due = False
                state, self._waiting = self._waiting, None
                if state is None:
                    continue
                self._is_busy = True
                self._current = state
                self._tries_begun += 1
            self._try(state)

    def _pause(self) -> float | None:
        """Seconds until the clock tries again; None when it doesn't."""
        if not self._waiting or not self._failures or not self._may_retry or not self._back_off:
            return None
        return self._back_off[min(self._failures, len(self._back_off)) - 1]

    def _try(self, state: tuple[Draft, str | None]) -> None:
        """One save, told to the callbacks before anyone waiting is.

        What nobody expected ends the thread, but not before the state is kept to be tried again.
        """
        failure: SlaError | None = SaveFailed(
            f"{self._stored.path} could not be saved, for a reason that the program didn't expect."
        )
        try:
            self._stored.save(*state)
            failure = None
        except SlaError as error:
            failure = self._with_copy_kept(error, state[0])
        except BaseException:
            with self._turn:
                self._thread = None  # the next wish for a save begins another
            raise
        finally:
            self._settle(state, failure)
            self._tell(failure)
            self._release()

    def _settle(self, state: tuple[Draft, str | None], failure: SlaError | None) -> None:
        """Note how the try went; a state that isn't saved waits again, unless a newer one does."""
        with self._turn:
            self._failures = self._failures + 1 if failure else 0
            self._may_retry = isinstance(failure, SaveFailed)
            if failure and self._waiting is None:
                self._waiting = state

    def _release(self) -> None:
        """Let those go on who wait for the end of the try."""
        with self._turn:
            self._is_busy = False
            self._tries_ended = self._tries_begun
            self._turn.notify_all()

    def _tell(self, failure: SlaError | None) -> None:
        """Tell of the end of a try; one that nobody waited for is told to nobody."""
        if failure:
            if not self._is_left:
                self._on_failed(failure)
            return
        with suppress(OSError):  # the copy is then offered at the next start, which does no harm
            self._stored.discard_recovery()
        if not self._is_left:
            self._on_saved(datetime.now(UTC))

    def _with_copy_kept(self, error: SlaError, draft: Draft) -> SlaError:
        """The error, whose sentence goes on to say whether a copy is kept on this computer."""
        try:
            self._stored.keep_recovery(draft)
        except SaveFailed:
            return type(error)(f"{error} {NOT_KEPT}")
        return type(error)(f"{error} {KEPT}")
