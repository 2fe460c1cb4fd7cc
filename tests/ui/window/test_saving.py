"""Saving: nobody has to think of it, and where it doesn't work the window says so and goes on."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest

from slaeditor.editing import shelf
from slaeditor.editing.templates import finished_example
from slaeditor.library.drafts import Library, open_file
from tests.ui.window.opened import ALT, CTRL, TODAY, AnsweringDesktop, FillingDisk, Person, stored

Show = Callable[[], Person]
TITLE = "What is this agreement called?, required"


@pytest.fixture
def payroll(library: Library) -> str:
    """One agreement."""
    return stored(library, "Payroll")


@pytest.fixture
def person(show: Show, payroll: str) -> Person:
    """A person who has opened it."""
    someone = show()
    someone.press(Qt.Key.Key_Return)
    return someone


def title_on_disk(library: Library, draft_id: str) -> object:
    """What another program reads."""
    return Library(library.folder).open(draft_id).draft.get("title")


def test_enter_opens_and_the_window_bears_the_title(person: Person) -> None:
    assert person.window.windowTitle() == "Payroll – SLA Editor"
    assert person.window.status.text().startswith("Saved on this computer at ")


def test_what_is_typed_is_on_the_disk_within_two_seconds(
    person: Person, library: Library, payroll: str
) -> None:
    person.write(TITLE, "Pay run")
    assert person.window.status.text() == "Saving…"
    begun = time.monotonic()
    person.qtbot.waitUntil(lambda: title_on_disk(library, payroll) == "Pay run", timeout=3000)
    assert time.monotonic() - begun < 2.0
    person.qtbot.waitUntil(lambda: person.window.status.text().startswith("Saved"), timeout=2000)


def test_ctrl_s_saves_at_once_and_says_so(person: Person, library: Library, payroll: str) -> None:
    person.write(TITLE, "Pay run")
    person.press(Qt.Key.Key_S, CTRL)
    assert title_on_disk(library, payroll) == "Pay run"
    assert person.sees("Saved on this computer")


def test_leaving_the_field_saves_at_once(person: Person, library: Library, payroll: str) -> None:
    person.write(TITLE, "Pay run")
    field = person.find(TITLE)
    field.clearFocus()
    person.qtbot.waitUntil(lambda: title_on_disk(library, payroll) == "Pay run", timeout=900)


def test_opening_makes_one_point_of_the_history(
    person: Person, library: Library, payroll: str
) -> None:
    points = library.history(payroll).points()
    assert [(each.label, each.kind) for each in points] == [("Opened", "opened")]


def test_a_full_disk_is_told_and_what_is_typed_meanwhile_is_saved_later(
    person: Person, library: Library, payroll: str, disk: FillingDisk
) -> None:
    disk.is_full = True
    person.write(TITLE, "Pay run")
    person.waits_to_see("Not saved")
    assert person.sees("the disk is full")
    QTest.keyClicks(person.find(TITLE), " 2027")
    disk.is_full = False
    person.click("Try again")
    person.qtbot.waitUntil(lambda: title_on_disk(library, payroll) == "Pay run 2027", timeout=5000)
    person.qtbot.waitUntil(lambda: not person.sees("the disk is full"), timeout=5000)


def test_it_is_tried_again_without_being_asked(
    person: Person, library: Library, payroll: str, disk: FillingDisk
) -> None:
    disk.is_full = True
    person.write(TITLE, "Pay run")
    person.waits_to_see("the disk is full")
    disk.is_full = False
    person.qtbot.waitUntil(lambda: title_on_disk(library, payroll) == "Pay run", timeout=8000)
    person.qtbot.waitUntil(lambda: not person.sees("the disk is full"), timeout=5000)


def test_a_copy_can_be_saved_elsewhere(
    person: Person, desktop: AnsweringDesktop, disk: FillingDisk, tmp_path: Path
) -> None:
    disk.is_full = True
    person.write(TITLE, "Pay: run?")
    person.waits_to_see("Not saved")
    desktop.answer = tmp_path / "copy.sla"
    person.click("Save a copy…")
    assert open_file(tmp_path / "copy.sla", tmp_path / "other").draft["title"] == "Pay: run?"
    assert desktop.proposed is not None
    assert desktop.proposed.name == "Pay run.sla"
    assert person.sees("A copy was saved to")
    disk.is_full = False


def test_the_window_does_not_close_over_what_is_not_saved(
    person: Person, library: Library, payroll: str, disk: FillingDisk
) -> None:
    disk.is_full = True
    person.write(TITLE, "Pay run")
    person.window.close()
    assert person.window.isVisible()
    assert person.sees("“Pay run” is not saved")
    person.click("Go on editing")
    person.window.close()
    disk.is_full = False
    person.click("Try again")
    assert not person.window.isVisible()
    assert title_on_disk(library, payroll) == "Pay run"


def test_closing_without_saving_keeps_a_copy_and_says_so(
    person: Person, library: Library, payroll: str, disk: FillingDisk
) -> None:
    person.write(TITLE, "Pay run")
    drafts = library.folder / "drafts"
    drafts.rename(library.folder / "gone")  # the share was taken away, this computer's disk wasn't
    drafts.write_bytes(b"")
    person.window.close()
    assert person.sees("A copy is kept on this computer and offered at the next start.")
    person.click("Close without saving")
    assert not person.window.isVisible()
    drafts.unlink()
    (library.folder / "gone").rename(drafts)
    (copy,) = Library(library.folder).recoveries()
    assert copy.title == "Pay run"
    assert title_on_disk(library, payroll) == "Payroll"


def test_a_full_disk_says_what_to_do_and_that_no_copy_could_be_kept(
    person: Person, disk: FillingDisk
) -> None:
    disk.is_full = True
    person.write(TITLE, "Pay run")
    person.waits_to_see("the disk is full")
    assert person.sees("Free some space there, or save a copy elsewhere.")
    assert person.sees("No copy could be kept on this computer either.")
    disk.is_full = False


def test_a_slow_disk_is_waited_for_with_a_word(
    person: Person, library: Library, payroll: str, disk: FillingDisk
) -> None:
    seen: list[bool] = []
    disk.is_let_go.clear()

    def look() -> None:
        seen.append(person.sees("Saving… This"))
        disk.is_let_go.set()

    QTimer.singleShot(600, look)
    person.write(TITLE, "Pay run")
    person.window.close()
    assert seen == [True]
    assert not person.window.isVisible()
    assert title_on_disk(library, payroll) == "Pay run"
    assert not person.sees("Saving… This")


def test_a_disk_that_never_answers_is_asked_about_and_a_copy_is_kept(
    person: Person, library: Library, payroll: str, disk: FillingDisk
) -> None:
    desk = person.window.workshop.bench.desk
    assert desk is not None
    disk.is_let_go.clear()
    disk.holds = library.folder / "drafts"
    person.write(TITLE, "Pay run")
    assert not desk.wait_until_saved(0.3)
    sentence = desk.sentence_about_failure()
    assert sentence.startswith("The disk doesn’t answer. A copy is kept on this computer")
    (copy,) = Library(library.folder).recoveries()
    assert copy.title == "Pay run"
    disk.is_let_go.set()
    person.qtbot.waitUntil(lambda: Library(library.folder).recoveries() == [], timeout=4000)
    assert title_on_disk(library, payroll) == "Pay run"


def test_closing_saves(person: Person, library: Library, payroll: str) -> None:
    person.write(TITLE, "Pay run")
    person.window.close()
    assert not person.window.isVisible()
    assert title_on_disk(library, payroll) == "Pay run"


def test_going_to_the_list_and_back_keeps_what_can_be_undone(
    person: Person, library: Library, payroll: str
) -> None:
    person.write(TITLE, "Pay run")
    person.press(Qt.Key.Key_Home, ALT)
    assert person.window.shows_library
    person.waits_for(["Pay run"])
    person.press(Qt.Key.Key_Return)
    desk = person.window.workshop.bench.desk
    assert desk is not None
    assert desk.draft.undo_stack.undo_label != ""


def test_an_agreement_that_is_open_elsewhere_is_told(
    show: Show, library: Library, payroll: str
) -> None:
    with library.lock(payroll) as other:
        other.acquire()
        person = show()
        person.press(Qt.Key.Key_Return)
        assert person.sees("This draft is open in another window")


def test_a_draft_that_vanished_is_told_and_nothing_opens(
    show: Show, library: Library, payroll: str
) -> None:
    person = show()
    (library.folder / "drafts" / f"{payroll}.json").unlink()
    person.press(Qt.Key.Key_Return)
    assert person.window.shows_library
    assert person.sees(payroll)
    assert person.titles() == []


def test_the_list_tells_how_far_the_agreement_is_when_it_was_left(
    show: Show, library: Library
) -> None:
    shelf.store(library, finished_example(), TODAY)
    person = show()
    assert person.line(0)[4] == "5 of 5"
    person.press(Qt.Key.Key_Return)
    person.write(TITLE, "")
    person.press(Qt.Key.Key_Backspace)
    person.press(Qt.Key.Key_Home, ALT)
    person.qtbot.waitUntil(lambda: person.line(0)[4] == "4 of 5", timeout=5000)
