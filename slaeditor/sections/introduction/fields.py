"""The records of the introduction: parties, standing, purpose, contacts, signatories."""

from datetime import date
from typing import Annotated

from slaeditor.field import (
    AdditionalTerms,
    Asked,
    Audience,
    Compound,
    Field,
    Form,
    Record,
    both,
    in_form,
    sibling,
)
from slaeditor.kinds import Entity, Side
from slaeditor.sections.introduction.people import Contact, Signatory
from slaeditor.values.choices import Choice

PEOPLE = "people"


class RestsOn(Choice):
    """Whether another contract carries price, liability and law."""

    GOVERNING = "governing-agreement", "An existing contract"
    ALONE = "stands-alone", "None, it stands alone"


class Precedence(Choice):
    """Which document prevails on service levels and on what follows from a miss."""

    THIS = "this-agreement", "This agreement on service levels, the contract on all else"
    GOVERNING = "governing-agreement", "The contract on everything"


class Identity(Compound, frozen=True):
    """What tells one company from every other; needed in a contract."""

    legal_form: Annotated[
        str | None,
        Field(
            "Legal form",
            hint="Write “none” if the name says it.",
            why="Makes sure that a notice or claim reaches the right company.",
            example="private limited company",
            row="identity",
            external=Asked.FIRST,
        ),
    ] = None
    register_number: Annotated[
        str | None,
        Field(
            "Register number",
            hint="Write “none” for a public body or a sole trader.",
            why="Makes sure that a notice or claim reaches the right company.",
            example="HRB 12345, Berlin",
            row="identity",
            external=Asked.FIRST,
        ),
    ] = None
    address: Annotated[
        str | None,
        Field(
            "Registered address",
            why="Makes sure that a notice or claim reaches the right company.",
            example="1 Market Street, 10115 Berlin, Germany",
            external=Asked.FIRST,
        ),
    ] = None


class Party(Record, frozen=True):
    """One side of the agreement: a department or a company."""

    name: Annotated[
        str | None,
        Field(
            "Name",
            hint="A department, or the full legal name of a company.",
            why="Only the one named here owes anything; a brand or team name may be nobody in law.",
            internal=Asked.FIRST,
            external=Asked.FIRST,
        ),
    ] = None
    identity: Annotated[Identity, Field("Register and address")] = Identity()
    short_name: Annotated[
        str | None,
        Field(
            "Short name in the text",
            empty="“Provider” or “Customer”.",
            example="Marketing",
            row="short",
        ),
    ] = None
    short_name_article: Annotated[
        bool | None,
        Field(
            "Put “the” before the short name?", hint="“the Supplier”, but “Marketing”.", row="short"
        ),
    ] = None
    unit: Annotated[
        str | None,
        Field("Department in charge", example="Customer Operations", internal=Asked.NEVER),
    ] = None
    head: Annotated[
        str | None,
        Field(
            "Who heads it? (job title)",
            hint="Job titles stay when people change.",
            example="Head of IT Services",
        ),
    ] = None
    notices_address: Annotated[
        str | None,
        Field(
            "Address for notices",
            hint="Where a formal notice has to arrive. A ticket to the help desk is not a notice.",
            why="Makes sure that a notice or claim reaches the right company.",
            example="Legal department, 1 Market Street, 10115 Berlin; legal@example.com",
            card="Formal notices",
            screen=PEOPLE,
            internal=Asked.NEVER,
            external=Asked.FIRST,
        ),
    ] = None


class Standing(Record, frozen=True):
    """What the document is in law: a commitment within a company, or part of a contract."""

    entity: Annotated[
        Entity | None,
        Field(
            "Do both belong to the same company?",
            hint="Two companies of one group need a contract, like any others.",
            why="Inside one company this is a commitment between managers; "
            "between companies it is a contract.",
            internal=Asked.CONFIRM,
            external=Asked.CONFIRM,
        ),
    ] = None
    rests_on: Annotated[
        RestsOn | None,
        Field(
            "Which contract is this part of?",
            hint="If none, this agreement needs clauses of its own on price, liability and law.",
            why="Price and liability stand there; without it this paper would have to carry them.",
            gap="Governing agreement",
            internal=Asked.NEVER,
            external=Asked.FIRST,
            applies_if=in_form(Form.EXTERNAL),
        ),
    ] = None
    governing_title: Annotated[
        str | None,
        Field(
            "Title of that contract",
            gap="Title of the governing agreement",
            example="Master Services Agreement",
            row="governing",
            internal=Asked.NEVER,
            external=Asked.WHEN,
            applies_if=both(in_form(Form.EXTERNAL), sibling("rests_on", RestsOn.GOVERNING)),
        ),
    ] = None
    governing_date: Annotated[
        date | None,
        Field(
            "Date of that contract",
            gap="Date of the governing agreement",
            example="15 January 2025",
            row="governing",
            internal=Asked.NEVER,
            external=Asked.WHEN,
            applies_if=both(in_form(Form.EXTERNAL), sibling("rests_on", RestsOn.GOVERNING)),
        ),
    ] = None
    amendment_clause: Annotated[
        str | None,
        Field(
            "Its clause on amendments",
            hint="This agreement changes that contract, so it is made under that clause.",
            example="clause 14.2",
            internal=Asked.NEVER,
            applies_if=both(in_form(Form.EXTERNAL), sibling("rests_on", RestsOn.GOVERNING)),
        ),
    ] = None
    precedence: Annotated[
        Precedence | None,
        Field(
            "Which of the two prevails?",
            hint="Limits of liability always stand as in the contract.",
            internal=Asked.NEVER,
            applies_if=both(in_form(Form.EXTERNAL), sibling("rests_on", RestsOn.GOVERNING)),
        ),
    ] = None
    governing_law: Annotated[
        str | None,
        Field(
            "Which law applies?",
            gap="Which law applies",
            hint="Asked only where no other contract says it.",
            example="the law of England and Wales",
            internal=Asked.NEVER,
            external=Asked.WHEN,
            applies_if=both(in_form(Form.EXTERNAL), sibling("rests_on", RestsOn.ALONE)),
        ),
    ] = None
    writing_includes_email: Annotated[
        bool | None,
        Field("Does “in writing” include e-mail?", internal=Asked.NEVER),
    ] = None
    electronic_signature: Annotated[
        bool | None,
        Field(
            "May it be signed electronically?",
            internal=Asked.NEVER,
            screen=PEOPLE,
            card="Approval and signature",
        ),
    ] = None
    regulated: Annotated[
        bool | None,
        Field(
            "Is the customer a regulated financial firm?",
            hint="If so, legal should look at the rules for contracts on information technology.",
            internal=Asked.NEVER,
            audience=Audience.INTERNAL_NOTE,
        ),
    ] = None
    cloud_in_eu: Annotated[
        bool | None,
        Field(
            "Is it a cloud service sold in the European Union?",
            hint="If so, legal should look at the customer’s right to switch.",
            internal=Asked.NEVER,
            audience=Audience.INTERNAL_NOTE,
        ),
    ] = None
    explains_only: Annotated[
        bool | None,
        Field(
            "Say that purpose and outcomes create no duty?",
            hint="The sentence is printed unless you say no.",
            internal=Asked.NEVER,
        ),
    ] = None


class Objective(Record, frozen=True):
    """A business aim that the agreement serves."""

    id: str
    aim: Annotated[str | None, Field("Aim", example="the pay run closes on day 25")] = None
    measure: Annotated[
        str | None, Field("How you see that it is reached", example="closed by 18:00")
    ] = None


class Definition(Record, frozen=True):
    """A term of the writer's own."""

    id: str
    term: Annotated[str | None, Field("Term", example="Qualified Lead")] = None
    meaning: Annotated[
        str | None,
        Field("Means", prose=True, example="a contact who asked for a call and has a budget"),
    ] = None


class Introduction(Record, frozen=True):
    """The section that says who makes the agreement and why."""

    provider: Annotated[Party, Field("Who delivers?", gap="Provider", card="Who delivers?")] = (
        Party()
    )
    customer: Annotated[Party, Field("Who receives?", gap="Customer", card="Who receives?")] = (
        Party()
    )
    ours: Annotated[
        Side | None,
        Field(
            "Which side is ours?",
            hint="The list of agreements shows the other side under “Other party”.",
            card="Who receives?",
            audience=Audience.INTERNAL_NOTE,
        ),
    ] = None
    standing: Annotated[Standing, Field("Standing", card="What it rests on")] = Standing()
    company: Annotated[
        str | None,
        Field(
            "Which company?",
            gap="Company",
            hint="The company that both departments belong to.",
            why="Tells a reader from outside whose departments these are.",
            example="Northwind GmbH",
            card="What it rests on",
            internal=Asked.FIRST,
            external=Asked.NEVER,
            applies_if=in_form(Form.INTERNAL),
        ),
    ] = None
    purpose: Annotated[
        str | None,
        Field(
            "Why do we make this agreement?",
            gap="Purpose",
            hint="Two sentences are enough.",
            why="When a sentence is unclear, readers decide by what you meant to achieve.",
            example="Staff can work without waiting for help, and IT knows what to plan for.",
            prose=True,
            card="Purpose",
            internal=Asked.FIRST,
            external=Asked.FIRST,
        ),
    ] = None
    objectives: Annotated[
        tuple[Objective, ...],
        Field("Business aims", card="Purpose", item="aim"),
    ] = ()
    definitions: Annotated[
        tuple[Definition, ...],
        Field(
            "Own definitions",
            hint="The usual terms are defined already. Add words that only your company uses.",
            card="Definitions",
            item="definition",
        ),
    ] = ()
    additional_terms: AdditionalTerms = None
    contacts: Annotated[
        tuple[Contact, ...],
        Field(
            "Who talks to whom?",
            gap="Contacts",
            hint="One and a substitute on each side.",
            why="In the bad hour you need a name and a substitute, not a department.",
            card="Contacts",
            screen=PEOPLE,
            item="contact",
            internal=Asked.FIRST,
            external=Asked.FIRST,
        ),
    ] = ()
    signatories: Annotated[
        tuple[Signatory, ...],
        Field(
            "Who approves or signs?",
            gap="Signatories",
            hint="At least one person for each side.",
            why="An agreement signed without authority may bind no one.",
            card="Approval and signature",
            screen=PEOPLE,
            item="signatory",
            internal=Asked.FIRST,
            external=Asked.FIRST,
        ),
    ] = ()
