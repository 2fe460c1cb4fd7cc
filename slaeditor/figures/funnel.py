"""From a revenue goal back to the leads it needs, and what working on them takes. Rates are 0–1.

The chain runs on unrounded numbers; `people` rounds up each count of people that is shown.
"""

from collections.abc import Sequence
from decimal import ROUND_CEILING, Decimal
from itertools import pairwise
from math import prod


def people(count: Decimal) -> int:
    """A count of people as shown: rounded up, never carried on with (F21)."""
    return int(count.to_integral_value(rounding=ROUND_CEILING))


def stage_rates(counts: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """Share of each stage that reaches the next one (F21).

    Raises `ZeroDivisionError` where a stage that others follow is empty.
    """
    if not all(counts[:-1]):
        raise ZeroDivisionError("a stage that nobody reaches has no rate")
    return tuple(after / before for before, after in pairwise(counts))


def overall_rate(rates: Sequence[Decimal]) -> Decimal:
    """Share of the first stage that reaches the last: the product of the rates (F21)."""
    return prod(rates, start=Decimal(1))


def customers_needed(goal: Decimal, share: Decimal, deal: Decimal) -> Decimal:
    """Customers that marketing's part of a revenue goal needs: goal·share/deal (F21).

    `goal` and the average `deal` in the same money. Raises `ZeroDivisionError` for a deal of 0.
    """
    if not deal:
        raise ZeroDivisionError("deals without revenue reach no goal")
    return goal * share / deal


def needed_before(count: Decimal, rates: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """How many each stage needs so that the last one has `count`, first stage first (F21).

    Raises `ZeroDivisionError` where a rate is 0.
    """
    if not all(rates):
        raise ZeroDivisionError("a rate of 0 lets nobody through")
    stages = [count]
    for rate in reversed(rates):
        stages.append(stages[-1] / rate)
    return tuple(reversed(stages))


def lead_value(revenue: Decimal, rate: Decimal) -> Decimal:
    """Money that a lead is worth: revenue per customer × share of leads that become one (F21)."""
    return revenue * rate


def leads_for(goal: Decimal, value: Decimal) -> Decimal:
    """Leads that a revenue goal needs at that value per lead (F21).

    Raises `ZeroDivisionError` for a value of 0.
    """
    if not value:
        raise ZeroDivisionError("leads without value reach no goal")
    return goal / value


def work_hours(leads: Decimal, attempts: Decimal, minutes: Decimal) -> Decimal:
    """Hours of follow-up: leads · attempts per lead · minutes per attempt / 60 (F21)."""
    return leads * attempts * minutes / 60


def can_follow_up(hours: Decimal, people_there: Decimal, hours_each: Decimal) -> bool:
    """Whether so many people with so many hours each can do that work (F21)."""
    return hours <= people_there * hours_each


def pace(goal: Decimal, day: int, days: int) -> Decimal:
    """Where a goal should stand on day `day` of `days`: goal·d/D (F21)."""
    return goal * day / days
