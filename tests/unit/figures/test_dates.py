"""The days on which terms end, renew and must be ended."""

from datetime import date

import pytest

from slaeditor.figures import (
    add_months,
    earliest_event_day,
    end_date,
    first_review_date,
    last_clear_day,
    last_notice_day,
    previous_business_day,
    renewed_end_date,
)

END = date(2029, 3, 31)


def test_twenty_four_months_from_1_april_2027_end_on_31_march_2029() -> None:
    assert end_date(date(2027, 4, 1), 24, "months") == END


def test_two_years_and_twenty_four_months_end_on_the_same_day() -> None:
    assert end_date(date(2027, 4, 1), 2, "years") == END


@pytest.mark.parametrize(
    ("length", "unit", "last"),
    [
        (1, "day", date(2027, 1, 1)),
        (30, "days", date(2027, 1, 30)),
        (2, "weeks", date(2027, 1, 14)),
        (1, "quarter", date(2027, 3, 31)),
        (12, "months", date(2027, 12, 31)),
        (1, "year", date(2027, 12, 31)),
    ],
)
def test_a_term_ends_on_the_day_before_the_next_one_would_begin(
    length: int, unit: str, last: date
) -> None:
    assert end_date(date(2027, 1, 1), length, unit) == last


def test_a_month_after_31_january_is_the_last_day_of_february() -> None:
    assert add_months(date(2027, 1, 31), 1) == date(2027, 2, 28)
    assert add_months(date(2028, 1, 31), 1) == date(2028, 2, 29)
    assert add_months(date(2027, 3, 31), -1) == date(2027, 2, 28)


def test_months_pass_the_end_of_the_year_in_both_directions() -> None:
    assert add_months(date(2027, 12, 15), 1) == date(2028, 1, 15)
    assert add_months(date(2027, 1, 15), -1) == date(2026, 12, 15)


def test_sixty_days_before_the_end_date_is_30_january_2029() -> None:
    assert last_notice_day(END, 60, "days") == date(2029, 1, 30)


def test_sixty_days_before_a_renewal_date_are_counted_from_that_date() -> None:
    assert last_notice_day(date(2026, 3, 15), 60, "days") == date(2026, 1, 14)


def test_notice_in_weeks_and_months_is_counted_back_on_the_calendar() -> None:
    assert last_notice_day(END, 2, "weeks") == date(2029, 3, 17)
    assert last_notice_day(END, 3, "months") == date(2028, 12, 31)
    assert last_notice_day(END, 1, "month") == date(2029, 2, 28)


def test_notice_in_business_days_leaves_out_weekends_and_holidays() -> None:
    good_friday = date(2029, 3, 30)
    assert last_notice_day(END, 1, "business-days") == good_friday
    assert last_notice_day(END, 1, "business-days", closed={good_friday}) == date(2029, 3, 29)
    assert last_notice_day(END, 10, "Business Days") == date(2029, 3, 19)


def test_a_weekend_can_be_on_other_days() -> None:
    friday_and_saturday = {4, 5}
    assert last_notice_day(date(2029, 4, 1), 1, "business-days", weekend=friday_and_saturday) == (
        date(2029, 3, 29)
    )


def test_the_safe_day_is_the_last_business_day_up_to_a_day() -> None:
    tuesday, sunday = date(2029, 1, 30), date(2029, 1, 28)
    assert previous_business_day(tuesday) == tuesday
    assert previous_business_day(sunday) == date(2029, 1, 26)
    assert previous_business_day(sunday, closed={date(2029, 1, 26)}) == date(2029, 1, 25)


def test_a_week_without_business_days_has_no_safe_day() -> None:
    assert previous_business_day(END, weekend=range(7)) is None


def test_renewals_follow_each_other_without_a_gap() -> None:
    start = date(2027, 4, 1)
    assert renewed_end_date(start, 24, "months", (12, "months"), 0) == END
    assert renewed_end_date(start, 24, "months", (1, "year"), 1) == date(2030, 3, 31)
    assert renewed_end_date(start, 90, "days", (2, "weeks"), 2) == date(2027, 7, 27)


def test_a_term_from_the_last_day_of_a_month_doesnt_drift_with_its_renewals() -> None:
    start = date(2027, 1, 31)
    assert renewed_end_date(start, 1, "month", (1, "month"), 1) == date(2027, 3, 30)


def test_the_first_review_is_three_months_after_the_start() -> None:
    assert first_review_date(date(2027, 4, 1), 3, "months") == date(2027, 7, 1)


def test_clear_days_count_neither_end() -> None:
    assert last_clear_day(date(2023, 10, 20), 14) == date(2023, 10, 5)
    assert earliest_event_day(date(2023, 10, 5), 14) == date(2023, 10, 20)


def test_a_short_period_of_clear_days_leaves_out_the_weekend() -> None:
    monday, thursday = date(2008, 10, 20), date(2023, 10, 19)
    assert last_clear_day(monday, 3) == date(2008, 10, 14)
    assert last_clear_day(thursday, 3) == date(2023, 10, 13)
    assert last_clear_day(thursday, 3, skip_short=False) == date(2023, 10, 15)


def test_a_day_outside_the_calendar_is_none() -> None:
    start = date(2027, 4, 1)
    assert end_date(start, 10**9, "months") is None
    assert end_date(start, 10**9, "days") is None
    assert last_notice_day(start, 10**9, "business-days") is None
    assert last_clear_day(date.min, 1) is None
    assert renewed_end_date(start, 10**9, "days", (1, "week"), 1) is None


def test_a_unit_that_terms_arent_counted_in_is_refused() -> None:
    with pytest.raises(ValueError, match="fortnights"):
        end_date(date(2027, 4, 1), 2, "fortnights")
