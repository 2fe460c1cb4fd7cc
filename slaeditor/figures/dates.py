"""The days on which something ends, renews or must be said (F22).

End dates are inclusive: a term of twelve months from 1 January ends on 31 December. Units are the
English names in singular or plural ("days", "business-days", "weeks", "months", "quarters",
"years"). Results that lie outside the calendar (years 1 to 9999) are None.
"""

from collections.abc import Collection
from datetime import date, timedelta
from typing import Final

WEEKEND: Final = frozenset({5, 6})
"""Saturday and Sunday, Monday being 0."""

_NONE_CLOSED: Final[frozenset[date]] = frozenset()
_MONTHS: Final = {"month": 1, "calendar month": 1, "quarter": 3, "year": 12}
_DAYS: Final = {"day": 1, "week": 7}
_BUSINESS_DAY: Final = "business day"
_MOST_BUSINESS_DAYS: Final = 100_000
_SHORT_PERIOD: Final = 5


def add_months(day: date, months: int) -> date | None:
    """The same day of the month so many months later (earlier if negative).

    Where that month is shorter, its last day: 31 January + 1 month is 28 or 29 February.
    """
    year, index = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not date.min.year <= year <= date.max.year:
        return None
    return date(year, index + 1, min(day.day, _month_length(year, index + 1)))


def end_date(start: date, length: int, unit: str) -> date | None:
    """The last day, included, of a term: start + length − 1 day (F22).

    Months are counted by `add_months`. Raises `ValueError` for a unit that isn't known and for
    Business Days, in which terms aren't counted.
    """
    return _day_before(_moved(start, length, unit))


def renewed_end_date(
    start: date, length: int, unit: str, renewal: tuple[int, str], renewals: int
) -> date | None:
    """The last day, included, after so many renewals of `renewal` (length and unit).

    Each renewal begins on the day after the last one ended; months are counted from the first
    start wherever both units are months, so that a month's end stays one.
    """
    renewal_length, renewal_unit = renewal
    first, more = _month_count(length, unit), _month_count(renewal_length, renewal_unit)
    if first is not None and more is not None:
        return _day_before(add_months(start, first + renewals * more))
    renewal_day = _moved(start, length, unit)
    if renewal_day is None:
        return None
    return _day_before(_moved(renewal_day, renewals * renewal_length, renewal_unit))


def last_notice_day(
    reference: date,
    length: int,
    unit: str,
    closed: Collection[date] = _NONE_CLOSED,
    weekend: Collection[int] = WEEKEND,
) -> date | None:
    """The last day on which notice of so many units before `reference` is in time (F22).

    `reference` is the day that the clause names: the inclusive End Date ("received at least 60
    days before the End Date": 31 March 2029 gives 30 January 2029) or the renewal date (15 March
    2026 gives 14 January 2026). Business Days leave out `weekend` and `closed`, and only they do:
    the day itself may fall on a Sunday, see `previous_business_day`.
    """
    if _unit_name(unit) == _BUSINESS_DAY:
        return _business_days_before(reference, length, closed, weekend)
    return _moved(reference, -length, unit)


def first_review_date(start: date, length: int, unit: str) -> date | None:
    """The first review: so many units after the start (three months after 1 April: 1 July)."""
    return _moved(start, length, unit)


def previous_business_day(
    day: date, closed: Collection[date] = _NONE_CLOSED, weekend: Collection[int] = WEEKEND
) -> date | None:
    """The day itself if it is a business day, else the last one before it.

    The safe day for giving notice; not the last day under the agreement.
    """
    if day.weekday() not in weekend and day not in closed:
        return day
    return _business_days_before(day, 1, closed, weekend)


def last_clear_day(
    event: date, days: int, closed: Collection[date] = _NONE_CLOSED, skip_short: bool = True
) -> date | None:
    """The latest day so many clear days before an event: neither end is counted (F22).

    With `skip_short`, a period of five days or less leaves out weekends and `closed`, for the day
    itself too (English Civil Procedure Rules 2.8): three clear days before a Friday is Monday.
    """
    if skip_short and days <= _SHORT_PERIOD:
        return _business_days_before(event, days + 1, closed, WEEKEND)
    return _moved(event, -days - 1, "day")


def earliest_event_day(notice: date, days: int) -> date | None:
    """The earliest day of an event so many clear days after a notice (F22)."""
    return _moved(notice, days + 1, "day")


def _unit_name(unit: str) -> str:
    return unit.strip().lower().replace("-", " ").replace("_", " ").removesuffix("s")


def _month_count(length: int, unit: str) -> int | None:
    """The length in months, or None for units that aren't made of months."""
    months = _MONTHS.get(_unit_name(unit))
    return None if months is None else length * months


def _moved(day: date, length: int, unit: str) -> date | None:
    """The day so many units later; raises `ValueError` for other units than days and months."""
    months = _month_count(length, unit)
    if months is not None:
        return add_months(day, months)
    name = _unit_name(unit)
    if name not in _DAYS:
        raise ValueError(f"terms aren't counted in {unit!r}")
    ordinal = day.toordinal() + length * _DAYS[name]
    in_calendar = date.min.toordinal() <= ordinal <= date.max.toordinal()
    return date.fromordinal(ordinal) if in_calendar else None


def _day_before(day: date | None) -> date | None:
    return None if day is None or day == date.min else day - timedelta(days=1)


def _business_days_before(
    day: date, count: int, closed: Collection[date], weekend: Collection[int]
) -> date | None:
    """The day so many business days earlier, `day` not counted."""
    if count > _MOST_BUSINESS_DAYS or len(set(weekend)) >= 7:
        return None
    left = count
    while left > 0:
        if day == date.min:
            return None
        day -= timedelta(days=1)
        if day.weekday() not in weekend and day not in closed:
            left -= 1
    return day


def _month_length(year: int, month: int) -> int:
    if month == 12:
        return 31
    return (date(year, month + 1, 1) - timedelta(days=1)).day
