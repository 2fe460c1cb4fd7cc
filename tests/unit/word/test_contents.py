"""The table of contents: which documents have one, what it lists, and that Word need not ask."""

from datetime import date
from pathlib import Path

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]

from slaeditor.blocks import Document, Gap, Part, Role
from slaeditor.document.compose import compose
from slaeditor.document.contents import Entry, contents
from slaeditor.document.copies import Form, Profile
from slaeditor.editing.templates import finished_example
from slaeditor.review.gathering import review
from slaeditor.word.reading.read import read_returned
from slaeditor.word.redline import redline_bytes
from slaeditor.word.write import docx_bytes
from tests.unit.word.building import document, paragraph
from tests.unit.word.invariants import W, defects, part
from tests.unit.word.office import edited

TODAY = date(2027, 1, 12)
COVER = Part("cover", (paragraph(Role.COVER_TITLE, "cover.title", "Hosting"),))
FRONT = Part("front", (paragraph(Role.PLAIN_HEADING, "parties", "Parties"),))
SCOPE = Part("scope", (paragraph(Role.HEADING, "scope.heading", "Scope", number="1"),))
DATES = Part(
    "schedule-dates",
    (paragraph(Role.SCHEDULE, "schedule-dates", "Key", Gap(" dates", "x"), number="Schedule 1"),),
    new_page=True,
)


def table_of(data: bytes) -> etree._Element | None:
    """The control that holds the table of contents."""
    found = part(data).find(f".//{W}docPartObj")
    return None if found is None else found.getparent().getparent()


def lines_of(data: bytes) -> list[str]:
    """What stands in each line of the table; tabs show as such."""
    table = table_of(data)
    assert table is not None
    return [
        "".join(
            "\t" if each.tag == f"{W}tab" else each.text for each in line.iter(f"{W}t", f"{W}tab")
        )
        for line in table.iter(f"{W}hyperlink")
    ]


def instruction_of(data: bytes) -> str:
    """The instruction of the table's own field."""
    table = table_of(data)
    assert table is not None
    return " ".join(str(table.findtext(f".//{W}instrText")).split())


def pages_of(shown: Document) -> dict[str, int]:
    """A page for every heading, from the third on."""
    return {entry.id: number for number, entry in enumerate(contents(shown), start=3)}


def test_an_external_agreement_has_one_without_a_schedule() -> None:
    assert contents(document(COVER, FRONT, SCOPE)) == (
        Entry("parties", "", "Parties"),
        Entry("scope.heading", "1", "Scope"),
    )


def test_an_internal_agreement_has_one_with_a_schedule() -> None:
    assert contents(document(COVER, SCOPE)) == ()
    assert contents(document(COVER, SCOPE, DATES)) == (
        Entry("scope.heading", "1", "Scope"),
        Entry("schedule-dates", "Schedule 1", "Key[ dates]"),
    )


def test_each_line_leads_to_its_heading_and_tells_its_page() -> None:
    shown = document(COVER, FRONT, SCOPE, DATES)
    data = docx_bytes(shown, today=TODAY, form=Form(pages=pages_of(shown)))
    assert lines_of(data) == ["Parties\t3", "1\tScope\t4", "Schedule 1\tKey[ dates]\t5"]
    marks = {mark.get(f"{W}name") for mark in part(data).iter(f"{W}bookmarkStart")}
    table = table_of(data)
    assert table is not None
    assert {line.get(f"{W}anchor") for line in table.iter(f"{W}hyperlink")} <= marks
    assert instruction_of(data) == r'TOC \o "1-1" \h \z \t "SLA Schedule,1" \u'


def test_without_a_layout_the_lines_have_no_page_and_the_field_asks_for_none() -> None:
    data = docx_bytes(document(COVER, FRONT, SCOPE), today=TODAY)
    assert lines_of(data) == ["Parties", "1\tScope"]
    assert instruction_of(data).startswith(r'TOC \o "1-1" \n \h')


def test_a_layout_that_lacks_a_heading_gives_no_pages_at_all() -> None:
    form = Form(pages={"parties": 3})
    assert lines_of(docx_bytes(document(COVER, FRONT, SCOPE), today=TODAY, form=form)) == [
        "Parties",
        "1\tScope",
    ]


def test_it_stands_on_a_page_of_its_own_behind_the_cover() -> None:
    root = part(docx_bytes(document(COVER, FRONT, SCOPE), today=TODAY))
    cover, table, front, *_rest = root.find(f"{W}body")
    assert table.tag == f"{W}sdt"
    assert table.find(f".//{W}pageBreakBefore") is not None
    assert cover.find(f".//{W}pageBreakBefore") is None
    assert front.find(f".//{W}pageBreakBefore") is not None


def test_word_has_nothing_to_ask_on_opening() -> None:
    data = docx_bytes(compose(finished_example(), TODAY), today=TODAY)
    settings = part(data, "word/settings.xml")
    assert settings.find(f"{W}updateFields") is None
    assert [mark for mark in part(data).iter(f"{W}fldChar") if mark.get(f"{W}dirty")] == []


def test_an_agreement_with_it_is_valid_and_has_no_hidden_defect(tmp_path: Path) -> None:
    shown = compose(finished_example(), TODAY)
    data = docx_bytes(shown, today=TODAY, form=Form(pages=pages_of(shown)))
    (tmp_path / "a.docx").write_bytes(data)
    assert list(OpenXmlValidator().validate(str(tmp_path / "a.docx")).errors) == []
    assert defects(data) == []


def test_a_redline_has_the_new_one_without_pages(tmp_path: Path) -> None:
    old, new = document(COVER, FRONT), document(COVER, FRONT, SCOPE)
    data = redline_bytes(old, new, author="Legal", when=TODAY)
    assert lines_of(data) == ["Parties", "1\tScope"]
    (tmp_path / "a.docx").write_bytes(data)
    assert list(OpenXmlValidator().validate(str(tmp_path / "a.docx")).errors) == []


@pytest.mark.parametrize("profile", Profile)
def test_a_file_that_comes_back_as_it_went_proposes_nothing(profile: Profile) -> None:
    agreement = finished_example()
    shown = compose(agreement, TODAY)
    form = Form(profile=profile, pages=pages_of(shown))
    returned = read_returned(docx_bytes(shown, today=TODAY, form=form), "a.docx")
    found = review(returned, shown, agreement, TODAY)
    assert (found.proposals, found.unmatched) == ((), ())


@pytest.mark.slow
@pytest.mark.parametrize("pages", [True, False])
def test_a_file_that_libreoffice_saved_proposes_nothing(tmp_path: Path, pages: bool) -> None:
    agreement = finished_example()
    shown = compose(agreement, TODAY)
    form = Form(profile=Profile.COMPATIBLE, pages=pages_of(shown) if pages else {})
    file = tmp_path / "a.docx"
    file.write_bytes(docx_bytes(shown, today=TODAY, form=form))
    saved = tmp_path / "saved.docx"
    edited(tmp_path, [(file, [("save", str(saved))])])
    found = review(read_returned(saved.read_bytes(), saved.name), shown, agreement, TODAY)
    assert (found.proposals, found.unmatched) == ((), ())
