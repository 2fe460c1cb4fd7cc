"""What could not be saved before the program ended is offered at the next start."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from slaeditor.library.drafts import Library
from tests.ui.window.opened import Person, stored

Show = Callable[[], Person]


@pytest.fixture
def kept(library: Library) -> str:
    """A draft with a copy of what could not be saved."""
    draft_id = stored(library, "Payroll")
    library.open(draft_id).keep_recovery({**library.open(draft_id).draft, "title": "Pay run"})
    return draft_id


def test_without_a_copy_nothing_is_said(show: Show, library: Library) -> None:
    stored(library, "Payroll")
    person = show()
    person.window.workshop.recovering.offer()
    assert person.window.notices.bar("recovery") is None


def test_a_copy_is_offered_and_opens_as_a_step_that_can_be_undone(
    show: Show, library: Library, kept: str
) -> None:
    person = show()
    person.waits_to_see("nothing is lost")
    person.click("Open it")
    assert person.window.windowTitle().startswith("Pay run")
    assert Library(library.folder).open(kept).draft["title"] == "Pay run"
    assert library.recoveries() == []
    desk = person.window.workshop.bench.desk
    assert desk is not None
    desk.draft.undo()
    assert desk.draft.agreement.title == "Payroll"
    assert not person.sees("nothing is lost")


def test_a_copy_can_be_thrown_away(show: Show, library: Library, kept: str) -> None:
    person = show()
    person.waits_to_see("nothing is lost")
    person.click("Throw away…")
    person.click("Throw away")
    assert library.recoveries() == []
    assert not person.sees("nothing is lost")
    assert library.open(kept).draft["title"] == "Payroll"


def test_the_copy_of_a_lost_draft_brings_it_back(show: Show, library: Library, kept: str) -> None:
    (library.folder / "drafts" / f"{kept}.json").unlink()
    person = show()
    person.waits_to_see("nothing is lost")
    person.click("Open it")
    assert person.window.windowTitle().startswith("Pay run")
    assert library.open(kept).draft["title"] == "Pay run"


def test_the_copy_of_a_damaged_draft_becomes_a_new_one(
    show: Show, library: Library, kept: str
) -> None:
    path = library.folder / "drafts" / f"{kept}.json"
    path.write_bytes(b"torn")
    person = show()
    person.waits_to_see("nothing is lost")
    person.click("Open it")
    assert person.window.windowTitle().startswith("Pay run (recovered)")
    assert path.read_bytes() == b"torn"


def test_closing_the_notice_keeps_the_copy(show: Show, library: Library, kept: str) -> None:
    person = show()
    person.waits_to_see("nothing is lost")
    person.click("Close this notice")
    assert len(library.recoveries()) == 1
    person.press(Qt.Key.Key_Return)
    assert person.window.windowTitle().startswith("Payroll")
