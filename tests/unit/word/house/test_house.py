"""Exports in a firm's template: its styles and numbers stay, nothing of ours overwrites them."""

import io
import zipfile
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]

from slaeditor.blocks import Document, Reference, Role
from slaeditor.document.anchors import Kind, anchor_name
from slaeditor.document.compose import compose
from slaeditor.document.contents import contents
from slaeditor.document.copies import Copy, Form, Note, Profile
from slaeditor.document.house import House, in_house
from slaeditor.word.house.opening import opened
from slaeditor.word.house.roles import checked, proposed
from slaeditor.word.house.writing import house_of
from slaeditor.word.redline import redline_bytes
from slaeditor.word.write import docx_bytes
from tests.agreements import HOSTED_APPLICATION, TODAY, typed
from tests.unit.word.house import firms
from tests.unit.word.invariants import W, defects, field_codes, part
from tests.unit.word.rich_document import rich

FIRMS = {
    "acme": firms.acme,
    "plain": firms.plain,
    "articles": firms.articles,
    "deep": firms.deep,
    "linked": firms.linked,
}
DAY = date(2027, 1, 12)


def house(data: bytes, **wanted: str) -> House:
    """A firm's template with its proposed styles, and those of some places as wanted."""
    template = opened(data, "firm.dotx")
    names = {place.replace("_", "-"): style for place, style in wanted.items()}
    return house_of(template, proposed(template.sheet) | checked(template.sheet, names))


@cache
def hosted() -> Document:
    """A real agreement with schedules, tables and cross-references."""
    return compose(typed(HOSTED_APPLICATION), TODAY)


def exported(firm: House, document: Document, copy: Copy = Copy.REVIEW, **form: object) -> bytes:
    """A document in a firm's template."""
    return docx_bytes(document, today=DAY, form=Form(copy, house=firm, **form))  # type: ignore[arg-type]


def audit(data: bytes, folder: Path) -> list[str]:
    """What the Open XML validator has to say against a file."""
    file = folder / "audited.docx"
    file.write_bytes(data)
    return [str(error) for error in OpenXmlValidator().validate(str(file)).errors]


def numbers(document: Document) -> list[str]:
    """All numbers of paragraphs, in order."""
    return [paragraph.number for paragraph in document.paragraphs() if paragraph.number]


def styles_of(data: bytes) -> dict[str, bytes]:
    """Every style of a file as it stands there, by its id."""
    root = part(data, "word/styles.xml")
    return {
        style.get(f"{W}styleId"): etree.tostring(style, method="c14n", exclusive=True)
        for style in root.iterfind(f"{W}style")
    }


def names(data: bytes) -> list[str]:
    """The parts of a package."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.namelist()


@pytest.mark.parametrize("firm", FIRMS)
@pytest.mark.parametrize("profile", Profile)
def test_an_export_in_a_template_is_valid_and_has_no_hidden_defect(
    firm: str, profile: Profile, tmp_path: Path
) -> None:
    notes = (Note("title", "Please check."),)
    data = exported(house(FIRMS[firm]()), hosted(), profile=profile, notes=notes, watermark="DRAFT")
    assert audit(data, tmp_path) == []
    assert defects(data) == []


@pytest.mark.parametrize("firm", FIRMS)
def test_every_role_can_be_written_in_every_template(firm: str, tmp_path: Path) -> None:
    data = exported(house(FIRMS[firm]()), rich())
    assert audit(data, tmp_path) == []
    assert defects(data) == []


@pytest.mark.parametrize("firm", FIRMS)
def test_the_firms_styles_and_lists_stay_as_they_are(firm: str) -> None:
    template = FIRMS[firm]()
    data = exported(house(template), hosted())
    before, after = styles_of(template), styles_of(data)
    assert {name: after[name] for name in before} == before
    if "word/numbering.xml" in names(template):
        old, new = (part(each, "word/numbering.xml") for each in (template, data))
        for sort in ("abstractNum", "num"):
            theirs = [
                etree.tostring(each, method="c14n", exclusive=True)
                for each in old.iterfind(f"{W}{sort}")
            ]
            found = [
                etree.tostring(each, method="c14n", exclusive=True)
                for each in new.iterfind(f"{W}{sort}")
            ]
            assert found[: len(theirs)] == theirs


def test_no_id_and_no_name_of_a_style_is_there_twice() -> None:
    for make in FIRMS.values():
        root = part(exported(house(make()), hosted()), "word/styles.xml")
        styles = root.findall(f"{W}style")
        for found in (
            [style.get(f"{W}styleId") for style in styles],
            [style.find(f"{W}name").get(f"{W}val").casefold() for style in styles],
        ):
            assert len(set(found)) == len(found)


def test_the_same_document_gives_the_same_bytes() -> None:
    firm = house(firms.acme())
    assert exported(firm, hosted()) == exported(firm, hosted())


def test_a_multilevel_list_gives_headings_clauses_and_items() -> None:
    sheet = opened(firms.acme(), "acme.dotx").sheet
    assert proposed(sheet) == {
        "title": "Title",
        "heading": "AcmeL1",
        "clause": "AcmeL2",
        "item": "AcmeL3",
        "text": "BodyText",
        "table-head": "AcmeTableHead",
    }


def test_a_template_without_numbers_gives_its_headings_alone() -> None:
    assert proposed(opened(firms.plain(), "plain.docx").sheet) == {
        "heading": "berschrift1",
        "text": "Textkrper",
    }


def test_an_annex_is_proposed_for_schedules() -> None:
    assert proposed(opened(firms.deep(), "deep.dotx").sheet)["schedule"] == "DeepAnnex"


def test_composed_numbers_are_those_of_the_firm() -> None:
    shown = in_house(hosted(), house(firms.acme()))
    assert numbers(shown)[4:12] == ["1", "1.1", "1.2", "1.2.1", "1.2.2", "1.2.3", "1.2.4", "1.2.5"]


def test_clauses_of_our_own_count_below_the_firms_articles() -> None:
    shown = in_house(hosted(), house(firms.articles()))
    assert numbers(shown)[4:9] == ["Article 1", "1.1", "1.2", "(a)", "(b)"]
    assert "Article 2" in numbers(shown)


def test_a_level_that_is_never_begun_again_counts_through() -> None:
    clauses = [
        paragraph.number
        for paragraph in in_house(hosted(), house(firms.deep())).paragraphs()
        if paragraph.role is Role.CLAUSE
    ]
    assert clauses == [f"{number}." for number in range(1, len(clauses) + 1)]


def test_without_numbers_of_the_firm_ours_stay() -> None:
    assert in_house(hosted(), house(firms.plain())) == hosted()


def test_a_reference_shows_the_firms_number_in_full_and_without_words() -> None:
    references = {
        span.target: span.text
        for paragraph in in_house(hosted(), house(firms.articles())).paragraphs()
        for span in paragraph.spans
        if isinstance(span, Reference)
    }
    assert references
    assert not [text for text in references.values() if text.startswith("Article")]
    deep = in_house(rich(), house(firms.deep()))
    full = {p.id: p.number for p in deep.paragraphs()}
    texts = {
        span.target: span.text
        for paragraph in deep.paragraphs()
        for span in paragraph.spans
        if isinstance(span, Reference) and full.get(span.target)
    }
    assert all(not text.endswith(".") for text in texts.values())


def test_a_reference_to_an_article_asks_word_for_the_number_alone() -> None:
    root = part(exported(house(firms.articles()), rich()))
    codes = {code.split()[1]: code for code in field_codes(root) if code.startswith("REF ")}
    document = in_house(rich(), house(firms.articles()))
    for paragraph in document.paragraphs():
        code = codes.get(anchor_name(Kind.CLAUSE, paragraph.id, 1), "")
        if code:
            assert code.endswith("\\t") == paragraph.number.startswith("Article")


def test_the_table_of_contents_names_the_firms_numbers_and_styles() -> None:
    document = in_house(hosted(), house(firms.articles()))
    assert "Article 1" in [entry.number for entry in contents(document)]
    root = part(exported(house(firms.articles()), hosted()))
    (code,) = (code for code in field_codes(root) if code.startswith("TOC"))
    assert '"Article Heading,1,SLA Plain Heading,1,SLA Schedule,1"' in code


def test_the_firms_logo_footer_and_page_stay() -> None:
    template = firms.acme()
    data = exported(house(template), hosted())
    header = next(n for n in names(data) if n.startswith("word/header"))
    root = part(data, header)
    assert root.find(f".//{W}drawing") is not None
    said = [t.text for t in root.iter(f"{W}t")]
    assert said == ["Internal – legal review. Do not forward."]
    assert "word/media/logo.png" in [n.replace("image1", "logo") for n in names(data)]
    size = part(data).find(f".//{W}pgSz")
    assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("12240", "15840")


def test_pages_are_not_counted_twice() -> None:
    footer = part(exported(house(firms.acme()), rich()), "word/footer1.xml")
    assert len(list(footer.iter(f"{W}fldSimple"))) == 1
    assert field_codes(footer) == []
    said = "".join(t.text or "" for t in footer.iter(f"{W}t"))
    assert said.startswith("Acme Solicitors LLP")
    assert said.endswith("SLA-2027-014 · Version 0.3")


def test_a_template_without_header_and_footer_gets_ours() -> None:
    data = exported(house(firms.plain()), rich(), watermark="DRAFT")
    header, footer = part(data, "word/header1.xml"), part(data, "word/footer1.xml")
    assert "Internal" in "".join(t.text or "" for t in header.iter(f"{W}t"))
    assert header.find(f".//{W}pict") is not None
    assert field_codes(footer) == ["PAGE", "NUMPAGES"]


def test_a_clean_copy_adds_nothing_to_the_header() -> None:
    data = exported(house(firms.acme()), hosted(), Copy.CLEAN)
    header = part(data, next(n for n in names(data) if n.startswith("word/header")))
    assert len(header) == 1
    assert part(data, "word/settings.xml").find(f"{W}trackRevisions") is None


def test_drafts_track_changes_whatever_settings_the_firm_has() -> None:
    more = (
        '<w:zoom w:percent="90"/><w:trackRevisions/><w:documentProtection w:edit="forms" '
        'w:enforcement="1"/><w:updateFields w:val="true"/><w:compat/>'
    )
    data = exported(house(firms.acme(settings=more)), hosted())
    found = [etree.QName(each).localname for each in part(data, "word/settings.xml")]
    assert found == ["zoom", "trackRevisions", "defaultTabStop", "compat"]


def test_nothing_leads_out_of_the_file() -> None:
    data = exported(house(firms.linked()), hosted())
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        said = b"".join(package.read(name) for name in package.namelist())
    assert b"firm.example" not in said
    header = part(data, "word/header1.xml")
    assert "Shown" in [t.text for t in header.iter(f"{W}t")]


def test_the_text_of_the_template_is_left_out() -> None:
    root = part(exported(house(firms.acme()), hosted()))
    assert "Sample text of the firm" not in [t.text for t in root.iter(f"{W}t")]


def test_text_in_a_style_of_another_language_says_its_own() -> None:
    root = part(exported(house(firms.plain()), hosted()))
    spoken = [
        run.find(f"{W}rPr/{W}lang")
        for paragraph in root.iter(f"{W}p")
        for run in paragraph.iter(f"{W}r")
        if paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "Textkrper"
    ]
    assert spoken
    assert all(each is not None and each.get(f"{W}val") == "en-GB" for each in spoken)


def test_tables_fill_the_firms_page() -> None:
    root = part(exported(house(firms.acme()), hosted()))
    wide = {
        sum(int(column.get(f"{W}w")) for column in table.iter(f"{W}gridCol"))
        for table in root.iter(f"{W}tbl")
        if table.find(f"{W}tblPr/{W}tblStyle") is not None
    }
    assert wide
    assert all(12240 - 2 * 1800 - 10 <= each <= 12240 - 2 * 1800 for each in wide)


def test_a_style_given_to_a_place_without_a_number_shows_none() -> None:
    data = exported(house(firms.acme(), definition="AcmeL2"), hosted())
    style = next(
        s for s in part(data, "word/styles.xml").iter(f"{W}style")
        if s.get(f"{W}styleId") == "SLADefinition"
    )  # fmt: skip
    assert style.find(f"{W}basedOn").get(f"{W}val") == "AcmeL2"
    assert style.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val") == "0"


def test_two_places_in_one_style_still_show_two_kinds_of_numbers(tmp_path: Path) -> None:
    firm = house(firms.acme(), subitem="Acme L3")
    shown = [p.number for p in in_house(rich(), firm).paragraphs() if p.role is Role.SUBITEM]
    assert shown
    assert shown[0] == "(i)"
    assert audit(exported(firm, rich()), tmp_path) == []


def test_our_own_export_can_be_a_template(tmp_path: Path) -> None:
    first = docx_bytes(hosted(), today=DAY)
    firm = house(first)
    assert in_house(hosted(), firm) == hosted()
    data = exported(firm, hosted())
    assert audit(data, tmp_path) == []
    assert defects(data) == []
    assert len(set(names(data))) == len(names(data))


def test_a_redline_can_be_written_in_a_template(tmp_path: Path) -> None:
    old, new = rich(), hosted()
    data = redline_bytes(old, new, author="A", when=DAY, house=house(firms.deep()))
    assert audit(data, tmp_path) == []
    assert defects(data) == []


def test_every_number_is_counted_by_a_list_and_none_is_typed() -> None:
    for name in ("acme", "articles", "deep"):
        firm = house(FIRMS[name]())
        root = part(exported(firm, hosted()))
        typed_numbers = [
            number
            for number in numbers(in_house(hosted(), firm))
            for run in root.iter(f"{W}r")
            if [c.tag for c in run][-2:] == [f"{W}t", f"{W}tab"]
            and run.find(f"{W}t").text == number
            and run.getparent().tag == f"{W}p"
        ]
        assert typed_numbers == []


def test_paragraphs_of_the_firms_styles_leave_the_numbering_to_them() -> None:
    root = part(exported(house(firms.acme()), hosted()))
    for paragraph in root.iter(f"{W}p"):
        if paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val").startswith("AcmeL"):
            assert paragraph.find(f"{W}pPr/{W}numPr") is None
