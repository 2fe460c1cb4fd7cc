"""Content controls as LibreOffice 7.4 writes them where tracked changes run through them."""

import io
import zipfile

import pytest

from slaeditor.errors import BrokenByLibreOffice
from slaeditor.returned import ReturnedFile
from slaeditor.word.reading.read import read_returned
from tests.unit.word.reading.word_files import (
    ANN,
    archive,
    bookmark,
    control,
    gone,
    package,
    paragraph,
    run,
    texts,
)

_APPLICATION = "<P><Application>LibreOffice/7.4.7.2$Linux</Application></P>"


def _file(*content: str) -> bytes:
    """A file with one paragraph, saved by LibreOffice 7.4."""
    with zipfile.ZipFile(io.BytesIO(package(paragraph(*content)))) as source:
        entries: dict[str, str | bytes] = {name: source.read(name) for name in source.namelist()}
    return archive({**entries, "docProps/app.xml": _APPLICATION})


def _part(text: str) -> str:
    return control("Target", text)


def _overlapping(kind: str, content: str) -> str:
    """A change that ends within the control that it opens, and is written once more inside."""
    mark = f'<w:{kind} w:id="1" {ANN}>'
    opened, closed = control("Target", "|").split("|")
    return f"{mark}{opened}</w:{kind}>{mark}{content}</w:{kind}>{closed}"


def _replaced() -> bytes:
    """“Time to restore a stop &amp; go” with “restore” replaced by “mend”."""
    whole = "Time to restoremend a stop &amp; go"
    return _file(
        run("SL2: "),
        _part(bookmark("_sla_v", "") + run(whole)),
        _overlapping("del", gone("restore") + gone(whole)),
        _overlapping("ins", run("mend") + run(whole)),
        _part(run(" a stop &amp; go") + run(whole)),
        run(" &amp; more"),
    )


def _repaired(data: bytes) -> ReturnedFile:
    return read_returned(data, "returned.docx", repair=True)


def test_a_broken_file_is_named_with_the_program_that_broke_it() -> None:
    with pytest.raises(BrokenByLibreOffice, match=r"LibreOffice 7\.4\.7"):
        read_returned(_replaced(), "returned.docx")


def test_a_broken_file_reads_as_it_was_meant() -> None:
    file = _repaired(_replaced())
    assert texts(file) == (
        ["SL2: Time to mend a stop & go & more"],
        ["SL2: Time to restore a stop & go & more"],
    )
    (line,) = file.after
    assert [entry.text for entry in line.removed] == ["restore"]
    assert [line.text[entry.start : entry.end] for entry in line.credits] == ["mend"]
    assert line.credits[0].by.name == "Ann"
    (value,) = line.controls
    assert line.text[value.start : value.end] == "Time to mend a stop & go"
    (mark,) = line.bookmarks
    assert (mark.start, mark.end) == (value.start, value.end)
    assert any("saved damaged" in warning for warning in file.warnings)


def test_a_text_doubled_by_tracked_formatting_is_single_again() -> None:
    look = f'<w:strike/><w:rPrChange w:id="1" {ANN}><w:rPr/></w:rPrChange>'
    whole = "Time to restore a stop"
    file = read_returned(
        _file(
            _part(run(whole)),
            _part(run("restore", look) + run(whole, look)),
            _part(run(" a stop") + run(whole)),
        ),
        "returned.docx",
    )
    assert texts(file)[0] == [whole]
    assert any("saved damaged" in warning for warning in file.warnings)


def test_equal_values_side_by_side_are_no_damage() -> None:
    file = read_returned(_file(_part(run("5")), _part(run("5"))), "returned.docx")
    assert texts(file)[0] == ["55"]
    assert file.warnings == ()


def test_a_break_that_can_not_be_undone_is_read_as_far_as_it_goes() -> None:
    opened, closed = control("Target", "|").split("|")
    change = f'<w:ins w:id="1" {ANN}>{run("x")}'
    file = _repaired(_file(run("A &amp; B "), change, opened, "</w:ins>", run("C"), closed))
    assert file.after[0].text.startswith("A & B ")
    assert any("saved damaged" in warning for warning in file.warnings)
