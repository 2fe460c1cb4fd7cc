"""Service levels out to a spreadsheet and back in."""

import pytest

from slaeditor.agreement import Agreement
from slaeditor.editing.level_sheets import ID, sheet, with_sheet
from slaeditor.editing.list_sheets import list_sheet
from slaeditor.editing.templates import finished_example
from slaeditor.paths import replaced
from slaeditor.tabular import NoTable, read, written

EXAMPLE = finished_example()
LEVELS = EXAMPLE.metrics.levels


def table(agreement: Agreement) -> list[list[str]]:
    """The table as a spreadsheet would hand it back."""
    return read(written(sheet(agreement)), "levels.csv")


def test_a_table_read_back_changes_nothing() -> None:
    taken = with_sheet(EXAMPLE, table(EXAMPLE))
    assert taken.agreement == EXAMPLE
    assert (taken.added, taken.changed, taken.problems) == (0, len(LEVELS), ())


def test_it_has_a_row_for_each_level_and_its_names() -> None:
    rows = sheet(EXAMPLE)
    assert rows[0][0] == ID
    assert [row[0] for row in rows[1:]] == [level.id for level in LEVELS]
    assert LEVELS[0].name in rows[1]


def test_a_changed_cell_changes_that_value_alone() -> None:
    rows = table(EXAMPLE)
    name = rows[1].index(LEVELS[0].name or "")
    rows[1][name] = "Uptime"
    taken = with_sheet(EXAMPLE, rows)
    path = f"metrics/levels/{LEVELS[0].id}/name"
    assert taken.agreement == replaced(EXAMPLE, path, "Uptime")


def test_an_empty_cell_changes_nothing() -> None:
    rows = [row[:1] + [""] * (len(row) - 1) if n else row for n, row in enumerate(table(EXAMPLE))]
    assert with_sheet(EXAMPLE, rows).agreement == EXAMPLE


def test_rows_without_an_id_are_found_by_name_or_new() -> None:
    rows = [["Name", "target"], [str(LEVELS[0].name).upper(), "99.5"], ["Wholly new", "98"]]
    heading = sheet(EXAMPLE)[0][1]
    rows[0][0] = heading
    taken = with_sheet(EXAMPLE, rows)
    assert (taken.added, taken.changed) == (1, 1)
    levels = taken.agreement.metrics.levels
    assert str(levels[0].target) == "99.5"
    assert (levels[-1].name, str(levels[-1].target)) == ("Wholly new", "98")


def test_what_can_t_be_read_is_kept_as_typed_and_named() -> None:
    rows = [["ID", "target", "colour"], [LEVELS[0].id, "about ninety-nine", "red"]]
    taken = with_sheet(EXAMPLE, rows)
    path = f"metrics/levels/{LEVELS[0].id}/target"
    assert taken.agreement.entered[path] == "about ninety-nine"
    (problem,) = taken.problems
    assert problem.startswith("Row 2, ")
    assert "“about ninety-nine” is kept as typed." in problem
    assert taken.ignored == ("colour",)


def test_a_table_about_something_else_is_refused() -> None:
    with pytest.raises(NoTable, match="names no field of a service level"):
        with_sheet(EXAMPLE, [["Colour", "Size"], ["red", "5"]])


def test_a_row_with_an_unknown_id_gets_that_id() -> None:
    taken = with_sheet(EXAMPLE, [["ID", "target"], ["my-level", "97"], ["No Id!", "96"]])
    assert [level.id for level in taken.agreement.metrics.levels][-2] == "my-level"
    assert taken.added == 2


def test_the_list_of_nothing_has_its_headings() -> None:
    assert list_sheet([])[0][:2] == ["ID", "Title"]
