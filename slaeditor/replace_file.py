"""Putting new contents into a file: a reader sees the whole old file or the whole new one."""

import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path


def replace_file(path: Path, data: bytes) -> None:
    """Replace or create `path` with `data`, durable and in one step.

    The bytes go into a temporary file of the same folder first, which is flushed to the disk and
    then takes the place of the old file, whose mode it keeps. A symbolic link stays a link: the
    file it leads to is replaced. Raises OSError; then the old file is whole and no temporary
    file is left.
    """
    target = Path(os.path.realpath(path))  # never raises, not even for links in a circle
    mode = _mode_of(target)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".sla-", suffix=".tmp")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(mode)
        os.replace(temporary, target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _flush_folder(target.parent)


def _mode_of(target: Path) -> int:
    """The permission bits that the new file gets: the old file's, else what the umask leaves."""
    try:
        return stat.S_IMODE(target.stat().st_mode)
    except FileNotFoundError:
        mask = os.umask(0o077)
        os.umask(mask)
        return 0o666 & ~mask


def _flush_folder(folder: Path) -> None:
    """Make the new directory entry durable, where the system can (not on Windows or some shares).

    The file is in place by now, so that not being able to is no failure.
    """
    if os.name == "nt":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
