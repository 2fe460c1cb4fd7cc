"""The history of one draft: points one can go back to, in append-only TinyDBs, one per computer.

A point holds the whole draft, or what changed since the point before it in the same file. Going
back is the caller's: make a point of what is there, then take `at`.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, MutableMapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tinydb import TinyDB
from tinydb.table import Document as Stored

from slaeditor.errors import Damaged, Refused, SaveFailed
from slaeditor.files import FileSystem, make_folders
from slaeditor.library.chains import SNAPSHOT_EVERY, States, content_of
from slaeditor.library.device import Device, known_device, this_device
from slaeditor.library.draftfile import Tables, digest
from slaeditor.library.historyfiles import (
    FORMAT,
    FORMAT_SCHEMA,
    Entry,
    HistoryFiles,
    PointFile,
    documents_in,
    united,
)
from slaeditor.library.journal import JournalStorage
from slaeditor.library.migrations import CURRENT, Draft, Migrations
from slaeditor.library.naming import named, renamed, unnamed
from slaeditor.library.points import (
    AUTOMATIC,
    KINDS,
    Document,
    Kind,
    Point,
    Restored,
    id_of,
    instead,
    is_of,
    new_number,
    number_in,
    number_of,
)
from slaeditor.library.thinning import superfluous, without

__all__ = [
    "FORMAT_SCHEMA",
    "KINDS",
    "SNAPSHOT_EVERY",
    "History",
    "Kind",
    "Point",
    "Restored",
]

WORTH_THINNING = 8
"""Superfluous points; for fewer no file is written anew."""
_PATIENCE = 5.0  # seconds that a point waits while the file is being written anew
_YEAR = 365 * 24 * 3600 * 1_000_000  # in microseconds


def _now() -> datetime:
    return datetime.now(UTC)


class History:
    """The points of one draft. Without a file there are none; the first `add` makes one.

    `folder` holds the histories of a library, `local` is this computer's folder for it. For one
    thread; others may have a History of the same draft. Every method raises `TooNew` when this
    computer's own file was written by a newer program, and `Damaged` when it can't be read at all.
    Lines that are damaged, and files of other computers that can't be read, only cost the points
    they hold: see `lines_left_out` and `problems`.
    """

    def __init__(
        self,
        folder: Path,
        draft_id: str,
        local: Path,
        files: FileSystem | None = None,
        migrations: Migrations = CURRENT,
        clock: Callable[[], datetime] = _now,
    ) -> None:
        self.draft_id = draft_id
        self.lines_left_out = 0
        self._local = local
        self._disk = files or FileSystem()
        self._files = HistoryFiles(folder, draft_id, self._disk)
        self._migrations = migrations
        self._clock = clock
        self._take(known_device(local, self._disk))

    @property
    def path(self) -> Path:
        """The file that this computer writes; asking makes the computer known."""
        self._take(this_device(self._local, self._disk))
        return self._storage.path

    @property
    def problems(self) -> tuple[str, ...]:
        """A sentence for each file of another computer that the last reading left out."""
        return tuple(self._files.problems)

    def paths(self) -> list[Path]:
        """Every file of this history, copies made by sync tools included. Raises `OSError`."""
        return self._files.paths()

    def points(self) -> list[Point]:
        """All points, newest first."""
        found = self._united()
        return [self._point(found[number][0]) for number in reversed(found)]

    def add(self, draft: Draft, label: str, kind: str) -> Point:
        """Make a point of `draft`; kind is one of `KINDS`.

        Opening and the clock make no second point of an unchanged draft: the last one is
        answered. Raises `SaveFailed`, `Refused` for an unknown kind.
        """
        if kind not in KINDS:
            raise Refused(f'"{kind}" is no kind of point; use one of {", ".join(KINDS)}.')
        self._take(this_device(self._local, self._disk))
        with self._turn():
            found = self._united()
            named_by = digest(draft)
            if kind in AUTOMATIC:
                for entries in self._newest(found):
                    if entries[0].document.get("digest") == named_by:
                        return self._point(entries[0])
            number = self._next_number(found)
            document = {
                "label": label,
                "kind": kind,
                "date": self._clock().isoformat(timespec="milliseconds"),
                "schema": self._migrations.schema,
                "digest": named_by,
                **self._content(draft),
            }
            self._store(number, document)
        return self._point(Entry(number, document, self._own))

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
        found = self._united()
        number = self._known(point_id, found)
        wanted = self._point(found[number][0])
        for near in sorted(found, key=lambda each: (abs(each - number), each)):
            draft = self._draft_of(found[near])
            if draft is not None:
                point = self._point(found[near][0])
                return Restored(draft, point, "" if near == number else instead(wanted, point))
        raise Damaged(
            f"No point of the history of “{self.draft_id}” can be read back. It was left as it is."
        )

    def with_digest(self, wanted: str) -> Draft | None:
        """The draft whose digest was this when its point was made, brought up to date; or None."""
        for entries in self._united().values():
            if entries[0].document.get("digest") == wanted:
                draft = self._draft_of(entries)
                if draft is not None:
                    return draft
        return None

    def rename(self, point_id: str, label: str) -> None:
        """Name a point, which is never thinned from then on.

        One made on another computer is named in a copy of it. Raises `Refused` for an unknown id,
        `SaveFailed`, and `Damaged` when there is a copy to be made of what can't be read back.
        """
        self._change(point_id, lambda document: named(document, label))

    def unname(self, point_id: str) -> None:
        """Take a name away again: the point is called what it was called before.

        One that was made by name becomes one of the automatic ones. Raises like `rename`, and
        `Refused` for a point that has no name.
        """
        self._change(point_id, unnamed)

    def thin(self, needed: Collection[str] = (), worth: int = WORTH_THINNING) -> int:
        """Write this computer's file anew without the points that `thinning` doesn't keep.

        `needed` are digests of drafts that stay in any case, `worth` is the number of points for
        which it is done. Answers how many went: 0 where it wasn't done, also because another
        process is writing. Raises `SaveFailed`, and `ChangedOutside` when one has written.
        """
        with self._turn() as is_ours:
            found = self._united() if is_ours else {}
            own = self._own.documents
            points = [found[each][0].point for each in reversed(found) if each in own]
            ids = superfluous(points, self._clock())
            gone = {
                number
                for number in own
                if id_of(number) in ids and own[number].get("digest") not in needed
            }
            if len(gone) < worth:
                return 0
            left = without(own, gone, self._device.id)
            tables: Tables = {"points": {str(each): left[each] for each in left}}
            self._storage.rewrite(tables, lambda new: _check(new, left, own))
        return len(gone)

    # Reading.

    def _take(self, device: Device) -> None:
        """Be on that computer from now on: its file is the own one."""
        self._device = device
        about = {
            "format": FORMAT,
            "schema": FORMAT_SCHEMA,
            "draft": self.draft_id,
            "device": device.id,
            "computer": device.name,
        }
        self._storage = JournalStorage(self._files.own(device.id), self._disk, about)
        self._database = TinyDB(storage=lambda: self._storage)
        self._own = PointFile({})

    def _united(self) -> dict[int, list[Entry]]:
        """Read all files: every point with each place where it stands, oldest first."""
        tables: Tables = self._storage.read() or {}
        self._own = PointFile(documents_in(tables), "", self._storage.lines_left_out)
        files = [self._own, *self._files.others(self._device.id)]
        self.lines_left_out = sum(each.lines_left_out for each in files)
        return united(files)

    def _point(self, entry: Entry) -> Point:
        """The point, without a computer's name when it was made here."""
        is_here = is_of(entry.number, self._device.id)
        return replace(entry.point, computer="") if is_here else entry.point

    def _known(self, point_id: str, found: dict[int, list[Entry]]) -> int:
        number = number_of(point_id)
        if number not in found:
            raise Refused(f'The history has no point "{point_id}".')
        return number

    def _draft_of(self, entries: list[Entry]) -> Draft | None:
        """The draft of a point, up to date, from the first place that still has it."""
        for entry in entries:
            schema = number_in(entry.document, "schema")
            draft = entry.draft if 1 <= schema <= self._migrations.schema else None
            if draft is not None:
                return self._migrations.brought_up_to_date(draft, schema)
        return None

    def _newest(self, found: dict[int, list[Entry]]) -> Iterator[list[Entry]]:
        """The newest point of all, and the newest made here."""
        yield from (found[number] for number in list(found)[-1:])
        yield from (found[number] for number in (self._newest_own(),) if number)

    def _newest_own(self) -> int:
        """The number of the newest point made here; 0 without one."""
        own = (each for each in self._own.documents if is_of(each, self._device.id))
        return max(own, default=0)

    # Writing.

    def _next_number(self, found: dict[int, list[Entry]]) -> int:
        """A number behind all others, but for those from a computer whose clock is far ahead."""
        now = self._clock()
        limit = new_number(self._device.id, now, 0) + (_YEAR << 32)
        newest = max((each for each in reversed(found) if each < limit), default=0)
        return new_number(self._device.id, now, max(newest, self._newest_own()))

    def _content(self, draft: Draft) -> dict[str, Any]:
        base = self._newest_own()
        if not base:
            return content_of(draft, 0, None, 0)
        depth = number_in(self._own.documents[base], "depth") + 1
        return content_of(draft, base, self._own.states.at(base), depth)

    def _change(self, point_id: str, change: Callable[[Document], dict[str, Any]]) -> None:
        """Say something else about a point: in this computer's file, if need be in a copy of it."""
        self._take(this_device(self._local, self._disk))
        with self._turn():
            found = self._united()
            number = self._known(point_id, found)
            entries, own = found[number], self._own.documents.get(number)
            self._store(number, renamed(entries, own, change(entries[0].document), self._clock()))

    def _store(self, number: int, document: dict[str, Any]) -> None:
        """Write a point to the own file, in the place of what that says of it."""
        stored = Stored(document, doc_id=number)
        table = self._database.table("points")
        try:
            if number in self._own.documents:
                table.update(lambda each: _replace(each, stored), doc_ids=[number])
            else:
                table.insert(stored)
        except (TypeError, ValueError, RecursionError) as error:
            path = self._storage.path
            raise SaveFailed(
                f"{path} could not be written: it would hold what can't be stored ({error})."
            ) from error

    @contextmanager
    def _turn(self) -> Iterator[bool]:
        """Be the only one who writes the own file; False where that can't be had.

        Appending is safe without it, but for the moment in which the file is written anew.
        """
        lock = self._local / "locks" / f"{self.draft_id}.history.lock"
        try:
            make_folders(lock.parent, self._disk)
            give_back = self._disk.hold(lock, _PATIENCE)
        except OSError:
            yield False
            return
        try:
            yield True
        finally:
            with suppress(OSError):
                give_back()


def _replace(document: MutableMapping[str, Any], by: Document) -> None:
    document.clear()
    document.update(by)


def _check(new: Tables, left: Mapping[int, Document], before: Mapping[int, Document]) -> None:
    """Raise `SaveFailed` unless the new file tells of all that is left what the old one told."""
    documents = documents_in(new)
    states, old = States(documents), States(before)
    for number in sorted(left):
        is_same = documents.get(number) == left[number]
        if not is_same or (states.at(number) is None and old.at(number) is not None):
            raise SaveFailed("The history was not thinned: the new file would not say the same.")
