"""A hand-made document with every role, as compose would make it, for the tests of the writers."""

from slaeditor.blocks import (
    Derived,
    Document,
    Fixed,
    Gap,
    Paragraph,
    Part,
    Reference,
    Role,
    SignatureBlock,
    SignatureLine,
    Table,
    Term,
    Value,
)
from tests.unit.word.building import document, paragraph, row

PROVIDER = "introduction/provider/name"
CUSTOMER = "introduction/customer/name"


def rich() -> Document:
    """An external agreement with all roles, tables, gaps, references and signatures."""
    return document(
        _cover(),
        _front(),
        _introduction(),
        _scope(),
        _duration(),
        _levels(),
        _contacts(),
        _signatures(),
    )


def _cover() -> Part:
    return Part(
        "cover",
        (
            paragraph(Role.COVER_KIND, "cover.kind", "Service Level Agreement"),
            paragraph(
                Role.COVER_TITLE,
                "cover.title",
                Value("Hosted Ordering Application", "title"),
                path="title",
            ),
            paragraph(Role.COVER_LINE, "cover.provider", Value("Nordlicht Hosting GmbH", PROVIDER)),
            paragraph(Role.COVER_LINE, "cover.and", "and"),
            paragraph(Role.COVER_LINE, "cover.customer", Value("Brandt & Söhne KG", CUSTOMER)),
            paragraph(Role.COVER_LINE, "cover.version", "Version 0.3 of 12 January 2027"),
            paragraph(
                Role.LEGEND,
                "cover.legend",
                "Draft for review. Not an offer. Binding only once signed for both Parties.",
            ),
        ),
    )


def _front() -> Part:
    return Part(
        "front",
        (
            paragraph(Role.PLAIN_HEADING, "parties", "Parties"),
            paragraph(
                Role.PARTY,
                "introduction.parties@provider",
                Value("Nordlicht Hosting GmbH", PROVIDER, strong=True),
                ", a company with limited liability, registered in Hamburg under HRB 104729, "
                "Speicherstraße 4, 20457 Hamburg, Germany (the ",
                Term("“Provider”"),
                "); and",
                number="(1)",
            ),
            paragraph(
                Role.PARTY,
                "introduction.parties@customer",
                Value("Brandt & Söhne KG", CUSTOMER, strong=True),
                ", ",
                Gap("Legal form, register number and address", "introduction/customer/identity"),
                " (the ",
                Term("“Customer”"),
                ").",
                number="(2)",
            ),
            paragraph(Role.PLAIN_HEADING, "background", "Background"),
            paragraph(
                Role.RECITAL,
                "introduction.background@a",
                "The Parties have made the Master Services Agreement of 3 March 2026 (the ",
                Term("“Governing Agreement”", "introduction/governing/title"),
                ").",
                number="(A)",
            ),
            paragraph(
                Role.RECITAL,
                "introduction.background@b",
                Value(
                    "The Customer takes orders from its dealers around the clock and needs the "
                    "application to be there when they order.",
                    "introduction/purpose",
                ),
                number="(B)",
            ),
            paragraph(Role.PLAIN_HEADING, "agreed", "Agreed terms"),
        ),
    )


def _introduction() -> Part:
    return Part(
        "introduction",
        (
            paragraph(Role.HEADING, "introduction", "Definitions and standing", number="1"),
            paragraph(
                Role.CLAUSE,
                "introduction.definitions",
                "Terms defined in the Governing Agreement keep their meaning, and:",
                number="1.1",
            ),
            paragraph(
                Role.DEFINITION,
                "definition.business-day",
                Term("“Business Day”"),
                " means Monday to Friday except public holidays in Hamburg, Germany.",
            ),
            paragraph(
                Role.DEFINITION,
                "definition.service-hours",
                Term("“Service Hours”"),
                " means ",
                Value("at all times", "scope/service_hours"),
                ".",
            ),
            paragraph(
                Role.CLAUSE,
                "introduction.standing",
                "This Agreement is part of the Governing Agreement. On service levels and what "
                "follows from a miss, it prevails; on all else, the Governing Agreement does.",
                number="1.2",
            ),
        ),
    )


def _service_items() -> tuple[Paragraph, ...]:
    return (
        paragraph(
            Role.ITEM,
            "scope.services@ordering",
            Value("Ordering application", "scope/services/ordering/name", strong=True),
            ": ",
            Value(
                "operation of the web application and its database",
                "scope/services/ordering/output",
            ),
            ";",
            number="(a)",
        ),
        paragraph(
            Role.ITEM,
            "scope.services@support",
            Value("Support", "scope/services/support/name", strong=True),
            ", which comprises:",
            number="(b)",
        ),
        paragraph(Role.SUBITEM, "scope.services@support-1", "taking requests; and", number="(i)"),
        paragraph(Role.SUBITEM, "scope.services@support-2", "answering them.", number="(ii)"),
        paragraph(
            Role.BODY,
            "scope.services@tail",
            "The Provider may use subcontractors and answers for them as for itself.",
        ),
    )


def _scope() -> Part:
    return Part(
        "scope",
        (
            paragraph(Role.HEADING, "scope", "Scope", number="2"),
            paragraph(Role.CLAUSE, "scope.services", "The Provider shall provide:", number="2.1"),
            *_service_items(),
            paragraph(Role.CLAUSE, "scope.excluded", "The Services do not include:", number="2.2"),
            paragraph(
                Role.ITEM,
                "scope.excluded@1",
                Value("development of new functions;\ntraining of dealers", "scope/out_of_scope"),
                ".",
                number="(a)",
            ),
            paragraph(
                Role.CLAUSE,
                "scope.relief",
                "A level isn't counted to the extent that a failure under clause ",
                Reference("scope.services@support", "2.1(b)"),
                " was caused by the Customer, and the Provider said so within two Business Days.",
                number="2.3",
            ),
        ),
    )


def _duration() -> Part:
    return Part(
        "duration",
        (
            paragraph(Role.HEADING, "duration", "Term", number="3"),
            paragraph(
                Role.CLAUSE,
                "duration.term",
                "This Agreement runs from ",
                Value("1\N{NO-BREAK SPACE}April 2027", "duration/effective_date"),
                " for ",
                Value("24 months", "duration/term/length"),
                " and ends at the end of ",
                Derived(
                    "31\N{NO-BREAK SPACE}March 2029",
                    ("duration/effective_date", "duration/term/length"),
                ),
                " (the ",
                Term("“End Date”"),
                ").",
                number="3.1",
                path="duration/term/length",
            ),
            paragraph(
                Role.CLAUSE,
                "duration.renewal",
                "It renews unless either Party receives notice at least ",
                Gap("Notice period", "duration/notice/length"),
                " before the End Date (clause ",
                Reference("duration.term", "3.1"),
                "; see ",
                Reference("schedule-levels", "Schedule 1"),
                " and ",
                Reference("measured@1", "paragraph 1.1 of Schedule 1"),
                ").",
                number="3.2",
            ),
        ),
    )


def _levels_table() -> Table:
    return Table(
        "levels",
        ("Ref.", "Service level", "Owed by", "Target", "Minimum", "Measurement Period"),
        (
            row(
                "metrics/levels/avl-1",
                "SL1",
                Value("Availability of the ordering application", "metrics/levels/avl-1/name"),
                "Provider",
                Value("≥\N{NO-BREAK SPACE}99.9\N{NO-BREAK SPACE}%", "metrics/levels/avl-1/target"),
                Gap("Minimum Level", "metrics/levels/avl-1/minimum"),
                Value("calendar month", "metrics/levels/avl-1/window"),
            ),
            row(
                "metrics/levels/res-1",
                "SL2",
                Value("Time to restore after a stop", "metrics/levels/res-1/name"),
                "Provider",
                Value("90\N{NO-BREAK SPACE}% within 4 hours", "metrics/levels/res-1/target"),
                Value("80\N{NO-BREAK SPACE}% within 4 hours", "metrics/levels/res-1/minimum"),
                Value("calendar quarter", "metrics/levels/res-1/window"),
            ),
        ),
        "Service levels",
        "One row for each service level with who owes it, its target and its measurement period.",
        (0.07, 0.28, 0.13, 0.19, 0.17, 0.16),
    )


def _levels() -> Part:
    levels = _levels_table()
    return Part(
        "schedule-levels",
        (
            paragraph(Role.SCHEDULE, "schedule-levels", "Service Levels", number="Schedule 1"),
            paragraph(Role.PART, "part-a", "The levels", number="Part A"),
            paragraph(Role.BODY, "part-a.lead", "These are the only places of the numbers."),
            levels,
            paragraph(Role.PART, "part-b", "How each level is measured", number="Part B"),
            paragraph(Role.PARAGRAPH_HEADING, "measured", "SL1: availability", number="1"),
            paragraph(
                Role.PARAGRAPH,
                "measured@1",
                "Counted are the minutes in which an external probe gets no answer.",
                number="1.1",
            ),
            paragraph(Role.ITEM, "measured@1a", "It asks once each minute; and", number="(a)"),
            paragraph(Role.ITEM, "measured@1b", "it asks from two places.", number="(b)"),
            paragraph(
                Role.PARAGRAPH, "measured@2", "Minutes without data count as neither.", number="1.2"
            ),
            paragraph(Role.PARAGRAPH_HEADING, "measured2", "SL2: restoration", number="2"),
            paragraph(
                Role.PARAGRAPH, "measured2@1", "The clock starts with the report.", number="2.1"
            ),
        ),
        new_page=True,
    )


def _contacts() -> Part:
    table = Table(
        "contacts",
        ("For", "Provider", "Customer"),
        (
            row(
                "introduction/contacts/daily",
                "Daily business",
                Value("Mira Holm\n+49 40 1234", "a/b"),
                "–",
            ),
            row(
                "introduction/contacts/head",
                "Escalation",
                Value("Jan Petersen", "a/c"),
                Gap("Contact", "a/d"),
            ),
        ),
        "Contacts",
        "Who talks to whom.",
        (0.2, 0.4, 0.4),
    )
    return Part(
        "schedule-contacts",
        (
            paragraph(Role.SCHEDULE, "schedule-contacts", "Contacts", number="Schedule 2"),
            paragraph(Role.PARAGRAPH, "contacts@1", "The Parties name these contacts:", number="1"),
            table,
            paragraph(
                Role.PARAGRAPH,
                "contacts@2",
                "A change is told as paragraph ",
                Reference("contacts@1", "1"),
                " says, by simple notice.",
                number="2",
            ),
            paragraph(
                Role.ITEM, "contacts@2a", "It takes effect on the next Business Day.", number="(a)"
            ),
        ),
        new_page=True,
    )


def _signatures() -> Part:
    def person(name: str, full_name: str) -> SignatureLine:
        path = f"introduction/signatories/{name}"
        return SignatureLine(
            path,
            (
                ("Name", (Value(full_name, f"{path}/name"),) if full_name else ()),
                ("Function", (Gap("Function", f"{path}/function"),)),
                ("Place", ()),
                ("Date", ()),
                ("Signature", ()),
            ),
        )

    return Part(
        "signatures",
        (
            paragraph(Role.PLAIN_HEADING, "signatures", "Signatures"),
            SignatureBlock(
                "signature-provider",
                (Fixed("Signed for "), Value("Nordlicht Hosting GmbH", PROVIDER)),
                (person("p1", "Mira Holm"), person("p2", "Jan Petersen")),
            ),
            SignatureBlock(
                "signature-customer",
                (Fixed("Signed for "), Value("Brandt & Söhne KG", CUSTOMER)),
                (person("c1", ""),),
            ),
        ),
        new_page=True,
    )
