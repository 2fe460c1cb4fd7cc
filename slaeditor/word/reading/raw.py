"""Paragraphs as they stand in the file, before a view decides which of their text it shows."""

from dataclasses import dataclass, field
from enum import Enum, auto

from slaeditor.returned import Author, CellPlace, Line, Look
from slaeditor.word.reading.change import UNCHANGED, Change

MarkedBy = tuple[Look, str, Author | None]
"""Look, colour and, where the formatting was tracked, who did it."""


@dataclass(slots=True)
class Piece:
    """Text with one history and one look."""

    text: str
    change: Change
    looks: tuple[MarkedBy, ...] = ()


class Kind(Enum):
    """What begins, ends or stands at a place between pieces."""

    BOOKMARK = auto()
    CONTROL = auto()
    REFERENCE = auto()
    COMMENT = auto()
    ASIDE = auto()


@dataclass(frozen=True, slots=True)
class Tagged:
    """A content control as its properties describe it."""

    tag: str
    title: str
    placeholder: bool
    whole: bool


@dataclass(frozen=True, slots=True)
class Aside:
    """Something with no place in the text: kind and words as in `Unplaced`."""

    kind: str
    text: str
    change: Change


@dataclass(frozen=True, slots=True)
class Start:
    """A range begins. `key` is the same at its end and nowhere else; `what` is its name."""

    kind: Kind
    key: str
    what: str | Tagged = ""


@dataclass(frozen=True, slots=True)
class End:
    """A range ends."""

    kind: Kind
    key: str


Item = Piece | Start | End | Aside


@dataclass(slots=True)
class RawParagraph:
    """One paragraph of the file.

    `source` is its place in the file. `block` is the same for paragraphs that can be joined: of
    one cell, or with no table between them. `mark` is the history of the paragraph mark.
    `is_contents`: text of a contents table was left out of it.
    """

    source: int
    block: int
    cell: CellPlace | None = None
    items: list[Item] = field(default_factory=list)
    mark: Change = UNCHANGED
    style: str = ""
    level: int | None = None
    is_contents: bool = False
    line: Line | None = None
    """The line that both views show, where they show the same; kept when first made."""

    def add(self, text: str, change: Change, looks: tuple[MarkedBy, ...]) -> None:
        """Append text; it joins the piece before it where nothing tells them apart."""
        last = self.items[-1] if self.items else None
        if isinstance(last, Piece) and last.change == change and last.looks == looks:
            last.text += text
        else:
            self.items.append(Piece(text, change, looks))
