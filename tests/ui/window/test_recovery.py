"""What could not be saved before the program ended is offered at the next start."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from slaeditor.library.drafts import Library
from tests.ui.window.opened import Person, stored
from ui.compare.view import MarkedPaper

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
    person.click("Take it over")
    assert person.window.windowTitle().startswith("Pay run")
    assert Library(library.folder).open(kept).draft["title"] == "Pay run"
    assert library.recoveries() == []
    desk = person.window.workshop.bench.desk
    assert desk is not None
    desk.draft.undo()
    assert desk.draft.agreement.title == "Payroll"
    assert not person.sees("nothing is lost")


def test_what_stood_before_is_a_point_of_the_history(
    show: Show, library: Library, kept: str
) -> None:
    person = show()
    person.waits_to_see("nothing is lost")
    person.click("Take it over")
    points = {point.label: point.id for point in library.history(kept).points()}
    before = library.history(kept).at(points["Before the copy was taken over"])
    assert before["title"] == "Payroll"
    (aside,) = (library.local / "thrown-away").iterdir()
    assert b"Pay run" in aside.read_bytes()


def test_a_copy_can_be_thrown_away_and_brought_back(
    show: Show, library: Library, kept: str
) -> None:
    person = show()
    person.waits_to_see("nothing is lost")
    person.click("Throw away")
    assert library.recoveries() == []
    assert not person.sees("nothing is lost")
    assert library.open(kept).draft["title"] == "Payroll"
    person.click("Undo")
    person.waits_to_see("nothing is lost")
    assert [copy.title for copy in library.recoveries()] == ["Pay run"]


def test_both_times_and_what_differs_are_shown_before_the_person_decides(
    show: Show, library: Library, kept: str
) -> None:
    person = show()
    person.waits_to_see("“Pay run” was saved last today at")
    assert person.sees("was kept in a copy today at")
    assert person.obstacles() == []
    person.click("Show what differs…")
    assert person.sees("What the copy says differently")
    assert person.obstacles() == []
    paper = person.before.findChildren(MarkedPaper)[0]
    person.qtbot.waitUntil(lambda: "Pay run" in paper.toPlainText(), timeout=3000)
    assert "Payroll" in paper.toPlainText()
    person.click("Take it over")
    assert library.open(kept).draft["title"] == "Pay run"


def test_a_copy_that_is_older_than_the_draft_says_so(
    show: Show, library: Library, kept: str
) -> None:
    draft = library.open(kept).draft
    library.save(kept, {**draft, "title": "Salaries"})
    person = show()
    person.waits_to_see("It is older than the agreement, which was saved today at")
    bar = person.window.notices.bar("recovery")
    assert bar is not None
    assert bar.property("tone") == "info"


def test_of_several_copies_one_is_offered_at_a_time(
    show: Show, library: Library, kept: str
) -> None:
    other = stored(library, "Order portal")
    draft = library.open(other).draft
    library.open(other).keep_recovery({**draft, "title": "Ordering"})
    person = show()
    person.waits_to_see("1 more copy waits.")
    person.click("Throw away")
    person.waits_to_see("“Pay run” was saved last")
    assert not person.sees("more copy waits")


def test_a_copy_of_a_draft_that_is_open_elsewhere_stays(
    show: Show, library: Library, kept: str
) -> None:
    with library.lock(kept) as other:
        other.acquire()
        person = show()
        person.waits_to_see("nothing is lost")
        person.click("Take it over")
        assert person.sees("This draft is open in another window")
        assert len(library.recoveries()) == 1
        assert library.open(kept).draft["title"] == "Payroll"


def test_the_copy_of_a_lost_draft_brings_it_back(show: Show, library: Library, kept: str) -> None:
    (library.folder / "drafts" / f"{kept}.json").unlink()
    person = show()
    person.waits_to_see("nothing is lost")
    person.click("Take it over")
    assert person.window.windowTitle().startswith("Pay run")
    assert library.open(kept).draft["title"] == "Pay run"


def test_the_copy_of_a_damaged_draft_becomes_a_new_one(
    show: Show, library: Library, kept: str
) -> None:
    path = library.folder / "drafts" / f"{kept}.json"
    path.write_bytes(b"torn")
    person = show()
    person.waits_to_see("nothing is lost")
    person.click("Take it over")
    assert person.window.windowTitle().startswith("Pay run (recovered)")
    assert path.read_bytes() == b"torn"


def test_closing_the_notice_keeps_the_copy(show: Show, library: Library, kept: str) -> None:
    person = show()
    person.waits_to_see("nothing is lost")
    person.click("Close this notice")
    assert len(library.recoveries()) == 1
    person.press(Qt.Key.Key_Return)
    assert person.window.windowTitle().startswith("Payroll")
