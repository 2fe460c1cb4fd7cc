"""The records of the scope: services, hours, users, duties of the other side, maintenance."""

from typing import Annotated

from slaeditor.field import AdditionalTerms, Asked, Field, Form, Record, both, in_form, sibling
from slaeditor.sections.scope.hours import (
    HAS_AVAILABILITY,
    Hours,
    Maintenance,
    PersonalData,
    SupportHours,
)
from slaeditor.sections.scope.services import Dependency, Duty, Service, Workload
from slaeditor.values.choices import Choice


class Subcontracting(Choice):
    """Whether others may do the work in the provider's name."""

    ALLOWED = "allowed", "Allowed; the provider answers for them"
    WITH_CONSENT = "with-consent", "Only with the customer’s written consent"
    NOT_ALLOWED = "not-allowed", "Not allowed"


class Scope(Record, frozen=True):
    """The section that says what is delivered and what is not."""

    services: Annotated[
        tuple[Service, ...],
        Field(
            "Which service?",
            gap="Services",
            hint="One is enough to begin with.",
            why="What isn’t listed isn’t promised; what is vague will be read in the widest way.",
            card="Services",
            item="service",
            internal=Asked.FIRST,
            external=Asked.FIRST,
        ),
    ] = ()
    out_of_scope: Annotated[
        str | None,
        Field(
            "What is not included?",
            gap="What is not included",
            why="Most quarrels start with “I thought that was included”.",
            example="printers that staff bought themselves",
            prose=True,
            one_per_line=True,
            none_allowed=True,
            card="Limits",
            internal=Asked.FIRST,
            external=Asked.FIRST,
        ),
    ] = None
    users: Annotated[
        str | None,
        Field(
            "Who may use it?",
            gap="Users",
            hint="Who, where and how many.",
            why="Volume, access and licences depend on it.",
            example="all 240 staff of the department in Berlin and Vienna",
            prose=True,
            card="Limits",
            internal=Asked.FIRST,
        ),
    ] = None
    locations: Annotated[
        str | None,
        Field(
            "Locations and environments",
            prose=True,
            one_per_line=True,
            card="Limits",
            example="the production environment only",
        ),
    ] = None
    service_hours: Annotated[
        Hours, Field("When must it work?", gap="Service Hours", card="Hours")
    ] = Hours()
    support_hours: Annotated[
        SupportHours, Field("When does someone answer?", gap="Support Hours", card="Hours")
    ] = SupportHours()
    channels: Annotated[
        str | None,
        Field(
            "How do people ask for help?",
            gap="Channels",
            why="The clock starts at the right door; a call in the corridor starts none.",
            example="the service portal",
            prose=True,
            one_per_line=True,
            card="Asking for help",
            internal=Asked.FIRST,
            external=Asked.CONFIRM,
        ),
    ] = None
    request_contents: Annotated[
        str | None,
        Field(
            "What must a request contain?",
            prose=True,
            one_per_line=True,
            example="the name of the person affected",
            card="Asking for help",
        ),
    ] = None
    support_language: Annotated[
        str | None,
        Field("Language of the help", example="English and German", card="Asking for help"),
    ] = None
    customer_duties: Annotated[
        tuple[Duty, ...],
        Field(
            "What do you need from the other side, by when?",
            gap="Duties of the other side",
            hint="Complete the sentence: they will …",
            why="If they are late you are late; only what is written here excuses you.",
            card="What the other side does",
            item="duty",
            internal=Asked.FIRST,
            external=Asked.FIRST,
            applies_if=sibling("no_customer_duties", None, False),
        ),
    ] = ()
    no_customer_duties: Annotated[
        bool | None,
        Field("Nothing is needed from the other side", card="What the other side does"),
    ] = None
    user_duties: Annotated[
        str | None,
        Field(
            "What users have to do",
            prose=True,
            one_per_line=True,
            example="keep their password to themselves",
            card="What the other side does",
        ),
    ] = None
    assumptions: Annotated[
        str | None,
        Field(
            "What we take for granted",
            hint="If one proves untrue, the agreement is looked at again.",
            example="the number of users stays below 300",
            prose=True,
            one_per_line=True,
            card="What the other side does",
        ),
    ] = None
    maintenance: Annotated[
        Maintenance,
        Field("When may it be switched off?", card="Maintenance", applies_if=HAS_AVAILABILITY),
    ] = Maintenance()
    personal_data: Annotated[
        PersonalData,
        Field("Personal data", card="Personal data", applies_if=in_form(Form.EXTERNAL)),
    ] = PersonalData()
    workload: Annotated[
        tuple[Workload, ...], Field("Planned volume", card="Volume", item="volume")
    ] = ()
    dependencies: Annotated[
        tuple[Dependency, ...],
        Field(
            "What the service rests on",
            hint="You still answer for the service. Not printed in a contract.",
            card="What it rests on",
            item="dependency",
        ),
    ] = ()
    subcontracting: Annotated[
        Subcontracting | None,
        Field("May others do the work?", card="What it rests on", internal=Asked.NEVER),
    ] = None
    subcontractors: Annotated[
        str | None,
        Field(
            "Who has been agreed already?",
            gap="Subcontractors agreed",
            hint="Named in the contract; nobody else may do the work without consent.",
            example="Northwind Support Ltd",
            prose=True,
            one_per_line=True,
            card="What it rests on",
            internal=Asked.NEVER,
            applies_if=both(
                in_form(Form.EXTERNAL), sibling("subcontracting", Subcontracting.WITH_CONSENT)
            ),
        ),
    ] = None
    additional_terms: AdditionalTerms = None
