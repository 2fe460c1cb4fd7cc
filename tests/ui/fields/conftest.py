"""A window with the look on and room for fields, as the person has it before them."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui import theme
from ui.fields.row import FieldRow
from ui.fields.spec import RowSpec

Place = Callable[[RowSpec], FieldRow]


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot) -> QMainWindow:
    """An open window."""
    theme.apply(qapp, "light", 100)
    shown = QMainWindow()
    inside = QWidget()
    inside.setObjectName("form")
    QVBoxLayout(inside)
    shown.setCentralWidget(inside)
    shown.resize(640, 480)
    qtbot.addWidget(shown)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.activateWindow()
    return shown


@pytest.fixture
def place(window: QMainWindow) -> Place:
    """Puts a row for a field into the window, with the focus in it."""

    def placed(spec: RowSpec) -> FieldRow:
        row = FieldRow(spec)
        form = window.findChild(QWidget, "form")
        layout = form.layout() if form is not None else None
        assert layout is not None
        layout.addWidget(row)
        row.show()
        row.setFocus(Qt.FocusReason.TabFocusReason)
        return row

    return placed
