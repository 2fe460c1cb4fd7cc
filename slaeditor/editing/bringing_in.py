"""Bringing a library back from one file: what isn't here is added, what differs is joined.

Nothing that is here is replaced without a point of its history, and nothing is deleted.
"""

from datetime import date
from pathlib import Path
from typing import NamedTuple

import msgspec

from slaeditor.agreement import Agreement, decode, encode
from slaeditor.bidi import isolated
from slaeditor.document.view import View
from slaeditor.editing.reconciling import open_draft
from slaeditor.errors import BackupRefused, Damaged, SaveFailed, SlaError
from slaeditor.files import FileSystem, append_durably, exists, make_folders
from slaeditor.i18n import _, ngettext
from slaeditor.library.archive import checksum
from slaeditor.library.draftfile import Header, digest, unpacked
from slaeditor.library.drafts import Draft, Library, new_id
from slaeditor.library.limits import HISTORY_BYTES, read_within
from slaeditor.library.lineage import version_of
from slaeditor.library.migrations import CURRENT
from slaeditor.library.storage import reason, save_failed
from slaeditor.library.unpacking import Content, Unpacked
from slaeditor.moments import moment_in_full
from slaeditor.readiness.questions import completeness
from slaeditor.replace_file import NotDurable, write_atomically
from slaeditor.values.choices import Choice


class Fate(Choice):
    """What became of one draft of a back-up."""

    ADDED = "added", _("Added")
    SAME = "same", _("The same already")
    NEWER = "newer", _("Replaced by the newer version of the back-up")
    OLDER = "older", _("Newer here already")
    MERGED = "merged", _("Brought together with what is here")
    COPIED = "copied", _("Added as a copy, because the one here is damaged")
    IN_TRASH = "in-trash", _("In the trash here, and left there")
    DAMAGED = "damaged", _("Damaged in the back-up too")
    FAILED = "failed", _("Could not be brought back")


class Brought(NamedTuple):
    """One draft of the back-up; `sentence` says more where there is more to say."""

    id: str
    title: str
    fate: Fate
    sentence: str = ""


class _Version(NamedTuple):
    """A draft of the back-up: as stored, brought up to date, and its bytes."""

    header: Header
    stored: Draft
    agreement: Agreement
    raw: bytes


def summary_of(brought: tuple[Brought, ...]) -> str:
    """What became of all, in one sentence."""
    if not brought:
        return _("The back-up holds no agreement.")
    counts = {fate: sum(each.fate is fate for each in brought) for fate in Fate}
    told = [f"{fate.label}: {count}" for fate, count in counts.items() if count]
    whole = ngettext("{count} agreement.", "{count} agreements.", len(brought))
    return f"{whole.format(count=len(brought))} {'. '.join(told)}."


def bring_in(
    library: Library, source: Unpacked, today: date, files: FileSystem | None = None
) -> tuple[Brought, ...]:
    """Take everything of a checked back-up into the library; what became of each draft.

    Raises `BackupRefused` when the file changes meanwhile. What fails for one draft is told of
    that one, and the others go on.
    """
    work = _BringingIn(library, source, today, files or FileSystem())
    problems: dict[str, str] = {}
    for content in source.contents("history"):
        try:
            work.history(content)
        except (SlaError, OSError) as error:
            problems[content.draft_id] = _told(error)
    found = [work.draft(content) for content in source.contents("drafts")]
    found += [work.trashed(content) for content in source.contents("trash")]
    return tuple(
        each._replace(sentence=f"{each.sentence} {problems[each.id]}".strip())
        if each.id in problems
        else each
        for each in found
    )


class _BringingIn:
    """One bringing back."""

    def __init__(self, library: Library, source: Unpacked, today: date, files: FileSystem) -> None:
        self._library = library
        self._source = source
        self._today = today
        self._files = files
        self._when = moment_in_full(source.moment)

    def history(self, content: Content) -> None:
        """Take the points of a history file that aren't here. Raises `OSError`, `SlaError`."""
        path = self._library.folder / "history" / content.name
        make_folders(path.parent, self._files)
        if not exists(path, self._files):
            self._write(path, content.raw)
            return
        here = read_within(path, self._files, HISTORY_BYTES)
        if here.startswith(content.raw):
            return
        if content.raw.startswith(here):
            append_durably(path, content.raw[len(here) :], self._files)
            return
        name = f"{content.draft_id}.backup-{checksum(content.raw)[:8]}.jsonl"
        if not exists(path.with_name(name), self._files):
            self._write(path.with_name(name), content.raw)

    def draft(self, content: Content) -> Brought:
        """Bring one draft in."""
        try:
            version = _read(content)
        except SlaError as error:
            return Brought(content.draft_id, "", Fate.DAMAGED, str(error))
        title = version.agreement.title or ""
        try:
            fate, sentence = self._brought_in(content, version)
        except BackupRefused:
            raise
        except (SlaError, OSError) as error:
            fate, sentence = Fate.FAILED, _told(error)
        return Brought(content.draft_id, title, fate, sentence)

    def trashed(self, content: Content) -> Brought:
        """Bring one draft of the trash in, unless there is one with its id."""
        try:
            title = _read(content).agreement.title or ""
        except SlaError as error:
            return Brought(content.draft_id, "", Fate.DAMAGED, str(error))
        folder = self._library.folder
        try:
            paths = [folder / each / f"{content.draft_id}.json" for each in ("drafts", "trash")]
            if any(exists(path, self._files) for path in paths):
                return Brought(content.draft_id, title, Fate.SAME)
            self._add(paths[1], content.raw)
        except (SlaError, OSError) as error:
            return Brought(content.draft_id, title, Fate.FAILED, _told(error))
        return Brought(content.draft_id, title, Fate.IN_TRASH, _("It was in the trash."))

    def _brought_in(self, content: Content, version: _Version) -> tuple[Fate, str]:
        own = f"{content.draft_id}.json"
        path = self._library.folder / "drafts" / own
        if not exists(path, self._files):
            if exists(self._library.folder / "trash" / own, self._files):
                more = _("Restore it there, then bring the back-up in again.")
                return Fate.IN_TRASH, more
            self._add(path, version.raw)
            return Fate.ADDED, ""
        raw = self._files.read(path)
        if raw == version.raw:
            return Fate.SAME, ""
        try:
            header, tables = unpacked(raw, str(path), CURRENT.schema)
        except Damaged as error:
            return Fate.COPIED, f"{error} {self._added_as_copy(version)}"
        mine = tables["draft"]["1"]
        if digest(mine) == digest(version.stored):
            return Fate.SAME, ""
        return self._together(content, version, header, mine)

    def _together(
        self, content: Content, version: _Version, header: Header, mine: Draft
    ) -> tuple[Fate, str]:
        """Bring two versions of one draft together."""
        history = self._library.history(content.draft_id)
        here, there = version_of(mine, header), version_of(version.stored, version.header)
        if here.descends_from(there):
            if history.with_digest(there.digest) is None:
                label = _("From the back-up of {when}").format(when=self._when)
                history.add(encode(version.agreement), label, "named")
            return Fate.OLDER, _("The version of the back-up is in its history.")
        label = _("Before the back-up of {when} came in").format(when=self._when)
        history.add(CURRENT.brought_up_to_date(mine, header.schema), label, "restored")
        told = self._merged(content, version)
        if there.descends_from(here):
            return Fate.NEWER, _("What was here is in its history.")
        return Fate.MERGED, told

    def _merged(self, content: Content, version: _Version) -> str:
        """Join as with a version that a sync tool put beside: nothing is picked silently."""
        moment = version.header.saved.astimezone()
        name = f"{content.draft_id} (conflicted copy {moment:%Y-%m-%d %H%M%S}).json"
        copy = self._library.folder / "drafts" / name
        if not exists(copy, self._files):
            self._write(copy, version.raw)
        _stored, joined = open_draft(self._library, content.draft_id)
        return joined.sentence if joined else _("Both are in its history.")

    def _added_as_copy(self, version: _Version) -> str:
        title = _("{title} (restored)").format(title=version.agreement.title or "").strip()
        copy = msgspec.structs.replace(version.agreement, id=new_id(), title=title)
        self._library.create(encode(copy), completeness(View(copy, self._today)))
        return _("The version of the back-up is called “{title}”.").format(title=isolated(title))

    def _add(self, path: Path, raw: bytes) -> None:
        make_folders(path.parent, self._files)
        self._write(path, raw)

    def _write(self, path: Path, raw: bytes) -> None:
        """Write a file that isn't there. Raises `OSError`, `SaveFailed`."""

        def refuse_second() -> None:
            if exists(path, self._files):
                raise SaveFailed(f"{path} exists already; nothing was overwritten.")

        try:
            write_atomically(path, raw, self._files, check=refuse_second)
        except NotDurable as error:
            raise SaveFailed(
                f"{path} is written, but the disk has not confirmed it: {reason(error)}."
            ) from error
        except OSError as error:
            raise save_failed(path, reason(error)) from error


def _read(content: Content) -> _Version:
    """A draft of the back-up. Raises `Damaged`, `TooNew`."""
    header, tables = unpacked(content.raw, content.name, CURRENT.schema)
    stored = tables["draft"]["1"]
    agreement = decode(CURRENT.brought_up_to_date(stored, header.schema))
    if agreement.id != content.draft_id:
        raise Damaged(f"{content.name} holds the draft “{agreement.id}”.")
    return _Version(header, stored, agreement, content.raw)


def _told(error: SlaError | OSError) -> str:
    if isinstance(error, OSError):
        return f"{error.filename or ''} {reason(error)}.".strip().capitalize()
    return str(error)
