"""Availability, allowed downtime, and rounding for display."""

from decimal import Decimal

import pytest

from slaeditor.figures import (
    MINUTES_OF_30_DAYS,
    availability,
    availability_counted,
    availability_seen,
    downtime_budget,
    rounded,
    shown,
    unavailability_ratio,
)


def test_99_9_percent_of_a_month_of_30_days_allow_43_2_minutes() -> None:
    allowed = downtime_budget(Decimal("99.9"), MINUTES_OF_30_DAYS)
    assert str(shown(allowed, 1)) == "43.2"


def test_service_minutes_can_be_fewer_than_those_of_the_month() -> None:
    assert downtime_budget(Decimal("99.5"), Decimal(13200)) == 66


def test_99_percent_has_ten_times_the_unavailability_of_99_9() -> None:
    assert unavailability_ratio(Decimal(99), Decimal("99.9")) == 10


def test_maintenance_counts_in_what_users_see_but_not_in_what_is_counted() -> None:
    total, scheduled, downtime = Decimal(1000), Decimal(100), Decimal(9)
    assert availability_counted(total, scheduled, Decimal(0), downtime) == 99
    assert availability_seen(total, Decimal(0), scheduled + downtime) == Decimal("89.1")


def test_without_service_time_there_is_no_availability() -> None:
    with pytest.raises(ZeroDivisionError):
        availability(Decimal(0), Decimal(0))
    with pytest.raises(ZeroDivisionError):
        unavailability_ratio(Decimal(99), Decimal(100))


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [("99.25555", 4, "99.2556"), ("0.125", 2, "0.13"), ("2", 2, "2.00"), ("-0.125", 2, "-0.13")],
)
def test_halves_are_rounded_away_from_zero(value: str, places: int, text: str) -> None:
    assert str(rounded(Decimal(value), places)) == text


@pytest.mark.parametrize(("value", "text"), [("43.200", "43.2"), ("1000", "1000"), ("0.0", "0")])
def test_a_shown_number_has_no_trailing_zeros_and_no_exponent(value: str, text: str) -> None:
    assert str(shown(Decimal(value), 2)) == text
