"""A person's words within a sentence of the program, where the two run in different directions."""

import unicodedata

_FIRST_STRONG_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"
_TURNING = frozenset({"R", "AL", "AN", "RLE", "RLO", "RLI", "LRE", "LRO", "LRI", "FSI"})
"""Kinds of characters that can turn what stands beside them, also in text around."""


def isolated(text: str) -> str:
    """The text as it can stand in a sentence: in isolates where some of it runs right to left.

    For titles, parties, items and files named in sentences on the screen; never for what is
    stored or printed. Any other text comes back as it is.
    """
    if text.isascii() or _TURNING.isdisjoint(map(unicodedata.bidirectional, text)):
        return text
    return f"{_FIRST_STRONG_ISOLATE}{text}{_POP_ISOLATE}"
