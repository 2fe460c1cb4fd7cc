"""A whole window with the example open in it, and legal who send its export back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from slaeditor.document.compose import compose
from slaeditor.editing import shelf
from slaeditor.editing.templates import finished_example
from slaeditor.library.drafts import Library
from slaeditor.word.write import docx_bytes
from tests.ui.review.legal import Legal
from tests.ui.window.opened import TODAY, AnsweringDesktop, Person, disk, library, show
from ui.desk import Desk

__all__ = ["disk", "library", "show"]

Import = Callable[[Legal], None]


class ReturningDesktop(AnsweringDesktop):
    """Answers the question for a returned file too."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.returned: Path | None = None

    def review_to_open(self, parent: QWidget) -> Path | None:
        return self.returned


@pytest.fixture
def desktop(tmp_path: Path) -> ReturningDesktop:
    """A desktop without a person in front of it."""
    return ReturningDesktop(tmp_path)


@pytest.fixture
def portal(library: Library) -> str:
    """The finished example, in the library."""
    return shelf.store(library, finished_example(), TODAY)


@pytest.fixture
def person(show: Callable[[], Person], portal: str) -> Person:
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


@pytest.fixture
def legal(desk: Desk) -> Legal:
    """Legal, who got an export of the open agreement."""
    return Legal(docx_bytes(compose(desk.draft.agreement, TODAY), today=TODAY))


@pytest.fixture
def send_back(person: Person, desktop: ReturningDesktop, tmp_path: Path) -> Import:
    """Send legal's file back, and import it with the menu's key."""

    def sent(legal: Legal) -> None:
        desktop.returned = tmp_path / "portal.docx"
        desktop.returned.write_bytes(legal.file())
        person.press(Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
        reviewer = person.window.workshop.reviewer
        person.qtbot.waitUntil(lambda: not reviewer.is_reading, timeout=10000)

    return sent
