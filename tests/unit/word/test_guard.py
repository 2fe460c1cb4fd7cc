"""Files that are refused before anything in them is read, each with a sentence of its own."""

import io
import os
import struct
import time
import tracemalloc
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from slaeditor.errors import BrokenByLibreOffice, ReviewRefused
from slaeditor.word.guard import LARGEST_FILE, file_bytes, guarded
from slaeditor.word.reading.read import read_returned
from tests.unit.word.reading.word_files import (
    archive,
    control,
    deleted,
    gone,
    package,
    paragraph,
    part,
    relationships,
    run,
)

_DOCUMENT = package(paragraph(run("Notice is 60 days.")))
_OLE = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(512)
_DTD = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>'


def _sentence(data: bytes, name: str = "returned.docx") -> str:
    """The sentence with which a file is refused."""
    with pytest.raises(ReviewRefused) as refused:
        read_returned(data, name)
    return str(refused.value)


def _with(name: str, content: str | bytes) -> bytes:
    """A good file with one more file in the archive, or another one of that name."""
    with zipfile.ZipFile(io.BytesIO(_DOCUMENT)) as source:
        entries: dict[str, str | bytes] = {entry: source.read(entry) for entry in source.namelist()}
    return archive({**entries, name: content})


def _packed(method: int) -> bytes:
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(_DOCUMENT)) as source,
        zipfile.ZipFile(stream, "w", method) as target,
    ):
        for name in source.namelist():
            target.writestr(name, source.read(name))
    return stream.getvalue()


def _twice() -> bytes:
    stream = io.BytesIO(_DOCUMENT)
    with zipfile.ZipFile(stream, "a") as target:
        target.writestr("word/Document.xml", part("document", ""))
    return stream.getvalue()


def _flagged() -> bytes:
    """A file whose directory says that its parts are encrypted."""
    data = bytearray(_DOCUMENT)
    place = data.find(b"PK\x01\x02")
    while place >= 0:
        data[place + 8] |= 1
        place = data.find(b"PK\x01\x02", place + 1)
    return bytes(data)


def _macro_types() -> str:
    kind = "application/vnd.ms-word.document.macroEnabled.main+xml"
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Override PartName="/word/document.xml" ContentType="{kind}"/></Types>'
    )


def _parts(count: int) -> bytes:
    return archive({f"word/{number}.bin": b"" for number in range(count)})


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty file": (lambda: b"", "is empty"),
    "text": (lambda: b"Dear all,\nplease find attached\n", "is a text file"),
    "text with a byte order mark": ("\ufeffHallo äöü".encode, "is a text file"),
    "pdf": (lambda: b"%PDF-1.7\n%\xe2\xe3", "is a PDF"),
    "rtf": (lambda: b"{\\rtf1\\ansi}", "is an RTF file"),
    "picture": (lambda: b"\x89PNG\r\n\x1a\n\x00\x00", "is not a Word file"),
    "flat xml": (
        lambda: b'<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"/>',
        "in one piece",
    ),
    "odt": (
        lambda: archive({"mimetype": "application/vnd.oasis.opendocument.text"}),
        "is an OpenDocument file",
    ),
    "zip": (lambda: archive({"letter.docx": _DOCUMENT}), "is an archive"),
    "empty zip": (lambda: archive({}), "is an empty archive"),
    "old or locked": (lambda: _OLE, "old Word format"),
    "locked": (
        lambda: _OLE + "EncryptedPackage".encode("utf-16-le"),
        "is locked with a password",
    ),
    "parts locked": (_flagged, "is locked with a password"),
    "truncated": (lambda: _DOCUMENT[: len(_DOCUMENT) // 2], "is damaged"),
    "changed on the way": (
        lambda: _DOCUMENT.replace(b"word/document.xml", b"word/documenx.xml", 1),
        "is damaged",
    ),
    "macros": (lambda: _with("word/vbaProject.bin", b"x"), "contains macros"),
    "docm": (lambda: _with("[Content_Types].xml", _macro_types()), "with macros"),
    "same name twice": (_twice, "two parts of the same name"),
    "name that leads out": (lambda: _with("word/../../etc/passwd", b"x"), "lead out of the file"),
    "absolute name": (lambda: _with("/etc/passwd", b"x"), "lead out of the file"),
    "drive": (lambda: _with("C:/x", b"x"), "lead out of the file"),
    "backslashes": (lambda: _with("word\\..\\..\\x", b"x"), "lead out of the file"),
    "too many parts": (lambda: _parts(2_001), "more than 2,000 parts"),
    "far too many parts": (lambda: _parts(2_500), "more than 2,000 parts"),
    "other packing": (lambda: _packed(zipfile.ZIP_LZMA), "packed in a way"),
    "huge text": (lambda: _with("word/x.xml", b" " * (65 * 2**20)), "65 MB of text"),
    "huge picture": (lambda: _with("word/media/x.png", bytes(301 * 2**20)), "unpack to 301 MB"),
    "tight packing": (lambda: _with("word/media/x.png", bytes(8 * 2**20)), "times its size"),
    "many marks": (
        lambda: _with(
            "word/x.xml", b"<x>" + os.urandom(300_000).hex().encode() + b"<p/>" * 3_000_000
        ),
        "3,000,001 marks",
    ),
    "entities": (lambda: _with("word/x.xml", _DTD), "entities of its own"),
    "external entity": (
        lambda: _with("word/document.xml", '<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>'),
        "entities of its own",
    ),
    "entities in utf-16": (
        lambda: _with("word/x.xml", _DTD.encode("utf-16")),
        "entities of its own",
    ),
    "entities in bare utf-16": (
        lambda: _with("customXml/x.xml", _DTD.encode("utf-16-be")),
        "entities of its own",
    ),
    "encoding to hide in": (
        lambda: _with("word/x.xml", '<?xml version="1.0" encoding="UTF-7"?><x/>'),
        "a way that Word doesn't write",
    ),
    "part in ebcdic": (lambda: _with("word/x.xml", _DTD.encode("cp037")), "doesn't write"),
    "deep": (
        lambda: _with("word/document.xml", part("document", "<w:p>" * 5000 + "</w:p>" * 5000)),
        "nested deeper",
    ),
    "not well-formed": (
        lambda: _with("word/document.xml", "<w:document><w:body>"),
        "is damaged inside",
    ),
    "workbook": (
        lambda: archive(
            {
                "[Content_Types].xml": "<Types/>",
                "_rels/.rels": relationships(
                    '<Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.xml"/>'
                ),
                "xl/workbook.xml": "<workbook/>",
            }
        ),
        "holds no Word document",
    ),
    "no main part": (
        lambda: archive({"[Content_Types].xml": "<Types/>", "_rels/.rels": relationships("")}),
        "holds no Word document",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_each_file_that_is_no_use_is_refused_with_its_own_sentence(case: str) -> None:
    make, words = REFUSED[case]
    sentence = _sentence(make())
    assert words in sentence
    assert "“returned.docx”" in sentence
    assert sentence.endswith(".")


def test_a_good_file_passes_with_its_xml_parts_alone() -> None:
    checked = guarded(_with("word/media/logo.png", b"\x89PNG"), "returned.docx")
    assert "word/document.xml" in checked.parts
    assert "word/media/logo.png" not in checked.parts


def test_a_template_without_macros_is_read() -> None:
    types = _macro_types().replace("ms-word.document.macroEnabled.main", "wordprocessing.template")
    file = read_returned(_with("[Content_Types].xml", types), "returned.dotx")
    assert [line.text for line in file.after] == ["Notice is 60 days."]


def test_a_part_that_claims_to_be_small_is_not_unpacked_beyond_its_claim() -> None:
    data = bytearray(_with("word/x.xml", bytes(40 * 2**20)))
    for mark, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = data.rindex(mark, 0, data.rindex(b"word/x.xml") if at == 24 else len(data))
        if at == 22:
            place = data.index(b"word/x.xml") - 30
        data[place + at : place + at + 4] = struct.pack("<I", 100)
    tracemalloc.start()
    try:
        sentence = _sentence(bytes(data))
        assert tracemalloc.get_traced_memory()[1] < 8 * 2**20
    finally:
        tracemalloc.stop()
    assert "is damaged" in sentence


def test_a_normal_file_is_checked_within_ten_milliseconds() -> None:
    assert min(_seconds(lambda: guarded(_DOCUMENT, "returned.docx")) for _ in range(5)) < 0.010


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = _with("word/x.xml", b" " * (65 * 2**20))
    assert min(_seconds(lambda: _sentence(bomb)) for _ in range(5)) < 0.050


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def test_a_file_damaged_by_libreoffice_is_named_and_read_on_request() -> None:
    broken = deleted(control("_sla_v", "</w:del>" + deleted(gone("60")) + run("90"))).replace(
        "</w:sdt></w:del>", "</w:sdt>"
    )
    data = package(paragraph(run("Notice is "), broken, run(" days.")))
    app = "<P><Application>LibreOffice/7.4.7.2$Linux</Application></P>"
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        data = archive(
            {**{name: source.read(name) for name in source.namelist()}, "docProps/app.xml": app}
        )
    with pytest.raises(BrokenByLibreOffice, match=r"LibreOffice 7\.4\.7"):
        read_returned(data, "returned.docx")
    file = read_returned(data, "returned.docx", repair=True)
    assert "Notice is " in file.after[0].text
    assert any("saved damaged by LibreOffice" in warning for warning in file.warnings)


def test_a_file_is_read_from_its_path(tmp_path: Path) -> None:
    path = tmp_path / "returned.docx"
    path.write_bytes(_DOCUMENT)
    assert file_bytes(path) == _DOCUMENT


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(ReviewRefused, match="There is no file"):
        file_bytes(tmp_path / "nowhere.docx")


def test_a_folder_is_said_to_be_one(tmp_path: Path) -> None:
    with pytest.raises(ReviewRefused, match="is a folder"):
        file_bytes(tmp_path)


def test_a_name_that_no_file_can_have_is_refused() -> None:
    with pytest.raises(ReviewRefused, match="could not be read"):
        file_bytes(Path("a\0b.docx"))


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes among its files")
def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ReviewRefused, match="is not a file"):
        file_bytes(tmp_path / "pipe")


@contextmanager
def _as_nobody() -> Iterator[None]:
    """As a person whom the system can refuse something, which it can't refuse root."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no mode bits to refuse reading by")
def test_a_file_that_may_not_be_read_is_said_so(tmp_path: Path) -> None:
    path = tmp_path / "secret.docx"
    path.write_bytes(_DOCUMENT)
    path.chmod(0)
    with _as_nobody(), pytest.raises(ReviewRefused, match="may not read"):
        file_bytes(path)


def test_a_file_that_is_too_large_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "large.docx"
    with path.open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    with pytest.raises(ReviewRefused, match="50 MB is the most"):
        file_bytes(path)
    with pytest.raises(ReviewRefused, match="50 MB is the most"):
        guarded(bytes(LARGEST_FILE + 1), "large.docx")
