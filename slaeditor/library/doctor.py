"""Looks at everything a library consists of, and mends what can be made anew without a choice.

Left-over temporary files, the lists' cache and notes of locks that nobody holds are made right. A
draft, its history and a recovery copy are looked at only: what becomes of them is the person's.
"""

import contextlib
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from slaeditor.agreement import decode
from slaeditor.choice import Choice
from slaeditor.errors import Damaged, SlaError
from slaeditor.files import Entry, FileSystem
from slaeditor.library.chains import States
from slaeditor.library.draftfile import unpacked
from slaeditor.library.drafts import Library
from slaeditor.library.historyfiles import FORMAT_SCHEMA, documents_in
from slaeditor.library.journal import JournalStorage
from slaeditor.library.ledger import LEDGERS, Ledger
from slaeditor.library.limits import DRAFT_BYTES, read_within
from slaeditor.library.listing import check_name
from slaeditor.library.migrations import CURRENT
from slaeditor.library.recovery import recovery, sweep
from slaeditor.library.remembered import DRAFTS, TRASH, checksum
from slaeditor.library.storage import reason
from slaeditor.library.summaries import summary_of
from slaeditor.moments import moment_in_full

_LEFT_OVER = re.compile(r"~.+\.\d+\.[0-9a-f]{8}\.tmp")
_OF_HISTORY = re.compile(r"([a-z0-9-]{1,40})(?:\W.*)?\.jsonl")
_OTHERS = 0o077  # permission bits of everybody but the owner
_LOCAL_FOLDERS = ("cache", "recovery", "locks", LEDGERS, "backups")


class Weight(Choice):
    """What a finding asks for."""

    REPAIRED = "repaired", "Repaired"
    NOTE = "note", "Note"
    CHOICE = "choice", "Needs your choice"


class Finding(NamedTuple):
    """One thing that was found; `about` is the id of a draft, or a path.

    Of a draft with `can_be_had` something is left that can be saved as a copy.
    """

    weight: Weight
    about: str
    sentence: str
    can_be_had: bool = False


class Report(NamedTuple):
    """What was looked at and found, what needs a choice first."""

    drafts: int
    trashed: int
    points: int
    findings: tuple[Finding, ...]

    @property
    def needs_choice(self) -> bool:
        """Whether something waits for the person."""
        return any(each.weight is Weight.CHOICE for each in self.findings)

    @property
    def sentence(self) -> str:
        """The outcome in a sentence."""
        drafts, points = _count(self.drafts, "draft"), _count(self.points, "point")
        seen = f"Looked at {drafts}, {self.trashed} in the trash, and {points} of history"
        waiting = sum(each.weight is Weight.CHOICE for each in self.findings)
        if waiting:
            verb = "needs" if waiting == 1 else "need"
            return f"{seen}: {_count(waiting, 'finding')} {verb} your choice."
        return f"{seen}: {'nothing needs your choice' if self.findings else 'all is well'}."


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def examine(library: Library, files: FileSystem | None = None) -> Report:
    """Look at everything; mend what needs no choice. Raises nothing for what it finds."""
    return _Examination(library, files or FileSystem()).report()


class _Examination:
    """One look at a library."""

    def __init__(self, library: Library, files: FileSystem) -> None:
        self._library = library
        self._files = files
        self._found: list[Finding] = []
        self._ids: dict[str, set[str]] = {DRAFTS: set(), TRASH: set()}
        self._names: dict[str, set[str]] = {DRAFTS: set(), TRASH: set()}
        self._listed: set[tuple[str, str, str]] = set()
        self._points = 0

    def report(self) -> Report:
        self._left_overs()
        for folder in (DRAFTS, TRASH):
            for entry in self._drafts_in(folder):
                self._draft(folder, entry)
        self._cache()
        self._histories()
        self._ledgers()
        self._locks()
        self._recoveries()
        self._permissions()
        order = (Weight.CHOICE, Weight.REPAIRED, Weight.NOTE)
        return Report(
            len(self._ids[DRAFTS]),
            len(self._ids[TRASH]),
            self._points,
            tuple(sorted(self._found, key=lambda each: order.index(each.weight))),
        )

    def _note(
        self, weight: Weight, about: str | Path, sentence: str, can_be_had: bool = False
    ) -> None:
        self._found.append(Finding(weight, str(about), sentence, can_be_had))

    def _entries(self, folder: Path) -> list[Entry]:
        try:
            return sorted(self._files.entries(folder))
        except FileNotFoundError:
            return []
        except OSError as error:
            self._note(Weight.CHOICE, folder, f"{folder} can't be read: {reason(error)}.")
            return []

    # Temporary files that a process left behind.

    def _left_overs(self) -> None:
        library = self._library
        folders = [library.folder / each for each in (DRAFTS, TRASH, "history")]
        folders += [library.local / each for each in _LOCAL_FOLDERS]
        for folder in folders:
            before = self._left_in(folder)
            if not before:
                continue
            sweep(folder, library.local, self._files, CURRENT)
            after = self._left_in(folder)
            gone = len(before) - len(after)
            if gone:
                told = f"{folder}: {_count(gone, 'file')} of an ended program removed."
                self._note(Weight.REPAIRED, folder, told)
            for name in after:
                told = f"{folder / name} is being written, or was left less than a day ago."
                self._note(Weight.NOTE, folder / name, told)

    def _left_in(self, folder: Path) -> list[str]:
        return [each.name for each in self._entries(folder) if _LEFT_OVER.fullmatch(each.name)]

    # Drafts.

    def _drafts_in(self, folder: str) -> Iterator[Entry]:
        for entry in self._entries(self._library.folder / folder):
            is_hidden = entry.name.startswith((".", "~"))
            if entry.name.endswith(".json") and not is_hidden:
                self._names[folder].add(entry.name)
                yield entry

    def _draft(self, folder: str, entry: Entry) -> None:
        path = self._library.folder / folder / entry.name
        stem = path.stem
        try:
            raw = read_within(path, self._files, DRAFT_BYTES)
            header, tables = unpacked(raw, str(path), CURRENT.schema)
            draft = CURRENT.brought_up_to_date(tables["draft"]["1"], header.schema)
            decode(draft)
        except SlaError as error:
            self._ids[folder].add(stem)
            self._note(Weight.CHOICE, stem, f"{error} {self._left_of(stem)}".strip(), True)
            return
        except OSError as error:
            told = f"{path} can't be read: {reason(error)}. {self._left_of(stem)}"
            self._note(Weight.CHOICE, stem, told.strip(), True)
            return
        summary = summary_of(draft, header.saved, header.complete)
        try:
            check_name(path, summary.id)
        except Damaged:
            self._second_version(folder, path, summary.id)
            return
        self._ids[folder].add(stem)
        if folder == DRAFTS:
            self._listed.add((summary.id, summary.title, summary.status))

    def _second_version(self, folder: str, path: Path, draft_id: str) -> None:
        """A file that holds a draft of another name: most often made by a sync tool."""
        if f"{draft_id}.json" in self._names[folder] or self._is_there(folder, draft_id):
            told = (
                f"{path} holds another version of “{draft_id}”; opening that brings both together."
            )
            self._note(Weight.NOTE, draft_id, told)
        else:
            told = f"{path} holds the draft “{draft_id}”, which the library has no file of."
            self._note(Weight.CHOICE, draft_id, f"{told} Rename it to {draft_id}.json.")

    def _is_there(self, folder: str, draft_id: str) -> bool:
        try:
            self._files.identity(self._library.folder / folder / f"{draft_id}.json")
        except OSError:
            return False
        return True

    def _left_of(self, draft_id: str) -> str:
        """What history and recovery copies could give back; empty where there are none."""
        found = []
        with contextlib.suppress(SlaError):
            points = self._library.history(draft_id).points()
            if points:
                found.append(f"Its history could give back the state of {points[0].when}.")
        copies = [each for each in self._library.recoveries() if each.id == draft_id]
        newest = [each.saved for each in self._ledger(draft_id).versions()]
        if newest:
            found.append(f"This computer still has the state of {moment_in_full(max(newest))}.")
        if copies:
            found.append(f"A recovery copy holds the state of {moment_in_full(copies[0].date)}.")
        return " ".join(found)

    def _ledger(self, draft_id: str) -> Ledger:
        return Ledger(self._library.local / LEDGERS / f"{draft_id}.jsonl", self._files)

    def _ledgers(self) -> None:
        """Name the ledgers of which nothing can be read; they are no use, and do no harm."""
        folder = self._library.local / LEDGERS
        for entry in self._entries(folder):
            draft_id = entry.name.removesuffix(".jsonl")
            if draft_id == entry.name or not entry.identity.size:
                continue
            if not self._ledger(draft_id).versions():
                told = f"{folder / entry.name}: nothing of what was noted there can be read."
                self._note(Weight.NOTE, draft_id, told)

    # What the lists remember.

    def _cache(self) -> None:
        """Make the cache anew where it is damaged or says otherwise than the drafts."""
        folder = self._library.local / "cache"
        broken = [each.name for each in self._entries(folder) if self._is_broken(folder, each)]
        listing = self._library.summaries()
        listed = {(each.id, each.title, each.status) for each in listing.drafts}
        if not broken and listed == self._listed:
            return
        for entry in self._entries(folder):
            with contextlib.suppress(OSError):
                self._files.remove(folder / entry.name)
        Library(self._library.folder, self._library.local, self._files).keep_lists()
        why = "was damaged" if broken else "said otherwise than the drafts"
        self._note(Weight.REPAIRED, folder, f"The list's cache {why}; it was made anew.")

    def _is_broken(self, folder: Path, entry: Entry) -> bool:
        if not entry.name.endswith((".json", ".jsonl")) or entry.name.startswith("~"):
            return False
        try:
            stated, _, body = self._files.read(folder / entry.name).partition(b"\n")
        except OSError:
            return True
        return stated != checksum(body)

    # Histories.

    def _histories(self) -> None:
        folder = self._library.folder / "history"
        orphans: set[str] = set()
        known = self._ids[DRAFTS] | self._ids[TRASH]
        for entry in self._entries(folder):
            found = _OF_HISTORY.fullmatch(entry.name)
            if found is None:
                continue
            self._history(folder / entry.name, found[1])
            if found[1] not in known:
                orphans.add(found[1])
        for draft_id in sorted(orphans):
            told = f"“{draft_id}” has a history, but is neither in the list nor in the trash."
            self._note(Weight.CHOICE, draft_id, f"{told} {self._left_of(draft_id)}".strip(), True)

    def _history(self, path: Path, draft_id: str) -> None:
        storage = JournalStorage(path, self._files, {"schema": FORMAT_SCHEMA})
        try:
            documents = documents_in(storage.read() or {})
        except SlaError as error:
            self._note(Weight.CHOICE, draft_id, str(error))
            return
        except ValueError:
            self._note(Weight.CHOICE, draft_id, f"{path} holds lines of another program.")
            return
        states = States(documents)
        broken = sum(states.at(number) is None for number in documents)
        self._points += len(documents) - broken
        if storage.lines_left_out:
            told = f"{path}: {_count(storage.lines_left_out, 'damaged line')} left out."
            self._note(Weight.NOTE, draft_id, told)
        if broken:
            told = f"{path}: {broken} of {len(documents)} points can't be read back."
            self._note(Weight.NOTE, draft_id, told)

    # What this computer keeps for itself.

    def _locks(self) -> None:
        suffix = ".holder.json"
        for entry in self._entries(self._library.local / "locks"):
            draft_id = entry.name.removesuffix(suffix)
            if draft_id == entry.name:
                continue
            with contextlib.suppress(OSError, SlaError):
                lock = self._library.lock(draft_id)
                holder = lock.acquire()
                if holder is not None:
                    self._note(Weight.NOTE, draft_id, f"“{draft_id}”: {holder.sentence}")
                    continue
                lock.release()
                told = f"“{draft_id}” was marked as open by a program that has ended; no more."
                self._note(Weight.REPAIRED, draft_id, told)

    def _recoveries(self) -> None:
        folder = self._library.local / "recovery"
        for entry in self._entries(folder):
            path = folder / entry.name
            if entry.name.endswith(".json") and recovery(path, self._files, CURRENT) is None:
                told = f"{path} is a recovery copy that can't be read. It was left as it is."
                self._note(Weight.CHOICE, path, told)
        for copy in self._library.recoveries():
            told = (
                f"What could not be saved of “{copy.title or copy.id}” on "
                f"{moment_in_full(copy.date)} is kept in {copy.path}; the window offers it at "
                "its start."
            )
            self._note(Weight.CHOICE, copy.id, told, True)

    def _permissions(self) -> None:
        if os.name == "nt":
            return
        folders = [self._library.folder / each for each in (DRAFTS, TRASH, "history")]
        for folder in folders:
            open_to_others = [
                each.name for each in self._entries(folder) if each.identity.mode & _OTHERS
            ]
            if open_to_others:
                count = _count(len(open_to_others), "file")
                told = f"{folder}: others on this computer may get at {count}."
                self._note(Weight.NOTE, folder, f"{told} `chmod -R go= “{folder}”` ends that.")
            if folder.is_dir() and not os.access(folder, os.W_OK | os.X_OK):
                self._note(Weight.CHOICE, folder, f"{folder} can't be written.")
