"""One open draft: its content as last read or saved, and saving it without losing anything."""

import contextlib
import re
import threading
from collections.abc import MutableMapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tinydb import TinyDB
from tinydb.table import Document

from slaeditor.errors import Damaged, Refused, SaveFailed, UnknownDraft
from slaeditor.files import FileSystem, exists, make_folders
from slaeditor.library.draftfile import Header, digest, dumped, later_lineage, packed
from slaeditor.library.ledger import Ledger
from slaeditor.library.lineage import (
    Version,
    Writer,
    after_save,
    joined_header,
    this_writer,
    version_of,
)
from slaeditor.library.migrations import CURRENT, Draft, Migrations
from slaeditor.library.recovery import Recovery, free_path, keep_copy, recoveries_in, sweep
from slaeditor.library.storage import AtomicStorage, reason, save_failed
from slaeditor.library.summaries import Summary, summary_of
from slaeditor.library.versions import OtherVersions
from slaeditor.paths import is_item_id
from slaeditor.replace_file import replace_file, write_atomically
from slaeditor.settings import local_folder

_DEVICES = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9]")  # no file names on Windows


def checked_id(draft_id: object) -> str:
    """The id when it can name a draft's file everywhere; raises `Refused`."""
    if not isinstance(draft_id, str) or not is_item_id(draft_id) or _DEVICES.fullmatch(draft_id):
        raise Refused(
            f'"{draft_id}" can\'t be the id of a draft: use 1 to 40 small letters, digits and "-".'
        )
    return draft_id


class StoredDraft:
    """A draft and its file, on one thread at a time. Made by `Library.open` or `open_file`.

    `draft` is the content as last read or saved, brought up to date; treat it as immutable.
    """

    def __init__(
        self,
        path: Path,
        local: Path,
        files: FileSystem | None = None,
        migrations: Migrations = CURRENT,
        ledger: Ledger | None = None,
    ) -> None:
        """`ledger` is what this computer keeps of the draft's versions, for one of a library."""
        self.path = path
        self.draft: Draft = {}
        self.id = ""
        self._local = local
        self._files = files or FileSystem()
        self._migrations = migrations
        self._storage = AtomicStorage(path, self._files, migrations.schema)
        self._table = TinyDB(storage=lambda: self._storage).table("draft")
        self._lock = threading.Lock()
        self._ledger = ledger
        self.others = OtherVersions(path.parent, local, self._files, migrations, ledger)
        self._writer: Writer | None = None
        self._opened_digest = ""
        self._needs_backup = False
        self._own_recovery: Path | None = None

    @property
    def was_recreated(self) -> bool:
        """Whether the last save found the file deleted outside, and wrote it again."""
        return self._storage.was_recreated

    @property
    def looks_unchanged(self) -> bool:
        """Whether the file looks as it did when it was read or saved last; reads nothing."""
        return self._storage.looks_unchanged

    @property
    def lineage(self) -> tuple[str, ...]:
        """The digests of the drafts that the one read or saved last descends from."""
        return self._storage.header.lineage

    @property
    def summary(self) -> Summary:
        """What the list shows of it."""
        header = self._storage.header
        return summary_of(self.draft, header.saved, header.complete)

    def load(self) -> Draft:
        """Read the file, again if it was read before, and answer the draft.

        What follows is based on what stands there now: the next save replaces it. Raises
        `UnknownDraft`, `Damaged`, `TooNew`.
        """
        with self._lock:
            self._storage.forget()
            stored = self._table.get(doc_id=1)
            pin = self._storage.pin
            if not isinstance(stored, Document) or pin is None:
                raise UnknownDraft(f"There is no draft at {self.path}.")
            raw = dict(stored)
            self._storage.header = pin.header
            self._opened_digest = digest(raw)
            self._needs_backup = pin.header.schema < self._migrations.schema
            self.draft = self._migrations.brought_up_to_date(raw, pin.header.schema)
            self.id = self._id_in_file()
            self.others.note(self.version)
            return self.draft

    def create(self, draft: Draft, complete: str = "") -> None:
        """Write the file, which must not exist.

        Raises `Refused` when there is one or the id can't be used, `SaveFailed`, `ChangedOutside`.
        """
        with self._lock:
            self.id = checked_id(draft.get("id"))
            try:
                is_there = exists(self.path, self._files)
            except OSError as error:
                raise save_failed(self.path, reason(error)) from error
            if is_there:
                raise Refused(f"{self.path} exists already; nothing was overwritten.")
            self._storage.expect_none()
            self._storage.header = self._next_header(complete)
            self._table.insert(Document(draft, doc_id=1))
            self._opened_digest = digest(draft)
            self.draft = draft
            self.others.note(self.version)

    def save(self, draft: Draft, complete: str | None = None) -> None:
        """Replace what is stored, which must be what was read or saved last.

        `complete` is what the list shows about completeness; None keeps it. Writes nothing when
        nothing changed. Raises `SaveFailed`, `ChangedOutside`, and `Refused` for another id.
        """
        with self._lock:
            header = self._next_header(complete)
            if self._storage.says({"draft": {"1": draft}}):
                before = self._storage.header  # counting anew makes no other version of it
                header = replace(before, schema=header.schema, complete=header.complete)
            self._save(draft, header)

    def save_joined(
        self, draft: Draft, versions: list[Version], complete: str, *, is_edited: bool
    ) -> None:
        """Replace what is stored by a draft in which all those versions went. Raises like `save`.

        `is_edited` tells that there is something of this computer's own in it. Written also where
        only what the file says of itself is new.
        """
        with self._lock:
            about = self._next_header(complete)
            header = joined_header(draft, versions, about)
            if is_edited:
                header = replace(header, saved=about.saved, origin=about.origin)
            self._storage.is_forced = True
            try:
                self._save(draft, header)
            finally:
                self._storage.is_forced = False
            self._opened_digest = digest(draft)

    @property
    def version(self) -> Version:
        """The draft as read or saved last, with what it descends from."""
        return version_of(self.draft, self._storage.header)

    @property
    def writer_name(self) -> str:
        """What this computer is called."""
        return self._who().name

    def read_anew(self) -> "StoredDraft":
        """The same file read once more, while this object stays as it is. Raises like `load`."""
        found = StoredDraft(self.path, self._local, self._files, self._migrations, self._ledger)
        found.load()
        return found

    def follow(self, other: "StoredDraft") -> None:
        """Go on from what another object of the same file has read and saved."""
        with self._lock:
            self._storage, self._table = other._storage, other._table
            self._opened_digest, self._needs_backup = other._opened_digest, other._needs_backup
            self.draft, self.id = other.draft, other.id

    def _save(self, draft: Draft, header: Header) -> None:
        if draft.get("id") != self.id:
            raise Refused(f'The draft "{self.id}" can\'t be saved as "{draft.get("id")}".')
        self._back_up()
        before, self._storage.header = self._storage.header, header
        try:
            self._write(draft)
        except BaseException:
            self._storage.header = before
            raise
        if self._storage.pin is not None:
            self._storage.header = self._storage.pin.header
        self.draft = draft
        self.others.note(self.version)

    def _who(self) -> Writer:
        if self._writer is None:
            is_kept = self._ledger is not None
            self._writer = this_writer(self._local, self._files, is_made_known=is_kept)
        return self._writer

    def keep_recovery(self, draft: Draft) -> None:
        """Keep a copy of what can't be saved now on this computer. Raises `SaveFailed`.

        It replaces the copy kept before by this object, never one from an earlier start.
        """
        path = self._own_recovery or free_path(self._local, self.id, self._files)
        try:
            keep_copy(path, draft, self._migrations.schema, self._files)
        except OSError as error:
            raise save_failed(path, reason(error)) from error
        except (TypeError, ValueError, RecursionError) as error:
            raise save_failed(path, f"it holds what can't be stored ({error})") from error
        self._own_recovery = path

    def discard_recovery(self) -> None:
        """Delete the copy that this object has kept, if any. Raises `OSError`."""
        path, self._own_recovery = self._own_recovery, None
        if path:
            with contextlib.suppress(FileNotFoundError):
                self._files.remove(path)

    def recovered(self) -> Recovery | None:
        """The newest copy kept when a save failed, unless it says what the draft says."""
        for found in recoveries_in(self._local, self._files, self._migrations):
            if found.id == self.id and digest(found.draft) != digest(self.draft):
                return found
        return None

    def _write(self, draft: Draft) -> None:
        def replace_content(document: MutableMapping[str, Any]) -> None:
            document.clear()
            document.update(draft)

        if self._storage.pin is None:
            self._table.insert(Document(draft, doc_id=1))
        else:
            self._table.update(replace_content, doc_ids=[1])

    def _next_header(self, complete: str | None) -> Header:
        before, now, writer = self._storage.header, datetime.now(UTC), self._who()
        return replace(
            before,
            schema=self._migrations.schema,
            saved=now,
            known=after_save(before.known, writer.id, now),
            origin=writer.name,
            complete=before.complete if complete is None else complete,
            lineage=(
                later_lineage(before.lineage, self._opened_digest)
                if self._opened_digest
                else before.lineage
            ),
        )

    def _id_in_file(self) -> str:
        try:
            return checked_id(self.draft.get("id"))
        except Refused as error:
            raise Damaged(f"{self.path} holds a draft without a usable id. {error}") from error

    def _back_up(self) -> None:
        """Keep the original before the first write of a draft that an older version stored."""
        pin = self._storage.pin
        if not self._needs_backup or pin is None:
            return
        path = self._local / "backups" / f"{self.id}.schema-{pin.header.schema}.json"
        try:
            make_folders(path.parent, self._files)
            write_atomically(path, pin.raw, self._files)
        except OSError as error:
            raise SaveFailed(
                f"{self.path} was not changed: it would be the first save in a new format, and "
                f"the copy of the original could not be written to {path}: {reason(error)}."
            ) from error
        self._needs_backup = False


def open_file(
    path: Path, local: Path | None = None, files: FileSystem | None = None
) -> StoredDraft:
    """A draft in a file of its own (`FILE.sla`), opened in place; a link is followed.

    `local` defaults to this computer's folder for the file's folder. Raises `UnknownDraft` when
    there is no file, `Damaged`, `TooNew`.
    """
    real = path.resolve()
    files = files or FileSystem()
    local = local or local_folder(real.parent)
    sweep(real.parent, local, files, CURRENT, only=real.name)
    stored = StoredDraft(real, local, files)
    stored.load()
    return stored


def create_file(
    path: Path, draft: Draft, local: Path | None = None, files: FileSystem | None = None
) -> StoredDraft:
    """A new draft in a file of its own. Raises `Refused` when there is a file, `SaveFailed`."""
    real = path.resolve()
    stored = StoredDraft(real, local or local_folder(real.parent), files)
    stored.create(draft)
    return stored


def overwrite_file(path: Path, draft: Draft, files: FileSystem | None = None) -> None:
    """Replace whatever a file holds by a draft; a link is followed. Raises `SaveFailed`.

    For a file that the person agreed to replace, of whatever program it was.
    """
    try:
        tables = dumped({"draft": {"1": draft}})
        header = Header(CURRENT.schema, datetime.now(UTC))
        replace_file(path, packed(header, tables), files)
    except OSError as error:
        raise save_failed(path, reason(error)) from error
    except (TypeError, ValueError, RecursionError) as error:
        raise save_failed(path, f"it holds what can't be stored ({error})") from error
