"""Cuts a composed document into entries; what is the same as in the last one is cut only once.

Nothing here touches the window, so a worker thread may do it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from slaeditor.blocks import Block, Document, Paragraph, Part, Role, Row, SignatureBlock, Table
from slaeditor.document.memory import Kept
from slaeditor.document.text import text_levels, words_in
from ui.preview.columns import RowSize, readable_columns
from ui.preview.entries import Entry, Look

ROWS = 6
"""Rows of a table in one entry: a longer table is written and replaced piece by piece."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A document in pieces in reading order, and how many words it has."""

    entries: tuple[Entry, ...]
    words: int


class Cutter:
    """Cuts one document after the other. For one thread at a time."""

    def __init__(self) -> None:
        self._rows = Kept(_CutRow)
        self._blocks = Kept(partial(_CutBlock, self._rows))

    def cut(self, document: Document) -> Cut:
        """The document in pieces."""
        self._rows.begin()
        self._blocks.begin()
        entries, words = list[Entry](), 0
        parts = document.parts
        following = [*(_first(part) for part in parts[1:]), (None, False)]
        for part, (role, new_page) in zip(parts, following, strict=True):
            blocks = self._blocks.of(part.blocks)
            for block, place in zip(blocks, _places(part, role, new_page), strict=True):
                entries += block.entries_at(place)
                words += block.words
        return Cut(tuple(entries), words)


def entries_of(document: Document) -> tuple[Entry, ...]:
    """The pieces of one document in reading order."""
    return Cutter().cut(document).entries


_Place = tuple[str, int, bool, Role | None, bool]
"""The part's id, and the values of the look: level, starts_page, below, ends_page."""


def _places(part: Part, below: Role | None, new_page: bool) -> Iterator[_Place]:
    """The place of each block of a part; only what isn't a paragraph minds what follows it."""
    last = len(part.blocks) - 1
    for at, (block, level) in enumerate(zip(part.blocks, text_levels(part.blocks), strict=True)):
        starts_page = part.new_page and at == 0
        if isinstance(block, Paragraph):
            yield part.id, level, starts_page, None, False
        else:
            under = below if at == last else _role(part.blocks[at + 1])
            yield part.id, level, starts_page, under, new_page and at == last


def _first(part: Part) -> tuple[Role | None, bool]:
    return (_role(part.blocks[0]) if part.blocks else None), part.new_page


def _role(block: Block) -> Role | None:
    """The role of the paragraph that a block begins with; a table begins with none."""
    if isinstance(block, Paragraph):
        return block.role
    return Role.SIGNATURE_LEAD if isinstance(block, SignatureBlock) else None


class _CutRow:
    """What is worked out from a row of a table once."""

    def __init__(self, row: Row) -> None:
        texts = [cell.text for cell in row.cells]
        self.size = RowSize.of(texts)
        self.words = sum(len(text.split()) for text in texts)
        self.fingerprint = hash(row)


class _CutBlock:
    """One block, and its entries where it stood last."""

    def __init__(self, rows: Kept[Row, _CutRow], block: Block) -> None:
        self._block = block
        self._rows = rows.of(block.rows) if isinstance(block, Table) else []
        self._place: _Place | None = None
        self._entries: tuple[Entry, ...] = ()
        bare = replace(block, rows=()) if isinstance(block, Table) else block
        self.words = words_in(bare) + sum(row.words for row in self._rows)

    def entries_at(self, place: _Place) -> tuple[Entry, ...]:
        """The entries of the block at a place."""
        if place != self._place:
            self._place, self._entries = place, tuple(self._cut(place))
        return self._entries

    def _cut(self, place: _Place) -> Iterator[Entry]:
        part, level, starts_page, below, ends_page = place
        look = Look(level, starts_page, below=below, ends_page=ends_page)
        key = f"{part}/{self._block.id}"
        if not isinstance(self._block, Table):
            fingerprint = hash((self._block, look))
            yield Entry(part, f"{key}/0", self._block, look, fingerprint)
            return
        columns = readable_columns(self._block, [row.size for row in self._rows])
        look = replace(look, letters=columns.letters)
        inner = replace(look, goes_on=True, below=None, ends_page=False)
        last = max(len(self._rows) - 1, 0) // ROWS
        bare = replace(self._block, rows=(), widths=columns.shares)
        for number, (piece, rows) in enumerate(self._pieces(bare, self._block.rows)):
            shown = look if number == last else inner
            yield Entry(part, f"{key}/{number}", piece, shown, hash((rows, shown)))

    def _pieces(self, bare: Table, rows: tuple[Row, ...]) -> Iterator[tuple[Table, int]]:
        """The table in stretches with the hash of each. The first one alone has the header."""
        for start in range(0, max(len(rows), 1), ROWS):
            head = bare if start == 0 else replace(bare, header=())
            prints = tuple(row.fingerprint for row in self._rows[start : start + ROWS])
            yield replace(head, rows=rows[start : start + ROWS]), hash((head, prints))
