"""What befalls the file of an open agreement: damaged, too new, deleted, its folder taken away."""

import json
from pathlib import Path

from slaeditor.library.drafts import Library
from tests.ui.clashes.elsewhere import OtherComputer
from tests.ui.window.opened import Person
from ui.desk import Desk

TITLE = "What is this agreement called?, required"


def copies(library: Library) -> list[str]:
    """The titles of what is kept as copies on this computer."""
    return [str(each.draft.get("title")) for each in Library(library.folder).recoveries()]


def test_a_damaged_file_is_not_overwritten_and_what_shows_is_kept(
    person: Person, desk: Desk, elsewhere: OtherComputer, library: Library
) -> None:
    person.write(TITLE, "Pay run")
    person.qtbot.waitUntil(lambda: elsewhere.has("title") == "Pay run", timeout=5000)
    whole = elsewhere.file.read_bytes()
    elsewhere.replaces(whole[:300])
    person.waits_to_see("Not saved")
    assert person.sees("What shows here is kept on this computer as a copy.")
    assert elsewhere.file.read_bytes() == whole[:300]
    assert copies(library) == ["Pay run"]
    assert person.obstacles() == []
    elsewhere.replaces(whole)
    person.qtbot.waitUntil(lambda: not person.sees("Not saved"), timeout=5000)
    assert desk.failure is None


def test_half_a_file_that_becomes_whole_at_once_is_no_trouble(
    person: Person, desk: Desk, elsewhere: OtherComputer
) -> None:
    content = elsewhere.wrote({"reference": "SLA-7"})
    elsewhere.file.write_bytes(content[:400])
    person.qtbot.wait(1300)
    elsewhere.file.write_bytes(content)
    person.qtbot.waitUntil(lambda: desk.draft.agreement.reference == "SLA-7", timeout=6000)
    assert not person.sees("Not saved")


def test_a_file_of_a_newer_version_is_left_alone_and_can_only_be_read(
    person: Person, desk: Desk, elsewhere: OtherComputer
) -> None:
    newer = of_tomorrow(elsewhere.file)
    elsewhere.replaces(newer)
    person.waits_to_see("newer version")
    assert not desk.draft.permission.is_given
    person.write(TITLE, "Pay run")
    person.qtbot.wait(1500)
    assert elsewhere.file.read_bytes() == newer
    assert desk.draft.agreement.title == "Payroll"


def test_a_folder_that_was_taken_away_is_told_and_not_made_anew(
    person: Person, desk: Desk, elsewhere: OtherComputer, library: Library
) -> None:
    away = library.folder.with_name("unmounted")
    library.folder.rename(away)
    person.waits_to_see("isn’t there any more")
    person.write(TITLE, "Pay run")
    person.qtbot.wait(2000)
    assert not library.folder.exists()
    assert person.sees("Not saved")
    away.rename(library.folder)
    person.qtbot.waitUntil(lambda: not person.sees("Not saved"), timeout=9000)
    person.qtbot.waitUntil(lambda: elsewhere.has("title") == "Pay run", timeout=5000)
    assert desk.failure is None


def test_an_edit_wins_over_a_removal_and_that_is_told(
    person: Person, elsewhere: OtherComputer
) -> None:
    person.write(TITLE, "Pay run")
    person.qtbot.waitUntil(lambda: elsewhere.has("title") == "Pay run", timeout=5000)
    elsewhere.library.trash(elsewhere.id)
    person.waits_to_see("moved to the trash on another computer. It has been written again")
    assert elsewhere.has("title") == "Pay run"


def test_what_was_only_read_is_not_written_again_unless_the_person_wants_it(
    person: Person, elsewhere: OtherComputer
) -> None:
    elsewhere.library.trash(elsewhere.id)
    person.waits_to_see("moved to the trash on another computer. It is still open here.")
    assert not elsewhere.file.exists()
    assert person.obstacles() == []
    person.click("Write it again")
    person.qtbot.waitUntil(elsewhere.file.exists, timeout=5000)
    assert elsewhere.has("title") == "Payroll"


def test_what_was_deleted_elsewhere_can_be_closed(person: Person, elsewhere: OtherComputer) -> None:
    elsewhere.file.unlink()
    person.waits_to_see("was deleted elsewhere. It is still open here.")
    person.click("Close it")
    assert person.window.shows_library
    assert not elsewhere.file.exists()
    person.qtbot.waitUntil(lambda: person.titles() == [], timeout=5000)


def test_who_types_into_what_was_deleted_writes_it_again(
    person: Person, elsewhere: OtherComputer
) -> None:
    elsewhere.file.unlink()
    person.waits_to_see("was deleted elsewhere. It is still open here.")
    person.write(TITLE, "Pay run")
    person.waits_to_see("it has been written again")
    assert not person.sees("It is still open here.")
    assert elsewhere.has("title") == "Pay run"


def of_tomorrow(path: Path) -> bytes:
    """The file as a later version of the program would have stored it."""
    content = json.loads(path.read_bytes())
    content["_file"]["1"]["schema"] += 1
    return json.dumps(content).encode("utf-8")
