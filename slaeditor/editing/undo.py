"""Undo and redo: steps made of changes, taken back by applying what fits of their inverse."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from slaeditor.agreement import Agreement
from slaeditor.changes import Change, inverted
from slaeditor.editing.fitting import Fitted, fitted, touched_by

PAUSE = 1.0
"""Seconds without typing after which the next key begins a new step."""


@dataclass(frozen=True, slots=True)
class Step:
    """What one undo takes back. `field` is the path that typing may go on at, "" for none.

    `touched` are the compound values that were changed elsewhere since.
    """

    label: str
    changes: tuple[Change, ...]
    field: str
    time: float
    touched: frozenset[str] = frozenset()


class UndoStack:
    """The steps that can be taken back, and those that can be made again."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._is_closed = True

    def push(self, label: str, changes: tuple[Change, ...], field: str = "") -> None:
        """Remember a step; typing on in the same field within a second belongs to the last one."""
        now = self._clock()
        self._undone.clear()
        last = self._done[-1] if self._done else None
        joins = (
            last is not None
            and not self._is_closed
            and field != ""
            and last.field == field
            and now - last.time < PAUSE
        )
        if last is not None and joins:
            self._done[-1] = replace(last, changes=_combined(last.changes, changes), time=now)
        else:
            self._done.append(Step(label, changes, field, now))
        self._is_closed = False

    def close_step(self) -> None:
        """Let the next change begin a new step, whatever it is."""
        self._is_closed = True

    @property
    def undo_label(self) -> str:
        """What the next undo takes back; empty where there is nothing."""
        return self._done[-1].label if self._done else ""

    @property
    def redo_label(self) -> str:
        """What the next redo makes again; empty where there is nothing."""
        return self._undone[-1].label if self._undone else ""

    def undo(self, agreement: Agreement) -> Fitted[Agreement]:
        """Take the last step back as far as it fits the agreement; that much can be redone."""
        if not self._done:
            return Fitted(agreement)
        step = self._done.pop()
        found = fitted(agreement, inverted(step.changes), step.touched)
        if found.made:
            self._undone.append(replace(step, changes=inverted(found.made)))
        self._is_closed = True
        return found

    def redo(self, agreement: Agreement) -> Fitted[Agreement]:
        """Make the step last taken back again, as far as it fits; that much can be undone."""
        if not self._undone:
            return Fitted(agreement)
        step = self._undone.pop()
        found = fitted(agreement, step.changes, step.touched)
        if found.made:
            self._done.append(replace(step, changes=found.made))
        self._is_closed = True
        return found

    def note_outside(self, changes: tuple[Change, ...]) -> None:
        """Know of changes from elsewhere, so that no step mixes a value of its own with them."""
        touched = touched_by(Agreement, changes)
        for steps in (self._done, self._undone):
            steps[:] = [replace(step, touched=step.touched | touched) for step in steps]
        self._is_closed = True


def _combined(first: tuple[Change, ...], then: tuple[Change, ...]) -> tuple[Change, ...]:
    """Two runs of changes of leaf values as one: each path from its first to its last value."""
    ends: dict[str, Change] = {change.path: change for change in first}
    for change in then:
        earlier = ends.get(change.path)
        before = change.before if earlier is None else earlier.before
        ends[change.path] = replace(change, before=before)
    return tuple(ends.values())
