"""A cache file of what was read from each draft: never authoritative, deleted at any time.

An entry counts while the draft's file has the time and size it had when it was read, and was not
just being written then. A cache that is damaged, or can't be written, only costs time.

The file has a checksum in its first line and one draft in each further line, so that a part of it
can be read alone, and a large one in pieces that leave other threads their turn.
"""

import contextlib
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from typing import Any, Generic, TypeVar

import msgspec

from slaeditor.files import Entry, FileSystem, make_folders
from slaeditor.library.remembered import checksum
from slaeditor.replace_file import write_atomically

_JUST_WRITTEN = 2_000_000_000  # ns: clocks of file systems tick in up to 2 seconds
_WORTH_WRITING = 8  # entries read anew; fewer are read again next time just as quickly
_PIECE = 1 << 17  # bytes of a cache file that are decoded at once: about a millisecond
_LINES = 500  # written at once
_ENTRIES = 1000  # looked at in a piece
_PATIENCE = 0.05  # seconds after which a piece ends early, because files have to be read

Content = TypeVar("Content")


class Kept(msgspec.Struct, Generic[Content], array_like=True, frozen=True, gc=False):
    """What was read from the file of that name, when (ns), and what the file looked like."""

    name: str
    changed: int
    size: int
    read_at: int
    content: Content


Piece = list[tuple[str, Content]]


class CacheFile(Generic[Content]):
    """The kept contents of one folder's files, by file name. Not for several threads at once."""

    def __init__(
        self,
        path: Path,
        kind: type[Kept[Content]],
        files: FileSystem,
        order: Callable[[Kept[Content]], Any] | None = None,
    ) -> None:
        """`order` is the key by which the lines of the file are sorted, largest first."""
        self._path = path
        self._lines: msgspec.json.Decoder[Kept[Content]] = msgspec.json.Decoder(kind)
        self._files = files
        self._order = order
        self._kept: dict[str, Kept[Content]] | None = None
        self._is_in_file = True
        self.changes = 0

    def contents(
        self, entries: Sequence[Entry], read: Callable[[Entry], tuple[Content, bool]]
    ) -> dict[str, Content]:
        """What `read` says of each entry, asked only for files that changed since.

        The second thing it says is whether to keep the first: not so when reading failed.
        `changes` counts the entries that came, changed or went.
        """
        return {name: content for piece in self.pieces(entries, read) for name, content in piece}

    def pieces(
        self,
        entries: Sequence[Entry],
        read: Callable[[Entry], tuple[Content, bool]],
        others: Collection[str] = (),
    ) -> "Iterator[Piece[Content]]":
        """The same bit by bit, in the order of the entries; the caller may end it at any time.

        `others` are names of files that are there too, so that they aren't forgotten.
        """
        kept = self._loaded()
        read_anew = 0
        for start in range(0, len(entries), _ENTRIES):
            piece: Piece[Content] = []
            end = time.monotonic() + _PATIENCE
            for entry in entries[start : start + _ENTRIES]:
                name, (changed, size, *_) = entry  # quicker than by their names
                known = kept.get(name)
                if (
                    known is None
                    or known.changed != changed
                    or known.size != size
                    or known.read_at - changed <= _JUST_WRITTEN
                ):
                    known = self._read_anew(entry, read)
                    read_anew += 1
                    if time.monotonic() > end:
                        piece.append((name, known.content))
                        yield piece
                        piece, end = [], time.monotonic() + _PATIENCE
                        continue
                piece.append((name, known.content))
            yield piece
        gone = self._forget_all_but({entry.name for entry in entries}.union(others))
        if read_anew >= _WORTH_WRITING or gone >= _WORTH_WRITING:
            self.keep()

    def keep(self) -> None:
        """Write what is known to the file, unless it says that already."""
        if not self._is_in_file:
            self._is_in_file = True
            self._store()

    def _loaded(self) -> dict[str, Kept[Content]]:
        if self._kept is None:
            self._kept = self._stored()
        return self._kept

    def _read_anew(
        self, entry: Entry, read: Callable[[Entry], tuple[Content, bool]]
    ) -> Kept[Content]:
        read_at = time.time_ns()
        content, is_lasting = read(entry)
        changed, size = entry.identity.changed, entry.identity.size
        known = Kept(entry.name, changed, size, read_at if is_lasting else 0, content)
        self._loaded()[entry.name] = known
        self._is_in_file = False
        self.changes += 1
        return known

    def _forget_all_but(self, names: set[str]) -> int:
        """Forget the files that are gone; how many there were."""
        kept = self._loaded()
        gone = kept.keys() - names
        for name in gone:
            del kept[name]
        self._is_in_file = self._is_in_file and not gone
        self.changes += len(gone)
        return len(gone)

    def _stored(self) -> dict[str, Kept[Content]]:
        try:
            raw = self._files.read(self._path)
            end = raw.index(b"\n") + 1
            if raw[: end - 1] != checksum(memoryview(raw)[end:]):
                return {}
            return {each.name: each for each in self._decoded(raw, end)}
        except (OSError, ValueError, msgspec.DecodeError):
            return {}  # read everything again

    def _decoded(self, raw: bytes, start: int) -> Iterator[Kept[Content]]:
        """The lines from `start` on. Raises `msgspec.DecodeError`."""
        text = memoryview(raw)
        while start < len(raw):
            end = raw.find(b"\n", start + _PIECE)
            end = len(raw) if end < 0 else end + 1
            yield from self._lines.decode_lines(text[start:end])
            start = end

    def _store(self) -> None:
        kept = list(self._loaded().values())
        if self._order is not None:
            kept.sort(key=self._order, reverse=True)
        encoder = msgspec.json.Encoder()
        try:
            parts = [
                encoder.encode_lines(kept[start : start + _LINES])
                for start in range(0, len(kept), _LINES)
            ]
        except UnicodeEncodeError:  # a text that UTF-8 can't hold: not worth keeping
            return
        body = b"".join(parts)
        with contextlib.suppress(OSError):
            make_folders(self._path.parent, self._files)
            write_atomically(self._path, checksum(body) + b"\n" + body, self._files)
