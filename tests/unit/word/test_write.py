"""The Word file of a composed document."""

import io
import zipfile
from datetime import date
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]

from slaeditor.blocks import Document, Fixed, Gap, Paragraph, Part, Reference, Role, Table, Value
from slaeditor.document.anchors import Kind, anchor_name, anchors
from slaeditor.document.copies import Copy, Form, Profile
from slaeditor.document.text import printable
from slaeditor.errors import ExportCancelled
from slaeditor.word.base import base_bytes
from slaeditor.word.write import docx_bytes
from tests.unit.word.building import document, paragraph, row
from tests.unit.word.invariants import W, defects, field_codes, part
from tests.unit.word.rich_document import rich

TODAY = date(2027, 1, 12)
GOLDEN = Path(__file__).parents[2] / "golden" / "word"
BASE = Path(__file__).parents[3] / "resources" / "word" / "base.docx"


def written(*blocks: Paragraph | Table) -> etree._Element:
    """The main part of a document with one part of these blocks."""
    return part(docx_bytes(document(Part("scope", blocks)), today=TODAY))


def text_of(element: etree._Element) -> str:
    """The text that a reader sees, with line feeds and tabs; without field codes."""
    pieces = []
    for child in element.iter(f"{W}t", f"{W}br", f"{W}tab"):
        if child.tag == f"{W}t":
            pieces.append(child.text or "")
        elif child.getparent().tag == f"{W}r":
            pieces.append("\n" if child.tag == f"{W}br" else "\t")
    return "".join(pieces)


def composed_texts(whole: Document) -> list[str]:
    """What each paragraph, cell and line of a document says, numbers left out."""
    texts = []
    for a_part in whole.parts:
        for block in a_part.blocks:
            if isinstance(block, Paragraph):
                texts.append(block.text)
            elif isinstance(block, Table):
                texts += [*block.header, *(cell.text for r in block.rows for cell in r.cells)]
            else:
                texts.append("".join(span.text for span in block.lead))
                for person in block.people:
                    for label, spans in person.lines:
                        texts += [label, "".join(span.text for span in spans)]
    return texts


def audit(data: bytes, folder: Path) -> list[str]:
    """What the Open XML validator has to say against a file."""
    file = folder / "audited.docx"
    file.write_bytes(data)
    return [str(error) for error in OpenXmlValidator().validate(str(file)).errors]


def test_a_document_with_every_role_is_valid_and_has_no_hidden_defect(tmp_path: Path) -> None:
    data = docx_bytes(rich(), today=TODAY)
    assert audit(data, tmp_path) == []
    assert defects(data) == []


def test_word_says_what_was_composed() -> None:
    root = part(docx_bytes(rich(), today=TODAY))
    for table_of_contents in root.iter(f"{W}docPartObj"):
        table_of_contents.getparent().getparent().clear()
    said = [text for text in map(text_of, root.iter(f"{W}p")) if text]
    assert said == [text for text in composed_texts(rich()) if text]


def test_every_anchor_of_the_document_is_a_bookmark_in_order() -> None:
    root = part(docx_bytes(rich(), today=TODAY))
    names = {mark.get(f"{W}name") for mark in root.iter(f"{W}bookmarkStart")}
    assert names == {anchor.name for anchor in anchors(rich())}


def test_the_main_part_is_written_as_the_golden_file_shows() -> None:
    small = document(
        Part("cover", (paragraph(Role.COVER_TITLE, "cover.title", Value("Hosting", "title")),)),
        Part(
            "scope",
            (
                paragraph(Role.HEADING, "scope", "Scope", number="1"),
                paragraph(
                    Role.CLAUSE,
                    "scope.users",
                    "Users are ",
                    Gap("Users", "scope/users"),
                    ", as clause ",
                    Reference("scope", "1"),
                    " says.",
                    number="1.1",
                ),
                Table(
                    "levels",
                    ("Level", "Target"),
                    (row("metrics/levels/a", "SL1", Value("99.9 %", "metrics/levels/a/target")),),
                    "Levels",
                    "One row for each level.",
                    (0.25, 0.75),
                ),
            ),
        ),
    )
    form = Form(profile=Profile.COMPATIBLE)
    root = part(docx_bytes(small, today=TODAY, form=form))
    etree.indent(root)
    golden = (GOLDEN / "small.xml").read_text(encoding="utf-8")
    assert etree.tostring(root, encoding="unicode") + "\n" == golden


def test_what_leads_into_a_list_stays_on_the_page_with_it() -> None:
    listing = (
        paragraph(Role.CLAUSE, "scope.duties", "The Customer shall do the following:"),
        paragraph(Role.ITEM, "scope.duties@1", "name two people; and"),
        paragraph(Role.ITEM, "scope.duties@2", "answer questions."),
    )
    root = part(docx_bytes(document(Part("scope", listing)), today=TODAY))
    kept = [
        text_of(each) for each in root.iter(f"{W}p") if each.find(f"{W}pPr/{W}keepNext") is not None
    ]
    assert kept == ["The Customer shall do the following:"]


def test_the_same_document_gives_the_same_bytes() -> None:
    assert docx_bytes(rich(), today=TODAY) == docx_bytes(rich(), today=TODAY)


def test_the_base_file_is_what_its_module_makes() -> None:
    assert BASE.read_bytes() == base_bytes()


def test_the_base_file_carries_nothing_that_a_reviewer_has_not_asked_for() -> None:
    with zipfile.ZipFile(BASE) as package:
        names = package.namelist()
    assert not [name for name in names if "thumbnail" in name or "customXml" in name]
    assert "word/stylesWithEffects.xml" not in names


def test_an_unformatted_value_is_one_run_without_properties() -> None:
    root = written(paragraph(Role.BODY, "a", Value("five Business Days", "a/b")))
    (run,) = root.iter(f"{W}r")
    assert [child.tag for child in run] == [f"{W}t"]


def test_a_table_within_the_file_leads_from_every_bookmark_to_its_path() -> None:
    table = part(docx_bytes(rich(), today=TODAY), "customXml/item1.xml")
    found = [(e.get("name"), e.get("kind"), e.get("path"), e.get("occurrence")) for e in table]
    assert found == [(a.name, a.kind, a.path, str(a.occurrence)) for a in anchors(rich())]
    assert table.get("agreement") == rich().agreement_id


def test_a_gap_is_highlighted_and_has_the_bookmark_of_its_value() -> None:
    root = written(paragraph(Role.BODY, "a", Gap("Notice period", "duration/notice/length")))
    (run,) = root.iter(f"{W}r")
    assert run.find(f"{W}rPr/{W}highlight").get(f"{W}val") == "yellow"
    assert text_of(run) == "[Notice period]"
    name = anchor_name(Kind.VALUE, "duration/notice/length", 1)
    assert run.getprevious().get(f"{W}name") == name


def test_numbers_come_from_the_styles_and_are_no_text() -> None:
    root = written(
        paragraph(Role.HEADING, "h", "Scope", number="1"),
        paragraph(Role.CLAUSE, "c", "First.", number="1.1"),
    )
    assert [text_of(p) for p in root.iter(f"{W}p")] == ["Scope", "First."]
    assert not list(root.iter(f"{W}numPr"))


def test_a_number_that_no_list_shows_is_written_as_text() -> None:
    root = written(paragraph(Role.CLAUSE, "c", "Inserted.", number="7.2A"))
    (p,) = root.iter(f"{W}p")
    assert text_of(p) == "7.2A\tInserted."
    assert p.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val") == "0"


@pytest.mark.parametrize(
    ("said", "number", "linked"),
    [
        ("3.2(a)", "(a)", "3.2(a)"),
        ("paragraph 2 of Schedule 2", "2", "2"),
        ("Schedule 1", "Schedule 1", "Schedule 1"),
        ("clause 12.1 and 2.1", "2.1", "2.1"),
        ("the terms", "4", "the terms"),
    ],
)
def test_a_cross_reference_is_a_live_field_for_the_number_alone(
    said: str, number: str, linked: str
) -> None:
    target = paragraph(Role.BODY, "target", "Here.", number=number)
    root = written(target, paragraph(Role.BODY, "from", Reference("target", said)))
    assert field_codes(root) == [f"REF {anchor_name(Kind.CLAUSE, 'target', 1)} \\w \\h"]
    last = list(root.iter(f"{W}p"))[-1]
    assert text_of(last) == said
    separate = last.xpath(".//*[local-name()='fldChar'][@*='separate']")[0]
    assert text_of(separate.getparent().getnext()) == linked


def test_a_reference_to_nothing_is_plain_text() -> None:
    root = written(paragraph(Role.BODY, "from", Reference("gone", "clause 9")))
    assert field_codes(root) == []
    assert text_of(root) == "clause 9"


def test_a_table_repeats_its_header_and_tells_what_it_shows() -> None:
    table = Table("t", ("A", "B"), (row("x/1", "1", "2"),), "Caption", "Descr. <&>", (0.3, 0.7))
    root = written(table)
    header, first = root.iter(f"{W}tr")
    assert [child.tag for child in header.find(f"{W}trPr")] == [f"{W}cantSplit", f"{W}tblHeader"]
    assert first.find(f"{W}trPr/{W}cantSplit") is not None
    properties = root.find(f".//{W}tblPr")
    assert properties.find(f"{W}tblCaption").get(f"{W}val") == "Caption"
    assert properties.find(f"{W}tblDescription").get(f"{W}val") == "Descr. <&>"
    assert properties.find(f"{W}tblLook").get(f"{W}firstRow") == "1"
    widths = [int(column.get(f"{W}w")) for column in root.iter(f"{W}gridCol")]
    assert widths == [2721, 6350]


def test_a_row_longer_than_a_page_may_break() -> None:
    root = written(Table("t", ("A",), (row("x/1", "long " * 2000),), "", ""))
    assert root.findall(f".//{W}tr")[1].find(f"{W}trPr") is None


def test_signatures_stay_on_one_page_with_their_lead() -> None:
    root = part(docx_bytes(rich(), today=TODAY))
    table = list(root.iter(f"{W}tbl"))[-1]
    lead = table.getprevious()
    assert lead.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "SLASignatureLead"
    kept = [p.find(f"{W}pPr/{W}keepNext") is not None for p in table.iter(f"{W}p")]
    assert kept == [True] * (len(kept) - 2) + [False, False]
    assert all(r.find(f"{W}trPr/{W}cantSplit") is not None for r in table.iter(f"{W}tr"))


def test_the_cover_stands_alone_on_the_first_page() -> None:
    root = written_parts(
        Part("cover", (paragraph(Role.COVER_TITLE, "t", "Title"),)),
        Part("front", (paragraph(Role.PLAIN_HEADING, "p", "Parties"),)),
    )
    cover, *_table_of_contents, front = root.iter(f"{W}p")
    assert cover.find(f"{W}pPr/{W}pageBreakBefore") is None
    assert front.find(f"{W}pPr/{W}pageBreakBefore") is not None
    assert root.find(f".//{W}sectPr/{W}titlePg") is not None


def written_parts(*parts: Part) -> etree._Element:
    """The main part of a document with these parts."""
    return part(docx_bytes(document(*parts), today=TODAY))


def test_a_part_that_begins_with_a_table_begins_a_page_too() -> None:
    table = Table("t", ("A",), (row("x/1", "1"),), "", "")
    root = written_parts(Part("schedule-x", (table,), new_page=True))
    assert next(root.iter(f"{W}p")).find(f"{W}pPr/{W}pageBreakBefore") is not None


def test_header_and_footer_say_draft_reference_version_and_page() -> None:
    data = docx_bytes(rich(), today=TODAY, form=Form(Copy.OTHER_SIDE))
    assert text_of(part(data, "word/header1.xml")) == "Draft for review. Not an offer."
    footer = part(data, "word/footer1.xml")
    assert text_of(footer) == "SLA-2027-014 · Version 0.3\tPage 2 of 2"
    assert field_codes(footer) == ["PAGE", "NUMPAGES"]
    assert text_of(part(data, "word/header2.xml")) + text_of(part(data, "word/footer2.xml")) == ""


def test_a_final_copy_has_an_empty_header_and_tracks_no_changes() -> None:
    data = docx_bytes(document(header=""), today=TODAY)
    assert text_of(part(data, "word/header1.xml")) == ""
    assert part(data, "word/settings.xml").find(f"{W}trackRevisions") is None
    draft = docx_bytes(document(), today=TODAY)
    assert part(draft, "word/settings.xml").find(f"{W}trackRevisions") is not None


def test_the_properties_name_the_agreement_and_no_author() -> None:
    data = docx_bytes(rich(), today=TODAY)
    core = docx.Document(io.BytesIO(data)).core_properties
    assert core.title == "Hosted Ordering Application"
    assert core.subject == core.category == "Service Level Agreement"
    assert (core.language, core.content_status, core.version) == ("en-GB", "Draft 3", "0.3")
    assert core.created.date() == TODAY
    assert core.author == core.last_modified_by == ""
    custom = part(data, "docProps/custom.xml")
    values = {entry.get("name"): entry[0].text for entry in custom}
    assert values["SLA agreement id"] == "hosted-ordering"
    assert values["SLA status"] == "Draft 3"
    assert len(values["SLA export id"] or "") == 32


def test_the_language_of_the_document_is_the_language_of_the_spelling() -> None:
    german = Document("T", "K", "de-DE", "", "", "", "", "id", ())
    styles = part(docx_bytes(german, today=TODAY), "word/styles.xml")
    assert {lang.get(f"{W}val") for lang in styles.iter(f"{W}lang")} == {"de-DE"}


def test_right_to_left_text_is_marked_as_such() -> None:
    root = written(paragraph(Role.BODY, "a", Value("חברת שירות בע״מ (Sherut)", "a/b")))
    (p,) = root.iter(f"{W}p")
    assert p.find(f"{W}pPr/{W}bidi") is not None
    first, last = p.iter(f"{W}r")
    assert first.find(f"{W}rPr/{W}rtl") is not None
    assert last.find(f"{W}rPr") is None
    assert text_of(p) == "חברת שירות בע״מ (Sherut)"


def test_emoji_and_long_fields_are_written(tmp_path: Path) -> None:
    prose = "First 🎉 line\nsecond\tline & <more> " + "word " * 2000
    data = docx_bytes(
        document(Part("scope", (paragraph(Role.BODY, "a", Value(prose, "a/b")),))), today=TODAY
    )
    assert text_of(part(data)) == prose
    assert audit(data, tmp_path) == []


def test_five_hundred_metrics_are_written() -> None:
    rows = tuple(
        row(f"metrics/levels/m-{i}", f"SL{i}", Value(f"{i} %", f"metrics/levels/m-{i}/target"))
        for i in range(500)
    )
    data = docx_bytes(
        document(Part("schedule-levels", (Table("t", ("Ref.", "Target"), rows, "", ""),))),
        today=TODAY,
    )
    assert len(list(part(data).iter(f"{W}tr"))) == 501
    assert defects(data) == []


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(), max_size=60))
def test_any_text_is_written_and_what_xml_cannot_hold_is_replaced(text: str) -> None:
    root = written(paragraph(Role.BODY, "a", Value(text, "a/b"), Fixed("\N{NO-BREAK SPACE}.")))
    assert text_of(root) == printable(text) + "\N{NO-BREAK SPACE}."


def test_progress_counts_blocks_to_the_end() -> None:
    told: list[tuple[int, int]] = []
    docx_bytes(rich(), today=TODAY, progress=lambda done, total: told.append((done, total)))
    total = sum(len(a_part.blocks) for a_part in rich().parts)
    assert told[-1] == (total, total)


def test_a_person_can_stop_an_export() -> None:
    with pytest.raises(ExportCancelled, match="nothing was written"):
        docx_bytes(rich(), today=TODAY, cancelled=lambda: True)
