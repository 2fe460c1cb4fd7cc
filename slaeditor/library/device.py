"""Which computer this is, among those that a sync tool keeps a library in step with.

Each computer appends only to history files of its own, so that no history file ever has two
writers. What tells them apart is made once and kept in the local root folder, never in a library.
"""

import contextlib
import json
import os
import platform
import re
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from slaeditor.errors import Refused
from slaeditor.files import FileSystem, exists, make_folders
from slaeditor.replace_file import write_atomically

ID_PATTERN = "[0-9a-f]{8}"
"""What the id of a computer looks like, for names of files."""

_LONGEST_NAME = 60
_FILE = "device.json"


@dataclass(frozen=True, slots=True)
class Device:
    """A computer: 8 hex digits, and what its owner calls it."""

    id: str
    name: str


def this_device(local: Path, files: FileSystem | None = None) -> Device:
    """This computer, made known at the first call; `local` is a local folder or their root.

    The name is the computer's own at that time; who wants another one changes it in
    `device.json`. Where that file can't be written the id comes from name and folder, so that it
    is the same next time. Raises nothing.
    """
    files = files or FileSystem()
    path = _root(local) / _FILE
    if _known(path, files) is None:
        with contextlib.suppress(OSError, Refused):
            _keep(Device(os.urandom(4).hex(), computer_name()), path, files)
    return known_device(local, files)


def known_device(local: Path, files: FileSystem) -> Device:
    """This computer without making it known: before the first call above one that never wrote."""
    path = _root(local) / _FILE
    return _known(path, files) or Device(_computed(path), computer_name())


def computer_name() -> str:
    """What the system calls this computer, without its domain."""
    return tidy_name(platform.node().partition(".")[0]) or "computer"


def _root(local: Path) -> Path:
    """The folder that is this computer's own for all libraries."""
    return local.parent.parent if local.parent.name == "libraries" else local


def _known(path: Path, files: FileSystem) -> Device | None:
    """What the file says; None without one that makes sense."""
    try:
        found = json.loads(files.read(path))
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(found, dict):
        return None
    number, name = found.get("id"), found.get("name")
    if not isinstance(number, str) or not re.fullmatch(ID_PATTERN, number):
        return None
    return Device(number, (tidy_name(name) if isinstance(name, str) else "") or computer_name())


def _keep(device: Device, path: Path, files: FileSystem) -> None:
    """Write the file, unless another process has made one meanwhile. Raises `OSError`, Refused."""
    make_folders(path.parent, files)
    data = json.dumps({"id": device.id, "name": device.name}).encode("ascii")

    def refuse_second() -> None:
        if exists(path, files) and _known(path, files) is not None:
            raise Refused("Another process has made it.")

    write_atomically(path, data, files, check=refuse_second)


def _computed(path: Path) -> str:
    text = f"{computer_name()}\0{path}".encode("utf-8", "surrogateescape")
    return blake2b(text, digest_size=4).hexdigest()


def tidy_name(name: str) -> str:
    """The name on one line, not longer than a list can show."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in name).split())[
        :_LONGEST_NAME
    ]
