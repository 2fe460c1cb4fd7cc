"""Every call to the file system that can lose something, behind one small class.

Tests replace `FileSystem` by one that fails at a chosen call, or that loses power.
"""

import contextlib
import errno
import os
import stat
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

if sys.platform == "darwin":
    import fcntl

OWNER_FILE = 0o600
OWNER_FOLDER = 0o700
_NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EBADF}


class Identity(NamedTuple):
    """How a file looks from outside: time of change in ns, size in bytes, inode, mode bits."""

    changed: int
    size: int
    inode: int
    mode: int = OWNER_FILE


class Entry(NamedTuple):
    """One name in a folder; most often a file's."""

    name: str
    identity: Identity


def _identity(found: os.stat_result) -> Identity:
    return Identity(found.st_mtime_ns, found.st_size, found.st_ino, found.st_mode & 0o777)


def _identity_of(entry: "os.DirEntry[str]") -> Identity:
    """How an entry looks, or the link itself where that leads nowhere or in a circle."""
    try:
        return _identity(entry.stat())
    except OSError:
        return _identity(entry.stat(follow_symlinks=False))


class FileSystem:
    """The real file system. Each method is one thing that can fail, and raises `OSError`."""

    def read(self, path: Path) -> bytes:
        """The whole content; fails for what is no file, as a pipe would never end."""
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):
            code = errno.EISDIR if stat.S_ISDIR(mode) else errno.ENODEV
            raise OSError(code, os.strerror(code), str(path))
        return path.read_bytes()

    def identity(self, path: Path) -> Identity:
        """How the file looks from outside."""
        return _identity(path.stat())

    def entries(self, folder: Path) -> list[Entry]:
        """All that stands directly in `folder`, in no order; what vanishes meanwhile is left out.

        Folders and links that lead nowhere are among it: who reads one by its name is told.
        """
        found = []
        with os.scandir(folder) as scan:
            for entry in scan:
                try:  # no `suppress`: a large library has 50,000 of them
                    found.append(Entry(entry.name, _identity_of(entry)))
                except FileNotFoundError:
                    continue
        return found

    def names(self, folder: Path) -> list[str]:
        """The names of all that stands directly in `folder`: quicker than `entries`."""
        with os.scandir(folder) as scan:
            return [entry.name for entry in scan]

    def create(self, path: Path, mode: int = OWNER_FILE) -> int:
        """A descriptor of a new file; fails when there is one already."""
        binary = getattr(os, "O_BINARY", 0)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | binary, OWNER_FILE)
        if mode != OWNER_FILE and hasattr(os, "fchmod"):
            with contextlib.suppress(OSError):  # a disk without modes; the content matters
                os.fchmod(descriptor, mode)
        return descriptor

    def append(self, path: Path) -> int:
        """A descriptor whose writes go to the end of the file, which is made when missing."""
        binary = getattr(os, "O_BINARY", 0)
        return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | binary, OWNER_FILE)

    def write(self, descriptor: int, data: bytes) -> int:
        """How many bytes were written, which may be fewer than given."""
        return os.write(descriptor, data)

    def sync(self, descriptor: int) -> None:
        """Wait until the file's content is on the disk itself."""
        if sys.platform == "darwin":
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
        else:
            os.fsync(descriptor)

    def close(self, descriptor: int) -> None:
        """Give the descriptor back."""
        os.close(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        """Rename, replacing what is there, in one step."""
        os.replace(source, target)

    def remove(self, path: Path) -> None:
        """Delete one file."""
        path.unlink()

    def sync_folder(self, folder: Path) -> None:
        """Wait until the folder's names are on the disk; nothing where systems can't do it."""
        if os.name == "nt":
            return
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        except OSError as error:
            if error.errno not in _NO_FOLDER_SYNC:
                raise
        finally:
            os.close(descriptor)

    def make_folder(self, folder: Path) -> None:
        """One folder that only its owner can enter; fails when it is there already."""
        folder.mkdir(mode=OWNER_FOLDER)

    def hold(self, lock: Path, seconds: float) -> Callable[[], None]:
        """Hold a lock file that nobody else holds meanwhile; the answer gives it back.

        Waits at most so many seconds, then raises `TimeoutError`, which is an `OSError`. The
        folder must exist.
        """
        from filelock import FileLock  # here: keeps 10 ms out of the start

        held = FileLock(lock, mode=OWNER_FILE, thread_local=False)
        try:
            held.acquire(timeout=seconds)
        except NotImplementedError as error:  # a disk that knows no locks
            raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS), str(lock)) from error
        return held.release

    def pause(self, seconds: float) -> None:
        """Wait before another try."""
        time.sleep(seconds)


def make_folders(folder: Path, files: FileSystem) -> None:
    """Make `folder` and what is missing above it, each on the disk before the next."""
    missing = []
    while not exists(folder, files):
        missing.append(folder)
        folder = folder.parent
    for path in reversed(missing):
        with contextlib.suppress(FileExistsError):
            files.make_folder(path)
        files.sync_folder(path.parent)


def write_fully(descriptor: int, data: bytes, files: FileSystem) -> None:
    """Write all of `data`; writes may be short."""
    rest = memoryview(data)
    while rest:
        rest = rest[files.write(descriptor, bytes(rest)) :]


def append_durably(path: Path, data: bytes, files: FileSystem) -> None:
    """Add `data` at the end of `path` and wait for the disk. The folder must exist.

    Raises `OSError`; a part of `data` may then stand at the end of the file.
    """
    is_new = not exists(path, files)
    descriptor = files.append(path)
    try:
        write_fully(descriptor, data, files)
        files.sync(descriptor)
    finally:
        files.close(descriptor)
    if is_new:
        files.sync_folder(path.parent)


def exists(path: Path, files: FileSystem) -> bool:
    """Whether there is something at `path`. Raises `OSError` when that can't be found out."""
    try:
        files.identity(path)
    except FileNotFoundError:
        return False
    return True


def process_is_alive(pid: int) -> bool:
    """Whether a process with that number runs on this machine; True where one can't ask."""
    if os.name == "nt":
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True
