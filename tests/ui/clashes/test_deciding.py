"""Values that two computers changed differently: both are kept until a person chooses."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from slaeditor.clashes import open_clashes
from tests.ui.clashes.elsewhere import OtherComputer
from tests.ui.window.opened import CTRL, NO_KEYS, Person
from ui.clashes.card import ClashCard
from ui.clashes.page import ClashPage
from ui.desk import Desk

TITLE = "What is this agreement called?, required"
MINE, THEIRS = "Pay run", "All of the salaries"


@pytest.fixture
def both(person: Person, desk: Desk, elsewhere: OtherComputer) -> Person:
    """A person who wrote a title and a reference while others wrote other ones."""
    content = elsewhere.wrote({"title": THEIRS, "reference": "SLA-8"})
    person.write(TITLE, MINE)
    desk.draft.set_text("reference", "SLA-7")
    person.qtbot.waitUntil(lambda: elsewhere.has("reference") == "SLA-7", timeout=5000)
    elsewhere.brings_copy(f"{elsewhere.id} (1).json", content)
    person.waits_to_see("2 values were changed on both sides.")
    return person


def page(person: Person) -> ClashPage:
    """The page of what came from elsewhere."""
    found = person.window.workshop.clashes.page
    assert found is not None
    return found


def at_page(person: Person) -> ClashPage:
    """Open the page with the button of the bar."""
    person.click("Compare both versions")
    return page(person)


def waiting(desk: Desk) -> int:
    """How many clashes wait for a decision."""
    return len(open_clashes(desk.draft.agreement))


def focused() -> ClashCard:
    """The card that has the focus."""
    card = QApplication.focusWidget()
    assert isinstance(card, ClashCard)
    return card


def versions(desk: Desk) -> set[str | None]:
    """What the page offers for the title."""
    card = focused()
    assert card.versions.path == "title"
    return {card.versions.here, card.versions.other}


def test_both_versions_stand_side_by_side(both: Person, desk: Desk) -> None:
    shown = at_page(both)
    assert len(shown.clashes) == 2
    assert both.sees("In place now")
    assert both.sees("0 of 2 decided")
    page(both).cards.focus_path("title")
    assert versions(desk) == {MINE, THEIRS}
    assert both.obstacles() == []


def test_nothing_is_decided_by_looking(both: Person, desk: Desk) -> None:
    before = desk.draft.agreement
    at_page(both)
    both.press(Qt.Key.Key_Escape)
    assert desk.draft.agreement == before
    assert both.sees("2 values were changed on both sides.")


def test_k_keeps_what_stands_and_goes_on_to_the_next_one(both: Person, desk: Desk) -> None:
    shown = at_page(both)
    shown.cards.focus_first()
    first = focused()
    path, here = first.versions.path, first.versions.here
    both.press(Qt.Key.Key_K)
    assert desk.draft.text_at(path) == here
    assert waiting(desk) == 1
    assert focused() is not first
    assert both.sees("Kept as it is")
    assert both.sees("1 of 2 decided")


def test_a_takes_the_other_one(both: Person, desk: Desk) -> None:
    at_page(both).cards.focus_path("title")
    other = focused().versions.other
    both.press(Qt.Key.Key_A)
    assert desk.draft.agreement.title == other
    assert waiting(desk) == 1


def test_a_decision_is_one_step_and_undo_opens_it_again(both: Person, desk: Desk) -> None:
    at_page(both).cards.focus_path("title")
    card = focused()
    both.press(Qt.Key.Key_A)
    both.press(Qt.Key.Key_Z, CTRL)
    assert desk.draft.agreement.title == card.versions.here
    assert waiting(desk) == 2
    assert both.sees("0 of 2 decided")
    both.press(Qt.Key.Key_Y, CTRL)
    assert desk.draft.agreement.title == card.versions.other
    assert waiting(desk) == 1


def test_a_third_version_can_be_written(both: Person, desk: Desk) -> None:
    at_page(both).cards.focus_path("title")
    both.press(Qt.Key.Key_E)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    assert both.obstacles() == []
    QTest.keyClick(line, Qt.Key.Key_A, CTRL)
    QTest.keyClicks(line, "Salaries and pay")
    both.click("Use this text for Title")
    assert desk.draft.agreement.title == "Salaries and pay"
    assert waiting(desk) == 1
    both.press(Qt.Key.Key_Z, CTRL)
    assert waiting(desk) == 2


def test_escape_leaves_the_editor_and_then_the_page(both: Person, desk: Desk) -> None:
    at_page(both).cards.focus_path("title")
    card = focused()
    both.press(Qt.Key.Key_E)
    both.press(Qt.Key.Key_Escape)
    assert focused() is card
    both.press(Qt.Key.Key_Escape)
    assert both.window.workshop.clashes.page is None
    assert waiting(desk) == 2


def test_all_can_be_settled_at_once_in_one_step(both: Person, desk: Desk) -> None:
    shown = at_page(both)
    others = {each.path: each.other for each in shown.clashes}
    both.click("Take all others")
    assert {path: desk.draft.text_at(path) for path in others} == others
    assert waiting(desk) == 0
    both.press(Qt.Key.Key_Z, CTRL)
    assert waiting(desk) == 2


def test_what_was_decided_is_saved_and_stays_decided(
    both: Person, desk: Desk, elsewhere: OtherComputer
) -> None:
    at_page(both)
    both.click("Keep all as they are")
    both.qtbot.waitUntil(lambda: not elsewhere.has("clashes"), timeout=5000)
    both.press(Qt.Key.Key_Escape)
    assert not both.sees("changed on both sides")


def test_the_field_says_so_and_leads_to_both_versions(both: Person) -> None:
    both.click("Compare both versions: What is this agreement called?")
    assert focused().versions.path == "title"
    both.click("Go to Title")
    assert QApplication.focusWidget() is both.find(TITLE)
    both.find("Compare both versions: What is this agreement called?")


def test_it_is_a_thing_to_check(both: Person, desk: Desk) -> None:
    editor = both.window.workshop.bench.editor
    assert editor is not None
    sentence = "Introduction › Title: changed on both sides."
    both.qtbot.waitUntil(
        lambda: any(each.sentence.startswith(sentence) for each in editor.checks.findings),
        timeout=5000,
    )


def test_an_edit_against_a_removal_keeps_the_item_and_asks(
    person: Person, desk: Desk, elsewhere: OtherComputer
) -> None:
    level = desk.draft.agreement.metrics.levels[0]
    path = f"metrics/levels/{level.id}"
    content = elsewhere.wrote({path: ""})
    desk.draft.set_text(f"{path}/name", "Answered calls")
    person.qtbot.waitUntil(lambda: not desk.is_saving, timeout=5000)
    elsewhere.brings_copy(f"{elsewhere.id} - Copy.json", content)
    person.waits_to_see("1 value was changed on both sides.")
    assert desk.draft.agreement.metrics.levels[0].name == "Answered calls"
    at_page(person)
    card = focused()
    assert (card.versions.path, card.versions.other) == (path, None)
    assert person.sees("Removed there")
    both_buttons = [card.keep.accessibleName(), card.take.accessibleName()]
    assert all("Answered calls" in name for name in both_buttons)
    QTest.mouseClick(card.take, Qt.MouseButton.LeftButton, NO_KEYS)
    assert all(each.id != level.id for each in desk.draft.agreement.metrics.levels)
    assert waiting(desk) == 0


def test_arrows_and_f8_go_from_card_to_card(both: Person) -> None:
    at_page(both).cards.focus_first()
    first = focused()
    both.press(Qt.Key.Key_Down)
    second = focused()
    assert second is not first
    both.press(Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert focused() is first
    both.press(Qt.Key.Key_F8)
    assert focused() is second


def test_who_types_the_other_version_has_settled_it(both: Person, desk: Desk) -> None:
    clash = next(each for each in desk.draft.agreement.clashes if each.path == "title")
    both.write(TITLE, MINE if MINE in (clash.other or "") else THEIRS)
    assert waiting(desk) == 1
    both.waits_to_see("1 value was changed on both sides.")
    assert all("What is this agreement called" not in each for each in marks(both))


def marks(person: Person) -> list[str]:
    """The names of the buttons beside fields that lead to both versions."""
    buttons = person.window.findChildren(QAbstractButton)
    names = [each.accessibleName() for each in buttons if each.isVisible()]
    return [name for name in names if name.startswith("Compare both versions: ")]
