"""What the lists of a library showed last: all that the first painting of the window needs.

Light on purpose: the cache of `slaeditor.library.listing`, a line for each draft in the order of
the list, of which nothing but the lines looked at is read, with Python's own JSON.
"""

import json
import zlib
from datetime import datetime
from pathlib import Path
from typing import Any

from slaeditor.library.migrations import SCHEMA
from slaeditor.library.summaries import DamagedDraft, Summary

DRAFTS, TRASH = "drafts", "trash"
"""The folders of a library that are listed."""
_MOMENT = Summary._fields.index("changed")
_ID = Summary._fields.index("id")


def list_cache(local: Path, folder: str, schema: int) -> Path:
    """The file in which the list of one of those folders is kept from one start to the next."""
    return local / "cache" / f"{folder}-list.{schema}.jsonl"


def checksum(body: bytes | memoryview) -> bytes:
    """What stands in the first line of a cache file about the rest of it."""
    return b"%08x" % zlib.crc32(body)


class Remembered:
    """What a list showed last, newest first; each draft's summary is made when it is asked for."""

    def __init__(self, lines: list[bytes], damaged: tuple[DamagedDraft, ...]) -> None:
        """`lines` are those of the drafts in the cache file."""
        self.damaged = damaged
        self._lines = lines

    def __len__(self) -> int:
        """How many drafts there are, apart from the damaged ones."""
        return len(self._lines)

    def summary(self, number: int) -> Summary:
        """The summary of the draft in that place."""
        told = _content(self._lines[number])[0]
        told[_MOMENT] = datetime.fromisoformat(told[_MOMENT])
        return Summary._make(told)


def remembered(folder: Path, local: Path) -> Remembered | None:
    """What the list of this folder showed last, without a look at the drafts in it.

    None where nothing is remembered. Whoever shows it compares it with the folder soon: a draft
    may have changed since, and of a damaged one only the sentence is remembered.
    """
    try:
        raw = list_cache(local, folder.name, SCHEMA).read_bytes()
        start = raw.index(b"\n") + 1
        if raw[: start - 1] != checksum(memoryview(raw)[start:]):
            return None
        return _checked(raw.split(b"\n")[1:-1], folder)
    except FileNotFoundError:
        return None if folder.exists() else Remembered([], ())
    except (OSError, ValueError, TypeError, LookupError):
        return None


def _checked(lines: list[bytes], folder: Path) -> Remembered:
    """What the lines of a cache file say: first those of damaged drafts and of copies.

    Raises `TypeError`, `ValueError` or `LookupError` for a file of another version.
    """
    damaged, others = [], 0
    for line in lines:
        name, told, sentence = _told(line)
        if told is None:
            damaged.append(DamagedDraft(name.stem, folder / name, sentence, ""))
        elif told[_ID] == name.stem:
            break
        others += 1
    found = Remembered(lines[others:], tuple(sorted(damaged, key=lambda each: each.path)))
    if len(found):
        found.summary(0)
    return found


def _content(line: bytes) -> list[Any]:
    """What a line of the cache says about its file: see `slaeditor.library.listing.Seen`."""
    content: list[Any] = json.loads(line)[4]
    return content


def _told(line: bytes) -> tuple[Path, list[Any] | None, str]:
    """The name of a line's file, its summary, and what is wrong with it."""
    told, sentence, _title = _content(line)
    return Path(json.loads(line)[0]), told, sentence
