"""The daily back-up: what changed is copied into a folder of the person's choice, a folder a day.

Below `<chosen>/SLA Editor back-up/<computer>/` each day has `drafts/` and `history/` with the files
that changed since the day before, as they are: any of them can be opened by itself. All versions of
the last 30 days are kept, then one a month for a year, then one a year; the newest always. A
damaged draft is not copied: the newest copy is the last good one.
"""

import contextlib
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

import msgspec

from slaeditor.errors import SlaError
from slaeditor.files import Entry, FileSystem, exists, make_folders
from slaeditor.library.device import this_device
from slaeditor.library.draftfile import unpacked
from slaeditor.library.limits import DRAFT_BYTES, HISTORY_BYTES, read_within
from slaeditor.library.migrations import CURRENT
from slaeditor.library.storage import reason
from slaeditor.replace_file import NotDurable, write_atomically

FOLDER = "SLA Editor back-up"
ALL_DAYS = 30
"""So many days every version is kept."""
MONTHLY_DAYS = 366
"""So many days the newest version of each month is kept."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_UNFIT = re.compile(r"[^\w.-]+")
_PARTS = ("drafts", "history")


class Copied(msgspec.Struct, array_like=True, frozen=True):
    """How a file looked when it was copied last, and on which day (ISO)."""

    size: int
    changed: int
    day: str


class Plan(msgspec.Struct, frozen=True):
    """Where the back-up of a library goes, and how the last one went; kept on this computer.

    Without a `folder` there is none. `made` is when everything was copied last (ISO, UTC),
    `problem` a sentence about what wasn't.
    """

    folder: str = ""
    made: str = ""
    problem: str = ""
    copied: dict[str, Copied] = {}


class Outcome(NamedTuple):
    """How many files were copied; a sentence where something could not be.

    `is_missing`: the folder isn't there, as with a stick that isn't plugged in. That is no fault.
    """

    copied: int = 0
    problem: str = ""
    is_missing: bool = False


def plan_of(local: Path, files: FileSystem | None = None) -> Plan:
    """What is planned for a library with that local folder; nothing where that can't be read."""
    try:
        return msgspec.json.decode((files or FileSystem()).read(_plan_file(local)), type=Plan)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return Plan()


def choose_folder(local: Path, folder: Path | None, files: FileSystem | None = None) -> Plan:
    """Have the back-up go into that folder from now on, or nowhere. Raises `OSError`."""
    plan = Plan(folder=str(folder) if folder else "")
    _keep(local, plan, files or FileSystem())
    return plan


def is_due(plan: Plan, now: datetime) -> bool:
    """Whether a back-up is planned and none was made on this day, by the clock on the wall."""
    return bool(plan.folder) and _local_day(plan.made) != now.astimezone().date()


def back_up(library: Path, local: Path, now: datetime, files: FileSystem | None = None) -> Outcome:
    """Copy what changed, thin out what is old, and note how it went. Raises nothing.

    May run on any thread; a draft that is being saved is copied before or after that.
    """
    files = files or FileSystem()
    plan = plan_of(local, files)
    if not plan.folder:
        return Outcome()
    work = _BackingUp(library, target_of(plan, local), now.astimezone().date(), plan, files)
    outcome = work.outcome()
    made = plan.made if outcome.problem else now.astimezone(UTC).isoformat(timespec="seconds")
    noted = Plan(plan.folder, made, outcome.problem, work.copied)
    try:
        _keep(local, noted, files)
    except OSError as error:
        told = f"What was copied could not be noted: {reason(error)}."
        return outcome._replace(problem=f"{outcome.problem} {told}".strip())
    return outcome


def target_of(plan: Plan, local: Path) -> Path:
    """The folder with the days of this library, as this computer sees it."""
    device = this_device(local)
    name = f"{_UNFIT.sub('-', device.name)}-{device.id}-{local.name[:8]}"
    return Path(plan.folder) / FOLDER / name


def superfluous_days(days: list[date], today: date) -> list[date]:
    """The days on which a file's copy need not be kept any more."""
    kept: set[tuple[int, ...]] = set()
    gone = []
    for number, day in enumerate(sorted(days, reverse=True)):
        age = (today - day).days
        period = (day.year, day.month, day.day)[: 3 if age <= ALL_DAYS else 2]
        if age > MONTHLY_DAYS:
            period = (day.year,)
        if number and period in kept:
            gone.append(day)
        kept.add(period)
    return gone


class _BackingUp:
    """One back-up of a library; `copied` is what stands in the target then."""

    def __init__(
        self, library: Path, target: Path, today: date, plan: Plan, files: FileSystem
    ) -> None:
        self._library = library
        self._target = target
        self._today = today
        self._files = files
        self._chosen = Path(plan.folder)
        self._problems: list[str] = []
        self.copied = dict(plan.copied)

    def outcome(self) -> Outcome:
        if not self._chosen.is_dir():
            told = f"The folder {self._chosen} isn't there. Is the disk or stick connected?"
            return Outcome(0, told, is_missing=True)
        count = 0
        try:
            there = self._there()
            for name, entry in self._changed(there):
                if self._copy(name, entry):
                    count += 1
            self._thin()
        except OSError as error:
            self._problems.append(f"{error.filename or self._target}: {reason(error)}.")
        problem = ""
        if self._problems:
            problem = f"The back-up is not complete. {' '.join(self._problems[:3])}"
        return Outcome(count, problem)

    def _there(self) -> set[tuple[str, str, int]]:
        """Day, name and size of every copy in the target."""
        found = set()
        for day in self._days():
            for part in _PARTS:
                for entry in self._entries(self._target / day.isoformat() / part):
                    found.add((day.isoformat(), f"{part}/{entry.name}", entry.identity.size))
        return found

    def _days(self) -> list[date]:
        names = [each.name for each in self._entries(self._target)]
        found = []
        for name in names:
            with contextlib.suppress(ValueError):
                if _DAY.fullmatch(name):
                    found.append(date.fromisoformat(name))
        return sorted(found)

    def _entries(self, folder: Path) -> list[Entry]:
        try:
            return sorted(self._files.entries(folder))
        except FileNotFoundError:
            return []

    def _changed(self, there: set[tuple[str, str, int]]) -> Iterator[tuple[str, Entry]]:
        """The files that differ from their last copy, or whose copy is gone."""
        for part in _PARTS:
            for entry in self._entries(self._library / part):
                if entry.name.startswith((".", "~")):
                    continue
                if not entry.name.endswith((".json", ".jsonl")):
                    continue
                name = f"{part}/{entry.name}"
                last = self.copied.get(name)
                looks = entry.identity
                is_same = last is not None and (last.size, last.changed) == (
                    looks.size,
                    looks.changed,
                )
                if last is None or not is_same or (last.day, name, last.size) not in there:
                    yield name, entry

    def _copy(self, name: str, entry: Entry) -> bool:
        """Copy one file; False, and a sentence, where it can't be read or is damaged.

        Raises `OSError` when the target can't be written.
        """
        source = self._library / name
        is_draft = name.startswith("drafts/")
        try:
            raw = read_within(source, self._files, DRAFT_BYTES if is_draft else HISTORY_BYTES)
            if is_draft:
                unpacked(raw, str(source), CURRENT.schema)
        except FileNotFoundError:
            return False  # moved to the trash meanwhile
        except SlaError as error:
            self._problems.append(str(error))
            return False
        except OSError as error:
            self._problems.append(f"{source} can't be read: {reason(error)}.")
            return False
        day = self._today.isoformat()
        path = self._target / day / name
        make_folders(path.parent, self._files)
        with contextlib.suppress(NotDurable):  # some sticks can't confirm a folder
            write_atomically(path, raw, self._files)
        self.copied[name] = Copied(len(raw), entry.identity.changed, day)
        return True

    def _thin(self) -> None:
        """Remove copies that need not be kept, and folders without any. Raises `OSError`."""
        days: dict[str, list[date]] = {}
        for day in self._days():
            for part in _PARTS:
                for entry in self._entries(self._target / day.isoformat() / part):
                    days.setdefault(f"{part}/{entry.name}", []).append(day)
        for name, found in days.items():
            for day in superfluous_days(found, self._today):
                self._files.remove(self._target / day.isoformat() / name)
        for day in self._days():
            folder = self._target / day.isoformat()
            for each in (*(folder / part for part in _PARTS), folder):
                with contextlib.suppress(OSError):  # it isn't empty
                    each.rmdir()


def _plan_file(local: Path) -> Path:
    return local / "backup.json"


def _keep(local: Path, plan: Plan, files: FileSystem) -> None:
    path = _plan_file(local)
    if not exists(path.parent, files):
        make_folders(path.parent, files)
    with contextlib.suppress(NotDurable):
        write_atomically(path, msgspec.json.encode(plan), files)


def _local_day(moment: str) -> date | None:
    try:
        return datetime.fromisoformat(moment).astimezone().date()
    except ValueError:
        return None
