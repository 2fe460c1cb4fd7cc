"""The library: a folder of drafts, one TinyDB file each, with their histories and a trash.

Nothing but `drafts/<id>.json`, `history/<id>.<computer>.jsonl` and `trash/<id>.json` bears an id
in the library's folder. Missing folders are empty ones and are made by the first write.
"""

import contextlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from slaeditor.errors import Refused, SaveFailed, SlaError
from slaeditor.files import FileSystem, exists, make_folders
from slaeditor.library.history import History, Point, Restored
from slaeditor.library.ledger import LEDGERS, Ledger
from slaeditor.library.listing import DraftFolder, check_name
from slaeditor.library.locks import DraftLock, Holder
from slaeditor.library.migrations import CURRENT, Draft, Migrations
from slaeditor.library.recovery import Recovery, recoveries_in, sweep
from slaeditor.library.remembered import DRAFTS, TRASH
from slaeditor.library.search import Found, SearchIndex
from slaeditor.library.storage import missing_draft, reason, save_failed
from slaeditor.library.stored import StoredDraft, checked_id, create_file, open_file, overwrite_file
from slaeditor.library.summaries import DamagedDraft, Listing, Summary
from slaeditor.library.versions import copies_of, put_aside
from slaeditor.replace_file import write_atomically
from slaeditor.settings import local_folder

__all__ = [
    "DamagedDraft",
    "Draft",
    "DraftLock",
    "History",
    "Holder",
    "Library",
    "Listing",
    "Point",
    "Recovery",
    "Restored",
    "StoredDraft",
    "Summary",
    "create_file",
    "new_id",
    "open_file",
    "overwrite_file",
]

_LETTERS = "23456789abcdefghjkmnpqrstvwxyz"  # none that look alike


def new_id() -> str:
    """A random id that can be read out and typed: two groups of five letters and digits."""
    number = int.from_bytes(os.urandom(16))
    letters = ""
    for _ in range(10):
        number, place = divmod(number, len(_LETTERS))
        letters += _LETTERS[place]
    return f"{letters[:5]}-{letters[5:]}"


class Library:
    """The drafts of one folder. For one thread; a `StoredDraft` may be saved on another.

    `local` is this computer's own folder for the library (`settings.local_folder` by default).
    """

    def __init__(
        self,
        folder: Path,
        local: Path | None = None,
        files: FileSystem | None = None,
        migrations: Migrations = CURRENT,
    ) -> None:
        self.folder = folder
        self.local = local or local_folder(folder)
        self._files = files or FileSystem()
        self._migrations = migrations
        self._drafts = DraftFolder(folder / DRAFTS, self.local, self._files, migrations)
        self._trash = DraftFolder(folder / TRASH, self.local, self._files, migrations)
        self._index = SearchIndex(folder / "drafts", self.local, self._files, migrations)
        self._opened: dict[str, StoredDraft] = {}
        self._ledgers: dict[str, Ledger] = {}
        self._is_swept = False

    def summaries(self) -> Listing:
        """Every draft, newest first, and every file that can't be opened. Raises nothing."""
        self._sweep_once()
        return self._drafts.listing(self.folder / "history")

    def trashed(self) -> Listing:
        """The same for the trash."""
        return self._trash.listing(self.folder / "history")

    def keep_lists(self) -> None:
        """Look at both lists once more and remember them for the first painting of a start."""
        self.summaries()
        self.trashed()
        self._drafts.keep()
        self._trash.keep()

    def fingerprint(self) -> int:
        """A number that differs once a file of the drafts or the trash came, went or was written.

        Looks at names and times, reads no file, and may be called on any thread. It means nothing
        to another process. Raises nothing; a folder that can't be read has a number too.
        """
        return hash((self._drafts.fingerprint(), self._trash.fingerprint()))

    def create(self, draft: Draft, complete: str = "") -> str:
        """Store a new draft under its own id, which is answered.

        `complete` is what the list shows about completeness ("3/5"). Raises `Refused` for an id
        that is in use, also in the trash, and `SaveFailed`.
        """
        draft_id = checked_id(draft.get("id"))
        if self._is_there(self._path(draft_id, in_trash=True), otherwise=False):
            raise Refused(f'There is a draft "{draft_id}" in the trash; restore it or delete it.')
        stored = self._stored(draft_id)
        stored.create(draft, complete)
        self._opened[draft_id] = stored
        return draft_id

    def open(self, draft_id: str) -> StoredDraft:
        """The draft as it is stored now. Raises `UnknownDraft`, `Damaged`, `TooNew`."""
        self._sweep_once()
        self._require(draft_id)
        stored = self._stored(draft_id)
        stored.load()
        check_name(stored.path, stored.id)
        self._opened[draft_id] = stored
        return stored

    def adopt_copy(self, draft_id: str) -> bool:
        """Put the newest conflict copy in the place of a draft whose own file is gone.

        Answers whether there was one; the copy itself stays. Raises `SaveFailed`.
        """
        path = self._path(draft_id)
        try:
            checked_id(draft_id)
            copies = copies_of(path.parent, draft_id, self._files, self._migrations)
            if not copies or self._is_there(path):
                return False
            newest = max(copies, key=lambda copy: copy.version.saved)
            write_atomically(path, newest.raw, self._files)
        except Refused:
            return False
        except OSError as error:
            raise save_failed(path, reason(error)) from error
        return True

    def save(self, draft_id: str, draft: Draft) -> None:
        """Store what became of the draft since it was opened here (else: of what is stored now).

        Raises `SaveFailed`, `ChangedOutside`, and what `open` raises.
        """
        stored = self._opened.get(draft_id) or self.open(draft_id)
        stored.save(draft)

    def trash(self, draft_id: str) -> None:
        """Move the draft to the trash, damaged or not; its history stays.

        An older file of it in the trash (deleted on another computer while it was edited here) is
        kept in the local folder. Raises `UnknownDraft`, `SaveFailed`.
        """
        self._require(draft_id)
        source, target = self._path(draft_id), self._path(draft_id, in_trash=True)
        if self._is_there(target, otherwise=False):
            try:
                put_aside(target, self.local, self._files)
            except OSError as error:
                raise SaveFailed(
                    f"{source} could not be moved to {target.parent}, where an older one is in the "
                    f"way: {reason(error)}."
                ) from error
        self._move(source, target)
        self._opened.pop(draft_id, None)

    def restore(self, draft_id: str) -> None:
        """Take the draft out of the trash.

        Raises `UnknownDraft`, `Refused` where the library has it already, `SaveFailed`.
        """
        self._require(draft_id, in_trash=True)
        self._move(self._path(draft_id, in_trash=True), self._path(draft_id))

    def delete_for_good(self, draft_id: str) -> None:
        """Delete a draft of the trash, with its history. Raises `UnknownDraft`, `SaveFailed`."""
        self._require(draft_id, in_trash=True)
        path = self._path(draft_id, in_trash=True)
        try:
            if not self._is_there(self._path(draft_id)):
                for each in self.history(draft_id).paths():
                    with contextlib.suppress(FileNotFoundError):
                        self._files.remove(each)
                with contextlib.suppress(OSError):  # of this computer alone, and in nobody's way
                    self._files.remove(self.local / LEDGERS / f"{draft_id}.jsonl")
                self._ledgers.pop(draft_id, None)
            self._files.remove(path)
        except OSError as error:
            raise SaveFailed(f"{path} could not be deleted: {reason(error)}.") from error

    def history(self, draft_id: str) -> History:
        """The history of a draft, of one in the trash, or of one that is lost."""
        folder = self.folder / "history"
        return History(folder, checked_id(draft_id), self.local, self._files, self._migrations)

    def find(self, words: str) -> list[Summary]:
        """The drafts in whose title, parties or text every one of the words occurs, newest first.

        Case and accents don't matter; no words find every draft.
        """
        listing = self.summaries()
        try:
            names = self._index.names(words, self._drafts.entries())
        except OSError:
            return []  # `summaries` names the folder that can't be read
        return [each for each in listing.drafts if f"{each.id}.json" in names]

    def search(self, words: str, ids: Iterable[str]) -> Iterator[Found]:
        """Look for the words in those drafts, in that order, and tell bit by bit.

        The caller may end it at any time. Raises `OSError` when the folder can't be read.
        """
        entries = {entry.name: entry for entry in self._drafts.entries()}
        names = [f"{draft_id}.json" for draft_id in ids]
        there = [entries[name] for name in names if name in entries]
        for found in self._index.search(words, there, entries):
            yield found._replace(names=[name.removesuffix(".json") for name in found.names])

    def searched(self, draft_id: str) -> Draft | None:
        """A draft as a search sees it, to be looked at only; None where it can't be read."""
        return self._index.draft(f"{draft_id}.json")

    def keep_index(self) -> None:
        """Write what searches read to this computer's cache, for the next one."""
        self._index.keep()

    def recoveries(self) -> list[Recovery]:
        """Copies of what could not be saved, newest first, unless the draft says the same."""
        self._sweep_once()
        copies = recoveries_in(self.local, self._files, self._migrations)
        return [each for each in copies if not _says(self._stored(each.id), each.draft)]

    def lock(self, draft_id: str) -> DraftLock:
        """The courtesy lock of a draft, not yet taken."""
        return DraftLock(self.local, checked_id(draft_id), self._files)

    def _stored(self, draft_id: str) -> StoredDraft:
        ledger = self._ledgers.get(draft_id)
        if ledger is None:
            path = self.local / LEDGERS / f"{draft_id}.jsonl"
            ledger = self._ledgers[draft_id] = Ledger(path, self._files, self._migrations)
        path = self._path(draft_id)
        return StoredDraft(path, self.local, self._files, self._migrations, ledger)

    def _path(self, draft_id: str, in_trash: bool = False) -> Path:
        return self.folder / (TRASH if in_trash else DRAFTS) / f"{draft_id}.json"

    def _require(self, draft_id: str, in_trash: bool = False) -> None:
        """Raise `UnknownDraft` when there is no such file."""
        try:
            checked_id(draft_id)
        except Refused as error:
            raise missing_draft(draft_id, in_trash) from error
        path = self._path(draft_id, in_trash)
        if not self._is_there(path):
            raise missing_draft(draft_id, in_trash)

    def _move(self, source: Path, target: Path) -> None:
        """Rename a draft's file from one folder to the other, with both folders on the disk."""
        if self._is_there(target):
            raise Refused(f"{target} exists already; nothing was moved.")
        try:
            make_folders(target.parent, self._files)
            self._files.replace(source, target)
            self._files.sync_folder(target.parent)
            self._files.sync_folder(source.parent)
        except OSError as error:
            raise SaveFailed(
                f"{source} could not be moved to {target.parent}: {reason(error)}."
            ) from error

    def _is_there(self, path: Path, otherwise: bool = True) -> bool:
        """Whether there is such a file; `otherwise` where only trying to use it would tell."""
        try:
            return exists(path, self._files)
        except OSError:
            return otherwise

    def _sweep_once(self) -> None:
        if not self._is_swept:
            self._is_swept = True
            for folder in (self.folder / "drafts", self.local / "cache", self.local / "recovery"):
                sweep(folder, self.local, self._files, self._migrations)


def _says(stored: StoredDraft, draft: Draft) -> bool:
    """Whether a draft's own file says just that."""
    try:
        return stored.load() == draft
    except SlaError:
        return False
