"""What can serve as a house template, and the one sentence about what can't."""

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from slaeditor.document.copies import Form
from slaeditor.errors import HouseRefused
from slaeditor.word.house.opening import opened, read
from slaeditor.word.house.roles import checked, proposed
from slaeditor.word.house.writing import house_of
from slaeditor.word.write import docx_bytes
from tests.unit.word.house import firms
from tests.unit.word.invariants import W, part
from tests.unit.word.rich_document import rich


def sentence(data: bytes, name: str = "firm.dotx") -> str:
    """Why a file is refused."""
    with pytest.raises(HouseRefused) as refused:
        opened(data, name)
    said = str(refused.value)
    assert "mport" not in said
    assert "Traceback" not in said
    return said


def test_templates_and_documents_serve_alike() -> None:
    for kind in (firms.TEMPLATE, firms.DOCUMENT):
        assert "AcmeL1" in opened(firms.acme(kind=kind), "acme.dotx").sheet.styles


def test_what_is_opened_is_a_document_for_any_reader() -> None:
    data = opened(firms.acme(), "acme.dotx").data
    assert docx.Document(io.BytesIO(data)).paragraphs == []
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert b"template.main" not in package.read("[Content_Types].xml")


def test_macros_are_refused_by_what_the_file_holds_and_by_its_name(tmp_path: Path) -> None:
    assert "contains macros" in sentence(firms.acme(kind=firms.MACROS))
    with_project = firms.zipped(_parts(firms.acme()) | {"word/vbaProject.bin": b"x"})
    assert "contains macros" in sentence(with_project)
    path = tmp_path / "firm.dotm"
    path.write_bytes(firms.acme())
    with pytest.raises(HouseRefused, match="contains macros"):
        read(path)


def test_a_password_is_named() -> None:
    locked = bytes.fromhex("D0CF11E0A1B11AE1") + "EncryptedPackage".encode("utf-16-le")
    assert "locked with a password" in sentence(locked)


def test_a_file_that_was_cut_off_is_damaged() -> None:
    assert "damaged" in sentence(firms.acme()[:-400])


def test_a_template_without_its_main_part_is_damaged() -> None:
    parts = _parts(firms.acme())
    del parts["word/document.xml"]
    assert "damaged" in sentence(firms.zipped(parts))


def test_markup_that_is_not_well_formed_is_damaged() -> None:
    parts = _parts(firms.acme())
    parts["word/styles.xml"] = parts["word/styles.xml"][:-20]
    assert "damaged" in sentence(firms.zipped(parts))


def test_other_kinds_of_files_are_told_apart() -> None:
    assert "is a PDF" in sentence(b"%PDF-1.7 and so on")
    assert "text file" in sentence(b"Dear colleagues,")
    assert "empty" in sentence(b"")


def test_a_spreadsheet_is_not_a_word_file() -> None:
    parts = _parts(firms.acme())
    kind = b"spreadsheetml.sheet.main+xml"
    types = parts["[Content_Types].xml"].replace(b"wordprocessingml.template.main+xml", kind)
    assert "not a Word file" in sentence(firms.zipped(parts | {"[Content_Types].xml": types}))


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(HouseRefused, match=r"no file .*missing\.dotx"):
        read(tmp_path / "missing.dotx")


def test_nobody_who_made_the_template_is_named_in_it() -> None:
    core = (
        b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        b'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Jo Smith'
        b"</dc:creator><cp:lastModifiedBy>Jo Smith</cp:lastModifiedBy></cp:coreProperties>"
    )
    parts = _parts(firms.acme())
    sort = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    relation = f'<Relationship Id="rId9" Type="{sort}" Target="docProps/core.xml"/></Relationships>'
    override = (
        '<Override PartName="/docProps/core.xml" ContentType="application/'
        'vnd.openxmlformats-package.core-properties+xml"/></Types>'
    )
    parts["docProps/core.xml"] = core
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"</Relationships>", relation.encode())
    types = parts["[Content_Types].xml"]
    parts["[Content_Types].xml"] = types.replace(b"</Types>", override.encode())
    data = opened(firms.zipped(parts), "firm.dotx").data
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert b"Jo Smith" not in b"".join(map(package.read, package.namelist()))


def test_a_document_of_several_sections_gives_the_pages_of_its_last() -> None:
    body = (
        '<w:p><w:pPr><w:sectPr><w:pgSz w:w="5000" w:h="5000"/><w:pgMar w:top="1" w:right="1" '
        'w:bottom="1" w:left="1" w:header="1" w:footer="1" w:gutter="0"/></w:sectPr></w:pPr></w:p>'
    )
    data = opened(firms.package(firms.ACME_STYLES, firms.ACME_LISTS, body=body), "firm.dotx").data
    (size,) = part(data).iter(f"{W}pgSz")
    assert size.get(f"{W}w") == "12240"


def test_styles_can_be_named_by_id_or_by_name_in_any_case() -> None:
    sheet = opened(firms.acme(), "acme.dotx").sheet
    assert checked(sheet, {"item": "acme l3", "clause": "AcmeL2", "text": ""}) == {
        "item": "AcmeL3",
        "clause": "AcmeL2",
        "text": "",
    }


def test_an_unknown_style_or_role_is_answered_with_those_that_are_there() -> None:
    sheet = opened(firms.acme(), "acme.dotx").sheet
    with pytest.raises(HouseRefused, match=r"no paragraph style “Foo”\. It has: Normal, .*Acme L1"):
        checked(sheet, {"item": "Foo"})
    with pytest.raises(HouseRefused, match=r"no table style “AcmeL1”\. It has: none"):
        checked(sheet, {"table": "AcmeL1"})
    with pytest.raises(HouseRefused, match=r"no role “head”\. The roles are: title, heading"):
        checked(sheet, {"head": "AcmeL1"})


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


@given(st.randoms(use_true_random=False), st.sampled_from([firms.acme, firms.deep, firms.linked]))
def test_a_mutilated_template_serves_or_is_refused_with_a_sentence(
    chance: Random, make: Callable[[], bytes]
) -> None:
    parts = _parts(make())
    name = chance.choice([each for each in parts if each.endswith((".xml", ".rels"))])
    parts[name] = _mutilated(parts[name].decode(), chance).encode()
    try:
        template = opened(firms.zipped(parts), "firm.dotx")
    except HouseRefused:
        return
    house = house_of(template, proposed(template.sheet))
    assert docx_bytes(rich(), today=date(2027, 1, 12), form=Form(house=house, watermark="DRAFT"))


def _mutilated(text: str, chance: Random) -> str:
    """A part with one value replaced, or one empty element taken away or doubled."""
    values = list(re.finditer(r'(?<==")[^"]*(?=")', text))
    marks = list(re.finditer(r"<[^<>?]*/>", text))
    found = chance.choice([*values, *marks])
    wrong = ("", "x", "-5", "99999999999", "12.5", "rId1", "%1")
    new = chance.choice(wrong) if found in values else found[0] * chance.choice((0, 2))
    return text[: found.start()] + new + text[found.end() :]
