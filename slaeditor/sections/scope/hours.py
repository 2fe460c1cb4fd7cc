"""The records of time and conditions within the scope: hours, maintenance, personal data."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from slaeditor.field import Asked, Compound, Field, Record, SeesValues, sibling
from slaeditor.units import NoticeUnit
from slaeditor.values.choices import Choice
from slaeditor.values.week import Week


class EmergencyWork(Choice):
    """How work counts that could not be announced in time."""

    DOWNTIME = "downtime", "It counts as downtime"
    EXCLUDED = "excluded", "It isn’t counted if the customer was told before"


class Hours(Compound, frozen=True):
    """The hours in which the service must work, in local time of the place."""

    week: Annotated[
        Week | None,
        Field(
            "When must it work?",
            gap="Service Hours",
            why="Every percentage is a share of these hours: a stop at night counts only if "
            "night is in.",
            example="Monday to Friday, 08:00 to 18:00",
            internal=Asked.FIRST,
            external=Asked.FIRST,
        ),
    ] = None
    time_zone: Annotated[
        str | None,
        Field(
            "Time zone",
            example="Europe/Berlin",
            reads_as="time-zone",
            row="place",
            internal=Asked.FIRST,
            external=Asked.FIRST,
        ),
    ] = None
    holidays: Annotated[
        str | None,
        Field(
            "Public holidays of which place are left out?",
            gap="Place whose public holidays count",
            hint="Country and region, or None. These holidays are not Business Days.",
            example="Berlin, Germany",
            none_allowed=True,
            row="place",
            internal=Asked.FIRST,
            external=Asked.FIRST,
        ),
    ] = None
    own_days: Annotated[
        str | None,
        Field("Other days left out", example="24 and 31 December"),
    ] = None


class SupportHours(Compound, frozen=True):
    """The hours in which somebody answers."""

    same: Annotated[
        bool | None,
        Field(
            "Does someone answer in the same hours?",
            why="A four-hour answer means something else if nobody is there at the weekend.",
            internal=Asked.CONFIRM,
            external=Asked.CONFIRM,
        ),
    ] = None
    week: Annotated[
        Week | None,
        Field(
            "When does someone answer?",
            gap="Support Hours",
            example="Monday to Friday, 08:00 to 18:00",
            internal=Asked.WHEN,
            external=Asked.WHEN,
            applies_if=sibling("same", False),
        ),
    ] = None
    time_zone: Annotated[
        str | None,
        Field(
            "Time zone",
            empty="as for the service.",
            example="Europe/Berlin",
            reads_as="time-zone",
            row="place",
            applies_if=sibling("same", False),
        ),
    ] = None
    holidays: Annotated[
        str | None,
        Field(
            "Public holidays left out",
            empty="as for the service.",
            example="Berlin, Germany",
            none_allowed=True,
            row="place",
            applies_if=sibling("same", False),
        ),
    ] = None


def _measures_availability(see: SeesValues, at: str) -> bool:
    """Hold while a level of the category availability exists, or a window is written already."""
    ids = see.value("metrics/levels")
    levels = ids if isinstance(ids, tuple) else ()
    return any(see.value(f"metrics/levels/{i}/category") == "availability" for i in levels)


HAS_AVAILABILITY = _measures_availability


class Maintenance(Record, frozen=True):
    """Work that is announced, limited, and then not counted as downtime."""

    window: Annotated[
        Week | None,
        Field(
            "When may it be switched off?",
            gap="Maintenance window",
            why="Work you don’t announce and limit counts against you, or swallows the promise.",
            example="Sunday, 02:00 to 06:00",
            external=Asked.WHEN,
        ),
    ] = None
    notice_length: Annotated[
        int | None,
        Field(
            "Announced how long before?",
            gap="Notice of maintenance",
            example="5",
            row="notice",
            together="notice",
            external=Asked.WHEN,
        ),
    ] = None
    notice_unit: Annotated[
        NoticeUnit | None,
        Field(
            "Counted in",
            gap="days or Business Days",
            row="notice",
            together="notice",
            external=Asked.WHEN,
        ),
    ] = None
    cap_hours: Annotated[
        Decimal | None,
        Field(
            "At most, in a calendar month",
            gap="Cap on maintenance",
            hint="Work beyond this counts as a stop.",
            example="8",
            unit="hours",
            external=Asked.WHEN,
        ),
    ] = None
    emergency: Annotated[
        EmergencyWork | None,
        Field("Work that could not be announced", empty="it counts as downtime."),
    ] = None
    freeze: Annotated[
        str | None,
        Field("Times without any maintenance", example="24 to 27 December"),
    ] = None


class PersonalData(Record, frozen=True):
    """Whether personal data are handled for the customer, and under which agreement."""

    handled: Annotated[
        bool | None,
        Field(
            "Do you handle personal data for them?",
            gap="Personal data",
            why="A missing data agreement stops legal before anything else.",
            internal=Asked.NEVER,
            external=Asked.FIRST,
        ),
    ] = None
    processing_agreement: Annotated[
        str | None,
        Field(
            "Title of the processing agreement",
            gap="Processing agreement",
            example="Data Processing Agreement",
            row="dpa",
            internal=Asked.NEVER,
            external=Asked.WHEN,
            applies_if=sibling("handled", True),
        ),
    ] = None
    processing_date: Annotated[
        date | None,
        Field(
            "Its date",
            gap="Date of the processing agreement",
            example="1 March 2027",
            row="dpa",
            internal=Asked.NEVER,
            external=Asked.WHEN,
            applies_if=sibling("handled", True),
        ),
    ] = None
