"""Comments, their threads and their places."""

from datetime import datetime

from slaeditor.returned import Author, ReturnedFile
from tests.unit.word.reading.word_files import (
    ANN,
    BEN,
    bookmark,
    deleted,
    gone,
    ins,
    mark,
    paragraph,
    part,
    read,
    row,
    run,
    table,
)

_REFERENCE = '<w:r><w:rPr><w:rStyle w:val="Mark"/></w:rPr><w:commentReference w:id="{}"/></w:r>'
_W15 = "http://schemas.microsoft.com/office/word/2012/wordml"


def _start(number: int) -> str:
    return f'<w:commentRangeStart w:id="{number}"/>'


def _end(number: int) -> str:
    return f'<w:commentRangeEnd w:id="{number}"/>{_REFERENCE.format(number)}'


def _comment(number: int, text: str, who: str = ANN, names: str = "") -> str:
    lines = "".join(
        f'<w:p w14:paraId="{name}">{run(line)}</w:p>'
        for line, name in zip(text.split("\n"), (names or f"P{number}").split(), strict=True)
    )
    return f'<w:comment w:id="{number}" {who} w:initials="XY">{lines}</w:comment>'


def _extended(*states: str) -> str:
    return f'<w15:commentsEx xmlns:w15="{_W15}">{"".join(states)}</w15:commentsEx>'


def _state(name: str, parent: str = "", done: str = "0") -> str:
    above = f' w15:paraIdParent="{parent}"' if parent else ""
    return f'<w15:commentEx w15:paraId="{name}"{above} w15:done="{done}"/>'


def _file(body: str, *comments: str, states: str = "") -> ReturnedFile:
    parts = {"comments": part("comments", "".join(comments))}
    if states:
        parts["commentsExtended"] = states
    return read(body, parts=parts)


def test_a_comment_quotes_its_words_and_names_the_bookmarks_it_touches() -> None:
    body = paragraph(
        bookmark(
            "_sla_c",
            run("Support is there ")
            + _start(1)
            + bookmark("_sla_v", run("24 hours"), 2)
            + _end(1)
            + run(" a day."),
        )
    )
    (thread,) = _file(body, _comment(1, "24 hours a day\nor Service Hours?", ANN, "A B")).comments
    assert (thread.line, thread.start, thread.end, thread.quoted) == (0, 17, 25, "24 hours")
    assert thread.bookmarks == ("_sla_v", "_sla_c")
    (comment,) = thread.comments
    assert comment.text == "24 hours a day\nor Service Hours?"
    assert comment.author == Author("Ann", datetime(2027, 2, 1, 9))
    assert comment.initials == "XY"
    assert not thread.resolved


def test_replies_join_the_thread_and_the_first_says_whether_it_is_resolved() -> None:
    body = paragraph(_start(1), _start(2), run("60 days"), _end(1), _end(2))
    threads = _file(
        body,
        _comment(1, "Why?", ANN, "A1"),
        _comment(2, "Because.", BEN, "B1"),
        _comment(3, "Alone.", BEN, "C1"),
        _comment(4, "Indeed.", ANN, "D1"),
        states=_extended(
            _state("A1", done="1"), _state("B1", "A1"), _state("C1"), _state("D1", "B1")
        ),
    ).comments
    assert [[entry.text for entry in thread.comments] for thread in threads] == [
        ["Why?", "Because.", "Indeed."],
        ["Alone."],
    ]
    assert [thread.resolved for thread in threads] == [True, False]
    assert [thread.line for thread in threads] == [0, None]


def test_comments_that_answer_each_other_in_a_circle_are_all_kept() -> None:
    threads = _file(
        paragraph(run("x")),
        _comment(1, "a", ANN, "A1"),
        _comment(2, "b", ANN, "B1"),
        states=_extended(_state("A1", "B1"), _state("B1", "A1")),
    ).comments
    assert sorted(entry.text for thread in threads for entry in thread.comments) == ["a", "b"]


def test_a_comment_over_several_paragraphs_quotes_them_all() -> None:
    body = (
        paragraph(run("One "), _start(1), run("two."))
        + paragraph(run("Three."))
        + paragraph(run("Four"), _end(1), run(" five."))
    )
    (thread,) = _file(body, _comment(1, "?")).comments
    assert (thread.line, thread.start, thread.end) == (0, 4, 8)
    assert thread.quoted == "two.\nThree.\nFour"


def test_a_comment_on_a_cell_is_placed_in_its_line() -> None:
    body = table(row(paragraph(run("a")), paragraph(_start(1), run("99.9 %"), _end(1))))
    file = _file(body, _comment(1, "?"))
    (thread,) = file.comments
    assert thread.line is not None
    place = file.after[thread.line].cell
    assert place is not None
    assert (place.column, thread.quoted) == (1, "99.9 %")


def test_a_comment_without_a_range_stands_where_its_mark_is() -> None:
    body = paragraph(run("One"), _REFERENCE.format(1), run(" two"))
    (thread,) = _file(body, _comment(1, "?")).comments
    assert (thread.line, thread.start, thread.end, thread.quoted) == (0, 3, 3, "")


def test_a_comment_on_deleted_words_quotes_what_was_deleted() -> None:
    body = paragraph(run("One"), _start(1), deleted(gone(" two")), _end(1))
    (thread,) = _file(body, _comment(1, "?")).comments
    assert (thread.line, thread.start, thread.quoted) == (0, 3, " two")


def test_a_comment_on_a_deleted_clause_is_placed_in_the_removed_line() -> None:
    body = (
        paragraph(run("Before."))
        + paragraph(
            bookmark("_sla_c", _start(1) + deleted(gone("Renewal.")) + _end(1)), mark=mark("del")
        )
        + paragraph(run("After."))
    )
    file = _file(body, _comment(1, "Agreed?"))
    (thread,) = file.comments
    assert (thread.line, thread.removed, thread.quoted) == (None, 0, "Renewal.")
    assert thread.bookmarks == ("_sla_c",)


def test_a_comment_of_tracked_words_reads_as_accepted() -> None:
    words = deleted(gone("x")) + ins(run("y"))
    comment = f'<w:comment w:id="1" {ANN}><w:p>{words}</w:p></w:comment>'
    (thread,) = _file(paragraph(_start(1), run("a"), _end(1)), comment).comments
    assert thread.comments[0].text == "y"


def test_a_comment_on_an_empty_paragraph_keeps_the_paragraph() -> None:
    file = _file(paragraph(_start(1), _end(1)) + paragraph(run("a")), _comment(1, "Add a clause."))
    assert [line.text for line in file.after] == ["", "a"]
    assert file.comments[0].line == 0


def test_a_file_without_comments_has_none() -> None:
    assert read(paragraph(run("a"))).comments == ()
