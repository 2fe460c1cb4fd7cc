"""Rows side by side fold before one of them is cut off."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QScrollArea, QVBoxLayout, QWidget

from tests.ui.accessibility import problems
from ui import theme
from ui.fields.row import FieldRow
from ui.fields.side_by_side import SideBySide
from ui.fields.spec import RowSpec

TYPES = ("choice", "whole", "yes-no")


def filled(window: QMainWindow) -> list[FieldRow]:
    rows = [FieldRow(RowSpec(f"a/{name}", f"Field {name}", name, unit="months")) for name in TYPES]
    form = QWidget()
    column = QVBoxLayout(form)
    column.addWidget(SideBySide(rows, (2, 1, 1)))
    column.addStretch(1)
    area = QScrollArea()
    area.setAccessibleName("Form")
    area.setWidgetResizable(True)
    area.setWidget(form)
    window.setCentralWidget(area)
    return rows


def tops(rows: list[FieldRow]) -> list[int]:
    QTest.qWait(20)
    return [row.y() for row in rows]


def test_with_room_the_rows_stand_level(window: QMainWindow) -> None:
    rows = filled(window)
    window.resize(1000, 500)
    assert len(set(tops(rows))) == 1


def test_without_room_they_stand_one_under_the_other_and_unfold_again(
    window: QMainWindow,
) -> None:
    rows = filled(window)
    window.resize(330, 500)
    first, second, third = tops(rows)
    assert first < second < third
    assert problems(window) == []
    window.resize(1000, 500)
    assert len(set(tops(rows))) == 1


def test_larger_text_folds_them_too(window: QMainWindow, qapp: QApplication) -> None:
    rows = filled(window)
    window.resize(560, 700)
    assert len(set(tops(rows))) == 1
    theme.apply(qapp, "light", 200)
    assert len(set(tops(rows))) == 3
    assert problems(window) == []


def test_a_hidden_row_leaves_its_room_to_the_others(window: QMainWindow) -> None:
    rows = filled(window)
    window.resize(380, 500)
    assert len(set(tops(rows))) == 3
    rows[2].hide()
    assert len(set(tops(rows)[:2])) == 1


def test_editors_begin_at_one_height_whatever_stands_above_them(window: QMainWindow) -> None:
    plain = FieldRow(RowSpec("a", "Length", "whole", required=True))
    wordy = FieldRow(
        RowSpec("b", "How long before the end must a “no” arrive?", hint="So long. " * 20, why="x")
    )
    form = QWidget()
    column = QVBoxLayout(form)
    column.addWidget(SideBySide([plain, wordy]))
    column.addStretch(1)
    window.setCentralWidget(form)
    window.resize(700, 500)
    QTest.qWait(20)
    assert plain.y() == wordy.y()
    assert plain.editor.y() == wordy.editor.y()
    window.resize(500, 500)
    QTest.qWait(20)
    assert plain.editor.y() == wordy.editor.y()
