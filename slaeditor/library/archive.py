"""A whole library in one file: a zip of drafts, trash and histories with a manifest and checksums.

In it stand `drafts/<id>.json`, `trash/<id>.json` and `history/<id>.<computer>.jsonl` as in the
library. A second version of a draft, as sync tools make them, is `drafts/<id>.<8 hex>.json`.
"""

import hashlib
import re
import zipfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from slaeditor import __version__
from slaeditor.errors import SaveFailed, SlaError
from slaeditor.files import FileSystem, write_fully
from slaeditor.library.draftfile import dumped, unpacked
from slaeditor.library.limits import DRAFT_BYTES, HISTORY_BYTES, read_within
from slaeditor.library.migrations import CURRENT
from slaeditor.library.storage import reason
from slaeditor.library.stored import checked_id
from slaeditor.replace_file import NotDurable, write_in_parts

FORMAT = "slaeditor-library"
SCHEMA = 1
MANIFEST = "manifest.json"
SUFFIX = ".slalib"
FOLDERS = ("drafts", "trash", "history")
_NO_MOMENT = (1980, 1, 1, 0, 0, 0)  # the same in each back-up: zip knows no time zones
_OF_DRAFT = re.compile(r"(?P<id>[a-z0-9-]{1,40})\.json")
_OF_HISTORY = re.compile(r"(?P<id>[a-z0-9-]{1,40})(?:\.(?:backup-)?[0-9a-f]{8})?\.jsonl")


class Packed(NamedTuple):
    """What went into a back-up file; `notes` name what couldn't, or is damaged in it too."""

    drafts: int
    trashed: int
    notes: tuple[str, ...]


class _Entry(NamedTuple):
    name: str
    raw: bytes


def checksum(raw: bytes) -> str:
    """What the manifest says about a file's bytes: 32 hex digits."""
    return hashlib.blake2b(raw, digest_size=16).hexdigest()


def pack(
    folder: Path,
    target: Path,
    moment: datetime,
    files: FileSystem | None = None,
) -> Packed:
    """Write the library in `folder` to `target`, which is replaced in one step.

    Drafts that are damaged come along as they are.
    Raises `SaveFailed`; then what was at `target` is whole.
    """
    packing = _Packing(folder, files or FileSystem())
    try:
        return packing.write(target, moment)
    except OSError as error:
        raise SaveFailed(
            f"The back-up {target} could not be written: {reason(error)}. "
            "The library is as it was; choose another place and try again."
        ) from error


class _Sink:
    """What the zip is written to: a descriptor of our own file system, forwards only."""

    def __init__(self, descriptor: int, files: FileSystem) -> None:
        self._descriptor = descriptor
        self._files = files

    def write(self, data: bytes) -> int:
        """Write all of it."""
        write_fully(self._descriptor, data, self._files)
        return len(data)

    def flush(self) -> None:
        """Nothing is held back."""


class _Packing:
    """One packing: what has been met so far."""

    def __init__(self, folder: Path, files: FileSystem) -> None:
        self._folder = folder
        self._files = files
        self._sums: dict[str, str] = {}
        self._notes: list[str] = []

    def write(self, target: Path, moment: datetime) -> Packed:
        def fill(descriptor: int) -> None:
            self._sums, self._notes = {}, []
            sink = _Sink(descriptor, self._files)
            with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:  # type: ignore[call-overload]
                for entry in self._entries():
                    self._sums[entry.name] = checksum(entry.raw)
                    archive.writestr(_info(entry.name), entry.raw)
                archive.writestr(_info(MANIFEST), self._manifest(moment))

        try:
            write_in_parts(target, fill, self._files)
        except NotDurable:
            self._notes.append(
                f"{target} is written, but the disk has not confirmed it; make sure that it is "
                "there before you rely on it."
            )
        names = list(self._sums)
        return Packed(
            sum(name.startswith("drafts/") for name in names),
            sum(name.startswith("trash/") for name in names),
            tuple(self._notes),
        )

    def _manifest(self, moment: datetime) -> bytes:
        return dumped(
            {
                "format": FORMAT,
                "schema": SCHEMA,
                "program": __version__,
                "made": moment.isoformat(timespec="seconds"),
                "files": self._sums,
            }
        )

    def _entries(self) -> Iterator[_Entry]:
        for name in FOLDERS:
            for path in self._paths(name):
                entry = self._read(name, path)
                if entry is not None and entry.name not in self._sums:
                    yield entry

    def _paths(self, folder: str) -> list[Path]:
        suffix = ".jsonl" if folder == "history" else ".json"
        try:
            entries = self._files.entries(self._folder / folder)
        except FileNotFoundError:
            return []
        names = sorted(each.name for each in entries)
        return [
            self._folder / folder / name
            for name in names
            if name.endswith(suffix) and not name.startswith((".", "~"))
        ]

    def _read(self, folder: str, path: Path) -> _Entry | None:
        """One file and its name in the zip; None, and a note, for one that can't come along."""
        most = HISTORY_BYTES if folder == "history" else DRAFT_BYTES
        try:
            raw = read_within(path, self._files, most)
        except FileNotFoundError:
            return None  # moved or deleted meanwhile
        except SlaError as error:
            self._notes.append(f"{error} It isn't in the back-up.")
            return None
        except OSError as error:
            self._notes.append(f"{path} isn't in the back-up: {reason(error)}.")
            return None
        if folder == "history":
            return self._history(path, raw)
        return self._draft(folder, path, raw)

    def _history(self, path: Path, raw: bytes) -> _Entry | None:
        if _OF_HISTORY.fullmatch(path.name):
            return _Entry(f"history/{path.name}", raw)
        found = re.match(r"[a-z0-9-]{1,40}", path.name)
        if found is None:
            self._notes.append(f"{path} isn't in the back-up: it belongs to no draft.")
            return None
        return _Entry(f"history/{found[0]}.backup-{checksum(raw)[:8]}.jsonl", raw)

    def _draft(self, folder: str, path: Path, raw: bytes) -> _Entry | None:
        """A draft under its name; one under another name as a second version of its own draft."""
        own, problem = "", ""
        try:
            own = checked_id(unpacked(raw, str(path), CURRENT.schema)[1]["draft"]["1"].get("id"))
        except SlaError as error:
            problem = str(error)
        named = _OF_DRAFT.fullmatch(path.name)
        if own and (named is None or named["id"] != own):
            return _Entry(f"{folder}/{own}.{checksum(raw)[:8]}.json", raw)
        if not own and named is None:
            self._notes.append(f"{problem} It isn't in the back-up.")
            return None
        if problem:
            self._notes.append(f"{problem} It is in the back-up as it is.")
        return _Entry(f"{folder}/{path.name}", raw)


def _info(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _NO_MOMENT)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o600 << 16
    return info
