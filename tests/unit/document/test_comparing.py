"""Two revisions of a document side by side."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from slaeditor.blocks import (
    Block,
    Derived,
    Fixed,
    Gap,
    Paragraph,
    Part,
    Reference,
    Role,
    SignatureBlock,
    SignatureLine,
    Spans,
    Table,
    Value,
)
from slaeditor.document.comparing import compare
from slaeditor.document.comparison import Comparison, Entry, State
from slaeditor.document.passages import Passages
from slaeditor.textdiff import Fate
from tests.unit.word.building import document, paragraph, row
from tests.unit.word.rich_document import rich

MARKS = {Fate.KEPT: "{}", Fate.REMOVED: "[{}]", Fate.ADDED: "{{{}}}"}


def clause(name: str, *spans: str | Value | Reference | Gap, number: str = "1.1") -> Paragraph:
    """A clause with an id."""
    return paragraph(Role.CLAUSE, name, *spans, number=number)


def compared(old: Sequence[Block], new: Sequence[Block]) -> Comparison:
    """Two documents with one part each."""
    return compare(document(Part("scope", tuple(old))), document(Part("scope", tuple(new))))


def only(comparison: Comparison) -> Entry:
    """The entry of a comparison that has one."""
    (entry,) = comparison.entries
    return entry


def shown(passages: Passages) -> str:
    """What was removed in square brackets, what was added in curly ones."""
    return "".join(MARKS[each.fate].format(each.text) for each in passages)


def states(comparison: Comparison) -> list[tuple[str, State]]:
    """Each block's id with what became of it."""
    return [(entry.block.id, entry.state) for entry in comparison.entries]


def test_a_document_has_no_changes_against_itself() -> None:
    found = compare(rich(), rich())
    assert found.differences == ()
    assert found.summary == "No changes"
    assert {entry.state for entry in found.entries} == {State.UNCHANGED}


def test_a_changed_value_shows_the_words_that_changed() -> None:
    old = [clause("a", "within ", Value("five Business Days", "x"), " of it.")]
    new = [clause("a", "within ", Value("ten Business Days", "x"), " of it.")]
    entry = only(compared(old, new))
    assert shown(entry.passages) == "within [five]{ten} Business Days of it."
    assert [piece.place for piece in entry.passages[-1].pieces] == [1, 2]


def test_a_new_number_is_no_change() -> None:
    old = [clause("a", "See clause ", Reference("b", "1.2"), "."), clause("b", "B.", number="1.2")]
    new = [clause("a", "See clause ", Reference("b", "1.3"), "."), clause("b", "B.", number="1.3")]
    assert compared(old, new).differences == ()


def test_a_reference_is_one_word() -> None:
    old = [clause("a", "Clause ", Reference("b", "3.2(a)"), " applies.")]
    new = [clause("a", "Clause ", Reference("c", "3.2(b)"), " applies.")]
    assert shown(only(compared(old, new)).passages) == "Clause [3.2(a)]{3.2(b)} applies."


def test_clauses_come_and_go() -> None:
    old = [clause("a", "A."), clause("b", "Wholly other words.")]
    new = [clause("a", "A."), clause("c", "Something new here.")]
    found = compared(old, new)
    assert states(found) == [
        ("a", State.UNCHANGED), ("b", State.REMOVED), ("c", State.ADDED),
    ]  # fmt: skip
    assert [(each.old, each.new) for each in found.differences] == [
        ("Wholly other words.", ""),
        ("", "Something new here."),
    ]


def test_a_moved_clause_is_removed_and_added() -> None:
    a, b, c = clause("a", "A."), clause("b", "B."), clause("c", "C.")
    found = compared([a, b, c], [b, c, a])
    assert [entry.moved for entry in found.entries] == [True, False, False, True]


def test_another_level_is_a_change() -> None:
    old = clause("a", "It says so.")
    entry = only(compared([old], [replace(old, role=Role.ITEM)]))
    assert (entry.state, entry.is_level_changed) == (State.CHANGED, True)


def test_the_day_of_the_draft_is_no_change() -> None:
    def cover(day: str, version: str) -> list[Block]:
        spans: Spans = (Fixed("Version "), Value(version, "version"), Derived(f" of {day}", ()))
        return [Paragraph(Role.COVER_LINE, "cover.version", spans)]

    assert compared(cover("1 May", "0.3"), cover("2 June", "0.3")).differences == ()
    assert len(compared(cover("1 May", "0.3"), cover("2 June", "0.4")).differences) > 0


def table(*rows: tuple[str, ...], header: tuple[str, ...] = ("Level", "Target")) -> Table:
    """A table whose rows are an id and their cells."""
    return Table("t", header, tuple(row(name, *cells) for name, *cells in rows), "Levels", "All")


def test_tables_are_compared_row_by_row_and_cell_by_cell() -> None:
    old = table(("a", "Availability", "99.5 %"), ("b", "Time to answer", "4 hours"))
    new = table(("c", "Defects", "none"), ("a", "Availability", "99.9 %"))
    entry = only(compared([old], [new]))
    assert [each.state for each in entry.rows] == [State.ADDED, State.CHANGED, State.REMOVED]
    assert [shown(cell) for cell in entry.rows[1].cells] == ["Availability", "[99.5]{99.9} %"]


def test_a_table_with_other_columns_is_another_table() -> None:
    old, new = table(("a", "x", "y")), table(("a", "x", "y", "z"), header=("A", "B", "C"))
    assert [state for _, state in states(compared([old], [new]))] == [State.REMOVED, State.ADDED]


def test_a_changed_heading_of_a_column_is_shown() -> None:
    entry = only(compared([table()], [table(header=("Level", "Minimum"))]))
    assert [shown(cell) for cell in entry.header] == ["Level", "[Target]{Minimum}"]


def signatures(*people: tuple[str, str]) -> SignatureBlock:
    """A block whose people are a path and a name."""
    return SignatureBlock(
        "s",
        (Fixed("Signed for Sales"),),
        tuple(
            SignatureLine(path, (("Name", (Value(name, f"{path}/name"),)), ("Date", ())))
            for path, name in people
        ),
    )


def test_people_who_sign_are_compared_line_by_line() -> None:
    old, new = signatures(("p", "Mira Holm"), ("q", "Jo")), signatures(("p", "Mira Berg"))
    entry = only(compared([old], [new]))
    assert [each.state for each in entry.people] == [State.CHANGED, State.REMOVED]
    assert shown(entry.people[0].lines[0].cells[1]) == "Mira [Holm]{Berg}"


def test_parts_come_and_go_as_a_whole() -> None:
    one = Part("scope", (clause("a", "A."),))
    other = Part("schedule-levels", (paragraph(Role.SCHEDULE, "schedule-levels", "Levels"),))
    found = compare(document(one), document(one, other))
    assert [(part.id, part.old is None) for part in found.parts] == [
        ("scope", False),
        ("schedule-levels", True),
    ]
    assert found.parts[1].title == "Levels"


def test_changes_are_counted_and_say_where_they_are() -> None:
    heading = paragraph(Role.HEADING, "scope.heading", "Scope", number="2")
    old = [heading, clause("a", "It ends with 90 days’ notice to the end of a quarter.")]
    new = [heading, clause("a", "It ends with 60 days’ notice to the end of a calendar quarter.")]
    found = compared(old, new)
    assert found.summary == "2 changes in 1 section"
    assert [(each.part, each.block, each.entry) for each in found.differences] == [
        ("scope", "a", 1)
    ] * 2
    assert found.differences[0].old == "90"
    assert found.differences[0].new == "60"
    assert found.parts[0].title == "2 Scope"


@pytest.mark.parametrize(
    ("new", "trivial"),
    [("The “Service Hours” apply at 5%.", [True, True]), ("The hours apply at 5 %.", [False])],
)
def test_trivial_changes_are_marked(new: str, trivial: list[bool]) -> None:
    old = 'The "service hours" apply at 5 %.'
    found = compared([clause("a", old)], [clause("a", new)])
    assert {each.trivial for each in found.differences} == set(trivial)


def test_a_gap_that_was_filled_is_a_change() -> None:
    old = [clause("a", "within ", Gap("Notice", "x"), ".")]
    new = [clause("a", "within ", Value("60 days", "x"), ".")]
    assert shown(only(compared(old, new)).passages) == "within [[Notice]]{60 days}."
