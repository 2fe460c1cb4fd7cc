"""Which automatic points stay as they grow old, and what becomes of the file."""

import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from slaeditor.library.draftfile import digest, dumped
from slaeditor.library.history import SNAPSHOT_EVERY, WORTH_THINNING, History
from slaeditor.library.points import Point
from slaeditor.library.thinning import superfluous
from tests.unit.library.samples import sample, titled

NOW = datetime(2026, 11, 25, 12, 30, tzinfo=UTC)  # a Wednesday


def before(**time: float) -> datetime:
    """A moment so long before now."""
    return NOW - timedelta(**time)


def left(*moments: datetime, kind: str = "automatic") -> list[datetime]:
    """Which moments still have a point, newest first; the oldest of all is another one."""
    oldest = Point("oldest", "", before(days=900).isoformat(), "automatic")
    points = [Point(str(each), "", each.isoformat(), kind) for each in sorted(moments)[::-1]]
    gone = superfluous([*points, oldest], NOW)
    return [point.moment for point in points if point.id not in gone]


def test_all_of_the_last_day_stay() -> None:
    every_ten_minutes = [before(minutes=10 * number) for number in range(24 * 6)]
    assert left(*every_ten_minutes) == every_ten_minutes


def test_of_the_last_week_the_last_of_each_hour_stays() -> None:
    day = datetime(2026, 11, 22, tzinfo=UTC)
    made = [day + timedelta(minutes=10 * number) for number in range(24 * 6)]
    assert left(*made) == [day + timedelta(hours=hour, minutes=50) for hour in range(23, -1, -1)]


def test_of_the_last_month_the_last_of_each_day_stays() -> None:
    first = datetime(2026, 11, 2, 8, tzinfo=UTC)
    made = [first + timedelta(hours=2 * number) for number in range(36)]
    assert left(*made) == [
        datetime(2026, 11, day, hour, tzinfo=UTC)
        for day, hour in [(5, 6), (4, 22), (3, 22), (2, 22)]
    ]


def test_before_that_the_last_of_each_week_stays_for_ever() -> None:
    monday = datetime(2024, 1, 1, tzinfo=UTC)
    made = [monday + timedelta(days=number, hours=9) for number in range(28)]
    assert left(*made) == [monday + timedelta(days=7 * week + 6, hours=9) for week in (3, 2, 1, 0)]


def test_what_somebody_made_on_purpose_stays_for_ever() -> None:
    made = [before(days=300, minutes=number) for number in range(50)]
    for kind in ("named", "export", "review", "status", "merged", "restored"):
        assert left(*made, kind=kind) == made
    assert len(left(*made, kind="opened")) == 1


def test_a_point_without_a_date_stays() -> None:
    strange = [Point(str(number), "", "long ago", "automatic") for number in range(9)]
    assert superfluous(strange, NOW) == set()


# The file.


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = before(days=100)

    def __call__(self) -> datetime:
        return self.now


def on(place: Path, clock: Callable[[], datetime], local: str = "local") -> History:
    """The history of one draft."""
    return History(place / "history", "one", place / local, clock=clock)


def fill(history: History, clock: Clock, count: int, minutes: int = 10) -> None:
    """Make so many automatic points, each of another state."""
    for number in range(count):
        clock.now += timedelta(minutes=minutes)
        history.add(titled(sample(levels=20), f"State {number}"), "While editing", "automatic")


def test_the_file_shrinks_and_says_the_same_of_what_is_left(tmp_path: Path) -> None:
    clock = Clock()
    history = on(tmp_path, clock)
    fill(history, clock, 200)
    named = history.points()[77]
    history.rename(named.id, "Agreed with Bo")
    size = history.path.stat().st_size
    clock.now += timedelta(days=60)
    assert history.thin() == 200 - 3
    assert history.path.stat().st_size < size / 10
    assert [(point.label, history.at(point.id)["title"]) for point in history.points()] == [
        ("While editing", "State 199"),
        ("Agreed with Bo", "State 122"),
        ("While editing", "State 0"),
    ]


def test_for_a_few_points_no_file_is_written_anew(tmp_path: Path) -> None:
    clock = Clock()
    history = on(tmp_path, clock)
    fill(history, clock, WORTH_THINNING + 1)
    raw = history.path.read_bytes()
    clock.now += timedelta(days=60)
    assert history.thin() == 0
    assert history.path.read_bytes() == raw
    clock.now -= timedelta(days=60)
    fill(history, clock, 1)
    clock.now += timedelta(days=60)
    assert history.thin() == WORTH_THINNING


def test_what_another_computer_may_descend_from_stays(tmp_path: Path) -> None:
    clock = Clock()
    history = on(tmp_path, clock)
    fill(history, clock, 40)
    needed = digest(titled(sample(levels=20), "State 20"))
    clock.now += timedelta(days=60)
    history.thin({needed})
    assert history.with_digest(needed) == titled(sample(levels=20), "State 20")
    assert len(history.points()) == 3


def test_points_added_afterwards_go_on_from_what_is_left(tmp_path: Path) -> None:
    clock = Clock()
    history = on(tmp_path, clock)
    fill(history, clock, 40)
    clock.now += timedelta(days=60)
    history.thin()
    fill(history, clock, SNAPSHOT_EVERY + 3)
    assert [history.at(point.id)["title"] for point in history.points()] == [
        *(f"State {number}" for number in range(SNAPSHOT_EVERY + 2, -1, -1)), "State 39", "State 0",
    ]  # fmt: skip


def test_what_can_not_be_read_back_and_damaged_lines_stay_as_they_are(tmp_path: Path) -> None:
    clock = Clock()
    history = on(tmp_path, clock)
    fill(history, clock, 60)
    lines = history.path.read_bytes().split(b"\n")
    hit = next(number for number, line in enumerate(lines) if b'"State 20"' in line)
    lines[hit] = lines[hit].replace(b"State 20", b"State XX")
    history.path.write_bytes(b"\n".join(lines))
    clock.now += timedelta(days=60)
    lost = {p.id for p in history.points() if history.restored(p.id).sentence}
    assert len(lost) == 11  # up to the next whole one
    thinned = history.thin()
    assert thinned > 30
    assert lines[hit] in history.path.read_bytes()
    left = {point.id for point in history.points()}
    for name in left - lost:
        assert history.at(name)["title"] in ("State 0", "State 59")


def test_no_other_computers_file_is_touched(tmp_path: Path) -> None:
    clock = Clock()
    mine, other = on(tmp_path, clock), on(tmp_path, clock, "laptop")
    fill(other, clock, 40)
    raw = other.path.read_bytes()
    fill(mine, clock, 40)
    clock.now += timedelta(days=60)
    assert mine.thin() == 38
    assert other.path.read_bytes() == raw
    assert len(mine.points()) == 42


def test_eighty_revisions_of_a_draft_of_30_kb_take_less_than_165_kb(tmp_path: Path) -> None:
    clock, words = Clock(), random.Random(1)
    history = on(tmp_path, clock)
    draft = sample(levels=190)
    for level in draft["metrics"]["levels"]:
        level["note"] += words.randbytes(4).hex()
    assert 29_000 < len(dumped(draft)) < 36_000
    for _ in range(80):
        levels = [dict(each) for each in draft["metrics"]["levels"]]
        for _edit in range(words.randint(1, 6)):
            words.choice(levels)["note"] = words.randbytes(30).hex()
        draft = {**draft, "metrics": {"levels": levels}}
        history.add(draft, "While editing", "named")
    assert history.path.stat().st_size < 165_000
