"""The places of a document that a firm's styles can be given to, each with our own style for it."""

from dataclasses import dataclass

from slaeditor.blocks import Role
from slaeditor.i18n import _


@dataclass(frozen=True, slots=True)
class Place:
    """`name` is what the command line and the settings call it, `style` the id of our own style.

    `label` and `sample` are for people. `role` is what wears the style, None where no single role
    does; `is_numbered` says that its paragraphs bear a number.
    """

    name: str
    style: str
    label: str
    sample: str
    role: Role | None = None
    is_numbered: bool = False
    is_table: bool = False


PLACES: tuple[Place, ...] = (
    Place("title", "SLATitle", _("Title"), _("Hosted Ordering Application"), Role.COVER_TITLE),
    Place("heading", "Heading1", _("Heading"), _("Service levels"), Role.HEADING, True),
    Place(
        "clause",
        "SLAClause2",
        _("Clause"),
        _("The Provider shall meet each Service Level."),
        Role.CLAUSE,
        True,
    ),
    Place("item", "SLAClause3", _("Item of a list"), _("planned maintenance;"), Role.ITEM, True),
    Place(
        "subitem", "SLAClause4", _("Item within an item"), _("in the night;"), Role.SUBITEM, True
    ),
    Place(
        "plain-heading",
        "SLAPlainHeading",
        _("Heading without a number"),
        _("Background"),
        Role.PLAIN_HEADING,
    ),
    Place("text", "SLAText", _("Text"), _("The Parties have agreed as follows.")),
    Place("body", "SLABody", _("Text below a clause"), _("This includes holidays."), Role.BODY),
    Place(
        "definition",
        "SLADefinition",
        _("Definition"),
        _("“Service” means the application."),
        Role.DEFINITION,
    ),
    Place("party", "SLAParty", _("Party"), _("Nordlicht Hosting GmbH"), Role.PARTY, True),
    Place(
        "recital",
        "SLARecital",
        _("Recital"),
        _("The Customer runs an online shop."),
        Role.RECITAL,
        True,
    ),
    Place("schedule", "SLASchedule", _("Schedule"), _("Contacts"), Role.SCHEDULE, True),
    Place("part", "SLAPart", _("Part of a schedule"), _("Availability"), Role.PART, True),
    Place(
        "paragraph-heading",
        "SLASchedule1",
        _("Heading in a schedule"),
        _("Measuring"),
        Role.PARAGRAPH_HEADING,
        True,
    ),
    Place(
        "paragraph",
        "SLASchedule2",
        _("Paragraph of a schedule"),
        _("The month counts as a whole."),
        Role.PARAGRAPH,
        True,
    ),
    Place(
        "paragraph-item",
        "SLASchedule3",
        _("Item in a schedule"),
        _("by telephone;"),
        Role.ITEM,
        True,
    ),
    Place(
        "paragraph-subitem",
        "SLASchedule4",
        _("Item within an item of a schedule"),
        _("at night;"),
        Role.SUBITEM,
        True,
    ),
    Place("table", "SLATable", _("Table"), "", is_table=True),
    Place("table-head", "SLATableHead", _("Head of a table"), _("Measure")),
    Place("table-text", "SLATableText", _("Text in a table"), _("99.5 % in a month")),
)
"""All places, in the order in which a person is asked about them."""

BY_NAME = {place.name: place for place in PLACES}

CHAIN = ("heading", "clause", "item", "subitem")
"""The places that one multilevel list numbers, from the first level down."""

ALONE = ("party", "recital", "schedule", "part")
"""The places that lists of their own number."""

IN_SCHEDULES = ("paragraph-heading", "paragraph", "paragraph-item", "paragraph-subitem")
"""The places whose numbers begin again in each schedule: our own list always gives them."""
