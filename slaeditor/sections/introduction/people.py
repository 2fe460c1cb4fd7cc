"""The records of the people: who talks to whom, and who approves or signs."""

from typing import Annotated

from slaeditor.field import Asked, Field, Record, negated, sibling
from slaeditor.kinds import Side
from slaeditor.values.choices import Choice


class Purpose(Choice):
    """What a contact is for."""

    DAILY = "day-to-day", "Day-to-day questions"
    ESCALATION = "escalation", "Escalation"
    SUPERIOR = "common-superior", "Common superior (decides if the heads disagree)"
    CHANGES = "changes", "Changes to the agreement"
    COMPLAINTS = "complaints", "Complaints"
    REVIEW = "review", "Service review"
    EMERGENCY = "emergency", "Emergencies"
    DATA = "data-protection", "Data protection"
    RELATIONSHIP = "relationship", "Business relationship"


class Contact(Record, frozen=True):
    """Somebody to talk to; printed in Schedule 2, where it can change without a new agreement."""

    id: str
    purpose: Annotated[
        Purpose | None, Field("For", row="who", internal=Asked.FIRST, external=Asked.FIRST)
    ] = None
    side: Annotated[
        Side | None,
        Field(
            "Side",
            row="who",
            internal=Asked.FIRST,
            external=Asked.FIRST,
            applies_if=negated(sibling("purpose", Purpose.SUPERIOR)),
        ),
    ] = None
    function: Annotated[
        str | None,
        Field(
            "Function",
            example="Service desk lead",
            row="name",
            internal=Asked.FIRST,
            external=Asked.FIRST,
        ),
    ] = None
    name: Annotated[
        str | None,
        Field(
            "Name",
            empty="the function alone.",
            example="Ada Okafor",
            row="name",
            internal=Asked.FIRST,
            external=Asked.FIRST,
        ),
    ] = None
    reach: Annotated[
        str | None,
        Field(
            "Phone or e-mail",
            example="+49 30 1234567",
            row="reach",
            internal=Asked.FIRST,
            external=Asked.FIRST,
        ),
    ] = None
    hours: Annotated[str | None, Field("When", example="in Support Hours", row="reach")] = None
    substitute: Annotated[
        str | None,
        Field(
            "Substitute",
            empty="nobody stands in.",
            example="Jan Weber",
            row="substitute",
            internal=Asked.FIRST,
            external=Asked.FIRST,
        ),
    ] = None
    substitute_reach: Annotated[
        str | None,
        Field(
            "Phone or e-mail of the substitute",
            empty="as for the contact.",
            row="substitute",
            internal=Asked.FIRST,
            external=Asked.FIRST,
        ),
    ] = None


class Signatory(Record, frozen=True):
    """Somebody who signs for a company, or approves for a department."""

    id: str
    side: Annotated[
        Side | None, Field("For", row="who", internal=Asked.FIRST, external=Asked.FIRST)
    ] = None
    function: Annotated[
        str | None,
        Field(
            "Function",
            example="Managing director",
            row="who",
            internal=Asked.FIRST,
            external=Asked.FIRST,
        ),
    ] = None
    name: Annotated[
        str | None,
        Field(
            "Name",
            example="Helen Moore",
            row="name",
            internal=Asked.FIRST,
            external=Asked.FIRST,
        ),
    ] = None
    place: Annotated[str | None, Field("Place", example="Berlin", row="name")] = None
