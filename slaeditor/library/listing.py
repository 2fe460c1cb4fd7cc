"""The list of a folder of drafts, read from the files that changed and from the cache else."""

from collections.abc import Iterator
from datetime import UTC, datetime
from operator import attrgetter
from pathlib import Path
from threading import Lock
from typing import Any

import msgspec

from slaeditor.bidi import isolated
from slaeditor.errors import Damaged, Refused, SlaError
from slaeditor.files import Entry, FileSystem
from slaeditor.i18n import _, ngettext
from slaeditor.library.cached import CacheFile, Kept
from slaeditor.library.draftfile import FORMAT, is_whole, title_found_in, unpacked
from slaeditor.library.history import History
from slaeditor.library.limits import DRAFT_BYTES, refuse_larger
from slaeditor.library.migrations import Draft, Migrations
from slaeditor.library.recovery import recoveries_in
from slaeditor.library.remembered import list_cache
from slaeditor.library.storage import reason
from slaeditor.library.stored import checked_id
from slaeditor.library.summaries import DamagedDraft, Listing, Summary, summary_of

_SUFFIX = ".json"
_NEWEST = attrgetter("changed", "id")
_LAST_OF_ALL = datetime.max.replace(tzinfo=UTC)


class Seen(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What the cache keeps of a file: its summary, or else why it can't be opened."""

    summary: Summary | None = None
    sentence: str = ""
    title: str = ""


class _Party(msgspec.Struct):
    name: str = ""


class _Introduction(msgspec.Struct):
    provider: _Party = msgspec.field(default_factory=_Party)
    customer: _Party = msgspec.field(default_factory=_Party)
    ours: str = ""


class _Head(msgspec.Struct):
    """The few keys of a draft that the list shows; msgspec skips the others quickly."""

    id: str
    title: str = ""
    kind: str = ""
    status: str = ""
    introduction: _Introduction = msgspec.field(default_factory=_Introduction)
    clashes: list[msgspec.Raw] = msgspec.field(default_factory=list)


class _Meta(msgspec.Struct):
    format: str
    schema: int
    saved: datetime
    complete: str = ""


class _File(msgspec.Struct):
    about: dict[str, _Meta] = msgspec.field(name="_file")
    draft: dict[str, _Head] = msgspec.field()


def _place_in_file(kept: Kept[Seen]) -> tuple[datetime, str]:
    """By what the cache is sorted: damaged drafts and copies first, then the newest."""
    summary = kept.content.summary
    is_own = summary is not None and kept.name == f"{summary.id}{_SUFFIX}"
    return (summary.changed, summary.id) if summary and is_own else (_LAST_OF_ALL, kept.name)


class DraftFolder:
    """`drafts` or `trash`: the files in it and what the list says of each."""

    def __init__(
        self, folder: Path, local: Path, files: FileSystem, migrations: Migrations
    ) -> None:
        self.folder = folder
        self._local = local
        self._files = files
        self._migrations = migrations
        cache = list_cache(local, folder.name, migrations.schema)
        self._cache: CacheFile[Seen] = CacheFile(cache, Kept[Seen], files, _place_in_file)
        self._turn = Lock()
        self._drafts: tuple[Summary, ...] = ()
        self._changes = -1

    def entries(self) -> list[Entry]:
        """The files that are, or claim to be, drafts. Raises `OSError`; a missing folder is empty.

        Hidden and temporary files aren't drafts.
        """
        try:
            entries = self._files.entries(self.folder)
        except FileNotFoundError:
            return []
        return [
            entry
            for entry in entries
            if entry.name.endswith(_SUFFIX) and not entry.name.startswith((".", "~"))
        ]

    def fingerprint(self) -> int:
        """A number for the files as they look from outside; -1 for a folder that can't be read."""
        try:
            return hash(frozenset(self.entries()))
        except OSError:
            return -1

    def listing(self, history: Path) -> Listing:
        """Everything in the folder; `history` is where the histories of damaged drafts stand.

        May be called on any thread. While nothing changed, the drafts are the same objects.
        """
        with self._turn:
            try:
                seen = self._cache.contents(self.entries(), self._look_at)
            except OSError as error:
                sentence = f"{self.folder} can't be read: {reason(error)}."
                return Listing((), (DamagedDraft("", self.folder, sentence, ""),))
            if self._cache.changes != self._changes:
                self._drafts = tuple(sorted(_one_of_each(seen), key=_NEWEST, reverse=True))
                self._changes = self._cache.changes
            damaged = sorted(name for name, each in seen.items() if not each.summary)
            return Listing(
                self._drafts, tuple(self._damaged(name, seen[name], history) for name in damaged)
            )

    def keep(self) -> None:
        """Remember the list for the next start; what can't be written only costs time then."""
        with self._turn:
            self._cache.keep()

    def _look_at(self, entry: Entry) -> tuple[Seen, bool]:
        """What the list says of one file, which it reads, and whether that lasts."""
        path = self.folder / entry.name
        try:
            refuse_larger(path, entry.identity.size, DRAFT_BYTES)
            raw = self._files.read(path)
        except Damaged as error:
            return Seen(sentence=str(error)), True
        except FileNotFoundError:
            return Seen(sentence=f"{path} leads to a file that isn't there (any more)."), False
        except OSError as error:
            return Seen(sentence=f"{path} can't be read: {reason(error)}."), False
        summary = self._summary_at_a_glance(raw)
        try:
            summary = summary or self._summary_in_full(raw, path)
            checked_id(summary.id)
        except Refused as error:
            sentence = f"{path} holds a draft without a usable id. {error}"
            return Seen(sentence=sentence, title=title_found_in(raw)), True
        except SlaError as error:
            return Seen(sentence=str(error), title=title_found_in(raw)), True
        return Seen(summary), True

    def _summary_at_a_glance(self, raw: bytes) -> Summary | None:
        """The summary of an undamaged file of today's schema; None for any other."""
        if not is_whole(raw):
            return None
        try:
            file = msgspec.json.decode(raw, type=_File)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            return None
        about, head = file.about.get("1"), file.draft.get("1")
        if about is None or head is None or about.saved.tzinfo is None:
            return None
        if (about.format, about.schema) != (FORMAT, self._migrations.schema):
            return None
        parties = head.introduction
        return Summary(
            id=head.id,
            title=head.title,
            kind=head.kind,
            status=head.status,
            provider=parties.provider.name,
            customer=parties.customer.name,
            changed=about.saved.astimezone(UTC),
            complete=about.complete,
            ours=parties.ours,
            clashes=len(head.clashes),
        )

    def _summary_in_full(self, raw: bytes, path: Path) -> Summary:
        """The summary the slow way, which finds out what is wrong. Raises `SlaError`."""
        header, tables = unpacked(raw, str(path), self._migrations.schema)
        stored: Draft = tables["draft"]["1"]
        draft: dict[str, Any] = self._migrations.brought_up_to_date(stored, header.schema)
        return summary_of(draft, header.saved, header.complete)

    def _damaged(self, name: str, seen: Seen, history: Path) -> DamagedDraft:
        stem = name.removesuffix(_SUFFIX)
        return DamagedDraft(
            id=stem,
            path=self.folder / name,
            sentence=seen.sentence,
            recoverable=self._recoverable(stem, seen.title, history),
        )

    def _recoverable(self, draft_id: str, title: str, history: Path) -> str:
        """What is left of a damaged draft, in a sentence or two."""
        found = []
        try:
            own = History(history, draft_id, self._local, self._files, self._migrations)
            points = own.points()
        except SlaError:
            points = []
        if points:
            earlier = ngettext(
                "Its history holds {count} earlier version, the newest from {when}.",
                "Its history holds {count} earlier versions, the newest from {when}.",
                len(points),
            )
            found.append(earlier.format(count=len(points), when=points[0].when))
        copies = recoveries_in(self._local, self._files, self._migrations)
        if any(each.id == draft_id for each in copies):
            found.append(_("A recovery copy of it is kept on this computer."))
        if title:
            found.append(_("Its title can still be read: “{title}”.").format(title=isolated(title)))
        return " ".join(found) or _("Nothing of it can be recovered from this library.")


def _one_of_each(seen: dict[str, Seen]) -> Iterator[Summary]:
    """The summary of each draft, with the number of copies of it that lie beside its own file.

    Where its own file is gone the newest copy stands for it; where that is damaged, it is named.
    """
    copies: dict[str, list[Summary]] = {}
    for name, each in seen.items():
        if each.summary and each.summary.id != name.removesuffix(_SUFFIX):
            copies.setdefault(each.summary.id, []).append(each.summary)
    for name, each in seen.items():
        if each.summary and each.summary.id == name.removesuffix(_SUFFIX):
            waiting = copies.pop(each.summary.id, ())
            yield each.summary._replace(versions=len(waiting)) if waiting else each.summary
    for draft_id, waiting in copies.items():
        if f"{draft_id}{_SUFFIX}" not in seen:
            yield max(waiting, key=_NEWEST)._replace(versions=len(waiting))


def check_name(path: Path, draft_id: str) -> None:
    """Raise `Damaged` unless the draft in a file of the library bears the file's name."""
    try:
        checked_id(draft_id)
    except Refused as error:
        raise Damaged(f"{path} holds a draft without a usable id. {error}") from error
    if draft_id != path.stem:
        raise Damaged(
            f'{path} holds the draft "{draft_id}": it looks like a copy made by hand or by a sync '
            "tool. It was left as it is; open it as a single file to see what it holds."
        )
