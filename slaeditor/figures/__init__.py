"""The arithmetic of agreements: pure functions on `Decimal`, `date` and weekly hours.

Formulas carry numbers (F1, F2, …), by which the worked cases of the tests name them; each docstring
repeats its formula. Nothing is rounded on the way; `rounded` and `shown` are for the last step, the
number that a person sees.
"""

from slaeditor.figures.availability import (
    MINUTES_OF_30_DAYS,
    MINUTES_OF_730_HOURS,
    MINUTES_OF_A_DAY,
    MINUTES_OF_A_WEEK,
    availability,
    availability_counted,
    availability_seen,
    downtime_budget,
    unavailability_ratio,
)
from slaeditor.figures.baseline import Direction, Summary, gap, meets, nines_gap, share_met, summary
from slaeditor.figures.clocks import minutes_between, minutes_in_month
from slaeditor.figures.dates import (
    WEEKEND,
    add_months,
    earliest_event_day,
    end_date,
    first_review_date,
    last_clear_day,
    last_notice_day,
    previous_business_day,
    renewed_end_date,
)
from slaeditor.figures.rounding import rounded, shown

__all__ = [
    "MINUTES_OF_30_DAYS",
    "MINUTES_OF_730_HOURS",
    "MINUTES_OF_A_DAY",
    "MINUTES_OF_A_WEEK",
    "WEEKEND",
    "Direction",
    "Summary",
    "add_months",
    "availability",
    "availability_counted",
    "availability_seen",
    "downtime_budget",
    "earliest_event_day",
    "end_date",
    "first_review_date",
    "gap",
    "last_clear_day",
    "last_notice_day",
    "meets",
    "minutes_between",
    "minutes_in_month",
    "nines_gap",
    "previous_business_day",
    "renewed_end_date",
    "rounded",
    "share_met",
    "shown",
    "summary",
    "unavailability_ratio",
]
