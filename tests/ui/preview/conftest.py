"""A preview in an open window, and what a person sees of it."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit
from pytestqt.qtbot import QtBot

from slaeditor.agreement import Agreement
from slaeditor.blocks import Document
from slaeditor.document.compose import compose
from slaeditor.editing.open_draft import OpenDraft
from slaeditor.editing.templates import finished_example
from ui import theme
from ui.preview.view import PreviewView

TODAY = date(2026, 11, 24)


class Pane:
    """The preview pane as a person has it before them."""

    def __init__(self, view: PreviewView) -> None:
        self.view = view
        self.asked: list[str] = []
        self.view.field_requested.connect(self.asked.append)

    @property
    def paper(self) -> QTextEdit:
        """The text, found as a screen reader finds it."""
        papers = self.view.findChildren(QTextEdit)
        return next(p for p in papers if p.accessibleName() == "Preview of the document")

    @property
    def text(self) -> str:
        """All text on the paper."""
        return self.paper.toPlainText()

    @property
    def scrolled(self) -> int:
        """Pixels above the upper edge."""
        return self.paper.verticalScrollBar().value()

    def show(self, agreement: Agreement) -> None:
        """Show an agreement, whole."""
        self.view.show_document(composed(agreement))
        self.view.settle()

    def find(self, words: str) -> QPoint:
        """A point on these words, which are scrolled into view."""
        cursor = self.paper.document().find(words)
        assert not cursor.isNull(), f"“{words}” isn’t in the preview"
        cursor.setPosition(cursor.selectionStart() + len(words) // 2)
        self.paper.setTextCursor(cursor)
        self.paper.ensureCursorVisible()
        return self.paper.cursorRect(cursor).center()

    def place(self, words: str) -> None:
        """Put the text cursor in front of these words."""
        cursor = self.paper.document().find(words)
        cursor.setPosition(cursor.selectionStart())
        self.paper.setTextCursor(cursor)

    def click(self, words: str) -> None:
        """Click on these words."""
        where = self.find(words)
        QTest.mouseClick(self.paper.viewport(), Qt.MouseButton.LeftButton, pos=where)

    def sees(self, words: str) -> bool:
        """Whether these words stand within the view."""
        cursor = self.paper.document().find(words)
        where = self.paper.cursorRect(QTextCursor(cursor)).center()
        return self.paper.viewport().rect().contains(where)


def composed(agreement: Agreement) -> Document:
    return compose(agreement, TODAY)


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot) -> QMainWindow:
    """An open window with the pane in it."""
    theme.apply(qapp, "light", 100)
    shown = QMainWindow()
    shown.setCentralWidget(PreviewView())
    shown.resize(480, 640)
    qtbot.addWidget(shown)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.activateWindow()
    return shown


@pytest.fixture
def pane(window: QMainWindow) -> Iterator[Pane]:
    """The pane of the window."""
    view = window.centralWidget()
    assert isinstance(view, PreviewView)
    yield Pane(view)


@pytest.fixture
def example() -> Agreement:
    """The finished example."""
    return finished_example()


@pytest.fixture
def draft(example: Agreement) -> OpenDraft:
    """The example on the desk."""
    return OpenDraft(example, lambda: 0.0)
