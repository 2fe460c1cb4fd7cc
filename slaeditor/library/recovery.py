"""Copies of what could not be saved, kept on this computer, and what an ended process left over.

A recovery copy is a draft's file like any other, `recovery/<id>.json` in the local folder (or
`<id>.2.json` beside an earlier one). It is offered at the next start until it is discarded.
"""

import contextlib
import re
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from slaeditor.errors import SlaError
from slaeditor.files import FileSystem, exists, make_folders, process_is_alive
from slaeditor.library.draftfile import Header, digest, dumped, packed, unpacked
from slaeditor.library.limits import DRAFT_BYTES, read_within
from slaeditor.library.migrations import Draft, Migrations
from slaeditor.replace_file import write_atomically

_LEFT_OVER = re.compile(r"~(?P<name>.+)\.(?P<pid>\d+)\.[0-9a-f]{8}\.tmp")
_DAY = 24 * 3600 * 1_000_000_000  # in ns
_KEPT_ASIDE = 30 * _DAY
_ASIDE = "thrown-away"


@dataclass(frozen=True, slots=True)
class Recovery:
    """What could not be saved at the time; `date` is when, in UTC."""

    id: str
    title: str
    date: datetime
    path: Path
    draft: Draft
    files: FileSystem

    def discard(self) -> None:
        """Put the copy aside, because it was taken over or isn't wanted. Raises `OSError`.

        It lies in `thrown-away` beside `recovery` for a month, and can be brought back.
        """
        with contextlib.suppress(FileNotFoundError):
            make_folders(self.aside.parent, self.files)
            self.files.replace(self.path, self.aside)

    def bring_back(self) -> None:
        """Offer the copy again that was put aside. Raises `OSError`."""
        path = free_path(self.path.parent.parent, self.id, self.files)
        self.files.replace(self.aside, path)

    @property
    def aside(self) -> Path:
        """Where the copy lies once it was put aside; the name holds its time, so none is lost."""
        name = f"{self.path.stem}.{self.date:%Y%m%d-%H%M%S-%f}.json"
        return self.path.parent.parent / _ASIDE / name


def free_path(local: Path, draft_id: str, files: FileSystem) -> Path:
    """Where a copy of that draft can be kept without replacing another one."""
    folder = local / "recovery"
    path, number = folder / f"{draft_id}.json", 2
    while exists(path, files):
        path, number = folder / f"{draft_id}.{number}.json", number + 1
    return path


def keep_copy(path: Path, draft: Draft, schema: int, files: FileSystem) -> None:
    """Write a recovery copy. Raises `OSError`, or what `dumped` raises for the draft."""
    make_folders(path.parent, files)
    raw = packed(Header(schema, datetime.now(UTC)), dumped({"draft": {"1": draft}}))
    write_atomically(path, raw, files)


def recovery(path: Path, files: FileSystem, migrations: Migrations) -> Recovery | None:
    """The copy in that file; None when there is none, or none that can be read."""
    read = _read_draft(path, files, migrations)
    if read is None:
        return None
    header, draft = read
    title = str(draft.get("title") or "")
    return Recovery(str(draft.get("id")), title, header.saved, path, draft, files)


def recoveries_in(local: Path, files: FileSystem, migrations: Migrations) -> list[Recovery]:
    """All copies that can be read, newest first."""
    folder = local / "recovery"
    try:
        names = [entry.name for entry in files.entries(folder) if entry.name.endswith(".json")]
    except OSError:
        return []
    found = [recovery(folder / name, files, migrations) for name in names]
    return sorted((each for each in found if each), key=lambda each: each.date, reverse=True)


def sweep(
    folder: Path, local: Path, files: FileSystem, migrations: Migrations, only: str = ""
) -> None:
    """Remove the temporary files that ended processes left in `folder`; `only` those of that file.

    One that holds a whole draft, newer than the draft's own file, becomes a recovery copy first.
    What can't be read or removed stays for the next time. Copies that were put aside a month ago
    go as well.
    """
    if folder == local / "recovery":
        _clear_aside(local / _ASIDE, files)
    try:
        entries = files.entries(folder)
    except OSError:
        return
    now = time.time_ns()
    for entry in entries:
        found = _LEFT_OVER.fullmatch(entry.name)
        if not found or only not in ("", found["name"]):
            continue
        is_old = now - entry.identity.changed > _DAY
        if not is_old and process_is_alive(int(found["pid"])):
            continue
        with contextlib.suppress(OSError):
            _rescue(folder / entry.name, folder / found["name"], local, files, migrations)
            files.remove(folder / entry.name)


def _clear_aside(folder: Path, files: FileSystem) -> None:
    """Delete what was put aside long ago, counted from the last change of the file."""
    with contextlib.suppress(OSError):
        for entry in files.entries(folder):
            if time.time_ns() - entry.identity.changed > _KEPT_ASIDE:
                files.remove(folder / entry.name)


def _rescue(left: Path, own: Path, local: Path, files: FileSystem, migrations: Migrations) -> None:
    """Keep what a left-over file holds beyond the draft's own file.

    Raises `OSError`, also where one of them can't be read now: who knows what it holds.
    """
    read = _whole_draft(left, files, migrations)
    if read is None:
        return
    header, draft = read
    try:
        stored = _whole_draft(own, files, migrations)
    except FileNotFoundError:
        stored = None
    is_newer = stored is None or (
        header.saved > stored[0].saved and digest(draft) != digest(stored[1])
    )
    if is_newer:
        keep_copy(free_path(local, own.stem, files), draft, migrations.schema, files)


def _read_draft(
    path: Path, files: FileSystem, migrations: Migrations
) -> tuple[Header, Draft] | None:
    try:
        return _whole_draft(path, files, migrations)
    except OSError:
        return None


def _whole_draft(
    path: Path, files: FileSystem, migrations: Migrations
) -> tuple[Header, Draft] | None:
    """What a file holds; None where that is no whole draft. Raises `OSError`."""
    try:
        raw = read_within(path, files, DRAFT_BYTES)
        header, tables = unpacked(raw, str(path), migrations.schema)
    except SlaError:
        return None
    draft = tables["draft"]["1"]
    return header, migrations.brought_up_to_date(draft, header.schema)
