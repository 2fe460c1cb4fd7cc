"""Composite availability against counting every state of the parts, and its limits."""

from collections.abc import Callable
from decimal import Decimal
from itertools import product
from math import prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slaeditor.figures import (
    Carried,
    all_kept_at_least,
    all_kept_if_independent,
    allocated,
    at_least,
    carried,
    in_parallel,
    in_series,
    needed_of_part,
)

PERCENTS = st.decimals("0", "100", places=3)
PARTS = st.lists(PERCENTS, min_size=1, max_size=5)
EXACT = Decimal("1e-18")


def counted(parts: list[Decimal], works: Callable[[int], bool]) -> Decimal:
    """Percent of time in states that work, by adding up each state of the parts."""
    total = Decimal(0)
    for state in product([True, False], repeat=len(parts)):
        if works(sum(state)):
            chances = (part if up else 100 - part for part, up in zip(parts, state, strict=True))
            total += prod((chance / 100 for chance in chances), start=Decimal(1))
    return total * 100


@given(PARTS)
def test_series_parallel_and_k_of_n_are_what_counting_all_states_gives(
    parts: list[Decimal],
) -> None:
    assert abs(in_series(parts) - counted(parts, lambda up: up == len(parts))) <= EXACT
    assert abs(in_parallel(parts) - counted(parts, lambda up: up >= 1)) <= EXACT
    for needed in range(1, len(parts) + 1):
        found = counted(parts, needed.__le__)
        assert abs(at_least(needed, parts) - found) <= EXACT


def test_two_of_three_equal_parts_follow_the_binomial_formula() -> None:
    part = Decimal("0.99")
    expected = 3 * part**2 * (1 - part) + part**3
    assert at_least(2, [part * 100] * 3) == expected * 100


@pytest.mark.parametrize("needed", [0, 3])
def test_more_parts_than_there_are_or_none_can_not_be_needed(needed: int) -> None:
    with pytest.raises(ValueError, match="of 2 parts"):
        at_least(needed, [Decimal(99), Decimal(99)])


def test_the_margin_decides_between_carried_close_and_not_carried() -> None:
    ceiling = Decimal("99.90")
    assert carried(Decimal("99.80"), ceiling) is Carried.OK
    assert carried(Decimal("99.81"), ceiling) is Carried.CLOSE
    assert carried(Decimal("99.90"), ceiling) is Carried.CLOSE
    assert carried(Decimal("99.9001"), ceiling) is Carried.FAIL


@given(st.lists(st.decimals("1", "100", places=2), max_size=4), st.decimals("1", "99", places=2))
def test_what_is_asked_of_a_part_lets_the_whole_reach_its_target(
    others: list[Decimal], target: Decimal
) -> None:
    part = needed_of_part(target, others)
    assert abs(in_series([part, *others]) - target) <= Decimal("1e-20")


def test_nothing_can_be_asked_where_another_part_never_works() -> None:
    with pytest.raises(ZeroDivisionError):
        needed_of_part(Decimal(99), [Decimal(0)])


def test_a_budget_is_shared_out_equally_after_the_own_share() -> None:
    assert allocated(Decimal("99.9"), Decimal("0.5"), 5) == Decimal("99.99")
    with pytest.raises(ZeroDivisionError):
        allocated(Decimal("99.9"), Decimal("0.5"), 0)


@given(PARTS)
def test_the_least_share_of_cases_kept_is_never_above_the_independent_one(
    stages: list[Decimal],
) -> None:
    assert 0 <= all_kept_at_least(stages) <= all_kept_if_independent(stages) + EXACT
