"""The history files of one draft: this computer's, those of others, and what sync tools made.

In `history/` a draft has `<id>.<computer>.jsonl` for each computer, perhaps `<id>.jsonl` from
before there were several, and perhaps copies of any of them that a sync tool made when two
versions met. All are read together; each computer writes only its own.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from slaeditor.errors import SlaError
from slaeditor.files import FileSystem
from slaeditor.i18n import _
from slaeditor.library.chains import States, whole_draft
from slaeditor.library.device import ID_PATTERN, tidy_name
from slaeditor.library.journal import JournalStorage
from slaeditor.library.migrations import Draft
from slaeditor.library.points import Document, Point, made_at, point_of, text_in
from slaeditor.library.storage import reason

FORMAT = "slaeditor-history"
FORMAT_SCHEMA = 2
_SUFFIX = ".jsonl"
_OWN = re.compile(rf"(?:\.({ID_PATTERN}))?")


@dataclass(frozen=True)
class PointFile:
    """One file that was read: what it says of its points, by number, and on which computer."""

    documents: Mapping[int, Document]
    computer: str = ""
    lines_left_out: int = 0
    states: States = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "states", States(self.documents))


@dataclass(frozen=True, slots=True)
class Entry:
    """One point as one file has it."""

    number: int
    document: Document
    file: PointFile

    @property
    def point(self) -> Point:
        """The point that it tells of."""
        return point_of(self.number, self.document, self.file.computer)

    @property
    def draft(self) -> Draft | None:
        """The draft as it was stored; None when it can't be read back from this file."""
        return self.file.states.at(self.number)


class HistoryFiles:
    """The files of one draft, found anew at each call. `problems` are of the last reading."""

    def __init__(self, folder: Path, draft_id: str, files: FileSystem) -> None:
        self.folder = folder
        self.problems: list[str] = []
        self._draft_id = draft_id
        self._files = files

    def own(self, device_id: str) -> Path:
        """The one file that the computer with that id writes."""
        return self.folder / f"{self._draft_id}.{device_id}{_SUFFIX}"

    def paths(self) -> list[Path]:
        """All files of the draft, the copies included. Raises `OSError`; no folder has none."""
        try:
            names = self._files.names(self.folder)
        except FileNotFoundError:
            return []
        alike = sorted(name for name in names if name.startswith(self._draft_id))
        return [self.folder / name for name in alike if self._is_of_draft(name)]

    def others(self, device_id: str) -> list[PointFile]:
        """What stands in all files but the own one; one that can't be read costs only its points.

        Raises nothing: why a file can't be read is in `problems`.
        """
        self.problems = []
        try:
            paths = self.paths()
        except OSError as error:
            self.problems = [f"{self.folder} can't be read: {reason(error)}."]
            return []
        own = self.own(device_id)
        read = (self._read(path, device_id) for path in paths if path != own)
        return [each for each in read if each is not None]

    def _read(self, path: Path, device_id: str) -> PointFile | None:
        storage = JournalStorage(path, self._files, {"schema": FORMAT_SCHEMA})
        try:
            tables = storage.read() or {}
        except SlaError as error:
            self.problems.append(str(error))
            return None
        about = tables.get("_file", {}).get("1", {})
        written_by = text_in(about, "device") or self._device_in_name(path.name)
        is_other = written_by not in ("", device_id)
        name = tidy_name(text_in(about, "computer")) or _("another computer")
        documents = documents_in(tables)
        return PointFile(documents, name if is_other else "", storage.lines_left_out)

    def _device_in_name(self, name: str) -> str:
        found = _OWN.match(name[len(self._draft_id) :])
        return (found and found[1]) or ""

    def _is_of_draft(self, name: str) -> bool:
        """Whether a file whose name begins with its id is of this draft.

        Its name says so, or for a copy what stands in it.
        """
        if not name.endswith(_SUFFIX):
            return False
        rest = name[len(self._draft_id) : -len(_SUFFIX)]
        if _OWN.fullmatch(rest):
            return True
        return not rest[:1].isalnum() and self._draft_in(self.folder / name) == self._draft_id

    def _draft_in(self, path: Path) -> str:
        """The id of the draft whose history a file holds; empty when it doesn't say."""
        storage = JournalStorage(path, self._files, {"schema": FORMAT_SCHEMA})
        try:
            tables = storage.read() or {}
        except SlaError:
            return ""
        named = text_in(tables.get("_file", {}).get("1", {}), "draft")
        if named:
            return named
        for document in documents_in(tables).values():
            try:
                return text_in(whole_draft(document), "id")
            except (LookupError, TypeError, ValueError, AttributeError, RecursionError):
                continue
        return ""


def documents_in(tables: dict[str, dict[str, Any]]) -> dict[int, Document]:
    """The lines about points, by number."""
    points = tables.get("points", {})
    return {int(number): each for number, each in points.items()}


def united(files: list[PointFile]) -> dict[int, list[Entry]]:
    """Every point of the files, oldest first, with each place where it stands.

    Of several the one named last comes first, then that of the file named first.
    """
    found: dict[int, list[Entry]] = {}
    for file in files:
        for number, document in file.documents.items():
            found.setdefault(number, []).append(Entry(number, document, file))
    for entries in found.values():
        entries.sort(key=lambda each: text_in(each.document, "renamed"), reverse=True)
    order = sorted(found, key=lambda number: (made_at(number), number))
    return {number: found[number] for number in order}
