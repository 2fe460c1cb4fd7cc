"""A template from a file, with what its styles are for, in one step and without a question."""

from collections.abc import Mapping
from pathlib import Path

from slaeditor.document.house import House
from slaeditor.word.house.chosen import digest_of
from slaeditor.word.house.keeping import styles_for
from slaeditor.word.house.opening import opened, read
from slaeditor.word.house.roles import checked
from slaeditor.word.house.writing import house_of


def house_from(path: Path, wanted: Mapping[str, str]) -> House:
    """The house template in a file: styles as confirmed for it before, else as proposed.

    `wanted` names other styles by id or name for some places; an empty one means our own. Raises
    HouseRefused for a file that can't serve, a place or a style that isn't there.
    """
    data = read(path)
    template = opened(data, path.name)
    styles, _confirmed = styles_for(template, digest_of(data))
    return house_of(template, styles | checked(template.sheet, wanted))
