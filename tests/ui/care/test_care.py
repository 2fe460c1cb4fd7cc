"""Back-up, bringing back and checking from the menus; the daily back-up from the settings."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog

from slaeditor.library.backup import choose_folder, plan_of, target_of
from slaeditor.library.drafts import Library
from tests.ui.window.opened import AnsweringDesktop, Person, stored

Show = Callable[[], Person]


def choose(person: Person, action: str) -> None:
    """Choose from the menus."""
    person.window.actions_by_name[action].trigger()


def test_a_whole_library_is_backed_up_and_brought_back(
    show: Show, library: Library, desktop: AnsweringDesktop, tmp_path: Path
) -> None:
    draft_id = stored(library, "Payroll")
    person = show()
    desktop.answer = tmp_path / "all.slalib"
    choose(person, "pack")
    person.waits_to_see("1 agreement is backed up in")
    assert desktop.proposed is not None
    assert desktop.proposed.suffix == ".slalib"
    (library.folder / "drafts" / f"{draft_id}.json").unlink()
    choose(person, "unpack")
    person.waits_to_see("Brought back from the back-up")
    assert person.sees("Payroll: Added.")
    assert person.obstacles() == []
    person.click("Close")
    person.waits_for(["Payroll"])


def test_a_file_that_is_no_back_up_is_told_and_changes_nothing(
    show: Show, library: Library, desktop: AnsweringDesktop, tmp_path: Path
) -> None:
    stored(library, "Payroll")
    person = show()
    desktop.answer = tmp_path / "x.slalib"
    desktop.answer.write_bytes(b"dear all,")
    choose(person, "unpack")
    person.waits_to_see("is no back-up of a library")
    assert person.titles() == ["Payroll"]


def test_a_sound_library_is_well(show: Show, library: Library) -> None:
    stored(library, "Payroll")
    person = show()
    choose(person, "check")
    person.waits_to_see("The library was checked")
    assert person.obstacles() == []
    person.click("Close")


def test_a_damaged_draft_is_found_and_leads_to_what_is_left(show: Show, library: Library) -> None:
    draft_id = stored(library, "Payroll")
    path = library.folder / "drafts" / f"{draft_id}.json"
    path.write_bytes(path.read_bytes()[:-300])
    before = path.read_bytes()
    person = show()
    choose(person, "check")
    person.waits_to_see("Needs your choice")
    person.click("See what is left…")
    assert person.sees("What is left of “Payroll")
    assert person.sees("Its end is missing.")
    assert person.obstacles() == []
    person.click("Open as a copy")
    assert "Payroll (restored)" in person.window.windowTitle()
    assert path.read_bytes() == before


def test_the_settings_choose_a_folder_and_make_the_first_back_up(
    show: Show, library: Library, desktop: AnsweringDesktop, tmp_path: Path
) -> None:
    stored(library, "Payroll")
    person = show()
    stick = desktop.answer = tmp_path / "stick"
    stick.mkdir()
    choose(person, "settings")
    person.click("Daily back-up…")
    assert person.sees("Off. Choose a folder")
    assert person.obstacles() == []
    person.click("Choose folder…")
    person.waits_to_see("The last one was made today at")
    assert person.obstacles() == []
    assert list(stick.rglob("*.json"))
    person.click("Turn off")
    assert person.sees("Off. Choose a folder")
    person.click("Close")


def test_the_back_up_of_the_day_is_made_by_itself(
    show: Show, library: Library, tmp_path: Path
) -> None:
    stored(library, "Payroll")
    stick = tmp_path / "stick"
    stick.mkdir()
    choose_folder(library.local, stick)
    person = show()
    person.window.workshop.care.back_up_if_due()
    person.qtbot.waitUntil(lambda: bool(plan_of(library.local).made), timeout=5000)
    target = target_of(plan_of(library.local), library.local)
    assert (target / datetime.now().astimezone().date().isoformat()).is_dir()


def test_a_stick_that_isn_t_there_is_a_note_told_once(
    show: Show, library: Library, tmp_path: Path
) -> None:
    stored(library, "Payroll")
    choose_folder(library.local, tmp_path / "stick")
    person = show()
    care = person.window.workshop.care
    care.back_up_if_due()
    person.waits_to_see("Is the disk or stick connected?")
    assert not [each for each in QApplication.topLevelWidgets() if _is_open_dialog(each)]
    person.window.notices.clear()
    care.back_up_if_due()
    assert plan_of(library.local).made == ""
    person.qtbot.wait(300)
    assert not person.sees("Is the disk or stick connected?")


def _is_open_dialog(widget: object) -> bool:
    return isinstance(widget, QDialog) and widget.isVisible()


def test_a_damaged_file_outside_the_library_is_offered_as_a_copy(
    show: Show, library: Library, desktop: AnsweringDesktop, tmp_path: Path
) -> None:
    draft_id = stored(library, "Payroll")
    raw = (library.folder / "drafts" / f"{draft_id}.json").read_bytes()
    file = desktop.answer = tmp_path / "from-a-colleague.sla"
    file.write_bytes(raw[:-300])
    person = show()
    choose(person, "open_file")
    person.waits_to_see("ends in the middle")
    person.click("Open what can be read as a copy…")
    assert person.sees("Its end is missing.")
    person.click("Open as a copy")
    assert "Payroll (restored)" in person.window.windowTitle()
    assert file.read_bytes() == raw[:-300]
