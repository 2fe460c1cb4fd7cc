"""From a goal back to leads: unrounded chain, rounded people, capacity."""

from decimal import Decimal

import pytest

from slaeditor.figures import (
    can_follow_up,
    customers_needed,
    leads_for,
    needed_before,
    people,
    stage_rates,
    work_hours,
)


def test_the_chain_goes_on_with_unrounded_numbers() -> None:
    customers = customers_needed(Decimal(1_000_000), Decimal("0.4"), Decimal(30_000))
    stages = needed_before(customers, [Decimal("0.5"), Decimal("0.25")])
    assert [people(count) for count in stages] == [107, 54, 14]
    assert stages[0] == customers * 8


def test_follow_up_is_possible_up_to_the_last_hour() -> None:
    hours = work_hours(Decimal(100), Decimal(6), Decimal(10))
    assert hours == 100
    assert can_follow_up(hours, Decimal(4), Decimal(25))
    assert not can_follow_up(hours, Decimal(4), Decimal("24.9"))


def test_what_would_divide_by_nothing_says_so() -> None:
    with pytest.raises(ZeroDivisionError, match="nobody reaches"):
        stage_rates([Decimal(10), Decimal(0), Decimal(0)])
    with pytest.raises(ZeroDivisionError, match="nobody through"):
        needed_before(Decimal(1), [Decimal(0)])
    with pytest.raises(ZeroDivisionError, match="without revenue"):
        customers_needed(Decimal(1), Decimal(1), Decimal(0))
    with pytest.raises(ZeroDivisionError, match="without value"):
        leads_for(Decimal(1), Decimal(0))
