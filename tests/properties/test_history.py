"""The history: what was saved comes back, thinned, united, migrated, and damaged in any line."""

import json
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import event, given
from hypothesis import strategies as some

from slaeditor.errors import Damaged
from slaeditor.library.draftfile import digest
from slaeditor.library.history import History, Point
from slaeditor.library.migrations import Draft, Migrations
from slaeditor.library.points import AUTOMATIC, KINDS, id_of
from slaeditor.library.thinning import TIERS, superfluous
from tests.unit.library.samples import sample

BEGINNING = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
LONG_AFTER = BEGINNING + timedelta(days=200)


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = BEGINNING

    def __call__(self) -> datetime:
        return self.now


@contextmanager
def folder() -> Iterator[Path]:
    """A folder for one example."""
    with tempfile.TemporaryDirectory() as made:
        yield Path(made)


def history_on(place: Path, computer: str, clock: Callable[[], datetime] | None = None) -> History:
    """The history of one draft as that computer has it."""
    made = History(place / "history", "one", place / computer)
    return (
        made if clock is None else History(made.path.parent, "one", place / computer, clock=clock)
    )


def edited(draft: Draft, level: int, name: str, order: bool) -> Draft:
    """The draft with a level renamed, removed or made, and perhaps all in another order."""
    levels = {each["id"]: each for each in draft["metrics"]["levels"]}
    wanted = f"avl-{level}"
    if name:
        levels[wanted] = {**levels.get(wanted, {"id": wanted, "target": "99.9"}), "name": name}
    else:
        levels.pop(wanted, None)
    items = list(levels.values())
    return {**draft, "metrics": {"levels": items[::-1] if order else items}}


steps = some.tuples(some.integers(0, 9), some.text(max_size=8), some.booleans())
kinds = some.sampled_from([*["automatic"] * 2 * len(KINDS), *KINDS])


@some.composite
def sittings(draw: some.DrawFn) -> list[tuple[Draft, str, timedelta]]:
    """States one after the other, each with the kind of its point and the time since the last."""
    draft, found = sample(levels=6), []
    for step in draw(some.lists(steps, min_size=1, max_size=24)):
        draft = edited(draft, *step)
        minutes = draw(some.sampled_from([1, 10, 45, 200, 1500, 9000]))
        found.append((draft, draw(kinds), timedelta(minutes=minutes)))
    return found


def filled(
    history: History, clock: Clock, sitting: list[tuple[Draft, str, timedelta]]
) -> dict[str, Draft]:
    """Make the points; the draft of each by its id."""
    made = {}
    for draft, kind, pause in sitting:
        clock.now += pause
        made[history.add(draft, kind, kind).id] = draft
    return made


@given(sittings())
def test_every_point_gives_back_what_was_saved(sitting: list[Any]) -> None:
    with folder() as place:
        clock = Clock()
        made = filled(history_on(place, "a", clock), clock, sitting)
        again = history_on(place, "b")
        assert {point.id: again.at(point.id) for point in again.points()} == made


@given(sittings(), some.data())
def test_thinning_leaves_what_it_must_as_it_was(sitting: list[Any], data: some.DataObject) -> None:
    with folder() as place:
        clock = Clock()
        history = history_on(place, "a", clock)
        made = filled(history, clock, sitting)
        before = {point.id: point for point in history.points()}
        needed = data.draw(some.sets(some.sampled_from([digest(each) for each in made.values()])))
        clock.now += timedelta(days=data.draw(some.integers(0, 90)))
        gone = history.thin(needed, worth=1)
        event("thinned" if gone else "not worth it")
        after = {point.id: point for point in history_on(place, "b").points()}
        assert len(before) - len(after) == gone
        assert {name: before[name] for name in after} == {p.id: p for p in history.points()}
        assert {name: history.at(name) for name in after} == {name: made[name] for name in after}
        lost = [before[name] for name in before.keys() - after.keys()]
        assert all(point.kind in AUTOMATIC for point in lost)
        assert not {digest(made[point.id]) for point in lost} & needed
        assert all(clock.now - point.moment >= TIERS[0].age for point in lost)
        assert history.add(sample(), "Later", "named").id not in after


@some.composite
def moments(draw: some.DrawFn) -> list[Point]:
    """Points, newest first, at any moments of half a year."""
    minutes = draw(some.lists(some.integers(0, 260_000), min_size=1, max_size=80, unique=True))
    return [
        Point(str(each), "", (BEGINNING + timedelta(minutes=each)).isoformat(), draw(kinds))
        for each in sorted(minutes, reverse=True)
    ]


@given(moments(), some.lists(some.integers(0, 400), max_size=5))
def test_it_makes_no_difference_how_often_one_thins(points: list[Point], days: list[int]) -> None:
    end = LONG_AFTER + timedelta(days=400)
    left = points
    for day in [*sorted(days), (end - BEGINNING).days]:
        now = BEGINNING + timedelta(days=day)
        there = [point for point in left if point.moment <= now]
        gone = superfluous(there, now)
        left = [point for point in left if point.id not in gone]
    now = BEGINNING + timedelta(days=(end - BEGINNING).days)
    once = superfluous(points, now)
    assert [point.id for point in left] == [p.id for p in points if p.id not in once]


@given(moments())
def test_of_each_span_that_is_over_the_last_one_stays(points: list[Point]) -> None:
    now = LONG_AFTER + timedelta(days=60)
    gone = superfluous(points, now)
    assert points[-1].id not in gone
    for point in points:
        if point.id in gone:
            assert any(
                each.moment > point.moment
                and each.moment - point.moment < TIERS[-1].span
                and each.id not in gone
                for each in points
            )
    assert superfluous([p for p in points if p.id not in gone], now) == set()


@given(sittings(), some.data())
def test_two_computers_in_any_order_have_one_history(
    sitting: list[Any], data: some.DataObject
) -> None:
    with folder() as place:
        clock = Clock()
        both = [history_on(place, name, clock) for name in "ab"]
        made: dict[str, Draft] = {}
        for draft, _kind, pause in sitting:
            clock.now += pause * data.draw(some.sampled_from([-1, 0, 1]))  # two clocks differ
            made[data.draw(some.sampled_from(both)).add(draft, "x", "named").id] = draft
        assert len(made) == len(sitting)
        for history in both:
            ids = [point.id for point in history.points()]
            assert ids == list(made)[::-1]
            assert [history.at(name) for name in ids] == [made[name] for name in ids]


@given(sittings(), some.data())
def test_damage_costs_only_the_lines_it_hits(sitting: list[Any], data: some.DataObject) -> None:
    with folder() as place:
        clock = Clock()
        both = [history_on(place, name, clock) for name in "ab"]
        made = [filled(both[number % 2], clock, [step]) for number, step in enumerate(sitting)]
        drafts = {name: draft for each in made for name, draft in each.items()}
        hit, whole = both[0], {point.id for point in both[1].points()}
        raw = hit.path.read_bytes()
        broken = damaged(raw, data)
        hit.path.write_bytes(broken)
        reader = history_on(place, data.draw(some.sampled_from("abc")))
        left = {point.id for point in reader.points()}
        assert left <= whole
        assert whole - left <= points_of_lines(raw, broken)
        for name in left:
            try:
                found = reader.restored(name)
            except Damaged:
                assert len(sitting) == 1 or not left - points_of_lines(raw, raw)
                continue
            assert found.draft == drafts[found.point.id]
            assert bool(found.sentence) == (found.point.id != name)
        hit.add(sample(), "After the damage", "named")
        assert hit.at(hit.points()[0].id) == sample()


def damaged(raw: bytes, data: some.DataObject) -> bytes:
    """The bytes with some of them changed, and perhaps without their end."""
    changed = bytearray(raw)
    for _ in range(data.draw(some.integers(1, 4))):
        changed[data.draw(some.integers(0, len(raw) - 1))] ^= data.draw(some.integers(1, 255))
    return bytes(changed[: data.draw(some.integers(len(raw) // 2, len(raw)))])


def points_of_lines(raw: bytes, broken: bytes) -> set[str]:
    """The points of the file, without those whose lines are whole in the broken one.

    Of the file itself: all of its points.
    """
    intact = set(broken.split(b"\n")) if broken != raw else set()
    found = set()
    for line in raw.split(b"\n"):
        if line and line not in intact:
            table, number, _document = json.loads(line.split(b" ", 2)[2])
            found |= {id_of(int(number))} if table == "points" else set()
    return found


def _second(draft: Draft) -> Draft:
    """A step of a schema: what was `title` is called `heading`."""
    rest = {key: value for key, value in draft.items() if key != "title"}
    return {**rest, "heading": draft.get("title", "")}


@given(sittings(), sittings())
def test_points_of_two_schemas_come_back_in_the_newer_one(old: list[Any], new: list[Any]) -> None:
    second = Migrations(2, {1: _second})
    with folder() as place:
        clock = Clock()
        made = filled(History(place, "one", place / "a", None, Migrations(1), clock), clock, old)
        newer = History(place, "one", place / "a", None, second, clock)
        later = filled(newer, clock, [(_second(draft), kind, wait) for draft, kind, wait in new])
        expected = {name: _second(draft) for name, draft in made.items()} | later
        assert {p.id: newer.at(p.id) for p in newer.points()} == expected
        clock.now += timedelta(days=90)
        newer.thin(worth=1)
        assert all(newer.at(p.id) == expected[p.id] for p in newer.points())
