"""Putting new contents into a file: a reader sees the whole old file or the whole new one.

`write_atomically` is for the files of a library, whose folder is the program's own;
`replace_file` for files that stand where the person wants them.
"""

import contextlib
import os
from collections.abc import Callable
from pathlib import Path

from slaeditor.files import OWNER_FILE, FileSystem, Identity, write_fully

_BUSY_ON_WINDOWS = {5, 32, 33}  # access denied, sharing violation, lock violation
_FIRST_PAUSE = 0.02  # seconds, doubled at each try: about 2.5 s in all
_REPLACE_TRIES = 8
_LONGEST_NAME = 150  # bytes of a name that its temporary file repeats; systems allow 255 in all


class NotDurable(OSError):
    """The file was replaced, but the disk has not confirmed that its folder was written.

    `identity` is what the new file looks like, for the next comparison.
    """

    def __init__(self, cause: OSError, identity: Identity) -> None:
        super().__init__(cause.errno, cause.strerror or str(cause))
        self.identity = identity


def replace_file(path: Path, data: bytes, files: FileSystem | None = None) -> None:
    """Replace or create `path` with `data`, in one step and, where the system can, durable.

    The old file's mode is kept. A symbolic link stays a link: the file it leads to is replaced.
    Raises `OSError`; then the old file is whole and no temporary file is left.
    """
    files = files or FileSystem()
    target = Path(os.path.realpath(path))  # never raises, not even for links in a circle
    with contextlib.suppress(NotDurable):  # it is in place; some shares can't confirm a folder
        write_atomically(target, data, files, mode=_mode_of(target, files))


def write_atomically(
    path: Path,
    data: bytes,
    files: FileSystem | None = None,
    check: Callable[[], None] | None = None,
    mode: int = OWNER_FILE,
) -> Identity:
    """Replace the content of `path` so that a reader or a power cut sees the old or the new.

    `check` runs last before the replacement and stops it by raising. The folder must exist.
    Raises `OSError` with the old file whole, or `NotDurable` when the new one is in place but
    its folder isn't confirmed.
    """
    files = files or FileSystem()
    return write_in_parts(path, lambda out: write_fully(out, data, files), files, check, mode)


def write_in_parts(
    path: Path,
    fill: Callable[[int], object],
    files: FileSystem,
    check: Callable[[], None] | None = None,
    mode: int = OWNER_FILE,
) -> Identity:
    """The same for a content that `fill` writes to a descriptor, piece by piece."""
    temporary = _temporary(path)
    descriptor = files.create(temporary, mode)
    try:
        try:
            fill(descriptor)
            files.sync(descriptor)
        finally:
            files.close(descriptor)
        identity = files.identity(temporary)
        if check:
            check()
        _replace_patiently(temporary, path, files)
    except BaseException:
        with contextlib.suppress(OSError):  # the sweep at the next start takes what stays
            files.remove(temporary)
        raise
    try:
        files.sync_folder(path.parent)
    except OSError as error:
        raise NotDurable(error, identity) from error
    return identity


def _temporary(path: Path) -> Path:
    """A name beside the file that sync tools leave alone and the sweep of a library knows."""
    name = path.name.encode(errors="surrogateescape")[:_LONGEST_NAME].decode(errors="ignore")
    return path.with_name(f"~{name}.{os.getpid()}.{os.urandom(4).hex()}.tmp")


def _mode_of(target: Path, files: FileSystem) -> int:
    """The permission bits that the new file gets: the old file's, else what the umask leaves."""
    try:
        return files.identity(target).mode
    except FileNotFoundError:
        mask = os.umask(0o077)
        os.umask(mask)
        return 0o666 & ~mask


def _replace_patiently(source: Path, target: Path, files: FileSystem) -> None:
    """Replace; on Windows another program (search, virus scanner) may hold the file a moment."""
    pause = _FIRST_PAUSE
    for _ in range(_REPLACE_TRIES - 1):
        try:
            files.replace(source, target)
        except PermissionError as error:
            if getattr(error, "winerror", None) not in _BUSY_ON_WINDOWS:
                raise
            files.pause(pause)
            pause *= 2
        else:
            return
    files.replace(source, target)
