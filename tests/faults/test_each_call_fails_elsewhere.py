"""Each call to the file system fails once, in what is less often done than saving: the trash,
the first save after an update, a change from outside, recovery copies, left-overs,
the ledger, the list, and what is remembered of each draft.

Whatever fails, the next try works, and nothing acknowledged is gone.
"""

import errno
from pathlib import Path
from typing import Any

import msgspec
import pytest

from slaeditor.agreement import Agreement, decode, encode
from slaeditor.editing.places import Places
from slaeditor.editing.reconciling import reconcile
from slaeditor.errors import SaveFailed, SlaError
from slaeditor.files import FileSystem
from slaeditor.library.drafts import Library
from slaeditor.library.ledger import Ledger
from slaeditor.library.migrations import Migrations
from slaeditor.library.recovery import sweep
from tests.benchmarks.libraries import fill_quickly
from tests.faults.failing_files import FailingFiles
from tests.faults.test_each_call_fails import CODES, LATER, NEW, OLD, loop

codes = pytest.mark.parametrize("code", CODES)
codes_of_long_tests = pytest.mark.parametrize(
    "code", [CODES[0], *(pytest.param(code, marks=pytest.mark.slow) for code in CODES[1:])]
)
OLDER = Migrations(1)
NEWER = Migrations(2, {1: lambda draft: {**draft, "clashes": []}})


def agreed(title: str, purpose: str = "") -> dict[str, Any]:
    """A real agreement, as a merge needs it."""
    agreement = Agreement(id="one", title=title)
    purposed = msgspec.structs.replace(agreement.introduction, purpose=purpose or None)
    return dict(encode(msgspec.structs.replace(agreement, introduction=purposed)))


@codes
def test_deleting_for_good_survives_the_failure_of_each_call(tmp_path: Path, code: int) -> None:
    def attempt(number: int) -> bool:
        folder, local = tmp_path / str(number), tmp_path / "local"
        library = Library(folder, local)
        library.create(NEW)
        library.create({**OLD, "id": "two"})
        library.history("two").add(OLD, "Old", "named")
        library.trash("one")
        files = FailingFiles(number, code)
        failing = Library(folder, local, files)
        try:
            failing.delete_for_good("one")
            is_told = False
        except SlaError:
            is_told = True
            assert files.failed
        files.fail_at = -1
        if is_told and library.trashed().drafts:
            failing.delete_for_good("one")
        assert [each.id for each in Library(folder, local).summaries().drafts] == ["two"]
        assert Library(folder, local).trashed().drafts == ()
        assert len(library.history("two").points()) == 1
        return bool(files.failed)

    assert loop(attempt) >= 3


@codes
def test_moving_to_the_trash_and_back_works_at_the_next_try(tmp_path: Path, code: int) -> None:
    def attempt(number: int) -> bool:
        folder, local = tmp_path / str(number), tmp_path / "local"
        Library(folder, local).create(NEW)
        files = FailingFiles(number, code)
        library = Library(folder, local, files)
        for there in (library.trash, library.restore):
            try:
                there("one")
            except SlaError:
                assert files.failed
                files.fail_at = -1
                trashed = bool(library.trashed().drafts)
                if trashed != (there == library.trash):
                    there("one")
        found = Library(folder, local)
        assert [each.id for each in found.summaries().drafts] == ["one"]
        assert found.open("one").draft == NEW
        return bool(files.failed)

    assert loop(attempt) >= 8


@codes
def test_the_first_save_after_an_update_survives_the_failure_of_each_call(
    tmp_path: Path, code: int
) -> None:
    """The original is in the back-ups before its file is written in the new format."""

    def attempt(number: int) -> bool:
        folder, local = tmp_path / str(number), tmp_path / f"local-{number}"
        Library(folder, local, migrations=OLDER).create(OLD)
        original = (folder / "drafts" / "one.json").read_bytes()
        files = FailingFiles(-1, code)
        stored = Library(folder, local, files, NEWER).open("one")
        files.fail_at = len(files.calls) + number
        try:
            stored.save({**stored.draft, "title": "New"})
        except SaveFailed:
            assert files.failed
        files.fail_at = -1
        now = (folder / "drafts" / "one.json").read_bytes()
        kept = [path.read_bytes() for path in (local / "backups").glob("*.json")]
        assert now == original or kept == [original]
        stored.save({**stored.draft, "title": "Later"})
        assert [path.read_bytes() for path in (local / "backups").glob("*.json")] == [original]
        assert Library(folder, local, migrations=NEWER).open("one").draft["title"] == "Later"
        return bool(files.failed)

    assert loop(attempt) >= 15


@codes_of_long_tests
def test_an_outside_change_to_the_open_draft_survives_the_failure_of_each_call(
    tmp_path: Path, code: int
) -> None:
    base, theirs = agreed("Base"), agreed("Base", "There")
    mine = decode(agreed("Mine"))

    def attempt(number: int) -> bool:
        folder, local = tmp_path / str(number), tmp_path / f"local-{number}"
        Library(folder, local).create(base)
        files = FailingFiles(-1, code)
        library = Library(folder, local, files)
        stored = library.open("one")
        Library(folder, tmp_path / f"other-{number}").save("one", theirs)
        files.fail_at = len(files.calls) + number
        try:
            reconcile(library, stored, mine)
        except SlaError:
            assert files.failed
            files.fail_at = -1
            reconcile(library, stored, mine)
        files.fail_at = -1
        agreement = decode(Library(folder, local).open("one").draft)
        assert (agreement.title, agreement.introduction.purpose) == ("Mine", "There")
        return bool(files.failed)

    assert loop(attempt) >= 15


@codes
def test_a_recovery_copy_survives_the_failure_of_each_call(tmp_path: Path, code: int) -> None:
    def attempt(number: int) -> bool:
        folder, local = tmp_path / str(number), tmp_path / f"local-{number}"
        Library(folder, local).create(OLD)
        files = FailingFiles(-1, code)
        stored = Library(folder, local, files).open("one")
        stored.keep_recovery(NEW)
        files.fail_at = len(files.calls) + number
        try:
            stored.keep_recovery(LATER)
            is_kept = True
        except SaveFailed:
            is_kept = False
            assert files.failed
        files.fail_at = -1
        kept = [each.draft for each in Library(folder, local).recoveries()]
        assert kept == [LATER] or (not is_kept and kept == [NEW])
        stored.keep_recovery(LATER)
        assert [each.draft for each in Library(folder, local).recoveries()] == [LATER]
        return bool(files.failed)

    assert loop(attempt) >= 8


@codes
def test_sweeping_left_overs_survives_the_failure_of_each_call(tmp_path: Path, code: int) -> None:
    """What a killed process left holds a newer draft: it becomes a recovery copy, or stays."""

    def attempt(number: int) -> bool:
        folder, local = tmp_path / str(number), tmp_path / f"local-{number}"
        library = Library(folder, local)
        library.create(OLD)
        newer = Library(tmp_path / f"newer-{number}", local)
        newer.create(NEW)
        left = folder / "drafts" / "~one.json.4194300.0123abcd.tmp"
        left.write_bytes((newer.folder / "drafts" / "one.json").read_bytes())
        files = FailingFiles(number, code)
        sweep(folder / "drafts", local, files, Migrations())
        files.fail_at = -1
        again = Library(folder, local)
        kept = [each.draft for each in again.recoveries()]
        assert kept and all(draft == NEW for draft in kept)  # twice where removing it failed
        assert not left.exists()
        assert again.open("one").draft == OLD
        return bool(files.failed)

    assert loop(attempt) >= 10


@codes
def test_the_ledger_loses_no_state_that_it_took(tmp_path: Path, code: int) -> None:
    def attempt(number: int) -> bool:
        folder, local = tmp_path / str(number), tmp_path / f"local-{number}"
        library = Library(folder, local)
        library.create(OLD)
        versions = []
        for draft in (OLD, NEW, LATER):
            library.save("one", draft)
            versions.append(library.open("one").version)
        path = tmp_path / f"{number}.jsonl"
        files = FailingFiles(number, code)
        ledger = Ledger(path, files)
        taken = []
        for version in versions:
            try:
                ledger.note(version)
                taken.append(version.digest)
            except OSError:
                assert files.failed
        files.fail_at = -1
        assert set(taken) <= {each.digest for each in Ledger(path).versions()}
        ledger.note(versions[-1])
        assert versions[-1].digest in {each.digest for each in Ledger(path).heads()}
        return bool(files.failed)

    assert loop(attempt) >= 8


@codes_of_long_tests
def test_the_list_is_right_whatever_fails_with_its_cache(tmp_path: Path, code: int) -> None:
    def attempt(number: int) -> bool:
        folder, local = tmp_path / str(number), tmp_path / f"local-{number}"
        fill_quickly(folder, 9)
        files = FailingFiles(number, code)
        failing = Library(folder, local, files)
        for ask in (failing.summaries, lambda: failing.find("ticket"), failing.keep_lists):
            ask()
        files.fail_at = -1
        failing.keep_lists()
        for fresh in (failing, Library(folder, local)):
            assert len(fresh.summaries().drafts) == 9
            assert fresh.summaries().damaged == ()
            assert len(fresh.find("ticket")) == 9
        return bool(files.failed)

    assert loop(attempt) >= 20


@codes
def test_places_are_the_old_or_the_new_whatever_fails(tmp_path: Path, code: int) -> None:
    def attempt(number: int) -> bool:
        local = tmp_path / str(number)
        before = Places(local)
        before.remember_path("one", "title")
        before.keep()
        files = FailingFiles(number, code)
        places = Places(local, files=files)
        places.remember_path("two", "scope/users")
        places.keep()
        files.fail_at = -1
        assert Places(local).of("one").path in ("title", "")
        places.remember_path("two", "scope/out_of_scope")
        places.keep()
        assert Places(local).of("two").path == "scope/out_of_scope"
        return bool(files.failed)

    assert loop(attempt) >= 8


def test_every_method_of_the_file_system_can_be_made_to_fail() -> None:
    """A new method that the tests don't know would never fail in them."""
    asked = {name for name in vars(FileSystem) if not name.startswith("_")}
    assert asked == {name for name in asked if name in _known_to_the_tests()}
    assert errno.ENOSPC in CODES


def _known_to_the_tests() -> set[str]:
    return set(vars(FailingFiles.__mro__[1]))
