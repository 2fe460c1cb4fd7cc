"""A courtesy lock of a draft: a second window or process is told who has it open.

The lock stands in the local folder, never beside the draft, where a sync tool would carry it to
other computers. The system frees it when its process ends, however it ends. What protects the
draft is the comparison at each save, not the lock.
"""

import json
import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from slaeditor.bidi import isolated
from slaeditor.files import OWNER_FILE, FileSystem, make_folders
from slaeditor.i18n import _
from slaeditor.moments import moment_in_sentence
from slaeditor.replace_file import write_atomically

if TYPE_CHECKING:
    from filelock import BaseFileLock

_LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a draft open: process, since when in UTC, user and computer; as far as known.

    The computer matters where a home folder, and with it the local one, is shared by several.
    """

    pid: int | None = None
    since: datetime | None = None
    user: str = ""
    computer: str = ""

    @property
    def sentence(self) -> str:
        """The holder in a sentence; user and computer only where they are others than here."""
        if self.since is None:
            return _("This draft is open in another window.")
        if (self.user, self.computer) == (_user(), _computer()) or not self.user:
            words = _("This draft is open in another window, since {when} (process {number}).")
        else:
            words = _(
                "This draft is open in a window of {user} on {computer}, since {when} "
                "(process {number})."
            )
        return words.format(
            user=isolated(self.user),
            computer=isolated(self.computer),
            when=moment_in_sentence(self.since),
            number=self.pid,
        )


class DraftLock:
    """The lock of one draft; use it with `with`, or release it at the end."""

    def __init__(self, local: Path, draft_id: str, files: FileSystem | None = None) -> None:
        self._folder = local / "locks"
        self._holder_file = self._folder / f"{draft_id}.holder.json"
        self._files = files or FileSystem()
        self._lock_file = self._folder / f"{draft_id}.lock"
        self._lock: BaseFileLock | None = None

    @property
    def is_held(self) -> bool:
        """Whether this object holds the lock."""
        return self._lock is not None

    def acquire(self) -> Holder | None:
        """Take the lock without waiting: None when it is ours now, else who has it.

        Raises `OSError` where the local folder can't be written; the draft can be edited anyway.
        """
        from filelock import FileLock, Timeout  # here: keeps 10 ms out of the start

        if self._lock is not None:
            return None
        make_folders(self._folder, self._files)
        lock = FileLock(self._lock_file, mode=OWNER_FILE, thread_local=False)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            return self._holder()
        self._lock = lock
        about = {
            "pid": os.getpid(),
            "since": datetime.now(UTC).isoformat(timespec="seconds"),
            "user": _user(),
            "computer": _computer(),
        }
        with suppress(OSError):  # held all the same; the other one is told less
            write_atomically(self._holder_file, json.dumps(about).encode("ascii"), self._files)
        return None

    def release(self) -> None:
        """Give the lock back; nothing happens when it isn't held."""
        lock, self._lock = self._lock, None
        if lock is not None:
            with suppress(OSError):
                self._files.remove(self._holder_file)
            lock.release()

    def __enter__(self) -> "DraftLock":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()

    def _holder(self) -> Holder:
        try:
            about = json.loads(self._files.read(self._holder_file))
            since = datetime.fromisoformat(about["since"]).astimezone(UTC)
            names = (str(about.get(name, ""))[:_LONGEST_NAME] for name in ("user", "computer"))
            return Holder(int(about["pid"]), since, *names)
        except (OSError, ValueError, KeyError, TypeError, AttributeError, OverflowError):
            return Holder()


def _user() -> str:
    """The name of the person at this computer; empty where the system doesn't say."""
    return os.environ.get("USERNAME") or os.environ.get("USER") or os.environ.get("LOGNAME") or ""


def _computer() -> str:
    """The name of this computer."""
    return os.environ.get("COMPUTERNAME", "") if sys.platform == "win32" else os.uname().nodename
