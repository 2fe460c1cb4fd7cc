"""A row of the form: what it shows, says and asks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMainWindow, QToolButton
from pytestqt.qtbot import QtBot

from tests.ui.accessibility import problems, tab_order
from tests.ui.fields.conftest import Place
from ui import theme
from ui.fields.registry import EDITORS
from ui.fields.row import FieldRow
from ui.fields.spec import RowSpec

NOTICE = RowSpec(
    "duration/notice/length",
    "Notice period",
    "whole",
    hint="Days before the end date.",
    why="Legal looks here first.",
    example="60",
    unit="days",
    required=True,
)


def shown_texts(row: FieldRow) -> list[str]:
    return [label.text() for label in row.findChildren(QLabel) if label.isVisible()]


def button(row: FieldRow, name: str) -> QAbstractButton:
    buttons = row.findChildren(QAbstractButton)
    return next(b for b in buttons if name in (b.accessibleName(), b.text()))


def test_a_row_shows_label_hint_example_and_unit(place: Place) -> None:
    row = place(NOTICE)
    assert shown_texts(row) == ["Notice period", "Days before the end date.", "days"]
    assert row.editor.control.property("placeholderText") == "e.g. 60"


def test_what_is_optional_says_so_in_words(place: Place) -> None:
    assert "optional" in shown_texts(place(RowSpec("a", "Note")))
    assert "optional" not in shown_texts(place(RowSpec("a", "Note", required=True)))
    listed = place(RowSpec("a", "Out of scope", "prose", one_per_line=True))
    assert "one item a line" in shown_texts(listed)


def test_signs_of_the_person_carry_the_path(place: Place, qtbot: QtBot) -> None:
    row = place(NOTICE)
    with qtbot.waitSignal(row.value_edited) as edited:
        QTest.keyClicks(row.editor.control, "6")
    assert edited.args == ["duration/notice/length", "6"]
    with qtbot.waitSignal(row.left) as left:
        QTest.keyClick(row.editor.control, Qt.Key.Key_Return)
    assert left.args == ["duration/notice/length"]


def test_an_error_stands_under_the_field_and_is_said(place: Place) -> None:
    row = place(NOTICE)
    row.set_value("sixty", "Write a whole number, for example “60”.")
    assert "Write a whole number, for example “60”." in shown_texts(row)
    control = row.editor.control
    assert control.property("invalid") == "true"
    assert "Write a whole number" in control.accessibleDescription()
    row.set_value("60")
    assert "Write a whole number, for example “60”." not in shown_texts(row)
    assert control.property("invalid") == "false"
    assert "Write" not in control.accessibleDescription()


def test_a_screen_reader_hears_label_and_hint(place: Place) -> None:
    row = place(NOTICE)
    interface = QAccessible.queryAccessibleInterface(row.editor.control)
    assert interface is not None
    assert interface.text(QAccessible.Text.Name) == "Notice period, required"
    assert interface.text(QAccessible.Text.Description) == "days. Days before the end date."
    labels = [other.text(QAccessible.Text.Name) for other, _relation in interface.relations()]
    assert labels == ["Notice period, required"]


def test_words_are_shown_as_they_are(place: Place) -> None:
    row = place(RowSpec("a", "Terms & <b>conditions</b>", required=True))
    assert row.label.text() == "Terms && <b>conditions</b>"
    assert row.label.textFormat() is Qt.TextFormat.PlainText
    row.set_value("x", "<i>wrong</i>")
    assert "<i>wrong</i>" in shown_texts(row)


def test_why_it_matters_opens_by_key_and_by_click(place: Place) -> None:
    row = place(NOTICE)
    assert "Legal looks here first." not in shown_texts(row)
    QTest.keyClick(row.editor.control, Qt.Key.Key_F1)
    assert "Legal looks here first." in shown_texts(row)
    assert "Legal looks here first." in row.editor.control.accessibleDescription()
    why = button(row, "Why this matters: Notice period")
    QTest.mouseClick(why, Qt.MouseButton.LeftButton)
    assert "Legal looks here first." not in shown_texts(row)


def test_a_row_without_a_why_has_no_button(place: Place) -> None:
    row = place(RowSpec("a", "Note"))
    row.toggle_why()
    assert row.findChildren(QToolButton) == []
    assert row.why is None


def test_a_suggested_value_asks_to_be_kept(place: Place, qtbot: QtBot) -> None:
    row = place(NOTICE)
    row.set_value("60")
    row.set_proposed(True)
    assert "Suggested. Keep it?" in shown_texts(row)
    assert "Suggested" in row.editor.control.accessibleDescription()
    with qtbot.waitSignal(row.confirmed) as confirmed:
        QTest.mouseClick(button(row, "Confirm: Notice period"), Qt.MouseButton.LeftButton)
    assert confirmed.args == ["duration/notice/length"]
    row.set_proposed(False)
    assert "Suggested. Keep it?" not in shown_texts(row)


def test_tab_comes_to_the_field_before_its_help(window: QMainWindow, place: Place) -> None:
    place(NOTICE)
    order = tab_order(window)
    assert "Notice period, required" in order[0]
    assert "Why this matters" in order[1]


@pytest.mark.parametrize("percent", [80, 100, 200])
@pytest.mark.parametrize("type_name", sorted(EDITORS))
def test_every_row_passes_the_accessibility_walk(
    window: QMainWindow, place: Place, qapp: QApplication, type_name: str, percent: int
) -> None:
    row = place(
        RowSpec(
            "a/b",
            "Field",
            type_name,
            hint="A hint.",
            why="A reason.",
            example="example",
            unit="days",
            choices=(("one", "One"),),
            none_allowed=True,
        )
    )
    row.set_value("x", "Mend it like this.")
    row.set_proposed(True)
    row.toggle_why()
    theme.apply(qapp, "light", percent)
    window.resize(640 * max(percent, 100) // 100, 480 * max(percent, 100) // 100)
    QTest.qWait(1)
    assert problems(window) == []
