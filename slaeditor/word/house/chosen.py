"""Which house template this computer exports with, and the small files that say so.

Nothing here opens a template, so that the window can ask without loading what writes Word files.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from slaeditor.errors import HouseRefused
from slaeditor.i18n import _
from slaeditor.replace_file import replace_file
from slaeditor.settings import house_folder

CHOSEN = "chosen.json"
"""The file that names the template."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The template that exports are made with: its name, and the digest that leads to its copy."""

    name: str
    digest: str


def digest_of(data: bytes) -> str:
    """What a template is remembered by: the same for the same bytes."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def chosen(folder: Path | None = None) -> Chosen | None:
    """The template that exports are made with; None for our own look."""
    found = read_json(folder_of(folder) / CHOSEN)
    name, digest = found.get("name"), found.get("digest")
    if not isinstance(name, str) or not isinstance(digest, str) or not digest.isalnum():
        return None
    return Chosen(name, digest)


def forget(folder: Path | None = None) -> None:
    """Export in our own look again. The copies stay, so that choosing again asks nothing.

    Raises HouseRefused if it can't be written down.
    """
    try:
        (folder_of(folder) / CHOSEN).unlink(missing_ok=True)
    except OSError as error:
        raise HouseRefused(not_kept(CHOSEN, error)) from error


def folder_of(folder: Path | None) -> Path:
    """The folder given, else the program's own."""
    return folder or house_folder()


def read_json(path: Path) -> dict[str, object]:
    """A small file of our own; empty where it is missing or damaged."""
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def write_json(path: Path, data: Mapping[str, object]) -> None:
    """Replace a small file in one step. Raises OSError."""
    replace_file(path, json.dumps(data, ensure_ascii=True, indent=1).encode("ascii"))


def not_kept(name: str, error: OSError) -> str:
    """The sentence about a template that couldn't be written to the program's own folder."""
    return _("“{name}” could not be kept for exports ({reason}).").format(
        name=name, reason=error.strerror or str(error)
    )
