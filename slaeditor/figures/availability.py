"""Availability and the downtime that a target allows. Percentages 0–100, times in minutes.

Which month counts is part of an agreement: 30 days (43,200 minutes), 730 hours (43,800), or the
month as it is. Times are those of the hours that the target is measured in, not always 24 hours.
"""

from decimal import Decimal
from typing import Final

MINUTES_OF_A_DAY: Final = Decimal(24 * 60)
MINUTES_OF_A_WEEK: Final = 7 * MINUTES_OF_A_DAY
MINUTES_OF_30_DAYS: Final = 30 * MINUTES_OF_A_DAY
MINUTES_OF_730_HOURS: Final = Decimal(730 * 60)

_HUNDRED: Final = Decimal(100)


def downtime_budget(target: Decimal, minutes: Decimal) -> Decimal:
    """Minutes of downtime that `target` percent allows in `minutes`: B = (1 − A)·T (F1)."""
    return (_HUNDRED - target) * minutes / _HUNDRED


def unavailability_ratio(first: Decimal, second: Decimal) -> Decimal:
    """How many times the unavailability at `first` percent is that at `second` percent (F1).

    Raises `ZeroDivisionError` where `second` is 100.
    """
    if second == _HUNDRED:
        raise ZeroDivisionError("at 100 percent there is no unavailability to compare with")
    return (_HUNDRED - first) / (_HUNDRED - second)


def availability(service_time: Decimal, downtime: Decimal) -> Decimal:
    """Percent of the agreed service time without downtime: A = (AST − DT)/AST (F2).

    Both in the same unit. Raises `ZeroDivisionError` where there is no service time.
    """
    if not service_time:
        raise ZeroDivisionError("there is no service time to take a share of")
    return _HUNDRED * (service_time - downtime) / service_time


def availability_counted(
    total: Decimal, scheduled: Decimal, excluded: Decimal, downtime: Decimal
) -> Decimal:
    """Percent of the minutes that count: A = (AM − DM)/AM, AM = total − excluded − scheduled (F2).

    `downtime` is what remains outside scheduled and excluded minutes. Form of the Common Paper
    SLA, sections 1.2 and 4.1. Raises `ZeroDivisionError` where no minute counts.
    """
    return availability(total - excluded - scheduled, downtime)


def availability_seen(total: Decimal, excluded: Decimal, downtime: Decimal) -> Decimal:
    """Percent as users see it: A' = (total − excluded − all downtime)/total (F2).

    `downtime` here includes planned maintenance. Raises `ZeroDivisionError` where `total` is 0.
    """
    return availability(total, excluded + downtime)
