"""What a person sees and does on the page of a history."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget, QTextEdit

from tests.ui.window.opened import CTRL, NO_KEYS, SHIFT, Person
from ui.history.page import HistoryPage

LIST = "Points, newest first"


def at_history(someone: Person) -> Person:
    """Open the first agreement and its history."""
    someone.press(Qt.Key.Key_Return)
    return to_history(someone)


def to_history(someone: Person) -> Person:
    """Open the history of the open agreement."""
    someone.press(Qt.Key.Key_H, CTRL | SHIFT)
    settle(someone)
    return someone


def page(person: Person) -> HistoryPage:
    """The page of the history."""
    found = person.window.workshop.commands.history.page
    assert found is not None
    return found


def settle(person: Person) -> None:
    """Wait until what is to be compared is on the paper."""
    history = person.window.workshop.commands.history
    person.qtbot.waitUntil(
        lambda: not history.is_busy and page(person).view.is_settled, timeout=5000
    )


def points(person: Person) -> list[str]:
    """The name of each entry."""
    view = person.find(LIST)
    assert isinstance(view, QListWidget)
    return [view.item(number).text() for number in range(view.count())]


def choose(person: Person, row: int, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
    """Click on an entry of the list."""
    view = person.find(LIST)
    assert isinstance(view, QListWidget)
    place = view.visualItemRect(view.item(row)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, keys, place)
    settle(person)


def compare_with(person: Person, words: str) -> None:
    """Choose in the box what to compare with."""
    box = page(person).side.box
    row = next(n for n in range(box.count()) if box.itemText(n).startswith(words))
    box.setFocus(Qt.FocusReason.TabFocusReason)
    while box.currentIndex() != row:
        QTest.keyClick(box, Qt.Key.Key_Down if box.currentIndex() < row else Qt.Key.Key_Up)
    settle(person)


def paper(person: Person) -> QTextEdit:
    """The paper."""
    shown = person.find("Comparison")
    assert isinstance(shown, QTextEdit)
    return shown


def text(person: Person) -> str:
    """What the paper says."""
    return paper(person).toPlainText()


def heading(person: Person) -> str:
    """Which versions are compared."""
    return page(person).head.title.accessibleName()


def title(person: Person) -> str | None:
    """The title of the open agreement."""
    desk = person.window.workshop.bench.desk
    assert desk is not None
    return desk.draft.agreement.title
