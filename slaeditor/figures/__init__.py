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
from slaeditor.figures.chains import left_at_handover, longest, minutes_not_covered, missing
from slaeditor.figures.clocks import due, due_day, elapsed, minutes_between, minutes_in_month
from slaeditor.figures.composite import (
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
from slaeditor.figures.funnel import (
    can_follow_up,
    customers_needed,
    lead_value,
    leads_for,
    needed_before,
    overall_rate,
    pace,
    people,
    stage_rates,
    work_hours,
)
from slaeditor.figures.rounding import rounded, shown

__all__ = [
    "MINUTES_OF_30_DAYS",
    "MINUTES_OF_730_HOURS",
    "MINUTES_OF_A_DAY",
    "MINUTES_OF_A_WEEK",
    "WEEKEND",
    "Carried",
    "Direction",
    "Summary",
    "add_months",
    "all_kept_at_least",
    "all_kept_if_independent",
    "allocated",
    "at_least",
    "availability",
    "availability_counted",
    "availability_seen",
    "can_follow_up",
    "carried",
    "customers_needed",
    "downtime_budget",
    "due",
    "due_day",
    "earliest_event_day",
    "elapsed",
    "end_date",
    "first_review_date",
    "gap",
    "in_parallel",
    "in_series",
    "last_clear_day",
    "last_notice_day",
    "lead_value",
    "leads_for",
    "left_at_handover",
    "longest",
    "meets",
    "minutes_between",
    "minutes_in_month",
    "minutes_not_covered",
    "missing",
    "needed_before",
    "needed_of_part",
    "nines_gap",
    "overall_rate",
    "pace",
    "people",
    "previous_business_day",
    "renewed_end_date",
    "rounded",
    "share_met",
    "shown",
    "stage_rates",
    "summary",
    "unavailability_ratio",
    "work_hours",
]
