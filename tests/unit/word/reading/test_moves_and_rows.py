"""Moved paragraphs, and rows and cells that came or went, read both ways."""

from datetime import datetime

from slaeditor.returned import Author, Control, Removed
from tests.unit.word.reading.word_files import (
    ANN,
    BEN,
    bookmark,
    cell,
    control,
    deleted,
    gone,
    ins,
    mark,
    paragraph,
    read,
    row,
    run,
    table,
    texts,
)

_ANN = Author("Ann", datetime(2027, 2, 1, 9))
_BEN = Author("Ben", datetime(2027, 2, 2, 10, 30))


def _moved(direction: str, content: str, name: str) -> str:
    """A paragraph within the range of a move, as Word writes it: properties before the range."""
    kind = f"move{direction}"
    return (
        f'<w:p><w:pPr><w:rPr>{mark(kind)}</w:rPr></w:pPr><w:{kind}RangeStart w:id="4" {ANN} '
        f'w:name="{name}"/><w:{kind} w:id="5" {ANN}>{content}</w:{kind}></w:p>'
        f'<w:{kind}RangeEnd w:id="4"/>'
    )


def test_a_moved_paragraph_is_new_below_and_removed_above_under_one_name() -> None:
    file = read(
        paragraph(run("First.")),
        _moved("From", bookmark("_sla_m", run("Moved."), 8), "move1"),
        paragraph(run("Second.")),
        _moved("To", run("Moved."), "move1"),
        paragraph(run("Third.")),
    )
    assert texts(file) == (
        ["First.", "Second.", "Moved.", "Third."],
        ["First.", "Moved.", "Second.", "Third."],
    )
    assert file.after[2].is_new
    assert file.after[2].credits[0].move == "move1"
    (removed,) = file.removed
    assert (removed.position, removed.move, removed.by) == (1, "move1", _ANN)
    assert [entry.name for entry in removed.line.bookmarks] == ["_sla_m"]


def test_a_move_within_a_sentence_keeps_its_name_on_both_ends() -> None:
    content = run("within ") + f'<w:moveFrom w:id="2" {ANN}>{run("ten days ")}</w:moveFrom>'
    start = '<w:moveFromRangeStart w:id="1" w:name="move7"/>'
    start_to = '<w:moveToRangeStart w:id="3" w:name="move7"/>'
    file = read(
        paragraph(
            start + content + '<w:moveFromRangeEnd w:id="1"/>' + run("of the report "),
            start_to,
            f'<w:moveTo w:id="4" {ANN}>{run("ten days ")}</w:moveTo>',
            '<w:moveToRangeEnd w:id="3"/>',
        )
    )
    assert texts(file) == (["within of the report ten days "], ["within ten days of the report "])
    assert file.after[0].removed == (Removed(7, "ten days ", _ANN, move="move7"),)
    assert file.after[0].credits[0].move == "move7"


def test_a_move_without_a_range_has_an_empty_name() -> None:
    file = read(
        paragraph(f"<w:moveFrom {ANN}>{run('x')}</w:moveFrom>", mark=mark("moveFrom")),
        paragraph(f"<w:moveTo {ANN}>{run('x')}</w:moveTo>", mark=mark("moveTo")),
        paragraph(run("y")),
    )
    assert texts(file) == (["x", "y"], ["x", "y"])
    assert (file.after[0].credits[0].move, file.removed[0].move) == ("", "")


def test_a_deletion_within_moved_text_is_deleted_there() -> None:
    file = read(paragraph(f"<w:moveTo {ANN}>{run('a')}{deleted(gone('b'), BEN)}</w:moveTo>"))
    assert texts(file)[0] == ["a"]
    assert file.after[0].removed[0].by == _BEN


def test_rows_that_came_and_went_keep_their_numbers_in_both_views() -> None:
    file = read(
        table(
            row(paragraph(run("A"))),
            row(paragraph(ins(run("B")), mark=mark("ins")), history=mark("ins")),
            row(paragraph(bookmark("_sla_r", deleted(gone("C"), BEN))), history=mark("del", BEN)),
            row(paragraph(run("D"))),
        )
    )
    assert texts(file) == (["A", "B", "D"], ["A", "C", "D"])
    assert [line.cell.row for line in file.after if line.cell] == [0, 1, 3]
    assert [line.cell.row for line in file.before if line.cell] == [0, 2, 3]
    inserted = file.after[1].cell
    assert inserted is not None
    assert inserted.inserted == _ANN
    (removed,) = file.removed
    assert (removed.position, removed.by, removed.line.text) == (2, _BEN, "C")
    assert removed.line.cell is not None
    assert removed.line.cell.deleted == _BEN
    assert [entry.name for entry in removed.line.bookmarks] == ["_sla_r"]


def test_a_deleted_row_whose_text_is_not_marked_goes_as_a_whole() -> None:
    file = read(table(row(paragraph(run("A"))), row(paragraph(run("B")), history=mark("del"))))
    assert texts(file) == (["A"], ["A", "B"])
    assert file.removed[0].removed == (Removed(0, "B", _ANN),)


def test_cells_that_came_and_went_follow_their_marks() -> None:
    file = read(
        table(
            "<w:tr>"
            + cell(paragraph(run("a")))
            + cell(paragraph(run("new")), f'<w:cellIns w:id="1" {ANN}/>')
            + cell(paragraph(run("old")), f'<w:cellDel w:id="2" {BEN}/>')
            + "</w:tr>"
        )
    )
    assert texts(file) == (["a", "new"], ["a", "old"])
    assert file.removed[0].by == _BEN


def test_columns_count_merged_and_skipped_ones() -> None:
    file = read(
        table(
            '<w:tr><w:trPr><w:gridBefore w:val="1"/><w:tblHeader/></w:trPr>'
            + cell(paragraph(run("wide")), '<w:gridSpan w:val="2"/>')
            + cell(paragraph(run("last")))
            + "</w:tr>"
        )
    )
    places = [line.cell for line in file.after]
    assert [(place.column, place.header) for place in places if place] == [(1, True), (3, True)]


def test_tables_within_cells_have_a_number_of_their_own() -> None:
    inner = table(row(paragraph(run("inner"))))
    file = read(table(row(paragraph(run("a")) + inner + paragraph(run("b")))), paragraph(run("c")))
    assert [(line.text, line.cell and line.cell.table) for line in file.after] == [
        ("a", 0),
        ("inner", 1),
        ("b", 0),
        ("c", None),
    ]


def test_the_fillers_of_a_tracked_row_in_libreoffice_are_no_text() -> None:
    filler = "\N{ZERO WIDTH JOINER}"
    file = read(
        table(
            row(paragraph(run("a"))),
            row(paragraph(ins(run(filler))), history=mark("ins")),
            row(paragraph(ins(run(filler) + run("99 %"))), history=mark("ins")),
            row(paragraph(run(filler))),
        )
    )
    assert texts(file)[0] == ["a", "", "99 %", ""]


def test_controls_round_cells_rows_and_paragraphs_are_read_through() -> None:
    wrapped = control("row-tag", row(paragraph(run("A"))))
    inside = "<w:tr>" + control("cell-tag", cell(paragraph(run("B")))) + "</w:tr>"
    file = read(control("block-tag", paragraph(run("Text."))), table(wrapped, inside))
    assert texts(file)[0] == ["Text.", "A", "B"]
    assert [line.controls for line in file.after] == [
        (Control("block-tag", "block-tag title", 0, 5, whole=True),),
        (Control("row-tag", "row-tag title", 0, 1, whole=True),),
        (Control("cell-tag", "cell-tag title", 0, 1, whole=True),),
    ]
