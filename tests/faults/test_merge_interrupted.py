"""Bringing versions together is interrupted at each call: what was there is there afterwards,
and the next attempt gives what an undisturbed one gives."""

import errno
from pathlib import Path

import pytest

from slaeditor.agreement import Agreement, decode, encode
from slaeditor.editing.reconciling import open_draft
from slaeditor.errors import SlaError
from slaeditor.library.drafts import Library
from slaeditor.paths import replaced
from tests.faults.failing_files import Died, DyingFiles, FailingFiles
from tests.faults.simulated_disk import PowerCut, SimulatedDisk

ID = "one"
COPY = f"{ID}.sync-conflict-20261124-101500-ABCDEFG.json"
START = Agreement(id=ID)
MINE = replaced(START, "title", "Stored here, then dropped by a sync tool")
THEIRS = replaced(START, "reference", "In its place")
THIRD = replaced(START, "owner", "In a conflict copy")
CODES = [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS]
pytestmark = pytest.mark.slow


def written(root: Path, start: bytes, agreement: Agreement) -> bytes:
    """The file that another computer makes of the draft."""
    library = Library(root / "library", root / "local")
    path = library.folder / "drafts" / f"{ID}.json"
    path.parent.mkdir(parents=True)
    path.write_bytes(start)
    library.open(ID).save(encode(agreement))
    return path.read_bytes()


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes, bytes]:
    """The draft as it was, and what two other computers made of it."""
    root = tmp_path_factory.mktemp("others")
    library = Library(root / "library", root / "local")
    library.create(encode(START))
    start = (library.folder / "drafts" / f"{ID}.json").read_bytes()
    theirs = written(root / "second", start, THEIRS)
    return start, theirs, written(root / "third", start, THIRD)


def laptop(root: Path, files: tuple[bytes, bytes, bytes]) -> tuple[Path, Path]:
    """The folders of a computer on which three versions wait to be brought together."""
    folder, local = root / "library", root / "local"
    start, theirs, third = files
    (folder / "drafts").mkdir(parents=True)
    own = folder / "drafts" / f"{ID}.json"
    own.write_bytes(start)
    Library(folder, local).open(ID).save(encode(MINE))
    own.write_bytes(theirs)
    (folder / "drafts" / COPY).write_bytes(third)
    return folder, local


def check(folder: Path, local: Path) -> None:
    """A further attempt leaves everything in one file, and the copy in the local folder."""
    stored, _ = open_draft(Library(folder, local), ID)
    found = decode(stored.draft)
    assert (found.title, found.reference, found.owner) == (
        MINE.title,
        THEIRS.reference,
        THIRD.owner,
    )
    assert found.clashes == ()
    assert [path.name for path in (folder / "drafts").glob("[!~]*")] == [f"{ID}.json"]
    assert len(list((local / "merged").glob("[!~]*"))) == 1
    assert Library(folder, local).summaries().damaged == ()
    assert open_draft(Library(folder, local), ID)[1] is None


@pytest.mark.parametrize("code", CODES)
def test_each_call_fails_once(tmp_path: Path, files: tuple[bytes, bytes, bytes], code: int) -> None:
    for number in range(400):
        folder, local = laptop(tmp_path / str(number), files)
        disk = FailingFiles(number, code)
        try:
            open_draft(Library(folder, local, disk), ID)
        except SlaError as error:
            assert "made to fail" not in str(error)
        disk.fail_at = -1
        check(folder, local)
        if not disk.failed:
            assert number > 40
            return
    raise AssertionError("The attempt never ends.")


def test_the_process_is_killed_before_each_call(
    tmp_path: Path, files: tuple[bytes, bytes, bytes]
) -> None:
    for number in range(400):
        folder, local = laptop(tmp_path / str(number), files)
        try:
            open_draft(Library(folder, local, DyingFiles(number)), ID)
        except Died:
            check(folder, local)
        else:
            assert number > 40
            return
    raise AssertionError("The attempt never ends.")


def test_the_power_goes_while_a_copy_is_merged(files: tuple[bytes, bytes, bytes]) -> None:
    """The ledger isn't waited for, so this is about the file and the copy, which are."""
    folder, local = Path("/library"), Path("/local")
    disks = 0
    for cut_at in range(400):
        disk = SimulatedDisk()
        library = Library(folder, local, disk)
        library.create(encode(START))
        library.open(ID).save(encode(MINE))
        _put(disk, folder / "drafts" / COPY, files[2])
        disk.cut_at = disk.calls + cut_at
        try:
            open_draft(Library(folder, local, disk), ID)
        except PowerCut:
            for state in disk.states():
                disks += 1
                stored, _ = open_draft(Library(folder, local, state), ID)
                found = decode(stored.draft)
                texts = {found.title, found.owner, *(str(each.other) for each in found.clashes)}
                assert MINE.title in texts
                assert THIRD.owner in texts or any(
                    str(THIRD.owner) in each for each in texts if each
                )
        else:
            break
    assert disks > 40


def _put(disk: SimulatedDisk, path: Path, content: bytes) -> None:
    descriptor = disk.create(path)
    disk.write(descriptor, content)
    disk.sync(descriptor)
    disk.close(descriptor)
    disk.sync_folder(path.parent)
