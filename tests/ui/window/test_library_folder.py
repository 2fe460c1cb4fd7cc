"""Another folder for the agreements is chosen in the settings, for the next start."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from slaeditor.settings import choose_library, chosen_library
from tests.ui.window.opened import AnsweringDesktop, Person
from ui.settings.kept import KeptCard

Show = Callable[[], Person]


def test_another_folder_counts_from_the_next_start_on(
    show: Show, desktop: AnsweringDesktop, tmp_path: Path
) -> None:
    person = show()
    person.press(Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    desktop.answer = tmp_path / "shared"
    person.click("Another folder…")
    assert chosen_library() == tmp_path / "shared"
    person.waits_to_see(f"From the next start on: {tmp_path / 'shared'}")
    assert person.obstacles() == []
    person.click("Usual folder")
    assert chosen_library() is None


def test_a_choice_that_can_not_be_stored_is_told(
    show: Show,
    desktop: AnsweringDesktop,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    person = show()
    person.press(Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    blocked = tmp_path / "file"
    blocked.write_text("no folder", encoding="ascii")
    monkeypatch.setenv("SLAEDITOR_LOCAL", str(blocked))
    desktop.answer = tmp_path / "shared"
    person.click("Another folder…")
    (card,) = person.window.findChildren(KeptCard)
    assert "could not be stored" in card.text()


def test_the_choice_survives_and_can_be_seen(show: Show, tmp_path: Path) -> None:
    choose_library(tmp_path / "shared")
    person = show()
    person.press(Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    (card,) = person.window.findChildren(KeptCard)
    assert card.usual.isVisible()
