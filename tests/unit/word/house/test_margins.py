"""Headers and footers of every kind, what is kept of a template besides, and what never is."""

import io
import zipfile
from datetime import date
from pathlib import Path

import docx
import pytest
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]

from slaeditor.document.copies import Copy, Form, Note
from slaeditor.document.house import House
from slaeditor.review.gathering import review
from slaeditor.word.house.opening import opened
from slaeditor.word.house.roles import proposed
from slaeditor.word.house.writing import house_of
from slaeditor.word.reading.read import read_returned
from slaeditor.word.write import docx_bytes
from tests.agreements import HOSTED_APPLICATION, typed
from tests.unit.word.house import firms
from tests.unit.word.invariants import W, defects, part
from tests.unit.word.rich_document import rich

DAY = date(2027, 1, 12)
LEGEND = "Internal – legal review. Do not forward."
FIRST_PAGE = firms.LETTER + firms.WIDE_MARGINS + "<w:titlePg/>"
BOTH_SIDES = '<w:evenAndOddHeaders/><w:defaultTabStop w:val="708"/>'


def house(data: bytes) -> House:
    """A firm's template with its proposed styles."""
    template = opened(data, "firm.dotx")
    return house_of(template, proposed(template.sheet))


def exported(firm: House, copy: Copy = Copy.REVIEW, watermark: str = "") -> bytes:
    """A document in a firm's template."""
    notes = (Note("title", "A secret note."),)
    form = Form(copy, notes=notes, watermark=watermark, house=firm)
    return docx_bytes(rich(), today=DAY, form=form)


def said(data: bytes, name: str) -> str:
    """The text of one part."""
    return "".join(t.text or "" for t in part(data, f"word/{name}.xml").iter(f"{W}t"))


def parts(data: bytes) -> dict[str, bytes]:
    """Every part of a package."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def headers(data: bytes) -> dict[str, str]:
    """What the header of each kind of page says: "default", "first", "even"."""
    section = docx.Document(io.BytesIO(data)).sections[0]
    found = {
        "default": section.header,
        "first": section.first_page_header,
        "even": section.even_page_header,
    }
    return {
        kind: "\n".join(p.text for p in header.paragraphs).strip()
        for kind, header in found.items()
        if not header.is_linked_to_previous
    }


def test_a_review_copy_says_so_on_a_first_page_of_its_own_as_well() -> None:
    firm = house(firms.package(firms.ACME_STYLES, firms.ACME_LISTS, section=FIRST_PAGE))
    assert headers(exported(firm)) == {"default": LEGEND, "first": LEGEND}


def test_the_first_page_of_a_copy_for_the_other_side_stays_as_the_firm_has_it() -> None:
    firm = house(firms.package(firms.ACME_STYLES, firms.ACME_LISTS, section=FIRST_PAGE))
    assert set(headers(exported(firm, Copy.OTHER_SIDE))) == {"default"}


def test_left_and_right_pages_both_bear_the_legend() -> None:
    firm = house(firms.package(firms.ACME_STYLES, firms.ACME_LISTS, settings=BOTH_SIDES))
    assert headers(exported(firm)) == {"default": LEGEND, "even": LEGEND}


def test_every_header_has_a_watermark_of_its_own() -> None:
    firm = house(
        firms.package(firms.ACME_STYLES, firms.ACME_LISTS, section=FIRST_PAGE, settings=BOTH_SIDES)
    )
    data = exported(firm, Copy.OTHER_SIDE, watermark="DRAFT")
    shapes = [
        name
        for content in parts(data).values()
        for name in ("WaterMarkObject1", "WaterMarkObject2", "WaterMarkObject3")
        if name.encode() in content
    ]
    assert sorted(shapes) == ["WaterMarkObject1", "WaterMarkObject2", "WaterMarkObject3"]
    assert defects(data) == []


@pytest.mark.parametrize("copy", [Copy.OTHER_SIDE])
def test_nothing_internal_is_in_a_copy_for_the_other_side(copy: Copy) -> None:
    everything = b"".join(parts(exported(house(firms.acme()), copy)).values())
    assert b"secret" not in everything
    assert b"Internal" not in everything


@pytest.mark.parametrize("firm", [None, house(firms.acme())])
def test_words_of_header_footer_and_watermark_are_not_taken_for_additions(
    firm: House | None,
) -> None:
    form = Form(Copy.OTHER_SIDE, watermark="CONFIDENTIAL", house=firm)
    data = docx_bytes(rich(), today=DAY, form=form)
    file = read_returned(data, "back.docx")
    found = review(file, rich(), typed(HOSTED_APPLICATION), DAY)
    assert [each.what for each in found.unmatched if "stands in" in each.what] == []


def test_custom_properties_of_the_firm_stay_behind_ours() -> None:
    sort = "http://schemas.openxmlformats.org/officeDocument/2006"
    custom = (
        f'<Properties xmlns="{sort}/custom-properties" xmlns:vt="{sort}/docPropsVTypes">'
        '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Matter">'
        "<vt:lpwstr>4711</vt:lpwstr></property><property "
        'fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="3" name="_AuthorEmail">'
        "<vt:lpwstr>jo@firm.example</vt:lpwstr></property></Properties>"
    )
    found = parts(firms.acme())
    relation = (
        f'<Relationship Id="rId8" Type="{sort}/relationships/custom-properties" '
        'Target="docProps/custom.xml"/></Relationships>'
    )
    override = (
        '<Override PartName="/docProps/custom.xml" ContentType="application/'
        'vnd.openxmlformats-officedocument.custom-properties+xml"/></Types>'
    )
    relations, types = found["_rels/.rels"], found["[Content_Types].xml"]
    found["docProps/custom.xml"] = custom.encode()
    found["_rels/.rels"] = relations.replace(b"</Relationships>", relation.encode())
    found["[Content_Types].xml"] = types.replace(b"</Types>", override.encode())
    written = part(exported(house(firms.zipped(found))), "docProps/custom.xml")
    names = [each.get("name") for each in written]
    assert names[0] == "SLA agreement id"
    assert names[-1] == "Matter"
    assert "_AuthorEmail" not in names
    assert [each.get("pid") for each in written] == [str(n + 2) for n in range(len(written))]


def test_a_template_that_other_programs_ship_serves_too(tmp_path: Path) -> None:
    data = (Path(docx.__file__).parent / "templates" / "default.docx").read_bytes()
    written = exported(house(data))
    file = tmp_path / "written.docx"
    file.write_bytes(written)
    assert [str(error) for error in OpenXmlValidator().validate(str(file)).errors] == []
    assert defects(written) == []
    assert "docProps/thumbnail.jpeg" not in parts(written)


def test_tables_in_a_style_of_the_firm_have_no_look_of_ours() -> None:
    style = (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name '
        'w:val="Normal Table"/></w:style><w:style w:type="table" w:customStyle="1" '
        'w:styleId="FirmGrid"><w:name w:val="Firm Grid"/><w:basedOn w:val="TableNormal"/></w:style>'
    )
    firm = house(firms.package(firms.ACME_STYLES + style, firms.ACME_LISTS))
    assert firm.styles["table"] == "FirmGrid"
    tables = [
        table
        for table in part(exported(firm)).iter(f"{W}tbl")
        if table.find(f"{W}tblPr/{W}tblStyle") is not None
    ]
    assert tables
    for table in tables:
        assert table.find(f"{W}tblPr/{W}tblStyle").get(f"{W}val") == "FirmGrid"
        assert table.find(f"{W}tblPr/{W}tblBorders") is None
        assert list(table.iter(f"{W}shd")) == []
