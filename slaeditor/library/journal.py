"""A TinyDB storage that only ever appends: one line per document written, none is changed.

A line is `crc32 length json`, the checksum as 8 hex digits over the JSON's bytes. Each record
begins with a line feed of its own, so that a torn line of an interrupted write can't swallow it.
A line that doesn't fit its checksum is left out when reading and stays where it is.
"""

import json
import zlib
from pathlib import Path
from typing import Any

from tinydb.storages import Storage

from slaeditor.errors import Damaged, SaveFailed, TooNew
from slaeditor.files import FileSystem, append_durably, make_folders
from slaeditor.library.draftfile import Tables, dumped
from slaeditor.library.storage import reason

_Texts = dict[tuple[str, str], bytes]


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
        self.lines_left_out = 0
        self._files = files
        self._texts: _Texts = {}

    def read(self) -> Tables | None:
        """The tables as the lines add up; None without a file. Counts the lines left out."""
        try:
            raw = self._files.read(self.path)
        except FileNotFoundError:
            self._texts, self.lines_left_out = {}, 0
            return None
        except OSError as error:
            raise Damaged(f"{self.path} can't be read: {reason(error)}.") from error
        records, self.lines_left_out = _replayed(raw)
        self._texts = {key: text for key, (text, _) in records.items()}
        tables: Tables = {}
        for (table, number), (_, document) in records.items():
            tables.setdefault(table, {})[number] = document
        self._refuse_newer(tables)
        return tables

    def write(self, data: Tables) -> None:
        """Append the documents that differ from what was read last, and those that are gone."""
        texts: _Texts = {}
        for table, documents in data.items():
            for number, document in documents.items():
                texts[table, str(number)] = dumped(document)
        texts["_file", "1"] = dumped(self._about)
        changed = {key: text for key, text in texts.items() if self._texts.get(key) != text}
        gone = dict.fromkeys(self._texts.keys() - texts.keys(), b"null")
        lines = b"".join(_line(*key, text) for key, text in (changed | gone).items())
        if not lines:
            return
        try:
            make_folders(self.path.parent, self._files)
            append_durably(self.path, lines, self._files)
        except OSError as error:
            raise SaveFailed(
                f"{self.path} could not be written: {reason(error)}. What it held before is whole."
            ) from error
        self._texts = texts

    def _refuse_newer(self, tables: Tables) -> None:
        schema = tables.get("_file", {}).get("1", {}).get("schema", 0)
        if schema > self._about["schema"]:
            raise TooNew(
                f"{self.path} was written by a newer version of SLA Editor. It was left as it is."
            )


def _beginning(table: str, number: str) -> bytes:
    return dumped([table, number])[:-1] + b","


def _line(table: str, number: str, document: bytes) -> bytes:
    text = _beginning(table, number) + document + b"]"
    return b"\n%08x %d %s\n" % (zlib.crc32(text), len(text), text)


def _replayed(raw: bytes) -> tuple[dict[tuple[str, str], tuple[bytes, Any]], int]:
    """The newest text and content of each document, and how many lines were left out."""
    records: dict[tuple[str, str], tuple[bytes, Any]] = {}
    left_out = 0
    for line in filter(None, raw.split(b"\n")):
        text = _checked(line)
        if text is None:
            left_out += 1
            continue
        table, number, document = json.loads(text)
        records.pop((table, number), None)
        if document is not None:
            records[table, number] = text[len(_beginning(table, number)) : -1], document
    return records, left_out


def _checked(line: bytes) -> bytes | None:
    """The JSON of a line that we wrote; None when it doesn't fit its length and checksum."""
    checksum, _, rest = line.partition(b" ")
    length, _, text = rest.partition(b" ")
    if length != b"%d" % len(text) or checksum != b"%08x" % zlib.crc32(text):
        return None
    return text
