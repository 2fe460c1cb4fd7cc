"""What this computer remembers of each draft: where the person was, and how it was exported last.

One small file in the local folder; losing it costs nothing but the way back. It is written a
moment after a change, on a thread of its own: remembering never waits for a disk.
"""

import contextlib
import json
import threading
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from slaeditor.files import FileSystem, make_folders
from slaeditor.replace_file import replace_file

_MOST = 500
_FILE = "places.json"
_SOON = 1.0  # seconds from a change until it is written, with all that follow meanwhile


@dataclass(frozen=True, slots=True)
class Place:
    """A path of the agreement, the name of a file and how it was written; empty where none is.

    `choices` is a text of `slaeditor.editing.export_choices`.
    """

    path: str = ""
    exported: str = ""
    choices: str = ""


class Places:
    """The places of the drafts of one library, by id; the one changed last is kept longest.

    All methods belong to one thread; `keep` at the end writes what still waits.
    """

    def __init__(self, local: Path, soon: float = _SOON, files: FileSystem | None = None) -> None:
        """`local` is this computer's folder for the library; `soon` is in seconds."""
        self._file = local / _FILE
        self._soon = soon
        self._files = files or FileSystem()
        self._places: dict[str, Place] | None = None
        self._turn = threading.Lock()  # for the two below
        self._waiting: dict[str, Place] | None = None
        self._timer: threading.Timer | None = None
        self._disk = threading.Lock()  # one writes at a time, the newest last

    def of(self, draft_id: str) -> Place:
        """What is remembered of that draft."""
        return self._known().get(draft_id, Place())

    def remember_path(self, draft_id: str, path: str) -> None:
        """Remember where the person is. A file that can't be written is no reason to stop."""
        self._remember(draft_id, replace(self.of(draft_id), path=path))

    def remember_export(self, draft_id: str, target: Path, choices: str = "") -> None:
        """Remember the file that an export has written, and how."""
        place = replace(self.of(draft_id), exported=str(target), choices=choices)
        self._remember(draft_id, place)

    def keep(self) -> None:
        """Write at once what isn't written yet."""
        with self._turn:
            timer, self._timer = self._timer, None
        if timer is not None:
            timer.cancel()
        self._write()

    def _remember(self, draft_id: str, place: Place) -> None:
        known = self._known()
        if known.get(draft_id) == place:
            return
        known.pop(draft_id, None)
        known[draft_id] = place
        while len(known) > _MOST:
            del known[next(iter(known))]
        with self._turn:
            self._waiting = dict(known)
            if self._timer is None:
                self._timer = threading.Timer(self._soon, self._on_soon)
                self._timer.daemon = True
                self._timer.start()

    def _on_soon(self) -> None:
        with self._turn:
            self._timer = None
        self._write()

    def _write(self) -> None:
        with self._disk:
            with self._turn:
                places, self._waiting = self._waiting, None
            if places is None:
                return
            data = {name: asdict(each) for name, each in places.items()}
            with contextlib.suppress(OSError):
                make_folders(self._file.parent, self._files)
                replace_file(self._file, json.dumps(data).encode("ascii"), self._files)

    def _known(self) -> dict[str, Place]:
        if self._places is None:
            self._places = _read(self._file, self._files)
        return self._places


def _read(file: Path, files: FileSystem) -> dict[str, Place]:
    try:
        found = json.loads(files.read(file))
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {name: _place(each) for name, each in found.items() if isinstance(each, dict)}


_NAMES = tuple(field.name for field in fields(Place))


def _place(found: dict[str, Any]) -> Place:
    texts = {name: found[name] for name in _NAMES if isinstance(found.get(name), str)}
    return Place(**texts)
