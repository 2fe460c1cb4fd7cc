"""Reading and replacing a value at a path, and walking all fields of a record.

A path names one value: `duration/notice/length`, `metrics/levels/<id>/target`. The path of a list
stands for the order of its items (a tuple of ids), the path of an item for the whole item, and the
path of a text map (`entered/<path>`) carries its key as the rest of the path.
"""

import re
import types
import typing
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, cast

import msgspec

from slaeditor.errors import Refused, UnknownPath
from slaeditor.field import Compound, Condition, Field, Record, SeesValues

R = TypeVar("R", bound=Record)

ITEM_ID = re.compile(r"[a-z0-9-]{1,40}")


class Sort(StrEnum):
    """What an attribute of a record holds."""

    LEAF = "leaf"
    RECORD = "record"
    LIST = "list"
    MAP = "map"


@dataclass(frozen=True, slots=True)
class Spec:
    """One attribute of a record class; `hint` is the leaf type, record class or item class."""

    name: str
    sort: Sort
    hint: type
    field: Field | None


@dataclass(frozen=True, slots=True)
class Place:
    """A leaf or a list within an agreement. `above` are the fields of the records around it."""

    path: str
    at: str
    spec: Spec
    field: Field
    value: Any
    above: tuple[tuple[str, Field], ...]

    @property
    def is_list(self) -> bool:
        """Whether the place is a list, whose value is the tuple of its item ids."""
        return self.spec.sort is Sort.LIST

    @property
    def gap_label(self) -> str:
        """What stands in square brackets while the value is missing ("Provider: name")."""
        around = self.above[-1][1] if self.above else None
        if self.field.gap or around is None or not around.gap or around.item:
            return self.field.gap_label
        label = self.field.gap_label
        return f"{around.gap}: {label[:1].lower()}{label[1:]}"

    def conditions(self) -> Iterator[tuple[Condition, str]]:
        """All conditions that decide whether the place applies, with the record they look from."""
        for at, above in self.above:
            if above.applies_if is not None:
                yield above.applies_if, at
        if self.field.applies_if is not None:
            yield self.field.applies_if, self.at

    def applies(self, see: SeesValues) -> bool:
        """Whether the place is shown, counted and printed in this agreement."""
        return all(condition(see, at) for condition, at in self.conditions())

    def inherited(self, name: str) -> str:
        """The text attribute `name` of the field, or else of the nearest record around it."""
        for found in (self.field, *(above for _, above in reversed(self.above))):
            if text := getattr(found, name):
                return cast(str, text)
        return ""


def joined(*parts: str) -> str:
    """Path segments as one path; empty ones vanish."""
    return "/".join(part for part in parts if part)


def parent(path: str) -> str:
    """The path without its last segment."""
    return path.rpartition("/")[0]


def is_item_id(text: str) -> bool:
    """Whether a text may name a list item."""
    return ITEM_ID.fullmatch(text) is not None


def _without_none(hint: Any) -> Any:
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        return next(arg for arg in typing.get_args(hint) if arg is not type(None))
    return hint


def _spec(name: str, hint: Any) -> Spec:
    field = None
    if typing.get_origin(hint) is typing.Annotated:
        field = next((m for m in hint.__metadata__ if isinstance(m, Field)), None)
        hint = hint.__origin__
    hint = _without_none(hint)
    origin = typing.get_origin(hint)
    if origin is tuple:
        return Spec(name, Sort.LIST, typing.get_args(hint)[0], field)
    if origin is dict:
        return Spec(name, Sort.MAP, str, field)
    if isinstance(hint, type) and issubclass(hint, Record):
        return Spec(name, Sort.RECORD, hint, field)
    return Spec(name, Sort.LEAF, hint, field)


@cache
def specs(record: type[Record]) -> dict[str, Spec]:
    """The attributes of a record class in declared order, without `id`."""
    hints = typing.get_type_hints(record, include_extras=True)
    names = [field.name for field in msgspec.structs.fields(record) if field.name != "id"]
    return {name: _spec(name, hints[name]) for name in names}


def _spec_of(record: type[Record], name: str, path: str) -> Spec:
    try:
        return specs(record)[name]
    except KeyError:
        raise UnknownPath(f"There is no field “{path}”.") from None


def _items(record: Record, spec: Spec) -> tuple[Any, ...]:
    return cast(tuple[Any, ...], getattr(record, spec.name))


def _item(record: Record, spec: Spec, item_id: str) -> Any | None:
    return next((item for item in _items(record, spec) if item.id == item_id), None)


def value_at(record: Record | None, path: str) -> Any:
    """The value at a path; `None` where it leads through something absent.

    Raises UnknownPath where no record could ever hold it.
    """
    name, _, rest = path.partition("/")
    if record is None:
        return None
    spec = _spec_of(type(record), name, path)
    if spec.sort is Sort.LEAF:
        if rest:
            raise UnknownPath(f"“{name}” is a single value; there is no “{path}”.")
        return getattr(record, name)
    if spec.sort is Sort.MAP:
        return cast(dict[str, str], getattr(record, name)).get(rest)
    if spec.sort is Sort.RECORD:
        return value_at(getattr(record, name), rest) if rest else getattr(record, name)
    return _value_in_list(record, spec, rest)


def _value_in_list(record: Record, spec: Spec, rest: str) -> Any:
    if not rest:
        return tuple(item.id for item in _items(record, spec))
    item_id, _, within = rest.partition("/")
    item = _item(record, spec, item_id)
    if not within:
        return item
    if item is None:
        spec_at(cast(type[Record], spec.hint), within)  # a field that no item has is refused
        return None
    return value_at(item, within)


def spec_at(record: type[Record], path: str) -> Spec:
    """The attribute that a path names, whether or not anything is there.

    The path of a list item gives a spec of sort RECORD. Raises UnknownPath.
    """
    name, _, rest = path.partition("/")
    spec = _spec_of(record, name, path)
    if not rest or spec.sort is Sort.MAP:
        return spec
    if spec.sort is Sort.RECORD:
        return spec_at(cast(type[Record], spec.hint), rest)
    if spec.sort is Sort.LEAF:
        raise UnknownPath(f"“{name}” is a single value; there is no “{path}”.")
    item_id, _, within = rest.partition("/")
    if not within:
        return Spec(item_id, Sort.RECORD, spec.hint, spec.field)
    return spec_at(cast(type[Record], spec.hint), within)


def compound_of(record: type[Record], path: str) -> str:
    """The path of the value that `path` is part of for merge and review; often `path` itself."""
    at = ""
    current: type[Record] = record
    segments = path.split("/")
    while segments:
        name = segments.pop(0)
        spec = _spec_of(current, name, path)
        if spec.sort in (Sort.MAP, Sort.LEAF):
            group = spec.field.together if spec.field is not None else ""
            return joined(at, f"#{group}") if group else path
        at = joined(at, name)
        if spec.sort is Sort.LIST:
            if not segments:
                return path
            at = joined(at, segments.pop(0))
        current = cast(type[Record], spec.hint)
        if issubclass(current, Compound):
            return at
    return path


def replaced(record: R, path: str, value: Any) -> R:
    """A copy of the record with another value at the path; absent records on the way are made.

    At the path of an item, `None` removes it. At the path of a list, the value is the new order.
    Raises UnknownPath, or Refused where an item or an order doesn't fit.
    """
    name, _, rest = path.partition("/")
    spec = _spec_of(type(record), name, path)
    return msgspec.structs.replace(record, **{name: _changed(record, spec, rest, value)})


def _changed(record: Record, spec: Spec, rest: str, value: Any) -> Any:
    if spec.sort is Sort.MAP:
        kept = {k: v for k, v in getattr(record, spec.name).items() if k != rest}
        return kept if value is None else kept | {rest: value}
    if spec.sort is Sort.LIST:
        return _changed_list(_items(record, spec), rest, value)
    if not rest:
        return value
    if spec.sort is Sort.LEAF:
        raise UnknownPath(f"“{spec.name}” is a single value; it has no “{rest}”.")
    inner = getattr(record, spec.name)
    return replaced(spec.hint() if inner is None else inner, rest, value)


def _changed_list(items: tuple[Any, ...], rest: str, value: Any) -> tuple[Any, ...]:
    if not rest:
        return reordered(items, value)
    item_id, _, within = rest.partition("/")
    index = next((n for n, item in enumerate(items) if item.id == item_id), None)
    if index is None:
        raise Refused(f"There is no item “{item_id}” in this list.")
    new = replaced(items[index], within, value) if within else value
    return (*items[:index], *(() if new is None else (new,)), *items[index + 1 :])


def reordered(items: tuple[Any, ...], order: tuple[str, ...]) -> tuple[Any, ...]:
    """The items in the order asked for; items that the order doesn't name keep their neighbours."""
    by_id = {item.id: item for item in items}
    wanted = iter(by_id[i] for i in order if i in by_id)
    named = set(order)
    return tuple(next(wanted) if item.id in named else item for item in items)


def inserted(record: R, list_path: str, item: Any, after: str | None) -> R:
    """A copy with `item` behind the item `after`; first for "", last for `None` or one unknown.

    Raises Refused for an id that exists already or isn't an id.
    """
    name, _, rest = list_path.partition("/")
    spec = _spec_of(type(record), name, list_path)
    if spec.sort is Sort.RECORD:
        inner = inserted(getattr(record, name), rest, item, after)
        return msgspec.structs.replace(record, **{name: inner})
    if spec.sort is not Sort.LIST:
        raise UnknownPath(f"“{list_path}” is no list.")
    items = _items(record, spec)
    if rest:
        item_id, _, within = rest.partition("/")
        new = tuple(inserted(i, within, item, after) if i.id == item_id else i for i in items)
    else:
        new = _with_item(items, item, after)
    return msgspec.structs.replace(record, **{name: new})


def _with_item(items: tuple[Any, ...], item: Any, after: str | None) -> tuple[Any, ...]:
    ids = [other.id for other in items]
    if item.id in ids:
        raise Refused(f"The list has an item “{item.id}” already.")
    if after == "":
        return (item, *items)
    at = ids.index(after) + 1 if after in ids else len(items)
    return (*items[:at], item, *items[at:])


def with_items(record: R, path: str) -> R:
    """A copy in which every list item on the way to `path` exists, new ones last in their list.

    Raises UnknownPath, or Refused for something that can't be an id.
    """
    segments = path.split("/")
    for length in range(1, len(segments) + 1):
        list_path = "/".join(segments[: length - 1])
        item_id = segments[length - 1]
        if not list_path or spec_at(type(record), list_path).sort is not Sort.LIST:
            continue
        if value_at(record, f"{list_path}/{item_id}") is None:
            if not is_item_id(item_id):
                raise Refused(
                    f"“{item_id}” can't be an id: use up to 40 small letters, digits and hyphens."
                )
            item = spec_at(type(record), list_path).hint(id=item_id)
            record = inserted(record, list_path, item, None)
    return record


def walk(
    record: Record,
    at: str = "",
    above: tuple[tuple[str, Field], ...] = (),
    into_lists: bool = True,
) -> Iterator[Place]:
    """Every leaf and list of a record that carries a Field, in declared order.

    Items of lists are walked too unless `into_lists` is false.
    """
    for spec in specs(type(record)).values():
        path = joined(at, spec.name)
        value = getattr(record, spec.name)
        if spec.sort is Sort.MAP or (spec.field is None and spec.sort is not Sort.RECORD):
            continue
        if spec.sort is Sort.LEAF and spec.field is not None:
            yield Place(path, at, spec, spec.field, value, above)
        elif spec.sort is Sort.RECORD:
            inner = spec.hint() if value is None else value
            around = (*above, (at, spec.field)) if spec.field is not None else above
            yield from walk(inner, path, around, into_lists)
        elif spec.field is not None:
            yield Place(path, at, spec, spec.field, tuple(i.id for i in value), above)
            for item in value if into_lists else ():
                yield from walk(item, joined(path, item.id), (*above, (at, spec.field)))


def walk_item(record: Record, item_path: str) -> Iterator[Place]:
    """The same for one list item, without descending into lists of its own.

    Raises UnknownPath where there is no such item.
    """
    item = value_at(record, item_path)
    if not isinstance(item, Record):
        raise UnknownPath(f"There is no item “{item_path}” in this agreement.")
    leaf = next(spec.name for spec in specs(type(item)).values() if spec.sort is Sort.LEAF)
    yield from walk(item, item_path, place_at(record, f"{item_path}/{leaf}").above, False)


def place_at(record: Record, path: str) -> Place:
    """The place with this path. Raises UnknownPath where there is none now."""
    place = _place(record, path, "", ())
    if place is None:
        raise UnknownPath(f"There is no field “{path}” in this agreement.")
    return place


def _place(
    record: Record, path: str, at: str, above: tuple[tuple[str, Field], ...]
) -> Place | None:
    name, _, rest = path.partition("/")
    spec = specs(type(record)).get(name)
    if spec is None or spec.sort is Sort.MAP:
        return None
    around = (*above, (at, spec.field)) if spec.field is not None else above
    here = joined(at, name)
    if spec.sort is Sort.RECORD:
        inner = getattr(record, name)
        return _place(spec.hint() if inner is None else inner, rest, here, around)
    if not rest:
        value = value_at(record, name)
        return None if spec.field is None else Place(here, at, spec, spec.field, value, above)
    if spec.sort is Sort.LEAF:
        return None
    item_id, _, within = rest.partition("/")
    item = _item(record, spec, item_id)
    return None if item is None else _place(item, within, joined(here, item_id), around)
