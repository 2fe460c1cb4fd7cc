"""An agreement that somebody else has open, or that can't be written, is shown read-only."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QPushButton

from slaeditor.agreement import SECTIONS, encode
from slaeditor.editing import shelf
from slaeditor.editing.open_draft import OpenDraft
from slaeditor.editing.templates import finished_example
from slaeditor.errors import ReadOnly
from slaeditor.library.drafts import DraftLock, Library, create_file, open_file
from tests.ui.window.opened import (
    CTRL,
    NO_KEYS,
    TODAY,
    AnsweringDesktop,
    Person,
    internal,
    stored,
)
from ui.fields.choice_box import ChoiceBox
from ui.fields.row import FieldRow

Show = Callable[[], Person]
TITLE = "What is this agreement called?, required"


@pytest.fixture
def example(library: Library) -> str:
    """The finished example, which has every kind of field."""
    return shelf.store(library, finished_example(), TODAY)


@pytest.fixture
def other(library: Library, example: str) -> Iterator[DraftLock]:
    """Another window that has it open."""
    with library.lock(example) as lock:
        lock.acquire()
        yield lock


@pytest.fixture
def person(show: Show, other: DraftLock) -> Person:
    """A person who opened it as well."""
    someone = show()
    someone.press(Qt.Key.Key_Return)
    return someone


def draft_of(person: Person) -> OpenDraft:
    """The draft on the desk."""
    desk = person.window.workshop.bench.desk
    assert desk is not None
    return desk.draft


def test_who_has_it_is_told_and_nothing_is_written(
    person: Person, library: Library, example: str
) -> None:
    assert person.sees("This draft is open in another window, since today at")
    assert person.sees(f"(process {os.getpid()})")
    assert library.history(example).points() == []
    assert person.obstacles() == []


def press_everything(person: Person) -> None:
    """Type, choose, tick and press whatever a person can reach on every screen."""
    editor = person.window.workshop.bench.editor
    assert editor is not None
    for screen in SECTIONS:
        editor.forms.show_screen(screen)
        QApplication.processEvents()
        form = editor.forms.form
        for row in form.findChildren(FieldRow):
            press_on(row)
        for button in form.findChildren(QAbstractButton):
            if button.isVisible() and button.isEnabled():
                leads_away = "Back to" in button.accessibleName() or "Go on" in button.text()
                if not leads_away:
                    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        editor.forms.show_screen(screen)


def press_on(row: FieldRow) -> None:
    """Everything that would change the value of a row that shows."""
    control = row.editor.control
    if not control.isVisible():
        return
    control.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClicks(control, "x7")
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Delete, Qt.Key.Key_Space):
        QTest.keyClick(control, key)
    QTest.keyClick(control, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    QApplication.clipboard().setText("pasted")
    QTest.keyClick(control, Qt.Key.Key_V, CTRL)
    QTest.keyClick(control, Qt.Key.Key_X, CTRL)
    if isinstance(control, QLineEdit | QPlainTextEdit):
        drop_on(control)
    for button in row.editor.findChildren(QAbstractButton):
        if button.isVisible() and button.isEnabled():
            button.click()
    if isinstance(control, ChoiceBox):
        control.showPopup()
        assert not control.view().isVisible()


def drop_on(control: QLineEdit | QPlainTextEdit) -> None:
    """Drop a text on a field."""
    data = QMimeData()
    data.setText("dropped")
    action = Qt.DropAction.CopyAction
    target = control.viewport() if isinstance(control, QPlainTextEdit) else control
    event = QDropEvent(QPointF(9, 9), action, data, Qt.MouseButton.LeftButton, NO_KEYS)
    QApplication.sendEvent(target, event)


def test_nothing_that_can_be_pressed_changes_it(
    person: Person, library: Library, example: str
) -> None:
    before = draft_of(person).agreement
    press_everything(person)
    assert draft_of(person).agreement == before
    assert draft_of(person).undo_stack.undo_label == ""


def test_each_field_says_that_it_is_read_only_and_keeps_the_focus(person: Person) -> None:
    editor = person.window.workshop.bench.editor
    assert editor is not None
    rows = [row for row in editor.forms.form.findChildren(FieldRow) if row.isVisible()]
    assert len(rows) > 5
    for row in rows:
        assert row.editor.control.accessibleDescription().startswith("Read only.")
    field = person.find(TITLE)
    field.setFocus(Qt.FocusReason.TabFocusReason)
    assert field.hasFocus()
    assert isinstance(field, QLineEdit)
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_C, CTRL)
    assert QApplication.clipboard().text() == draft_of(person).agreement.title


def test_whatever_is_asked_of_the_draft_itself_is_refused(person: Person) -> None:
    draft = draft_of(person)
    before = draft.agreement
    for edit in (
        lambda: draft.enter("title", "Other"),
        lambda: draft.set_text("title", "Other"),
        lambda: draft.add("metrics/levels"),
        lambda: draft.remove(f"metrics/levels/{before.metrics.levels[0].id}"),
        lambda: draft.replace(internal("Other"), "Go back"),
        draft.undo,
        draft.redo,
    ):
        with pytest.raises(ReadOnly, match="open in another window"):
            edit()
    assert draft.agreement is before


def test_a_review_and_going_back_have_to_wait(
    person: Person, desktop: AnsweringDesktop, tmp_path: Path
) -> None:
    person.press(Qt.Key.Key_I, CTRL)
    person.waits_to_see("A review can be imported once it can be edited.")
    person.window.workshop.commands.import_review_file(tmp_path / "back.docx")
    assert not person.window.workshop.reviewer.is_reading
    person.window.workshop.commands.show_history()
    assert not person.find("Go back to this version…").isEnabled()


def test_the_list_cannot_rename_it_either(person: Person, library: Library, example: str) -> None:
    bench = person.window.workshop.bench
    with pytest.raises(ReadOnly):
        bench.rename_open(example, "Other")


def test_a_copy_can_be_saved(person: Person, desktop: AnsweringDesktop, tmp_path: Path) -> None:
    desktop.answer = tmp_path / "copy.sla"
    person.click("Save a copy…")
    copy = open_file(tmp_path / "copy.sla", tmp_path / "elsewhere")
    assert copy.draft["title"] == draft_of(person).agreement.title


def test_edit_anyway_lets_the_person_edit_and_what_both_write_is_kept(
    person: Person, library: Library, example: str
) -> None:
    person.click("Edit anyway")
    assert not person.sees("This draft is open in another window")
    elsewhere = Library(library.folder)
    draft = dict(elsewhere.open(example).draft)
    elsewhere.save(example, {**draft, "reference": "SLA-7"})
    person.write(TITLE, "Pay run")
    person.qtbot.waitUntil(
        lambda: Library(library.folder).open(example).draft["title"] == "Pay run", timeout=4000
    )
    assert Library(library.folder).open(example).draft["reference"] == "SLA-7"
    assert [point.kind for point in library.history(example).points()].count("opened") == 1


def test_once_the_other_window_has_put_it_away_it_can_be_edited(
    person: Person, other: DraftLock
) -> None:
    field = person.find(TITLE)
    assert isinstance(field, QLineEdit)
    assert field.isReadOnly()
    field.setFocus(Qt.FocusReason.TabFocusReason)
    other.release()
    person.qtbot.waitUntil(lambda: draft_of(person).permission.is_given, timeout=6000)
    person.waits_to_see("you can edit it now")
    again = person.find(TITLE)
    assert isinstance(again, QLineEdit)
    assert not again.isReadOnly()
    assert again.hasFocus()


def test_a_file_that_is_marked_as_read_only_is_shown_so(
    show: Show, library: Library, tmp_path: Path
) -> None:
    file = tmp_path / "sent.sla"
    create_file(file, encode(internal("Leads")), tmp_path / "local")
    file.chmod(0o444)
    person = show()
    person.window.workshop.bench.open_path(file)
    assert person.sees("is marked as read-only")
    assert not draft_of(person).permission.is_given
    assert "Edit anyway" not in [each.text() for each in person.window.findChildren(QPushButton)]
    file.chmod(0o600)
    person.waits_to_see("This agreement can be written again: you can edit it now.")
    person.write(TITLE, "Other leads")
    person.press(Qt.Key.Key_S, CTRL)
    assert open_file(file, tmp_path / "elsewhere").draft["title"] == "Other leads"


def test_opening_the_file_that_is_open_shows_it_as_it_is(
    show: Show, library: Library, tmp_path: Path
) -> None:
    file = tmp_path / "sent.sla"
    create_file(file, encode(internal("Leads")), tmp_path / "local")
    stored(library, "Payroll")
    person = show()
    bench = person.window.workshop.bench
    bench.open_path(file)
    person.write(TITLE, "Other leads")
    desk = bench.desk
    bench.open_path(file)
    assert bench.desk is desk
