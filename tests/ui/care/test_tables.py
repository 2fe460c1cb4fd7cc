"""The list out, and service levels out and in, through a spreadsheet's CSV."""

from collections.abc import Callable

from slaeditor.library.drafts import Library
from slaeditor.tabular import read, written
from tests.ui.window.opened import AnsweringDesktop, Person, stored

Show = Callable[[], Person]


def choose(person: Person, action: str) -> None:
    person.window.actions_by_name[action].trigger()


def test_the_list_is_saved_as_a_table_without_formulas(
    show: Show, library: Library, desktop: AnsweringDesktop
) -> None:
    stored(library, '=HYPERLINK("x")')
    person = show()
    desktop.answer = desktop.folder / "list.csv"
    choose(person, "list_csv")
    assert person.sees("Saved to ")
    raw = desktop.answer.read_bytes()
    assert b"'=HYPERLINK" in raw
    assert read(raw, "x")[1][1] == '=HYPERLINK("x")'


def test_levels_go_out_and_come_back_as_one_step(
    show: Show, library: Library, desktop: AnsweringDesktop
) -> None:
    draft_id = stored(library, "Payroll")
    person = show()
    person.window.workshop.bench.open_draft(draft_id)
    desk = person.window.workshop.bench.desk
    assert desk is not None
    before = desk.draft.agreement
    desktop.answer = desktop.folder / "levels.csv"
    choose(person, "levels_out")
    rows = read(desktop.answer.read_bytes(), "x")
    rows[1][1] = "Renamed in a spreadsheet"
    desktop.answer.write_bytes(written([*rows, ["", "Wholly new"]]))
    choose(person, "levels_in")
    names = [level.name for level in desk.draft.agreement.metrics.levels]
    assert (names[0], names[-1]) == ("Renamed in a spreadsheet", "Wholly new")
    assert len(names) == len(before.metrics.levels) + 1
    desk.draft.undo()
    assert desk.draft.agreement == before


def test_what_can_t_be_read_is_named_and_kept(
    show: Show, library: Library, desktop: AnsweringDesktop
) -> None:
    draft_id = stored(library, "Payroll")
    person = show()
    person.window.workshop.bench.open_draft(draft_id)
    desk = person.window.workshop.bench.desk
    assert desk is not None
    level = desk.draft.agreement.metrics.levels[0]
    desktop.answer = desktop.folder / "levels.csv"
    desktop.answer.write_bytes(written([["ID", "target", "colour"], [level.id, "often", "red"]]))
    choose(person, "levels_in")
    assert person.sees("“often” is kept as typed.")
    assert person.sees("The column “colour” was left out.")
    assert person.obstacles() == []
    person.click("Close")
    assert desk.draft.text_at(f"metrics/levels/{level.id}/target") == "often"
    desktop.answer.write_bytes(b"PK\x03\x04")
    choose(person, "levels_in")
    assert person.sees("is no CSV file")
