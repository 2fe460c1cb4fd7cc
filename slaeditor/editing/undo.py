"""Undo and redo: steps made of changes, taken back by applying their inverse."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from slaeditor.changes import Change, inverted

PAUSE = 1.0
"""Seconds without typing after which the next key begins a new step."""


@dataclass(frozen=True, slots=True)
class Step:
    """What one undo takes back. `field` is the path that typing may go on at, "" for none."""

    label: str
    changes: tuple[Change, ...]
    field: str
    time: float


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

    def undo(self) -> tuple[Change, ...]:
        """The changes that take the last step back; empty where there is none."""
        if not self._done:
            return ()
        step = self._done.pop()
        self._undone.append(step)
        self._is_closed = True
        return inverted(step.changes)

    def redo(self) -> tuple[Change, ...]:
        """The changes of the step last taken back; empty where there is none."""
        if not self._undone:
            return ()
        step = self._undone.pop()
        self._done.append(step)
        self._is_closed = True
        return step.changes


def _combined(first: tuple[Change, ...], then: tuple[Change, ...]) -> tuple[Change, ...]:
    """Two runs of changes of leaf values as one: each path from its first to its last value."""
    ends: dict[str, Change] = {change.path: change for change in first}
    for change in then:
        earlier = ends.get(change.path)
        before = change.before if earlier is None else earlier.before
        ends[change.path] = replace(change, before=before)
    return tuple(ends.values())
