"""Whether a draft is better read only: told when it is opened, rather than at the first save."""

import os
from contextlib import suppress
from pathlib import Path

from slaeditor.i18n import _
from slaeditor.library.locks import DraftLock

_ANYBODY_WRITES = 0o222


class Hold:
    """The courtesy lock of a draft that is being opened, and whether its file can be written."""

    def __init__(self, lock: DraftLock, path: Path) -> None:
        self._lock = lock
        self._path = path
        self.is_elsewhere = False
        """Whether somebody else had the draft open at the last look."""

    def obstacle(self) -> str:
        """Take the lock, and answer why the draft is better read only; empty where it isn't."""
        self.is_elsewhere = False
        with suppress(OSError):  # the comparison at each save protects the draft, not the lock
            holder = self._lock.acquire()
            if holder is not None:
                self.is_elsewhere = True
                return holder.sentence
        return writing_obstacle(self._path)

    def release(self) -> None:
        """Give the lock back."""
        self._lock.release()


def writing_obstacle(path: Path) -> str:
    """A sentence about why the file can't or shouldn't be written; empty where nothing says so.

    A look only: rights can change, and some disks find out at the first write. Raises nothing.
    """
    folder = path.parent
    if folder.is_dir() and not os.access(folder, os.W_OK | os.X_OK):
        return _("The folder {folder} can’t be written, so changes could not be saved.").format(
            folder=folder
        )
    try:
        is_marked = not path.stat().st_mode & _ANYBODY_WRITES
    except OSError:
        return ""
    if is_marked or not os.access(path, os.W_OK):
        return _("The file {file} is marked as read-only.").format(file=path)
    return ""
