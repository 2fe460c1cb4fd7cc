"""Changes at paths: what an edit, an undo, a history, a redline and a merge are made of."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeVar

from slaeditor.field import Record
from slaeditor.paths import (
    Sort,
    Spec,
    inserted,
    joined,
    replaced,
    specs,
)

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Change:
    """A value at a path was `before` and is `after`; `None` stands for nothing there.

    At the path of an item the values are whole records, and `behind` tells where it stands: the
    id of the item before it, "" for the first. At the path of a list they are orders of ids.
    """

    path: str
    before: Any
    after: Any
    behind: str | None = None

    def inverse(self) -> "Change":
        """The change that takes this one back."""
        return Change(self.path, self.after, self.before, self.behind)


def same(one: Any, other: Any) -> bool:
    """Whether two leaf values are the same; 99.5 and 99.50 aren't."""
    if isinstance(one, Decimal) and isinstance(other, Decimal):
        return one.as_tuple() == other.as_tuple()
    return type(one) is type(other) and bool(one == other)


def diff(old: Record, new: Record, at: str = "") -> tuple[Change, ...]:
    """The changes that lead from `old` to `new`, in an order in which they can be applied."""
    return tuple(_changes(old, new, at))


def _changes(old: Record, new: Record, at: str) -> Iterator[Change]:
    for spec in specs(type(new)).values():
        before, after = getattr(old, spec.name), getattr(new, spec.name)
        if before is not after:
            yield from _value_changes(spec, before, after, joined(at, spec.name))


def _value_changes(spec: Spec, before: Any, after: Any, path: str) -> Iterator[Change]:
    if spec.sort is Sort.RECORD:
        empty = spec.hint()
        yield from _changes(before or empty, after or empty, path)
    elif spec.sort is Sort.LIST:
        yield from _list_changes(before, after, path)
    elif spec.sort is Sort.MAP:
        for key in sorted(before.keys() | after.keys()):
            if before.get(key) != after.get(key):
                yield Change(f"{path}/{key}", before.get(key), after.get(key))
    elif not same(before, after):
        yield Change(path, before, after)


def _list_changes(before: tuple[Any, ...], after: tuple[Any, ...], at: str) -> Iterator[Change]:
    old = {item.id: item for item in before}
    new = {item.id: item for item in after}
    for index in reversed(range(len(before))):
        item = before[index]
        if item.id not in new:
            yield Change(f"{at}/{item.id}", item, None, before[index - 1].id if index else "")
    for item in after:
        if item.id in old:
            yield from _changes(old[item.id], item, f"{at}/{item.id}")
    survivors_before = tuple(item.id for item in before if item.id in new)
    survivors_after = tuple(item.id for item in after if item.id in old)
    if survivors_before != survivors_after:
        yield Change(at, survivors_before, survivors_after)
    for index, item in enumerate(after):
        if item.id not in old:
            yield Change(f"{at}/{item.id}", None, item, after[index - 1].id if index else "")


def applied(record: R, changes: Iterable[Change]) -> R:
    """The record with the changes made, one after the other.

    Raises UnknownPath or Refused where a change doesn't fit the record.
    """
    for change in changes:
        if change.before is None and isinstance(change.after, Record):
            list_path = change.path.rpartition("/")[0]
            record = inserted(record, list_path, change.after, change.behind)
        else:
            record = replaced(record, change.path, change.after)
    return record


def inverted(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes that take these back, in the order in which to apply them."""
    return tuple(change.inverse() for change in reversed(tuple(changes)))
