"""A composed document as a flat list of entries, and the steps from one such list to another.

An entry is a paragraph, a signature block or a stretch of a table: what is replaced at a time.
Nothing here touches the window, so a worker thread may do it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from math import ceil

from slaeditor.blocks import Block, Document, Paragraph, Part, Role, SignatureBlock, Table
from slaeditor.document.text import text_levels

ROWS = 12
"""Rows of a table in one entry: a longer table is written and replaced piece by piece."""

_BLANKS = re.compile("[ \n\t-]")
_NARROW_LINE = 68.0
"""Letters of table text on one line of the narrowest usual paper."""
_LONGEST_WORD = 14
_LONG_TEXT = 16
_MOST_LINES = 4
_CELL_EDGES = 1.6
_BOLD_LETTER = 1.25


@dataclass(frozen=True, slots=True)
class Look:
    """What decides how a piece looks besides its content.

    `level` is the indentation as `text_levels` gives it; `starts_page` marks the first piece of a
    part that begins on a new page. A table has to make the room below it by itself: `goes_on` if
    another stretch of it follows, else `below` is the role of what does, `ends_page` if that
    begins on a new page.
    """

    level: int
    starts_page: bool = False
    goes_on: bool = False
    below: Role | None = None
    ends_page: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One piece of the document.

    `key` stays while the piece is changed. `fingerprint` is a hash of block and look: within one
    run of the program, equal fingerprints are equal pieces.
    """

    part: str
    key: str
    block: Block
    look: Look
    fingerprint: int = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Step:
    """Replace the entries from `start` to before `end` by `entries`.

    With `in_place` there are as many new entries as old ones, and each is the same one changed.
    """

    start: int
    end: int
    entries: tuple[Entry, ...]
    in_place: bool = False


def entries_of(document: Document) -> tuple[Entry, ...]:
    """The document's pieces in reading order."""
    parts = document.parts
    following = [*(_first(part) for part in parts[1:]), (None, False)]
    return tuple(
        entry
        for part, (role, new_page) in zip(parts, following, strict=True)
        for entry in _of_part(part, role, new_page)
    )


def _first(part: Part) -> tuple[Role | None, bool]:
    return (_role(part.blocks[0]) if part.blocks else None), part.new_page


def _role(block: Block) -> Role | None:
    """The role of the paragraph that a block begins with; a table begins with none."""
    if isinstance(block, Paragraph):
        return block.role
    return Role.SIGNATURE_LEAD if isinstance(block, SignatureBlock) else None


def _of_part(part: Part, below: Role | None, new_page: bool) -> Iterator[Entry]:
    levels = tuple(text_levels(part.blocks))
    last = len(part.blocks) - 1
    for at, block in enumerate(part.blocks):
        look = Look(levels[at], starts_page=part.new_page and at == 0)
        if not isinstance(block, Paragraph):
            under = below if at == last else _role(part.blocks[at + 1])
            look = replace(look, below=under, ends_page=new_page and at == last)
        for number, (piece, goes_on) in enumerate(_pieces(block)):
            shown = replace(look, goes_on=True, below=None, ends_page=False) if goes_on else look
            key = f"{part.id}/{block.id}/{number}"
            yield Entry(part.id, key, piece, shown, hash((piece, shown)))


def _pieces(block: Block) -> Iterator[tuple[Block, bool]]:
    """A block, or a long table in stretches, and whether another stretch follows.

    The first stretch alone has the header.
    """
    if not isinstance(block, Table):
        yield block, False
        return
    widths = readable_widths(block)
    for start in range(0, max(len(block.rows), 1), ROWS):
        header = block.header if start == 0 else ()
        rows = block.rows[start : start + ROWS]
        yield (
            replace(block, header=header, rows=rows, widths=widths),
            start + ROWS < len(block.rows),
        )


def readable_widths(table: Table) -> tuple[float, ...]:
    """Shares of the width at which no word breaks where the paper is narrow, as far as they fit.

    Each column gets the room of its longest word; what is left goes to those with long texts.
    Words are measured in letters, so that this needs no window.
    """
    if not table.widths:
        return ()
    words = [_longest(name) * _BOLD_LETTER for name in table.header]
    texts = [1] * len(words)
    for row in table.rows:
        for column, cell in enumerate(row.cells):
            words[column] = max(words[column], _longest(cell.text))
            texts[column] = max(texts[column], len(cell.text))
    # Lengths count in coarse steps: a few letters more shall not lay out the table anew.
    lines = [min(ceil(text / _LONG_TEXT), _MOST_LINES) for text in texts]
    letters = [max(word, 3 * long) for word, long in zip(words, lines, strict=True)]
    least = [min(count, _LONGEST_WORD) + _CELL_EDGES for count in letters]
    total = max(sum(least), _NARROW_LINE)
    spare = (total - sum(least)) / sum(lines)
    return tuple((room + spare * long) / total for room, long in zip(least, lines, strict=True))


def _longest(text: str) -> int:
    return max(map(len, _BLANKS.split(text)))


def steps(old: Sequence[Entry], new: Sequence[Entry]) -> list[Step]:
    """What turns the old list into the new one, from the end to the beginning.

    The numbers in each step count the old entries, and stay right while the steps are taken in
    this order.
    """
    found: list[Step] = []
    for kind, start, end, new_start, new_end in _alignment(old, new):
        if kind == "equal":
            found.extend(_changed(old, new, start, new_start, end - start))
        else:
            found.append(Step(start, end, tuple(new[new_start:new_end])))
    found.reverse()
    return found


def _alignment(
    old: Sequence[Entry], new: Sequence[Entry]
) -> Sequence[tuple[str, int, int, int, int]]:
    """Stretches of both lists with equal keys, and the stretches between them."""
    old_keys, new_keys = [entry.key for entry in old], [entry.key for entry in new]
    if old_keys == new_keys:
        return [("equal", 0, len(old), 0, len(new))]
    return SequenceMatcher(None, old_keys, new_keys, autojunk=False).get_opcodes()


def _changed(
    old: Sequence[Entry], new: Sequence[Entry], start: int, new_start: int, count: int
) -> Iterator[Step]:
    for offset in range(count):
        entry = new[new_start + offset]
        at = start + offset
        if old[at].fingerprint != entry.fingerprint:
            yield Step(at, at + 1, (entry,), in_place=True)
