"""The record of one service level."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from slaeditor.field import Asked, Audience, Field, Form, Record, SeesValues
from slaeditor.kinds import Owner
from slaeditor.sections.metrics.baseline import WITHOUT_TARGET, Baseline, Status
from slaeditor.sections.metrics.choices import (
    Category,
    Clock,
    Combined,
    Direction,
    Exclusions,
    MeasurementType,
    Perspective,
    Window,
)
from slaeditor.units import TargetUnit


def _target_is_known(see: SeesValues, at: str) -> bool:
    return see.value(f"{at}/baseline/status") not in WITHOUT_TARGET


def _is_promised(see: SeesValues, at: str) -> bool:
    return see.value(f"{at}/baseline/status") != Status.REPORT_ONLY


def _in_days(see: SeesValues, at: str) -> bool:
    return see.value(f"{at}/window") is Window.DAYS


def _has_own_exclusions(see: SeesValues, at: str) -> bool:
    return see.value(f"{at}/exclusions") is Exclusions.OWN


def _minimum_matters(see: SeesValues, at: str) -> bool:
    """In a contract only where credits or a right to end rest on it; else wherever wanted."""
    return (
        see.form is Form.INTERNAL
        or see.value("metrics/consequence/type") == "credits"
        or see.value("duration/repeated_failure/misses") is not None
    )


class Step(Record, frozen=True):
    """A step of a ramp: from a day on, another target."""

    id: str
    start: Annotated[
        date | None, Field("From", gap="First day of the step", example="1 July 2027", row="step")
    ] = None
    value: Annotated[
        Decimal | None, Field("Target", gap="Target of the step", example="99.5", row="step")
    ] = None


class Level(Record, frozen=True):
    """One promise that can be measured."""

    id: str
    name: Annotated[
        str | None,
        Field(
            "What do we promise?",
            gap="Service level",
            why="Two people with the same data must get the same figure.",
            example="Availability of the application",
            card="The promise",
            internal=Asked.FIRST,
            external=Asked.FIRST,
        ),
    ] = None
    category: Annotated[
        Category | None,
        Field(
            "What is it about?",
            card="The promise",
            row="about",
            internal=Asked.FIRST,
            external=Asked.FIRST,
        ),
    ] = None
    owed_by: Annotated[
        Owner | None,
        Field(
            "Who owes it?",
            gap="Who owes the level",
            why="Both sides may promise; a level without an owner is nobody’s.",
            card="The promise",
            row="about",
            internal=Asked.CONFIRM,
            external=Asked.CONFIRM,
        ),
    ] = None
    services: Annotated[
        str | None,
        Field(
            "For which service?",
            empty="for all services.",
            card="The promise",
            refers_to="scope/services",
            internal=Asked.CONFIRM,
            external=Asked.CONFIRM,
        ),
    ] = None
    definition: Annotated[
        str | None,
        Field(
            "What exactly is counted?",
            gap="What is counted",
            why="Two people with the same data must get the same figure.",
            example="the share of the Service Hours in which a User can log in",
            prose=True,
            card="The promise",
            internal=Asked.FIRST,
            external=Asked.FIRST,
        ),
    ] = None
    priority: Annotated[
        str | None,
        Field(
            "For cases of which priority?",
            empty="for all cases.",
            card="The promise",
            refers_to="metrics/priorities",
        ),
    ] = None
    start_event: Annotated[
        str | None,
        Field(
            "The clock starts when",
            example="the ticket is logged in the portal",
            card="What is counted",
        ),
    ] = None
    stop_event: Annotated[
        str | None,
        Field("It stops when", example="a named engineer has answered", card="What is counted"),
    ] = None
    pause: Annotated[
        str | None,
        Field(
            "It rests while", example="the user has not answered a question", card="What is counted"
        ),
    ] = None
    direction: Annotated[
        Direction | None,
        Field(
            "It must be",
            gap="at least or at most",
            card="The number",
            row="target",
            together="target",
            internal=Asked.FIRST,
            external=Asked.FIRST,
            applies_if=_is_promised,
        ),
    ] = None
    target: Annotated[
        Decimal | None,
        Field(
            "Which number?",
            gap="Target",
            why="Promise what the past shows you can do; better means a plan and a date.",
            example="99.5",
            card="The number",
            row="target",
            together="target",
            internal=Asked.FIRST,
            external=Asked.FIRST,
            applies_if=_target_is_known,
        ),
    ] = None
    unit: Annotated[
        TargetUnit | None,
        Field(
            "Counted in",
            gap="Unit",
            card="The number",
            row="target",
            together="target",
            internal=Asked.FIRST,
            external=Asked.FIRST,
        ),
    ] = None
    unit_of: Annotated[
        str | None,
        Field(
            "Of what?",
            hint="What the percentage or number is of.",
            example="the Service Hours",
            card="The number",
            together="target",
        ),
    ] = None
    share: Annotated[
        Decimal | None,
        Field(
            "In which share of the cases?",
            hint="95 means: 95 of 100 cases must keep to the number.",
            empty="in every case.",
            example="95",
            unit="%",
            card="The number",
        ),
    ] = None
    minimum: Annotated[
        Decimal | None,
        Field(
            "Below which number is it serious?",
            gap="Minimum Level",
            hint="Worse than the target. For times and faults: above which number.",
            empty="the target takes its place.",
            why="Separates a bad month from a serious failure.",
            example="99.0",
            card="The number",
            external=Asked.WHEN,
            internal=Asked.DETAIL,
            applies_if=_minimum_matters,
        ),
    ] = None
    window: Annotated[
        Window | None,
        Field(
            "Over which period?",
            gap="Measurement Period",
            why="The same stop is a miss in a month and invisible in a year.",
            card="Measuring",
            row="window",
            internal=Asked.CONFIRM,
            external=Asked.CONFIRM,
        ),
    ] = None
    window_days: Annotated[
        int | None,
        Field(
            "How many days?",
            gap="Days of the Measurement Period",
            example="28",
            unit="days",
            card="Measuring",
            row="window",
            internal=Asked.WHEN,
            external=Asked.WHEN,
            applies_if=_in_days,
        ),
    ] = None
    clock: Annotated[
        Clock | None,
        Field(
            "In which hours?",
            gap="Hours of the clock",
            why="The same stop is a miss in a month and invisible in a year.",
            card="Measuring",
            row="window",
            internal=Asked.CONFIRM,
            external=Asked.CONFIRM,
        ),
    ] = None
    method: Annotated[
        str | None,
        Field(
            "Who measures, with what, where?",
            gap="Method of measurement",
            why="If each side measures, each side is right; name one source and one place.",
            example="the Provider, by a probe outside its network, once a minute",
            prose=True,
            card="Measuring",
            internal=Asked.FIRST,
            external=Asked.FIRST,
        ),
    ] = None
    exclusions: Annotated[
        Exclusions | None,
        Field(
            "What does not count?",
            gap="What does not count",
            hint="Standard: planned maintenance, what the other side failed to do, stops it asked "
            "for and, in a contract, events beyond control.",
            why="Every exclusion lowers the promise; keep the list short and closed.",
            card="Measuring",
            internal=Asked.CONFIRM,
            external=Asked.CONFIRM,
        ),
    ] = None
    own_exclusions: Annotated[
        str | None,
        Field(
            "What else does not count?",
            gap="Further exclusions",
            prose=True,
            one_per_line=True,
            card="Measuring",
            internal=Asked.WHEN,
            external=Asked.WHEN,
            applies_if=_has_own_exclusions,
        ),
    ] = None
    baseline: Annotated[Baseline, Field("How was it so far?", card="How it was so far")] = (
        Baseline()
    )
    ramp: Annotated[
        tuple[Step, ...],
        Field(
            "Steps on the way to the target",
            hint="From each day its own number; the last step brings the target itself.",
            card="The number",
            item="step",
            applies_if=_target_is_known,
        ),
    ] = ()
    measurement_type: Annotated[
        MeasurementType | None, Field("How often is it looked at?", card="Measuring")
    ] = None
    combined: Annotated[
        Combined | None,
        Field(
            "What is made of the single cases?",
            hint="Needed where the definition does not say it.",
            card="What is counted",
        ),
    ] = None
    formula: Annotated[
        str | None,
        Field(
            "Formula",
            example="(minutes counted − minutes of stops) ÷ minutes counted",
            card="What is counted",
        ),
    ] = None
    small_number: Annotated[
        int | None,
        Field("With fewer cases than this, one miss is allowed", example="10", card="Measuring"),
    ] = None
    data_kept_months: Annotated[
        int | None, Field("Data are kept for", example="12", unit="months", card="Measuring")
    ] = None
    data_owner: Annotated[
        str | None,
        Field("Who keeps the data?", example="the service desk of the Provider", card="Measuring"),
    ] = None
    perspective: Annotated[
        Perspective | None,
        Field(
            "From whose side does it look?",
            hint="If none looks from the side of users or the business, all can be green while "
            "nobody is content.",
            card="The promise",
            audience=Audience.INTERNAL_NOTE,
        ),
    ] = None
    stretch: Annotated[
        Decimal | None,
        Field("What we would like to reach", card="The number", audience=Audience.INTERNAL_NOTE),
    ] = None
    rationale: Annotated[
        str | None,
        Field("Why this number?", prose=True, card="The number", audience=Audience.INTERNAL_NOTE),
    ] = None
    supported_by: Annotated[
        str | None,
        Field(
            "Which agreements does it rely on?",
            example="OLA-DB, UC-HOST",
            card="The number",
            audience=Audience.INTERNAL_NOTE,
        ),
    ] = None
