"""Clocks that run only in service hours: due times, elapsed time, working days."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slaeditor.figures import due, due_day, elapsed, minutes_not_covered
from slaeditor.values.week import Hours, Week

OFFICE = Week([Hours((0, 1, 2, 3, 4), 9 * 60, 17 * 60)])
FRIDAY = date(2026, 3, 6)


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute)


def test_a_clock_begins_at_opening_and_may_end_at_closing() -> None:
    assert due(OFFICE, at(FRIDAY, 6), 8 * 60) == at(FRIDAY, 17)
    assert due(OFFICE, at(FRIDAY, 17), 1) == at(date(2026, 3, 9), 9, 1)
    assert due(OFFICE, at(FRIDAY, 12), 0) == at(FRIDAY, 12)


def test_a_closed_day_lets_the_clock_stand_still() -> None:
    monday = date(2026, 3, 9)
    assert due(OFFICE, at(FRIDAY, 16), 120, {monday}) == at(date(2026, 3, 10), 10)


def test_working_days_leave_out_weekends_and_closed_days() -> None:
    assert due_day(OFFICE, FRIDAY, 2) == date(2026, 3, 10)
    assert due_day(OFFICE, FRIDAY, 2, {date(2026, 3, 9)}) == date(2026, 3, 11)
    assert due_day(OFFICE, FRIDAY, 0) == FRIDAY


@given(
    st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1)).map(
        lambda moment: moment.replace(second=0, microsecond=0)
    ),
    st.integers(0, 20_000),
    st.sets(st.dates(date(2026, 1, 1), date(2027, 6, 1)), max_size=20),
)
def test_until_it_is_due_exactly_the_allowed_time_has_run(
    start: datetime, minutes: int, closed: set[date]
) -> None:
    end = due(OFFICE, start, minutes, closed)
    assert elapsed(OFFICE, start, end, closed) == timedelta(minutes=minutes)


def test_no_time_runs_backwards() -> None:
    assert elapsed(OFFICE, at(FRIDAY, 12), at(FRIDAY, 11)) == timedelta()
    with pytest.raises(ValueError, match="no time to wait for"):
        due(OFFICE, at(FRIDAY, 9), -1)
    with pytest.raises(ValueError, match="no time to wait for"):
        due_day(OFFICE, FRIDAY, -1)


def test_a_clock_that_can_never_run_says_so() -> None:
    closed = {date(2026, 1, 1) + timedelta(days=step) for step in range(4000)}
    with pytest.raises(ValueError, match="never runs"):
        due(OFFICE, at(FRIDAY, 9), 1, closed)
    with pytest.raises(ValueError, match="never runs"):
        due_day(OFFICE, FRIDAY, 1, closed)


def test_hours_not_covered_are_counted_in_minutes_of_a_week() -> None:
    assert minutes_not_covered(OFFICE, Week.always) == 0
    longer = Week([Hours((0, 1, 2, 3, 4, 5), 8 * 60, 17 * 60)])
    assert minutes_not_covered(longer, OFFICE) == 5 * 60 + 9 * 60
