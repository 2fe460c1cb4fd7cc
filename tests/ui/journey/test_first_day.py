"""The first day with the program: looking round, making mistakes, and finding things again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollBar, QTextEdit

from tests.ui.journey.form import FormFiller
from tests.ui.journey.person import CTRL, SHIFT, Person, text_in
from tests.ui.journey.room import Room
from tests.ui.window.opened import stored

TITLE = "What is this agreement called?, required"
EXAMPLE = "Order portal of Contoso Retail (example)"
BACK_TO_LIST = "All agreements"


@pytest.fixture
def newcomer(room: Room) -> Person:
    """Somebody who starts the program for the first time."""
    return room.sit_down()


def open_example(person: Person) -> FormFiller:
    """Open the finished example."""
    person.click("Open the example")
    return FormFiller(person)


def titles(person: Person) -> list[str]:
    """What the list shows first in each line, from top to bottom."""
    return [line.partition(" | ")[0] for line in person.lines("Agreements")]


def search(person: Person, words: str, found: list[str]) -> None:
    """Search the library, and see these found."""
    person.fill("Search agreements", words)
    person.waits_until(lambda: titles(person) == found)


def stands_still(bar: QScrollBar) -> bool:
    """Whether what the bar scrolls keeps its length for a while."""
    before = bar.maximum()
    QTest.qWait(250)
    return bar.maximum() == before


def test_an_empty_library_says_what_to_do_and_enter_does_it(newcomer: Person) -> None:
    assert newcomer.sees("No agreements yet.")
    newcomer.press(Qt.Key.Key_Space)
    assert newcomer.sees("What kind of agreement is it?")
    newcomer.press(Qt.Key.Key_Escape)
    assert newcomer.sees("No agreements yet.")


def test_the_example_is_finished_and_stays_in_the_list(newcomer: Person) -> None:
    open_example(newcomer)
    assert newcomer.window.windowTitle() == f"{EXAMPLE} – SLA Editor"
    newcomer.waits_to_see("5 of 5 sections complete")
    newcomer.click(BACK_TO_LIST)
    assert titles(newcomer) == [EXAMPLE]
    assert "5 of 5" in newcomer.lines("Agreements")[0]


def test_a_gap_in_the_preview_leads_to_its_field(room: Room) -> None:
    stored(room.library, "Payroll")
    person = room.sit_down()
    person.press(Qt.Key.Key_Return)
    paper = person.find("Preview of the document")
    assert isinstance(paper, QTextEdit)
    person.waits_until(lambda: "Approved for" in paper.toPlainText())
    gap = paper.document().find("[Start date]")
    place = QTextCursor(gap)
    place.setPosition(gap.selectionStart() + 3)
    bar = paper.verticalScrollBar()
    person.waits_until(lambda: stands_still(bar))
    bar.setValue(bar.value() + paper.cursorRect(place).center().y() - paper.height() // 2)
    person.click_on(paper.viewport(), paper.cursorRect(place).center())
    assert FormFiller(person).where()[0] == "From when?"


def test_f8_goes_from_one_thing_to_check_to_the_next_and_fix_jumps_there(room: Room) -> None:
    stored(room.library, "Payroll", customer="")
    person = room.sit_down()
    person.press(Qt.Key.Key_Return)
    form = FormFiller(person)
    person.waits_until(lambda: person.look_for("Things to check") is None)
    visited = []
    for _ in range(3):
        person.press(Qt.Key.Key_F8)
        visited.append(form.where())
    assert [where[0] for where in visited] == ["Name", "Which company?", "From when?"]
    assert "Who receives?" in visited[0][1]
    person.press(Qt.Key.Key_F8, SHIFT)
    assert form.where() == visited[1]
    person.press(Qt.Key.Key_R, CTRL)
    person.waits_to_see("Must be fixed (")
    person.click("Fix: Duration › Start date")
    assert form.where() == visited[2]


def test_undo_works_while_a_field_has_the_keys(newcomer: Person) -> None:
    form = open_example(newcomer)
    field = newcomer.find(TITLE)
    newcomer.fill(TITLE, "Web shop")
    newcomer.press(Qt.Key.Key_Z, CTRL)
    assert text_in(field) == EXAMPLE
    assert form.where()[0] == "What is this agreement called?"
    newcomer.press(Qt.Key.Key_Y, CTRL)
    assert text_in(field) == "Web shop"
    newcomer.choose_in_menu("Edit", "Undo")
    assert text_in(field) == EXAMPLE


def test_find_goes_from_answer_to_answer_and_back_to_the_field(newcomer: Person) -> None:
    form = open_example(newcomer)
    newcomer.click_on(newcomer.find(TITLE))
    newcomer.press(Qt.Key.Key_F, CTRL)
    newcomer.type("europe/berlin")
    newcomer.press(Qt.Key.Key_Return)
    assert newcomer.sees("1 of 2")
    newcomer.press(Qt.Key.Key_Return)
    assert newcomer.sees("2 of 2")
    newcomer.press(Qt.Key.Key_Escape)
    assert newcomer.look_for("Close find") is None
    assert form.where()[0] == "Time zone"
    second = newcomer.focused
    newcomer.press(Qt.Key.Key_F, CTRL)
    newcomer.press(Qt.Key.Key_F3, SHIFT)
    assert newcomer.sees("1 of 2")
    newcomer.press(Qt.Key.Key_Escape)
    assert form.where()[0] == "Time zone"
    assert newcomer.focused is not second


def test_going_back_in_the_history_loses_nothing(newcomer: Person) -> None:
    open_example(newcomer)
    newcomer.fill(TITLE, "Web shop")
    newcomer.press(Qt.Key.Key_H, CTRL | SHIFT)
    newcomer.click_line("Points, newest first", "Opened")
    newcomer.click("Go back to this version…")
    newcomer.click("Go back")
    assert text_in(newcomer.find(TITLE)) == EXAMPLE
    newcomer.press(Qt.Key.Key_H, CTRL | SHIFT)
    names = [line.partition("\n")[0] for line in newcomer.lines("Points, newest first")]
    assert names == ["Now", "Before going back", "Opened"]
    newcomer.press(Qt.Key.Key_Escape)
    newcomer.press(Qt.Key.Key_Z, CTRL)
    assert text_in(newcomer.find(TITLE)) == "Web shop"


def test_a_duplicate_leaves_out_what_is_ticked(newcomer: Person) -> None:
    open_example(newcomer)
    newcomer.click(BACK_TO_LIST)
    newcomer.press(Qt.Key.Key_D, CTRL)
    newcomer.click("Leave out: The parties")
    newcomer.click("Duplicate")
    assert sorted(titles(newcomer)) == [EXAMPLE, f"{EXAMPLE} (copy)"]
    newcomer.press(Qt.Key.Key_Return)
    assert text_in(newcomer.find(TITLE)) == f"{EXAMPLE} (copy)"
    assert text_in(newcomer.find("Who delivers?: Name, required")) == ""
    newcomer.waits_to_see("0 of 5 sections complete")


def test_renaming_and_the_trash_can_be_taken_back(newcomer: Person) -> None:
    open_example(newcomer)
    newcomer.click(BACK_TO_LIST)
    newcomer.press(Qt.Key.Key_F2)
    newcomer.fill("What is this agreement called?", "Web shop")
    newcomer.press(Qt.Key.Key_Return)
    assert titles(newcomer) == ["Web shop"]
    newcomer.press(Qt.Key.Key_Delete)
    assert newcomer.sees("Moved “Web shop” to the trash")
    assert titles(newcomer) == []
    newcomer.click("Undo")
    assert titles(newcomer) == ["Web shop"]
    newcomer.press(Qt.Key.Key_Delete)
    newcomer.click_line("What to show", "Trash")
    newcomer.click("Restore")
    newcomer.click_line("What to show", "All agreements")
    assert titles(newcomer) == ["Web shop"]


def test_an_agreement_is_found_by_title_party_and_text(room: Room) -> None:
    stored(room.library, "Payroll", provider="Finance", customer="Works council")
    person = room.sit_down()
    person.choose_in_menu("File", "New agreement")
    person.press(Qt.Key.Key_Escape)
    stored(room.library, "Order portal", "external-hosted-application", "Northwind", "Contoso")
    person.window.page.refresh()
    search(person, "payr", ["Payroll"])
    search(person, "contoso", ["Order portal"])
    search(person, "works council", ["Payroll"])
    search(person, "external probe", ["Order portal"])
    search(person, "nobody wrote this", [])
    person.waits_to_see("Nothing found")
    person.click("Show all")
    assert len(titles(person)) == 2


def test_a_damaged_file_is_named_the_rest_opens_and_nothing_is_overwritten(room: Room) -> None:
    lost = stored(room.library, "Payroll")
    stored(room.library, "Order portal")
    path = room.library.folder / "drafts" / f"{lost}.json"
    path.write_bytes(path.read_bytes()[:500])
    torn = path.read_bytes()
    person = room.sit_down()
    assert titles(person) == [path.name, "Order portal"]
    person.click_line("Agreements", path.name, twice=True)
    assert person.sees("ends in the middle")
    person.click_line("Agreements", "Order portal", twice=True)
    person.fill(TITLE, "Web shop")
    person.press(Qt.Key.Key_S, CTRL)
    person.window.close()
    assert path.read_bytes() == torn
    person = room.sit_down()
    assert titles(person) == [path.name, "Web shop"]


def test_an_export_to_a_read_only_file_says_so_and_the_old_file_stays(
    newcomer: Person, room: Room
) -> None:
    old = room.folder / "old.docx"
    old.write_bytes(b"what legal has")
    old.chmod(0o444)
    open_example(newcomer)
    room.desktop.answer = old
    newcomer.press(Qt.Key.Key_E, CTRL)
    newcomer.press(Qt.Key.Key_Return)
    newcomer.waits_to_see(f"“{old}” is read-only")
    assert old.read_bytes() == b"what legal has"
    room.desktop.answer = room.folder / "new.docx"
    newcomer.click("Export to another file…")
    newcomer.waits_to_see("Exported to")
    newcomer.click("Open the exported document")
    assert room.desktop.opened == [room.folder / "new.docx"]


def test_light_and_dark_are_switched_in_the_settings(newcomer: Person) -> None:
    form = open_example(newcomer)
    window = newcomer.window
    for words, is_dark in (("Dark", True), ("Light", False)):
        newcomer.choose_in_menu("Tools", "Settings")
        form.choose_by_name("Theme", words)
        newcomer.click("Close")
        ground = window.grab().toImage().pixelColor(window.width() // 2, window.height() - 8)
        assert (ground.lightness() < 128) is is_dark
