"""A whole window with an agreement open, and a second computer that has the same library."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from slaeditor.library.drafts import Library
from tests.ui.clashes.elsewhere import OtherComputer
from tests.ui.window.opened import Person, desktop, disk, library, show, stored
from ui.desk import Desk

__all__ = ["desktop", "disk", "library", "show"]


@pytest.fixture
def payroll(library: Library) -> str:
    """One agreement."""
    return stored(library, "Payroll")


@pytest.fixture
def elsewhere(library: Library, payroll: str, tmp_path: Path) -> OtherComputer:
    """Another computer with the same library, as a sync tool has it."""
    return OtherComputer(library.folder, tmp_path / "elsewhere", payroll)


@pytest.fixture
def person(show: Callable[[], Person], elsewhere: OtherComputer) -> Person:
    """A person who has opened it."""
    someone = show()
    someone.press(Qt.Key.Key_Return)
    return someone


@pytest.fixture
def desk(person: Person) -> Desk:
    """The desk with the open agreement."""
    found = person.window.workshop.bench.desk
    assert found is not None
    return found
