"""Changes at paths: what an edit, an undo, a history, a redline and a merge are made of."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Generic, TypeVar

from slaeditor.errors import UnknownPath
from slaeditor.field import Record
from slaeditor.paths import (
    Sort,
    Spec,
    compound_of,
    inserted,
    joined,
    replaced,
    specs,
    value_at,
)

R = TypeVar("R", bound=Record)

_TYPED = "entered/"
"""Before the path of a value: where text stands that can't be read as that value."""


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


@dataclass(frozen=True, slots=True)
class Conflict:
    """The same value was changed in two ways. `path` may name a compound value or an item."""

    path: str
    base: Any
    mine: Any
    theirs: Any


@dataclass(frozen=True, slots=True)
class Merged(Generic[R]):
    """The outcome of a three-way merge: `record` has mine where there is a conflict."""

    record: R
    taken: tuple[Change, ...]
    conflicts: tuple[Conflict, ...]


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


def merge(base: R, mine: R, theirs: R) -> Merged[R]:
    """A three-way merge by path: disjoint changes both count, the same value twice is a conflict.

    An edit wins over the removal of its item; both are reported. Orders of a list merge item by
    item and never conflict.
    """
    kind = type(base)
    my_changes = _by_value(kind, diff(base, mine))
    taken: list[Change] = []
    conflicts: list[Conflict] = []
    record = mine
    for key, changes in _by_value(kind, diff(base, theirs)).items():
        against = _overlap(key, changes, my_changes)
        if against is None:
            record = applied(record, changes)
            taken.extend(changes)
        elif not _agree(changes, my_changes.get(key, ())):
            path = _real_path(key)
            conflicts.append(
                Conflict(path, *(value_at(side, path) for side in (base, mine, theirs)))
            )
            record = _keep_edited(record, mine, theirs, against, changes)
    return Merged(record, tuple(taken), tuple(conflicts))


def _by_value(kind: type[Record], changes: tuple[Change, ...]) -> dict[str, tuple[Change, ...]]:
    grouped: dict[str, tuple[Change, ...]] = {}
    for change in changes:
        key = _value_of(kind, change.path)
        grouped[key] = (*grouped.get(key, ()), change)
    return grouped


def _value_of(kind: type[Record], path: str) -> str:
    """The value that a change is about; unreadable text is about the value it stands for."""
    if path.startswith(_TYPED):
        with suppress(UnknownPath):
            return compound_of(kind, path.removeprefix(_TYPED))
    return compound_of(kind, path)


def _real_path(key: str) -> str:
    """The path that a group of leaves is shown under: its record's."""
    return key.rpartition("/#")[0] if "/#" in key else key


def _overlap(
    key: str, changes: tuple[Change, ...], mine: dict[str, tuple[Change, ...]]
) -> str | None:
    """My changed value that these changes touch, `None` where they stand alone."""
    if key in mine:
        is_order = isinstance(changes[0].after, tuple) and isinstance(changes[0].before, tuple)
        return None if is_order else key
    whole = isinstance(changes[0].before, Record) and changes[0].after is None
    for other, my_changes in mine.items():
        removed = isinstance(my_changes[0].before, Record) and my_changes[0].after is None
        if removed and key.startswith(f"{other}/"):
            return other
        if whole and other.startswith(f"{key}/"):
            return other
    return None


def _agree(theirs: tuple[Change, ...], mine: tuple[Change, ...]) -> bool:
    ends = [{c.path: c.after for c in side} for side in (theirs, mine)]
    return ends[0].keys() == ends[1].keys() and all(
        same(ends[0][path], ends[1][path]) for path in ends[0]
    )


def _keep_edited(record: R, mine: R, theirs: R, against: str, changes: tuple[Change, ...]) -> R:
    """Bring back an item that I removed while the other side edited it, with what they typed."""
    item = value_at(theirs, against)
    if value_at(mine, against) is not None or not isinstance(item, Record):
        return record
    record = applied(record, [change for change in changes if change.path.startswith(_TYPED)])
    if value_at(record, against) is not None:
        return record
    list_path = against.rpartition("/")[0]
    order = value_at(theirs, list_path)
    index = order.index(against.rpartition("/")[2])
    return inserted(record, list_path, item, order[index - 1] if index else "")
