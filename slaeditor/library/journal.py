"""A TinyDB storage that only appends: one line per document written, none is changed.

A line is `crc32 length json`, the checksum as 8 hex digits over the JSON's bytes. Each record
begins with a line feed of its own, so that a torn line of an interrupted write can't swallow it.
A line that doesn't fit its checksum is left out when reading and stays where it is. Only `rewrite`
makes a new file, which takes the place of the old one in one step.
"""

import json
import re
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from tinydb.storages import Storage

from slaeditor.errors import ChangedOutside, Damaged, SaveFailed, TooNew
from slaeditor.files import FileSystem, Identity, append_durably, make_folders
from slaeditor.library.draftfile import Tables, dumped
from slaeditor.library.limits import HISTORY_BYTES, refuse_larger
from slaeditor.library.storage import reason
from slaeditor.replace_file import write_atomically

_Key = tuple[str, str]
_Texts = dict[_Key, bytes]
_NUMBER = re.compile("[0-9]{1,30}")


class _Replayed(NamedTuple):
    """The newest text and content of each document, and the lines that fit no checksum."""

    records: dict[_Key, tuple[bytes, dict[str, Any]]]
    damaged: list[bytes]


class JournalStorage(Storage):
    """A journal file. Of several lines for one document the last counts.

    `read` raises `Damaged` when the file can't be read at all and `TooNew` for a higher schema,
    `write` raises `SaveFailed`; what was written before stays.
    """

    def __init__(self, path: Path, files: FileSystem, about: dict[str, Any]) -> None:
        """`about` is the first line of a new file, with its `schema`."""
        super().__init__()
        self.path = path
        self._about = about
        self._files = files
        self._texts: _Texts = {}
        self._damaged: list[bytes] = []
        self._identity: Identity | None = None

    @property
    def lines_left_out(self) -> int:
        """How many damaged lines the last reading left out."""
        return len(self._damaged)

    def read(self) -> Tables | None:
        """The tables as the lines add up; None without a file. Counts the lines left out."""
        try:
            self._identity = self._files.identity(self.path)
            refuse_larger(self.path, self._identity.size, HISTORY_BYTES)
            raw = self._files.read(self.path)
        except FileNotFoundError:
            self._texts, self._damaged = {}, []
            return None
        except OSError as error:
            raise Damaged(f"{self.path} can't be read: {reason(error)}.") from error
        records, self._damaged = _replayed(raw)
        self._texts = {key: text for key, (text, _) in records.items()}
        tables = _tables(records)
        self._refuse_newer(tables)
        return tables

    def write(self, data: Tables) -> None:
        """Append the documents that differ from what was read last, and those that are gone."""
        texts = self._dumped(data)
        changed = {key: text for key, text in texts.items() if self._texts.get(key) != text}
        gone = dict.fromkeys(self._texts.keys() - texts.keys(), b"null")
        lines = b"".join(_line(*key, text) for key, text in (changed | gone).items())
        if not lines:
            return
        try:
            make_folders(self.path.parent, self._files)
            append_durably(self.path, lines, self._files)
            self._files.sync_folder(self.path.parent)  # `rewrite` may have put a new file there
        except OSError as error:
            raise SaveFailed(
                f"{self.path} could not be written: {reason(error)}. What it held before is whole."
            ) from error
        self._texts = texts

    def rewrite(self, data: Tables, check: Callable[[Tables], None]) -> None:
        """Put a new file with these documents in the place of the one that was read last.

        `check` is given what the new file's bytes say, and stops it all by raising. Damaged lines
        are taken along. Raises `SaveFailed`, or `ChangedOutside` when the file isn't what was read.
        """
        texts = self._dumped(data)
        raw = b"".join(b"\n" + line for line in self._damaged)
        raw += b"".join(_line(*key, text) for key, text in texts.items())
        check(_tables(_replayed(raw).records))
        try:
            write_atomically(self.path, raw, self._files, check=self._refuse_changed)
        except OSError as error:
            raise SaveFailed(
                f"{self.path} could not be written: {reason(error)}. What it held before is whole."
            ) from error
        self._texts = texts

    def _dumped(self, data: Tables) -> _Texts:
        texts: _Texts = {("_file", "1"): dumped(self._about)}
        for table, documents in data.items():
            if table != "_file":
                for number, document in documents.items():
                    texts[table, str(number)] = dumped(document)
        return texts

    def _refuse_changed(self) -> None:
        if self._files.identity(self.path) != self._identity:
            raise ChangedOutside(f"{self.path} was changed meanwhile; it was left as it is.")

    def _refuse_newer(self, tables: Tables) -> None:
        schema = tables.get("_file", {}).get("1", {}).get("schema", 0)
        if type(schema) is int and schema > self._about["schema"]:
            raise TooNew(
                f"{self.path} was written by a newer version of SLA Editor. It was left as it is."
            )


def _tables(records: dict[_Key, tuple[bytes, dict[str, Any]]]) -> Tables:
    tables: Tables = {}
    for (table, number), (_, document) in records.items():
        tables.setdefault(table, {})[number] = document
    return tables


def _beginning(table: str, number: str) -> bytes:
    return dumped([table, number])[:-1] + b","


def _line(table: str, number: str, document: bytes) -> bytes:
    text = _beginning(table, number) + document + b"]"
    return b"\n%08x %d %s\n" % (zlib.crc32(text), len(text), text)


def _replayed(raw: bytes) -> _Replayed:
    """What the lines add up to; of several for one document the last counts."""
    found = _Replayed({}, [])
    for line in filter(None, raw.split(b"\n")):
        text = _checked(line)
        record = _record(text) if text is not None else None
        if text is None or record is None:
            found.damaged.append(line)
            continue
        table, number, document = record
        found.records.pop((table, number), None)
        if document is not None:
            content = text[len(_beginning(table, number)) : -1]
            found.records[table, number] = content, document
    return found


def _checked(line: bytes) -> bytes | None:
    """The JSON of a line that we wrote; None when it doesn't fit its length and checksum."""
    checksum, _, rest = line.partition(b" ")
    length, _, text = rest.partition(b" ")
    if length != b"%d" % len(text) or checksum != b"%08x" % zlib.crc32(text):
        return None
    return text


def _record(text: bytes) -> tuple[str, str, dict[str, Any] | None] | None:
    """Table, number and document of a line; None for one that this program didn't write."""
    try:
        table, number, document = json.loads(text)
    except (ValueError, TypeError, RecursionError):
        return None
    is_named = isinstance(table, str) and isinstance(number, str) and _NUMBER.fullmatch(number)
    if not is_named or not (document is None or isinstance(document, dict)):
        return None
    return table, number, document
