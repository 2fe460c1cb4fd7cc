"""The edits that are made to an export in LibreOffice, and what must come back for each."""

from dataclasses import dataclass

from slaeditor.review.proposal import Proposal
from tests.unit.word.office import Step

ROW = (
    "The Customer",
    "Complaints",
    "Kim Park\nBuyer\n+44 117 555 0299",
    "Lee Wood\n+44 117 555 0298",
)
"""The cells of the row that is put into the table of contacts."""


@dataclass(frozen=True, slots=True)
class Edit:
    """What a reviewer does, and the one proposal that it is: its path begins with `path`.

    `before` and `after` are in what the proposal says stood there and shall; an empty one is
    nothing at all. `label` is what the proposal is called, where that tells edits apart.
    """

    name: str
    step: Step
    path: str
    before: str
    after: str
    label: str = ""

    def is_met_by(self, proposal: Proposal) -> bool:
        """Whether this is what the proposal says."""
        return (
            proposal.path.startswith(self.path)
            and _says(proposal.before, self.before)
            and _says(proposal.after, self.after)
            and self.label in proposal.label
            and bool(proposal.edits)
            and not proposal.conflict
        )


def _says(text: str, wanted: str) -> bool:
    return wanted in text if wanted else not text


FIRST = (
    Edit("a number", ("replace", "60", "90"), "duration/notice/length", "60", "90"),
    Edit(
        "words in a value",
        ("replace", "in an open format", "in a documented format"),
        "duration/after_end/data_format",
        "a complete export in an open format",
        "a complete export in a documented format",
    ),
    Edit(
        "a tail to a clause",
        ("append", "answers for their acts", " It names them on request."),
        "clauses/scope.subcontractors/text",
        "as for its own.",
        "as for its own. It names them on request.",
    ),
    Edit(
        "a clause deleted",
        ("delete", "The Governing Agreement states when"),
        "clauses/duration.cause/text",
        "The Governing Agreement states when",
        "",
    ),
    Edit(
        "a clause added",
        ("add", "handle personal data for the Customer only", "A log of all changes is kept."),
        "clauses/own-",
        "",
        "A log of all changes is kept.",
    ),
    Edit(
        "a cell",
        ("replace", "+49 30 5550 102", "+49 30 5550 199"),
        "introduction/contacts/provider-daily/substitute_reach",
        "+49 30 5550 102",
        "+49 30 5550 199",
    ),
    Edit(
        "a clause cut in two",
        ("split", "This Agreement binds whoever"),
        "clauses/duration.transfer/text",
        "This Agreement binds whoever",
        "\nThis Agreement binds whoever",
    ),
    Edit(
        "a heading",
        ("append", "Term and termination", " and remedies"),
        "clauses/duration.heading/text",
        "Term and termination",
        "Term and termination and remedies",
    ),
    Edit(
        "a row added",
        ("insert_row", "Priya Nair", *ROW),
        "introduction/contacts/own-",
        "",
        "Kim Park",
    ),
    Edit(
        "a row deleted",
        ("delete_row", "Grace Lim"),
        "introduction/contacts/customer-escalation",
        "Grace Lim",
        "",
    ),
)

SECOND = (
    Edit(
        "two clauses joined",
        ("merge", "The Provider answers for their"),
        "clauses/scope.subcontractors/text",
        "as for its own.\nThe Provider shall handle",
        "as for its own. The Provider shall handle",
        "Joined",
    ),
    Edit(
        "a clause cut and pasted",
        ("move", "The Governing Agreement states when", "A Party shall not transfer"),
        "clauses/duration.cause/text",
        "Clause 3.4",
        "Clause 3.5",
        "Moved",
    ),
    Edit(
        "a name to sign",
        ("replace", "Karl Brandt", "Dr Jo Bell"),
        "introduction/signatories/provider/name",
        "Karl Brandt",
        "Dr Jo Bell",
    ),
    Edit(
        "a line of a list",
        ("replace", "the support telephone", "the chat"),
        "scope/channels",
        "the support telephone number",
        "the chat number",
    ),
    Edit(
        "a line of a list deleted",
        ("delete", "test and training environments"),
        "scope/out_of_scope",
        "test and training environments",
        "",
    ),
    Edit(
        "a definition added",
        ("add", "“Excluded Time” means", "“Outage” means a time without the Services."),
        "introduction/definitions/own-",
        "",
        "“Outage” means a time without the Services.",
    ),
    Edit(
        "the title",
        ("replace", "Hosted ordering application", "Hosted order desk"),
        "title",
        "Hosted ordering application",
        "Hosted order desk",
    ),
    Edit(
        "a target in a table",
        ("replace", "99.9", "99.5"),
        "metrics/levels/availability/target",
        "99.9",
        "99.5",
    ),
    Edit(
        "a week",
        ("replace", "Sunday, 02:00 to 06:00", "Saturday, 02:00 to 05:00"),
        "scope/maintenance/window",
        "Sunday, 02:00 to 06:00",
        "Saturday, 02:00 to 05:00",
    ),
    Edit(
        "a party's name on the cover",
        ("replace", "Contoso Retail plc", "Contoso Retail Limited"),
        "introduction/customer/name",
        "Contoso Retail plc",
        "Contoso Retail Limited",
    ),
)

BATCHES = {"first": FIRST, "second": SECOND}

COMMENT = "Who pays for that?"
NOTE = "Is this the date?"
REMARKS: tuple[Step, ...] = (
    ("comment", "Limits of liability are", COMMENT, "Ben Counsel"),
    ("resolve", NOTE),
)
