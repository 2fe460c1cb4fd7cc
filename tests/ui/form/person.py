"""The form of a screen in a window, and what a person does in it."""

import time
from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QWidget,
)
from pytestqt.qtbot import QtBot

from slaeditor.agreement import Agreement
from slaeditor.editing.open_draft import OpenDraft
from slaeditor.editing.templates import finished_example
from ui.fields.row import FieldRow
from ui.form.view import FormView
from ui.theme import apply

TODAY = date(2026, 11, 24)
Show = Callable[[OpenDraft, str], FormView]


@pytest.fixture
def show(qtbot: QtBot, qapp: QApplication) -> Show:
    """Show the form of a screen in a window of its own, in the program's look."""
    apply(qapp, "light")

    def _show(draft: OpenDraft, screen: str) -> FormView:
        form = FormView(draft, screen, TODAY)
        form.resize(700, 700)
        qtbot.addWidget(form)
        with qtbot.waitActive(form):
            form.show()
            form.activateWindow()
        return form

    return _show


def opened(agreement: Agreement) -> OpenDraft:
    return OpenDraft(agreement, time.monotonic)


def example() -> OpenDraft:
    return opened(finished_example())


def row(form: FormView, path: str) -> FieldRow:
    return next(r for r in form.findChildren(FieldRow) if r.spec.path == path)


def shown(form: FormView, path: str) -> bool:
    return any(r.spec.path == path and r.isVisible() for r in form.findChildren(FieldRow))


def words(form: FormView) -> str:
    return "\n".join(each.text() for each in form.findChildren(QLabel) if each.isVisible())


def button(within: QWidget, name: str) -> QAbstractButton:
    found = [
        b
        for b in within.findChildren(QAbstractButton)
        if name in (b.accessibleName(), b.text().strip("\N{THIN SPACE}")) and b.isVisible()
    ]
    assert len(found) == 1, [
        b.accessibleName() or b.text() for b in within.findChildren(QAbstractButton)
    ]
    return found[0]


def click(within: QWidget, name: str) -> None:
    QTest.mouseClick(button(within, name), Qt.MouseButton.LeftButton)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def type_into(form: FormView, path: str, text: str) -> None:
    assert form.reveal(path)
    QTest.keyClicks(focused(), text)
