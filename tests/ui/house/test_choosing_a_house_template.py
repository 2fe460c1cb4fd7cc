"""Choosing a firm's template in the window: styles are proposed, confirmed and remembered."""

from pathlib import Path

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from slaeditor.word.house.chosen import chosen
from slaeditor.word.house.keeping import chosen_house
from tests.ui.accessibility import problems
from tests.ui.house.conftest import Chooser, Shelf
from tests.unit.word.house import firms
from ui.house.dialog import HouseDialog


def asked(chooser: Chooser, path: Path) -> HouseDialog:
    """The dialog about the styles of a template that was chosen."""
    chooser.answer = path
    chooser.card.choose.click()
    dialog = chooser.card.dialog
    assert dialog is not None
    return dialog


def pressed(dialog: HouseDialog, words: str) -> None:
    """Press a button of the dialog."""
    next(each for each in dialog.findChildren(QPushButton) if each.text().strip() == words).click()


def test_nothing_is_chosen_at_first(chooser: Chooser) -> None:
    assert chooser.card.name.text() == "None: exports have our own look."
    assert not chooser.card.remove.isEnabled()
    assert chosen_house() is None


def test_the_found_styles_are_proposed(chooser: Chooser, acme: Path) -> None:
    dialog = asked(chooser, acme)
    assert dialog.boxes["heading"].currentText() == "Acme L1"
    assert dialog.boxes["subitem"].currentText() == "Use our own"
    assert dialog.lines["item"].text.text() == "1.1.1   planned maintenance;"
    assert dialog.lines["heading"].text.font().bold()


def test_a_sample_follows_the_choice(chooser: Chooser, acme: Path) -> None:
    dialog = asked(chooser, acme)
    box = dialog.boxes["item"]
    box.setCurrentIndex(0)
    box.activated.emit(0)
    assert dialog.lines["item"].text.text() == "(a)   planned maintenance;"


def test_a_confirmed_template_is_kept_also_where_its_file_goes(
    chooser: Chooser, acme: Path
) -> None:
    dialog = asked(chooser, acme)
    dialog.boxes["text"].setCurrentIndex(0)
    pressed(dialog, "Use this template")
    acme.unlink()
    house = chosen_house()
    assert house is not None
    assert house.styles["heading"] == "AcmeL1"
    assert "text" not in house.styles
    assert "acme.dotx" in chooser.card.name.text()


def test_cancelling_changes_nothing(chooser: Chooser, acme: Path) -> None:
    pressed(asked(chooser, acme), "Cancel")
    assert chosen() is None


def test_the_same_file_is_remembered_wherever_it_is(
    chooser: Chooser, acme: Path, shelf: Shelf
) -> None:
    dialog = asked(chooser, acme)
    dialog.boxes["item"].setCurrentIndex(0)
    pressed(dialog, "Use this template")
    chooser.card.remove.click()
    assert chosen() is None
    again = asked(chooser, shelf("moved.dotx", acme.read_bytes()))
    assert again.boxes["item"].currentText() == "Use our own"
    pressed(again, "Propose anew")
    assert again.boxes["item"].currentText() == "Acme L3"


def test_styles_can_be_changed_later(chooser: Chooser, acme: Path) -> None:
    pressed(asked(chooser, acme), "Use this template")
    chooser.card.change.click()
    dialog = chooser.card.dialog
    assert dialog is not None
    dialog.boxes["definition"].setCurrentIndex(dialog.boxes["definition"].findText("Body Text"))
    pressed(dialog, "Use this template")
    house = chosen_house()
    assert house is not None
    assert house.styles["definition"] == "BodyText"


def test_a_file_that_cannot_serve_is_told_in_the_card(chooser: Chooser, shelf: Shelf) -> None:
    chooser.answer = shelf("bad.dotx", firms.acme(kind=firms.MACROS))
    chooser.card.choose.click()
    assert chooser.card.dialog is None
    assert chooser.card.notice.isVisible()
    assert "macros" in chooser.card.notice.text()


def test_a_lost_copy_is_told_when_its_styles_are_asked_for(
    chooser: Chooser, acme: Path, local: Path
) -> None:
    pressed(asked(chooser, acme), "Use this template")
    next((local / "house").glob("*.dotx")).unlink()
    chooser.card.change.click()
    assert "missing or damaged" in chooser.card.notice.text()


def test_a_screen_reader_and_the_keyboard_find_their_way(
    chooser: Chooser, acme: Path, qtbot: QtBot
) -> None:
    assert problems(chooser.window) == []
    dialog = asked(chooser, acme)
    qtbot.waitUntil(dialog.isVisible)
    qtbot.waitUntil(lambda: problems(dialog) == [])  # the lines are laid out in their letters
