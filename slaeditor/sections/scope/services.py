"""The records of the services and of what goes with them: volume, duties, dependencies."""

from decimal import Decimal
from typing import Annotated

from slaeditor.field import Asked, Audience, Compound, Field, Record, sibling
from slaeditor.values.choices import Choice


class Criticality(Choice):
    """How much the business hangs on a service; for the author only."""

    LOW = "low", "Low"
    MEDIUM = "medium", "Medium"
    HIGH = "high", "High"
    VITAL = "vital", "Vital"


class AboveLimit(Choice):
    """What follows when more comes than was planned."""

    REPORTED = "reported-only", "The level is reported but not counted"
    FIRST_N = "first-n", "The level counts for the volume planned only"
    IN_FORCE = "in-force", "The level stays in force"


class ServiceState(Choice):
    """How far a service has come; for the author only."""

    PLANNED = "planned", "Planned"
    LIVE = "live", "In use"
    ENDING = "ending", "About to end"


class CoveredBy(Choice):
    """What stands behind a dependency; for the author only."""

    TEAM = "team", "A team of the same company"
    SUPPLIER = "supplier", "A supplier"


class Mode(Choice):
    """How a service hangs on another."""

    SERIES = "series", "Fails with it"
    PARALLEL = "parallel", "One of several is enough"


class Money(Compound, frozen=True):
    """An amount in a currency."""

    amount: Annotated[Decimal | None, Field("Amount", example="12,000", row="money")] = None
    currency: Annotated[
        str | None, Field("Currency", hint="Three letters.", example="EUR", row="money")
    ] = None


class Service(Record, frozen=True):
    """One service that the agreement promises."""

    id: str
    name: Annotated[
        str | None,
        Field(
            "Service",
            gap="Service",
            why="What isn’t listed isn’t promised; what is vague will be read in the widest way.",
            example="Payroll",
            internal=Asked.FIRST,
            external=Asked.FIRST,
        ),
    ] = None
    output: Annotated[
        str | None,
        Field(
            "What is delivered?",
            gap="What is delivered",
            hint="What can be seen and counted.",
            why="This is what you owe and can be measured by.",
            example="payslips for all staff by the 25th of each month",
            prose=True,
            internal=Asked.FIRST,
            external=Asked.FIRST,
        ),
    ] = None
    outcome: Annotated[
        str | None,
        Field(
            "What does the other side achieve with it?",
            gap="Outcome",
            hint="Complete the sentence: they can …",
            why="All figures can be green while the people you serve are unhappy; "
            "this says what they need.",
            example="pay their staff on day 25",
            prose=True,
            internal=Asked.FIRST,
            external=Asked.FIRST,
        ),
    ] = None
    outcome_owner: Annotated[
        str | None,
        Field("Who answers for that?", empty="the other side.", example="Head of Finance"),
    ] = None
    description: Annotated[str | None, Field("Description", prose=True)] = None
    what_it_does: Annotated[
        str | None, Field("What it does", prose=True, audience=Audience.INTERNAL_NOTE)
    ] = None
    how_well: Annotated[
        str | None, Field("How well it does it", prose=True, audience=Audience.INTERNAL_NOTE)
    ] = None
    interfaces: Annotated[
        str | None, Field("Interfaces and standards", example="SFTP, ISO 20022")
    ] = None
    owner: Annotated[
        str | None,
        Field("Service owner", example="Payroll manager", audience=Audience.INTERNAL_NOTE),
    ] = None
    tier: Annotated[
        str | None, Field("Service tier", example="gold", audience=Audience.INTERNAL_NOTE)
    ] = None
    state: Annotated[
        ServiceState | None, Field("Is it in use?", audience=Audience.INTERNAL_NOTE)
    ] = None
    vital_functions: Annotated[
        str | None,
        Field(
            "Vital functions",
            hint="What must never stop.",
            prose=True,
            one_per_line=True,
            example="the pay run",
            audience=Audience.INTERNAL_NOTE,
        ),
    ] = None
    criticality: Annotated[
        Criticality | None, Field("Criticality", audience=Audience.INTERNAL_NOTE)
    ] = None
    loss_per_hour: Annotated[
        Money, Field("Cost of an hour’s stop", audience=Audience.INTERNAL_NOTE)
    ] = Money()


class Duty(Record, frozen=True):
    """Something the other side has to do, with its time."""

    id: str
    what: Annotated[
        str | None,
        Field(
            "They will …",
            gap="Duty",
            hint="Begin with a verb.",
            example="name a contact for each site",
            internal=Asked.FIRST,
            external=Asked.FIRST,
        ),
    ] = None
    by_when: Annotated[
        str | None,
        Field(
            "By when?",
            gap="By when",
            example="within 5 Business Days after the Effective Date",
            internal=Asked.FIRST,
            external=Asked.FIRST,
        ),
    ] = None


class Workload(Record, frozen=True):
    """How much of something was planned for."""

    id: str
    what: Annotated[str | None, Field("Of what?", example="tickets", row="what")] = None
    lower: Annotated[Decimal | None, Field("At least", example="200", row="limits")] = None
    upper: Annotated[Decimal | None, Field("At most", example="450", row="limits")] = None
    period: Annotated[str | None, Field("In each", example="calendar month", row="limits")] = None
    growth: Annotated[
        str | None,
        Field("Growth and season", example="10% a year, twice as much in December"),
    ] = None
    above: Annotated[
        AboveLimit | None, Field("Above the limit", empty="the level stays in force.")
    ] = None


class Dependency(Record, frozen=True):
    """A service or team that the service rests on; the provider stays answerable for it."""

    id: str
    name: Annotated[str | None, Field("Service or team", example="the database team")] = None
    service: Annotated[
        str | None,
        Field(
            "Which service depends on it?",
            empty="all services.",
            refers_to="scope/services",
            audience=Audience.INTERNAL_NOTE,
        ),
    ] = None
    covered_by: Annotated[
        CoveredBy | None,
        Field("Who stands behind it?", row="agreement", audience=Audience.INTERNAL_NOTE),
    ] = None
    agreement: Annotated[
        str | None,
        Field(
            "Agreement that covers it",
            example="OLA-DB",
            row="agreement",
            audience=Audience.INTERNAL_NOTE,
        ),
    ] = None
    mode: Annotated[
        Mode | None,
        Field("How does the service depend on it?", row="how", audience=Audience.INTERNAL_NOTE),
    ] = None
    needed: Annotated[
        int | None,
        Field(
            "How many of them must work?",
            example="2",
            row="how",
            audience=Audience.INTERNAL_NOTE,
            applies_if=sibling("mode", Mode.PARALLEL),
        ),
    ] = None
    critical: Annotated[
        bool | None, Field("Is it critical?", row="how", audience=Audience.INTERNAL_NOTE)
    ] = None
