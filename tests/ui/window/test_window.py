"""The window itself: menus, text size, where the person was, and the way of the keys."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from slaeditor.editing.places import Places
from slaeditor.library.drafts import Library
from tests.ui.window.opened import ALT, CTRL, AnsweringDesktop, Person, stored
from ui.fields.choice_box import ChoiceBox

Show = Callable[[], Person]
TITLE = "What is this agreement called?, required"


@pytest.fixture
def person(show: Show, library: Library) -> Person:
    """A person before a list of two agreements."""
    stored(library, "Order portal", "external-hosted-application", "Northwind", "Contoso")
    stored(library, "Payroll")
    return show()


def entries(person: Person, letter: str) -> list[str]:
    """What shows in a menu."""
    menu = person.window.actions_by_name.menus[letter]
    return [
        action.text().replace("&", "")
        for action in menu.actions()
        if action.isVisible() and not action.isSeparator()
    ]


def test_the_menus_of_the_list_offer_what_works_there(person: Person) -> None:
    assert entries(person, "F") == [
        *("New agreement…", "Open file…", "Import review…", "Export the list as CSV…"),
        *("Back up the whole library…", "Restore from a back-up file…", "Quit"),
    ]
    assert entries(person, "A") == ["Open", "Duplicate…", "Rename…", "Move to trash"]
    assert entries(person, "E") == ["Find agreements"]


def test_the_menus_of_the_editor_offer_what_works_there(person: Person) -> None:
    person.press(Qt.Key.Key_Return)
    assert "Export…" in entries(person, "F")
    assert entries(person, "E")[:2] == ["Undo", "Redo"]
    assert "Things to check" in entries(person, "A")
    assert "History…" in entries(person, "A")
    assert person.obstacles() == []
    person.press(Qt.Key.Key_Home, ALT)
    assert entries(person, "E") == ["Find agreements"]


def test_undo_in_the_menu_says_what_it_takes_back(person: Person) -> None:
    person.press(Qt.Key.Key_Return)
    person.write(TITLE, "Pay run")
    assert entries(person, "E")[0].startswith("Undo What is this agreement called?")
    person.press(Qt.Key.Key_Z, CTRL)
    assert person.window.windowTitle() == "Payroll – SLA Editor"


def test_an_agreement_reopens_where_the_person_was(
    person: Person, show: Show, library: Library
) -> None:
    person.press(Qt.Key.Key_Return)
    person.press(Qt.Key.Key_PageDown, CTRL)
    person.press(Qt.Key.Key_PageDown, CTRL)
    person.press(Qt.Key.Key_Tab)
    editor = person.window.workshop.bench.editor
    assert editor is not None
    place = editor.location()
    assert place.startswith("duration")
    person.window.close()
    someone = show()
    someone.press(Qt.Key.Key_Return)
    again = someone.window.workshop.bench.editor
    assert again is not None
    assert again.location() == place


def test_a_place_that_was_only_looked_at_is_remembered_without_closing(
    person: Person, library: Library
) -> None:
    person.press(Qt.Key.Key_Return)
    person.press(Qt.Key.Key_PageDown, CTRL)
    person.press(Qt.Key.Key_Tab)
    bench = person.window.workshop.bench
    assert bench.editor is not None and bench.desk is not None
    place, draft_id = bench.editor.location(), bench.desk.id
    person.qtbot.waitUntil(lambda: Places(library.local).of(draft_id).path == place, timeout=3000)


def test_opening_another_one_puts_the_first_away(person: Person) -> None:
    person.press(Qt.Key.Key_Return)
    person.press(Qt.Key.Key_Home, ALT)
    person.chooses("Order portal")
    person.press(Qt.Key.Key_Return)
    assert person.window.windowTitle() == "Order portal – SLA Editor"


def test_the_status_bar_tells_the_folder_and_the_words(person: Person, library: Library) -> None:
    assert any(str(library.folder) in text for text in person.tooltips())
    person.press(Qt.Key.Key_Return)
    person.waits_to_see(" words")


def test_text_grows_and_shrinks_with_keys_and_is_remembered(person: Person) -> None:
    person.press(Qt.Key.Key_Plus, CTRL)
    person.press(Qt.Key.Key_Plus, CTRL)
    assert person.window.look.settings.text_size == 120
    person.press(Qt.Key.Key_0, CTRL)
    assert person.window.look.settings.text_size == 100


def test_settings_are_in_use_at_once(person: Person) -> None:
    person.press(Qt.Key.Key_Comma, CTRL)
    assert person.obstacles() == []
    before = QApplication.palette().window().color()
    theme = person.before.findChildren(ChoiceBox)[0]
    QTest.keyClicks(theme, "Dark")
    assert person.window.look.settings.theme == "dark"
    assert QApplication.palette().window().color() != before
    QTest.keyClick(theme, Qt.Key.Key_Home)
    person.click("Close")


def test_the_folder_of_the_library_can_be_opened(
    person: Person, desktop: AnsweringDesktop, library: Library
) -> None:
    person.window.actions_by_name["folder"].trigger()
    assert desktop.opened == [library.folder]


def test_about_says_that_nothing_goes_online(person: Person) -> None:
    person.window.actions_by_name["about"].trigger()
    assert person.sees("This program never goes online.")
    assert person.obstacles() == []
    person.press(Qt.Key.Key_Escape)


def test_all_keys_can_be_looked_up(person: Person) -> None:
    person.window.actions_by_name["keys"].trigger()
    assert isinstance(person.before, QDialog)
    assert person.obstacles() == []
    person.press(Qt.Key.Key_Escape)


def test_the_menus_survive_what_is_deleted_behind_the_tab_key(person: Person) -> None:
    person.press(Qt.Key.Key_Return)
    for _step in range(3):
        person.press(Qt.Key.Key_Tab)
    bar = person.window.tell("example", "A notice that goes again")
    person.press(Qt.Key.Key_Tab)
    person.window.notices.take("example")
    del bar
    QApplication.sendPostedEvents(None, 52)
    person.press(Qt.Key.Key_Home, ALT)
    assert entries(person, "E") == ["Find agreements"]
