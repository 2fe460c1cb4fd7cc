"""Each call of back-up, packing, bringing in and the doctor fails once; then it works."""

import errno
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from slaeditor.agreement import encode
from slaeditor.editing.bringing_in import Fate, bring_in
from slaeditor.editing.templates import finished_example
from slaeditor.errors import SaveFailed, SlaError
from slaeditor.library.archive import pack
from slaeditor.library.backup import back_up, choose_folder, plan_of, target_of
from slaeditor.library.doctor import examine
from slaeditor.library.drafts import Library
from slaeditor.library.unpacking import Unpacked
from tests.faults.failing_files import FailingFiles
from tests.faults.test_each_call_fails import CODES, loop

NOW = datetime(2027, 3, 4, 12, tzinfo=UTC)
TODAY = date(2027, 3, 4)
AGREEMENT = encode(finished_example())
ID = AGREEMENT["id"]


def filled(folder: Path, local: Path) -> Library:
    """A library with a draft and its history, and one draft in the trash."""
    library = Library(folder, local)
    library.create(AGREEMENT)
    library.create({**AGREEMENT, "id": "gone"})
    library.trash("gone")
    library.history(ID).add(AGREEMENT, "First", "named")
    return library


@pytest.mark.parametrize("code", CODES)
def test_the_daily_back_up_survives_the_failure_of_each_call(tmp_path: Path, code: int) -> None:
    library = filled(tmp_path / "library", tmp_path / "local")

    def attempt(number: int) -> bool:
        stick = tmp_path / f"stick{number}"
        stick.mkdir()
        choose_folder(library.local, stick)
        files = FailingFiles(number, code)
        outcome = back_up(library.folder, library.local, NOW, files)
        assert "made to fail" not in outcome.problem
        if files.failed not in ("", "sync_folder", "remove", "read", "identity"):
            assert outcome.problem
        again = back_up(library.folder, library.local, NOW)
        assert again.problem == ""
        target = target_of(plan_of(library.local), library.local)
        for name in ("drafts", "history"):
            for path in (library.folder / name).iterdir():
                copied = target / "2027-03-04" / name / path.name
                assert copied.read_bytes() == path.read_bytes()
        assert not list(stick.rglob("*.tmp"))
        return bool(files.failed)

    assert loop(attempt) >= 20


@pytest.mark.parametrize("code", CODES)
def test_packing_survives_the_failure_of_each_call(tmp_path: Path, code: int) -> None:
    library = filled(tmp_path / "library", tmp_path / "local")
    target = tmp_path / "all.slalib"

    def attempt(number: int) -> bool:
        target.write_bytes(b"the old one")
        files = FailingFiles(number, code)
        try:
            notes = pack(library.folder, target, NOW, files=files).notes
        except SaveFailed as error:
            assert "made to fail" not in str(error)
            assert target.read_bytes() == b"the old one"
        else:
            with Unpacked(target) as source:
                count = sum(1 for name in ("drafts", "trash") for _ in source.contents(name))
            assert notes or count == 2
        assert not list(tmp_path.glob("*.tmp"))
        assert pack(library.folder, target, NOW).notes == ()
        Unpacked(target).__exit__()
        return bool(files.failed)

    assert loop(attempt) >= 15


@pytest.mark.parametrize("code", CODES)
def test_bringing_in_survives_the_failure_of_each_call(tmp_path: Path, code: int) -> None:
    home = filled(tmp_path / "home", tmp_path / "local")
    target = tmp_path / "all.slalib"
    pack(home.folder, target, NOW)

    def attempt(number: int) -> bool:
        folder, local = tmp_path / f"away{number}", tmp_path / "local-away"
        files = FailingFiles(number, code)
        with Unpacked(target) as source:
            found = bring_in(Library(folder, local, files), source, TODAY, files)
            for each in found:
                assert "made to fail" not in each.sentence
        with Unpacked(target) as source:
            again = bring_in(Library(folder, local), source, TODAY)
        assert {each.fate for each in again} <= {Fate.ADDED, Fate.SAME, Fate.IN_TRASH}
        away = Library(folder, local)
        assert away.open(ID).draft == home.open(ID).draft
        assert [each.label for each in away.history(ID).points()] == ["First"]
        assert [each.id for each in away.trashed().drafts] == ["gone"]
        assert not list(folder.rglob("*.tmp"))
        return bool(files.failed)

    assert loop(attempt) >= 15


@pytest.mark.parametrize("code", [errno.EIO, errno.EACCES])
def test_the_doctor_survives_the_failure_of_each_call(tmp_path: Path, code: int) -> None:
    folder, local = tmp_path / "library", tmp_path / "local"
    library = filled(folder, local)
    library.keep_lists()
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    def attempt(number: int) -> bool:
        files = FailingFiles(number, code)
        try:
            examine(Library(folder, local, files), files)
        except SlaError as error:
            raise AssertionError("the doctor raises nothing") from error
        assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
        assert not examine(Library(folder, local)).needs_choice
        return bool(files.failed)

    assert loop(attempt) >= 10
