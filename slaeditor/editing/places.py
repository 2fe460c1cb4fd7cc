"""What this computer remembers of each draft: where the person was, and the file exported last.

One small file in the local folder; losing it costs nothing but the way back.
"""

import contextlib
import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from slaeditor.replace_file import replace_file

_MOST = 500
_FILE = "places.json"


@dataclass(frozen=True, slots=True)
class Place:
    """A path of the agreement, and the name of a file; empty where there is none."""

    path: str = ""
    exported: str = ""


class Places:
    """The places of the drafts of one library, by id; the one changed last is kept longest."""

    def __init__(self, local: Path) -> None:
        """`local` is this computer's folder for the library."""
        self._file = local / _FILE
        self._places: dict[str, Place] | None = None

    def of(self, draft_id: str) -> Place:
        """What is remembered of that draft."""
        return self._known().get(draft_id, Place())

    def remember_path(self, draft_id: str, path: str) -> None:
        """Remember where the person is. A file that can't be written is no reason to stop."""
        self._remember(draft_id, replace(self.of(draft_id), path=path))

    def remember_export(self, draft_id: str, target: Path) -> None:
        """Remember the file that an export has written."""
        self._remember(draft_id, replace(self.of(draft_id), exported=str(target)))

    def _remember(self, draft_id: str, place: Place) -> None:
        known = self._known()
        if known.get(draft_id) == place:
            return
        known.pop(draft_id, None)
        known[draft_id] = place
        while len(known) > _MOST:
            del known[next(iter(known))]
        data = {name: asdict(each) for name, each in known.items()}
        with contextlib.suppress(OSError):
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            replace_file(self._file, json.dumps(data).encode("ascii"))

    def _known(self) -> dict[str, Place]:
        if self._places is None:
            self._places = _read(self._file)
        return self._places


def _read(file: Path) -> dict[str, Place]:
    try:
        found = json.loads(file.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {name: _place(each) for name, each in found.items() if isinstance(each, dict)}


def _place(found: dict[str, Any]) -> Place:
    texts = {name: found[name] for name in ("path", "exported") if isinstance(found.get(name), str)}
    return Place(**texts)
