"""An agreement open on its page, with the preview beside it, as a person has it before them."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from slaeditor.agreement import Agreement
from slaeditor.editing.open_draft import OpenDraft
from slaeditor.editing.templates import new_agreement, template
from ui import theme
from ui.editor.page import EditorPage
from ui.form.view import row_around
from ui.preview.view import PreviewView

TODAY = date(2026, 11, 24)
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Sight:
    """The page, and what a person sees of it and does to it."""

    def __init__(
        self, window: QMainWindow, page: EditorPage, draft: OpenDraft, qtbot: QtBot
    ) -> None:
        self.window = window
        self.page = page
        self.draft = draft
        self.qtbot = qtbot

    def button(self, name: str) -> QAbstractButton:
        """The button in view with a name, as a screen reader says it."""
        found = [each for each in self.page.findChildren(QAbstractButton) if each.isVisible()]
        return next(each for each in found if name in (each.accessibleName(), each.text()))

    def press(self, name: str) -> None:
        """Click a button."""
        QTest.mouseClick(self.button(name), Qt.MouseButton.LeftButton)

    def key(
        self,
        key: Qt.Key,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(self.focused, key, modifiers)

    def type(self, text: str) -> None:
        """Type where the focus is."""
        QTest.keyClicks(self.focused, text)

    @property
    def focused(self) -> QWidget:
        """What has the focus."""
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    @property
    def place(self) -> str:
        """The path of the field with the focus; empty elsewhere."""
        row = row_around(QApplication.focusWidget())
        return row.spec.path if row is not None else ""

    @property
    def line(self) -> str:
        """The text in the field with the focus."""
        field = self.focused
        if isinstance(field, QPlainTextEdit):
            return field.toPlainText()
        assert isinstance(field, QLineEdit)
        return field.text()

    @property
    def texts(self) -> list[str]:
        """All words in view."""
        return [each.text() for each in self.page.findChildren(QLabel) if each.isVisible()]

    def settle(self) -> None:
        """Wait until the agreement has been looked through."""
        self.qtbot.waitUntil(lambda: self.page.checker.is_settled, timeout=20_000)


Open = Callable[..., Sight]


@pytest.fixture
def opened(qapp: QApplication, qtbot: QtBot) -> Open:
    """Opens an agreement (an empty one for a customer unless told otherwise)."""

    def show(
        agreement: Agreement | None = None,
        width: int = 1366,
        preview: QWidget | None = None,
        percent: int = 100,
    ) -> Sight:
        theme.apply(qapp, "light", percent)
        draft = OpenDraft(agreement or new_agreement(template("external-blank")), lambda: 0.0)
        page = EditorPage(draft, TODAY, preview or PreviewView())
        window = QMainWindow()
        qtbot.addWidget(window)
        sight = Sight(window, page, draft, qtbot)
        window.setCentralWidget(page)
        window.resize(width, 720)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        page.focus_first()
        sight.settle()
        return sight

    return show
