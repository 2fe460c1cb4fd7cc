"""A three-way merge of agreements, value by value, in which neither side is preferred.

Changes of different values both count. Of a value that both changed differently one stands in
place and the other becomes a clash; an edit stays where the other side removed its item. Nothing
depends on which side is called mine: every computer gets the same agreement from the same two
versions, clashes included.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec

from slaeditor.agreement import Agreement
from slaeditor.changes import Change, diff, same
from slaeditor.clashes import (
    Clash,
    Content,
    clash_between,
    content_at,
    goes_before,
    stored,
    written,
)
from slaeditor.editing.ordering import Orders, merged_order
from slaeditor.field import Compound, Record
from slaeditor.paths import Sort, Spec, joined, specs
from slaeditor.values import json_default

Side = Agreement | None
_NOTHING = object()
_ENCODER = msgspec.json.Encoder(enc_hook=json_default)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a version comes from: the name of the computer, and when it was saved (ISO, UTC)."""

    name: str = ""
    moment: str = ""


@dataclass(frozen=True, slots=True)
class Merged:
    """The outcome. `taken` leads from mine to the record, `clashes` are those that are new."""

    record: Agreement
    taken: tuple[Change, ...]
    clashes: tuple[Clash, ...]


def merge(
    base: Side,
    mine: Agreement,
    theirs: Agreement,
    origins: tuple[Origin, Origin] = (Origin(), Origin()),
) -> Merged:
    """Both versions in one. Without a `base` everything that differs is a clash.

    `origins` are those of mine and theirs: a clash tells where its other value comes from.
    """
    record, new = _Merging(base, (mine, theirs), origins).outcome()
    known = {each.id for each in mine.clashes}
    fresh = tuple(each for each in record.clashes if each.id in new and each.id not in known)
    return Merged(record, diff(mine, record), fresh)


@dataclass
class _Merging:
    """One merge. `decided` says of typed text and suggestion marks what a value's fate decides."""

    base: Side
    sides: tuple[Agreement, Agreement]
    origins: tuple[Origin, Origin]
    found: dict[str, Clash] = field(default_factory=dict)
    superseded: set[tuple[str, str]] = field(default_factory=set)
    decided: dict[str, str | None] = field(default_factory=dict)

    def outcome(self) -> tuple[Agreement, set[str]]:
        """The merged agreement, and the ids of the clashes found by this merge."""
        one, other = self.sides
        values = self._values(Agreement, "", self.base, one, other)
        maps = {name: self._map(name) for name in ("entered", "proposed")}
        record = msgspec.structs.replace(one, **values, **maps)
        return msgspec.structs.replace(record, clashes=self._clashes()), set(self.found)

    # Records.

    def _values(
        self, kind: type[Record], at: str, base: Record | None, one: Record, other: Record
    ) -> dict[str, Any]:
        """The merged attributes of a record, by name; maps and clashes are left out."""
        values: dict[str, Any] = {}
        for names in _groups(kind):
            spec = specs(kind)[names[0]]
            path = joined(at, spec.name)
            before, a, b = (_part(each, spec) for each in (base, one, other))
            if spec.sort is Sort.LIST and spec.hint is not Clash:
                values[spec.name] = self._items(spec, path, before, a, b)
            elif spec.sort is Sort.RECORD and not issubclass(spec.hint, Compound):
                values[spec.name] = self._record(spec.hint, path, before, a, b)
            elif spec.sort in (Sort.LEAF, Sort.RECORD):
                paths = tuple(joined(at, name) for name in names)
                side = (one, other)[self._choice(paths, base, one, other, names)]
                values |= {name: getattr(side, name) for name in names}
        return values

    def _record(self, kind: type[Any], at: str, base: Any, one: Any, other: Any) -> Any:
        """A record of several values; whole from one side where only that changed anything."""
        marks = [self._marks(side, at) for side in (self.base, *self.sides)]
        if marks[1] == marks[2] and (base is None or marks[0] == marks[1]):
            texts = [None if each is None else _ENCODER.encode(each) for each in (base, one, other)]
            if texts[1] == texts[2] or texts[0] == texts[2]:
                return one
            if texts[0] == texts[1]:
                return other
        return msgspec.structs.replace(one, **self._values(kind, at, base, one, other))

    def _choice(
        self,
        paths: tuple[str, ...],
        base: Record | None,
        one: Record,
        other: Record,
        names: tuple[str, ...],
    ) -> int:
        """From which side a value comes, 0 or 1; what was typed at it comes along."""
        views = [self._seen(base, names, self.base, paths)]
        views += [
            self._seen(record, names, side, paths)
            for record, side in zip((one, other), self.sides, strict=True)
        ]
        chosen = _three_way(views[0], views[1], views[2], _same_views)
        if chosen is None:
            chosen = self._clash(paths, is_based=base is not None)
        self._settle_marks(paths, chosen, ("entered",))
        return chosen

    def _seen(
        self, record: Record | None, names: tuple[str, ...], side: Side, paths: tuple[str, ...]
    ) -> Any:
        if record is None or side is None:
            return _NOTHING
        values = [getattr(record, name) for name in names]
        return values, {key: text for key, text in side.entered.items() if _is_at(key, paths)}

    def _clash(self, paths: tuple[str, ...], *, is_based: bool) -> int:
        """Note that both sides changed a value differently; which of them stands in place."""
        contents = [content_at(side, paths) for side in self.sides]
        chosen = 0 if goes_before(contents[0], contents[1]) else 1
        self._note(paths[0], contents[chosen], contents[1 - chosen], 1 - chosen)
        if is_based and self.base is not None:
            self._supersede(paths[0], content_at(self.base, paths), contents)
        return chosen

    def _note(self, path: str, here: Content | None, other: Content | None, side: int) -> None:
        origin = self.origins[side]
        clash = clash_between(path, here, other, origin.name, origin.moment)
        self.found[clash.id] = clash

    def _supersede(self, path: str, before: Content, now: list[Content]) -> None:
        """Whoever wrote what a clash keeps has written something else since: that counts.

        Not so where both sides keep it: then it left its place in a merge, and nobody saw it go.
        """
        kept = (path, written(before))
        keepers = [
            kept in {(each.path, each.other) for each in side.clashes} for side in self.sides
        ]
        if before not in now and keepers[0] != keepers[1]:
            self.superseded.add(kept)

    # Lists.

    def _items(self, spec: Spec, path: str, before: Any, one: Any, other: Any) -> tuple[Any, ...]:
        if not (before or one or other):
            return ()
        by_id = [{item.id: item for item in each or ()} for each in (before, one, other)]
        left: dict[str, Any] = {}
        for item_id in dict.fromkeys([*by_id[1], *by_id[2]]):
            at = joined(path, item_id)
            a, b = by_id[1].get(item_id), by_id[2].get(item_id)
            if a is not None and b is not None:
                base = None if before is None else by_id[0].get(item_id)
                left[item_id] = self._record(spec.hint, at, base, a, b)
            else:
                kept = self._lonely(at, by_id[0].get(item_id), a, b, is_based=before is not None)
                if kept is not None:
                    left[item_id] = kept
        return tuple(left[each] for each in self._order(path, by_id, left, before is not None))

    def _lonely(self, at: str, base: Any, one: Any, other: Any, *, is_based: bool) -> Any:
        """The item that only one side has, unless the other has removed what is unchanged."""
        side = 0 if one is not None else 1
        item = one if one is not None else other
        owner = self.sides[side]
        is_gone = base is not None or not is_based
        if base is not None and self.base is not None:
            is_same = stored(base) == stored(item)
            if is_same and self._marks(self.base, at) == self._marks(owner, at):
                return None
        self._settle_marks((at,), side, ("entered", "proposed"))
        if is_gone:
            self._note(at, content_at(owner, (at,)), None, 1 - side)
        return item

    def _order(
        self, path: str, by_id: list[dict[str, Any]], left: Mapping[str, Any], is_based: bool
    ) -> list[str]:
        base = tuple(by_id[0]) if is_based else None
        found = merged_order(Orders(base, tuple(by_id[1]), tuple(by_id[2])), left)
        if found.loser is not None:
            orders = [{path: list(by_id[1])}, {path: list(by_id[2])}]
            self._note(path, orders[1 - found.loser], orders[found.loser], found.loser)
        return found.ids

    # Typed text, marks and clashes.

    def _marks(self, side: Side, at: str) -> tuple[Any, ...]:
        """The typed texts and suggestion marks of a side at a path and below."""
        if side is None:
            return ()
        return tuple(
            {key: text for key, text in found.items() if _is_at(key, (at,))}
            for found in (side.entered, side.proposed)
        )

    def _settle_marks(self, paths: tuple[str, ...], side: int, names: Iterable[str]) -> None:
        for name in names:
            for each in self.sides:
                for key in getattr(each, name):
                    if _is_at(key, paths):
                        chosen: str | None = getattr(self.sides[side], name).get(key)
                        self.decided[f"{name}/{key}"] = chosen

    def _map(self, name: str) -> dict[str, str]:
        maps = [{} if side is None else getattr(side, name) for side in (self.base, *self.sides)]
        keys = dict.fromkeys([*maps[1], *maps[2]])
        texts = {key: self._text(name, key, [each.get(key) for each in maps]) for key in keys}
        return {key: text for key, text in sorted(texts.items()) if text is not None}

    def _text(self, name: str, key: str, texts: list[str | None]) -> str | None:
        path = f"{name}/{key}"
        if path in self.decided:
            return self.decided[path]
        base = _NOTHING if self.base is None else texts[0]
        chosen = _three_way(base, texts[1], texts[2], _equal)
        if chosen is not None:
            return texts[1 + chosen]
        if name == "proposed":  # somebody has decided it, or it never was a suggestion there
            return None
        return texts[1 + self._clash((path,), is_based=self.base is not None)]

    def _clashes(self) -> tuple[Clash, ...]:
        """Those of both sides but for the settled ones, with those found now, in order of ids."""
        before = {} if self.base is None else {each.id: each for each in self.base.clashes}
        one, other = ({each.id: each for each in side.clashes} for side in self.sides)
        left: dict[str, Clash] = {}
        for named in {*one, *other}:
            both = [side[named] for side in (one, other) if named in side]
            clash = min(both, key=lambda each: (each.moment or "", each.origin or ""))
            is_settled = len(both) == 1 and named in before
            if not is_settled and (clash.path, clash.other) not in self.superseded:
                left[named] = clash
        for named, clash in self.found.items():
            left.setdefault(named, clash)
        return tuple(left[named] for named in sorted(left))


def _groups(kind: type[Record]) -> list[tuple[str, ...]]:
    """The names of attributes that are one value, in their order."""
    found: dict[str, list[str]] = {}
    for spec in specs(kind).values():
        group = spec.field.together if spec.field is not None and spec.sort is Sort.LEAF else ""
        found.setdefault(f"#{group}" if group else spec.name, []).append(spec.name)
    return [tuple(names) for names in found.values()]


def _part(record: Record | None, spec: Spec) -> Any:
    """An attribute; an absent record counts as an empty one. None without a record around it."""
    if record is None:
        return None
    value = getattr(record, spec.name)
    return spec.hint() if value is None and spec.sort is Sort.RECORD else value


def _three_way(base: Any, one: Any, other: Any, alike: Callable[[Any, Any], bool]) -> int | None:
    """The side whose value counts; None where both changed it differently."""
    if alike(one, other) or alike(other, base):
        return 0
    return 1 if alike(one, base) else None


def _same_views(one: Any, other: Any) -> bool:
    if one is _NOTHING or other is _NOTHING:
        return False
    pairs = zip(one[0], other[0], strict=True)
    return one[1] == other[1] and all(_same_values(a, b) for a, b in pairs)


def _same_values(one: Any, other: Any) -> bool:
    if isinstance(one, Record) or isinstance(other, Record):
        return bool(stored(one) == stored(other))
    return same(one, other)


def _equal(one: Any, other: Any) -> bool:
    return bool(one == other)


def _is_at(key: str, paths: tuple[str, ...]) -> bool:
    return any(key == path or key.startswith(f"{path}/") for path in paths)
