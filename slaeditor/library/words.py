"""Words as they are searched for: without case, without accents, without what surrounds them."""

import re
import unicodedata
from functools import lru_cache

# Letters that Unicode doesn't take apart into a plain letter and an accent.
_PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)
_EDGES = re.compile(r"^\W+|\W+$")


def plain(text: str) -> str:
    """The text without case and accents: "Überprüfung" and "UBERPRUFUNG" give the same."""
    folded = text.casefold()
    if folded.isascii():
        return folded
    apart = unicodedata.normalize("NFKD", folded)
    return "".join(each for each in apart if not unicodedata.combining(each)).translate(_PLAIN)


def words_of(text: str) -> set[str]:
    """The different words of a text, plain, without what surrounds them ("(99.9 %)," → 99.9)."""
    return {_word(each) for each in set(text.split())} - {""}


def place_of(text: str, word: str) -> tuple[int, int] | None:
    """From where to where a plain word stands in a text first; None where it doesn't."""
    folded = text.casefold()
    if folded.isascii() and len(folded) == len(text):
        at = folded.find(word)
        return (at, at + len(word)) if at >= 0 else None
    pieces = [plain(each) for each in text]
    origins = [number for number, piece in enumerate(pieces) for _ in piece]
    at = "".join(pieces).find(word)
    return (origins[at], origins[at + len(word) - 1] + 1) if at >= 0 and word else None


@lru_cache(maxsize=1 << 16)
def _word(text: str) -> str:
    """One word, plain, without what surrounds it; most words of a draft stand in others too."""
    return _EDGES.sub("", plain(text))
