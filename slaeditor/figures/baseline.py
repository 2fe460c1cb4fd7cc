"""What past figures say about a target (F19). Percentages 0–100 or any other one unit."""

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from typing import Final, NamedTuple

_HUNDRED: Final = Decimal(100)


class Direction(StrEnum):
    """On which side of the target a figure meets it."""

    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    MORE_THAN = "more-than"
    LESS_THAN = "less-than"

    @property
    def higher_is_better(self) -> bool:
        """Whether a higher figure is the better one."""
        return self in (Direction.AT_LEAST, Direction.MORE_THAN)


class Summary(NamedTuple):
    """Past figures in short; mean and median unrounded."""

    periods: int
    mean: Decimal
    median: Decimal
    worst: Decimal
    best: Decimal


def summary(figures: Iterable[Decimal], direction: str = Direction.AT_LEAST) -> Summary:
    """Mean, median, worst and best; F19 takes the mean as expected level, the worst as minimum.

    `direction` is the value of a `Direction`. Raises `ValueError` for no figures.
    """
    ordered = sorted(figures)
    if not ordered:
        raise ValueError("there are no figures")
    count = len(ordered)
    low, high = ordered[0], ordered[-1]
    rising = Direction(direction).higher_is_better
    return Summary(
        periods=count,
        mean=sum(ordered, Decimal(0)) / count,
        median=(ordered[(count - 1) // 2] + ordered[count // 2]) / 2,
        worst=low if rising else high,
        best=high if rising else low,
    )


def meets(figure: Decimal, target: Decimal, direction: str = Direction.AT_LEAST) -> bool:
    """Whether a figure meets the target; compared as measured, before rounding."""
    side = Direction(direction)
    if side is Direction.AT_LEAST:
        return figure >= target
    if side is Direction.AT_MOST:
        return figure <= target
    return figure > target if side is Direction.MORE_THAN else figure < target


def share_met(
    figures: Iterable[Decimal], target: Decimal, direction: str = Direction.AT_LEAST
) -> Decimal:
    """Share (0–1) of the periods that would have met the target: F19's estimate of feasibility.

    Raises `ValueError` for no figures.
    """
    met = [meets(figure, target, direction) for figure in figures]
    if not met:
        raise ValueError("there are no figures")
    return Decimal(sum(met)) / len(met)


def gap(target: Decimal, baseline: Decimal, direction: str = Direction.AT_LEAST) -> Decimal:
    """By how much the target asks for more than the baseline: target − baseline (F19).

    Positive if things must improve, whichever direction is better.
    """
    difference = target - baseline
    return difference if Direction(direction).higher_is_better else -difference


def nines_gap(target: Decimal, baseline: Decimal) -> Decimal | None:
    """How many nines the target lies above the baseline: log10((1 − b)/(1 − t)), in percent (F19).

    None where either isn't below 100, since there the number of nines isn't finite.
    """
    if target >= _HUNDRED or baseline >= _HUNDRED:
        return None
    return ((_HUNDRED - baseline) / (_HUNDRED - target)).log10()
