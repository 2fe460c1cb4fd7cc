"""What still fits of a step, once the agreement was changed elsewhere after it."""

from collections.abc import Collection, Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from slaeditor.changes import Change, applied, diff, same
from slaeditor.errors import Refused, UnknownPath
from slaeditor.field import Record
from slaeditor.paths import Sort, compound_of, parent, spec_at, value_at

R = TypeVar("R", bound=Record)

_MARKS = ("entered/", "proposed/")
"""Before the path of a value: where text stands that can't be read, and that it is suggested."""


@dataclass(frozen=True, slots=True)
class Fitted(Generic[R]):
    """The record with the changes `made`; those in `left` met something newer, or nothing."""

    record: R
    made: tuple[Change, ...] = ()
    left: tuple[Change, ...] = ()


def fitted(
    record: R, changes: Iterable[Change], touched: Collection[str] = frozenset()
) -> Fitted[R]:
    """Make those changes that find what they were made for; never half of a value.

    A change fits where its `before` still stands; where its `after` stands already, there is
    nothing to do. What belongs to one value (a compound, an item with what was typed in it) fits
    as a whole or not at all. `touched` are compound values that were changed elsewhere since.
    """
    changes = tuple(changes)
    wholes = {change.path for change in changes if _is_whole(change)}
    keyed = [(_key(type(record), change.path, wholes), change) for change in changes]
    left = {key for key, change in keyed if key in touched or not _fits(record, change, wholes)}
    left |= {path for path in wholes if _is_used(record, path, changes)}
    while True:
        made = [(key, each) for key, each in keyed if key not in left and not _is_so(record, each)]
        new, misfit = _made(record, made)
        if misfit is None:
            kept = tuple(change for _, change in made)
            return Fitted(new, kept, _first_of_each(keyed, left))
        left.add(misfit)


def touched_by(kind: type[Record], changes: Iterable[Change]) -> frozenset[str]:
    """The compound values that the changes are about; of other values their content tells."""
    keys = set()
    for change in changes:
        path = change.path.removeprefix("entered/")
        key = _key(kind, path, ())
        if key != path and not change.path.startswith("proposed/"):
            keys.add(key)
    return frozenset(keys)


def value_path(path: str) -> str:
    """The path of the value that a mark or a typed text stands for."""
    for mark in _MARKS:
        path = path.removeprefix(mark)
    return path


def _key(kind: type[Record], path: str, wholes: Collection[str]) -> str:
    """What decides together: the item that came or went, else the compound value, else the path."""
    path = value_path(path)
    for whole in wholes:
        if path == whole or path.startswith(f"{whole}/"):
            return whole
    with suppress(UnknownPath):
        return compound_of(kind, path)
    return path


def _is_whole(change: Change) -> bool:
    return isinstance(change.before, Record) or isinstance(change.after, Record)


def _fits(record: Record, change: Change, wholes: Collection[str]) -> bool:
    now = value_at(record, change.path)
    if _is_order(change):
        return now is not None and _order(now, change.before) == _order(change.before, now)
    comes_with_item = not _is_whole(change) and _key(type(record), change.path, wholes) in wholes
    if not comes_with_item and not _stands(record, value_path(change.path)):
        return False
    return _equal(now, change.before) or _equal(now, change.after)


def _is_used(record: Record, whole: str, changes: tuple[Change, ...]) -> bool:
    """Whether an item that goes holds typed text that the step doesn't take along."""
    goes = next(change for change in changes if change.path == whole).after is None
    return goes and bool(_marks_within(record, whole) - {change.path for change in changes})


def _marks_within(record: Record, item: str) -> set[str]:
    """The paths of what stands at values of an item without being one of them."""
    return {
        f"{mark}{path}"
        for mark in _MARKS
        for path in getattr(record, mark.rstrip("/"), ())
        if path.startswith(f"{item}/")
    }


def _is_so(record: Record, change: Change) -> bool:
    """Whether the record is as the change would make it."""
    now = value_at(record, change.path)
    if _is_order(change):
        return _order(now, change.after) == _order(change.after, now)
    return _equal(now, change.after)


def _is_order(change: Change) -> bool:
    return isinstance(change.before, tuple) and isinstance(change.after, tuple)


def _order(ids: tuple[str, ...], known: tuple[str, ...]) -> list[str]:
    return [each for each in ids if each in known]


def _stands(record: Record, path: str) -> bool:
    """Whether every item on the way to a path is there."""
    at = parent(path)
    while "/" in at:
        if _is_item(type(record), at) and value_at(record, at) is None:
            return False
        at = parent(at)
    return True


def _is_item(kind: type[Record], path: str) -> bool:
    try:
        return spec_at(kind, parent(path)).sort is Sort.LIST
    except UnknownPath:
        return False


def _equal(one: Any, other: Any) -> bool:
    if isinstance(one, Record) and type(one) is type(other):
        return not diff(one, other)
    return same(one, other)


def _made(record: R, changes: Iterable[tuple[str, Change]]) -> tuple[R, str | None]:
    """The record with the changes, or the key of the first one that can't be made after all."""
    for key, change in changes:
        try:
            record = applied(record, (change,))
        except (UnknownPath, Refused):
            return record, key
    return record, None


def _first_of_each(keyed: list[tuple[str, Change]], keys: set[str]) -> tuple[Change, ...]:
    """One change for each of the keys, the one that names it best: not a mark if there is another.

    In the order of the step.
    """
    found: dict[str, Change] = {}
    for key, change in keyed:
        named = found.get(key)
        if key in keys and (named is None or named.path.startswith(_MARKS)):
            found[key] = change
    return tuple(found.values())
