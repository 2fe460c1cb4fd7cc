"""Titles that run right to left, within sentences that don't."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from slaeditor.bidi import isolated
from slaeditor.library.drafts import Library
from tests.ui.window.opened import Person, stored

Show = Callable[[], Person]
TITLE = "שירות שכר (2027)"


@pytest.fixture
def payroll(library: Library) -> str:
    """An agreement with a Hebrew title and a Hebrew customer."""
    return stored(library, TITLE, customer="משאבי אנוש")


def test_sentences_about_it_keep_it_together(show: Show, payroll: str) -> None:
    person = show()
    assert person.titles() == [TITLE]
    person.press(Qt.Key.Key_Delete)
    assert person.sees(f"Moved “{isolated(TITLE)}” to the trash")


def test_the_window_and_the_line_under_its_title_keep_it_together(show: Show, payroll: str) -> None:
    person = show()
    person.press(Qt.Key.Key_Return)
    assert person.window.windowTitle().startswith(isolated(TITLE))
    person.waits_to_see(f"· {isolated('משאבי אנוש')}")
