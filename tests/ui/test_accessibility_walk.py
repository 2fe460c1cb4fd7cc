"""The walk finds each kind of problem where one is planted."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QPixmap, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QMainWindow,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.accessibility import problems
from ui import theme


def nameless_line() -> QWidget:
    return QLineEdit()


def line_named_by_its_example() -> QWidget:
    line = QLineEdit()
    line.setPlaceholderText("Search")
    line.setAccessibleName("Search")
    return line


def icon_without_a_tooltip() -> QWidget:
    button = QToolButton()
    button.setIcon(theme.icon("add"))
    button.setAccessibleName("Add")
    return button


def button_for_the_mouse() -> QWidget:
    button = QPushButton("Add")
    button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    return button


def list_for_the_mouse() -> QWidget:
    view = QListView()
    view.setAccessibleName("Services")
    view.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    return view


def prose_that_keeps_tab() -> QWidget:
    box = QPlainTextEdit()
    box.setAccessibleName("Purpose")
    return box


def table_that_keeps_tab() -> QWidget:
    table = QTableView()
    table.setAccessibleName("Services")
    return table


def tiny_button() -> QWidget:
    button = QPushButton("x")
    button.setFixedSize(20, 20)
    button.setStyleSheet("padding: 0; border: 0; min-width: 0")
    return button


def picture_without_words() -> QWidget:
    label = QLabel()
    picture = QPixmap(10, 10)
    picture.fill(Qt.GlobalColor.red)
    label.setPixmap(picture)
    return label


def words_cut_off() -> QWidget:
    label = QLabel("A sentence that doesn't fit into so little room")
    label.setFixedWidth(50)
    return label


def row_without_words() -> QWidget:
    model = QStandardItemModel()
    model.appendRow(QStandardItem(theme.icon("circle"), ""))
    view = QListView()
    view.setAccessibleName("Sections")
    model.setParent(view)
    view.setModel(model)
    return view


def two_buttons_with_one_letter() -> QWidget:
    both = QWidget()
    layout = QVBoxLayout(both)
    layout.addWidget(QPushButton("&Open"))
    layout.addWidget(QPushButton("Go &on"))
    return both


def two_actions_on_one_key() -> QWidget:
    owner = QWidget()
    for text in ("Find", "Filter"):
        action = QAction(text, owner)
        action.setShortcut("Ctrl+F")
        owner.addAction(action)
    return owner


def field_that_tab_comes_to_late() -> QWidget:
    inside = QWidget()
    column = QVBoxLayout(inside)
    for _number in range(2):
        column.insertWidget(0, QPushButton("Add"))  # the second one above the first
    area = QScrollArea()
    area.setAccessibleName("Form")
    area.setWidgetResizable(True)
    area.setWidget(inside)
    return area


PLANTED: list[tuple[str, Callable[[], QWidget]]] = [
    ("no-name", nameless_line),
    ("no-name", QScrollArea),
    ("no-buddy", nameless_line),
    ("combo-needs-buddy", QComboBox),
    ("placeholder-as-label", line_named_by_its_example),
    ("icon-no-tooltip", icon_without_a_tooltip),
    ("mouse-only", button_for_the_mouse),
    ("not-in-tab-chain", list_for_the_mouse),
    ("tab-trap", prose_that_keeps_tab),
    ("tab-trap", table_that_keeps_tab),
    ("target-small", tiny_button),
    ("image-no-name", picture_without_words),
    ("clipped-text", words_cut_off),
    ("item-no-text", row_without_words),
    ("tab-order-up", field_that_tab_comes_to_late),
    ("mnemonic-clash", two_buttons_with_one_letter),
    ("shortcut-clash", two_actions_on_one_key),
]


@pytest.mark.parametrize(("kind", "plant"), PLANTED)
def test_a_planted_problem_is_found(qtbot: QtBot, kind: str, plant: Callable[[], QWidget]) -> None:
    window = QMainWindow()
    inside = QWidget()
    QVBoxLayout(inside).addWidget(plant())
    window.setCentralWidget(inside)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    assert kind in {problem.partition(":")[0] for problem in problems(window)}


def test_a_sound_window_has_no_problem(qtbot: QtBot) -> None:
    window = QMainWindow()
    inside = QWidget()
    layout = QVBoxLayout(inside)
    label = QLabel("&Title")
    line = QLineEdit()
    label.setBuddy(line)
    for widget in (label, line, QPushButton("&Open")):
        layout.addWidget(widget)
    window.setCentralWidget(inside)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    assert problems(window) == []
