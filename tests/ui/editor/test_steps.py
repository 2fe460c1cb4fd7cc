"""One undo for the whole agreement, and the bar that says which agreement it is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from slaeditor.editing.templates import finished_example
from tests.ui.editor.conftest import CTRL, SHIFT, Open

Z, Y = Qt.Key.Key_Z, Qt.Key.Key_Y


def test_undo_works_while_a_field_has_the_focus(opened: Open) -> None:
    sight = opened()
    sight.type("Payroll")
    assert sight.draft.agreement.title == "Payroll"
    sight.key(Z, CTRL)
    assert sight.draft.agreement.title is None
    assert (sight.place, sight.line) == ("title", "")


@pytest.mark.parametrize(("key", "modifiers"), [(Y, CTRL), (Z, CTRL | SHIFT)])
def test_redo_has_both_keys(opened: Open, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    sight = opened()
    sight.type("Payroll")
    sight.key(Z, CTRL)
    sight.key(key, modifiers)
    assert (sight.draft.agreement.title, sight.line) == ("Payroll", "Payroll")


def test_the_actions_say_what_they_would_do(opened: Open) -> None:
    sight = opened()
    undo, redo = sight.page.undo_action, sight.page.redo_action
    assert (undo.isEnabled(), redo.isEnabled()) == (False, False)
    sight.draft.enter("duration/notice/length", "60")
    assert undo.text() == "&Undo Notice period"
    assert sight.button("Undo Notice period").isEnabled()
    undo.trigger()
    assert (undo.isEnabled(), redo.text()) == (False, "&Redo Notice period")


def test_undo_leads_to_what_it_changed(opened: Open) -> None:
    sight = opened(finished_example())
    sight.draft.enter("duration/notice/length", "90")
    sight.page.reveal("title")
    sight.press("Undo Notice period")
    assert sight.place == "duration/notice/length"
    assert sight.line == "60"


def test_undo_of_what_could_not_be_read_leads_there_too(opened: Open) -> None:
    sight = opened(finished_example())
    sight.draft.enter("duration/notice/length", "soon")
    sight.page.reveal("title")
    sight.key(Z, CTRL)
    assert (sight.place, sight.line) == ("duration/notice/length", "60")


def test_a_removed_item_can_be_brought_back_from_the_message(opened: Open) -> None:
    sight = opened(finished_example())
    services = sight.draft.agreement.scope.services
    sight.page.reveal(f"scope/services/{services[0].id}/name")
    sight.press("Remove: Service 1")
    assert len(sight.draft.agreement.scope.services) == len(services) - 1
    assert "Removed service" in sight.texts
    sight.press("Undo")
    assert len(sight.draft.agreement.scope.services) == len(services)


def test_the_head_follows_the_agreement(opened: Open) -> None:
    sight = opened()
    assert "Agreement without a title" in sight.texts
    assert "Customer agreement" in sight.texts
    sight.type("Payroll")
    sight.draft.set_text("introduction/customer/name", "Contoso Retail plc")
    sight.draft.set_text("status", "agreed")
    QApplication.processEvents()
    assert "Payroll" in sight.texts
    assert "Customer agreement · Contoso Retail plc" in sight.texts
    assert "Agreed" in sight.texts


def test_a_long_title_gives_way(opened: Open) -> None:
    sight = opened(width=900)
    sight.draft.set_text("title", "A very long title " * 20)
    assert sight.page.header.title.text().endswith("…")
    assert sight.page.header.title.accessibleName().startswith("A very long title A very")
    assert sight.page.window().width() == 900


@pytest.mark.parametrize(
    ("name", "signal"),
    [
        ("All agreements", "back_requested"),
        ("History", "history_requested"),
        ("Export to Word", "export_requested"),
    ],
)
def test_wishes_are_handed_on(opened: Open, name: str, signal: str) -> None:
    sight = opened()
    with sight.qtbot.waitSignal(getattr(sight.page, signal)):
        sight.press(name)


def test_f1_shows_why_the_field_matters(opened: Open) -> None:
    sight = opened()
    words = "People will look for it by this name in two years; name the service, not the project."
    assert words not in sight.texts
    sight.key(Qt.Key.Key_F1)
    assert words in sight.texts
    sight.key(Qt.Key.Key_F1)
    assert words not in sight.texts
