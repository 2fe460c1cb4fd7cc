"""How wide the columns of a table are, so that words stay whole where the paper is narrow.

Words are measured in letters, so that this needs no window.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from slaeditor.blocks import Table

_BLANKS = re.compile("[ \u00a0\n\t-]")
_NARROW_LINE = 68.0
"""Letters of table text on one line of the narrowest usual paper."""
_LONGEST_WORD = 24
_STEP = 3
_LONG_TEXT = 16
_MOST_LINES = 4
_CELL_EDGES = 1.2
_BOLD_LETTER = 1.15


@dataclass(frozen=True, slots=True)
class RowSize:
    """The letters of the longest word, and of the whole text, of each cell of a row."""

    words: tuple[int, ...]
    texts: tuple[int, ...]

    @classmethod
    def of(cls, texts: Sequence[str]) -> "RowSize":
        """The size of a row with these texts."""
        return cls(tuple(map(_longest, texts)), tuple(map(len, texts)))


@dataclass(frozen=True, slots=True)
class Columns:
    """The shares of the width, and how many letters wide the table is at the least."""

    shares: tuple[float, ...] = ()
    letters: int = 0


def readable_columns(table: Table, rows: Sequence[RowSize]) -> Columns:
    """Columns in which every word stays whole.

    Each gets the room of its longest word; what is left goes to those with long texts.
    """
    if not table.widths:
        return Columns()
    words = [_longest(name) * _BOLD_LETTER for name in table.header]
    texts = [1] * len(words)
    for row in rows:
        for column, (word, text) in enumerate(zip(row.words, row.texts, strict=True)):
            words[column] = max(words[column], word)
            texts[column] = max(texts[column], text)
    # Lengths count in coarse steps: a few letters more shall not lay out the table anew.
    lines = [min(ceil(text / _LONG_TEXT), _MOST_LINES) for text in texts]
    coarse = [ceil(word / _STEP) * _STEP for word in words]
    letters = [max(word, 3 * long) for word, long in zip(coarse, lines, strict=True)]
    least = [min(count, _LONGEST_WORD) + _CELL_EDGES for count in letters]
    total = max(sum(least), _NARROW_LINE)
    spare = (total - sum(least)) / sum(lines)
    shares = ((room + spare * long) / total for room, long in zip(least, lines, strict=True))
    whole = sum(min(word, _LONGEST_WORD) + _CELL_EDGES for word in words)
    return Columns(tuple(shares), ceil(whole))


def _longest(text: str) -> int:
    return max(map(len, _BLANKS.split(text)))
