"""The outlines of both forms as the drafting conventions state them: clauses, fields, treatment.

GAP: the clause stands and marks what is missing. DROP: it vanishes. STD: a standard sentence
prints.
"""

from dataclasses import dataclass
from enum import Enum, auto

Answer = tuple[str, str]


class Empty(Enum):
    """What becomes of a clause whose fields are empty."""

    GAP = auto()
    DROP = auto()
    STD = auto()


@dataclass(frozen=True)
class Clause:
    """One line of an outline: a clause, its fields, and its treatment without them.

    `answers` are those that the finished agreement lacks; `optional` fields are no gap.
    """

    id: str
    fields: tuple[str, ...] = ()
    empty: Empty = Empty.STD
    answers: tuple[Answer, ...] = ()
    optional: tuple[str, ...] = ()


LEVEL = "metrics/levels/availability"
_PAST = ("status", "value", "statistic", "population", "period", "periods", "source", "values")


def past_of(level: str) -> tuple[str, ...]:
    """The fields of a level's past."""
    return tuple(f"metrics/levels/{level}/baseline/{name}" for name in _PAST)


def later(level: str) -> tuple[Answer, ...]:
    """The answers of a target that is set once it has been measured."""
    at = f"metrics/levels/{level}/baseline"
    return (
        (f"{at}/status", "C"),
        (f"{at}/measure_periods", "3"),
        (f"{at}/set_by", "1 October 2027"),
        (f"{at}/formula", "the worst of the periods measured"),
    )


CREDITS = (
    ("metrics/consequence/type", "credits"),
    ("metrics/credits/other_rights", "remain"),
    ("metrics/credits/base", "the monthly charge"),
    ("metrics/credits/cap_percent", "10"),
    ("metrics/credits/bands/one/level", "Availability of the application"),
    ("metrics/credits/bands/one/worse_than", "99.9"),
    ("metrics/credits/bands/one/percent", "5"),
)
AIMS = (("introduction/objectives/one/aim", "the shops can order at any hour"),)
VOLUME = (
    ("scope/workload/one/what", "orders"),
    ("scope/workload/one/upper", "1,000"),
    ("scope/workload/one/period", "calendar day"),
)
ASSUMPTIONS = (("scope/assumptions", "the number of shops stays below 150"),)
PRIORITIES = (
    ("metrics/priorities/one/name", "Priority 1"),
    ("metrics/priorities/one/meaning", "a stop for all shops"),
    ("metrics/priority_decided_by", "the service desk"),
)

EXTERNAL = (
    Clause(
        "introduction.parties@provider",
        (
            "introduction/provider/name",
            "introduction/provider/identity/legal_form",
            "introduction/provider/identity/register_number",
            "introduction/provider/identity/address",
        ),
        Empty.GAP,
    ),
    Clause("introduction.background@contract", ("introduction/standing/rests_on",)),
    Clause("introduction.background@purpose", ("introduction/purpose",), Empty.GAP),
    Clause("introduction.background@aims", ("introduction/objectives",), Empty.DROP, AIMS),
    Clause("introduction.definitions"),
    Clause(
        "introduction.interpretation",
        ("introduction/standing/writing_includes_email",),
        answers=(("introduction/standing/writing_includes_email", "no"),),
    ),
    Clause(
        "introduction.standing",
        (
            "introduction/standing/rests_on",
            "introduction/standing/governing_title",
            "introduction/standing/governing_date",
            "introduction/standing/amendment_clause",
        ),
        Empty.GAP,
        optional=("introduction/standing/amendment_clause",),
    ),
    Clause("introduction.precedence", ("introduction/standing/precedence",)),
    Clause("scope.services", ("scope/services",), Empty.GAP),
    Clause("scope.outcomes", ("scope/services/application/outcome",), Empty.DROP),
    Clause("scope.excluded", ("scope/out_of_scope",), Empty.GAP),
    Clause("scope.users", ("scope/users",)),
    Clause(
        "scope.hours",
        (
            "scope/service_hours/week",
            "scope/service_hours/time_zone",
            "scope/service_hours/holidays",
        ),
        Empty.GAP,
    ),
    Clause("scope.support", ("scope/channels", "scope/support_hours/same")),
    Clause(
        "scope.maintenance",
        (
            "scope/maintenance/window",
            "scope/maintenance/notice_length",
            "scope/maintenance/cap_hours",
        ),
        Empty.GAP,
    ),
    Clause("scope.volume", ("scope/workload",), Empty.DROP, VOLUME),
    Clause("scope.customer-duties", ("scope/customer_duties",), Empty.GAP),
    Clause("scope.relief", ("scope/customer_duties",), Empty.DROP),
    Clause("scope.assumptions", ("scope/assumptions",), Empty.DROP, ASSUMPTIONS),
    Clause("scope.subcontractors", ("scope/subcontracting",)),
    Clause(
        "scope.data",
        ("scope/personal_data/processing_agreement", "scope/personal_data/processing_date"),
        Empty.GAP,
    ),
    Clause("duration.start", ("duration/effective_date",), Empty.GAP),
    Clause("duration.term", ("duration/term/length", "duration/term/unit"), Empty.GAP),
    Clause("duration.renewal", ("duration/renewal/type",)),
    Clause(
        "duration.convenience",
        ("duration/convenience/who",),
        Empty.DROP,
        (
            ("duration/convenience/who", "customer"),
            ("duration/convenience/length", "90"),
            ("duration/convenience/unit", "days"),
            ("duration/convenience/fee", "three times the monthly charge"),
        ),
    ),
    Clause("duration.cause", ("duration/cause/cure_days",)),
    Clause(
        "duration.repeated-failure",
        (
            "duration/repeated_failure/misses",
            "duration/repeated_failure/periods",
            "duration/repeated_failure/use_within_days",
        ),
        Empty.DROP,
        (
            ("duration/repeated_failure/misses", "2"),
            ("duration/repeated_failure/periods", "3"),
            ("duration/repeated_failure/use_within_days", "30"),
        ),
    ),
    Clause(
        "duration.control",
        (
            "duration/change/who_may_end",
            "duration/change/notice_days",
            "duration/change/window_months",
            "duration/change/tell_within_days",
        ),
        Empty.GAP,
    ),
    Clause("duration.transfer", ("duration/change/transfer",), Empty.GAP),
    Clause(
        "duration.after-end@data",
        ("duration/after_end/data_days", "duration/after_end/data_format"),
        Empty.GAP,
        optional=("duration/after_end/data_format",),
    ),
    Clause(
        "duration.after-end@knowledge",
        ("duration/after_end/knowledge",),
        Empty.DROP,
        (("duration/after_end/knowledge", "the handbook"),),
    ),
    Clause(
        "duration.after-end@help",
        ("duration/after_end/help_months",),
        Empty.DROP,
        (("duration/after_end/help_months", "3"),),
    ),
    Clause("duration.after-end", ("duration/after_end/survives",)),
    Clause("duration.review", ("duration/review/every",)),
    Clause("metrics.commitment", ("metrics/levels",), Empty.GAP),
    Clause("metrics.measuring", ("metrics/measuring/missing_data",)),
    Clause("metrics.priorities@decides", ("metrics/priority_decided_by",), Empty.GAP, PRIORITIES),
    Clause("metrics.priorities", ("metrics/priorities",), Empty.DROP, PRIORITIES),
    Clause("metrics.not-counted", (f"{LEVEL}/exclusions",)),
    Clause(
        "metrics.baseline",
        past_of("availability"),
        Empty.DROP,
    ),
    Clause("metrics.setting", (f"{LEVEL}/baseline/status",), Empty.DROP, later("availability")),
    Clause(
        "metrics.reporting",
        ("metrics/report/due_days", "metrics/report/recipient", "metrics/report/objection_days"),
    ),
    Clause("metrics.miss", ("metrics/consequence/cause_days",)),
    Clause("metrics.miss@further", ("metrics/consequence/type",), Empty.GAP),
    Clause("metrics.remedy", ("metrics/credits/other_rights",), Empty.GAP, CREDITS),
    Clause("general.contacts", ("introduction/contacts",)),
    Clause(
        "general.notices",
        ("introduction/provider/notices_address", "introduction/customer/notices_address"),
        Empty.GAP,
    ),
    Clause("general.changes"),
    Clause("general.remainder", ("introduction/standing/rests_on",), Empty.DROP),
    Clause("signature@provider", ("introduction/signatories",), Empty.GAP),
)

INTERNAL = (
    Clause(
        "introduction.parties",
        ("introduction/provider/name", "introduction/customer/name", "introduction/company"),
        Empty.GAP,
    ),
    Clause("introduction.standing", ("introduction/provider/head", "introduction/customer/head")),
    Clause("introduction.purpose", ("introduction/purpose",), Empty.GAP),
    Clause("introduction.objectives", ("introduction/objectives",), Empty.DROP),
    Clause("introduction.definitions"),
    Clause("scope.services", ("scope/services",), Empty.GAP),
    Clause("scope.outcomes", ("scope/services/leads/outcome",), Empty.GAP),
    Clause("scope.excluded", ("scope/out_of_scope",), Empty.GAP),
    Clause("scope.users", ("scope/users",), Empty.GAP),
    Clause(
        "scope.hours",
        (
            "scope/service_hours/week",
            "scope/service_hours/time_zone",
            "scope/service_hours/holidays",
            "scope/support_hours/same",
        ),
        Empty.GAP,
    ),
    Clause("scope.requests", ("scope/channels",), Empty.GAP),
    Clause("scope.volume", ("scope/workload",), Empty.DROP, VOLUME),
    Clause("scope.customer-duties", ("scope/customer_duties",), Empty.GAP),
    Clause("scope.relief", ("scope/customer_duties",), Empty.DROP),
    Clause("scope.assumptions", ("scope/assumptions",), Empty.DROP, ASSUMPTIONS),
    Clause(
        "scope.dependencies",
        ("scope/dependencies",),
        Empty.DROP,
        (("scope/dependencies/one/name", "the database team"),),
    ),
    Clause("duration.start", ("duration/effective_date",), Empty.GAP),
    Clause("duration.term", ("duration/term/length", "duration/term/unit"), Empty.GAP),
    Clause("duration.renewal", ("duration/renewal/type",)),
    Clause(
        "duration.end-early",
        ("duration/convenience/who",),
        Empty.DROP,
        (
            ("duration/convenience/who", "either"),
            ("duration/convenience/length", "3"),
            ("duration/convenience/unit", "months"),
        ),
    ),
    Clause("duration.reorganisation", ("duration/change/confirm_days",)),
    Clause("duration.review", ("duration/review/every",), Empty.GAP),
    Clause("metrics.commitment", ("metrics/levels",), Empty.GAP),
    Clause("metrics.measuring", ("metrics/measuring/missing_data",)),
    Clause("metrics.not-counted", ("metrics/levels/volume/exclusions",)),
    Clause(
        "metrics.baseline",
        tuple(
            path
            for level in ("contact", "attempts", "volume", "conversion")
            for path in past_of(level)
        ),
        Empty.DROP,
    ),
    Clause(
        "metrics.setting",
        ("metrics/levels/volume/baseline/status",),
        Empty.DROP,
        later("volume"),
    ),
    Clause("metrics.reporting", ("metrics/report/due_days", "metrics/report/recipient")),
    Clause("metrics.miss", ("metrics/consequence/cause_days",)),
    Clause("metrics.miss@further", ("metrics/consequence/type",)),
    Clause("metrics.miss@money"),
    Clause("metrics.people"),
    Clause("general.contacts", ("introduction/contacts",)),
    Clause("general.disagreement"),
    Clause("general.changes"),
    Clause("general.precedence"),
    Clause("approval@provider", ("introduction/signatories",), Empty.GAP),
)
