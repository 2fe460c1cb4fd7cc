"""The check of what no validator finds: each defect is found, and every file of ours has none."""

from datetime import date
from itertools import product

import pytest
from lxml import etree

from slaeditor.blocks import Document
from slaeditor.document.compose import compose
from slaeditor.editing.templates import finished_example, new_agreement, template, templates
from slaeditor.word.redline import redline_bytes
from slaeditor.word.write import docx_bytes
from tests.unit.word.invariants import LONGEST_TAG, W, broken_invariants, defects

TODAY = date(2026, 11, 24)
NAMES = [each.id for each in templates()]
COLUMNS = "<w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>"
CELL = "<w:tc><w:p/></w:tc>"
WIDE_CELL = '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p/></w:tc>'


def body(content: str) -> etree._Element:
    """A main part with the content given."""
    return etree.fromstring(f'<w:document xmlns:w="{W[1:-1]}">{content}</w:document>')


def start(number: int, name: str) -> str:
    """Where a bookmark begins."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'


def end(number: int) -> str:
    """Where a bookmark ends."""
    return f'<w:bookmarkEnd w:id="{number}"/>'


def control(number: int, tag: str) -> str:
    """A content control."""
    return f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/><w:id w:val="{number}"/></w:sdtPr></w:sdt>'


def mark(kind: str) -> str:
    """A mark of a complex field."""
    return f'<w:fldChar w:fldCharType="{kind}"/>'


def document_of(name: str) -> Document:
    """What a new agreement from a template says."""
    return compose(new_agreement(template(name)), TODAY)


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (start(1, "a") + end(1) + start(2, "a") + end(2), "bookmark name a twice"),
        (start(1, "a") + end(1) + start(1, "b") + end(1), "bookmark id 1 twice"),
        (start(1, "a"), "bookmark 1 without an end"),
        (end(1) + start(1, "a"), "bookmark 1 without a start"),
        (control(5, "a") + control(5, "b"), "content control 5 twice"),
        (control(5, "x" * (LONGEST_TAG + 1)), f"long tag {'x' * (LONGEST_TAG + 1)}"),
        (mark("begin") + mark("separate"), "field without an end"),
        (mark("separate"), "field mark separate behind none"),
        (mark("begin") + mark("end") + mark("end"), "field mark end behind none"),
        (f"<w:tbl>{COLUMNS}<w:tr>{CELL}</w:tr></w:tbl>", "a row with 1 of 2 cells"),
        ('<w:ins w:id="3"/><w:del w:id="3"/>', "revision 3 twice"),
        ('<w:pPrChange w:id="3"/><w:ins w:id="3"/>', "revision 3 twice"),
        ("<w:instrText> REF _x \\w \\h </w:instrText>", "reference to _x, which doesn't exist"),
        ("<w:delInstrText>REF</w:delInstrText>", "reference to nothing, which doesn't exist"),
    ],
)  # fmt: skip
def test_each_defect_is_found(content: str, found: str) -> None:
    assert found in broken_invariants(body(content))


@pytest.mark.parametrize(
    "content",
    [
        start(1, "a") + start(2, "b") + end(1) + end(2),
        control(5, "a") + control(6, "a"),
        mark("begin") + mark("separate") + mark("begin") + mark("end") + mark("end"),
        f"<w:tbl>{COLUMNS}<w:tr>{WIDE_CELL}</w:tr></w:tbl>",
        f"<w:tbl>{COLUMNS}<w:tr>{CELL}{CELL.replace('<w:p/>', '<w:tbl/>')}</w:tr></w:tbl>",
        start(1, "a") + end(1) + "<w:instrText> REF a \\h </w:instrText>",
        "<w:instrText>PAGE</w:instrText>",
    ],
)
def test_what_is_right_is_not_reported(content: str) -> None:
    assert broken_invariants(body(content)) == []


@pytest.mark.parametrize("name", NAMES)
def test_an_export_of_each_template_has_no_defect(name: str) -> None:
    assert defects(docx_bytes(document_of(name), today=TODAY)) == []


def test_an_export_of_the_example_has_no_defect() -> None:
    assert defects(docx_bytes(compose(finished_example(), TODAY), today=TODAY)) == []


@pytest.mark.parametrize(("old", "new"), list(product(NAMES, NAMES)))
def test_a_redline_between_templates_has_no_defect(old: str, new: str) -> None:
    redline = redline_bytes(document_of(old), document_of(new), author="Legal", when=TODAY)
    assert defects(redline) == []
