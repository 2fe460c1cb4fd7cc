"""A damaged draft is named, explained and left alone; the way out is a copy of its last state."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from slaeditor.library.drafts import Library
from tests.ui.window.opened import AnsweringDesktop, Person, stored

Show = Callable[[], Person]


@pytest.fixture
def damaged(library: Library) -> Path:
    """A draft of which half is missing, beside a whole one; its history has one point."""
    draft_id = stored(library, "Payroll")
    library.history(draft_id).add(library.open(draft_id).draft, "Opened", "opened")
    stored(library, "Order portal")
    path = library.folder / "drafts" / f"{draft_id}.json"
    path.write_bytes(path.read_bytes()[:400])
    return path


def test_it_stands_in_the_list_and_says_what_is_wrong(show: Show, damaged: Path) -> None:
    person = show()
    assert person.titles() == [damaged.name, "Order portal"]
    person.chooses(damaged.name)
    assert person.line(0)[3] == "Damaged"
    assert person.sees("ends in the middle")
    assert person.sees("Its history holds 1 earlier version")
    assert person.obstacles() == []


def test_a_whole_agreement_hides_the_sentence_again(show: Show, damaged: Path) -> None:
    person = show()
    person.chooses(damaged.name)
    person.chooses("Order portal")
    assert not person.sees("ends in the middle")


def test_opening_it_leads_to_the_ways_out_and_opens_nothing(show: Show, damaged: Path) -> None:
    person = show()
    before = damaged.read_bytes()
    person.chooses(damaged.name)
    person.press(Qt.Key.Key_Return)
    button = QApplication.focusWidget()
    assert isinstance(button, QPushButton)
    assert button.text().startswith("Take the version of today at ")
    assert person.window.shows_library
    assert damaged.read_bytes() == before


def test_its_last_good_state_opens_as_a_new_agreement(
    show: Show, damaged: Path, library: Library
) -> None:
    before = damaged.read_bytes()
    person = show()
    person.chooses(damaged.name)
    person.click("Take the version of today at ")
    assert not person.window.shows_library
    assert "Payroll (restored)" in person.window.windowTitle()
    assert damaged.read_bytes() == before
    assert "Payroll (restored)" in [each.title for each in library.summaries().drafts]


def test_what_can_be_read_opens_as_a_copy_and_says_what_is_missing(
    show: Show, damaged: Path, library: Library
) -> None:
    before = damaged.read_bytes()
    person = show()
    person.chooses(damaged.name)
    person.click("Open what can be read as a copy…")
    assert person.sees("What is left of “Payroll")
    assert person.sees("Its end is missing.")
    assert person.obstacles() == []
    person.click("What can be read of the file")
    person.click("Open as a copy")
    assert "Payroll (restored)" in person.window.windowTitle()
    assert damaged.read_bytes() == before


def test_a_file_with_the_marks_of_a_merge_offers_both_versions(
    show: Show, library: Library
) -> None:
    path = library.folder / "drafts" / f"{stored(library, 'Payroll')}.json"
    mine = path.read_bytes()
    theirs = mine.replace(b"Payroll", b"Wages!!")
    path.write_bytes(b"<<<<<<< HEAD\n" + mine + b"\n=======\n" + theirs + b"\n>>>>>>> desk\n")
    person = show()
    person.chooses(path.name)
    assert person.sees("marks of a merge")
    person.click("Open what can be read as a copy…")
    assert person.sees("The version “HEAD” in the file.")
    person.click("The version “desk” in the file")
    person.click("Open as a copy")
    assert "Wages!! (restored)" in person.window.windowTitle()


def test_without_an_earlier_state_only_the_folder_is_offered(
    show: Show, library: Library, desktop: AnsweringDesktop
) -> None:
    path = library.folder / "drafts" / "torn.json"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"")
    person = show()
    assert person.sees("is empty (0 bytes)")
    offered = [
        button.text()
        for button in person.window.findChildren(QPushButton)
        if button.isVisible() and button.text().startswith(("Take", "Open what"))
    ]
    assert offered == []
    person.click("Show the file")
    assert desktop.opened == [path.parent]


def test_it_can_be_moved_to_the_trash_as_it_is(show: Show, damaged: Path, library: Library) -> None:
    before = damaged.read_bytes()
    person = show()
    person.chooses(damaged.name)
    person.press(Qt.Key.Key_Delete)
    assert person.titles() == ["Order portal"]
    assert (library.folder / "trash" / damaged.name).read_bytes() == before
