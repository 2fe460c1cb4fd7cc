"""What another computer writes comes into the open agreement by itself, and is told."""

from time import monotonic

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from slaeditor.library.drafts import Library
from tests.ui.clashes.elsewhere import OtherComputer
from tests.ui.window.opened import CTRL, NO_KEYS, Person
from ui.desk import Desk

TITLE = "What is this agreement called?, required"


def title_field(person: Person) -> QLineEdit:
    """The field of the title."""
    field = person.find(TITLE)
    assert isinstance(field, QLineEdit)
    return field


def test_a_change_elsewhere_is_noticed_within_two_seconds_and_without_a_key(
    person: Person, desk: Desk, elsewhere: OtherComputer
) -> None:
    person.qtbot.wait(300)
    begun = monotonic()
    elsewhere.writes({"reference": "SLA-7"})
    person.qtbot.waitUntil(lambda: desk.draft.agreement.reference == "SLA-7", timeout=5000)
    assert monotonic() - begun < 2.0
    person.waits_to_see("Changed on another computer: 1 change taken over.")
    assert not desk.draft.undo_stack.undo_label
    assert person.obstacles() == []


def test_a_conflict_copy_is_merged_and_goes_out_of_the_way(
    person: Person, desk: Desk, elsewhere: OtherComputer, library: Library
) -> None:
    content = elsewhere.wrote({"reference": "SLA-7"})
    person.write(TITLE, "Pay run")
    person.qtbot.waitUntil(lambda: elsewhere.has("title") == "Pay run", timeout=5000)
    name = f"{elsewhere.id}.sync-conflict-20261124-101500-ABCDEFG.json"
    copy = elsewhere.brings_copy(name, content)
    person.waits_to_see("1 change taken over")
    assert desk.draft.agreement.title == "Pay run"
    assert desk.draft.agreement.reference == "SLA-7"
    person.qtbot.waitUntil(lambda: not copy.exists(), timeout=5000)
    assert (library.local / "merged" / name).read_bytes() == content


def test_what_was_taken_over_is_listed_with_before_and_after(
    person: Person, elsewhere: OtherComputer
) -> None:
    elsewhere.writes({"title": "Salaries", "reference": "SLA-7"})
    person.waits_to_see("2 changes taken over")
    person.click("Show")
    assert person.sees("Changes from another computer")
    person.find("Introduction, Title: Payroll became Salaries")
    person.find("Introduction, Reference: nothing became SLA-7")
    assert person.obstacles() == []
    person.press(Qt.Key.Key_Escape)
    assert person.find(TITLE).isVisible()


def test_caret_selection_and_focus_of_the_field_stay(
    person: Person, desk: Desk, elsewhere: OtherComputer
) -> None:
    field = title_field(person)
    field.setFocus(Qt.FocusReason.TabFocusReason)
    field.setSelection(2, 3)
    elsewhere.writes({"reference": "SLA-7"})
    person.qtbot.waitUntil(lambda: desk.draft.agreement.reference == "SLA-7", timeout=5000)
    person.qtbot.wait(100)
    assert QApplication.focusWidget() is field
    assert (field.selectionStart(), field.selectedText()) == (2, "yro")


def test_somebody_in_the_middle_of_a_word_goes_on_in_it(
    person: Person, desk: Desk, elsewhere: OtherComputer
) -> None:
    field = title_field(person)
    person.write(TITLE, "Pay")
    elsewhere.replaces(elsewhere.wrote({"title": "All of the salaries"}))
    for letter in " run of the month":
        QTest.keyClicks(field, letter)
        person.qtbot.wait(120)
    assert field.text() == "Pay run of the month"
    person.waits_to_see("1 value was changed on both sides.")
    said = f"{desk.draft.agreement.title} {desk.draft.agreement.clashes[0].other}"
    assert "Pay run of the month" in said
    assert "All of the salaries" in said


def test_undo_takes_back_my_steps_only(
    person: Person, desk: Desk, elsewhere: OtherComputer
) -> None:
    person.write(TITLE, "Pay run")
    person.qtbot.waitUntil(lambda: elsewhere.has("title") == "Pay run", timeout=5000)
    elsewhere.writes({"reference": "SLA-7"})
    person.qtbot.waitUntil(lambda: desk.draft.agreement.reference == "SLA-7", timeout=5000)
    while desk.draft.undo_stack.undo_label:
        person.press(Qt.Key.Key_Z, CTRL)
    assert desk.draft.agreement.title == "Payroll"
    assert desk.draft.agreement.reference == "SLA-7"


def test_what_waited_is_merged_when_the_agreement_is_opened(
    person: Person, elsewhere: OtherComputer
) -> None:
    content = elsewhere.wrote({"reference": "SLA-7"})
    person.write(TITLE, "Pay run")
    person.window.workshop.bench.put_away(lambda: None)
    elsewhere.brings_copy(f"{elsewhere.id} (Anna's conflicted copy 2026-11-24).json", content)
    person.window.workshop.bench.open_draft(elsewhere.id)
    desk = person.window.workshop.bench.desk
    assert desk is not None
    person.qtbot.waitUntil(lambda: desk.draft.agreement.reference == "SLA-7", timeout=5000)
    assert desk.draft.agreement.title == "Pay run"
    person.waits_to_see("1 change taken over")


def test_own_saves_are_no_news(person: Person, desk: Desk) -> None:
    for text in ("Pay", "Pay run", "Payroll run"):
        person.write(TITLE, text)
        person.qtbot.wait(1200)
    assert not person.sees("Changed on another computer")
    assert desk.failure is None


def test_the_pointer_works_too(person: Person, elsewhere: OtherComputer) -> None:
    elsewhere.writes({"reference": "SLA-7"})
    person.waits_to_see("1 change taken over")
    person.click("Show")
    person.click("Go to Reference")
    focused = QApplication.focusWidget()
    assert isinstance(focused, QLineEdit)
    assert focused.text() == "SLA-7"
    QTest.mouseClick(focused, Qt.MouseButton.LeftButton, NO_KEYS)


def test_the_list_shows_one_agreement_and_says_that_another_version_waits(
    person: Person, elsewhere: OtherComputer
) -> None:
    content = elsewhere.wrote({"title": "All of the salaries"})
    person.write(TITLE, "Pay run")
    person.press(Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier)
    person.qtbot.waitUntil(lambda: person.titles() == ["Pay run"], timeout=5000)
    elsewhere.brings_copy(f"{elsewhere.id}-LAPTOP-7.json", content)
    person.qtbot.waitUntil(lambda: "2 versions" in person.line(0)[3], timeout=8000)
    assert len(person.titles()) == 1
    person.press(Qt.Key.Key_Return)
    person.waits_to_see("1 value was changed on both sides.")
    person.press(Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier)
    person.qtbot.waitUntil(lambda: "1 to choose" in person.line(0)[3], timeout=5000)
    assert person.obstacles() == []


def test_where_only_a_conflict_copy_is_left_it_opens_as_the_agreement(
    person: Person, elsewhere: OtherComputer
) -> None:
    person.window.workshop.bench.put_away(lambda: None)
    content = elsewhere.file.read_bytes()
    elsewhere.brings_copy(f"{elsewhere.id} (1).json", content)
    elsewhere.file.unlink()
    person.window.look_again()
    person.waits_for(["Payroll"])
    person.press(Qt.Key.Key_Return)
    assert person.find(TITLE).isVisible()
    assert elsewhere.has("title") == "Payroll"


def test_who_can_only_read_sees_what_the_other_writes_and_stores_nothing(
    person: Person, desk: Desk, elsewhere: OtherComputer
) -> None:
    desk.draft.permission.refuse("Somebody else has it open.")
    elsewhere.writes({"reference": "SLA-7"})
    written = elsewhere.file.read_bytes()
    person.qtbot.waitUntil(lambda: desk.draft.agreement.reference == "SLA-7", timeout=5000)
    person.qtbot.wait(300)
    assert elsewhere.file.read_bytes() == written
    assert not desk.draft.permission.is_given
