"""Tables and signature blocks of the document as WordprocessingML."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from slaeditor.blocks import Row, SignatureBlock, SignatureLine, Spans, Table
from slaeditor.document.anchors import Kind
from slaeditor.word import markup
from slaeditor.word.paragraphs import Writing, direction, spans_xml, styled
from slaeditor.word.styles import CELL_MARGIN, CELL_MARGINS, GREY, SHADE, TABLE_BORDERS, TEXT_WIDTH

_LONG_ROW = 1500
"""Characters beyond which a row may break across pages: it could fill a page and be cut off."""

_LABEL_WIDTH = 1701
_LINE_WIDTH = 5103
_LINE_HEIGHT = 454
_SIGNATURE_HEIGHT = 850
_KEEP = "<w:keepNext/>"
_WHOLE = "<w:cantSplit/>"
HEADER_ROW = _WHOLE + "<w:tblHeader/>"
"""Properties of the header row: it is repeated on each page."""
SPACER = styled("SLASpacer", "")
"""The empty line that keeps tables apart."""


class RowMarks(NamedTuple):
    """What ends the properties of a signature's row, and those of its two paragraphs."""

    row: str = ""
    cells: tuple[str, str] = ("", "")


_UNMARKED = RowMarks()


def table_xml(table: Table, writing: Writing) -> str:
    """A table with a repeated header row, followed by the empty line that keeps tables apart."""
    widths = column_widths(table)
    names = _filled(table.header, widths)
    header = row_xml(
        [
            head_cell(width, name, markup.runs(name))
            for name, width in zip(names, widths, strict=True)
        ],
        HEADER_ROW,
    )
    rows = "".join(_row_xml(row, widths, writing) for row in table.rows)
    return framed(table, widths, header + rows) + SPACER


def framed(table: Table, widths: list[int], rows: str) -> str:
    """The `w:tbl` round rows, with the alternative text for screen readers."""
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
    return f"<w:tbl>{properties}{_grid(widths)}{rows}</w:tbl>"


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


def head_cell(width: int, name: str, content: str, mark: str = "") -> str:
    """A cell of the header row; `mark` ends the properties of its paragraph."""
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{SHADE}"/><w:vAlign w:val="bottom"/>'
    return _cell_xml(width, styled("SLATableHead", content, direction(name) + mark), shade)


def text_cell(width: int, text: str, content: str, mark: str = "") -> str:
    """A cell with the markup of a text; `mark` ends the properties of its paragraph."""
    return _cell_xml(width, styled("SLATableText", content, direction(text) + mark))


def row_xml(cells: Iterable[str], properties: str) -> str:
    """A row; without `properties` it has none, and may break across pages."""
    about = f"<w:trPr>{properties}</w:trPr>" if properties else ""
    return f"<w:tr>{about}{''.join(cells)}</w:tr>"


def row_properties(row: Row) -> str:
    """What keeps a row on one page, empty for a row that is too long for it."""
    length = sum(len(cell.text) for cell in row.cells)
    return _WHOLE if length <= _LONG_ROW else ""


def _filled(names: tuple[str, ...], widths: list[int]) -> tuple[str, ...]:
    """The names, and an empty one for each column that a row has beyond the header."""
    return names + ("",) * (len(widths) - len(names))


def _row_xml(row: Row, widths: list[int], writing: Writing) -> str:
    """A row; its bookmark stands round the text of its first cell."""
    anchor = writing.anchors.next(Kind.ROW, row.id).name if row.id else ""
    cells = []
    for column, width in enumerate(widths):
        spans: Spans = row.cells[column].spans if column < len(row.cells) else ()
        content = spans_xml(spans, writing, width - 2 * CELL_MARGIN)
        if anchor and not column:
            content = writing.marked(anchor, content)
        cells.append(text_cell(width, "".join(span.text for span in spans), content))
    return row_xml(cells, row_properties(row))


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
        content = writing.marked(anchor, content)
    lead = styled("SLASignatureLead", content, breaks + direction(lead_text) + at_top)
    rows = "".join(_signature_rows(block.people, writing))
    return lead + signature_frame(lead_text, rows) + SPACER if rows else lead


def signature_frame(lead: str, rows: str) -> str:
    """The `w:tbl` round the lines of all people who sign below a lead-in."""
    properties = (
        f"<w:tblPr>{_width(_LABEL_WIDTH + _LINE_WIDTH, 'tblW')}"
        f'<w:tblLayout w:type="fixed"/>{CELL_MARGINS}'
        '<w:tblLook w:val="0680" w:firstRow="0" w:lastRow="0" w:firstColumn="1" '
        'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f"<w:tblCaption w:val={markup.attribute(lead)}/></w:tblPr>"
    )
    return f"<w:tbl>{properties}{_grid([_LABEL_WIDTH, _LINE_WIDTH])}{rows}</w:tbl>"


def _signature_rows(people: tuple[SignatureLine, ...], writing: Writing) -> Iterator[str]:
    for position, person in enumerate(people):
        last_person = position == len(people) - 1
        if position:
            yield gap_row()
        anchor = writing.anchors.next(Kind.ROW, person.path).name if person.path else ""
        for index, (label, spans) in enumerate(person.lines):
            label_xml = markup.runs(label)
            if anchor and not index:
                label_xml = writing.marked(anchor, label_xml)
            text = "".join(span.text for span in spans)
            last = last_person and index == len(person.lines) - 1
            content = spans_xml(spans, writing)
            yield line_row(label_xml, content, direction(text), line_height(label), keep=not last)


def line_height(label: str) -> int:
    """How high the line with a label is at least: a signature needs more room than a name."""
    return _SIGNATURE_HEIGHT if "signature" in label.lower() else _LINE_HEIGHT


def gap_row(marks: RowMarks = _UNMARKED) -> str:
    """The empty row between two people."""
    return line_row("", "", "", _LINE_HEIGHT // 2, keep=True, ruled=False, marks=marks)


def line_row(
    label: str,
    content: str,
    bidi: str,
    height: int,
    *,
    keep: bool,
    ruled: bool = True,
    marks: RowMarks = _UNMARKED,
) -> str:
    """Label and line of one thing to fill in; `keep` ties it to the next row."""
    next_too = _KEEP if keep else ""
    rule = f'<w:bottom w:val="single" w:sz="4" w:space="0" w:color="{GREY}"/>' if ruled else ""
    borders = f"<w:tcBorders>{rule}</w:tcBorders>" if rule else ""
    low = '<w:vAlign w:val="bottom"/>'
    left = styled("SLASignatureLabel", label, next_too + marks.cells[0])
    right = styled("SLASignatureLine", content, next_too + bidi + marks.cells[1])
    cells = (_cell_xml(_LABEL_WIDTH, left, low), _cell_xml(_LINE_WIDTH, right, borders + low))
    size = f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>'
    return row_xml(cells, _WHOLE + size + marks.row)
