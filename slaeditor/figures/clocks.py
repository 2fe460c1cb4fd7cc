"""Minutes of weekly hours in a stretch of the calendar, and clocks that run only in them.

All in local time.
The day on which clocks are changed counts like any other (24 hours).
"""

from collections.abc import Collection, Iterator
from datetime import date, datetime, time, timedelta
from typing import Final

from slaeditor.values.week import Week

_DAYS_TRIED: Final = 3660
"""Days after which a clock counts as never running again: ten years of closed days."""


def minutes_between(
    week: Week, first: date, last: date, closed: Collection[date] = frozenset()
) -> int:
    """Open minutes from `first` to `last`, both included; days in `closed` have none."""
    days = (last - first).days + 1
    if days <= 0:
        return 0
    weeks, rest = divmod(days, 7)
    extra = sum(week.minutes_on((first.weekday() + step) % 7) for step in range(rest))
    away = sum(week.minutes_on(day.weekday()) for day in set(closed) if first <= day <= last)
    return weeks * week.minutes + extra - away


def minutes_in_month(
    week: Week, year: int, month: int, closed: Collection[date] = frozenset()
) -> int:
    """Open minutes of a calendar month; days in `closed`, such as public holidays, have none."""
    following = date(year + month // 12, month % 12 + 1, 1)
    return minutes_between(week, date(year, month, 1), following - timedelta(days=1), closed)


def due(
    week: Week, start: datetime, minutes: int, closed: Collection[date] = frozenset()
) -> datetime:
    """When so many open minutes have passed since `start`: the clock of a response time (F10).

    It stands still outside the hours and on days in `closed`; it may end at the minute of closing.
    Raises `ValueError` for a negative time, and where ten years are closed.
    """
    if minutes < 0:
        raise ValueError(f"no time to wait for: {minutes} minutes")
    left = timedelta(minutes=minutes)
    for opens, closes in _open_spans(week, start, closed):
        begins = max(opens, start)
        if closes - begins >= left:
            return begins + left
        left -= closes - begins
    raise ValueError("the clock never runs: all days are closed")


def elapsed(
    week: Week, start: datetime, end: datetime, closed: Collection[date] = frozenset()
) -> timedelta:
    """Open time from `start` to `end`; none where `end` isn't later."""
    total = timedelta()
    for opens, closes in _open_spans(week, start, closed):
        if opens >= end:
            break
        total += max(timedelta(), min(closes, end) - max(opens, start))
    return total


def due_day(week: Week, start: date, days: int, closed: Collection[date] = frozenset()) -> date:
    """The day so many working days after `start`, which isn't counted.

    A working day has hours in `week` and isn't in `closed`. Raises like `due`.
    """
    if days < 0:
        raise ValueError(f"no time to wait for: {days} days")
    day, left = start, days
    for _ in range(_DAYS_TRIED):
        if not left:
            return day
        day += timedelta(days=1)
        left -= bool(week.minutes_on(day.weekday())) and day not in closed
    raise ValueError("the clock never runs: all days are closed")


def _open_spans(
    week: Week, start: datetime, closed: Collection[date]
) -> Iterator[tuple[datetime, datetime]]:
    """Opening and closing from `start` on, as moments; what is over by then is left out."""
    for step in range(_DAYS_TRIED):
        day = start.date() + timedelta(days=step)
        if day in closed:
            continue
        midnight = datetime.combine(day, time(), start.tzinfo)
        for opens, closes in week.spans_on(day.weekday()):
            end = midnight + timedelta(minutes=closes)
            if end > start:
                yield midnight + timedelta(minutes=opens), end
