"""The sections at the side: how far each is, and going from one to another."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QListWidget
from shiboken6 import isValid

from slaeditor.editing.templates import finished_example
from tests.ui.editor.conftest import CTRL, Open, Sight


def sections(sight: Sight) -> QListWidget:
    """The list at the side."""
    lists = sight.page.findChildren(QListWidget)
    return next(each for each in lists if each.accessibleName() == "Sections")


def spoken(sight: Sight) -> list[str]:
    """What a screen reader says of each section."""
    view = sections(sight)
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(view.item(row).data(role)) for row in range(view.count())]


def test_each_section_says_in_words_how_far_it_is(opened: Open) -> None:
    sight = opened()
    assert spoken(sight)[0].startswith("Introduction, ")
    assert spoken(sight)[0].endswith(" answers")
    assert spoken(sight)[4] == "Contacts and signatures, not started"
    assert "0 of 5 sections complete" in sight.texts


def test_a_finished_agreement_is_complete(opened: Open) -> None:
    sight = opened(finished_example())
    assert all(words.endswith(", complete") for words in spoken(sight))
    assert "5 of 5 sections complete" in sight.texts


def test_what_can_not_be_read_needs_attention(opened: Open) -> None:
    sight = opened(finished_example())
    sight.draft.enter("duration/review/every", "soon")
    sight.settle()
    assert spoken(sight)[2] == "Duration, 1 item needs attention"
    sight.draft.enter("duration/effective_date", "some day")
    sight.settle()
    assert spoken(sight)[2] == "Duration, 2 items need attention"


def test_nothing_is_counted_while_a_key_is_handled(opened: Open) -> None:
    sight = opened()
    before = sight.page.checker.latest
    sight.type("Payroll")
    assert sight.page.checker.latest is before
    sight.settle()
    assert sight.page.checker.latest is not before


def test_arrow_keys_show_a_section_and_stay_in_the_list(opened: Open) -> None:
    sight = opened()
    sections(sight).setFocus()
    sight.key(Qt.Key.Key_Down)
    assert sight.page.location() == "scope"
    assert sections(sight).hasFocus()


def test_return_and_a_click_go_into_a_section(opened: Open) -> None:
    sight = opened()
    sections(sight).setFocus()
    sight.key(Qt.Key.Key_Down)
    sight.key(Qt.Key.Key_Down)
    sight.key(Qt.Key.Key_Return)
    assert sight.place == "duration/effective_date"
    view = sections(sight)
    middle = view.visualItemRect(view.item(0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert sight.place == "title"


def test_keys_lead_to_the_next_and_the_previous_section(opened: Open) -> None:
    sight = opened()
    sight.key(Qt.Key.Key_PageDown, CTRL)
    assert sections(sight).currentRow() == 1
    sight.key(Qt.Key.Key_PageDown, CTRL)
    assert sight.place == "duration/effective_date"
    sight.key(Qt.Key.Key_PageUp, CTRL)
    sight.key(Qt.Key.Key_PageUp, CTRL)
    sight.key(Qt.Key.Key_PageUp, CTRL)
    assert sight.place == "title"


def test_the_buttons_at_the_foot_lead_on(opened: Open) -> None:
    sight = opened()
    sight.page.reveal("duration")
    sight.press("Go on to: Service levels")
    assert sections(sight).currentRow() == 3


def test_a_narrow_window_has_a_drop_down_instead(opened: Open) -> None:
    sight = opened(width=860)
    assert not sections(sight).isVisible()
    boxes = [each for each in sight.page.findChildren(QComboBox) if each.isVisible()]
    box = next(each for each in boxes if each.findData("metrics") >= 0)
    assert box.itemData(0, Qt.ItemDataRole.AccessibleTextRole) == spoken(sight)[0]
    box.setFocus()
    sight.key(Qt.Key.Key_Down)
    assert sight.page.location() == "scope"
    assert box.hasFocus()
    sight.key(Qt.Key.Key_PageDown, CTRL)
    assert box.currentData() == "duration"


@pytest.mark.parametrize("path", ["duration/review/every", "scope/users", "metrics"])
def test_the_place_can_be_found_again(opened: Open, path: str) -> None:
    sight = opened()
    assert sight.page.reveal(path)
    place = sight.page.location()
    assert place.startswith(path)
    sight.page.reveal("title")
    assert sight.page.reveal(place)
    assert sight.page.location() == place


def test_a_place_that_is_not_there_is_not_revealed(opened: Open) -> None:
    sight = opened()
    assert not sight.page.reveal("nowhere/at/all")
    assert not sight.page.reveal("clauses/x/text")
    assert sight.place == "title"


def test_a_page_that_is_gone_hears_nothing_more(opened: Open) -> None:
    sight = opened()
    page = sight.window.takeCentralWidget()
    assert page is not None
    page.deleteLater()
    sight.qtbot.waitUntil(lambda: not isValid(page))
    sight.draft.set_text("title", "Payroll")
