"""Which paths two states of an agreement differ at, found without looking at what they share."""

from collections.abc import Iterable, Iterator
from typing import Any

from slaeditor.field import Record
from slaeditor.paths import Sort, Spec, joined, specs

_ABOUT_PATHS = "entered"
"""The map whose keys are paths, and whose texts decide what these paths say."""


def touched(before: Record, after: Record) -> frozenset[str]:
    """Every path whose value or place may be another one now.

    A record is the same as long as it is the same object, as an edit leaves all that it doesn't
    reach. A record that holds a changed value counts as changed; so does all below an item that
    came or went.
    """
    return frozenset(_in_records(before, after, ""))


def _in_records(before: Record, after: Record, at: str) -> Iterator[str]:
    for spec in specs(type(after)).values():
        was, now = getattr(before, spec.name), getattr(after, spec.name)
        if was is not now:
            yield from _in_attribute(spec, was, now, joined(at, spec.name))


def _in_attribute(spec: Spec, was: Any, now: Any, path: str) -> Iterator[str]:
    if spec.sort is Sort.MAP:
        yield from _in_map(was, now, path)
    elif spec.sort is Sort.LIST:
        yield from _in_list(was, now, path)
    elif spec.sort is Sort.RECORD and was is not None and now is not None:
        yield path
        yield from _in_records(was, now, path)
    else:
        yield from _with_all_below(spec, was, path)
        yield from _with_all_below(spec, now, path)


def _in_map(was: dict[str, str], now: dict[str, str], path: str) -> Iterator[str]:
    for key in was.keys() | now.keys():
        if was.get(key) != now.get(key):
            yield joined(path, key)
            if path == _ABOUT_PATHS:
                yield key


def _in_list(was: Iterable[Any], now: Iterable[Any], path: str) -> Iterator[str]:
    old, new = {item.id: item for item in was}, {item.id: item for item in now}
    if list(old) != list(new):
        yield path
    for item_id in old.keys() | new.keys():
        before: Record | None = old.get(item_id)
        after: Record | None = new.get(item_id)
        at = joined(path, item_id)
        if before is after:
            continue
        yield at
        if before is not None and after is not None:
            yield from _in_records(before, after, at)
        elif (one := before or after) is not None:
            yield from _all_below(one, at)


def _with_all_below(spec: Spec, value: Any, path: str) -> Iterator[str]:
    yield path
    if spec.sort is Sort.RECORD:
        yield from _all_below(spec.hint() if value is None else value, path)


def _all_below(record: Record, at: str) -> Iterator[str]:
    for spec in specs(type(record)).values():
        value, path = getattr(record, spec.name), joined(at, spec.name)
        if spec.sort is Sort.LIST:
            yield path
            for item in value:
                yield joined(path, item.id)
                yield from _all_below(item, joined(path, item.id))
        else:
            yield from _with_all_below(spec, value, path)
