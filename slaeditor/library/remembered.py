"""What the lists of a library showed last: all that the first painting of the window needs.

Light on purpose: the cache of `slaeditor.library.listing`, read with nothing but Python's own JSON.
"""

import json
import zlib
from datetime import datetime
from operator import itemgetter
from pathlib import Path
from typing import Any

from slaeditor.library.migrations import SCHEMA
from slaeditor.library.summaries import DamagedDraft, Summary

DRAFTS, TRASH = "drafts", "trash"
"""The folders of a library that are listed."""
_MOMENT = Summary._fields.index("changed")
_NEWEST = itemgetter(_MOMENT, Summary._fields.index("id"))


def list_cache(local: Path, folder: str, schema: int) -> Path:
    """The file in which the list of one of those folders is kept from one start to the next."""
    return local / "cache" / f"{folder}-list.{schema}.json"


def checksum(body: bytes) -> bytes:
    """What stands in the first line of a cache file about the rest of it."""
    return b"%08x" % zlib.crc32(body)


class Remembered:
    """What a list showed last, newest first; each draft's summary is made when it is asked for."""

    def __init__(self, drafts: list[list[Any]], damaged: tuple[DamagedDraft, ...]) -> None:
        """`drafts` are the fields of summaries as JSON has them."""
        self.damaged = damaged
        self._drafts = drafts

    def __len__(self) -> int:
        """How many drafts there are, apart from the damaged ones."""
        return len(self._drafts)

    def summary(self, number: int) -> Summary:
        """The summary of the draft in that place."""
        told = self._drafts[number].copy()
        told[_MOMENT] = datetime.fromisoformat(told[_MOMENT])
        return Summary._make(told)


def remembered(folder: Path, local: Path) -> Remembered | None:
    """What the list of this folder showed last, without a look at the drafts in it.

    None where nothing is remembered. Whoever shows it compares it with the folder soon: a draft
    may have changed since, and of a damaged one only the sentence is remembered.
    """
    try:
        raw = list_cache(local, folder.name, SCHEMA).read_bytes()
        stated, _, body = raw.partition(b"\n")
        return _checked(json.loads(body), folder) if stated == checksum(body) else None
    except FileNotFoundError:
        return None if folder.exists() else Remembered([], ())
    except (OSError, ValueError, TypeError, LookupError):
        return None


def _checked(kept: dict[str, Any], folder: Path) -> Remembered:
    """What a cache file of `slaeditor.library.listing.Seen` says, in the order of the list.

    Raises `TypeError`, `ValueError` or `LookupError` for a file of another version.
    """
    drafts, damaged = [], []
    for name, (_changed, _size, _read_at, (told, sentence, _title)) in kept.items():
        if told is None:
            damaged.append(DamagedDraft(Path(name).stem, folder / name, sentence, ""))
        else:
            drafts.append(told)
    drafts.sort(key=_NEWEST, reverse=True)  # times of one form, so that they sort as texts
    found = Remembered(drafts, tuple(sorted(damaged, key=lambda each: each.path.name)))
    if drafts:
        found.summary(0)
    return found
