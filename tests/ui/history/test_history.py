"""The history: look at a point, name it, go back to it, and undo that."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget, QTextEdit

from slaeditor.library.drafts import Library
from tests.ui.window.opened import CTRL, SHIFT, Person, stored

Show = Callable[[], Person]
TITLE = "What is this agreement called?, required"


@pytest.fixture
def payroll(library: Library) -> str:
    """An agreement with a point named before it was renamed."""
    draft_id = stored(library, "Payroll")
    draft = library.open(draft_id).draft
    library.history(draft_id).add(draft, "Sent to Ada", "named")
    library.save(draft_id, {**draft, "title": "Pay run"})
    return draft_id


@pytest.fixture
def person(show: Show, payroll: str) -> Person:
    """A person who looks at its history."""
    someone = show()
    someone.press(Qt.Key.Key_Return)
    someone.press(Qt.Key.Key_H, CTRL | SHIFT)
    return someone


def points(person: Person) -> list[str]:
    """The first line of each entry."""
    view = person.find("Points, newest first")
    assert isinstance(view, QListWidget)
    return [view.item(number).text().splitlines()[0] for number in range(view.count())]


def text(person: Person) -> str:
    """What the right side says."""
    shown = person.find("Preview of the document")
    assert isinstance(shown, QTextEdit)
    return shown.toPlainText()


def title(person: Person) -> str | None:
    """The title of the open agreement."""
    desk = person.window.workshop.bench.desk
    assert desk is not None
    return desk.draft.agreement.title


def test_the_points_stand_newest_first_under_the_present_state(person: Person) -> None:
    assert points(person) == ["Now", "Opened", "Sent to Ada"]
    assert person.obstacles() == []


def test_a_chosen_point_shows_what_the_document_said_then(person: Person) -> None:
    assert "Pay run" in text(person)
    person.press(Qt.Key.Key_End)
    assert "Payroll" in text(person)
    assert "Pay run" not in text(person)


def test_going_back_is_one_step_that_can_be_undone(
    person: Person, library: Library, payroll: str
) -> None:
    person.press(Qt.Key.Key_End)
    person.click("Go back to this")
    assert title(person) == "Payroll"
    labels = [each.label for each in library.history(payroll).points()]
    assert labels[0] in ("Before going back", "Opened")
    desk = person.window.workshop.bench.desk
    assert desk is not None
    desk.draft.undo()
    assert title(person) == "Pay run"


def test_going_back_makes_a_point_of_what_was_changed_since(
    person: Person, library: Library, payroll: str
) -> None:
    person.click("Close")
    person.write(TITLE, "Salaries")
    person.press(Qt.Key.Key_H, CTRL | SHIFT)
    person.press(Qt.Key.Key_End)
    person.click("Go back to this")
    history = library.history(payroll)
    newest = history.points()[0]
    assert newest.label == "Before going back"
    assert history.at(newest.id)["title"] == "Salaries"


def test_the_present_state_can_be_named(person: Person, library: Library, payroll: str) -> None:
    person.click("Name this point…")
    QTest.keyClicks(person.find("Name"), "Before the review")
    person.press(Qt.Key.Key_Return)
    newest = library.history(payroll).points()[0]
    assert (newest.label, newest.kind) == ("Before the review", "named")
    assert points(person)[1] == "Before the review"


def test_a_point_can_be_renamed(person: Person, library: Library, payroll: str) -> None:
    person.press(Qt.Key.Key_End)
    person.click("Name this point…")
    person.write("Name", "Sent to Grace")
    person.click("Name it")
    assert [each.label for each in library.history(payroll).points()] == [
        "Opened",
        "Sent to Grace",
    ]


def test_the_present_state_is_no_point_to_go_back_to(person: Person) -> None:
    assert not person.find("Go back to this").isEnabled()


def test_a_history_that_cannot_be_read_is_told(show: Show, library: Library, payroll: str) -> None:
    path = library.history(payroll).path
    path.unlink()
    path.mkdir()
    someone = show()
    someone.press(Qt.Key.Key_Return)
    someone.press(Qt.Key.Key_H, CTRL | SHIFT)
    assert points(someone) == ["Now"]
    assert someone.sees("can't be read")
