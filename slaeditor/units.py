"""Units in which periods, notices and targets are counted."""

from slaeditor.values.choices import Choice


class PeriodUnit(Choice):
    """A unit in which terms are counted."""

    MONTHS = "months", "months"
    YEARS = "years", "years"
    WEEKS = "weeks", "weeks"
    DAYS = "days", "days"


class NoticeUnit(Choice):
    """A unit in which notice is counted."""

    DAYS = "days", "days"
    BUSINESS_DAYS = "business-days", "Business Days"
    WEEKS = "weeks", "weeks"
    MONTHS = "months", "months"


class TargetUnit(Choice):
    """What the number of a target counts."""

    PERCENT = "percent", "%"
    NUMBER = "number", "a number"
    SECONDS = "seconds", "seconds"
    MINUTES = "minutes", "minutes"
    HOURS = "hours", "hours"
    DAYS = "days", "days"
    BUSINESS_DAYS = "business-days", "Business Days"
    WEEKS = "weeks", "weeks"
    POINTS = "points", "points"
