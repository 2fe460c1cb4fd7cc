"""A computer of one's own for the house template, and a window to ask in."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from slaeditor.settings import LOCAL_VARIABLE
from tests.unit.word.house import firms
from ui.house.card import HouseCard
from ui.theme import scheme

Shelf = Callable[[str, bytes], Path]


@pytest.fixture(autouse=True)
def local(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program's own folder on this computer, empty."""
    monkeypatch.setenv(LOCAL_VARIABLE, str(tmp_path / "local"))
    return tmp_path / "local"


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """Puts a template into a folder of the firm."""

    def put(name: str, data: bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return put


class Chooser:
    """The card of the settings, and the file that the person will name next."""

    def __init__(self, qtbot: QtBot, qapp: QApplication) -> None:
        scheme.apply(qapp, "light", 100)
        self.answer: Path | None = None
        self.window = QWidget()
        self.card = HouseCard(lambda _parent: self.answer)
        QVBoxLayout(self.window).addWidget(self.card)
        self.window.resize(900, 700)
        qtbot.addWidget(self.window)
        self.window.show()


@pytest.fixture
def chooser(qtbot: QtBot, qapp: QApplication) -> Chooser:
    """A person in front of the card."""
    return Chooser(qtbot, qapp)


@pytest.fixture
def acme(shelf: Shelf) -> Path:
    """The template of a firm with three numbered levels."""
    return shelf("acme.dotx", firms.acme())
