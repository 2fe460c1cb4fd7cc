"""A person at the real window: sees what shows, clicks what has a name, presses keys.

Nothing here reads or writes an agreement except through the eyes and the keyboard.
"""

import time
from collections.abc import Callable, Iterable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QListView,
    QMenuBar,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from ui.window import MainWindow

NO_KEYS = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
_PATIENCE = 20.0  # seconds
_PAUSE = 10  # ms
_LOOKS = 10  # pauses in a row without anything new
_MARGIN = 80  # pixels kept in view around what is clicked
_EDGE = 12  # pixels into a button, where it is clicked


class Person:
    """Looks at the window or dialog in front, and works it with mouse and keys."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    # Seeing.

    @property
    def before(self) -> QWidget:
        """The window or dialog in front, once what was asked for has been done."""
        QApplication.processEvents()
        return QApplication.activeModalWidget() or self.window

    def shown(self) -> list[QWidget]:
        """Every widget in view in the window in front."""
        return [each for each in self.before.findChildren(QWidget) if each.isVisible()]

    def look_for(self, name: str) -> QWidget | None:
        """The shown widget that is called so, or else one whose name begins so."""
        named = [(name_of(each), each) for each in self.shown() if not isinstance(each, QLabel)]
        exact = [each for called, each in named if called == name]
        return next(
            iter(exact or [each for called, each in named if called.startswith(name)]), None
        )

    def find(self, name: str) -> QWidget:
        """The same, which must be there."""
        found = self.look_for(name)
        names = sorted({name_of(each) for each in self.shown()} - {""})
        assert found is not None, f"Nothing in view is called {name!r}. There are: {names}"
        return found

    def texts(self) -> list[str]:
        """Every sentence that shows."""
        labels = self.before.findChildren(QLabel)
        return [label.text() for label in labels if label.isVisible() and label.text()]

    def said_by_status(self) -> str:
        """What stands in the status bar."""
        labels = self.window.statusBar().findChildren(QLabel)
        return " | ".join(name_of(label) for label in labels if label.isVisible())

    def sees(self, words: str) -> bool:
        """Whether some sentence that shows has these words."""
        return any(words in text for text in self.texts())

    def waits_to_see(self, words: str) -> None:
        """Wait until some sentence has these words."""
        self.waits_until(lambda: self.sees(words))

    def waits_until(self, is_so: Callable[[], bool]) -> None:
        """Wait for something, patiently: the machine may be busy."""
        end = time.monotonic() + _PATIENCE
        while not is_so():
            assert time.monotonic() < end, f"That didn't come about. In view: {self.texts()}"
            QTest.qWait(_PAUSE)

    def waits_for_quiet(self) -> None:
        """Wait until nothing new comes into view any more."""
        seen: list[list[str]] = []

        def is_quiet() -> bool:
            seen.append(self.texts())
            return len(seen) > _LOOKS and all(each == seen[-1] for each in seen[-_LOOKS:])

        self.waits_until(is_quiet)

    def lines(self, name: str) -> list[str]:
        """The lines of the list or table of that name, the words of each joined by " | ".

        There are none where no such list is in view.
        """
        view = self.look_for(name)
        if not isinstance(view, QAbstractItemView):
            return []
        model = view.model()
        # A list model keeps its number of columns to itself.
        columns = range(1 if isinstance(view, QListView) else model.columnCount(view.rootIndex()))
        return [
            " | ".join(str(model.index(row, column).data() or "") for column in columns)
            for row in range(model.rowCount(view.rootIndex()))
        ]

    # Pointing.

    def click(self, name: str) -> None:
        """Click the button that is called so."""
        widget = self.find(name)
        assert isinstance(widget, QAbstractButton), f"{name!r} is no button"
        assert widget.isEnabled(), f"{name!r} can't be clicked now"
        self.click_on(widget, QPoint(min(_EDGE, widget.width() // 2), widget.height() // 2))

    def click_on(self, widget: QWidget, place: QPoint | None = None) -> None:
        """Click a widget, scrolled into view; nothing may cover it."""
        self.has_keys()
        at = place or widget.rect().center()
        scroll_to(widget, at)
        top = widget.window()
        hit = top.childAt(widget.mapTo(top, at))
        assert hit is not None and (hit is widget or widget.isAncestorOf(hit)), (
            f"{name_of(widget)!r} is covered by {type(hit).__name__} {hit and name_of(hit)!r}"
        )
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, NO_KEYS, at)
        QApplication.processEvents()

    def click_line(self, name: str, words: str, *, twice: bool = False) -> None:
        """Click, or double click, the line of a list that begins with these words."""
        view = self._view(name)
        model = view.model()
        rows = range(model.rowCount(view.rootIndex()))
        row = next((r for r in rows if str(model.index(r, 0).data()).startswith(words)), -1)
        assert row >= 0, f"{name!r} has no line {words!r}, but {self.lines(name)}"
        view.scrollTo(model.index(row, 0))
        place = view.visualRect(model.index(row, 0)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, NO_KEYS, place)
        if twice:
            QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, NO_KEYS, place)
        QApplication.processEvents()

    def choose_in_menu(self, *words: str) -> None:
        """Open a menu of the menu bar by its letter, and take the entry that begins so."""
        bar = self.window.findChild(QMenuBar)
        assert bar is not None
        actions: Iterable[QAction] = bar.actions()
        for number, each in enumerate(words):
            found = [a for a in actions if a.isVisible() and plain(a.text()).startswith(each)]
            names = [plain(action.text()) for action in actions if action.isVisible()]
            assert found and found[0].isEnabled(), f"No menu entry {each!r} to take; {names}"
            if number + 1 == len(words):
                found[0].trigger()
            else:
                menu = found[0].menu()
                assert menu is not None
                actions = menu.actions()  # type: ignore[attr-defined]
        QApplication.processEvents()

    # Typing.

    @property
    def focused(self) -> QWidget:
        """What has the keys."""
        widget = QApplication.focusWidget()
        assert widget is not None, "Nothing has the focus"
        return widget

    def has_keys(self) -> None:
        """See to it that the window in front has the keys: a dialog may have closed just now."""
        front = self.before
        if not front.isActiveWindow():
            front.activateWindow()
            self.waits_until(front.isActiveWindow)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_KEYS) -> None:
        """Press a key where the focus is, once the window in front has it."""
        self.has_keys()
        QTest.keyClick(QApplication.focusWidget() or self.before, key, modifiers)
        QApplication.processEvents()

    def type(self, text: str) -> None:
        """Type letter by letter where the focus is; a line feed is the Return key."""
        for letter in text:
            if letter == "\n":
                QTest.keyClick(self.focused, Qt.Key.Key_Return)
            elif ord(letter) < 0x100:
                QTest.keyClicks(self.focused, letter)
            else:  # a letter that is on no key: what a Compose key sends
                key = Qt.Key.Key_unknown
                QTest.sendKeyEvent(QTest.KeyAction.Click, self.focused, key, letter, NO_KEYS)

    def write(self, field: QWidget, text: str) -> None:
        """Click into a field and type in place of what it holds."""
        self.click_on(field)
        assert self.focused is field, f"{name_of(field)!r} didn't take the focus"
        if text_in(field):
            QTest.keyClick(field, Qt.Key.Key_A, CTRL)
        if text:
            self.type(text)
        else:
            QTest.keyClick(field, Qt.Key.Key_Delete)
        QApplication.processEvents()

    def fill(self, name: str, text: str) -> None:
        """The same for a field by its name."""
        self.write(self.find(name), text)

    def _view(self, name: str) -> QAbstractItemView:
        view = self.find(name)
        assert isinstance(view, QAbstractItemView), f"{name!r} is no list"
        return view


def name_of(widget: QWidget) -> str:
    """What a screen reader calls a widget."""
    found: list[QAccessibleInterface | None] = [QAccessible.queryAccessibleInterface(widget)]
    return found[0].text(QAccessible.Text.Name) if found[0] is not None else ""


def plain(words: str) -> str:
    """The words of an action without the marks for its letter."""
    return words.replace("&&", "\0").replace("&", "").replace("\0", "&")


def text_in(field: QWidget) -> str:
    """The text that a field shows."""
    if isinstance(field, QPlainTextEdit):
        return field.toPlainText()
    assert isinstance(field, QLineEdit), f"{name_of(field)!r} is nothing to type into"
    return field.text()


def scroll_to(widget: QWidget, place: QPoint) -> None:
    """Scroll the areas around a widget until a place in it is in view."""
    for _ in range(2):  # what was unfolded takes its room only now
        QApplication.processEvents()
        around = widget.parentWidget()
        while around is not None:
            inner = around.widget() if isinstance(around, QScrollArea) else None
            if isinstance(around, QScrollArea) and inner is not None:
                at = widget.mapTo(inner, place)
                around.ensureVisible(at.x(), at.y(), 0, _MARGIN)
            around = around.parentWidget()
