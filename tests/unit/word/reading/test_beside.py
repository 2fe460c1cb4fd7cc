"""Notes, margins, drawings, the marks of an export and what else is in a file."""

import base64
import zlib

import pytest

from slaeditor.errors import ReviewRefused
from slaeditor.returned import AnchorEntry, Identity, Margin, Unplaced
from slaeditor.word.reading.read import read_returned
from tests.unit.word.reading.word_files import (
    ANN,
    OFFICE,
    deleted,
    field,
    gone,
    ins,
    package,
    paragraph,
    part,
    read,
    relationships,
    run,
)

_BOX = (
    "<w:pict><v:shape {}><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape>"
    "</w:pict>"
)
_VML = 'xmlns:v="urn:schemas-microsoft-com:vml"'
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VT = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"


def _snapshot(content: bytes) -> str:
    text = base64.b64encode(content).decode("ascii")
    return (
        f'<s:snapshot xmlns:s="urn:sla-editor:snapshot:1" encoding="deflate-base64">{text}'
        "</s:snapshot>"
    )


def _with_file(name: str, content: str) -> bytes:
    return package(paragraph(run("Text.")), files={name: content})


def test_notes_hang_on_the_line_that_refers_to_them() -> None:
    notes = part(
        "footnotes",
        f'<w:footnote w:id="0" w:type="separator"><w:p/></w:footnote>'
        f'<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>{run(" See the annex.")}</w:p>'
        "</w:footnote>",
    )
    ends = part("endnotes", f'<w:endnote w:id="2"><w:p>{run("An endnote.")}</w:p></w:endnote>')
    file = read(
        paragraph(run("One.")),
        paragraph(run("Two"), ins('<w:r><w:footnoteReference w:id="2"/></w:r>'), run(".")),
        paragraph(run("Three."), '<w:r><w:endnoteReference w:id="2"/></w:r>'),
        parts={"footnotes": notes, "endnotes": ends},
    )
    assert [line.text for line in file.after] == ["One.", "Two.", "Three."]
    by = file.unplaced[0].by
    assert by is not None
    assert by.name == "Ann"
    assert file.unplaced == (
        Unplaced("footnote", "See the annex.", 1, by),
        Unplaced("endnote", "An endnote.", 2),
    )


def test_a_text_box_is_told_with_its_words_as_accepted() -> None:
    words = paragraph(run("Subject to "), deleted(gone("x")), run("contract"))
    file = read(paragraph(run("One."), f"<w:r>{_BOX.format(_VML, words)}</w:r>"))
    assert file.after[0].text == "One."
    assert file.unplaced == (Unplaced("text box", "Subject to contract", 0),)


def test_a_picture_is_told_by_its_name_and_never_opened() -> None:
    drawing = (
        '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
        'wordprocessingDrawing"><wp:docPr id="1" name="Picture 1" descr="Our logo"/><pic:pic '
        'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"/></wp:inline>'
        "</w:drawing></w:r>"
    )
    file = read(paragraph(drawing))
    assert file.unplaced == (Unplaced("image", "Our logo", 0),)


def test_an_embedded_object_and_a_foreign_document_are_told() -> None:
    thing = (
        '<w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" '
        'ProgID="Excel.Sheet.12"/></w:object></w:r>'
    )
    file = read(paragraph(thing, run("a")), '<w:altChunk r:id="rId9"/>', paragraph(run("b")))
    assert file.unplaced == (
        Unplaced("object", "Excel.Sheet.12", 0),
        Unplaced("embedded document", "", 1),
    )


def test_margins_are_told_once_with_page_numbers_left_open() -> None:
    page = part("ftr", paragraph(run("Page "), field("PAGE", run("1") + run("2"))))
    art = f'<w:r><w:pict><v:shape {_VML}><v:textpath string="DRAFT"/></v:shape></w:pict></w:r>'
    header = part("hdr", paragraph(run("Subject to contract"), art))
    file = read(paragraph(run("a")), parts={"header1": header, "header2": header, "footer1": page})
    assert file.margins == (
        Margin("header", "Subject to contract"),
        Margin("watermark", "DRAFT"),
        Margin("footer", "Page #"),
    )


def test_the_anchor_table_is_found_whatever_its_part_is_called() -> None:
    table = (
        '<a:anchors xmlns:a="urn:sla-editor:anchors:1" agreement="hosting" export="e1">'
        '<a:anchor name="_sla_1" kind="value" path="duration/notice/length" occurrence="2"/>'
        '<a:anchor name="_sla_2" kind="value" path="x" occurrence="many"/></a:anchors>'
    )
    file = read_returned(_with_file("customXml/item17.xml", table), "r.docx")
    assert file.anchors == (AnchorEntry("_sla_1", "value", "duration/notice/length", 2),)
    assert file.identity == Identity("hosting", "e1")


def test_the_identity_is_read_from_the_properties_too() -> None:
    texts = {"SLA agreement id": "hosting", "SLA version": "0.3", "SLA copy": "review", "x": "y"}
    entries = "".join(
        f'<property name="{name}"><vt:lpwstr>{text}</vt:lpwstr></property>'
        for name, text in texts.items()
    )
    data = package(
        paragraph(run("a")),
        files={
            "_rels/.rels": relationships(
                f'<Relationship Id="a" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
                f'<Relationship Id="b" Type="{OFFICE}/custom-properties" '
                'Target="/docProps/custom.xml"/>'
            ),
            "docProps/custom.xml": (
                f'<Properties xmlns="{_CUSTOM}" xmlns:vt="{_VT}">{entries}</Properties>'
            ),
        },
    )
    identity = read_returned(data, "r.docx").identity
    assert identity == Identity("hosting", version="0.3", copy="review")


def test_a_stranger_has_no_identity() -> None:
    file = read(paragraph(run("a")))
    assert (file.identity, file.anchors, file.snapshot) == (None, (), None)


@pytest.mark.parametrize("window", [zlib.MAX_WBITS, -zlib.MAX_WBITS])
def test_the_snapshot_is_unpacked_but_not_read(window: int) -> None:
    packer = zlib.compressobj(wbits=window)
    packed = packer.compress(b'{"any": "thing"}') + packer.flush()
    file = read_returned(_with_file("customXml/item2.xml", _snapshot(packed)), "r.docx")
    assert file.snapshot == b'{"any": "thing"}'


def test_a_snapshot_that_unpacks_to_too_much_is_left_alone() -> None:
    packed = zlib.compress(bytes(65 * 1024 * 1024), 9)
    file = read_returned(_with_file("customXml/item2.xml", _snapshot(packed)), "r.docx")
    assert file.snapshot is None
    assert any("snapshot" in warning for warning in file.warnings)


@pytest.mark.parametrize("content", [b"", b"no deflate", zlib.compress(b"cut off")[:-6]])
def test_a_damaged_snapshot_is_told(content: bytes) -> None:
    file = read_returned(_with_file("customXml/item2.xml", _snapshot(content)), "r.docx")
    assert file.snapshot is None
    assert any("snapshot" in warning for warning in file.warnings)


def test_what_leads_out_of_the_file_is_told_and_links_are_fine() -> None:
    outside = relationships(
        f'<Relationship Id="a" Type="{OFFICE}/attachedTemplate" Target="file:///x.dotm" '
        'TargetMode="External"/>'
        f'<Relationship Id="b" Type="{OFFICE}/hyperlink" Target="https://example.com" '
        'TargetMode="External"/>'
    )
    file = read_returned(_with_file("word/_rels/settings.xml.rels", outside), "r.docx")
    assert file.warnings == (
        "The file points to “file:///x.dotm” outside it. Nothing was fetched.",
    )


def test_the_program_that_saved_the_file_is_told() -> None:
    app = "<P><Application>LibreOffice/25.2.3.2$Linux_X86_64 x/520</Application></P>"
    assert (
        read_returned(_with_file("docProps/app.xml", app), "r").application
        == "LibreOffice 25.2.3.2"
    )


def test_the_strict_variant_of_the_format_is_read_too() -> None:
    data = package(paragraph(run("a"), deleted(gone("b")), ins(run("c"), ANN)))
    body = read_returned(data, "r.docx").after
    strict = package(
        paragraph(run("a"), deleted(gone("b")), ins(run("c"), ANN)),
        files={
            "word/document.xml": (
                '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body>'
                + paragraph(run("a"), deleted(gone("b")), ins(run("c"), ANN))
                + "</w:body></w:document>"
            )
        },
    )
    assert read_returned(strict, "r.docx").after == body


def test_a_word_file_without_a_body_is_refused() -> None:
    empty = part("document", "")
    with pytest.raises(ReviewRefused, match="without any text"):
        read_returned(package("", files={"word/document.xml": empty}), "r.docx")
