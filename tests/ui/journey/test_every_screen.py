"""Every screen and dialog on a small laptop: named, reachable by keys, and nothing cut off."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from slaeditor.agreement import SECTIONS
from tests.ui.journey.person import CTRL, SHIFT, Person, name_of
from tests.ui.journey.room import Room
from tests.ui.journey.sight import obstacles
from tests.ui.window.opened import stored

TEMPLATES = ("internal-it-service-desk", "external-hosted-application")


def with_agreement(room: Room, template: str = TEMPLATES[0]) -> Person:
    """Somebody before the list with one agreement."""
    stored(room.library, "Payroll", template)
    return room.sit_down()


def unfold_all(person: Person) -> None:
    """Open every More detail in view, also those that come up by it."""
    while True:
        folds = [name_of(each) for each in person.shown()]
        closed = [name for name in folds if name.endswith(", hidden")]
        if not closed:
            return
        person.click(closed[0])


def test_the_empty_library(room: Room) -> None:
    assert obstacles(room.sit_down()) == []


def test_the_list_with_a_damaged_file_and_the_trash(room: Room) -> None:
    lost = stored(room.library, "Order portal")
    path = room.library.folder / "drafts" / f"{lost}.json"
    path.write_bytes(path.read_bytes()[:500])
    person = with_agreement(room)
    person.click_line("Agreements", path.name)
    assert obstacles(person) == []
    person.fill("Search agreements", "nobody wrote this")
    person.waits_to_see("Nothing found")
    assert obstacles(person) == []
    person.click("Show all")
    person.click_line("Agreements", "Payroll")
    person.press(Qt.Key.Key_Delete)
    assert obstacles(person) == []
    person.click_line("What to show", "Trash")
    assert obstacles(person) == []


@pytest.mark.parametrize("section", SECTIONS.values())
@pytest.mark.parametrize("template", TEMPLATES)
def test_each_section_with_everything_unfolded(room: Room, template: str, section: str) -> None:
    person = with_agreement(room, template)
    person.press(Qt.Key.Key_Return)
    person.click_line("Sections", section)
    assert obstacles(person) == []
    unfold_all(person)
    assert obstacles(person) == []


@pytest.mark.parametrize("template", TEMPLATES)
def test_the_page_of_a_service_level_with_everything_unfolded(room: Room, template: str) -> None:
    person = with_agreement(room, template)
    person.press(Qt.Key.Key_Return)
    person.click_line("Sections", "Service levels")
    person.click("Open service level")
    assert obstacles(person) == []
    unfold_all(person)
    assert obstacles(person) == []
    person.click("All service levels (")
    person.click("Add service level")
    assert obstacles(person) == []


def test_things_to_check_find_and_the_narrow_window(room: Room) -> None:
    person = with_agreement(room)
    person.press(Qt.Key.Key_Return)
    person.press(Qt.Key.Key_R, CTRL)
    person.waits_to_see("Must be fixed (")
    person.waits_for_quiet()
    assert obstacles(person) == []
    person.press(Qt.Key.Key_F, CTRL)
    person.type("desk")
    person.press(Qt.Key.Key_Return)
    assert obstacles(person) == []
    person.window.resize(900, 600)
    assert obstacles(person) == []
    person.press(Qt.Key.Key_F9)
    assert obstacles(person) == []


def test_an_export_and_what_it_says_at_the_end(room: Room) -> None:
    person = with_agreement(room)
    person.press(Qt.Key.Key_Return)
    room.desktop.answer = room.folder / "payroll.docx"
    person.press(Qt.Key.Key_E, CTRL)
    assert obstacles(person) == []
    person.press(Qt.Key.Key_Return)
    assert obstacles(person) == []
    person.waits_to_see("Exported to")
    assert obstacles(person) == []
    room.desktop.answer = room.folder / "nowhere" / "payroll.docx"
    person.press(Qt.Key.Key_E, CTRL)
    person.press(Qt.Key.Key_Return)
    person.waits_to_see("doesn't exist")
    assert obstacles(person) == []


@pytest.mark.parametrize("kind", ["Between two departments", "For a customer"])
def test_the_three_steps_of_a_new_agreement(room: Room, kind: str) -> None:
    person = with_agreement(room)
    person.press(Qt.Key.Key_N, CTRL)
    assert obstacles(person) == []
    person.click(kind)
    person.click("Next")
    assert obstacles(person) == []
    person.click("Do both belong to the same company? No, two companies of one group")
    assert obstacles(person) == []
    person.click("Next")
    assert obstacles(person) == []
    person.click("Begin with A copy of an agreement of mine")
    assert obstacles(person) == []


def in_settings(person: Person) -> None:
    person.choose_in_menu("Tools", "Settings")


def in_keyboard(person: Person) -> None:
    person.choose_in_menu("Help", "Keyboard")


def in_about(person: Person) -> None:
    person.choose_in_menu("Help", "About")


def in_duplicate(person: Person) -> None:
    person.press(Qt.Key.Key_D, CTRL)


def in_rename(person: Person) -> None:
    person.press(Qt.Key.Key_F2)


def in_history(person: Person) -> None:
    person.press(Qt.Key.Key_Return)
    person.press(Qt.Key.Key_H, CTRL | SHIFT)


def in_naming_a_point(person: Person) -> None:
    in_history(person)
    person.click("Name this version…")


def in_deleting(person: Person) -> None:
    person.press(Qt.Key.Key_Delete)
    person.click_line("What to show", "Trash")
    person.click("Delete for good…")


def in_emptying(person: Person) -> None:
    person.press(Qt.Key.Key_Delete)
    person.click_line("What to show", "Trash")
    person.click("Empty trash…")


def test_the_history_and_escape_leaves_it(room: Room) -> None:
    person = with_agreement(room)
    in_history(person)
    person.waits_to_see("No changes")
    assert obstacles(person) == []
    person.click("Whole document")
    assert obstacles(person) == []
    person.press(Qt.Key.Key_Escape)
    assert person.look_for("Points, newest first") is None


DIALOGS = (
    in_settings,
    in_keyboard,
    in_about,
    in_duplicate,
    in_rename,
    in_naming_a_point,
    in_deleting,
    in_emptying,
)


@pytest.mark.parametrize("go", DIALOGS, ids=[go.__name__ for go in DIALOGS])
def test_each_dialog_and_escape_leaves_it(room: Room, go: Callable[[Person], None]) -> None:
    person = with_agreement(room)
    go(person)
    dialog = person.before
    assert dialog is not person.window
    assert obstacles(person) == []
    person.press(Qt.Key.Key_Escape)
    assert person.before is not dialog
