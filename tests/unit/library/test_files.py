"""The atomic write: patience where another program holds the file, and folders made on the way."""

import errno
import os
import sys
from pathlib import Path

import pytest

from slaeditor.files import FileSystem, make_folders, process_is_alive
from slaeditor.replace_file import NotDurable, write_atomically


class Busy(PermissionError):
    """What Windows reports while a virus scanner looks at the file."""

    winerror = 32


class HeldFiles(FileSystem):
    """A file system in which another program holds the file for some tries."""

    def __init__(self, tries: int) -> None:
        self.tries = tries
        self.pauses: list[float] = []

    def replace(self, source: Path, target: Path) -> None:
        if self.tries:
            self.tries -= 1
            raise Busy(errno.EACCES, "held")
        super().replace(source, target)

    def pause(self, seconds: float) -> None:
        self.pauses.append(seconds)


def test_a_file_held_for_a_moment_is_replaced_all_the_same(tmp_path: Path) -> None:
    files = HeldFiles(tries=5)
    write_atomically(tmp_path / "a", b"new", files)
    assert (tmp_path / "a").read_bytes() == b"new"
    assert files.pauses == [0.02, 0.04, 0.08, 0.16, 0.32]


def test_a_file_held_for_long_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    files = HeldFiles(tries=99)
    with pytest.raises(PermissionError):
        write_atomically(tmp_path / "a", b"new", files)
    assert 2 < sum(files.pauses) < 4
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"old"]


def test_a_refusal_for_good_is_not_waited_for(tmp_path: Path) -> None:
    class Refusing(HeldFiles):
        def replace(self, source: Path, target: Path) -> None:
            raise PermissionError(errno.EACCES, "no")

    files = Refusing(0)
    with pytest.raises(PermissionError):
        write_atomically(tmp_path / "a", b"new", files)
    assert files.pauses == []


def test_an_unconfirmed_folder_is_told_with_the_new_file_in_place(tmp_path: Path) -> None:
    class Unsure(FileSystem):
        def sync_folder(self, folder: Path) -> None:
            raise OSError(errno.EIO, "no answer")

    with pytest.raises(NotDurable) as error:
        write_atomically(tmp_path / "a", b"new", Unsure())
    assert error.value.identity.size == 3
    assert (tmp_path / "a").read_bytes() == b"new"


def test_folders_are_made_for_their_owner_alone(tmp_path: Path) -> None:
    make_folders(tmp_path / "a" / "b", FileSystem())
    make_folders(tmp_path / "a" / "b", FileSystem())
    assert (tmp_path / "a" / "b").stat().st_mode & 0o777 == 0o700


def test_running_processes_are_told_from_others() -> None:
    assert process_is_alive(os.getpid())
    assert process_is_alive(1)
    assert process_is_alive(10**30)
    assert not process_is_alive(2**22 + 12345) or sys.platform != "linux"
