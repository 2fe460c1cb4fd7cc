"""Undo and redo belong to the window, also while a text field has the focus."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu

from tests.ui.fields.conftest import Place
from ui.fields.spec import RowSpec

TYPED = ["text", "prose", "whole", "number", "date", "week", "series"]
CTRL = Qt.KeyboardModifier.ControlModifier
UNDO = (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
REDO = (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)


@pytest.fixture
def fired(window: QMainWindow) -> list[str]:
    """What the window's own actions for undo and redo were asked to do."""
    done: list[str] = []
    for key in (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo):
        action = QAction(key.name, window)
        action.setShortcuts(key)
        action.triggered.connect(lambda _checked=False, name=key.name: done.append(name))
        window.addAction(action)
    return done


@pytest.mark.parametrize("type_name", TYPED)
def test_the_keys_reach_the_window_and_the_text_stays(
    place: Place, fired: list[str], type_name: str
) -> None:
    row = place(RowSpec("a", "Notice period", type_name))
    control = row.editor.control
    QTest.keyClicks(control, "60")
    QTest.keyClick(control, *UNDO)
    QTest.keyClick(control, *REDO)
    assert fired == ["Undo", "Redo"]
    assert row.editor.text() == "60"


@pytest.mark.parametrize("type_name", TYPED)
@pytest.mark.parametrize("modifiers", [CTRL, CTRL | Qt.KeyboardModifier.ShiftModifier])
def test_the_keys_for_export_are_not_taken_for_the_end_of_the_line(
    place: Place, type_name: str, modifiers: Qt.KeyboardModifier
) -> None:
    control = place(RowSpec("a", "Notice period", type_name)).editor.control
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_E, modifiers)
    event.accept()
    control.event(event)
    assert not event.isAccepted()


@pytest.mark.parametrize("type_name", TYPED)
def test_with_nothing_to_undo_the_field_does_not_undo_by_itself(
    window: QMainWindow, place: Place, fired: list[str], type_name: str
) -> None:
    for action in window.actions():
        action.setEnabled(False)
    row = place(RowSpec("a", "Notice period", type_name))
    QTest.keyClicks(row.editor.control, "60")
    QTest.keyClick(row.editor.control, *UNDO)
    QTest.keyClick(row.editor.control, *REDO)
    assert fired == []
    assert row.editor.text() == "60"


@pytest.mark.parametrize("type_name", ["text", "prose"])
def test_the_menu_of_a_field_offers_no_undo_of_its_own(
    place: Place, qapp: QApplication, type_name: str
) -> None:
    row = place(RowSpec("a", "Notice period", type_name))
    heard: list[str] = []
    row.left.connect(heard.append)
    control = row.editor.control
    middle = control.rect().center()
    target = control.viewport() if hasattr(control, "viewport") else control
    qapp.sendEvent(
        target,
        QContextMenuEvent(QContextMenuEvent.Reason.Mouse, middle, control.mapToGlobal(middle)),
    )
    menu = qapp.activePopupWidget()
    assert isinstance(menu, QMenu)
    names = [action.objectName() for action in menu.actions()]
    assert names[0] == "edit-cut"
    assert "edit-undo" not in names
    assert heard == []
    menu.close()
