"""The doctor repairs what needs no choice, and names the rest without touching it."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from slaeditor.agreement import encode
from slaeditor.editing.templates import finished_example
from slaeditor.library.doctor import Weight, examine
from slaeditor.library.draftfile import dumped
from slaeditor.library.drafts import Library


@pytest.fixture
def draft(library: Library) -> dict[str, Any]:
    """An agreement in the library, with a point of its history."""
    draft: dict[str, Any] = json.loads(dumped(encode(finished_example())))
    library.create(draft)
    library.history(draft["id"]).add(draft, "Opened", "opened")
    library.keep_lists()
    return draft


def path_of(library: Library, draft: dict[str, Any]) -> Path:
    return library.folder / "drafts" / f"{draft['id']}.json"


def contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_sound_library_is_well(library: Library, draft: dict[str, Any]) -> None:
    report = examine(library)
    assert (report.findings, report.needs_choice) == ((), False)
    assert (report.drafts, report.trashed, report.points) == (1, 0, 1)
    assert report.sentence.endswith("all is well.")


def test_an_empty_library_is_well(library: Library) -> None:
    assert examine(library).findings == ()


def test_a_damaged_draft_needs_a_choice_and_is_left_alone(
    library: Library, draft: dict[str, Any]
) -> None:
    path = path_of(library, draft)
    path.write_bytes(path.read_bytes()[:-100])
    before = contents(library.folder)
    report = examine(library)
    (finding,) = [each for each in report.findings if each.weight is Weight.CHOICE]
    assert finding.about == draft["id"]
    assert "ends in the middle" in finding.sentence
    assert "history could give back the state of today" in finding.sentence
    assert finding.can_be_had
    assert report.needs_choice
    assert contents(library.folder) == before


def test_a_ledger_of_which_nothing_can_be_read_is_named(
    library: Library, draft: dict[str, Any]
) -> None:
    (library.local / "ledger" / f"{draft['id']}.jsonl").write_bytes(b"x\n")
    (finding,) = examine(Library(library.folder, library.local)).findings
    assert (finding.weight, finding.about) == (Weight.NOTE, draft["id"])


def test_left_over_files_are_removed(library: Library, draft: dict[str, Any]) -> None:
    for folder in (library.folder / "drafts", library.folder / "history", library.local / "cache"):
        left = folder / f"~x.json.{2**22 + 5}.0123abcd.tmp"
        left.write_bytes(b"{}")
        os.utime(left, (1, 1))
    report = examine(library)
    assert [each.weight for each in report.findings] == [Weight.REPAIRED] * 3
    assert not list(library.folder.rglob("*.tmp")) + list(library.local.rglob("*.tmp"))
    assert examine(library).findings == ()


def test_a_damaged_cache_is_made_anew(library: Library, draft: dict[str, Any]) -> None:
    for path in (library.local / "cache").iterdir():
        path.write_bytes(b"00000000\nx")
    report = examine(Library(library.folder, library.local))
    (finding,) = report.findings
    assert (finding.weight, "made anew" in finding.sentence) == (Weight.REPAIRED, True)
    assert examine(Library(library.folder, library.local)).findings == ()


def test_a_history_without_its_draft_is_named(library: Library, draft: dict[str, Any]) -> None:
    path_of(library, draft).unlink()
    report = examine(library)
    assert report.needs_choice
    assert "neither in the list nor in the trash" in report.findings[0].sentence


def test_damaged_lines_of_a_history_are_named(library: Library, draft: dict[str, Any]) -> None:
    (path,) = (library.folder / "history").iterdir()
    with path.open("ab") as file:
        file.write(b"\nffffffff 2 {}\n")
    report = examine(library)
    assert [each.weight for each in report.findings] == [Weight.NOTE]
    assert "1 damaged line" in report.findings[0].sentence


def test_a_recovery_copy_needs_a_choice(library: Library, draft: dict[str, Any]) -> None:
    library.open(draft["id"]).keep_recovery({**draft, "title": "Unsaved"})
    (finding,) = examine(library).findings
    assert finding.weight is Weight.CHOICE
    assert "could not be saved of “Unsaved”" in finding.sentence
    (copy,) = (library.local / "recovery").iterdir()
    copy.write_bytes(b"x")
    (finding,) = examine(library).findings
    assert "can't be read" in finding.sentence
    assert copy.read_bytes() == b"x"


def test_a_lock_that_nobody_holds_is_taken_away(library: Library, draft: dict[str, Any]) -> None:
    holder = library.local / "locks" / f"{draft['id']}.holder.json"
    holder.parent.mkdir(parents=True, exist_ok=True)
    holder.write_text('{"pid": 1, "since": "2027-01-01T00:00:00+00:00"}')
    (finding,) = examine(library).findings
    assert finding.weight is Weight.REPAIRED
    assert not holder.exists()


def test_what_others_can_read_is_named(library: Library, draft: dict[str, Any]) -> None:
    path_of(library, draft).chmod(0o644)
    (finding,) = examine(library).findings
    assert (finding.weight, "others on this computer" in finding.sentence) == (Weight.NOTE, True)


def test_what_only_looks_like_a_draft_needs_a_choice(
    library: Library, draft: dict[str, Any]
) -> None:
    drafts = library.folder / "drafts"
    (drafts / "folder.json").mkdir()
    (drafts / "circle.json").symlink_to(drafts / "circle.json")
    told = [each.sentence for each in examine(library).findings]
    assert any("it is a folder" in each for each in told)
    assert any("links lead in a circle" in each for each in told)


def test_a_second_version_of_a_draft_is_named(library: Library, draft: dict[str, Any]) -> None:
    path = path_of(library, draft)
    copy = path.with_name(f"{path.stem}.sync-conflict-20270101-120000-ABCDEFG.json")
    copy.write_bytes(path.read_bytes())
    copy.chmod(0o600)
    (finding,) = examine(library).findings
    assert (finding.weight, finding.about) == (Weight.NOTE, draft["id"])
    path.unlink()
    found = examine(library)
    assert found.needs_choice
