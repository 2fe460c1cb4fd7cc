"""The record of a negotiation as a Word file."""

import io
from datetime import date
from pathlib import Path

import docx
from docx.enum.section import WD_ORIENT
from lxml import etree

from slaeditor.negotiation import Decision
from slaeditor.word.record import record_bytes
from tests.unit.word.invariants import W, part
from tests.unit.word.test_write import audit

TODAY = date(2026, 11, 24)
TAKEN = Decision(
    id="one",
    path="duration/notice/length",
    kind="value",
    where="Clause 3.3",
    label="Notice period",
    before="60 days",
    after="90 days",
    author="Anna Legal",
    date="2026-11-20T09:30:00",
    file="review.docx",
    taken=True,
    reason="Agreed on the phone",
    decided="2026-11-24",
)
KEPT = Decision(id="two", kind="clause", where="Clause 7.2", before="only remedy", taken=False)
UNPLACED = Decision(id="three", kind="unplaced", after="Subject to contract", date="some day")
ALL = (TAKEN, KEPT, UNPLACED)


def cells(data: bytes) -> list[list[str]]:
    """The texts of the only table."""
    (table,) = docx.Document(io.BytesIO(data)).tables
    return [[cell.text for cell in row.cells] for row in table.rows]


def runs_with(root: etree._Element, look: str) -> list[str]:
    """The texts that have a look, as "strike" or "u"."""
    marked = [run for run in root.iter(f"{W}r") if run.find(f"{W}rPr/{W}{look}") is not None]
    return ["".join(text.text or "" for text in run.iter(f"{W}t")) for run in marked]


def test_a_record_is_valid(tmp_path: Path) -> None:
    assert audit(record_bytes(ALL, "Order portal", TODAY), tmp_path) == []


def test_an_empty_record_is_valid(tmp_path: Path) -> None:
    assert audit(record_bytes((), "", TODAY), tmp_path) == []


def test_each_decision_is_a_row_with_who_when_what_and_why() -> None:
    header, first, second, third = cells(record_bytes(ALL, "Order portal", TODAY))
    assert header == ["Decided", "Place", "Before", "Proposed", "By", "Decision", "Reason"]
    assert first == [
        "24\u00a0November 2026",
        "Clause 3.3\nNotice period",
        "60 days",
        "90 days",
        "Anna Legal\n20\u00a0November 2026\nreview.docx",
        "Taken",
        "Agreed on the phone",
    ]
    assert (second[3], second[5]) == ("", "Kept")
    assert (third[3], third[4], third[5]) == ("Subject to contract", "some day", "Not placed")


def test_what_changed_is_struck_through_and_underlined() -> None:
    root = part(record_bytes((TAKEN,), "Order portal", TODAY))
    assert runs_with(root, "strike") == ["60"]
    assert runs_with(root, "u") == ["90"]


def test_the_page_is_in_landscape_and_the_table_as_wide_as_the_text() -> None:
    file = docx.Document(io.BytesIO(record_bytes(ALL, "Order portal", TODAY)))
    (section,) = file.sections
    assert section.orientation == WD_ORIENT.LANDSCAPE
    room = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
    grid = sum(int(column.get(f"{W}w")) for column in file.element.iter(f"{W}gridCol"))
    assert grid * 635 == room


def test_the_header_row_is_repeated_on_each_page() -> None:
    root = part(record_bytes(ALL, "Order portal", TODAY))
    rows = list(root.iter(f"{W}tr"))
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True] + [False] * 3


def test_the_agreement_and_the_day_stand_above() -> None:
    file = docx.Document(io.BytesIO(record_bytes(ALL, "Order portal", TODAY)))
    texts = [paragraph.text for paragraph in file.paragraphs]
    assert texts[0] == "Record of the negotiation: Order portal"
    assert texts[1] == "As of 24\u00a0November 2026. Decisions recorded: 3."
    assert file.core_properties.title == "Order portal"


def test_signs_that_xml_cannot_hold_are_replaced(tmp_path: Path) -> None:
    odd = Decision(id="odd", before="a\x00b & <c>", after="שלום", kind="value")
    data = record_bytes((odd,), "A\x01B", TODAY)
    assert audit(data, tmp_path) == []
    assert cells(data)[1][2:4] == ["a\N{REPLACEMENT CHARACTER}b & <c>", "שלום"]
