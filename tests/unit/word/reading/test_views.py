"""Tracked changes of text and paragraphs, read both ways."""

from datetime import datetime

import pytest

from slaeditor.returned import Author, Credit, Removed
from tests.unit.word.reading.word_files import (
    ANN,
    BEN,
    bookmark,
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


def test_an_untouched_paragraph_reads_the_same_both_ways() -> None:
    file = read(paragraph(run("Notice is "), run("60"), run(" days.")))
    assert file.after == file.before
    assert texts(file)[0] == ["Notice is 60 days."]


def test_a_replaced_word_names_who_and_when_on_both_sides() -> None:
    file = read(paragraph(run("Notice is "), deleted(gone("60")), ins(run("90")), run(" days.")))
    assert texts(file) == (["Notice is 90 days."], ["Notice is 60 days."])
    (line,) = file.after
    assert line.credits == (Credit(10, 12, _ANN),)
    assert line.removed == (Removed(10, "60", _ANN),)
    (old,) = file.before
    assert (old.credits, old.removed) == ((), ())


def test_neighbouring_runs_of_one_change_are_one() -> None:
    file = read(paragraph(ins(run("nine") + run("ty")), ins(run(" days")), run(".")))
    assert file.after[0].credits == (Credit(0, 11, _ANN),)


def test_two_authors_side_by_side_stay_two() -> None:
    file = read(paragraph(ins(run("ninety")), ins(run(" days"), BEN)))
    assert file.after[0].credits == (Credit(0, 6, _ANN), Credit(6, 11, _BEN))


def test_a_deletion_within_another_ones_insertion_keeps_both_names() -> None:
    file = read(paragraph(run("A"), ins(run("B") + deleted(gone("C"), BEN) + run("D"))))
    assert texts(file) == (["ABD"], ["A"])
    assert file.after[0].removed == (Removed(2, "C", _BEN, inserted_by=_ANN),)


def test_a_split_clause_is_two_lines_after_and_one_before() -> None:
    file = read(paragraph(run("First half. "), mark=mark("ins")), paragraph(run("Second half.")))
    assert texts(file) == (["First half. ", "Second half."], ["First half. Second half."])
    assert file.after[0].mark_inserted == _ANN
    assert file.after[1].mark_inserted is None
    assert file.before[0].sources == (0, 1)


def test_merged_clauses_are_one_line_after_that_bears_both_bookmarks() -> None:
    file = read(
        paragraph(bookmark("_sla_a", run("One."), 1), mark=mark("del")),
        paragraph(bookmark("_sla_b", run("Two."), 2)),
    )
    assert texts(file) == (["One.Two."], ["One.", "Two."])
    (line,) = file.after
    assert [(entry.name, entry.start, entry.end) for entry in line.bookmarks] == [
        ("_sla_a", 0, 4),
        ("_sla_b", 4, 8),
    ]


def test_a_deleted_clause_is_a_removed_line_and_leaves_nothing_in_the_next() -> None:
    file = read(
        paragraph(run("Before.")),
        paragraph(bookmark("_sla_x", deleted(gone("Renewal.")), 5), mark=mark("del")),
        paragraph(bookmark("_sla_y", run("After."), 6)),
    )
    assert texts(file) == (["Before.", "After."], ["Before.", "Renewal.", "After."])
    (removed,) = file.removed
    assert removed.position == 1
    assert (removed.line.text, removed.by) == ("Renewal.", _ANN)
    assert [entry.name for entry in removed.line.bookmarks] == ["_sla_x"]
    assert [entry.name for entry in file.after[1].bookmarks] == ["_sla_y"]


def test_a_clause_deleted_from_the_end_of_the_one_above_is_a_removed_line_too() -> None:
    file = read(
        paragraph(run("Above."), mark=mark("del")),
        paragraph(bookmark("_sla_x", deleted(gone("Renewal.")))),
        paragraph(run("Below.")),
    )
    assert texts(file) == (["Above.", "Below."], ["Above.", "Renewal.", "Below."])
    assert [(entry.position, entry.line.text) for entry in file.removed] == [(1, "Renewal.")]
    assert file.after[0].bookmarks == ()


def test_a_clause_emptied_of_its_text_alone_stays_as_an_empty_line() -> None:
    file = read(paragraph(bookmark("_sla_x", deleted(gone("Renewal.")))), paragraph(run("End.")))
    assert texts(file) == (["", "End."], ["Renewal.", "End."])
    assert [(entry.start, entry.end) for entry in file.after[0].bookmarks] == [(0, 0)]
    assert file.after[0].removed == (Removed(0, "Renewal.", _ANN),)


def test_a_new_clause_is_new_and_was_never_there_before() -> None:
    file = read(
        paragraph(run("Old."), mark=mark("ins")),
        paragraph(ins(run("New clause."))),
        paragraph(run("Next.")),
    )
    assert texts(file) == (["Old.", "New clause.", "Next."], ["Old.", "Next."])
    assert [line.is_new for line in file.after] == [False, True, False]


def test_a_new_clause_typed_above_another_is_new_as_well() -> None:
    file = read(paragraph(ins(run("New clause.")), mark=mark("ins")), paragraph(run("Next.")))
    assert texts(file) == (["New clause.", "Next."], ["Next."])
    assert file.after[0].is_new


def test_what_one_inserted_and_another_deleted_stands_in_neither_view() -> None:
    file = read(
        paragraph(run("A.")),
        paragraph(ins(deleted(gone("Gone again."), BEN)), mark=mark("ins") + mark("del", BEN)),
        paragraph(run("B.")),
    )
    assert texts(file) == (["A.", "B."], ["A.", "B."])
    (removed,) = file.removed
    assert removed.removed == (Removed(0, "Gone again.", _BEN, inserted_by=_ANN),)
    assert removed.line.text == ""


def test_a_deleted_mark_before_a_table_joins_nothing() -> None:
    file = read(
        paragraph(run("Lead:"), mark=mark("del")),
        table(row(paragraph(run("1")))),
        paragraph(run("End.")),
    )
    assert texts(file)[0] == ["Lead:", "1", "End."]


def test_the_only_paragraph_of_a_cell_stays_even_with_its_mark_deleted() -> None:
    file = read(table(row(paragraph(deleted(gone("90 %")), mark=mark("del")), paragraph(run("b")))))
    assert texts(file) == (["", "b"], ["90 %", "b"])
    assert file.removed == ()


def test_a_change_of_formatting_is_no_change_of_text() -> None:
    tracked = (
        f'<w:pPrChange w:id="1" {ANN}><w:pPr><w:pStyle w:val="SLAClause3"/></w:pPr></w:pPrChange>'
    )
    body = f'<w:p><w:pPr><w:pStyle w:val="SLAClause2"/>{tracked}</w:pPr>{run("Text.")}</w:p>'
    file = read(body)
    assert file.after == file.before
    assert (file.after[0].style, file.after[0].text) == ("SLAClause2", "Text.")


def test_empty_paragraphs_are_no_lines_outside_of_tables() -> None:
    file = read(paragraph(), paragraph(run("  ")), paragraph(run("Text.")), paragraph())
    assert texts(file)[0] == ["Text."]


@pytest.mark.parametrize("date", ["0-00-00T00:00:00Z", "", "yesterday", "2027-13-40T09:00:00Z"])
def test_a_date_that_is_none_is_left_open(date: str) -> None:
    file = read(paragraph(ins(run("x"), f'w:author="Ann" w:date="{date}"')))
    assert file.after[0].credits[0].by == Author("Ann", None)


def test_a_change_without_an_author_is_still_a_change() -> None:
    file = read(paragraph(run("a"), "<w:ins>" + run("b") + "</w:ins>"))
    assert texts(file) == (["ab"], ["a"])
    assert file.after[0].credits[0].by == Author()


def test_a_bookmark_over_a_split_clause_tells_how_far_it_goes() -> None:
    file = read(
        paragraph('<w:bookmarkStart w:id="7" w:name="_sla_c"/>', run("One. "), mark=mark("ins")),
        paragraph(run("Two."), '<w:bookmarkEnd w:id="7"/>'),
    )
    (first,) = file.after[0].bookmarks
    assert (first.start, first.end, first.beyond) == (0, 5, 1)
    (whole,) = file.before[0].bookmarks
    assert (whole.start, whole.end, whole.beyond) == (0, 9, 0)


def test_bookmarks_between_paragraphs_belong_to_the_text_they_enclose() -> None:
    file = read(
        paragraph(run("Before.")),
        '<w:bookmarkStart w:id="7" w:name="_sla_c"/>',
        paragraph(run("Inside.")),
        '<w:bookmarkEnd w:id="7"/>',
        paragraph(run("After.")),
    )
    assert [[entry.name for entry in line.bookmarks] for line in file.after] == [
        [],
        ["_sla_c"],
        [],
    ]
    assert file.after[1].bookmarks[0].end == len("Inside.")


def test_a_bookmark_without_an_end_takes_its_line() -> None:
    file = read(paragraph(run("A "), '<w:bookmarkStart w:id="7" w:name="_sla_c"/>', run("value")))
    assert (file.after[0].bookmarks[0].start, file.after[0].bookmarks[0].end) == (2, 7)


def test_the_copy_of_a_bookmark_names_what_it_is_a_copy_of() -> None:
    name = "_sla_" + "0a" * 16
    file = read(
        paragraph(bookmark(name, run("One."), 1)), paragraph(bookmark(name + "_Co", run("One."), 2))
    )
    assert [(line.bookmarks[0].name, line.bookmarks[0].is_copy) for line in file.after] == [
        (name, False),
        (name, True),
    ]
