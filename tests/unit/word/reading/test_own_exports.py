"""Our own exports, read back untouched: every clause, row and value says what was composed."""

from collections.abc import Iterable, Iterator
from datetime import date

import pytest

from slaeditor.blocks import Block, Cell, Document, Part, Row, SignatureBlock, Span, Table, Value
from slaeditor.document.anchors import AnchorCounter, Kind, value_path
from slaeditor.document.copies import Copy, Form, Profile
from slaeditor.returned import ReturnedFile
from slaeditor.word.reading.read import read_returned
from slaeditor.word.write import docx_bytes
from tests.unit.word.building import document
from tests.unit.word.rich_document import rich

_DAY = date(2027, 1, 12)


def _exported(what: Document, profile: Profile) -> ReturnedFile:
    data = docx_bytes(what, today=_DAY, form=Form(Copy.REVIEW, profile))
    return read_returned(data, "export.docx")


@pytest.fixture(params=list(Profile), ids=lambda profile: profile.value)
def file(request: pytest.FixtureRequest) -> ReturnedFile:
    """The rich document, exported in a profile and read back."""
    return _exported(rich(), request.param)


def _expected() -> dict[str, str]:
    """The composed text of each anchor of the rich document, by its name."""
    counter = AnchorCounter()
    return {
        counter.next(kind, path).name: text
        for part in rich().parts
        for block in part.blocks
        for kind, path, text in _marked(block)
    }


def _marked(block: Block) -> Iterator[tuple[Kind, str, str]]:
    """Kind, path and text of all that an anchor marks in a block, in the order of the file."""
    if isinstance(block, Table):
        for row in block.rows:
            yield Kind.ROW, row.id, row.cells[0].text
            yield from _values(span for cell in row.cells for span in cell.spans)
    elif isinstance(block, SignatureBlock):
        yield Kind.CLAUSE, block.id, "".join(span.text for span in block.lead)
        yield from _values(block.lead)
        for person in block.people:
            yield Kind.ROW, person.path, person.lines[0][0]
            yield from _values(span for _label, spans in person.lines for span in spans)
    else:
        yield Kind.CLAUSE, block.id, block.text
        yield from _values(block.spans)


def _values(spans: Iterable[Span]) -> Iterator[tuple[Kind, str, str]]:
    return ((Kind.VALUE, value_path(span), span.text) for span in spans if value_path(span))


def test_every_anchor_holds_its_composed_text(file: ReturnedFile) -> None:
    read = {
        mark.name: line.text[mark.start : mark.end]
        for line in file.after
        for mark in line.bookmarks
        if mark.name.startswith("_sla_")
    }
    assert read == _expected()
    assert {entry.name for entry in file.anchors} == set(read)


def test_the_lines_are_those_of_the_document_and_no_more(file: ReturnedFile) -> None:
    composed = [paragraph.text for paragraph in rich().paragraphs()]
    outside = [line.text for line in file.after if line.cell is None]
    leads = [text for text in outside if text not in composed]
    assert all(text.startswith("Signed for") for text in leads)
    assert [text for text in outside if text not in leads] == composed


def test_nothing_is_changed_marked_or_foreign(file: ReturnedFile) -> None:
    assert file.after == file.before
    assert not any(line.credits or line.removed or line.marks for line in file.after)
    assert not (file.removed or file.unplaced or file.warnings)
    assert all(entry.beyond == 0 for line in file.after for entry in line.bookmarks)


def test_the_marks_of_the_export_come_back(file: ReturnedFile) -> None:
    identity = file.identity
    assert identity is not None
    assert (identity.agreement_id, identity.version, identity.status, identity.copy) == (
        "hosted-ordering",
        "0.3",
        "Draft 3",
        "review",
    )
    assert identity.export_id
    assert identity.profile in {"word", "compatible"}
    assert file.snapshot


def test_controls_name_the_anchor_of_their_value() -> None:
    file = _exported(rich(), Profile.WORD)
    expected = _expected()
    controls = [
        (entry.tag, line.text[entry.start : entry.end])
        for line in file.after
        for entry in line.controls
    ]
    assert controls
    assert [(tag, expected[tag]) for tag, _text in controls] == controls


def test_references_lead_to_clauses_of_the_document(file: ReturnedFile) -> None:
    targets = [entry.target for line in file.after for entry in line.references]
    assert targets
    assert set(targets) <= {entry.name for entry in file.anchors}


@pytest.mark.slow
def test_five_thousand_rows_are_read_whole() -> None:
    rows = tuple(
        Row(
            f"metrics/levels/l{number}",
            tuple(
                Cell((Value(f"Text {number}.{column}", f"metrics/levels/l{number}/f{column}"),))
                for column in range(5)
            ),
        )
        for number in range(5000)
    )
    table = Table("levels", ("A", "B", "C", "D", "E"), rows, "Levels", "All levels")
    data = docx_bytes(
        document(Part("levels", (table,))), today=_DAY, form=Form(Copy.REVIEW, Profile.WORD)
    )
    file = read_returned(data, "export.docx")
    assert len(file.after) == 25_005
    assert sum(len(line.controls) for line in file.after) == 25_000
