"""The points of a history that nobody asks for, while an agreement is open.

One when the status changed, and one for every ten minutes of editing, each of what has just been
saved. Once in a sitting, not at its start, old automatic points are thinned in the background.
"""

import threading
from collections.abc import Callable, Collection
from contextlib import suppress

from slaeditor.agreement import Agreement
from slaeditor.errors import SlaError
from slaeditor.i18n import _
from slaeditor.kinds import Status
from slaeditor.library.drafts import Draft, History, Point

EVERY = 600.0
"""Seconds from the first change that is in no point until one is made."""
THIN_AFTER = 60.0
"""Seconds that a sitting lasts before the history is thinned, at the next save."""
_PATIENCE = 2.0  # seconds that closing waits for the thinning, which may end at any time


def _none_needed() -> Collection[str]:
    return ()


class Sitting:
    """From opening to closing. `history` makes a history for whichever thread asks for it.

    `clock` gives seconds. `needed` names the digests of drafts that are never thinned: of those
    that other computers' drafts may descend from. `opened` is the agreement as it was opened.
    """

    def __init__(
        self,
        opened: Agreement,
        history: Callable[[], History],
        clock: Callable[[], float],
        needed: Callable[[], Collection[str]] = _none_needed,
    ) -> None:
        self._history = history
        self._clock = clock
        self._needed = needed
        self.begin(opened)
        self._changed_at: float | None = None
        self._told = ""
        self._thinning: threading.Thread | None = None

    def begin(self, opened: Agreement) -> None:
        """The person begins to edit this, perhaps some time after it was shown for reading."""
        self.opened = opened
        self._status = (opened.status or Status.DRAFT).value
        self._began = self._clock()

    def note_change(self) -> None:
        """The agreement was changed."""
        if self._changed_at is None:
            self._changed_at = self._clock()

    def note_point(self) -> None:
        """Somebody made a point of what stands now."""
        self._changed_at = None

    def note_saved(self, draft: Draft) -> str:
        """This was saved: make the point that is due. May be called on any one thread.

        Answers why that could not be done; empty where it was, and where it was said before.
        """
        try:
            self._make_due(draft)
        except SlaError as error:
            told, self._told = self._told, str(error)
            return "" if told == self._told else self._told
        self._told = ""
        if self._thinning is None and self._clock() - self._began >= THIN_AFTER:
            self._thinning = threading.Thread(target=self._thin, name="thinning", daemon=True)
            self._thinning.start()
        return ""

    def close(self) -> None:
        """The sitting is over; waits a moment for what goes on in the background."""
        if self._thinning is not None:
            self._thinning.join(_PATIENCE)

    def _make_due(self, draft: Draft) -> None:
        if status_of(draft) != self._status:
            add_status(self._history(), draft)
            self._status = status_of(draft)
        elif self._changed_at is None or self._clock() - self._changed_at < EVERY:
            return
        else:
            self._history().add(draft, _("While editing"), "automatic")
        self._changed_at = None

    def _thin(self) -> None:
        with suppress(SlaError):  # nothing is lost by it: the next sitting tries again
            self._history().thin(self._needed())


def status_of(draft: Draft) -> str:
    """How far a stored draft has come; what was never set counts as a draft."""
    return str(draft.get("status") or Status.DRAFT.value)


def add_status(history: History, draft: Draft) -> Point:
    """Make a point of a draft whose status has just changed. Raises what `History.add` raises."""
    labels = {status.value: status.label for status in Status}
    status = status_of(draft)
    label = _("Status: {status}").format(status=labels.get(status, status))
    return history.add(draft, label, "status")
