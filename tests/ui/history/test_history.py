"""The history: versions to choose from, what changed between two, and the way back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from slaeditor.library.drafts import Library
from tests.ui.history.looking import (
    at_history,
    choose,
    compare_with,
    heading,
    page,
    points,
    settle,
    text,
    title,
    to_history,
)
from tests.ui.window.opened import CTRL, Person, stored

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
    return at_history(show())


def go_back(person: Person) -> None:
    """Go back to the version chosen, and confirm it."""
    person.click("Go back to this version…")
    person.click("Go back")


# The list.


def test_the_points_stand_newest_first_under_the_present_state(person: Person) -> None:
    assert points(person) == ["Now", "Opened", "Sent to Ada"]
    assert person.obstacles() == []


def test_the_newest_version_that_somebody_named_is_compared_with_now_at_first(
    person: Person,
) -> None:
    assert heading(person) == "“Sent to Ada” compared with “Now”"
    assert person.sees("1 change in 1 section")
    assert "Payroll" in text(person)
    assert "Pay run" in text(person)


def test_automatic_versions_in_a_row_are_folded_into_one_line(
    show: Show, library: Library, payroll: str
) -> None:
    draft = library.open(payroll).draft
    for number in range(4):
        library.history(payroll).add({**draft, "title": f"Pay {number}"}, "Opened", "opened")
    someone = at_history(show())
    assert points(someone) == ["Now", "5 automatic versions", "Sent to Ada"]
    someone.press(Qt.Key.Key_Up)
    someone.press(Qt.Key.Key_Right)
    assert points(someone) == ["Now", "5 automatic versions", *["Opened"] * 5, "Sent to Ada"]
    assert someone.obstacles() == []
    choose(someone, 6)
    assert heading(someone).startswith("“Opened · today")
    choose(someone, 1)
    assert points(someone) == ["Now", "5 automatic versions", "Sent to Ada"]


def test_a_history_that_cannot_be_read_is_told(show: Show, library: Library, payroll: str) -> None:
    path = library.history(payroll).path
    path.unlink()
    path.mkdir()
    someone = at_history(show())
    assert points(someone) == ["Now"]
    assert someone.sees("can't be read")
    assert "Pay run" in text(someone)


# Choosing.


def test_a_version_can_be_shown_alone_as_it_was(person: Person) -> None:
    compare_with(person, "Nothing")
    assert "Payroll" in text(person)
    assert "Pay run" not in text(person)
    assert heading(person) == "Sent to Ada"


def test_now_alone_shows_the_agreement_as_it_stands(person: Person) -> None:
    choose(person, 0)
    assert "Pay run" in text(person)
    assert "Payroll" not in text(person)
    assert not person.find("Go back to this version…").isEnabled()


def test_two_versions_are_compared_when_both_are_chosen(
    show: Show, library: Library, payroll: str
) -> None:
    draft = library.open(payroll).draft
    library.history(payroll).add({**draft, "title": "Wages"}, "Draft 2", "named")
    someone = at_history(show())
    choose(someone, points(someone).index("Sent to Ada"))
    choose(someone, points(someone).index("Draft 2"), CTRL)
    assert heading(someone) == "“Sent to Ada” compared with “Draft 2”"
    assert "Wages" in text(someone)
    assert "Pay run" not in text(someone)
    assert page(someone).side.box.currentText().startswith("Draft 2")
    choose(someone, points(someone).index("Sent to Ada"))
    assert heading(someone) == "“Sent to Ada” compared with “Now”"


def test_the_older_version_stands_first_whichever_was_chosen_first(
    show: Show, library: Library, payroll: str
) -> None:
    draft = library.open(payroll).draft
    library.history(payroll).add({**draft, "title": "Wages"}, "Draft 2", "named")
    someone = at_history(show())
    choose(someone, points(someone).index("Draft 2"))
    compare_with(someone, "Sent to Ada")
    assert heading(someone) == "“Sent to Ada” compared with “Draft 2”"


def test_equal_versions_are_said_to_be_equal(person: Person) -> None:
    choose(person, 1)
    assert person.sees("Both versions say the same, word for word.")
    assert not person.find("Next change").isEnabled()
    person.click("Whole document")
    settle(person)
    assert "Pay run" in text(person)


def test_the_comparison_follows_what_undo_changes(person: Person) -> None:
    person.press(Qt.Key.Key_Escape)
    person.write(TITLE, "Salaries")
    to_history(person)
    assert "Salaries" in text(person)
    person.press(Qt.Key.Key_Z, CTRL)
    settle(person)
    assert title(person) == "Pay run"
    assert "Salaries" not in text(person)
    person.press(Qt.Key.Key_Y, CTRL)
    settle(person)
    assert "Salaries" in text(person)


# Naming and going back.


def test_going_back_is_one_step_that_can_be_undone(
    person: Person, library: Library, payroll: str
) -> None:
    person.press(Qt.Key.Key_End)
    go_back(person)
    assert title(person) == "Payroll"
    assert person.sees("Went back to “")
    labels = [each.label for each in library.history(payroll).points()]
    assert labels[0] in ("Before going back", "Opened")
    person.click("Undo")
    assert title(person) == "Pay run"


def test_going_back_is_asked_about_and_return_keeps_everything(person: Person) -> None:
    person.click("Go back to this version…")
    assert person.sees("What stands now is kept as a version of its own")
    assert person.obstacles() == []
    person.press(Qt.Key.Key_Return)
    assert title(person) == "Pay run"


def test_going_back_makes_a_point_of_what_was_changed_since(
    person: Person, library: Library, payroll: str
) -> None:
    person.press(Qt.Key.Key_Escape)
    person.write(TITLE, "Salaries")
    to_history(person)
    go_back(person)
    history = library.history(payroll)
    newest = history.points()[0]
    assert newest.label == "Before going back"
    assert history.at(newest.id)["title"] == "Salaries"


def test_the_present_state_can_be_named(person: Person, library: Library, payroll: str) -> None:
    choose(person, 0)
    person.click("Name this version…")
    QTest.keyClicks(person.find("Name"), "Before the review")
    person.press(Qt.Key.Key_Return)
    newest = library.history(payroll).points()[0]
    assert (newest.label, newest.kind) == ("Before the review", "named")
    assert points(person)[1] == "Before the review"


def test_a_point_can_be_renamed(person: Person, library: Library, payroll: str) -> None:
    person.press(Qt.Key.Key_End)
    person.click("Name this version…")
    person.write("Name", "Sent to Grace")
    person.click("Name it")
    settle(person)
    assert [each.label for each in library.history(payroll).points()] == [
        "Opened",
        "Sent to Grace",
    ]
    assert heading(person) == "“Sent to Grace” compared with “Now”"


# The way in and out.


def test_escape_leads_back_to_the_agreement_and_what_was_chosen_stays(person: Person) -> None:
    choose(person, 1)
    person.press(Qt.Key.Key_Escape)
    assert person.find(TITLE).isVisible()
    to_history(person)
    assert heading(person).startswith("“Opened · today")


def test_the_page_goes_with_its_agreement(person: Person, library: Library) -> None:
    stored(library, "Fleet")
    history = person.window.workshop.commands.history
    person.press(Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier)
    person.chooses("Fleet")
    person.press(Qt.Key.Key_Return)
    assert history.page is None
    to_history(person)
    assert points(person) == ["Now", "Opened"]


@pytest.mark.parametrize("width", [900, 1280])
def test_nothing_is_in_the_way_whatever_the_width(person: Person, width: int) -> None:
    person.window.resize(width, 720)
    for name in ("Whole document", "Only changes"):
        person.click(name)
        settle(person)
        assert person.obstacles() == []
    person.click("Next change")
    assert person.obstacles() == []
