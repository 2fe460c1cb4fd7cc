"""The kinds of agreement, how far one has come, and the words that depend on them."""

from typing import NamedTuple

from slaeditor.choice import Choice, Form


class Kind(Choice):
    """What an agreement is for; the label is what a manager would say."""

    INTERNAL = "internal", "Between two departments"
    EXTERNAL = "external", "For a customer"
    OLA = "ola", "Behind another agreement (OLA)"
    UC = "uc", "From a supplier (UC)"
    SALES_MARKETING = "sales-marketing", "Between marketing and sales"


class Status(Choice):
    """How far an agreement has come."""

    DRAFT = "draft", "Draft"
    LEGAL_REVIEW = "legal-review", "With legal"
    RETURNED = "returned", "Back from legal"
    AGREED = "agreed", "Agreed"
    IN_FORCE = "in-force", "In force"
    EXPIRED = "expired", "Expired"
    SUPERSEDED = "superseded", "Superseded"


class Structure(Choice):
    """How agreements are cut: by service, by customer, or in levels."""

    SERVICE_BASED = "service-based", "One service, for all who use it"
    CUSTOMER_BASED = "customer-based", "One customer, all its services"
    MULTI_LEVEL = "multi-level", "Several levels that inherit from each other"


class Entity(Choice):
    """Whether the two sides can contract with each other at all."""

    SAME = "same-legal-entity", "Yes, one company"
    GROUP = "group-companies", "No, two companies of one group"
    INDEPENDENT = "independent-companies", "No, independent companies"


class Side(Choice):
    """One of the two sides of an agreement."""

    PROVIDER = "provider", "Provider"
    CUSTOMER = "customer", "Customer"


def other_party(provider: str, customer: str, ours: str, kind: str) -> str:
    """The name of the side that isn't ours; `ours` is a `Side`, `kind` a `Kind`, or empty.

    Where nobody has said which side is ours, it is the one that receives, or of a supplier's
    promise the one that delivers, and any name is better than none.
    """
    if ours in (Side.PROVIDER, Side.CUSTOMER):
        return customer if ours == Side.PROVIDER else provider
    first, then = (provider, customer) if kind == Kind.UC else (customer, provider)
    return first or then


class Owner(Choice):
    """Who owes a service level."""

    PROVIDER = "provider", "The provider"
    CUSTOMER = "customer", "The customer"
    BOTH = "both", "Both"


class KindWords(NamedTuple):
    """The words of one kind: `summary` stands under the choice, `title` on the cover."""

    form: Form
    summary: str
    short: str
    ready: bool


KIND_WORDS: dict[Kind, KindWords] = {
    Kind.INTERNAL: KindWords(
        Form.INTERNAL,
        "One department serves the other. A commitment between managers, not a contract.",
        "Internal agreement",
        ready=True,
    ),
    Kind.EXTERNAL: KindWords(
        Form.EXTERNAL,
        "You promise a service to another company. It becomes part of a contract.",
        "Customer agreement",
        ready=True,
    ),
    Kind.OLA: KindWords(
        Form.INTERNAL,
        "How teams work together so that a promise to somebody else holds.",
        "Operational agreement",
        ready=False,
    ),
    Kind.UC: KindWords(
        Form.EXTERNAL,
        "What a supplier promises you, so that you can keep your own promise.",
        "Supplier contract",
        ready=False,
    ),
    Kind.SALES_MARKETING: KindWords(
        Form.INTERNAL,
        "Marketing owes leads, sales owes follow-up.",
        "Sales and marketing agreement",
        ready=False,
    ),
}


def form_of(kind: Kind | None, entity: Entity | None) -> Form:
    """The outline to follow. Two companies need a contract, whatever the kind says."""
    if entity is Entity.SAME:
        return Form.INTERNAL
    if entity is not None:
        return Form.EXTERNAL
    return KIND_WORDS[kind or Kind.EXTERNAL].form


class FormWords(NamedTuple):
    """What the two outlines call things in the document."""

    title: str
    duty: str
    party: str
    parties: str
    legend: str


FORM_WORDS: dict[Form, FormWords] = {
    Form.INTERNAL: FormWords(
        title="Internal service level agreement",
        duty="will",
        party="Department",
        parties="Departments",
        legend="Draft for review. Not yet approved.",
    ),
    Form.EXTERNAL: FormWords(
        title="Service Level Agreement",
        duty="shall",
        party="Party",
        parties="Parties",
        legend="Draft for review. Not an offer. Binding only once signed for both Parties.",
    ),
}
