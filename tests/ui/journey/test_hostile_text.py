"""A draft full of markup: every screen shows it letter by letter, and nothing is fetched or run."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QTextEdit,
    QWidget,
)

from slaeditor.agreement import Agreement, encode
from slaeditor.editing.templates import finished_example
from slaeditor.negotiation import Comment, Said
from slaeditor.paths import replaced, walk
from tests.ui.journey.person import CTRL, SHIFT, Person
from tests.ui.journey.room import Room

_PICTURE = "file:///nowhere/hostile.png"
HOSTILE = f'<b>bold</b><img src="{_PICTURE}"><a href="file:///nowhere/run">click</a>'
_TAGS = ("<b>", "<img", "<a href")


def hostile() -> Agreement:
    """The finished example with markup in every free text."""
    agreement = finished_example()
    for place in walk(agreement):
        if place.is_list or place.spec.hint is not str or place.field.reads_as:
            continue
        if place.field.refers_to or not isinstance(place.value, str):
            continue
        agreement = replaced(agreement, place.path, HOSTILE)
    said = Said(id="s", author=HOSTILE, text=HOSTILE, date="2027-01-01T10:00:00")
    comment = Comment(id="c", path="title", where=HOSTILE, quoted=HOSTILE, said=(said,))
    return msgspec.structs.replace(agreement, comments=(comment,))


@pytest.fixture
def fetched(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a document asked for, wherever it would have been looked for."""
    asked: list[str] = []
    real = QTextDocument.loadResource

    def noted(self: QTextDocument, kind: int, name: Any) -> Any:
        asked.append(str(name))
        return real(self, kind, name)

    monkeypatch.setattr(QTextDocument, "loadResource", noted)
    return asked


@pytest.fixture
def person(room: Room) -> Person:
    """Somebody before a list with the hostile agreement, which has a version with such a name."""
    draft = encode(hostile())
    room.library.create(draft)
    history = room.library.history(draft["id"])
    history.add({**draft, "title": "Earlier"}, HOSTILE, "named")
    return room.sit_down()


def widgets() -> Iterator[QWidget]:
    """Every widget of every window, shown or not."""
    for window in QApplication.topLevelWidgets():
        yield window
        yield from window.findChildren(QWidget)


def breaches() -> list[str]:
    """Where markup of the draft would be taken for markup."""
    found = []
    for widget in widgets():
        if isinstance(widget, QLabel) and _renders(widget):
            found.append(f"{type(widget).__name__}: {widget.text()[:120]}")
        if _is_live(widget.toolTip()):
            found.append(f"tooltip of {type(widget).__name__}: {widget.toolTip()[:120]}")
        if isinstance(widget, QTextEdit):
            found += _in_document(widget.document())
        model = _model_of(widget)
        if model is not None:
            found += _in_model(model, QModelIndex())
    return sorted(set(found))


def _renders(label: QLabel) -> bool:
    if label.textFormat() is Qt.TextFormat.PlainText:
        return False
    if label.textFormat() is Qt.TextFormat.AutoText and not GuiQt.mightBeRichText(label.text()):
        return False
    return any(tag in label.text() for tag in ("<img", "<a href"))


def _is_live(tip: str) -> bool:
    return GuiQt.mightBeRichText(tip) and any(tag in tip for tag in _TAGS)


def _model_of(widget: QWidget) -> QAbstractItemModel | None:
    if isinstance(widget, QAbstractItemView | QComboBox):
        return widget.model()
    return None


def _in_model(model: QAbstractItemModel, parent: QModelIndex) -> list[str]:
    found = []
    for row in range(min(model.rowCount(parent), 200)):
        column = 0
        while (index := model.index(row, column, parent)).isValid():
            told = str(index.data(Qt.ItemDataRole.ToolTipRole) or "")
            if _is_live(told):
                found.append(f"tooltip of a line: {told[:120]}")
            column += 1
    return found


def _in_document(document: QTextDocument) -> list[str]:
    """Pictures and links of the draft's own; a link of ours leads to a field."""
    found = []
    block = document.begin()
    while block.isValid():
        parts = block.begin()
        while not parts.atEnd():
            drawn = parts.fragment().charFormat()
            if drawn.isImageFormat():
                found.append(f"picture: {drawn.toImageFormat().name()}")
            if "nowhere" in drawn.anchorHref():
                found.append(f"link: {drawn.anchorHref()}")
            parts += 1
        block = block.next()
    return found


def looks(person: Person, fetched: list[str]) -> None:
    """Nothing on this screen is markup, and nothing was asked for."""
    person.waits_for_quiet()
    assert breaches() == []
    assert [each for each in fetched if "nowhere" in each] == []


def test_the_list_and_its_dialogs(person: Person, fetched: list[str]) -> None:
    looks(person, fetched)
    person.click_line("Agreements", HOSTILE)
    looks(person, fetched)
    for key, held in ((Qt.Key.Key_D, CTRL), (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier)):
        person.press(key, held)
        looks(person, fetched)
        person.press(Qt.Key.Key_Escape)
    person.press(Qt.Key.Key_N, CTRL)
    looks(person, fetched)
    person.press(Qt.Key.Key_Escape)
    person.press(Qt.Key.Key_Delete)
    looks(person, fetched)


@pytest.mark.parametrize(
    "section", ["Introduction", "Scope", "Duration", "Service levels", "Contacts and signatures"]
)
def test_each_section_with_preview_and_checks(
    person: Person, fetched: list[str], section: str
) -> None:
    person.press(Qt.Key.Key_Return)
    person.click_line("Sections", section)
    person.press(Qt.Key.Key_R, CTRL)
    looks(person, fetched)
    shown = [each for each in QApplication.allWidgets() if isinstance(each, QTextEdit)]
    assert any(HOSTILE in each.toPlainText() for each in shown)


def test_a_service_level_and_its_buttons(person: Person, fetched: list[str]) -> None:
    person.press(Qt.Key.Key_Return)
    person.click_line("Sections", "Service levels")
    person.click("Open service level")
    looks(person, fetched)


def test_the_history(person: Person, fetched: list[str]) -> None:
    person.press(Qt.Key.Key_Return)
    person.press(Qt.Key.Key_H, CTRL | SHIFT)
    person.waits_to_see("History")
    looks(person, fetched)
    person.click("Whole document")
    looks(person, fetched)


def test_a_damaged_file_and_what_is_left_of_it(
    room: Room, fetched: list[str], tmp_path: Path
) -> None:
    draft = encode(hostile())
    room.library.create(draft)
    path = room.library.folder / "drafts" / f"{draft['id']}.json"
    path.write_bytes(path.read_bytes()[:-200])
    person = room.sit_down()
    person.click_line("Agreements", path.name)
    looks(person, fetched)
    person.click("Open what can be read as a copy…")
    looks(person, fetched)
    person.click("Open as a copy")
    looks(person, fetched)
