"""The numbers of a chart: a range with round steps, and labels that don't cover each other."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

_ROUND = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))


def round_steps(low: Decimal, high: Decimal, most: int = 5) -> tuple[Decimal, ...]:
    """Round numbers (1, 2 or 5 times a power of ten) that enclose the range, at most `most` + 2."""
    span = high - low
    if span <= 0:
        span = abs(high) / 10 or Decimal(1)
        low, high = low - span / 2, high + span / 2
    step = _round_step(span / (most - 1))
    first = (low / step).to_integral_value("ROUND_FLOOR")
    last = (high / step).to_integral_value("ROUND_CEILING")
    return tuple(step * number for number in range(int(first), int(last) + 1))


def _round_step(least: Decimal) -> Decimal:
    power = Decimal(1).scaleb(least.adjusted())
    return next(power * factor for factor in _ROUND if power * factor >= least)


def moved_apart(wanted: Sequence[float], distance: float, top: float, foot: float) -> list[float]:
    """The heights moved so that neighbours are `distance` apart, in their order, within the room.

    Where there isn't room for all, the last ones come closer together.
    """
    order = sorted(range(len(wanted)), key=lambda number: wanted[number])
    placed = [0.0] * len(wanted)
    least = top
    for number in order:
        placed[number] = max(wanted[number], least)
        least = placed[number] + distance
    most = foot
    for number in reversed(order):
        placed[number] = max(min(placed[number], most), top)
        most = placed[number] - distance
    return placed


def span_of(numbers: Iterable[Decimal]) -> tuple[Decimal, Decimal]:
    """The lowest and highest, with a little air around."""
    found = tuple(numbers)
    low, high = min(found), max(found)
    air = (high - low) / 20
    return low - air, high + air
