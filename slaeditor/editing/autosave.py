"""When to save a draft; how is somebody else's business."""

from collections.abc import Callable

QUIET = 1.0
"""Seconds after the last change."""
MOST = 1.5
"""Seconds that an unsaved change waits at most while typing goes on: with the time that writing
takes, it is on the disk within two."""

Cancel = Callable[[], None]
Later = Callable[[float, Callable[[], None]], Cancel]
"""Calls a function after so many seconds; the result cancels that."""


class Autosave:
    """Saves 1 s after the last change and at least every 1.5 s while changes go on."""

    def __init__(self, save: Callable[[], None], later: Later, clock: Callable[[], float]) -> None:
        self._save = save
        self._later = later
        self._clock = clock
        self._first_unsaved: float | None = None
        self._cancel: Cancel | None = None

    @property
    def is_due(self) -> bool:
        """Whether there is a change that was not handed over for saving."""
        return self._first_unsaved is not None

    def note_change(self) -> None:
        """There is something to save."""
        now = self._clock()
        if self._first_unsaved is None:
            self._first_unsaved = now
        self._stop()
        delay = min(QUIET, max(0.0, self._first_unsaved + MOST - now))
        self._cancel = self._later(delay, self.save_now)

    def save_now(self) -> None:
        """Save what is unsaved at once: on leaving a field, on close, on request."""
        self._stop()
        if self._first_unsaved is not None:
            self._first_unsaved = None
            self._save()

    def _stop(self) -> None:
        if self._cancel is not None:
            self._cancel()
            self._cancel = None
