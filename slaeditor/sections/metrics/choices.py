"""The choices that a service level is made of."""

from slaeditor.values.choices import Choice


class Category(Choice):
    """What a service level is about."""

    AVAILABILITY = "availability", "Availability"
    RESPONSE = "response", "Response"
    RESTORATION = "restoration", "Restoration"
    RESOLUTION = "resolution", "Resolution"
    PERFORMANCE = "performance", "Performance"
    QUALITY = "quality", "Quality"
    CAPACITY = "capacity", "Capacity"
    CONTINUITY = "continuity", "Continuity"
    SECURITY = "security", "Security"
    SATISFACTION = "satisfaction", "Satisfaction"
    LEAD_VOLUME = "lead-volume", "Lead volume"
    LEAD_QUALITY = "lead-quality", "Lead quality"
    FOLLOW_UP = "follow-up", "Follow-up"
    OTHER = "other", "Something else"


class Direction(Choice):
    """On which side of the target the level is met."""

    AT_LEAST = "at-least", "at least"
    AT_MOST = "at-most", "at most"


class Window(Choice):
    """Over which period a level is worked out."""

    EVENT = "event", "Each case"
    DAY = "day", "Calendar day"
    WEEK = "week", "Calendar week"
    MONTH = "calendar-month", "Calendar month"
    QUARTER = "calendar-quarter", "Calendar quarter"
    YEAR = "calendar-year", "Calendar year"
    DAYS = "days", "A number of days, one period after the other"


class Clock(Choice):
    """In which hours the clock of a level runs."""

    SERVICE = "service-hours", "Service Hours"
    SUPPORT = "support-hours", "Support Hours"
    AROUND = "around-the-clock", "24 hours a day, every day"


class Exclusions(Choice):
    """What is left out of the count."""

    STANDARD = "standard", "The standard exclusions"
    NONE = "none", "Nothing"
    OWN = "own", "The standard exclusions and those below"


class MeasurementType(Choice):
    """How often the level is looked at."""

    CONTINUOUS = "continuous", "All the time"
    EVENT = "event", "Each case"
    SAMPLE = "sample", "A sample"


class Combined(Choice):
    """What is made of the single cases or measurements of a period."""

    MEAN = "mean", "the mean of all cases"
    MEDIAN = "median", "the median of all cases"
    P90 = "p90", "the 90th percentile of all cases"
    P95 = "p95", "the 95th percentile of all cases"
    P99 = "p99", "the 99th percentile of all cases"
    SHARE = "share", "the share of the cases that keep to the limit"
    COUNT = "count", "the number of cases"


class Perspective(Choice):
    """From whose side a level looks at the service; for the author only."""

    USER = "user-felt", "What users notice"
    BUSINESS = "business", "What the business gains"
    TECHNICAL = "technical", "What the technology does"
    CONTRACT = "contractual", "What only the contract asks for"
