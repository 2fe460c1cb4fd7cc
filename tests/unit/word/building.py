"""Short ways to build paragraphs, rows and documents by hand."""

from slaeditor.blocks import Cell, Document, Fixed, Paragraph, Part, Role, Row, Span


def paragraph(
    role: Role, name: str, *spans: Span | str, number: str = "", path: str = ""
) -> Paragraph:
    """A paragraph; a plain string among the spans is fixed text."""
    return Paragraph(role, name, tuple(map(as_span, spans)), number, path)


def as_span(span: Span | str) -> Span:
    """The span, or fixed text from a string."""
    return Fixed(span) if isinstance(span, str) else span


def row(name: str, *cells: Span | str) -> Row:
    """A row with one span in each cell."""
    return Row(name, tuple(Cell((as_span(cell),), name) for cell in cells))


def document(*parts: Part, header: str = "Draft for review. Not an offer.") -> Document:
    """A document with the given parts."""
    return Document(
        title="Hosted Ordering Application",
        kind_title="Service Level Agreement",
        language="en-GB",
        header=header,
        reference="SLA-2027-014",
        version="0.3",
        status="Draft 3",
        agreement_id="hosted-ordering",
        parts=parts,
    )
