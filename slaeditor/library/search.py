"""Full-text search over drafts: every word asked for must occur, whatever its case or accents."""

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from slaeditor.errors import SlaError
from slaeditor.files import Entry, FileSystem
from slaeditor.library.cached import CacheFile, Kept
from slaeditor.library.draftfile import is_whole, unpacked
from slaeditor.library.limits import DRAFT_BYTES, is_deep, read_within
from slaeditor.library.migrations import Draft, Migrations
from slaeditor.library.words import words_of


class Found(NamedTuple):
    """A part of a search: how many files are searched by now, and those found in it."""

    searched: int
    names: list[str]


class SearchIndex:
    """The words of each draft of a folder, in a cache file of its own, loaded at first use."""

    def __init__(
        self, folder: Path, local: Path, files: FileSystem, migrations: Migrations
    ) -> None:
        self._folder = folder
        self._files = files
        self._migrations = migrations
        cache = local / "cache" / f"{folder.name}-words.{migrations.schema}.jsonl"
        self._cache: CacheFile[str] = CacheFile(cache, Kept[str], files)

    def names(self, words: str, entries: list[Entry]) -> set[str]:
        """The names of the files in which every one of `words` occurs, also within a word."""
        return {name for found in self.search(words, entries) for name in found.names}

    def search(
        self, words: str, entries: Sequence[Entry], others: Collection[str] = ()
    ) -> Iterator[Found]:
        """The same bit by bit, in the order of the entries; the caller may end it at any time.

        What was read until then counts for the next search, and so does what is known of `others`,
        files of the folder that aren't asked for.
        """
        wanted = sorted(words_of(words), key=len, reverse=True)
        searched = 0
        for piece in self._cache.pieces(entries, self._words_in, others):
            searched += len(piece)
            for word in wanted:
                piece = [each for each in piece if word in each[1]]
            yield Found(searched, [name for name, _ in piece])

    def draft(self, name: str) -> Draft | None:
        """The draft in a file as it is now, to be looked at; None where it can't be read."""
        path = self._folder / name
        try:
            raw = read_within(path, self._files, DRAFT_BYTES)
            draft: Draft = _quickly_read(raw) or self._read(raw, path)
        except (OSError, SlaError):
            return None
        return draft

    def keep(self) -> None:
        """Write what was read to the cache, after a search that was ended early."""
        self._cache.keep()

    def _words_in(self, entry: Entry) -> tuple[str, bool]:
        """The words of one draft, separated by blanks, and whether they could be read.

        A draft that can't be read has none: the list names it.
        """
        path = self._folder / entry.name
        try:
            raw = read_within(path, self._files, DRAFT_BYTES)
            draft = _quickly_read(raw) or self._read(raw, path)
        except OSError:
            return "", False
        except SlaError:
            return "", True
        return " ".join(words_of("\n".join(texts_in(draft)))), True

    def _read(self, raw: bytes, path: Path) -> Any:
        header, tables = unpacked(raw, str(path), self._migrations.schema)
        return self._migrations.brought_up_to_date(tables["draft"]["1"], header.schema)


def _quickly_read(raw: bytes) -> Any:
    """The draft of a file with a good sum; None when it has to be read the slow way."""
    if not is_whole(raw):
        return None
    try:
        found = msgspec.json.decode(raw)
        return None if is_deep(found) else found["draft"]["1"]
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, KeyError, TypeError):
        return None


def texts_in(value: Any) -> list[str]:
    """Every text in a draft, apart from ids."""
    found: list[str] = []
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if type(each) is str:
            found.append(each)
        elif type(each) is dict:
            waiting += [part for key, part in each.items() if key != "id"]
        elif type(each) is list:
            waiting += each
    return found
