"""What this computer has read and stored of a draft: the other side of a merge, never synced.

A sync tool may put another version in the place of what this computer saved, and keep no copy. The
ledger in the local folder still has it, and older states that others may have built upon.

A file of lines, `crc32 json`, that is appended to; a line holds a draft, or what changed since
another state of the ledger. Nothing waits for the disk. After a power cut the draft's own file,
which is durable, is there; a version would be missing only if the cut took the last lines and a
sync tool replaced the draft before it was opened here again.
"""

import contextlib
import json
import threading
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from slaeditor.errors import Damaged
from slaeditor.files import FileSystem, make_folders, write_fully
from slaeditor.library.deltas import applied, delta
from slaeditor.library.draftfile import digest, dumped
from slaeditor.library.limits import DRAFT_BYTES
from slaeditor.library.lineage import Version
from slaeditor.library.migrations import CURRENT, Draft, Migrations
from slaeditor.replace_file import write_atomically

LEDGERS = "ledger"
"""The folder within the local folder."""
MOST_STATES = 400
"""States after which a ledger is written anew with fewer."""
KEPT_STATES = 100
"""The newest states, which are all kept then; of the others fewer the older they are."""
MOST_BYTES = 2 * 1024**2
_WHOLE_EVERY = 100
_MOST_HEADS = 8
_GAPS = 10  # an old state is kept when it is a tenth of its age away from the next one
_READABLE_BYTES = 8 * DRAFT_BYTES

_MOMENT = 0.05  # seconds

_Content = dict[str, Any]
Found = TypeVar("Found")


@dataclass
class _Read:
    """What a ledger's file held: its states in their order, and what the next line builds on."""

    contents: dict[str, _Content] = field(default_factory=dict)
    states: dict[str, Version] = field(default_factory=dict)
    earlier: list[Version] = field(default_factory=list)
    """Earlier saves of states that were stored again: others may descend from these alone."""
    heads: list[Version] = field(default_factory=list)
    last: str = ""
    last_draft: Draft = field(default_factory=dict)
    lines: int = 0
    size: int = 0
    since_whole: int = 0


class Ledger:
    """The ledger of one draft. Threads take turns; processes may share the file."""

    def __init__(
        self, path: Path, files: FileSystem | None = None, migrations: Migrations = CURRENT
    ) -> None:
        self.path = path
        self._files = files or FileSystem()
        self._migrations = migrations
        self._read: _Read | None = None
        self._turn = threading.Lock()

    def heads(self) -> list[Version]:
        """The states from which no later one descends, oldest first; most often one."""
        with self._turn:
            return list(self._known().heads)

    def versions(self) -> list[Version]:
        """All states that can still be read, oldest first."""
        with self._turn:
            known = self._known()
            return [*known.earlier, *known.states.values()]

    def note(self, version: Version) -> None:
        """Add a state, unless it is the newest one already. Raises `OSError`."""
        with self._turn:
            self._note(version)

    def _note(self, version: Version) -> None:
        known = self._known()
        is_known = [(each.digest, each.known) for each in known.heads]
        if is_known == [(version.digest, version.known)]:
            return
        content = self._content(version, known)
        line = _line(content)
        make_folders(self.path.parent, self._files)
        descriptor = self._files.append(self.path)
        try:
            write_fully(descriptor, line, self._files)
        except OSError:
            self._read = None  # a torn line: look at the file before the next one
            raise
        finally:
            self._files.close(descriptor)
        _add(known, content, version)
        known.last_draft = version.draft
        known.size += len(line)
        if known.lines > MOST_STATES or known.size > max(MOST_BYTES, 40 * len(line)):
            self._compact(known)

    def _known(self) -> _Read:
        """What the file holds, read again where another process has added to it."""
        size = self._patiently(lambda: self._files.identity(self.path).size, 0)
        if self._read is None or self._read.size != size:
            self._read = self._load(size)
        return self._read

    def _load(self, size: int) -> _Read:
        found = _Read(size=size)
        is_read = 0 < size <= _READABLE_BYTES
        raw = self._patiently(lambda: self._files.read(self.path), b"") if is_read else b""
        for content in _lines(raw):
            version = self._version(content, found)
            if version is None:
                found.last = ""
                found.lines += 1
            else:
                _add(found, content, version)
        return found

    def _patiently(self, look: Callable[[], Found], otherwise: Found) -> Found:
        """What a look at the file gives, at the second try if need be: another may hold it."""
        for _try in range(2):
            try:
                return look()
            except FileNotFoundError:
                return otherwise
            except OSError:
                self._files.pause(_MOMENT)
        return otherwise

    def _version(self, content: _Content, found: _Read) -> Version | None:
        """The state of a line, its draft not read yet; None where the line makes no sense."""
        try:
            named = str(content["digest"])
            if "full" not in content and content["on"] not in found.contents:
                return None
            lineage = content.get("lineage")
            before = found.states.get(found.last)
            return Version(
                partial(self._draft, named, found.contents),
                named,
                {str(name): int(number) for name, number in content["known"].items()},
                tuple(lineage) if lineage is not None else before.lineage if before else (),
                datetime.fromisoformat(content["saved"]).astimezone(UTC),
                str(content["origin"]),
            )
        except (LookupError, TypeError, ValueError, AttributeError, OverflowError):
            return None

    def _draft(self, named: str, contents: dict[str, _Content]) -> Draft:
        """The draft of a state, from the nearest whole one on. Raises `Damaged`."""
        try:
            chain = [contents[named]]
            while "full" not in chain[-1]:
                chain.append(contents[chain[-1]["on"]])
                if len(chain) > len(contents):
                    raise ValueError("The states build on each other in a circle.")
            draft: Draft = chain.pop()["full"]
            for each in reversed(chain):
                draft = applied(draft, each["delta"])
            if digest(draft) == named:
                return self._migrations.brought_up_to_date(draft, int(contents[named]["schema"]))
        except (LookupError, TypeError, ValueError, AttributeError, RecursionError) as error:
            raise Damaged(f"{self.path} holds a state that can't be read back.") from error
        raise Damaged(f"{self.path} holds a state that can't be read back.")

    def _content(self, version: Version, known: _Read) -> _Content:
        content: _Content = {
            "digest": version.digest,
            "known": dict(version.known),
            "saved": version.saved.isoformat(timespec="microseconds"),
            "origin": version.origin,
            "schema": self._migrations.schema,
        }
        before = known.states.get(known.last)
        if before is None or before.lineage != version.lineage:
            content["lineage"] = list(version.lineage)
        if before is not None and known.since_whole < _WHOLE_EVERY:
            earlier = self._last_draft(known)
            change = delta(earlier, version.draft)
            if earlier is not None and applied(earlier, change) == version.draft:
                return content | {"on": before.digest, "delta": change}
        return content | {"full": version.draft}

    def _last_draft(self, known: _Read) -> Draft | None:
        if not known.last_draft:
            try:
                known.last_draft = known.states[known.last].draft
            except Damaged:
                return None
        return known.last_draft

    def _compact(self, known: _Read) -> None:
        """Write the file anew with fewer states. Raises `OSError`; then it is as it was."""
        fresh = _Read()
        text = b""
        for each in _thinned(known):
            with contextlib.suppress(Damaged):
                whole = replace(each, source=each.draft)
                content = self._content(whole, fresh)
                text += _line(content)
                _add(fresh, content, whole)
                fresh.last_draft = whole.draft
        fresh.heads = known.heads
        write_atomically(self.path, text, self._files)
        self._read = None  # read when it is needed: the drafts are not kept in memory


def _thinned(known: _Read) -> list[Version]:
    """The heads, the newest states, and some of the older ones; in their order."""
    states = list(known.states.values())
    heads = {each.digest for each in known.heads}
    old, new = states[:-KEPT_STATES], states[-KEPT_STATES:]
    left: list[Version] = []
    kept = new[0].saved
    for each in reversed(old):
        age = new[-1].saved - each.saved
        if each.digest in heads or kept - each.saved >= age / _GAPS:
            left.append(each)
            kept = each.saved
    return [*reversed(left[: MOST_STATES // 2]), *new]


def _add(found: _Read, content: _Content, version: Version) -> None:
    before = found.states.pop(version.digest, None)
    if before is not None and before.known != version.known:
        found.earlier.append(before)
    found.states[version.digest] = version
    if version.digest not in found.contents:  # others may build upon the one that is there
        found.contents[version.digest] = content
    found.last, found.last_draft = version.digest, {}
    found.lines += 1
    found.since_whole = 0 if "full" in content else found.since_whole + 1
    heads = [each for each in found.heads if not version.descends_from(each)]
    if not any(each.descends_from(version) for each in heads):
        heads.append(version)
    found.heads = heads[-_MOST_HEADS:]


def _line(content: _Content) -> bytes:
    text = dumped(content)
    return b"\n%08x %s\n" % (zlib.crc32(text), text)


def _lines(raw: bytes) -> Iterator[dict[str, Any]]:
    """The content of each line; an empty one for what doesn't fit its checksum."""
    for line in filter(None, raw.split(b"\n")):
        stated, _, text = line.partition(b" ")
        if stated != b"%08x" % zlib.crc32(text):
            yield {}
            continue
        try:
            content = json.loads(text)
        except (ValueError, RecursionError):
            yield {}
            continue
        yield content if isinstance(content, dict) else {}
