"""How alike two texts are."""

import re
from difflib import SequenceMatcher

ALIKE = 0.6
"""How alike two texts must be to be taken for one (a quarter of the words may differ)."""

_BLANKS = re.compile(r"\s+")


def likeness(one: str, other: str) -> float:
    """How alike two texts are, from 0 to 1, word by word."""
    first, second = one.split(), other.split()
    if not first or not second:
        return 0.0
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    if matcher.real_quick_ratio() < ALIKE / 2 or matcher.quick_ratio() < ALIKE / 2:
        return 0.0
    return matcher.ratio()


def shares_the_end(ours: str, theirs: str) -> bool:
    """Whether most words of a line stand in the later part of a text in the same order."""
    words = theirs.split()
    matcher = SequenceMatcher(None, ours.split(), words, autojunk=False)
    shared = sum(block.size for block in matcher.get_matching_blocks())
    return bool(words) and shared / len(words) >= ALIKE


def plain(text: str) -> str:
    """A text with single blanks alone."""
    return _BLANKS.sub(" ", text).strip()
