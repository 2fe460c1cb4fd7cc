"""Importing: by menu, by drop, files that can't be read, and ways out of a review."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from tests.ui.review.conftest import Import, ReturningDesktop
from tests.ui.review.legal import ANNA, Legal
from tests.ui.window.opened import ALT, CTRL, FillingDisk, Person
from ui.desk import Desk

RENEWAL = "written notice against the renewal"


def with_one_change(legal: Legal) -> Legal:
    legal.replace("60", "90", ANNA, within=RENEWAL)
    return legal


def drop(person: Person, path: Path) -> bool:
    """Drop a file in the middle of the window, as the system does; whether it was taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left, none = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    handle = person.window.windowHandle()
    middle = QPoint(500, 400)
    enter = QDragEnterEvent(middle, copy, data, left, none)
    QApplication.sendEvent(handle, enter)
    dropped = QDropEvent(QPointF(middle), copy, data, left, none)
    QApplication.sendEvent(handle, dropped)
    return enter.isAccepted() and dropped.isAccepted()


def wait(person: Person) -> None:
    reviewer = person.window.workshop.reviewer
    person.qtbot.waitUntil(lambda: not reviewer.is_reading, timeout=10000)


def test_a_dropped_file_is_imported(person: Person, legal: Legal, tmp_path: Path) -> None:
    path = tmp_path / "dropped.docx"
    path.write_bytes(with_one_change(legal).file())
    assert drop(person, path)
    person.waits_to_see("Review “dropped.docx”")


def test_a_picture_that_is_dropped_is_left_alone(person: Person, tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    path.write_bytes(b"png")
    drop(person, path)
    assert not person.window.workshop.reviewer.is_reading


def test_a_review_can_be_imported_from_the_list(
    person: Person, legal: Legal, desktop: ReturningDesktop, tmp_path: Path
) -> None:
    desktop.returned = tmp_path / "portal.docx"
    desktop.returned.write_bytes(with_one_change(legal).file())
    person.press(Qt.Key.Key_Home, ALT)
    assert person.window.shows_library
    person.press(Qt.Key.Key_I, CTRL)
    person.waits_to_see("Review “portal.docx”")


def test_no_answer_imports_nothing(person: Person, desk: Desk) -> None:
    before = desk.draft.agreement
    person.press(Qt.Key.Key_I, CTRL)
    assert not person.window.workshop.reviewer.is_reading
    assert desk.draft.agreement == before


@pytest.mark.parametrize("content", [b"", b"not a Word file", b"PK\x03\x04 cut off"])
def test_a_file_that_cannot_be_read_is_told_in_a_sentence(
    person: Person, desk: Desk, desktop: ReturningDesktop, tmp_path: Path, content: bytes
) -> None:
    before = desk.draft.agreement
    desktop.returned = tmp_path / "broken.docx"
    desktop.returned.write_bytes(content)
    person.press(Qt.Key.Key_I, CTRL)
    person.waits_to_see("“broken.docx”")
    wait(person)
    assert person.window.workshop.reviewer.page is None
    assert desk.draft.agreement == before
    assert person.obstacles() == []


def test_a_file_that_is_gone_is_told(
    person: Person, desktop: ReturningDesktop, tmp_path: Path
) -> None:
    desktop.returned = tmp_path / "gone.docx"
    person.press(Qt.Key.Key_I, CTRL)
    person.waits_to_see("There is no file")


def test_a_file_that_came_back_unchanged_is_told(
    person: Person, legal: Legal, send_back: Import
) -> None:
    send_back(legal)
    assert person.sees("Nothing was changed in “portal.docx”")


def test_the_bar_of_a_file_being_read_can_be_cancelled(
    person: Person, legal: Legal, desktop: ReturningDesktop, tmp_path: Path
) -> None:
    desktop.returned = tmp_path / "portal.docx"
    desktop.returned.write_bytes(with_one_change(legal).file())
    person.window.workshop.commands.import_review()
    person.click("Cancel the import")
    person.qtbot.wait(500)
    assert person.window.workshop.reviewer.page is None


def test_what_libreoffice_broke_can_be_read_as_far_as_it_goes(
    person: Person, legal: Legal, send_back: Import
) -> None:
    legal.break_controls()
    send_back(with_one_change(legal))
    person.click("Read what can be read")
    person.waits_to_see("Review “portal.docx”")


def test_leaving_for_the_agreement_keeps_the_review_open(
    person: Person, legal: Legal, send_back: Import
) -> None:
    send_back(with_one_change(legal))
    person.press(Qt.Key.Key_A)
    person.click("Back to the agreement")
    assert person.sees("The review of “portal.docx” is not finished: 1 of 1 decided.")
    assert person.obstacles() == []
    person.click("Go on with the review")
    assert person.sees("1 of 1 decided")


def test_going_on_after_an_edit_compares_again_and_keeps_the_decisions(
    person: Person, desk: Desk, legal: Legal, send_back: Import
) -> None:
    legal.replace("Its last day", "Its final day", ANNA)
    send_back(with_one_change(legal))
    person.press(Qt.Key.Key_A)
    person.click("Back to the agreement")
    desk.draft.enter("duration/notice/length", "45")
    person.click("Go on with the review")
    wait(person)
    assert person.sees("compared with it again")
    assert person.sees("Both sides changed it")
    assert person.sees("1 of 2 decided")


def test_go_to_shows_the_place_and_keeps_the_review(
    person: Person, legal: Legal, send_back: Import
) -> None:
    send_back(with_one_change(legal))
    person.click("Go to Clause 3.3")
    assert person.window.workshop.bench.editor is not None
    assert person.window.workshop.bench.editor.location() == "duration/notice/length"
    assert person.sees("is not finished")


def test_dropping_the_review_asks_when_something_was_decided(
    person: Person, desk: Desk, legal: Legal, send_back: Import
) -> None:
    before = desk.draft.agreement
    send_back(with_one_change(legal))
    person.press(Qt.Key.Key_A)
    person.click("Drop the review…")
    assert person.sees("The review is not finished")
    person.click("Go on with it")
    person.click("Drop the review…")
    person.click("Drop the review")
    assert person.window.workshop.reviewer.page is None
    assert desk.draft.agreement == before


def test_dropping_a_review_without_decisions_asks_nothing(
    person: Person, legal: Legal, send_back: Import
) -> None:
    send_back(with_one_change(legal))
    person.click("Drop the review…")
    assert person.window.workshop.reviewer.page is None


def test_closing_the_window_asks_first(person: Person, legal: Legal, send_back: Import) -> None:
    send_back(with_one_change(legal))
    person.press(Qt.Key.Key_A)
    person.window.close()
    assert person.window.isVisible()
    person.click("Drop the review")
    person.qtbot.waitUntil(lambda: not person.window.isVisible(), timeout=5000)


def test_opening_another_agreement_asks_first(
    person: Person, desk: Desk, legal: Legal, send_back: Import
) -> None:
    send_back(with_one_change(legal))
    person.press(Qt.Key.Key_A)
    person.window.workshop.commands.open_example()
    assert person.sees("The review is not finished")
    person.click("Go on with it")
    assert person.window.workshop.bench.desk is desk


def test_a_full_disk_keeps_finish_from_applying_anything(
    person: Person, desk: Desk, legal: Legal, send_back: Import, disk: FillingDisk
) -> None:
    before = desk.draft.agreement
    send_back(with_one_change(legal))
    person.press(Qt.Key.Key_A)
    disk.is_full = True
    person.click("Finish")
    disk.is_full = False
    assert desk.draft.agreement == before
    assert person.window.workshop.reviewer.page is not None
    person.click("Finish")
    person.waits_to_see("1 taken, 0 kept; recorded.")
