"""The copies that sync tools and people leave beside a draft: versions of it, by the id inside.

Known names, for a draft `ID.json`: `ID.sync-conflict-DATE-TIME-DEVICE.json` (Syncthing),
`ID (X's conflicted copy DATE).json` (Dropbox), `ID (conflicted copy …).json` (Nextcloud),
`ID-HOSTNAME.json` (OneDrive), `ID (1).json`, `ID - Copy.json`, `ID_LOCAL_123.json` and
`ID_REMOTE_123.json` (Git's merge tools). Any other name counts as well: what a file is a version
of, it says itself. A copy is only read; once all of it is in the draft it is moved away.
"""

import contextlib
from dataclasses import dataclass
from pathlib import Path

from slaeditor.errors import SlaError
from slaeditor.files import FileSystem, exists, make_folders
from slaeditor.library.draftfile import unpacked
from slaeditor.library.ledger import Ledger
from slaeditor.library.limits import DRAFT_BYTES, read_within
from slaeditor.library.lineage import Version, version_of
from slaeditor.library.migrations import Migrations
from slaeditor.paths import is_item_id
from slaeditor.replace_file import write_atomically

SUFFIX = ".json"
MERGED = "merged"
"""The folder within the local folder that copies are moved to."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy that holds a version of a draft, and its bytes as they were read."""

    path: Path
    raw: bytes
    version: Version


class OtherVersions:
    """What else there is of a draft: copies beside its file, and what the ledger has of it."""

    def __init__(
        self,
        folder: Path,
        local: Path,
        files: FileSystem,
        migrations: Migrations,
        ledger: Ledger | None,
    ) -> None:
        """`folder` is that of the draft's file; without a `ledger` nothing is kept."""
        self._folder = folder
        self._local = local
        self._files = files
        self._migrations = migrations
        self._ledger = ledger

    def states(self) -> list[Version]:
        """What this computer keeps of earlier states, and of others that it has read."""
        return self._ledger.versions() if self._ledger else []

    def missed_by(self, version: Version) -> list[Version]:
        """What this computer had read or stored that the version doesn't descend from.

        There is some when another program, or a sync tool, has put it in the place of another.
        """
        heads = self._ledger.heads() if self._ledger else []
        return [each for each in heads if not version.descends_from(each)]

    def note(self, version: Version) -> None:
        """Keep a version as one to build upon. Raises nothing: the draft itself is stored."""
        if self._ledger is not None:
            with contextlib.suppress(OSError):
                self._ledger.note(version)

    def copies(self, draft_id: str) -> list[Copy]:
        """The conflict copies beside the draft that hold a version of it. Raises `OSError`."""
        return copies_of(self._folder, draft_id, self._files, self._migrations)

    def put_away(self, copy: Copy) -> bool:
        """Move a copy that is merged into this computer's folder. Raises like `put_away`."""
        return put_away(copy, self._local, self._files)


def may_be_copy(name: str, draft_id: str) -> bool:
    """Whether a file of that name may hold a version of the draft without being its own file."""
    if not name.endswith(SUFFIX) or name.startswith((".", "~")):
        return False
    stem = name.removesuffix(SUFFIX)
    return stem != draft_id and (stem.startswith(draft_id) or not is_item_id(stem))


def copies_of(folder: Path, draft_id: str, files: FileSystem, migrations: Migrations) -> list[Copy]:
    """The copies that hold a version of the draft, by name. Raises `OSError`.

    One that can't be read is left out, and stays: the list names it.
    """
    try:
        names = files.names(folder)
    except FileNotFoundError:
        return []
    found = []
    for name in sorted(names):
        copy = _copy(folder / name, files, migrations) if may_be_copy(name, draft_id) else None
        if copy is not None and copy.version.draft.get("id") == draft_id:
            found.append(copy)
    return found


def put_away(copy: Copy, local: Path, files: FileSystem) -> bool:
    """Move a copy into the local folder once it is merged; False where it has changed meanwhile.

    It is durable there before it goes here. Raises `OSError`; the copy is in one of the places.
    """
    return _moved(copy.path, copy.raw, local, files)


def put_aside(path: Path, local: Path, files: FileSystem) -> bool:
    """The same for a file in whose place another one is to come, whatever it holds."""
    return _moved(path, files.read(path), local, files)


def _moved(path: Path, raw: bytes, local: Path, files: FileSystem) -> bool:
    target = _free(local / MERGED, path, raw, files)
    make_folders(target.parent, files)
    if not exists(target, files):
        write_atomically(target, raw, files)
    if files.read(path) != raw:
        return False
    with contextlib.suppress(FileNotFoundError):
        files.remove(path)
    files.sync_folder(path.parent)
    return True


def _copy(path: Path, files: FileSystem, migrations: Migrations) -> Copy | None:
    try:
        raw = read_within(path, files, DRAFT_BYTES)
        header, tables = unpacked(raw, str(path), migrations.schema)
    except (OSError, SlaError):
        return None
    draft = migrations.brought_up_to_date(tables["draft"]["1"], header.schema)
    return Copy(path, raw, version_of(draft, header, path))


def _free(folder: Path, path: Path, raw: bytes, files: FileSystem) -> Path:
    """A name in the folder that nothing else has; that of an equal file where there is one."""
    target, number = folder / path.name, 2
    while exists(target, files) and files.read(target) != raw:
        target = folder / f"{path.stem}.{number}{path.suffix}"
        number += 1
    return target
