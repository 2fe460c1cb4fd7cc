"""What two computers changed differently: one value stands in place, the other is kept beside it.

A clash is about one value: a field, a value of several fields (all leaves with the same `together`,
or a compound record), an item that is gone on the other side, or the order of a list. Clashes
belong to the draft and are never printed. Which of the values stands is decided by the values
alone, so that every computer that brings the same two versions together has the same draft then.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, TypeVar

import msgspec

from slaeditor.changes import Change, diff, same
from slaeditor.errors import Refused, UnknownPath
from slaeditor.field import Record
from slaeditor.paths import Sort, joined, parent, replaced, spec_at, specs, value_at
from slaeditor.values import is_sound, json_default, json_load

R = TypeVar("R", bound=Record)

TYPED = "entered/"
"""Before the path of a value: where text stands that can't be read as that value."""
Content = dict[str, Any]
"""What is set of one value, as it is stored, by path: leaves, compound records, typed texts."""

_MARKS = ("entered", "proposed")
_HOLDS_OTHERS = (dict, list, tuple)


class Clash(Record, frozen=True):
    """Another computer has something else at `path`; what stands there is in its place.

    `other` is a `Content` as JSON text, or None where the item is gone there. `origin` names the
    computer, `moment` is when it saved that, ISO 8601 in UTC.
    """

    id: str
    path: str = ""
    other: str | None = None
    origin: str | None = None
    moment: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One path of a clash with its value here and there.

    A value is that of a leaf, a record (compound value or item), a tuple of ids (the order of a
    list), or `Typed`; None where nothing is set.
    """

    path: str
    here: Any
    other: Any


@dataclass(frozen=True, slots=True)
class Typed:
    """Text that can't be read as the value its field asks for."""

    text: str


def open_clashes(agreement: Record) -> tuple[Clash, ...]:
    """The clashes that wait for a decision.

    Not those whose item is gone meanwhile, nor those whose value stands in place by now.
    """
    return tuple(each for each in _clashes(agreement) if is_open(agreement, each))


def is_open(agreement: Record, clash: Clash) -> bool:
    """Whether there is still something to decide about a clash."""
    try:
        paths = paths_of(type(agreement), clash.path)
        if not stands(agreement, clash.path):
            return False
        if clash.other is None:
            return value_at(agreement, clash.path) is not None
        return content_at(agreement, paths) != _loaded(clash)
    except (UnknownPath, Refused):
        return False


def parts(agreement: Record, clash: Clash) -> tuple[Part, ...]:
    """What stands here and there, for each path of the clash's value that is set on either side.

    Raises Refused when the clash can't be read, UnknownPath for a path that no agreement has.
    """
    other = agreement if clash.other is None else _with_other(agreement, clash)
    found = []
    for path in paths_of(type(agreement), clash.path):
        here = _shown(agreement, path)
        there = None if clash.other is None else _shown(other, path)
        if here is not None or there is not None:
            found.append(Part(path, here, there))
    return tuple(found)


def keep(agreement: Record, clash_id: str) -> tuple[Change, ...]:
    """What settles the clash with what stands in place; none where it is settled already."""
    return diff(agreement, _settled(agreement, clash_id))


def take_other(agreement: Record, clash_id: str) -> tuple[Change, ...]:
    """What settles the clash with the other value; none where it is settled already.

    Raises Refused when the other value can't be read or has no place any more.
    """
    clash = next((each for each in _clashes(agreement) if each.id == clash_id), None)
    if clash is None:
        return ()
    try:
        new = _with_other(agreement, clash)
    except UnknownPath as error:
        raise Refused(f"The other version has no place in this agreement: {error}") from error
    return diff(agreement, _settled(new, clash_id))


def paths_of(kind: type[Record], path: str) -> tuple[str, ...]:
    """All paths of the value that a clash at `path` is about. Raises UnknownPath."""
    spec = spec_at(kind, path)
    group = spec.field.together if spec.field is not None and spec.sort is Sort.LEAF else ""
    if not group:
        return (path,)
    at = parent(path)
    around = spec_at(kind, at).hint if at else kind
    return tuple(
        joined(at, each.name)
        for each in specs(around).values()
        if each.field is not None and each.sort is Sort.LEAF and each.field.together == group
    )


def content_at(agreement: Record, paths: tuple[str, ...]) -> Content:
    """What is set at the paths of one value, with the text typed there that can't be read."""
    found = {}
    for path in paths:
        value = stored(value_at(agreement, path))
        if value not in (None, {}):
            found[path] = value
    typed: Mapping[str, str] = getattr(agreement, "entered", {})
    for path, text in typed.items():
        if any(path == each or path.startswith(f"{each}/") for each in paths):
            found[TYPED + path] = text
    return found


def stored(value: Any) -> Any:
    """A value as plain JSON data, without what isn't set: equal values give equal data."""
    return _without_empty(msgspec.to_builtins(value, enc_hook=json_default))


def written(content: Content | None) -> str:
    """A content as text, the same on every computer; "null" for what is gone."""
    return json.dumps(content, sort_keys=True, separators=(",", ":"))


def goes_before(one: Content, other: Content) -> bool:
    """Whether `one` stands in place rather than `other`: by the values alone.

    What is set rather than nothing, what can be read rather than what can't, the longer text.
    """
    return _rank(one) > _rank(other)


def clash_between(
    path: str, standing: Content | None, other: Content | None, origin: str, moment: str
) -> Clash:
    """The clash of two values at a path, with an id that is the same on every computer."""
    texts = sorted((written(standing), written(other)))
    named = blake2b(json.dumps([path, *texts]).encode("ascii"), digest_size=8).hexdigest()
    told = None if other is None else written(other)
    return Clash(id=named, path=path, other=told, origin=origin or None, moment=moment or None)


def stands(agreement: Record, path: str) -> bool:
    """Whether every list item on the way to a path is there. Raises UnknownPath."""
    at = parent(path.removeprefix(TYPED))
    while "/" in at:
        with suppress(UnknownPath):
            is_item = spec_at(type(agreement), parent(at)).sort is Sort.LIST
            if is_item and value_at(agreement, at) is None:
                return False
        at = parent(at)
    return True


def _rank(content: Content) -> tuple[bool, bool, int, str]:
    text = written(content)
    is_readable = not any(path.startswith(TYPED) for path in content)
    return bool(content), is_readable, len(text), text


def _without_empty(data: Any) -> Any:
    """JSON data without empty objects: records that were emptied are as if never made."""
    if type(data) in (list, tuple):
        return [_without_empty(each) for each in data]
    if type(data) is not dict:
        return data
    parts = {
        key: _without_empty(each) if type(each) in _HOLDS_OTHERS else each
        for key, each in data.items()
    }
    return {key: each for key, each in parts.items() if each != {}}


def _clashes(agreement: Record) -> tuple[Clash, ...]:
    return getattr(agreement, "clashes", ())


def _settled(agreement: R, clash_id: str) -> R:
    left = tuple(each for each in _clashes(agreement) if each.id != clash_id)
    return msgspec.structs.replace(agreement, clashes=left)


def _loaded(clash: Clash) -> Content:
    """The other content. Raises Refused where it is none: such a file was made by hand."""
    try:
        content = json.loads(clash.other or "")
    except (ValueError, RecursionError) as error:
        raise Refused("The other version can't be read.") from error
    if not isinstance(content, dict):
        raise Refused("The other version can't be read.")
    return content


def _with_other(agreement: R, clash: Clash) -> R:
    """The agreement with the other value in place; the clash stays. Raises Refused."""
    if clash.other is None:
        return _without_item(agreement, clash.path)
    if not stands(agreement, clash.path):
        raise Refused("What the other version belongs to isn't in this agreement any more.")
    content = _loaded(clash)
    paths = paths_of(type(agreement), clash.path)
    for path in paths:
        value = _read(type(agreement), path, content.get(path))
        if not same(value_at(agreement, path), value):
            agreement = replaced(agreement, path, value)
        agreement = _without_marks(agreement, path)
    for path, text in content.items():
        if path.startswith(TYPED) and isinstance(text, str):
            agreement = replaced(agreement, path, text)
    return agreement


def _without_item(agreement: R, path: str) -> R:
    if value_at(agreement, path) is None:
        return agreement
    return _without_marks(replaced(agreement, path, None), path)


def _without_marks(agreement: R, path: str) -> R:
    """The agreement without typed text and marks at a path and below."""
    for name in _MARKS:
        for each in getattr(agreement, name, {}):
            if each == path or each.startswith(f"{path}/"):
                agreement = replaced(agreement, f"{name}/{each}", None)
    return agreement


def _read(kind: type[Record], path: str, found: Any) -> Any:
    """The value that is stored for a path. Raises Refused, UnknownPath."""
    spec = spec_at(kind, path)
    if found is None:
        if spec.sort is Sort.LIST:
            return ()
        return spec.hint() if spec.sort is Sort.RECORD else None
    hint = tuple[str, ...] if spec.sort is Sort.LIST else spec.hint
    try:
        value: Any = msgspec.convert(found, hint, dec_hook=json_load)
    except (msgspec.ValidationError, ValueError, RecursionError) as error:
        raise Refused(f"The other version can't be read: {error}") from error
    if not is_sound(value):
        raise Refused("The other version can't be read.")
    return value


def _shown(agreement: Record, path: str) -> Any:
    typed: Mapping[str, str] = getattr(agreement, "entered", {})
    if path in typed:
        return Typed(typed[path])
    value = value_at(agreement, path)
    return None if isinstance(value, Record) and stored(value) == {} else value
