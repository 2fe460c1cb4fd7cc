"""Two windows or computers write the same agreement: both keep what they wrote."""

from collections.abc import Callable
from copy import deepcopy

import pytest
from PySide6.QtCore import Qt

from slaeditor.library.drafts import Draft, Library
from tests.ui.window.opened import Person, stored

Show = Callable[[], Person]
TITLE = "What is this agreement called?, required"


@pytest.fixture
def payroll(library: Library) -> str:
    """One agreement."""
    return stored(library, "Payroll")


@pytest.fixture
def person(show: Show, payroll: str) -> Person:
    """A person who has opened it."""
    someone = show()
    someone.press(Qt.Key.Key_Return)
    return someone


def change_elsewhere(library: Library, draft_id: str, change: Callable[[Draft], None]) -> None:
    """Another program changes the stored draft."""
    other = Library(library.folder)
    draft = deepcopy(other.open(draft_id).draft)
    change(draft)
    other.save(draft_id, draft)


def on_disk(library: Library, draft_id: str) -> Draft:
    """What another program reads."""
    return Library(library.folder).open(draft_id).draft


def test_changes_of_different_fields_are_brought_together(
    person: Person, library: Library, payroll: str
) -> None:
    def elsewhere(draft: Draft) -> None:
        draft["reference"] = "SLA-7"

    change_elsewhere(library, payroll, elsewhere)
    person.write(TITLE, "Pay run")
    person.waits_to_see("Changed on another computer: 1 change taken over.")
    person.qtbot.waitUntil(lambda: on_disk(library, payroll)["title"] == "Pay run", timeout=4000)
    assert on_disk(library, payroll)["reference"] == "SLA-7"


def test_of_two_changes_of_one_field_both_are_kept(
    person: Person, library: Library, payroll: str
) -> None:
    def elsewhere(draft: Draft) -> None:
        draft["title"] = "Salaries"

    change_elsewhere(library, payroll, elsewhere)
    person.write(TITLE, "Pay run")
    person.waits_to_see("1 value was changed on both sides.")
    person.qtbot.waitUntil(lambda: bool(on_disk(library, payroll).get("clashes")), timeout=4000)
    stored_texts = str(on_disk(library, payroll))
    assert "Salaries" in stored_texts
    assert "Pay run" in stored_texts
    history = library.history(payroll)
    titles = [history.at(point.id)["title"] for point in history.points()]
    assert "Salaries" in titles


def test_undo_takes_back_mine_and_leaves_the_other(
    person: Person, library: Library, payroll: str
) -> None:
    def elsewhere(draft: Draft) -> None:
        draft["reference"] = "SLA-7"

    change_elsewhere(library, payroll, elsewhere)
    person.write(TITLE, "Pay run")
    person.waits_to_see("Changed on another computer")
    desk = person.window.workshop.bench.desk
    assert desk is not None
    while desk.draft.undo_stack.undo_label:
        desk.draft.undo()
    assert desk.draft.agreement.title == "Payroll"
    assert desk.draft.agreement.reference == "SLA-7"


def test_a_file_that_another_program_has_damaged_is_not_overwritten(
    person: Person, library: Library, payroll: str
) -> None:
    path = library.folder / "drafts" / f"{payroll}.json"
    path.write_bytes(path.read_bytes()[:300])
    torn = path.read_bytes()
    person.write(TITLE, "Pay run")
    person.waits_to_see("Not saved")
    person.click("Try again")
    person.qtbot.wait(300)
    assert path.read_bytes() == torn
    assert person.sees("Not saved")


def test_a_deleted_file_is_written_again_and_that_is_told(
    person: Person, library: Library, payroll: str
) -> None:
    (library.folder / "drafts" / f"{payroll}.json").unlink()
    person.write(TITLE, "Pay run")
    person.waits_to_see("deleted elsewhere")
    assert on_disk(library, payroll)["title"] == "Pay run"
