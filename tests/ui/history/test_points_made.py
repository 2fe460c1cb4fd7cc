"""Points that nobody asks for, and going back to what was opened."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from slaeditor.library.drafts import Library
from tests.ui.window.opened import CTRL, Person, stored

Show = Callable[[], Person]
TITLE = "What is this agreement called?, required"


@pytest.fixture
def payroll(library: Library) -> str:
    """One agreement."""
    return stored(library, "Payroll")


@pytest.fixture
def person(show: Show, payroll: str) -> Person:
    """A person who has opened it."""
    assert payroll
    someone = show()
    someone.press(Qt.Key.Key_Return)
    return someone


def revert(person: Person) -> None:
    """Choose the command in the menu File."""
    person.window.actions_by_name["revert"].trigger()


def kinds(library: Library, draft_id: str) -> list[str]:
    """The kinds of the points, oldest first."""
    return [point.kind for point in library.history(draft_id).points()[::-1]]


def title(person: Person) -> str | None:
    """What the open agreement is called."""
    desk = person.window.workshop.bench.desk
    assert desk is not None
    return desk.draft.agreement.title


def test_a_new_status_is_a_point_once_it_is_saved(
    person: Person, library: Library, payroll: str
) -> None:
    desk = person.window.workshop.bench.desk
    assert desk is not None
    desk.draft.set_text("status", "agreed")
    assert desk.wait_until_saved()
    assert kinds(library, payroll) == ["opened", "status"]
    assert library.history(payroll).points()[0].label == "Status: Agreed"


def test_a_point_that_can_not_be_made_is_told(
    person: Person, library: Library, payroll: str
) -> None:
    desk = person.window.workshop.bench.desk
    assert desk is not None
    path = library.history(payroll).path
    path.unlink()
    path.mkdir()
    desk.draft.set_text("status", "agreed")
    assert desk.wait_until_saved()
    person.waits_to_see("The agreement is saved, but its history could not be")


def test_reverting_asks_with_what_will_change(
    person: Person, library: Library, payroll: str
) -> None:
    person.write(TITLE, "Pay run")
    revert(person)
    assert person.sees("This changes back to what it was when you opened the agreement")
    assert person.sees("Title")
    assert person.obstacles() == []
    person.press(Qt.Key.Key_Escape)
    assert title(person) == "Pay run"
    assert kinds(library, payroll) == ["opened"]


def test_reverting_is_one_step_and_keeps_what_stood_there(
    person: Person, library: Library, payroll: str
) -> None:
    person.write(TITLE, "Pay run")
    revert(person)
    person.click("Revert")
    assert title(person) == "Payroll"
    history = library.history(payroll)
    point = history.points()[0]
    assert (point.kind, history.at(point.id)["title"]) == ("restored", "Pay run")
    assert person.sees("Undo takes you forward again")
    person.press(Qt.Key.Key_Z, CTRL)
    assert title(person) == "Pay run"


def test_there_is_nothing_to_revert_at_first(
    person: Person, library: Library, payroll: str
) -> None:
    revert(person)
    assert person.sees("Nothing has changed since this agreement was opened.")
    assert kinds(library, payroll) == ["opened"]


def test_nothing_is_reverted_where_what_stands_there_can_not_be_kept(
    person: Person, library: Library, payroll: str
) -> None:
    person.write(TITLE, "Pay run")
    path = library.history(payroll).path
    path.unlink()
    path.mkdir()
    revert(person)
    person.click("Revert")
    assert title(person) == "Pay run"
    assert person.sees("can't be read")
