"""Availability of what rests on several parts, and what a part must reach. Percentages 0–100.

All of it assumes that the parts fail independently of each other, and counts a part that several
paths share once: that is the caller's to see to. A composite never changes what the agreement with
a supplier itself promises or pays.
"""

from collections.abc import Collection, Iterable
from decimal import Decimal
from enum import Enum
from typing import Final

_HUNDRED: Final = Decimal(100)
_NONE: Final = Decimal(0)
CLOSE: Final = Decimal("0.1")
"""Percentage points of margin below which a target counts as close to its ceiling (F8)."""


class Carried(Enum):
    """How a target stands to what carries it (F8)."""

    OK = "ok"
    CLOSE = "close"
    FAIL = "fail"


def in_series(parts: Iterable[Decimal]) -> Decimal:
    """Percent where every part is needed: A = ∏A_i (F6); 100 where there is none."""
    product = Decimal(1)
    for part in parts:
        product *= part / _HUNDRED
    return product * _HUNDRED


def in_parallel(parts: Iterable[Decimal]) -> Decimal:
    """Percent where one part is enough: A = 1 − ∏(1 − A_i) (F7); 0 where there is none."""
    return _HUNDRED - in_series(_HUNDRED - part for part in parts)


def at_least(needed: int, parts: Collection[Decimal]) -> Decimal:
    """Percent where `needed` of the parts are enough (F7).

    For equal parts this is Σ_{j≥k} C(n,j)·A^j·(1−A)^{n−j}; parts may differ. Raises `ValueError`
    where `needed` is below 1 or above the number of parts.
    """
    if not 1 <= needed <= len(parts):
        raise ValueError(f"{needed} of {len(parts)} parts can't be needed")
    chances = [Decimal(1)]  # by the number of parts that work
    for part in parts:
        works = part / _HUNDRED
        fails = 1 - works
        same = [chance * fails for chance in chances]
        more = [chance * works for chance in chances]
        chances = [a + b for a, b in zip([*same, _NONE], [_NONE, *more], strict=True)]
    return sum(chances[needed:], Decimal(0)) * _HUNDRED


def carried(target: Decimal, ceiling: Decimal) -> Carried:
    """How a target stands below a ceiling, whose margin is ceiling − target (F8)."""
    margin = ceiling - target
    if margin < 0:
        return Carried.FAIL
    return Carried.CLOSE if margin < CLOSE else Carried.OK


def needed_of_part(target: Decimal, others: Iterable[Decimal]) -> Decimal:
    """Percent that one part in series must reach so that the whole reaches `target` (F8).

    Above 100 where the others alone already miss it. Raises `ZeroDivisionError` where one of the
    others never works.
    """
    rest = in_series(others)
    if not rest:
        raise ZeroDivisionError("a part in series that never works lets nothing reach a target")
    return target / rest * _HUNDRED


def allocated(target: Decimal, own_share: Decimal, parts: int) -> Decimal:
    """Percent that each of n equal parts must reach (F9).

    With u = 1 − target and `own_share` w (0–1) of it kept for oneself, a part may be away
    (1 − w)·u/n. Raises `ZeroDivisionError` where there is no part.
    """
    if parts < 1:
        raise ZeroDivisionError("there is no part to give a share to")
    return _HUNDRED - (1 - own_share) * (_HUNDRED - target) / parts


def all_kept_at_least(stages: Iterable[Decimal]) -> Decimal:
    """Least percent of cases that keep every stage's time, whatever depends on what (F12).

    P ≥ 1 − Σ(1 − p_i), and never below 0. Percentiles of stages must not be added up instead.
    """
    return max(Decimal(0), _HUNDRED - sum((_HUNDRED - stage for stage in stages), Decimal(0)))


def all_kept_if_independent(stages: Iterable[Decimal]) -> Decimal:
    """Percent of cases that keep every stage's time where stages don't affect each other (F12)."""
    return in_series(stages)
