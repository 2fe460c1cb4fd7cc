"""Comments of reviewers after the review: a list beside the agreement, each change undoable."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.review.conftest import Import
from tests.ui.review.legal import BEN, Legal
from tests.ui.window.opened import CTRL, Person
from ui.desk import Desk

QUESTION = "Is this right? The Customer asked for a calendar year."


def with_comments(legal: Legal) -> Legal:
    """A thread of two, and one that is settled."""
    legal.comment("End Date", QUESTION, "Yes, checked with finance.")
    legal.comment("Effective Date", "Please confirm.", by=BEN, resolved=True)
    return legal


def taken_home(person: Person, legal: Legal, send_back: Import) -> None:
    """Import the comments, finish, and look at the list."""
    send_back(with_comments(legal))
    person.press(Qt.Key.Key_Return, CTRL)
    person.click("Show the comments")


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_a_thread_is_shown_with_who_said_what_and_when(
    person: Person, legal: Legal, send_back: Import
) -> None:
    send_back(with_comments(legal))
    assert person.sees("We found no changes and 2 comments.")
    assert person.sees(QUESTION)
    assert person.sees("Ben Counsel · 21 Nov 2026, 14:05")
    assert person.sees("Resolved")
    assert person.obstacles() == []


def test_comments_stay_with_the_agreement(
    person: Person, desk: Desk, legal: Legal, send_back: Import
) -> None:
    taken_home(person, legal, send_back)
    assert person.sees("Comments (2, 1 open)")
    assert person.sees(QUESTION)
    assert focused().accessibleName().startswith("Comment, Clause 3.2")
    assert person.obstacles() == []
    first = desk.draft.agreement.comments[0]
    assert [each.text for each in first.said] == [QUESTION, "Yes, checked with finance."]


def test_a_comment_can_be_settled_and_opened_again(
    person: Person, desk: Desk, legal: Legal, send_back: Import
) -> None:
    taken_home(person, legal, send_back)
    person.click("Resolve: comment “Is this right?")
    assert person.sees("Comments (2, 0 open)")
    assert desk.draft.undo_stack.undo_label == "Resolve comment"
    person.click("Open again: comment “Is this right?")
    assert person.sees("Comments (2, 1 open)")


def test_a_deleted_comment_comes_back_with_undo(
    person: Person, desk: Desk, legal: Legal, send_back: Import
) -> None:
    taken_home(person, legal, send_back)
    person.click("Delete: comment “Is this right?")
    assert person.sees("Comments (1, 0 open)")
    assert not person.sees(QUESTION)
    assert person.sees("Removed the comment")
    desk.draft.undo()
    assert person.sees(QUESTION)


def test_deleting_with_the_keyboard_keeps_the_focus_in_the_list(
    person: Person, legal: Legal, send_back: Import
) -> None:
    taken_home(person, legal, send_back)
    person.find("Delete: comment “Is this right?").setFocus(Qt.FocusReason.TabFocusReason)
    person.press(Qt.Key.Key_Return)
    assert focused().accessibleName().startswith("Comment, Clause 2.8(a)")


def test_a_comment_leads_to_its_place(person: Person, legal: Legal, send_back: Import) -> None:
    taken_home(person, legal, send_back)
    person.click("Go to Clause 2.8(a)")
    editor = person.window.workshop.bench.editor
    assert editor is not None
    assert editor.location().startswith("scope/customer_duties/contacts")


def test_an_agreement_without_comments_shows_no_list(person: Person) -> None:
    person.press(Qt.Key.Key_R, CTRL)
    assert not person.sees("Comments (")


def test_what_could_not_be_placed_is_shown_raw_and_can_be_copied(
    person: Person, legal: Legal, send_back: Import
) -> None:
    legal.write_into_header("Subject to contract")
    send_back(legal)
    assert person.sees("1 passage could not be placed.")
    assert person.sees("Subject to contract")
    person.click("Copy “")
    assert "Subject to contract" in QGuiApplication.clipboard().text()
    assert person.obstacles() == []
