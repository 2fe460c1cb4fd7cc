"""A whole window on a library of its own, and a person who finds things by their names."""

import errno
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from slaeditor.agreement import Agreement
from slaeditor.editing import shelf
from slaeditor.editing.starting import Start, started
from slaeditor.editing.templates import template
from slaeditor.files import FileSystem
from slaeditor.kinds import Kind
from slaeditor.library.drafts import Library
from slaeditor.library.home import Home
from tests.ui.accessibility import problems
from ui.desktop import Desktop
from ui.settings.look import Look
from ui.window import MainWindow

TODAY = date.today()
NO_KEYS = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


class AnsweringDesktop(Desktop):
    """Answers file dialogs with what the test says, and notes what was to be opened."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.answer: Path | None = None
        self.proposed: Path | None = None
        self.opened: list[Path] = []
        self.has_programs = True

    def documents(self) -> Path:
        return self.folder

    def file_to_open(self, parent: QWidget) -> Path | None:
        return self.answer

    def table_to_open(self, parent: QWidget) -> Path | None:
        return self.answer

    def back_up_to_open(self, parent: QWidget) -> Path | None:
        return self.answer

    def folder_to_choose(self, parent: QWidget, title: str, start: Path) -> Path | None:
        return self.answer

    def file_to_save(
        self, parent: QWidget, title: str, proposed: Path, types: dict[str, str]
    ) -> Path | None:
        self.proposed = proposed
        return self.answer

    def open(self, path: Path) -> bool:
        self.opened.append(path)
        return self.has_programs


class FillingDisk(FileSystem):
    """A disk that can be full for a while, or hold up what is put in place below `holds`."""

    def __init__(self) -> None:
        self.is_full = False
        self.holds = Path("/")
        self.is_let_go = Event()
        self.is_let_go.set()

    def replace(self, source: Path, target: Path) -> None:
        if target.is_relative_to(self.holds):
            self.is_let_go.wait(30)
        super().replace(source, target)

    def write(self, descriptor: int, data: bytes) -> int:
        if self.is_full:
            raise OSError(errno.ENOSPC, "No space left on device")
        return super().write(descriptor, data)


class Person:
    """Presses keys and clicks what has a name; looks only at what shows."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window = window
        self.qtbot = qtbot

    @property
    def before(self) -> QWidget:
        """The window or dialog in front, as it is after what was asked for has been done."""
        QApplication.processEvents()
        return QApplication.activeModalWidget() or self.window

    def find(self, name: str) -> QWidget:
        """The shown widget with that accessible name, or one that begins with it."""
        shown = [each for each in self.before.findChildren(QWidget) if each.isVisible()]
        exact = [each for each in shown if _name(each) == name]
        for widget in exact or [each for each in shown if _name(each).startswith(name)]:
            if not isinstance(widget, QLabel):
                return widget
        names = sorted({_name(each) for each in shown} - {""})
        raise AssertionError(f"Nothing is called {name!r}. There are: {names}")

    def click(self, name: str) -> None:
        """Click a button by its name."""
        widget = self.find(name)
        assert isinstance(widget, QAbstractButton), name
        assert widget.isEnabled(), f"{name!r} is disabled"
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, NO_KEYS, QPoint(12, 12))

    def write(self, name: str, text: str) -> None:
        """Type into a field in place of what it holds."""
        field = self.find(name)
        field.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(field, Qt.Key.Key_A, CTRL)
        QTest.keyClicks(field, text)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_KEYS) -> None:
        """Press a key where the focus is, once the window in front has it."""
        self.before.activateWindow()
        self.qtbot.waitUntil(self.before.isActiveWindow, timeout=5000)
        QTest.keyClick(QApplication.focusWidget() or self.before, key, modifiers)

    def texts(self) -> list[str]:
        """Every sentence that shows."""
        labels = self.before.findChildren(QLabel)
        return [label.text() for label in labels if label.isVisible() and label.text()]

    def sees(self, words: str) -> bool:
        """Whether some label that shows has these words."""
        return any(words in text for text in self.texts())

    def obstacles(self) -> list[str]:
        """What would stop a person without a mouse or a screen, once everything has its place."""
        found = problems(self.before)
        for _pause in range(20):
            if not found:
                break
            self.qtbot.wait(50)
            found = problems(self.before)
        return found

    def tooltips(self) -> list[str]:
        """What shows when the pointer rests on a sentence."""
        return [label.toolTip() for label in self.before.findChildren(QLabel)]

    def waits_to_see(self, words: str) -> None:
        """Wait until a label has these words."""
        self.qtbot.waitUntil(lambda: self.sees(words), timeout=5000)

    def titles(self) -> list[str]:
        """The first column of the list, from top to bottom."""
        model = self.window.page.model
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def waits_for(self, titles: list[str]) -> None:
        """Wait until the list shows these and no others."""
        self.qtbot.waitUntil(lambda: self.titles() == titles, timeout=5000)

    def line(self, row: int) -> list[str]:
        """The words of one line of the list."""
        model = self.window.page.model
        return [str(model.index(row, each).data()) for each in range(model.columnCount())]

    def chooses(self, title: str) -> None:
        """Click on a line of the list."""
        table = self.window.page.table
        place = table.visualRect(table.agreements.index(self.titles().index(title), 0)).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, NO_KEYS, place)


@pytest.fixture
def disk() -> FillingDisk:
    """The disk under the library."""
    return FillingDisk()


@pytest.fixture
def library(tmp_path: Path, disk: FillingDisk, monkeypatch: pytest.MonkeyPatch) -> Library:
    """An empty library."""
    monkeypatch.setenv("SLAEDITOR_LOCAL", str(tmp_path / "local"))
    return Library(tmp_path / "library", files=disk)


@pytest.fixture
def desktop(tmp_path: Path) -> AnsweringDesktop:
    """A desktop without a person in front of it."""
    return AnsweringDesktop(tmp_path)


@pytest.fixture
def show(
    library: Library, desktop: AnsweringDesktop, qapp: QApplication, qtbot: QtBot
) -> Iterator[Callable[[], Person]]:
    """Show the window on the library as it is then."""
    windows: list[MainWindow] = []

    def shown() -> Person:
        look = Look(qapp)
        look.wear()
        window = MainWindow(Home.of(library), look, desktop)
        window.resize(1280, 720)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(lambda: window.is_read and window.isActiveWindow(), timeout=5000)
        windows.append(window)
        return Person(window, qtbot)

    yield shown
    for window in windows:
        end(window)


def end(window: MainWindow) -> None:
    """Take a window away, whatever it would ask."""
    window.end_loading()
    workshop = window.workshop
    workshop.exporter.stop()
    workshop.bench.close_desk()
    window.hide()
    window.deleteLater()
    QApplication.sendPostedEvents()


def stored(
    library: Library,
    title: str,
    template_id: str = "internal-it-service-desk",
    provider: str = "IT Services",
    customer: str = "Human Resources",
) -> str:
    """Put an agreement into the library; its id."""
    source = template(template_id)
    answers = Start(source.kind, source, title, provider, customer)
    return shelf.store(library, started(answers), TODAY)


def internal(title: str = "Service desk") -> Agreement:
    """An agreement between two departments."""
    source = template("internal-blank")
    return started(Start(Kind.INTERNAL, source, title, "IT Services", "Human Resources"))


def _name(widget: QWidget) -> str:
    found: list[QAccessibleInterface | None] = [QAccessible.queryAccessibleInterface(widget)]
    return found[0].text(QAccessible.Text.Name) if found[0] is not None else ""
