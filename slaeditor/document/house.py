"""A firm's house template, ready to be written with: the file, what its styles are for, numbers."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from slaeditor.blocks import Document
from slaeditor.document.formats import Formats
from slaeditor.document.memory import Memory
from slaeditor.document.numbering import numbered


@dataclass(frozen=True, slots=True)
class House:
    """`template` is a Word file without text; `styles` leads from places to the firm's style ids.

    Places without a style of the firm get our own. `formats` are the numbers that follow from it.
    """

    name: str
    template: bytes = field(repr=False)
    styles: Mapping[str, str] = field(default_factory=dict, hash=False)
    formats: Formats = field(default_factory=Formats, hash=False)


def in_house(document: Document, house: House | None) -> Document:
    """The document with the numbers that its paragraphs have in a house template, if there is one.

    What its cross-references show follows.
    """
    if house is None:
        return document
    return replace(document, parts=numbered(document.parts, Memory(), house.formats))
