"""A cache file of what was read from each draft: never authoritative, deleted at any time.

An entry counts while the draft's file has the time and size it had when it was read, and was not
just being written then. A cache that is damaged, or can't be written, only costs time.
"""

import contextlib
import time
from collections.abc import Callable
from pathlib import Path
from typing import Generic, TypeVar

import msgspec

from slaeditor.files import Entry, FileSystem, make_folders
from slaeditor.library.remembered import checksum
from slaeditor.replace_file import write_atomically

_JUST_WRITTEN = 2_000_000_000  # ns: clocks of file systems tick in up to 2 seconds
_WORTH_WRITING = 8  # entries read anew; fewer are read again next time just as quickly

Content = TypeVar("Content")


class Kept(msgspec.Struct, Generic[Content], array_like=True, frozen=True):
    """What was read from one file, when (ns), and what the file looked like."""

    changed: int
    size: int
    read_at: int
    content: Content


class CacheFile(Generic[Content]):
    """The kept contents of one folder's files, by file name. Not for several threads at once."""

    def __init__(self, path: Path, kind: type[dict[str, Kept[Content]]], files: FileSystem) -> None:
        self._path = path
        self._kind = kind
        self._files = files
        self._kept: dict[str, Kept[Content]] | None = None
        self._is_in_file = True

    def contents(
        self, entries: list[Entry], read: Callable[[Entry], tuple[Content, bool]]
    ) -> dict[str, Content]:
        """What `read` says of each entry, asked only for files that changed since.

        The second thing it says is whether to keep the first: not so when reading failed.
        """
        before = self._stored() if self._kept is None else self._kept
        now: dict[str, Kept[Content]] = {}
        read_anew = 0
        for entry in entries:
            kept = before.get(entry.name)
            if kept is None or not _still_counts(kept, entry):
                read_anew += 1
                read_at = time.time_ns()
                content, is_lasting = read(entry)
                changed, size = entry.identity.changed, entry.identity.size
                kept = Kept(changed, size, read_at if is_lasting else 0, content)
            now[entry.name] = kept
        self._kept = now
        gone = len(before.keys() - now.keys())
        self._is_in_file = self._is_in_file and not (read_anew or gone)
        if read_anew >= _WORTH_WRITING or gone >= _WORTH_WRITING:
            self.keep()
        return {name: kept.content for name, kept in now.items()}

    def keep(self) -> None:
        """Write what is known to the file, unless it says that already."""
        if not self._is_in_file:
            self._is_in_file = True
            self._store()

    def _stored(self) -> dict[str, Kept[Content]]:
        try:
            stated, _, body = self._files.read(self._path).partition(b"\n")
            if stated == checksum(body):
                return msgspec.json.decode(body, type=self._kind)
        except (OSError, msgspec.DecodeError):
            return {}  # read everything again
        return {}

    def _store(self) -> None:
        try:
            body = msgspec.json.encode(self._kept)
        except UnicodeEncodeError:  # a text that UTF-8 can't hold: not worth keeping
            return
        with contextlib.suppress(OSError):
            make_folders(self._path.parent, self._files)
            write_atomically(self._path, checksum(body) + b"\n" + body, self._files)


def _still_counts(kept: Kept[Content], entry: Entry) -> bool:
    same = (kept.changed, kept.size) == (entry.identity.changed, entry.identity.size)
    return same and kept.read_at - kept.changed > _JUST_WRITTEN
