"""The record of how a service level was so far, and of what follows where nobody knows yet."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from slaeditor.field import Asked, Audience, Field, Record, sibling
from slaeditor.values.choices import Choice
from slaeditor.values.series import Series


class Status(Choice):
    """How far a baseline is settled; each letter has its own effect in law."""

    AGREED = "A", "A – known and agreed; the target binds from the start"
    PROVISIONAL = "B", "B – a provisional target that binds on a date unless replaced"
    AFTER_START = "C", "C – measured after the start, then set by a formula"
    AFTER_CHANGE = "D", "D – as C, once a tool or change is delivered"
    REPORT_ONLY = "E", "E – reported only, never a ground for anything"


UNSET = (Status.AFTER_START, Status.AFTER_CHANGE)
WITHOUT_TARGET = (*UNSET, Status.REPORT_ONLY)

HAS_PAST = sibling("status", Status.AGREED, Status.PROVISIONAL, Status.REPORT_ONLY, None)
"""Holds unless the past is only going to be measured."""


class Statistic(Choice):
    """How the value was worked out from the past."""

    MEAN = "mean", "mean of the periods"
    MEDIAN = "median", "median of the periods"
    WORST = "worst", "worst period"
    RATIO = "ratio", "share over the whole time"
    P95 = "p95", "95th percentile"
    SINGLE = "single", "one period"


class Baseline(Record, frozen=True):
    """The past of one service level."""

    status: Annotated[
        Status | None,
        Field(
            "How sure is it?",
            gap="Status of the baseline",
            internal=Asked.CONFIRM,
            external=Asked.CONFIRM,
        ),
    ] = None
    value: Annotated[
        Decimal | None,
        Field(
            "How was it so far?",
            gap="Baseline",
            hint="In the unit of the target.",
            why="Without it a target is a guess, and nobody can show that things improved.",
            example="99.2",
            row="value",
            internal=Asked.FIRST,
            external=Asked.FIRST,
            applies_if=HAS_PAST,
        ),
    ] = None
    statistic: Annotated[
        Statistic | None,
        Field(
            "Worked out as",
            gap="Method of the baseline",
            row="value",
            internal=Asked.FIRST,
            external=Asked.FIRST,
            applies_if=HAS_PAST,
        ),
    ] = None
    population: Annotated[
        str | None,
        Field(
            "Of what?",
            gap="Population of the baseline",
            hint="The cases or the time that were counted.",
            example="all tickets of priority 1",
            internal=Asked.FIRST,
            external=Asked.FIRST,
            applies_if=HAS_PAST,
        ),
    ] = None
    period: Annotated[
        str | None,
        Field(
            "From when to when?",
            gap="Period of the baseline",
            example="January to September 2026",
            row="period",
            internal=Asked.FIRST,
            external=Asked.FIRST,
            applies_if=HAS_PAST,
        ),
    ] = None
    periods: Annotated[
        int | None,
        Field("Number of periods", example="9", row="period", applies_if=HAS_PAST),
    ] = None
    source: Annotated[
        str | None,
        Field(
            "Where do the figures come from?",
            gap="Source of the baseline",
            example="monthly availability report",
            internal=Asked.FIRST,
            external=Asked.FIRST,
            applies_if=HAS_PAST,
        ),
    ] = None
    values: Annotated[
        Series | None,
        Field(
            "The single periods",
            hint="Numbers with semicolons or spaces between them, oldest first.",
            example="99.2; 99.4; 98.8; 99.5",
            applies_if=HAS_PAST,
        ),
    ] = None
    owner: Annotated[
        str | None,
        Field("Who answers for the figures?", audience=Audience.INTERNAL_NOTE, row="owner"),
    ] = None
    taken_on: Annotated[
        date | None, Field("Taken on", row="owner", audience=Audience.INTERNAL_NOTE)
    ] = None
    binds_on: Annotated[
        date | None,
        Field(
            "The provisional target binds on",
            gap="Date on which the target binds",
            example="1 July 2027",
            internal=Asked.WHEN,
            external=Asked.WHEN,
            applies_if=sibling("status", Status.PROVISIONAL),
        ),
    ] = None
    after: Annotated[
        str | None,
        Field(
            "After which tool or change?",
            gap="Tool or change",
            example="the new ticket system",
            internal=Asked.WHEN,
            external=Asked.WHEN,
            applies_if=sibling("status", Status.AFTER_CHANGE),
        ),
    ] = None
    measure_periods: Annotated[
        int | None,
        Field(
            "Periods to measure",
            gap="Number of periods to measure",
            example="3",
            row="set",
            internal=Asked.WHEN,
            external=Asked.WHEN,
            applies_if=sibling("status", *UNSET),
        ),
    ] = None
    set_by: Annotated[
        date | None,
        Field(
            "The target is set on",
            gap="Date on which the target is set",
            example="1 July 2027",
            row="set",
            internal=Asked.WHEN,
            external=Asked.WHEN,
            applies_if=sibling("status", *UNSET),
        ),
    ] = None
    formula: Annotated[
        str | None,
        Field(
            "How is it worked out?",
            gap="Formula for the target",
            example="the worst of the periods measured",
            internal=Asked.WHEN,
            external=Asked.WHEN,
            applies_if=sibling("status", *UNSET),
        ),
    ] = None
