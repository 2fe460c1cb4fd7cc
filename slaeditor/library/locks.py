"""A courtesy lock of a draft: a second window or process is told who has it open.

The lock stands in the local folder, never beside the draft, where a sync tool would carry it to
other computers. The system frees it when its process ends, however it ends. What protects the
draft is the comparison at each save, not the lock.
"""

import json
import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from slaeditor.files import FileSystem, make_folders
from slaeditor.i18n import _
from slaeditor.moments import moment_in_sentence
from slaeditor.replace_file import write_atomically

if TYPE_CHECKING:
    from filelock import BaseFileLock


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a draft open: process number and since when, in UTC; None where unknown."""

    pid: int | None
    since: datetime | None

    @property
    def sentence(self) -> str:
        """The holder in a sentence for the person, who has no use for a process number."""
        if self.since is None:
            return _("This draft is open in another window.")
        when = moment_in_sentence(self.since)
        return _("This draft is open in another window, since {when}.").format(when=when)


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
        lock = FileLock(self._lock_file, thread_local=False)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            return self._holder()
        self._lock = lock
        about = {"pid": os.getpid(), "since": datetime.now(UTC).isoformat(timespec="seconds")}
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
            return Holder(int(about["pid"]), datetime.fromisoformat(about["since"]).astimezone(UTC))
        except (OSError, ValueError, KeyError, TypeError):
            return Holder(None, None)
