"""Words that are longer than the column they stand in: set narrower rather than broken anywhere.

Word breaks an address that doesn't fit at any letter. A mark that allows a break would be copied
along with the address, so its letters are made smaller and narrower instead, as far as one can
still read them; the text stays as it was written.
"""

import re
from collections.abc import Iterator
from typing import Final

from slaeditor.word import markup
from slaeditor.word.styles import TABLE_SIZE

SMALLEST: Final = 15
NARROWEST: Final = 70
"""Half points and per cent of the usual width that can still be read on paper."""

_WORDS: Final = re.compile(r"(\s+)")
_PARTS: Final = re.compile(r"(?<=-)")
"""A line may end behind a hyphen."""

_USUAL: Final = 0.556
_WIDTHS: Final = {
    **dict.fromkeys("ijl'|", 0.225),
    **dict.fromkeys("ft.,:;/\\!I ", 0.28),
    **dict.fromkeys("r-()", 0.333),
    **dict.fromkeys("ckszvxyJ", 0.5),
    **dict.fromkeys("ABEKPSVXY", 0.667),
    **dict.fromkeys("wCDHNRU", 0.722),
    **dict.fromkeys("GOQ", 0.778),
    **dict.fromkeys("mM", 0.833),
    "W": 0.944,
    "@": 1.015,
}
"""Widths of the letters of Arial as shares of the size; other letters are as wide as a digit."""

_SPARE: Final = 1.02
_WIDEST: Final = 1.1 * TABLE_SIZE * 10


def fitted_runs(text: str, properties: str, room: int) -> str:
    """Text as runs with the properties given, the words that are too long made to fit.

    `room` is the width of a line in twentieths of a point, 0 where it doesn't matter.
    """
    if not room or len(text) * _WIDEST <= room:
        return markup.runs(text, properties)
    first, last = ("", properties) if properties == markup.HIGHLIGHT else (properties, "")
    return "".join(
        markup.runs(piece, first + narrower + last) for piece, narrower in _pieces(text, room)
    )


def _pieces(text: str, room: int) -> Iterator[tuple[str, str]]:
    """The text cut where its look changes, each piece with the properties that make it fit."""
    plain = ""
    for word in _WORDS.split(text):
        narrower = _narrower(word, room)
        if not narrower:
            plain += word
            continue
        yield plain, ""
        yield word, narrower
        plain = ""
    yield plain, ""


def _narrower(word: str, room: int) -> str:
    """What makes the longest part of a word fit; nothing where it fits by itself."""
    width = max(map(_width, _PARTS.split(word))) * _SPARE
    if width <= room:
        return ""
    size = max(SMALLEST, int(TABLE_SIZE * room / width))
    scale = max(NARROWEST, min(100, int(100 * room / (width * size / TABLE_SIZE))))
    scaled = f'<w:w w:val="{scale}"/>' if scale < 100 else ""
    return f'{scaled}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'


def _width(part: str) -> float:
    """The width of a part of a word at the size of tables, in twentieths of a point."""
    return sum(_WIDTHS.get(letter, _USUAL) for letter in part) * TABLE_SIZE * 10
