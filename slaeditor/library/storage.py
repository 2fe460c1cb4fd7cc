"""The TinyDB storage of one draft: reads once, writes atomically, notices who else has written.

TinyDB reads the storage again inside each update. This one answers from what it read first (the
pin), so that a change made outside meanwhile is found when writing, not overwritten.
"""

import errno
import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tinydb.storages import Storage

from slaeditor.errors import ChangedOutside, Damaged, SaveFailed, UnknownDraft
from slaeditor.files import OWNER_FILE, FileSystem, Identity, exists, make_folders
from slaeditor.library.draftfile import Header, Tables, dumped, packed, unpacked
from slaeditor.library.limits import DRAFT_BYTES, in_megabytes, refuse_larger
from slaeditor.replace_file import NotDurable, write_atomically

_ROOM_FOR_HEADER = 64 * 1024  # bytes of a draft's file that its lineage may take
_REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is used up",
    errno.EFBIG: "the file would be larger than allowed here",
    errno.EACCES: "you have no permission to write there",
    errno.EPERM: "you have no permission to write there",
    errno.EROFS: "the disk can only be read",
    errno.EIO: "the disk reports an error",
    errno.ENOENT: "its folder is gone",
    errno.ENOTDIR: "its folder is a file",
    errno.EISDIR: "it is a folder",
    errno.ENODEV: "it is a device or a pipe",
    errno.ELOOP: "its links lead in a circle",
}
_ROOM = "Free some space there, or save a copy elsewhere."
_RIGHT = "Ask for the right to write there, or save a copy elsewhere."
_PLACE = "Bring it back, for instance by connecting the share again, or save a copy elsewhere."
_ADVICE = {
    _REASONS[errno.ENOSPC]: _ROOM,
    _REASONS[errno.EDQUOT]: _ROOM,
    _REASONS[errno.EACCES]: _RIGHT,
    _REASONS[errno.EROFS]: "Save a copy on another disk.",
    _REASONS[errno.EIO]: "Save a copy on another disk.",
    _REASONS[errno.ENOENT]: _PLACE,
}


def reason(error: OSError) -> str:
    """Why a call to the file system failed, in words for a sentence."""
    known = _REASONS.get(error.errno or 0)
    return known or (error.strerror or str(error)).lower().rstrip(".")


def save_failed(path: Path, why: str) -> SaveFailed:
    """The error for a file that couldn't be written and is as it was."""
    advice = _ADVICE.get(why, "Save a copy elsewhere.")
    return SaveFailed(f"{path} could not be saved: {why}. What was saved before is whole. {advice}")


@dataclass(frozen=True, slots=True)
class Pin:
    """What the file held when it was read or written last."""

    raw: bytes
    identity: Identity
    header: Header


class AtomicStorage(Storage):
    """One draft's file. Holds no handle; every failure leaves the old file whole.

    `read` raises `Damaged` or `TooNew`; `write` raises `SaveFailed`, or `ChangedOutside` when
    the file is not what was read. Set `header` before writing to say what the file says of itself,
    and `is_forced` where that alone is worth a write.
    """

    def __init__(self, path: Path, files: FileSystem, newest: int) -> None:
        super().__init__()
        self.path = path
        self.header = Header(newest, datetime.fromtimestamp(0, UTC))
        self.was_recreated = False
        self.is_forced = False
        self._files = files
        self._newest = newest
        self._pin: Pin | None = None
        self._is_read = False
        self._is_durable = True

    @property
    def pin(self) -> Pin | None:
        """What was read or written last; None before, and where there is no file."""
        return self._pin

    @property
    def looks_unchanged(self) -> bool:
        """Whether the file looks from outside as it did when it was read or written last."""
        try:
            return self._looks_the_same(self._files.identity(self.path))
        except OSError:
            return False

    def forget(self) -> None:
        """Read the file anew next time."""
        self._pin, self._is_read = None, False

    def expect_none(self) -> None:
        """Take it that there is no file: writing fails when there is one after all."""
        self._pin, self._is_read = None, True

    def read(self) -> Tables | None:
        """The tables as read first or written last, a fresh copy each time; None without a file."""
        if not self._is_read:
            self._load()
        if self._pin is None:
            return None
        return unpacked(self._pin.raw, str(self.path), self._newest)[1]

    def write(self, data: Tables) -> None:
        """Replace the file, unless it holds exactly this already."""
        body = self._body(data)
        if self._is_stored(body):
            return
        raw = packed(self.header, body)
        pin = self._pin
        mode = pin.identity.mode if pin else OWNER_FILE
        try:
            self._make_room()
            identity = write_atomically(
                self.path, raw, self._files, check=self._compare_with_pin, mode=mode
            )
        except NotDurable as error:
            self._pin, self._is_durable = Pin(raw, error.identity, self.header), False
            raise SaveFailed(
                f"{self.path} is written, but the disk has not confirmed it: {reason(error)}. "
                "Save again."
            ) from error
        except OSError as error:
            raise save_failed(self.path, reason(error)) from error
        self._pin, self._is_read, self._is_durable = Pin(raw, identity, self.header), True, True

    def _make_room(self) -> None:
        """Make the folder where it is missing; not where all around it has gone with it.

        A library that was there before and isn't now lies on a disk that was taken away, or was
        renamed: a new one in its place would hide it. Raises `OSError`.
        """
        folder = self.path.parent
        is_away = self._pin is not None and not exists(folder, self._files)
        if is_away and not self._files.entries(folder.parent):  # fails where there is none either
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(folder))
        make_folders(folder, self._files)

    def says(self, data: Tables) -> bool:
        """Whether the file said exactly this when it was read or written last.

        Raises `SaveFailed` for what can't be stored.
        """
        return self._pin is not None and self._pin.raw.endswith(b"," + self._body(data)[1:])

    def _body(self, data: Tables) -> bytes:
        tables = {name: table for name, table in data.items() if name != "_file"}
        try:
            body = dumped(tables)
        except (TypeError, ValueError, RecursionError) as error:
            raise save_failed(self.path, f"it holds what can't be stored ({error})") from error
        if len(body) > DRAFT_BYTES - _ROOM_FOR_HEADER:
            raise save_failed(self.path, f"no draft may hold more than {in_megabytes(DRAFT_BYTES)}")
        return body

    def _load(self) -> None:
        try:
            identity = self._files.identity(self.path)
            refuse_larger(self.path, identity.size, DRAFT_BYTES)
            raw = self._files.read(self.path)
        except FileNotFoundError:
            self._pin, self._is_read = None, True
            return
        except OSError as error:
            raise Damaged(f"{self.path} can't be read: {reason(error)}.") from error
        header, _ = unpacked(raw, str(self.path), self._newest)
        self._pin, self._is_read = Pin(raw, identity, header), True

    def _is_stored(self, body: bytes) -> bool:
        """Whether the file holds this already: same tables, same schema, same completeness."""
        pin = self._pin
        if pin is None or not self._is_durable or not pin.raw.endswith(b"," + body[1:]):
            return False
        before, now = pin.header, self.header
        if (before.schema, before.complete) != (now.schema, now.complete) or self.is_forced:
            return False
        try:
            self._files.identity(self.path)
        except OSError:
            return False
        return True

    def _compare_with_pin(self) -> None:
        """The late comparison, one rename before the file is replaced."""
        try:
            found = self._files.identity(self.path)
        except FileNotFoundError:
            self.was_recreated = self._pin is not None
            return
        if self._pin is None:
            raise ChangedOutside(f"{self.path} exists already. Nothing was overwritten.")
        if not found.mode & 0o222:
            raise save_failed(self.path, "the file is write-protected")
        if self._looks_the_same(found) or self._files.read(self.path) == self._pin.raw:
            return
        raise ChangedOutside(
            f"{self.path} was changed by another program since it was opened. Nothing was "
            "overwritten; open it again to see both versions."
        )

    def _looks_the_same(self, found: Identity) -> bool:
        pinned = self._pin.identity if self._pin else None
        return pinned is not None and (found.changed, found.size, found.inode) == (
            pinned.changed,
            pinned.size,
            pinned.inode,
        )


def missing_draft(draft_id: str, in_trash: bool = False) -> UnknownDraft:
    """The error for an id that the library, or its trash, doesn't know."""
    if in_trash:
        return UnknownDraft(f'The trash holds no draft "{draft_id}".')
    return UnknownDraft(f'The library has no draft "{draft_id}"; "slaeditor list" shows them all.')
