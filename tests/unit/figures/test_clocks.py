"""Open minutes of weekly hours in the calendar."""

from datetime import date

from slaeditor.figures import minutes_between, minutes_in_month
from slaeditor.values import Hours, Week

OFFICE = Week([Hours((0, 1, 2, 3, 4), 8 * 60, 18 * 60)])


def test_around_the_clock_a_month_of_thirty_days_has_43200_minutes() -> None:
    assert minutes_in_month(Week.always, 2027, 4) == 43_200


def test_february_2027_has_twenty_office_days() -> None:
    assert minutes_in_month(OFFICE, 2027, 2) == 20 * 600


def test_december_ends_on_its_last_day() -> None:
    assert minutes_in_month(Week.always, 2027, 12) == 31 * 1440


def test_a_holiday_counts_only_on_a_day_with_hours() -> None:
    new_year, a_sunday, next_year = date(2027, 1, 1), date(2027, 1, 3), date(2028, 1, 3)
    closed = [new_year, a_sunday, next_year, new_year]
    assert minutes_in_month(OFFICE, 2027, 1, closed) == 20 * 600


def test_one_day_is_its_own_stretch_and_a_reversed_one_is_empty() -> None:
    monday = date(2027, 2, 1)
    assert minutes_between(OFFICE, monday, monday) == 600
    assert minutes_between(OFFICE, monday, date(2027, 1, 31)) == 0
