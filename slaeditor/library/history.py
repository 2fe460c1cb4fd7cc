"""The history of one draft: points one can go back to, in an append-only TinyDB.

A point holds the whole draft, or what changed since the point before it (its base); every 16th
holds the whole. Going back is the caller's: make a point of what is there, then take `at`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal, get_args

from tinydb import TinyDB
from tinydb.table import Document, Table

from slaeditor.bidi import isolated
from slaeditor.errors import Damaged, Refused
from slaeditor.files import FileSystem
from slaeditor.i18n import _
from slaeditor.library.deltas import applied, delta
from slaeditor.library.draftfile import digest, dumped
from slaeditor.library.journal import JournalStorage
from slaeditor.library.migrations import CURRENT, Draft, Migrations
from slaeditor.moments import moment_in_sentence

Kind = Literal["opened", "export", "named", "review", "automatic"]
KINDS: tuple[str, ...] = get_args(Kind)
FORMAT = "slaeditor-history"
FORMAT_SCHEMA = 1
SNAPSHOT_EVERY = 16
_ONLY_IF_CHANGED = {"opened", "automatic"}
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Point:
    """A state of the draft that one can go back to; `date` is ISO 8601 in UTC."""

    id: str
    label: str
    date: str
    kind: str

    @property
    def moment(self) -> datetime:
        """`date` as a moment, in UTC."""
        return datetime.fromisoformat(self.date)

    @property
    def when(self) -> str:
        """`date` as a part of a sentence ("today at 14:32"), as it stands if it is no date."""
        try:
            return moment_in_sentence(self.moment)
        except ValueError:
            return self.date


@dataclass(frozen=True, slots=True)
class Restored:
    """A draft taken from the history; `sentence` says so when it isn't the point asked for."""

    draft: Draft
    point: Point
    sentence: str = ""


class History:
    """The points of one draft. Without a file there are none; the first `add` makes it.

    Every method raises `TooNew` for a history of a newer program, and `Damaged` when the file
    can't be read at all; single lines that are damaged only cost the points they hold.
    """

    def __init__(
        self, path: Path, files: FileSystem | None = None, migrations: Migrations = CURRENT
    ) -> None:
        self.path = path
        about = {"format": FORMAT, "schema": FORMAT_SCHEMA}
        self._storage = JournalStorage(path, files or FileSystem(), about)
        self._database = TinyDB(storage=lambda: self._storage)
        self._migrations = migrations

    @property
    def lines_left_out(self) -> int:
        """How many damaged lines the last reading left out."""
        return self._storage.lines_left_out

    def points(self) -> list[Point]:
        """All points, newest first."""
        return [_point(document) for document in reversed(self._documents())]

    def add(self, draft: Draft, label: str, kind: str) -> Point:
        """Make a point of `draft`; kind is one of `KINDS`.

        Opening (and the clock) makes no second point of an unchanged draft: the last one is
        answered. Raises `SaveFailed`, `Refused` for an unknown kind.
        """
        if kind not in KINDS:
            raise Refused(f'"{kind}" is no kind of point; use one of {", ".join(KINDS)}.')
        documents = self._documents()
        last = documents[-1] if documents else None
        named = digest(draft)
        if last is not None and kind in _ONLY_IF_CHANGED and last.get("digest") == named:
            return _point(last)
        now = datetime.now(UTC)
        number = max(int(now.timestamp() * 1e6), last.doc_id + 1 if last else 0)
        document = {
            "label": label,
            "kind": kind,
            "date": now.isoformat(timespec="milliseconds"),
            "schema": self._migrations.schema,
            "digest": named,
            **self._content(draft, last, {each.doc_id: each for each in documents}),
        }
        stored = Document(document, doc_id=number)
        self._table().insert(stored)
        return _point(stored)

    def at(self, point_id: str) -> Draft:
        """The draft as it was at that point, checked against the digest made then.

        Raises `Refused` for an unknown id, and `Damaged` when the point can't be read back; its
        sentence names the nearest that can, which `restored` gives.
        """
        found = self.restored(point_id)
        if found.sentence:
            raise Damaged(found.sentence)
        return found.draft

    def restored(self, point_id: str) -> Restored:
        """The draft at that point, else at the nearest one that can be read back.

        Raises `Refused` for an unknown id and `Damaged` when no point can be read back.
        """
        documents = self._documents()
        known = {each.doc_id: each for each in documents}
        number = _number(point_id)
        if number not in known:
            raise Refused(f'The history has no point "{point_id}".')
        wanted = known[number]
        for document in sorted(documents, key=lambda each: abs(each.doc_id - number)):
            draft = _draft_at(document, known)
            if draft is None:
                continue
            draft = self._migrations.brought_up_to_date(draft, int(document["schema"]))
            sentence = "" if document is wanted else _instead(_point(wanted), _point(document))
            return Restored(draft, _point(document), sentence)
        raise Damaged(f"No point of {self.path} can be read back. It was left as it is.")

    def rename(self, point_id: str, label: str) -> None:
        """Give a point another label. Raises `Refused` for an unknown id, `SaveFailed`."""
        number = _number(point_id)
        if number not in {each.doc_id for each in self._documents()}:
            raise Refused(f'The history has no point "{point_id}".')
        self._table().update({"label": label}, doc_ids=[number])

    def _table(self) -> Table:
        return self._database.table("points")

    def _documents(self) -> list[Document]:
        """The stored points, oldest first."""
        return sorted(self._table().all(), key=lambda each: each.doc_id)

    def _content(
        self, draft: Draft, last: Document | None, known: dict[int, Document]
    ) -> dict[str, Any]:
        """The draft in full, or its difference from the last point where that is smaller."""
        whole = {"full": draft, "depth": 0}
        depth = int(last.get("depth", 0)) + 1 if last else 0
        if last is None or depth >= SNAPSHOT_EVERY:
            return whole
        before = _draft_at(last, known)
        if before is None:
            return whole
        change = delta(before, draft)
        if digest(applied(before, change)) != digest(draft):
            return whole
        part = {"delta": change, "base": last.doc_id, "depth": depth}
        return part if 2 * len(dumped(part)) < len(dumped(whole)) else whole


def _draft_at(document: Document, known: dict[int, Document]) -> Draft | None:
    """The draft of a point from its nearest whole one on; None when the chain is broken."""
    chain = list(_chain(document, known))
    draft = chain[-1].get("full")
    try:
        for each in reversed(chain[:-1]):
            draft = applied(draft, each["delta"])
        if isinstance(draft, dict) and digest(draft) == document.get("digest"):
            return draft
    except (KeyError, TypeError, ValueError, AttributeError):
        return None
    return None


def _chain(document: Document, known: dict[int, Document]) -> Iterator[Document]:
    """The point and its bases, up to one that holds the whole draft or whose base is missing."""
    current: Document | None = document
    while current is not None:
        yield current
        base = int(current.get("base") or 0)
        current = known.get(base) if base < current.doc_id else None


def _instead(wanted: Point, found: Point) -> str:
    return _(
        'The point "{label}" from {when} can\'t be read back; the nearest that can is '
        '"{other}" from {other_when}.'
    ).format(
        label=isolated(wanted.label),
        when=wanted.when,
        other=isolated(found.label),
        other_when=found.when,
    )


def _point(document: Document) -> Point:
    return Point(
        id=_written(document.doc_id),
        label=str(document.get("label", "")),
        date=str(document.get("date", "")),
        kind=str(document.get("kind", "")),
    )


def _written(number: int) -> str:
    """A point's number in base 36, which is its id."""
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
    return digits or "0"


def _number(point_id: str) -> int:
    """The number behind a point's id; -1 when it can't be one."""
    if not point_id or len(point_id) > 20 or not set(point_id) <= set(_DIGITS):
        return -1
    return int(point_id, 36)
