"""A person before the whole window, at a computer of their own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.journey.room import Room


@pytest.fixture
def room(tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    """A computer on which the program was never started."""
    monkeypatch.setenv("SLAEDITOR_LOCAL", str(tmp_path / "local"))
    computer = Room(qapp, tmp_path)
    yield computer
    computer.close()
