"""The records of the metrics: the levels, how they are reported and what follows a miss."""

from decimal import Decimal
from typing import Annotated

from slaeditor.field import (
    AdditionalTerms,
    Asked,
    Field,
    Form,
    Record,
    SeesValues,
    both,
    in_form,
    sibling,
)
from slaeditor.sections.metrics.level import Level
from slaeditor.values.choices import Choice


class MissingData(Choice):
    """How time or cases without data count."""

    NEITHER = "neither", "Neither as met nor as missed"
    MISSED = "missed", "As missed"
    OTHER_SOURCE = "other-source", "By another source"


class PartialPeriod(Choice):
    """How a period counts that lies only partly within the term."""

    PRORATE = "prorate", "Only its days within the term count"
    IGNORE = "ignore", "It is not counted"


class ReportEvery(Choice):
    """How often the levels are reported."""

    PERIOD = "measurement-period", "After each Measurement Period"
    WEEK = "week", "Each calendar week"
    MONTH = "month", "Each calendar month"
    QUARTER = "quarter", "Each calendar quarter"


class ConsequenceType(Choice):
    """What follows a miss beyond the cause and a correction."""

    PLAN = "plan", "A correction plan only"
    ESCALATION = "escalation", "Escalation to the heads"
    GOVERNING = "governing-agreement", "What the contract says"
    CREDITS = "credits", "Service credits"


class OtherRights(Choice):
    """Whether credits leave other rights as they are."""

    REMAIN = "remain", "Other rights remain"
    SOLE = "sole", "Credits are all there is for that miss"


class Measuring(Record, frozen=True):
    """Rules of counting for all levels."""

    missing_data: Annotated[
        MissingData | None,
        Field("If data are missing, they count", card="Rules of counting"),
    ] = None
    other_source: Annotated[
        str | None,
        Field(
            "The other source",
            example="the log of the load balancer",
            card="Rules of counting",
            applies_if=sibling("missing_data", MissingData.OTHER_SOURCE),
        ),
    ] = None
    partial_period: Annotated[
        PartialPeriod | None,
        Field("A period that is only partly within the term", card="Rules of counting"),
    ] = None
    failed_probes: Annotated[
        int | None,
        Field(
            "Failed probes in a row that count as a stop",
            hint="A probe is an automatic test of whether the service works.",
            empty="each failed probe counts.",
            example="2",
            card="Rules of counting",
        ),
    ] = None


class Priority(Record, frozen=True):
    """One rank of urgency: what belongs to it, with an example."""

    id: str
    name: Annotated[
        str | None, Field("Called", gap="Priority", example="Priority 1", row="priority")
    ] = None
    meaning: Annotated[
        str | None,
        Field(
            "Which cases belong to it?",
            gap="Cases of the priority",
            example="a stop without a way round it, for more than 50 users",
        ),
    ] = None
    example: Annotated[
        str | None, Field("An example", example="nobody can log in on a pay day")
    ] = None


class Report(Record, frozen=True):
    """When and to whom the levels are reported."""

    due_days: Annotated[
        int | None,
        Field(
            "When is it reported?",
            gap="Time to report",
            hint="Business Days after the end of the period.",
            why="No one can object to what they haven’t seen; claims run from this day.",
            example="10",
            unit="Business Days",
            row="report",
            internal=Asked.CONFIRM,
            external=Asked.CONFIRM,
        ),
    ] = None
    recipient: Annotated[
        str | None,
        Field(
            "To whom?",
            empty="the other side.",
            example="the Head of Operations",
            row="report",
            internal=Asked.CONFIRM,
            external=Asked.CONFIRM,
        ),
    ] = None
    every: Annotated[ReportEvery | None, Field("How often?", empty="each period.")] = None
    format: Annotated[str | None, Field("In which form?", example="a PDF by e-mail")] = None
    objection_days: Annotated[
        int | None,
        Field(
            "Objections within",
            unit="days",
            example="30",
            hint="Days after the report is received.",
        ),
    ] = None


class Consequence(Record, frozen=True):
    """What happens after a miss."""

    type: Annotated[
        ConsequenceType | None,
        Field(
            "What happens after a miss?",
            gap="What happens after a miss",
            why="A target without consequence is a wish; decide it while you are friends.",
            internal=Asked.CONFIRM,
            external=Asked.FIRST,
        ),
    ] = None
    cause_days: Annotated[
        int | None,
        Field("The cause is explained within", unit="Business Days", example="5"),
    ] = None


class Band(Record, frozen=True):
    """One band of the credit table: below a value, so much of the charge."""

    id: str
    level: Annotated[
        str | None,
        Field(
            "Service level",
            gap="Service level of the band",
            refers_to="metrics/levels",
            row="band",
        ),
    ] = None
    worse_than: Annotated[
        Decimal | None,
        Field(
            "Worse than",
            gap="Result of the band",
            hint="In the unit of the target.",
            example="99.0",
            row="band",
        ),
    ] = None
    percent: Annotated[
        Decimal | None,
        Field("Credit", gap="Credit of the band", unit="% of the charge", example="5", row="band"),
    ] = None


def _has_priorities(see: SeesValues, at: str) -> bool:
    return bool(see.value("metrics/priorities"))


USES_CREDITS = both(in_form(Form.EXTERNAL), sibling("consequence/type", ConsequenceType.CREDITS))


class Credits(Record, frozen=True):
    """Service credits: a price adjustment for reduced value, in contracts only."""

    bands: Annotated[
        tuple[Band, ...],
        Field(
            "Bands",
            hint="From which result on, which share of the charge.",
            gap="Bands of service credits",
            item="band",
            internal=Asked.NEVER,
            external=Asked.WHEN,
        ),
    ] = ()
    base: Annotated[
        str | None,
        Field(
            "Share of which charge?",
            gap="Charge that credits are a share of",
            example="the monthly charge for the Service concerned",
            internal=Asked.NEVER,
            external=Asked.WHEN,
        ),
    ] = None
    cap_percent: Annotated[
        Decimal | None,
        Field(
            "At most, in a calendar month",
            gap="Cap on service credits",
            unit="% of the charge",
            example="10",
            internal=Asked.NEVER,
            external=Asked.WHEN,
        ),
    ] = None
    other_rights: Annotated[
        OtherRights | None,
        Field(
            "Do other rights remain?",
            hint="May the customer also claim damages for the same miss?",
            gap="Whether other rights remain",
            internal=Asked.NEVER,
            external=Asked.WHEN,
        ),
    ] = None
    claim_days: Annotated[
        int | None,
        Field(
            "To be claimed within",
            empty="given without a claim.",
            unit="days",
            example="30",
            internal=Asked.NEVER,
        ),
    ] = None


class Metrics(Record, frozen=True):
    """The section that says what is promised in numbers."""

    levels: Annotated[
        tuple[Level, ...],
        Field(
            "What do we promise?",
            gap="Service levels",
            why="Two people with the same data must get the same figure.",
            card="Service levels",
            item="service level",
            own_page=True,
            internal=Asked.FIRST,
            external=Asked.FIRST,
        ),
    ] = ()
    report: Annotated[Report, Field("Report", card="Report")] = Report()
    consequence: Annotated[Consequence, Field("After a miss", card="After a miss")] = Consequence()
    credits: Annotated[
        Credits, Field("Service credits", card="Service credits", applies_if=USES_CREDITS)
    ] = Credits()
    measuring: Annotated[Measuring, Field("Rules of counting", card="Rules of counting")] = (
        Measuring()
    )
    priorities: Annotated[
        tuple[Priority, ...],
        Field(
            "Priorities",
            hint="Only if some cases are more urgent than others. Give each priority a level of "
            "its own.",
            why="Two people with the same case must give it the same priority.",
            card="Priorities",
            item="priority",
        ),
    ] = ()
    priority_decided_by: Annotated[
        str | None,
        Field(
            "Who decides on the priority?",
            gap="Who decides on the priority",
            example="the service desk, together with whoever reports the case",
            card="Priorities",
            internal=Asked.WHEN,
            external=Asked.WHEN,
            applies_if=_has_priorities,
        ),
    ] = None
    print_baseline: Annotated[
        bool | None,
        Field(
            "Print the past figures?",
            hint="Printed for information unless you say no.",
            card="Rules of counting",
        ),
    ] = None
    additional_terms: AdditionalTerms = None
