"""The list of agreements: what it shows, how one finds and orders things in it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from slaeditor.library.drafts import Library
from tests.ui.window.opened import CTRL, NO_KEYS, Person, stored

Show = Callable[[], Person]


@pytest.fixture
def three(library: Library) -> list[str]:
    """Three agreements; their ids, oldest first."""
    return [
        stored(library, "Payroll", customer="Finance"),
        stored(library, "Order portal", "external-hosted-application", "Northwind", "Contoso"),
        stored(library, "Leads", "internal-blank", "Marketing", "Sales"),
    ]


def test_an_empty_library_says_what_to_do(show: Show) -> None:
    person = show()
    assert person.sees("No agreements yet.")
    assert person.sees("Start one, or look at a finished example.")
    assert person.find("Open the example").isEnabled()
    assert not person.find("Search agreements").isEnabled()
    assert person.obstacles() == []


def test_the_first_focus_in_an_empty_library_is_the_button_for_a_new_agreement(show: Show) -> None:
    show()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert getattr(focused, "text", str)() == "New agreement"


def test_the_newest_agreement_stands_first_with_all_its_words(show: Show, three: list[str]) -> None:
    person = show()
    assert person.titles() == ["Leads", "Order portal", "Payroll"]
    title, kind, other, status, ready, changed = person.line(1)
    assert (title, kind, other, status) == (
        "Order portal",
        "Customer agreement",
        "Contoso",
        "Draft",
    )
    assert ready.endswith(" of 5")
    assert changed.startswith("today, ")
    assert person.sees("3 agreements on this computer")


def test_a_line_is_read_out_as_one_sentence(show: Show, three: list[str]) -> None:
    person = show()
    spoken = person.window.page.model.index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Payroll, Internal agreement, Finance, Draft, ")
    assert "sections ready" in spoken


def test_words_find_titles_parties_and_text(show: Show, three: list[str]) -> None:
    person = show()
    for words, found in (
        ("payroll", ["Payroll"]),
        ("contoso", ["Order portal"]),
        ("service desk", ["Payroll"]),
    ):
        person.write("Search agreements", words)
        person.waits_for(found)


def test_a_search_without_a_hit_leads_back(show: Show, three: list[str]) -> None:
    person = show()
    person.write("Search agreements", "nowhere")
    person.waits_to_see("Nothing found")
    person.click("Show all")
    assert len(person.titles()) == 3


def test_escape_empties_the_search_and_down_goes_to_the_list(show: Show, three: list[str]) -> None:
    person = show()
    person.press(Qt.Key.Key_F, CTRL)
    QTest.keyClicks(person.find("Search agreements"), "payroll")
    person.press(Qt.Key.Key_Escape)
    assert person.window.page.filters.search.text() == ""
    person.press(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is person.window.page.table


def test_status_and_kind_narrow_the_list(show: Show, three: list[str]) -> None:
    person = show()
    kinds = person.window.page.filters.kind
    kinds.setFocus()
    person.press(Qt.Key.Key_Down)
    person.press(Qt.Key.Key_Down)
    assert kinds.currentText() == "Customer agreement"
    assert person.titles() == ["Order portal"]
    person.press(Qt.Key.Key_Home)
    statuses = person.window.page.filters.status
    statuses.setFocus()
    QTest.keyClicks(statuses, "With legal")
    assert person.titles() == []
    assert person.sees("Nothing found")


def test_a_click_on_a_heading_sorts_and_another_one_turns_the_order(
    show: Show, three: list[str]
) -> None:
    person = show()
    heads = person.window.page.table.horizontalHeader().viewport()
    QTest.mouseClick(heads, Qt.MouseButton.LeftButton, NO_KEYS, QPoint(30, 10))
    assert person.titles() == ["Leads", "Order portal", "Payroll"]
    QTest.mouseClick(heads, Qt.MouseButton.LeftButton, NO_KEYS, QPoint(30, 10))
    assert person.titles() == ["Payroll", "Order portal", "Leads"]


def test_the_menu_sorts_too_and_the_chosen_line_stays_chosen(show: Show, three: list[str]) -> None:
    person = show()
    person.chooses("Payroll")
    person.window.actions_by_name["sort_title"].trigger()
    assert person.titles() == ["Leads", "Order portal", "Payroll"]
    current = person.window.page.current()
    assert current is not None
    assert current.title == "Payroll"


def test_what_another_program_did_shows_when_the_person_comes_back(
    show: Show, library: Library, three: list[str]
) -> None:
    person = show()
    Library(library.folder).trash(three[0])
    person.window.page.refresh()
    assert "Payroll" not in person.titles()
    assert person.sees("2 agreements on this computer")


def test_the_menu_of_a_line_offers_what_can_be_done_with_it(show: Show, three: list[str]) -> None:
    person = show()
    table = person.window.page.table
    table.customContextMenuRequested.emit(table.visualRect(table.currentIndex()).center())
    menus = [each for each in person.window.page.findChildren(QMenu) if each.isVisible()]
    words = [action.text().replace("&", "") for action in menus[0].actions()]
    assert words == ["Open", "Duplicate…", "Rename…", "Move to trash"]
    menus[0].close()


def test_the_list_can_be_used_without_a_mouse(show: Show, three: list[str]) -> None:
    person = show()
    assert person.obstacles() == []


def test_a_title_that_looks_like_html_is_shown_as_it_is(show: Show, library: Library) -> None:
    title = "<img src='file:///etc/hostname'> & <b>more</b>"
    stored(library, title)
    person = show()
    assert person.titles() == [title]
    tip = person.window.page.model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    shown = QTextDocument()
    shown.setHtml(tip)
    assert shown.toPlainText() == title
