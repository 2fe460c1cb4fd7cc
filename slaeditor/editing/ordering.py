"""The order of a list that two sides have changed, in which neither is preferred."""

from collections.abc import Collection
from itertools import combinations
from typing import NamedTuple

Ids = tuple[str, ...]


class Orders(NamedTuple):
    """The ids of a list in order: before (None where that isn't known) and on either side."""

    base: Ids | None
    one: Ids
    other: Ids


class MergedOrder(NamedTuple):
    """The order of what is left; `loser` is the side (0, 1) whose own order contradicts it."""

    ids: list[str]
    loser: int | None = None


def merged_order(orders: Orders, left: Collection[str]) -> MergedOrder:
    """The order of the items that are `left`.

    What both sides have keeps the order of the side that changed it; what only one has stands
    behind its neighbour of that side. Where both moved things, each pair of items is as the side
    that turned it round has it. Where that goes in a circle, or nothing is known of before, one
    side's order stands, by the ids alone.
    """
    common = set(orders.one) & set(orders.other) & set(left)
    one, other = (tuple(i for i in ids if i in common) for ids in (orders.one, orders.other))
    base = None if orders.base is None else tuple(i for i in orders.base if i in common)
    backbone, loser = _backbone(base, one, other)
    return MergedOrder(_with_lonely(list(backbone), orders, common, left), loser)


def _backbone(base: Ids | None, one: Ids, other: Ids) -> tuple[Ids, int | None]:
    if one == other or other == base:
        return one, None
    if one == base:
        return other, None
    turned = None if base is None or len(base) < len(one) else _by_pairs(base, one, other)
    if turned is not None:
        return turned, None
    return (one, 1) if one > other else (other, 0)


def _by_pairs(base: Ids, one: Ids, other: Ids) -> Ids | None:
    """The order in which each pair stands as whoever turned it wants it; None in a circle."""
    places = [{item: place for place, item in enumerate(ids)} for ids in (base, one, other)]
    wins = dict.fromkeys(base, 0)
    for a, b in combinations(base, 2):
        is_first = all(place[a] < place[b] for place in places[1:])
        wins[a if is_first else b] += 1
    if sorted(wins.values()) != list(range(len(base))):
        return None
    return tuple(sorted(base, key=lambda item: -wins[item]))


def _with_lonely(
    backbone: list[str], orders: Orders, common: set[str], left: Collection[str]
) -> list[str]:
    """The backbone with the items that only one side has, each run behind its neighbour."""
    runs: dict[str, list[list[str]]] = {}
    for ids in (orders.one, orders.other):
        anchor, run = "", list[str]()
        for item in ids:
            if item in common:
                anchor, run = item, []
            elif item in left:
                if not run:
                    runs.setdefault(anchor, []).append(run)
                run.append(item)
    found: list[str] = []
    for anchor in ("", *backbone):
        found += [anchor] if anchor else []
        for run in sorted(runs.get(anchor, [])):
            found += run
    return found
