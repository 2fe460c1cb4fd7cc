"""Full-text search over drafts: every word asked for must occur, whatever its case or accents."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from slaeditor.errors import SlaError
from slaeditor.files import Entry, FileSystem
from slaeditor.library.cached import CacheFile, Kept
from slaeditor.library.draftfile import is_whole, unpacked
from slaeditor.library.migrations import Migrations

# Letters that Unicode doesn't take apart into a plain letter and an accent.
_PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)
_EDGES = re.compile(r"^\W+|\W+$")


def plain(text: str) -> str:
    """The text without case and accents: "Überprüfung" and "UBERPRUFUNG" give the same."""
    folded = text.casefold()
    if folded.isascii():
        return folded
    apart = unicodedata.normalize("NFKD", folded)
    return "".join(each for each in apart if not unicodedata.combining(each)).translate(_PLAIN)


def words_of(text: str) -> set[str]:
    """The different words of a text, plain, without what surrounds them ("(99.9 %)," → 99.9)."""
    words = (_EDGES.sub("", plain(word)) for word in set(text.split()))
    return {word for word in words if word}


class SearchIndex:
    """The words of each draft of a folder, in a cache file of its own, loaded at first use."""

    def __init__(
        self, folder: Path, local: Path, files: FileSystem, migrations: Migrations
    ) -> None:
        self._folder = folder
        self._files = files
        self._migrations = migrations
        cache = local / "cache" / f"{folder.name}-words.{migrations.schema}.json"
        self._cache: CacheFile[str] = CacheFile(cache, dict[str, Kept[str]], files)

    def names(self, words: str, entries: list[Entry]) -> set[str]:
        """The names of the files in which every one of `words` occurs, also within a word."""
        wanted = words_of(words)
        kept = self._cache.contents(entries, self._words_in)
        return {name for name, text in kept.items() if all(word in text for word in wanted)}

    def _words_in(self, entry: Entry) -> tuple[str, bool]:
        """The words of one draft, separated by blanks, and whether they could be read.

        A draft that can't be read has none: the list names it.
        """
        path = self._folder / entry.name
        try:
            raw = self._files.read(path)
            draft = _quickly_read(raw) or self._read(raw, path)
        except OSError:
            return "", False
        except SlaError:
            return "", True
        return " ".join(sorted(words_of("\n".join(_texts(draft))))), True

    def _read(self, raw: bytes, path: Path) -> Any:
        header, tables = unpacked(raw, str(path), self._migrations.schema)
        return self._migrations.brought_up_to_date(tables["draft"]["1"], header.schema)


def _quickly_read(raw: bytes) -> Any:
    """The draft of a file with a good sum; None when it has to be read the slow way."""
    if not is_whole(raw):
        return None
    try:
        return msgspec.json.decode(raw)["draft"]["1"]
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, KeyError, TypeError):
        return None


def _texts(value: Any) -> Iterator[str]:
    """Every text in a draft, apart from ids."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)
    elif isinstance(value, dict):
        for key, each in value.items():
            if key != "id":
                yield from _texts(each)
