"""Reading a library from one file that may come from anybody: all of it is checked before use.

Nothing is ever written under a name that stands in the file: names are read against one pattern,
and whoever takes something out makes the path anew from the id.
"""

import json
import re
import stat
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, NoReturn

from slaeditor.errors import BackupRefused, Refused
from slaeditor.library.archive import FORMAT, MANIFEST, SCHEMA, checksum
from slaeditor.library.limits import (
    ARCHIVE_BYTES,
    ARCHIVE_CONTENT,
    ARCHIVE_ENTRIES,
    ARCHIVE_LIST,
    ARCHIVE_RATIO,
    DRAFT_BYTES,
    HISTORY_BYTES,
    in_megabytes,
)
from slaeditor.library.storage import reason
from slaeditor.library.stored import checked_id

_NAME = re.compile(
    r"(?P<folder>drafts|trash)/(?P<id>[a-z0-9-]{1,40})(?:\.[0-9a-f]{8})?\.json"
    r"|(?P<of_history>history)/(?P<of>[a-z0-9-]{1,40})(?:\.(?:backup-)?[0-9a-f]{8})?\.jsonl"
)
_WAY_OUT = re.compile(r"^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|\\|\0")
_DEVICE = re.compile(r"(?:^|/)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)
_LOCKED = 0x1  # flag bit of an entry behind a password
_SMALL = 64 * 1024  # bytes; what is smaller may be packed as tightly as it likes
_MANIFEST_BYTES = 64 * 1024**2
_PACKED_BY_US = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)


class Content(NamedTuple):
    """One file of a library in one file. `folder` is "drafts", "trash" or "history"."""

    folder: str
    draft_id: str
    name: str  # without the folder
    raw: bytes


class Unpacked:
    """A library in one file, checked as a whole when it is made. Use it with `with`.

    Raises `BackupRefused` with a sentence for each way in which a file can be something else.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.moment = datetime.fromtimestamp(0, UTC)
        self._sums: dict[str, str] = {}
        self._archive = self._opened()
        try:
            self._check()
        except BaseException:
            self._archive.close()
            raise

    def __enter__(self) -> "Unpacked":
        return self

    def __exit__(self, *raised: object) -> None:
        self._archive.close()

    def contents(self, folder: str) -> Iterator[Content]:
        """The files of one folder, by name. Raises `BackupRefused` if the file changed since."""
        for name in sorted(self._sums):
            found = _NAME.fullmatch(name)
            if found is not None and name.startswith(f"{folder}/"):
                draft_id = found["id"] or found["of"]
                yield Content(folder, draft_id, name.partition("/")[2], self._checked(name))

    def _opened(self) -> zipfile.ZipFile:
        try:
            size = self.path.stat().st_size
            if not stat.S_ISREG(self.path.stat().st_mode):
                self._refuse("is no file")
            if size > ARCHIVE_BYTES:
                self._refuse(f"has {in_megabytes(size)}, more than any back-up")
            with self.path.open("rb") as file:
                begins = file.read(4)
                if _length_of_list(file, size) > ARCHIVE_LIST:
                    self._refuse("lists more files than any back-up holds")
            return zipfile.ZipFile(self.path)
        except OSError as error:
            raise BackupRefused(f"{self.path} can't be read: {reason(error)}.") from error
        except (*_BROKEN, ValueError, OverflowError):
            if not size:
                self._refuse("is empty (0 bytes)")
            if begins.startswith(b"PK"):
                self._refuse("is cut off or damaged: what it holds isn't listed at its end")
            self._refuse("is no back-up of a library")

    def _check(self) -> None:
        infos = self._archive.infolist()
        if len(infos) > ARCHIVE_ENTRIES:
            self._refuse(f"holds {len(infos):,} files, more than any back-up")
        self._check_names(infos)
        if sum(info.file_size for info in infos) > ARCHIVE_CONTENT:
            self._refuse("would unpack to more than any library holds")
        for info in infos:
            self._check_entry(info)
        if MANIFEST not in {info.filename for info in infos}:
            self._refuse("is a zip file, but no back-up of SLA Editor: it has no manifest")
        self._read_manifest()
        self._check_against_manifest(infos)
        for name in self._sums:
            self._checked(name)

    def _check_names(self, infos: Iterable[zipfile.ZipInfo]) -> None:
        seen: dict[str, str] = {}
        for info in infos:
            name, quoted = info.filename, _quoted(info.orig_filename)
            other = seen.get(name.casefold())
            if other == name:
                self._refuse(f"holds {quoted} twice")
            if other is not None:
                self._refuse(f"holds {_quoted(other)} and {quoted}, one file on many computers")
            seen[name.casefold()] = name
            if _WAY_OUT.search(info.orig_filename) or name != info.orig_filename:
                self._refuse(f"holds {quoted}, a name that leads out of the library")
            if stat.S_ISLNK(info.external_attr >> 16):
                self._refuse(f"holds {quoted}, which is a link")
            if name != MANIFEST:
                self._check_name(name, quoted)

    def _check_name(self, name: str, quoted: str) -> None:
        if _DEVICE.search(name):
            self._refuse(f"holds {quoted}, a name that Windows keeps for devices")
        found = _NAME.fullmatch(name)
        if found is None:
            self._refuse(f"is no back-up of SLA Editor: it holds {quoted}")
        try:
            checked_id(found["id"] or found["of"])
        except Refused:
            self._refuse(f"holds {quoted}, a name that no draft can have")

    def _check_entry(self, info: zipfile.ZipInfo) -> None:
        quoted = _quoted(info.filename)
        if info.flag_bits & _LOCKED:
            self._refuse("is locked with a password")
        if info.compress_type not in _PACKED_BY_US:
            self._refuse(f"holds {quoted}, packed in a way that no back-up is")
        if info.file_size > _most(info.filename):
            self._refuse(f"holds {quoted} with {in_megabytes(info.file_size)}, more than any draft")
        if info.file_size > max(info.compress_size * ARCHIVE_RATIO, _SMALL):
            self._refuse(f"holds {quoted}, packed far tighter than any text: it would do harm")

    def _read_manifest(self) -> None:
        try:
            found = json.loads(self._read(MANIFEST).decode("utf-8"))
        except (ValueError, RecursionError):
            self._refuse("has a manifest that can't be read")
        if not isinstance(found, dict) or found.get("format") != FORMAT:
            self._refuse("is no back-up of SLA Editor: its manifest says something else")
        schema = found.get("schema")
        if type(schema) is not int or schema < 1:
            self._refuse("doesn't say by which version it was written")
        if schema > SCHEMA:
            self._refuse("was written by a newer version of SLA Editor; bring it back with that")
        sums = found.get("files")
        if not isinstance(sums, dict) or not all(isinstance(each, str) for each in sums.values()):
            self._refuse("has a manifest that names no files")
        self._sums = sums
        self.moment = _moment(found.get("made"))

    def _check_against_manifest(self, infos: Iterable[zipfile.ZipInfo]) -> None:
        names = {info.filename for info in infos} - {MANIFEST}
        for name in sorted(names ^ self._sums.keys()):
            what = "which its manifest doesn't name" if name in names else "which isn't in it"
            verb = "holds" if name in names else "names"
            self._refuse(f"{verb} {_quoted(name)}, {what}")

    def _checked(self, name: str) -> bytes:
        raw = self._read(name)
        if checksum(raw) != self._sums[name]:
            self._refuse(f"is damaged: {_quoted(name)} doesn't fit its checksum")
        return raw

    def _read(self, name: str) -> bytes:
        """One entry, never more than it says that it holds."""
        try:
            info = self._archive.getinfo(name)
            with self._archive.open(info) as entry:
                raw = entry.read(info.file_size + 1)
        except OSError as error:
            raise BackupRefused(f"{self.path} can't be read: {reason(error)}.") from error
        except (*_BROKEN, ValueError):
            self._refuse(f"is damaged: {_quoted(name)} can't be read from it")
        if len(raw) != info.file_size:
            self._refuse(f"is damaged: {_quoted(name)} isn't as long as it says")
        return raw

    def _refuse(self, what: str) -> NoReturn:
        raise BackupRefused(f"{self.path} {what}. Nothing was taken from it.")


def _length_of_list(file: BinaryIO, size: int) -> int:
    """The bytes that the list at a zip's end takes, which is read whole before anything else.

    A zip for more than 65,535 entries says so in a second record before the first.
    """
    start = max(0, size - 22 - 0xFFFF)
    file.seek(start)
    tail = file.read()
    place = tail.rfind(b"PK\x05\x06")
    if place < 0 or len(tail) < place + 16:
        return 0
    length = int.from_bytes(tail[place + 12 : place + 16], "little")
    found = tail.rfind(b"PK\x06\x06", 0, place)
    if found >= 0 and place - found >= 56:
        length = max(length, int.from_bytes(tail[found + 40 : found + 48], "little"))
    return 0 if length == 0xFFFFFFFF else length


def _most(name: str) -> int:
    if name == MANIFEST:
        return _MANIFEST_BYTES
    return HISTORY_BYTES if name.startswith("history/") else DRAFT_BYTES


def _quoted(name: str) -> str:
    """A name from the file for a sentence: short, on one line."""
    plain = "".join(sign if sign.isprintable() else "�" for sign in name)
    return f"“{plain[:60]}”"


def _moment(stated: Any) -> datetime:
    try:
        moment = datetime.fromisoformat(str(stated))
    except ValueError:
        return datetime.fromtimestamp(0, UTC)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
