"""Each editor, used with keys and clicks: it tells what the person did, and nothing else."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QTextCursor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QWidget,
)

from slaeditor.values import NONE_STATED, WEEK
from tests.ui.fields.conftest import Place
from ui import theme
from ui.fields.date import DateEditor
from ui.fields.number import NumberEditor, WholeEditor
from ui.fields.prose import ProseEditor
from ui.fields.registry import EDITORS, editor_for
from ui.fields.row import FieldRow
from ui.fields.spec import RowSpec
from ui.fields.week import USUAL_WEEKS, WeekEditor

TYPES = sorted(EDITORS)
CHOICES = (("fixed", "Fixed term"), ("open", "Open-ended"))
SAMPLE = {"yes-no": "yes", "choice": "fixed", "language": "fixed", "date": "1 January 2027"}


class Heard:
    """Writes down what a row tells."""

    def __init__(self, row: FieldRow) -> None:
        self.edits: list[str] = []
        self.times_left = 0
        row.value_edited.connect(lambda path, text: self.edits.append(text))
        row.left.connect(self.count)

    def count(self) -> None:
        self.times_left += 1


def spec(type_name: str, **more: object) -> RowSpec:
    return RowSpec("a/field", "Field", type_name, choices=CHOICES, **more)  # type: ignore[arg-type]


def line_of(row: FieldRow) -> QLineEdit:
    assert isinstance(row.editor.control, QLineEdit)
    return row.editor.control


def test_a_type_without_an_editor_is_named() -> None:
    with pytest.raises(KeyError, match="no editor edits 'colour'"):
        editor_for(RowSpec("a", "A", "colour"))


@pytest.mark.parametrize("type_name", TYPES)
def test_showing_a_value_tells_nothing(place: Place, type_name: str) -> None:
    row = place(spec(type_name, none_allowed=True))
    heard = Heard(row)
    for text in (SAMPLE.get(type_name, "12"), "", "32 January"):
        row.set_value(text, "Write it otherwise." if text else "")
    assert heard.edits == []
    assert heard.times_left == 0


@pytest.mark.parametrize("type_name", TYPES)
def test_every_editor_shows_the_text_it_was_given(place: Place, type_name: str) -> None:
    row = place(spec(type_name))
    text = SAMPLE.get(type_name, "12")
    row.set_value(text)
    assert row.editor.text() == text
    row.set_value("")
    assert row.editor.text() == ""


@pytest.mark.parametrize(
    "type_name", ["text", "prose", "whole", "number", "date", "week", "series"]
)
def test_typing_tells_the_text_as_typed_and_tab_tells_that_it_is_done(
    place: Place, type_name: str
) -> None:
    row = place(spec(type_name))
    place(spec("text"))
    row.setFocus()
    heard = Heard(row)
    QTest.keyClicks(row.editor.control, "32 J")
    assert heard.edits == ["3", "32", "32 ", "32 J"]
    assert heard.times_left == 0
    QTest.keyClick(row.editor.control, Qt.Key.Key_Tab)
    assert heard.times_left == 1
    assert not row.editor.control.hasFocus()


def test_return_tells_that_a_line_is_done(place: Place) -> None:
    row = place(spec("text"))
    heard = Heard(row)
    QTest.keyClick(row.editor.control, Qt.Key.Key_Return)
    assert heard.times_left == 1
    assert row.editor.control.hasFocus()


@pytest.mark.parametrize("type_name", ["text", "number", "date"])
def test_showing_the_same_text_again_moves_neither_cursor_nor_selection(
    place: Place, type_name: str
) -> None:
    row = place(spec(type_name))
    line = line_of(row)
    QTest.keyClicks(line, "99.5 per cent")
    line.setSelection(3, 4)
    row.set_value("99.5 per cent", "Write only the number.")
    assert (line.selectionStart(), line.selectedText()) == (3, "5 pe")
    line.setCursorPosition(2)
    row.set_value("99.5 per cent")
    assert line.cursorPosition() == 2


def test_the_same_prose_again_moves_neither_cursor_nor_selection(place: Place) -> None:
    row = place(spec("prose"))
    box = row.editor.control
    assert isinstance(box, QPlainTextEdit)
    QTest.keyClicks(box, "Either party")
    box.moveCursor(QTextCursor.MoveOperation.StartOfWord, QTextCursor.MoveMode.KeepAnchor)
    row.set_value("Either party")
    assert box.textCursor().selectedText() == "party"


def test_after_an_undo_the_cursor_stands_where_the_text_changed(place: Place) -> None:
    for type_name in ("text", "prose"):
        row = place(spec(type_name))
        row.set_value("one 😀 three")
        row.set_value("one 😀 two three")
        QTest.keyClicks(row.editor.control, "!")
        assert row.editor.text() == "one 😀 two! three"


def test_lines_that_are_pasted_become_one_line(place: Place, qapp: QApplication) -> None:
    row = place(spec("text"))
    heard = Heard(row)
    qapp.clipboard().setText("one\ntwo\r\nthree")
    line_of(row).paste()
    QTest.keyClicks(row.editor.control, "!")
    assert heard.edits == ["one two three", "one two three!"]


def test_ten_thousand_letters_and_more_are_kept(place: Place) -> None:
    row = place(spec("text"))
    row.set_value("x" * 100_000)
    assert len(row.editor.text()) == 100_000


def test_prose_grows_with_its_lines(place: Place) -> None:
    row = place(spec("prose"))
    small = row.editor.control.height()
    for _ in range(8):
        QTest.keyClick(row.editor.control, Qt.Key.Key_Return)
    assert row.editor.control.minimumHeight() > small


def test_prose_shows_all_its_lines_at_any_width(place: Place, window: QMainWindow) -> None:
    row = place(spec("prose"))
    row.set_value("a sentence that wraps sooner in a narrow window " * 4)
    for width in (640, 400, 320, 520):
        window.resize(width, 480)
        QTest.qWait(10)
        control = row.editor.control
        assert isinstance(control, QPlainTextEdit)
        assert control.verticalScrollBar().maximum() == 0


def none_box(row: FieldRow) -> QWidget:
    assert isinstance(row.editor, ProseEditor)
    assert row.editor.none_box is not None
    return row.editor.none_box


def test_none_is_an_answer_and_taking_it_back_brings_the_text_back(place: Place) -> None:
    row = place(spec("prose", none_allowed=True, one_per_line=True))
    heard = Heard(row)
    QTest.keyClicks(row.editor.control, "On-site support")
    QTest.keyClick(none_box(row), Qt.Key.Key_Space)
    assert heard.edits[-1] == NONE_STATED
    assert not row.editor.control.isEnabled()
    QTest.keyClick(none_box(row), Qt.Key.Key_Space)
    assert heard.edits[-1] == "On-site support"
    assert row.editor.control.isEnabled()


def test_a_sentence_that_begins_with_none_can_be_typed(place: Place) -> None:
    row = place(spec("prose", none_allowed=True))
    row.value_edited.connect(lambda path, text: row.set_value(text))
    QTest.keyClicks(row.editor.control, "None of the printers")
    assert row.editor.text() == "None of the printers"
    row.editor.control.clearFocus()
    assert row.editor.control.isEnabled()
    row.set_value("none")
    assert row.editor.text() == NONE_STATED


def test_yes_no_has_three_states(place: Place) -> None:
    row = place(spec("yes-no"))
    heard = Heard(row)
    assert row.editor.text() == ""
    yes = row.editor.control
    QTest.keyClick(yes, Qt.Key.Key_Space)
    QTest.keyClick(yes, Qt.Key.Key_Right)
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Delete)
    assert heard.edits == ["yes", "no", ""]
    row.set_value("no")
    assert row.editor.text() == "no"


def test_yes_no_understands_the_language_of_the_document(place: Place) -> None:
    row = place(spec("yes-no", language="de-DE"))
    row.set_value("ja")
    assert row.editor.text() == "yes"


def combo_of(row: FieldRow) -> QComboBox:
    assert isinstance(row.editor.control, QComboBox)
    return row.editor.control


def test_a_choice_is_made_with_the_keyboard_and_can_be_taken_back(place: Place) -> None:
    row = place(spec("choice"))
    heard = Heard(row)
    combo = combo_of(row)
    assert combo.currentText() == "Choose…"
    QTest.keyClick(combo, Qt.Key.Key_Down)
    QTest.keyClicks(combo, "o")
    QTest.keyClick(combo, Qt.Key.Key_Home)
    assert heard.edits == ["fixed", "open", ""]


def test_a_choice_is_shown_by_its_label_too_and_an_unknown_one_is_kept(place: Place) -> None:
    row = place(spec("choice"))
    row.set_value("Open-ended")
    assert row.editor.text() == "open"
    row.set_value("until further notice", "Choose one of these.")
    assert combo_of(row).currentText() == "until further notice"
    row.set_value("fixed")
    assert combo_of(row).count() == 3


@pytest.mark.parametrize("focused", [True, False])
def test_the_wheel_never_changes_a_choice(place: Place, qapp: QApplication, focused: bool) -> None:
    row = place(spec("choice"))
    row.set_value("fixed")
    heard = Heard(row)
    if not focused:
        combo_of(row).clearFocus()
    down = QPoint(0, -120)
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(combo_of(row).mapToGlobal(QPoint(5, 5))),
        QPoint(),
        down,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    qapp.sendEvent(combo_of(row), wheel)
    assert row.editor.text() == "fixed"
    assert heard.edits == []


@pytest.mark.parametrize(
    ("type_name", "language", "typed", "up", "down"),
    [
        ("whole", "en-GB", "24", "25", "23"),
        ("whole", "en-GB", "0", "1", "0"),
        ("whole", "en-GB", "999", "1,000", "998"),
        ("number", "en-GB", "99.95", "99.96", "99.94"),
        ("number", "de-DE", "99,5", "99,6", "99,4"),
        ("number", "en-GB", "ten", "ten", "ten"),
        ("whole", "en-GB", "", "", ""),
    ],
)
def test_up_and_down_count_in_the_last_digit(
    place: Place, type_name: str, language: str, typed: str, up: str, down: str
) -> None:
    row = place(spec(type_name, language=language))
    for key, expected in ((Qt.Key.Key_Up, up), (Qt.Key.Key_Down, down)):
        row.set_value(typed)
        heard = Heard(row)
        QTest.keyClick(row.editor.control, key)
        assert row.editor.text() == expected
        assert heard.edits == ([expected] if expected != typed else [])


def test_a_unit_stands_in_the_line_and_is_said(place: Place) -> None:
    row = place(spec("whole", unit="days", hint="Calendar days."))
    assert isinstance(row.editor, WholeEditor)
    assert row.editor.line.textMargins().right() >= row.editor.line.fontMetrics().horizontalAdvance(
        "days"
    )
    assert row.editor.control.accessibleDescription() == "days. Calendar days."
    assert issubclass(WholeEditor, NumberEditor)


def test_a_date_is_picked_from_the_calendar_with_keys(place: Place) -> None:
    row = place(spec("date"))
    assert isinstance(row.editor, DateEditor)
    row.set_value("1 January 2027")
    heard = Heard(row)
    QTest.keyClick(row.editor.control, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert row.editor.popup is not None
    assert row.editor.popup.isVisible()
    days = row.editor.popup.calendar.findChild(QWidget, "qt_calendar_calendarview")
    assert days is not None
    QTest.keyClick(days, Qt.Key.Key_Right)
    QTest.keyClick(days, Qt.Key.Key_Return)
    assert not row.editor.popup.isVisible()
    assert heard.edits == ["2 January 2027"]
    assert heard.times_left == 1


def test_escape_closes_the_calendar_and_changes_nothing(place: Place) -> None:
    row = place(spec("date"))
    assert isinstance(row.editor, DateEditor)
    row.set_value("soon")
    heard = Heard(row)
    QTest.mouseClick(row.editor.button, Qt.MouseButton.LeftButton)
    popup = row.editor.popup
    assert popup is not None
    assert popup.calendar.selectedDate().toPython() == date.today()
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert heard.edits == []
    assert row.editor.text() == "soon"


def test_usual_hours_are_picked_from_a_menu_with_keys(place: Place) -> None:
    row = place(spec("week"))
    assert isinstance(row.editor, WeekEditor)
    heard = Heard(row)
    QTest.keyClick(row.editor.control, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert row.editor.menu.isVisible()
    QTest.keyClick(row.editor.menu, Qt.Key.Key_Down)
    QTest.keyClick(row.editor.menu, Qt.Key.Key_Return)
    assert heard.edits == ["Monday to Friday, 08:00 to 18:00"]
    assert WEEK.read(heard.edits[0], "en-GB") == USUAL_WEEKS[1]


def test_a_number_keeps_room_for_its_unit_when_the_text_grows(
    place: Place, qapp: QApplication
) -> None:
    row = place(spec("whole", unit="business days"))
    before = row.editor.control.maximumWidth()
    theme.apply(qapp, "light", 200)
    assert row.editor.control.maximumWidth() == pytest.approx(2 * before, rel=0.1)


@pytest.mark.parametrize("text", ["10\u00a0days\nmore", "a\u2028b", "a\r\nb", "a\ufdd0b"])
def test_showing_prose_is_no_edit_whatever_it_holds(place: Place, text: str) -> None:
    row = place(spec("prose"))
    heard = Heard(row)
    row.set_value(text)
    assert heard.edits == []
    assert row.editor.text() == text


def test_a_no_break_space_survives_typing_beside_it(place: Place) -> None:
    row = place(spec("prose"))
    row.set_value("10\u00a0days")
    heard = Heard(row)
    QTest.keyClick(row.editor.control, Qt.Key.Key_End)
    QTest.keyClicks(row.editor.control, "!")
    assert heard.edits == ["10\u00a0days!"]


def test_a_long_text_shows_its_beginning_again_once_it_is_left(
    window: QMainWindow, place: Place
) -> None:
    line = place(RowSpec("a", "Address")).editor.control
    assert isinstance(line, QLineEdit)
    other = place(RowSpec("b", "Name")).editor.control
    line.setFocus()
    QTest.keyClicks(line, "Legal department, 1 Market Street, Berlin; " * 5)
    other.setFocus(Qt.FocusReason.TabFocusReason)
    assert line.cursorPosition() == 0
