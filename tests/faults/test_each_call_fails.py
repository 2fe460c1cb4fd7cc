"""Each call to the file system fails once: the person is told, the old file is whole, and the
next save works. And the process is killed before each call: old or new, nothing else."""

import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from slaeditor.errors import Damaged, Refused, SaveFailed, SlaError
from slaeditor.library.drafts import Library
from slaeditor.library.history import History
from slaeditor.replace_file import replace_file
from tests.faults.failing_files import Died, DyingFiles, FailingFiles
from tests.unit.library.samples import sample, titled

CODES = [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS]
OLD, NEW, LATER = (titled(sample(levels=8), title) for title in ("Old", "New", "Later"))


def loop(attempt: Callable[[int], bool]) -> int:
    """Let call 0, 1, 2 … fail until an attempt doesn't reach its failure; how many there were."""
    for number in range(200):
        if not attempt(number):
            return number
    raise AssertionError("the attempt never ends")


@pytest.mark.parametrize("code", CODES)
def test_a_save_survives_the_failure_of_each_call(tmp_path: Path, code: int) -> None:
    def attempt(number: int) -> bool:
        folder, local = tmp_path / str(number), tmp_path / "local"
        Library(folder, local).create(OLD)
        files = FailingFiles(-1, code)
        stored = Library(folder, local, files).open("one")
        files.fail_at = len(files.calls) + number
        try:
            stored.save(NEW)
            is_told = False
        except SaveFailed as error:
            is_told = "made to fail" not in str(error)
        assert files.failed or not is_told
        files.fail_at = -1
        after_replacing = files.failed == "sync_folder"
        found = Library(folder, local).open("one").draft
        assert found == (OLD if is_told and not after_replacing else NEW)
        stored.save(NEW)
        assert Library(folder, local).open("one").draft == NEW
        stored.save(LATER)
        assert Library(folder, local).open("one").draft == LATER
        assert [path.name for path in (folder / "drafts").iterdir()] == ["one.json"]
        return bool(files.failed)

    assert loop(attempt) >= 9


@pytest.mark.parametrize("code", CODES)
def test_creating_survives_the_failure_of_each_call(tmp_path: Path, code: int) -> None:
    def attempt(number: int) -> bool:
        folder, local = tmp_path / str(number), tmp_path / "local"
        files = FailingFiles(number, code)
        library = Library(folder, local, files)
        try:
            library.create(NEW)
            is_stored = True
        except (SaveFailed, Refused):
            is_stored = False
            assert files.failed
        files.fail_at = -1
        listing = Library(folder, local).summaries()
        assert listing.damaged == ()
        assert len(listing.drafts) in ((1,) if is_stored else (0, 1))
        if not listing.drafts:
            library.create(NEW)
        assert Library(folder, local).open("one").draft == NEW
        return bool(files.failed)

    assert loop(attempt) >= 12


@pytest.mark.parametrize("code", CODES)
def test_opening_and_listing_survive_the_failure_of_each_call(tmp_path: Path, code: int) -> None:
    folder, local = tmp_path / "library", tmp_path / "local"
    Library(folder, local).create(NEW)

    def attempt(number: int) -> bool:
        files = FailingFiles(number, code)
        library = Library(folder, local, files)
        library.summaries()
        library.trashed()
        library.find("old")
        library.recoveries()
        try:
            library.open("one")
        except Damaged as error:
            assert "can't be read" in str(error)
        files.fail_at = -1
        assert [each.id for each in library.summaries().drafts] == ["one"]
        assert library.open("one").draft == NEW
        return bool(files.failed)

    assert loop(attempt) >= 9


@pytest.mark.parametrize("code", CODES)
def test_a_point_of_the_history_survives_the_failure_of_each_call(
    tmp_path: Path, code: int
) -> None:
    def attempt(number: int) -> bool:
        folder, local = tmp_path / str(number), tmp_path / "local"
        History(folder, "one", local).add(OLD, "Old", "named")
        files = FailingFiles(number, code)
        history = History(folder, "one", local, files)
        try:
            history.add(NEW, "New", "named")
        except (SaveFailed, Damaged):
            assert files.failed
        files.fail_at = -1
        history.add(LATER, "Later", "named")
        history = History(folder, "one", local)
        points = history.points()
        assert [each.label for each in points if each.label != "New"] == ["Later", "Old"]
        assert [history.at(points[0].id), history.at(points[-1].id)] == [LATER, OLD]
        return bool(files.failed)

    assert loop(attempt) >= 6


@pytest.mark.parametrize("code", CODES)
def test_the_trash_survives_the_failure_of_each_call(tmp_path: Path, code: int) -> None:
    def attempt(number: int) -> bool:
        folder, local = tmp_path / str(number), tmp_path / "local"
        Library(folder, local).create(NEW)
        files = FailingFiles(number, code)
        library = Library(folder, local, files)
        for call in (library.trash, library.restore):
            try:
                call("one")
            except SlaError:
                assert files.failed
        library = Library(folder, local)
        there = [*library.summaries().drafts, *library.trashed().drafts]
        assert [each.id for each in there] == ["one"]
        return bool(files.failed)

    assert loop(attempt) >= 9


def test_a_process_killed_before_any_call_leaves_the_old_or_the_new_draft(tmp_path: Path) -> None:
    def attempt(number: int) -> bool:
        folder, local = tmp_path / str(number), tmp_path / "local"
        Library(folder, local).create(OLD)
        History(folder / "history", "one", local).add(OLD, "Old", "named")
        acknowledged = [OLD]
        try:
            library = Library(folder, local, DyingFiles(number))
            stored = library.open("one")
            for draft in (NEW, LATER):
                stored.save(draft)
                acknowledged.append(draft)
            library.history("one").add(LATER, "Later", "named")
            died = False
        except Died:
            died = True
        library = Library(folder, local)
        states = [OLD, NEW, LATER]
        found = states.index(library.open("one").draft)
        assert len(acknowledged) - 1 <= found <= len(acknowledged)
        points = library.history("one").points()
        assert [each.label for each in points][-1] == "Old"
        assert died or [each.label for each in points] == ["Later", "Old"]
        assert all(library.history("one").at(each.id) in (OLD, LATER) for each in points)
        assert library.summaries().damaged == ()
        return died

    assert loop(attempt) >= 25


@pytest.mark.parametrize("code", CODES)
def test_a_file_of_the_person_survives_the_failure_of_each_call(tmp_path: Path, code: int) -> None:
    def attempt(number: int) -> bool:
        target = tmp_path / f"{number}.docx"
        target.write_bytes(b"old")
        files = FailingFiles(number, code)
        try:
            replace_file(target, b"new", files)
            is_told = False
        except OSError:
            is_told = True
        assert is_told == (files.failed not in ("", "sync_folder"))
        assert target.read_bytes() == (b"old" if is_told else b"new")
        files.fail_at = -1
        replace_file(target, b"newer", files)
        assert target.read_bytes() == b"newer"
        assert not list(tmp_path.glob("*.tmp"))
        return bool(files.failed)

    assert loop(attempt) >= 7
