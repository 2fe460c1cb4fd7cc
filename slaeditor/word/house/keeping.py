"""The house template that this computer exports with: kept in the program's own folder.

The template is copied, so that a moved file breaks no export. What its styles are for is remembered
by the digest of the file: the same template, wherever it is opened from, has the same roles.
"""

from collections.abc import Mapping
from pathlib import Path

from slaeditor.document.house import House
from slaeditor.errors import HouseRefused
from slaeditor.i18n import _
from slaeditor.replace_file import replace_file
from slaeditor.word.house.chosen import (
    CHOSEN,
    Chosen,
    chosen,
    digest_of,
    folder_of,
    not_kept,
    read_json,
    write_json,
)
from slaeditor.word.house.opening import Template, opened
from slaeditor.word.house.places import BY_NAME
from slaeditor.word.house.roles import proposed
from slaeditor.word.house.writing import house_of


def styles_for(
    template: Template, digest: str, folder: Path | None = None
) -> tuple[dict[str, str], bool]:
    """The styles for the places: those that were confirmed for this file, else the proposed ones.

    The second says whether they were confirmed. Styles that are no longer there are left out.
    """
    remembered = read_json(folder_of(folder) / f"{digest}.json").get("styles")
    if not isinstance(remembered, dict):
        return proposed(template.sheet), False
    found = {
        place: style
        for place, style in remembered.items()
        if place in BY_NAME and style in template.sheet.styles
    }
    return found, True


def keep(data: bytes, name: str, styles: Mapping[str, str], folder: Path | None = None) -> Chosen:
    """Copy a template, remember what its styles are for, and choose it for exports.

    Raises HouseRefused if it can't be written; then what was chosen before still is.
    """
    at, digest = folder_of(folder), digest_of(data)
    chosen = Chosen(name, digest)
    try:
        at.mkdir(mode=0o700, parents=True, exist_ok=True)
        replace_file(at / f"{digest}.dotx", data)
        write_json(at / f"{digest}.json", {"name": name, "styles": dict(styles)})
        write_json(at / CHOSEN, {"name": name, "digest": digest})
    except OSError as error:
        raise HouseRefused(not_kept(name, error)) from error
    return chosen


def kept_data(kept: Chosen, folder: Path | None = None) -> bytes:
    """The copy of a template that was chosen. Raises HouseRefused if it is gone or changed."""
    try:
        data = (folder_of(folder) / f"{kept.digest}.dotx").read_bytes()
    except OSError as error:
        raise HouseRefused(_lost(kept.name)) from error
    if digest_of(data) != kept.digest:
        raise HouseRefused(_lost(kept.name))
    return data


def chosen_house(folder: Path | None = None) -> House | None:
    """The house template of this computer, ready to write with; None where none is chosen.

    Raises HouseRefused if its copy can't be read any more.
    """
    kept = chosen(folder)
    if kept is None:
        return None
    template = opened(kept_data(kept, folder), kept.name)
    styles, _confirmed = styles_for(template, kept.digest, folder)
    return house_of(template, styles)


def _lost(name: str) -> str:
    return _(
        "The copy of the house template “{name}” is missing or damaged. Choose the template again "
        "in the settings, or export without it."
    ).format(name=name)
