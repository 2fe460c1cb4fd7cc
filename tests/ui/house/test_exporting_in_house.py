"""What the window exports once a house template is chosen."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from slaeditor.editing.export_choices import Choices
from slaeditor.errors import HouseRefused
from slaeditor.word.house.keeping import keep
from tests.agreements import HOSTED_APPLICATION, TODAY, typed
from tests.unit.word.invariants import W, part
from ui.export.choosing import ChoosingDialog
from ui.export.job import Order, write


def exported(target: Path, choices: Choices) -> Path:
    """The file of an export with these choices."""
    write(Order(typed(HOSTED_APPLICATION), target, TODAY, choices), lambda *_: None, lambda: False)
    return target


def styles(path: Path) -> set[str]:
    """The styles that paragraphs of a file wear."""
    return {style.get(f"{W}val") for style in part(path.read_bytes()).iter(f"{W}pStyle")}


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window to ask in."""
    shown = QWidget()
    qtbot.addWidget(shown)
    shown.show()
    return shown


def dialog(window: QWidget) -> ChoosingDialog:
    """The dialog before an export."""
    found = ChoosingDialog(window, Choices(), (), (), lambda _chosen: None, lambda: None)
    found.open()
    return found


def test_an_export_is_made_in_the_template_that_was_chosen(tmp_path: Path, acme: Path) -> None:
    keep(acme.read_bytes(), "acme.dotx", {"heading": "AcmeL1"})
    assert "AcmeL1" in styles(exported(tmp_path / "out.docx", Choices()))


def test_one_export_can_do_without_it(tmp_path: Path, acme: Path) -> None:
    keep(acme.read_bytes(), "acme.dotx", {"heading": "AcmeL1"})
    assert "Heading1" in styles(exported(tmp_path / "out.docx", Choices(in_house=False)))


def test_a_lost_template_stops_the_export_with_a_sentence(
    tmp_path: Path, acme: Path, local: Path
) -> None:
    keep(acme.read_bytes(), "acme.dotx", {"heading": "AcmeL1"})
    next((local / "house").glob("*.dotx")).unlink()
    with pytest.raises(HouseRefused, match="missing or damaged"):
        exported(tmp_path / "out.docx", Choices())
    assert not (tmp_path / "out.docx").exists()


def test_the_dialog_offers_the_template_only_where_one_is_chosen(
    window: QWidget, acme: Path
) -> None:
    assert not dialog(window).house.isVisible()
    keep(acme.read_bytes(), "acme.dotx", {})
    found = dialog(window)
    assert found.house.isVisible()
    assert "acme.dotx" in found.house.text()
    assert found.choices().in_house
    found.house.setChecked(False)
    assert not found.choices().in_house
