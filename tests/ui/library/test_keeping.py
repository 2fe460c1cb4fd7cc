"""Duplicate, rename, trash, restore, delete: with keys and clicks, and what shows of it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from slaeditor.library.drafts import Library
from tests.ui.window.opened import CTRL, FillingDisk, Person, stored

Show = Callable[[], Person]


@pytest.fixture
def payroll(library: Library) -> str:
    """One agreement."""
    return stored(library, "Payroll")


def in_trash(person: Person) -> None:
    """Go to the trash with the keyboard."""
    person.window.page.side.setFocus()
    person.press(Qt.Key.Key_Down)


def test_delete_moves_to_the_trash_and_undo_brings_it_back(
    show: Show, library: Library, payroll: str
) -> None:
    person = show()
    person.press(Qt.Key.Key_Delete)
    assert person.titles() == []
    assert person.sees("Moved “Payroll” to the trash")
    assert person.window.page.side.item(1).text() == "Trash (1)"
    person.click("Undo")
    assert person.titles() == ["Payroll"]
    assert library.trashed().drafts == ()


def test_the_neighbour_is_chosen_after_a_line_has_gone(show: Show, library: Library) -> None:
    for title in ("One", "Two", "Three"):
        stored(library, title)
    person = show()
    person.chooses("Two")
    person.press(Qt.Key.Key_Delete)
    current = person.window.page.current()
    assert current is not None
    assert current.title == "One"


def test_f2_renames(show: Show, library: Library, payroll: str) -> None:
    person = show()
    person.press(Qt.Key.Key_F2)
    assert person.obstacles() == []
    QTest.keyClicks(person.find("What is this agreement called?"), "Pay run")
    person.press(Qt.Key.Key_Return)
    assert person.titles() == ["Pay run"]
    assert library.open(payroll).draft["title"] == "Pay run"


def test_a_title_without_a_word_is_not_taken(show: Show, payroll: str) -> None:
    person = show()
    person.press(Qt.Key.Key_F2)
    person.write("What is this agreement called?", " ")
    assert not person.find("Rename").isEnabled()
    person.click("Cancel")
    assert person.titles() == ["Payroll"]


def test_duplicating_asks_what_to_leave_out(show: Show, library: Library, payroll: str) -> None:
    person = show()
    person.press(Qt.Key.Key_D, CTRL)
    assert person.obstacles() == []
    person.click("Leave out: The parties, contacts and signatories")
    person.click("Duplicate")
    assert sorted(person.titles()) == ["Payroll", "Payroll (copy)"]
    current = person.window.page.current()
    assert current is not None
    assert current.title == "Payroll (copy)"
    copy = library.open(current.id).draft
    assert "provider" not in copy["introduction"]
    assert library.open(payroll).draft["introduction"]["provider"]["name"] == "IT Services"


def test_each_copy_has_a_title_of_its_own(show: Show, payroll: str) -> None:
    person = show()
    for _press in range(3):  # the second and third time a copy is copied
        person.press(Qt.Key.Key_D, CTRL)
        person.click("Duplicate")
    assert sorted(person.titles()) == [
        "Payroll",
        "Payroll (copy 2)",
        "Payroll (copy 3)",
        "Payroll (copy)",
    ]


def test_the_menus_stay_where_they_are_in_an_empty_trash(show: Show) -> None:
    person = show()
    bar = person.window.menuBar()
    before = [action.text() for action in bar.actions() if action.isVisible()]
    in_trash(person)
    assert person.sees("The trash is empty")
    assert [action.text() for action in bar.actions() if action.isVisible()] == before
    find = person.window.actions_by_name["find"]
    assert find.isVisible()
    assert not find.isEnabled()


def test_the_trash_restores(show: Show, library: Library, payroll: str) -> None:
    library.trash(payroll)
    person = show()
    in_trash(person)
    assert person.titles() == ["Payroll"]
    assert person.obstacles() == []
    restore = person.find("Restore")
    restore.setFocus(Qt.FocusReason.TabFocusReason)
    person.press(Qt.Key.Key_Return)
    assert person.sees("The trash is empty")
    assert QApplication.focusWidget() is person.window.page.side
    assert [each.title for each in library.summaries().drafts] == ["Payroll"]


def test_deleting_for_good_asks_and_return_keeps_it(
    show: Show, library: Library, payroll: str
) -> None:
    library.trash(payroll)
    person = show()
    in_trash(person)
    person.click("Delete for good…")
    assert person.sees("This can’t be undone.")
    person.press(Qt.Key.Key_Return)
    assert len(library.trashed().drafts) == 1
    person.click("Delete for good…")
    person.click("Delete for good")
    assert library.trashed().drafts == ()
    assert library.summaries().drafts == ()


def test_emptying_the_trash_asks_and_deletes_everything(show: Show, library: Library) -> None:
    for title in ("One", "Two"):
        library.trash(stored(library, title))
    person = show()
    in_trash(person)
    person.click("Empty trash…")
    person.click("Empty trash")
    assert library.trashed().drafts == ()
    assert person.sees("The trash is empty")


def test_what_was_deleted_for_good_is_not_offered_back(show: Show, payroll: str) -> None:
    person = show()
    person.press(Qt.Key.Key_Delete)
    assert person.sees("Moved “")
    in_trash(person)
    person.click("Empty trash…")
    person.click("Empty trash")
    assert not person.sees("Moved “")


def test_delete_in_the_search_deletes_letters_only(show: Show, payroll: str) -> None:
    person = show()
    person.write("Search agreements", "pay")
    person.press(Qt.Key.Key_Home)
    person.press(Qt.Key.Key_Delete)
    assert person.window.page.filters.search.text() == "ay"
    assert QApplication.focusWidget() is person.window.page.filters.search
    assert person.titles() == ["Payroll"]


def test_what_cannot_be_written_is_said_in_the_window(
    show: Show, disk: FillingDisk, payroll: str
) -> None:
    person = show()
    disk.is_full = True
    person.press(Qt.Key.Key_F2)
    person.write("What is this agreement called?", "Pay run")
    person.click("Rename")
    assert person.sees("the disk is full")
    assert person.titles() == ["Payroll"]
