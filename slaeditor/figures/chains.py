"""Times along a chain of teams and suppliers that hand a case on, all on the same calendar.

A clock that each team starts at its own assignment lets the whole take the sum of all times. A
clock that runs from the creation of the case leaves later teams what the earlier ones left.
"""

from collections.abc import Collection, Iterable
from datetime import date, datetime, timedelta

from slaeditor.figures.clocks import elapsed
from slaeditor.values.week import Week


def longest(paths: Iterable[Iterable[timedelta]]) -> timedelta:
    """Time that a promise needs at least: Σ(handover + time) along the longest path (F10).

    Each path is the times of the stages that follow each other; paths run side by side. No path
    needs no time.
    """
    return max((sum(path, timedelta()) for path in paths), default=timedelta())


def missing(promised: timedelta, needed: timedelta) -> timedelta:
    """What a promise lacks to cover the time needed; none where it covers it (F10)."""
    return max(timedelta(), needed - promised)


def left_at_handover(
    week: Week,
    created: datetime,
    handed_over: datetime,
    allowed: timedelta,
    closed: Collection[date] = frozenset(),
) -> timedelta:
    """What a team with `allowed` time has left when its clock runs from creation (F10).

    Negative where it is late before it begins.
    """
    return allowed - elapsed(week, created, handed_over, closed)


def minutes_not_covered(promised: Week, covered: Week) -> int:
    """Minutes of a week in which service is promised and what carries it is closed (F11)."""
    return promised.minutes - promised.minutes_shared(covered)
