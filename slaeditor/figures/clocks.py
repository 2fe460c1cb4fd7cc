"""Minutes of weekly hours in a stretch of the calendar, in local time.

The day on which clocks are changed counts like any other (24 hours).
"""

from collections.abc import Collection
from datetime import date, timedelta

from slaeditor.values.week import Week


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
