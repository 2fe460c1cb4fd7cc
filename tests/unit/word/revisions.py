"""What a Word file with tracked changes says once all of them are accepted, or all rejected.

Deliberately a second reading of the format, apart from the program's own: about as Word resolves
paragraphs, rows and runs. A live cross-reference reads as its bookmark's name in curly brackets.
"""

from lxml import etree

from slaeditor.blocks import Document, Paragraph, Reference, Spans, Table
from slaeditor.document.anchors import Kind, anchor_name
from slaeditor.document.comparing import DRAFT_LINES
from slaeditor.document.numbering import LEFT_OUT
from slaeditor.document.text import printable
from tests.unit.word.invariants import W, part


def accepted(data: bytes) -> list[str]:
    """The texts of all paragraphs, cells and lines after "accept all"; empty ones left out."""
    return _texts(data, gone="del")


def rejected(data: bytes) -> list[str]:
    """The same after "reject all"."""
    return _texts(data, gone="ins")


def said(document: Document, numbers_of: Document) -> list[str]:
    """The texts that a document has, without the draft line; references as in `numbers_of`."""
    numbers = {each.id: each.number for each in numbers_of.paragraphs()}
    found: list[str] = []
    for each in document.parts:
        for block in each.blocks:
            if isinstance(block, Paragraph):
                if block.id not in DRAFT_LINES:
                    found.append(_written(block.spans, numbers))
            elif isinstance(block, Table):
                found += map(printable, block.header)
                found += [_written(c.spans, numbers) for row in block.rows for c in row.cells]
            else:
                found.append(_written(block.lead, numbers))
                for person in block.people:
                    for label, spans in person.lines:
                        found += [label, _written(spans, numbers)]
    return [text for text in found if text]


def draft_lines(document: Document) -> list[str]:
    """The texts of the cover that say which draft it is."""
    return [each.text for each in document.paragraphs() if each.id in DRAFT_LINES]


def without(texts: list[str], left_out: list[str]) -> list[str]:
    """The texts without the first occurrence of each that is left out."""
    found = list(texts)
    for text in left_out:
        found.remove(text)
    return found


def _written(spans: Spans, numbers: dict[str, str]) -> str:
    return "".join(
        "{" + anchor_name(Kind.CLAUSE, span.target, 1) + "}"
        if isinstance(span, Reference) and numbers.get(span.target) and span.text != LEFT_OUT
        else printable(span.text)
        for span in spans
    )


def _texts(data: bytes, gone: str) -> list[str]:
    found: list[str] = []
    _read(part(data).find(f"{W}body"), gone, found)
    return [text for text in found if text]


def _read(container: etree._Element, gone: str, found: list[str]) -> None:
    """Paragraphs whose mark is gone run on into the next one."""
    open_text = ""
    for element in container:
        if element.tag == f"{W}p":
            open_text += _paragraph(element, gone)
            if element.find(f"{W}pPr/{W}rPr/{W}{gone}") is None:
                found.append(open_text)
                open_text = ""
        elif element.tag == f"{W}tbl":
            assert not open_text, f"{open_text!r} would run on into a table"
            for row in element.iter(f"{W}tr"):
                if row.find(f"{W}trPr/{W}{gone}") is None:
                    for cell in row.iter(f"{W}tc"):
                        _read(cell, gone, found)
    assert not open_text, f"{open_text!r} has no end"


def _paragraph(paragraph: etree._Element, gone: str) -> str:
    text, code, where = "", "", ""
    for element in paragraph.iter():
        if any(each.tag == f"{W}{gone}" for each in element.iterancestors()):
            continue
        if element.tag == f"{W}fldChar":
            where = element.get(f"{W}fldCharType")
            code = "" if where == "begin" else code
            text += "{" + code.split()[1] + "}" if where == "separate" else ""
        elif element.tag in _CODES:
            code += element.text or ""
        elif where != "separate":
            text += _text(element)
    return text


_CODES = (f"{W}instrText", f"{W}delInstrText")


def _text(element: etree._Element) -> str:
    """What an element within a run adds to the text of its paragraph."""
    if element.tag in (f"{W}t", f"{W}delText"):
        return element.text or ""
    if element.getparent().tag != f"{W}r" or element.get(f"{W}type") == "page":
        return ""
    return {f"{W}br": "\n", f"{W}tab": "\t"}.get(element.tag, "")
