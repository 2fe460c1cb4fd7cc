"""Whatever two computers make of one agreement: merging obeys its laws, and loses nothing."""

import json
from collections.abc import Iterator
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from slaeditor.agreement import Agreement, decode, encode
from slaeditor.changes import applied, diff
from slaeditor.clashes import TYPED, Clash, keep, open_clashes, parts, take_other
from slaeditor.editing.merging import Origin, merge
from slaeditor.paths import value_at
from tests.properties.versions import EMPTY, RUNS, Step, edited

Run = list[Step]
ORIGINS = Origin("Laptop 1", "2026-11-24T09:00:00"), Origin("Laptop 2", "2026-11-24T10:00:00")


def merged(base: Agreement | None, one: Agreement, other: Agreement) -> Agreement:
    """What both computers get, which is the same."""
    record = merge(base, one, other, ORIGINS).record
    assert merge(base, other, one, (ORIGINS[1], ORIGINS[0])).record == record
    assert encode(merge(base, other, one, (ORIGINS[1], ORIGINS[0])).record) == encode(record)
    return record


def leaves(value: Any, at: str = "") -> Iterator[tuple[str, Any]]:
    """Every value of an encoded agreement with its path; items by their ids."""
    if isinstance(value, dict):
        for key, each in value.items():
            yield from leaves(each, f"{at}/{key}" if at else key)
    elif isinstance(value, list):
        for each in value:
            yield from leaves(each, f"{at}/{each['id']}" if isinstance(each, dict) else at)
    else:
        yield at, value


def told(agreement: Agreement) -> set[tuple[str, Any]]:
    """Every value of an agreement, clashes apart."""
    data = encode(agreement)
    data.pop("clashes", None)
    return set(leaves(data))


def kept_aside(clashes: tuple[Clash, ...]) -> set[tuple[str, Any]]:
    """Every value that clashes keep; of an order, the ids of its items."""
    found: set[tuple[str, Any]] = set()
    for clash in clashes:
        for path, value in json.loads(clash.other or "{}").items():
            is_order = isinstance(value, list) and all(isinstance(each, str) for each in value)
            values = {f"{each}/id": each for each in value} if is_order else value
            found |= set(leaves(values, path))
    return found


@given(RUNS, RUNS)
def test_with_an_unchanged_side_the_other_counts(first: Run, then: Run) -> None:
    base = edited(EMPTY, first)
    new = edited(base, then)
    for one, other in ((new, base), (base, new), (new, new)):
        outcome = merge(base, one, other)
        assert outcome.record == new
        assert outcome.clashes == ()


@given(RUNS)
def test_without_a_base_equal_versions_do_not_clash(steps: Run) -> None:
    version = edited(EMPTY, steps)
    assert merge(None, version, version).record == version


@given(RUNS, RUNS, RUNS, st.booleans())
@settings(max_examples=300)
def test_both_sides_get_the_same_and_it_can_be_stored(
    first: Run, one: Run, other: Run, is_based: bool
) -> None:
    base = edited(EMPTY, first)
    record = merged(base if is_based else None, edited(base, one), edited(base, other))
    assert decode(encode(record)) == record


@given(RUNS, RUNS, RUNS, st.booleans())
@settings(max_examples=300)
def test_nothing_is_invented(first: Run, one: Run, other: Run, is_based: bool) -> None:
    base = edited(EMPTY, first)
    mine, theirs = edited(base, one), edited(base, other)
    record = merged(base if is_based else None, mine, theirs)
    known = told(mine) | told(theirs)
    assert told(record) <= known
    assert kept_aside(record.clashes) <= known


@given(RUNS, RUNS, RUNS, st.booleans())
@settings(max_examples=300)
def test_every_change_arrives_or_is_kept_in_a_clash(
    first: Run, one: Run, other: Run, is_based: bool
) -> None:
    base = edited(EMPTY, first)
    sides = edited(base, one), edited(base, other)
    record = merged(base if is_based else None, *sides)
    there = told(record) | kept_aside(record.clashes)
    before = told(base) if is_based else set()
    for side in sides:
        values = {each for each in told(side) if not each[0].startswith("proposed/")}
        assert values - before <= there


@given(RUNS, RUNS, RUNS)
@settings(max_examples=300)
def test_what_one_side_emptied_or_removed_is_so_or_clashes(
    first: Run, one: Run, other: Run
) -> None:
    base = edited(EMPTY, first)
    mine, theirs = edited(base, one), edited(base, other)
    record = merged(base, mine, theirs)
    clashing = [clash.path for clash in record.clashes]
    for change in diff(base, theirs):
        path = change.path.removeprefix(TYPED).removeprefix("proposed/")
        if change.after is None and not any(_related(path, each) for each in clashing):
            assert value_at(record, change.path) is None


@given(RUNS, RUNS, RUNS)
def test_what_both_did_alike_is_no_clash(first: Run, both: Run, other: Run) -> None:
    base = edited(EMPTY, first)
    version = edited(base, both)
    assert merge(base, version, version).clashes == ()


@given(RUNS, RUNS, RUNS, RUNS, RUNS)
def test_two_merged_versions_meet_again(
    first: Run, one: Run, other: Run, then: Run, also: Run
) -> None:
    base = edited(EMPTY, first)
    both = merged(base, edited(base, one), edited(base, other))
    assert merged(base, both, both) == both
    assert merged(both, edited(both, then), edited(both, also)) is not None


@given(RUNS, RUNS, RUNS)
def test_a_clash_settled_on_one_side_is_settled(first: Run, one: Run, other: Run) -> None:
    base = edited(EMPTY, first)
    both = merged(base, edited(base, one), edited(base, other))
    for clash in open_clashes(both):
        for way in (keep, take_other):
            settled = applied(both, way(both, clash.id))
            assert clash.id not in {each.id for each in settled.clashes}
            assert merged(both, settled, both) == settled


@given(RUNS, RUNS, RUNS)
def test_a_clash_can_be_shown_and_taken_back(first: Run, one: Run, other: Run) -> None:
    base = edited(EMPTY, first)
    both = merged(base, edited(base, one), edited(base, other))
    for clash in open_clashes(both):
        assert parts(both, clash)
        taken = applied(both, take_other(both, clash.id))
        if clash.other is None:
            assert value_at(taken, clash.path) is None
            continue
        assert all(part.here == part.other for part in parts(taken, clash))


def _related(path: str, other: str) -> bool:
    return path == other or path.startswith(f"{other}/") or other.startswith(f"{path}/")
