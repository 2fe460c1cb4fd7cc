"""Tables and signature blocks of the document as WordprocessingML."""

from collections.abc import Iterator

from slaeditor.blocks import Row, SignatureBlock, SignatureLine, Spans, Table
from slaeditor.document.anchors import Kind
from slaeditor.word import markup
from slaeditor.word.paragraphs import Writing, direction, spans_xml, styled
from slaeditor.word.styles import CELL_MARGINS, GREY, SHADE, TABLE_BORDERS, TEXT_WIDTH

_LONG_ROW = 1500
"""Characters beyond which a row may break across pages: it could fill a page and be cut off."""

_LABEL_WIDTH = 1701
_LINE_WIDTH = 5103
_LINE_HEIGHT = 454
_SIGNATURE_HEIGHT = 850
_KEEP = "<w:keepNext/>"


def table_xml(table: Table, writing: Writing) -> str:
    """A table with a repeated header row, followed by the empty line that keeps tables apart."""
    widths = column_widths(table)
    rows = "".join(_row_xml(row, widths, writing) for row in table.rows)
    look = (
        '<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
    )
    alternative = (
        f"<w:tblCaption w:val={markup.attribute(table.caption)}/>"
        f"<w:tblDescription w:val={markup.attribute(table.description)}/>"
    )
    properties = (
        f'<w:tblPr><w:tblStyle w:val="SLATable"/>{_width(sum(widths), "tblW")}{TABLE_BORDERS}'
        f'<w:tblLayout w:type="fixed"/>{CELL_MARGINS}{look}{alternative}</w:tblPr>'
    )
    header = _header_xml(table.header, widths)
    return f"<w:tbl>{properties}{_grid(widths)}{header}{rows}</w:tbl>" + styled("SLASpacer", "")


def column_widths(table: Table) -> list[int]:
    """The columns' widths in twentieths of a point; together they fill the width of the text."""
    columns = max(len(table.header), *(len(row.cells) for row in table.rows), 1)
    shares = table.widths if len(table.widths) == columns else (1 / columns,) * columns
    widths = [round(TEXT_WIDTH * share) for share in shares]
    widths[-1] += TEXT_WIDTH - sum(widths)
    return widths


def _grid(widths: list[int]) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tblGrid>{columns}</w:tblGrid>"


def _width(width: int, element: str = "tcW") -> str:
    return f'<w:{element} w:w="{width}" w:type="dxa"/>'


def _header_xml(names: tuple[str, ...], widths: list[int]) -> str:
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{SHADE}"/>'
    cells = "".join(
        _cell_xml(
            width,
            styled("SLATableHead", markup.runs(name), direction(name)),
            shade + '<w:vAlign w:val="bottom"/>',
        )
        for name, width in zip(_filled(names, widths), widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def _filled(names: tuple[str, ...], widths: list[int]) -> tuple[str, ...]:
    """The names, and an empty one for each column that a row has beyond the header."""
    return names + ("",) * (len(widths) - len(names))


def _row_xml(row: Row, widths: list[int], writing: Writing) -> str:
    """A row; its bookmark stands round the text of its first cell."""
    anchor = writing.anchors.next(Kind.ROW, row.id).name if row.id else ""
    cells = []
    for column, width in enumerate(widths):
        spans: Spans = row.cells[column].spans if column < len(row.cells) else ()
        content = spans_xml(spans, writing)
        if anchor and not column:
            content = writing.bookmarks.wrap(anchor, content)
        text = "".join(span.text for span in spans)
        cells.append(_cell_xml(width, styled("SLATableText", content, direction(text))))
    length = sum(len(cell.text) for cell in row.cells)
    whole = "<w:trPr><w:cantSplit/></w:trPr>" if length <= _LONG_ROW else ""
    return f"<w:tr>{whole}{''.join(cells)}</w:tr>"


def _cell_xml(width: int, paragraph: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{_width(width)}{properties}</w:tcPr>{paragraph}</w:tc>"


def signature_xml(block: SignatureBlock, writing: Writing) -> str:
    """A lead-in and the lines to fill in, which stay on one page with it.

    The page break that a new part asks for goes to the lead-in.
    """
    breaks, at_top = writing.page_start()
    lead_text = "".join(span.text for span in block.lead)
    anchor = writing.anchors.next(Kind.CLAUSE, block.id).name if block.id else ""
    content = spans_xml(block.lead, writing)
    if anchor:
        content = writing.bookmarks.wrap(anchor, content)
    lead = styled("SLASignatureLead", content, breaks + direction(lead_text) + at_top)
    rows = list(_signature_rows(block.people, writing))
    if not rows:
        return lead
    properties = (
        f"<w:tblPr>{_width(_LABEL_WIDTH + _LINE_WIDTH, 'tblW')}"
        f'<w:tblLayout w:type="fixed"/>{CELL_MARGINS}'
        '<w:tblLook w:val="0680" w:firstRow="0" w:lastRow="0" w:firstColumn="1" '
        'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f"<w:tblCaption w:val={markup.attribute(lead_text)}/></w:tblPr>"
    )
    grid = _grid([_LABEL_WIDTH, _LINE_WIDTH])
    return f"{lead}<w:tbl>{properties}{grid}{''.join(rows)}</w:tbl>" + styled("SLASpacer", "")


def _signature_rows(people: tuple[SignatureLine, ...], writing: Writing) -> Iterator[str]:
    for position, person in enumerate(people):
        last_person = position == len(people) - 1
        if position:
            yield _line_row("", "", "", _LINE_HEIGHT // 2, keep=True, ruled=False)
        anchor = writing.anchors.next(Kind.ROW, person.path).name if person.path else ""
        for index, (label, spans) in enumerate(person.lines):
            label_xml = markup.runs(label)
            if anchor and not index:
                label_xml = writing.bookmarks.wrap(anchor, label_xml)
            text = "".join(span.text for span in spans)
            height = _SIGNATURE_HEIGHT if "signature" in label.lower() else _LINE_HEIGHT
            last = last_person and index == len(person.lines) - 1
            content = spans_xml(spans, writing)
            yield _line_row(label_xml, content, direction(text), height, keep=not last)


def _line_row(
    label: str, content: str, bidi: str, height: int, *, keep: bool, ruled: bool = True
) -> str:
    """Label and line of one thing to fill in; `keep` ties it to the next row."""
    next_too = _KEEP if keep else ""
    rule = f'<w:bottom w:val="single" w:sz="4" w:space="0" w:color="{GREY}"/>' if ruled else ""
    borders = f"<w:tcBorders>{rule}</w:tcBorders>" if rule else ""
    low = '<w:vAlign w:val="bottom"/>'
    left = _cell_xml(_LABEL_WIDTH, styled("SLASignatureLabel", label, next_too), low)
    right = _cell_xml(
        _LINE_WIDTH, styled("SLASignatureLine", content, next_too + bidi), borders + low
    )
    size = f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>'
    return f"<w:tr><w:trPr><w:cantSplit/>{size}</w:trPr>{left}{right}</w:tr>"
