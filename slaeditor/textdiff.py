"""What changed between two texts, word by word, and where a stretch of the old text is in the new.

Words stay whole, and so do numbers and dates written in figures ("99.95", "1,000", "2026-06-01").
"""

import re
from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

Range = tuple[int, int]
"""A stretch of a text: the characters from the first number up to the second."""

_TOKEN = re.compile(r"\d+(?:[.,:/-]\d+)+|\w(?:\w|[\u0300-\u036f])*|\s+|[^\w\s]")
_SENTENCE_END = frozenset(".;:!?\n")
_COST_LIMIT = 40_000
"""Pairs of equal words up to which two texts are compared at once: ten thousand characters."""


class Fate(StrEnum):
    """What became of a stretch of text."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of text that was kept, removed or added; never empty."""

    fate: Fate
    text: str


@dataclass(frozen=True, slots=True)
class Step:
    """Tokens `old_start:old_end` that became `new_start:new_end`; the same ones if `kept`."""

    kept: bool
    old_start: int
    old_end: int
    new_start: int
    new_end: int


def tokens(text: str) -> list[str]:
    """The words, numbers, blanks and signs that make up a text; joined they are the text."""
    return _TOKEN.findall(text)


def changes(old: str, new: str) -> tuple[Stretch, ...]:
    """How the old text became the new one: what was removed stands before what replaced it.

    Kept and removed stretches together are the old text, kept and added ones the new.
    """
    before, after = tokens(old), tokens(new)
    found: list[Stretch] = []
    for step in joined(steps(before, after), before):
        removed = "".join(before[step.old_start : step.old_end])
        added = "".join(after[step.new_start : step.new_end])
        if step.kept:
            found.append(Stretch(Fate.KEPT, removed))
            continue
        pair = ((Fate.REMOVED, removed), (Fate.ADDED, added))
        found.extend(Stretch(fate, text) for fate, text in pair if text)
    return tuple(found)


def steps(old: Sequence[str], new: Sequence[str]) -> list[Step]:
    """The tokens kept and changed, in order; the steps cover both sequences without a gap.

    Tokens count as equal when their texts are. No step is empty on both sides, and no two
    neighbours are of the same sort.
    """
    first = _common_start(old, new)
    last = _common_start(old[first:][::-1], new[first:][::-1])
    old_end, new_end = len(old) - last, len(new) - last
    matches = [(0, 0, first)]
    matches += [
        (first + i, first + j, size)
        for i, j, size in _matches(old[first:old_end], new[first:new_end])
    ]
    matches.append((old_end, new_end, last))
    return _steps(matches)


def joined(found: Sequence[Step], old: Sequence[str]) -> list[Step]:
    """The steps with two changes made one where a single blank stands between them.

    Two removals, or two additions, stay apart: there the blank says what was kept.
    """
    result: list[Step] = []
    for step in found:
        result.append(step)
        if len(result) < 3 or step.kept:
            continue
        before, between = result[-3], result[-2]
        blank = "".join(old[between.old_start : between.old_end])
        whole = Step(False, before.old_start, step.old_end, before.new_start, step.new_end)
        if len(blank) == 1 and blank.isspace() and blank != "\n" and _replaces(before, step):
            result[-3:] = [whole]
    return result


def is_trivial(old: str, new: str) -> bool:
    """Whether two texts differ in blanks, quotes, dashes, capitals or the blank before % alone."""
    return _plain(old) == _plain(new)


def projected(old: str, ranges: Sequence[Range], new: str) -> list[Range | None]:
    """Where stretches of the old text are in the new one; None where nothing is left of one.

    What replaces text of a stretch belongs to it; what was added at its edge does not, unless the
    stretch is the whole text. The result has the order of `ranges`.
    """
    before, after = tokens(old), tokens(new)
    places = _Places(steps(before, after), _offsets(before), _offsets(after), old, new)
    return [places.of(start, end) for start, end in ranges]


def _common_start(old: Sequence[str], new: Sequence[str]) -> int:
    for count, (one, other) in enumerate(zip(old, new, strict=False)):
        if one != other:
            return count
    return min(len(old), len(new))


def _matches(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int, int]]:
    """Equal runs as (place in old, place in new, length), in the order of both.

    Blanks are never what a match is found by. Where a comparison token by token would take too
    long, whole sentences are compared first, and then what stands between equal ones.
    """
    if not old or not new:
        return []
    if _cost(old, new) <= _COST_LIMIT:
        matcher = SequenceMatcher(_is_blank, old, new, autojunk=False)
        return [(b.a, b.b, b.size) for b in matcher.get_matching_blocks() if b.size]
    return _by_sentence(old, new)


def _by_sentence(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int, int]]:
    ours, theirs = _sentences(old), _sentences(new)
    if _cost(ours, theirs) > _COST_LIMIT:
        return []
    old_at, new_at = _counted(ours), _counted(theirs)
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    found: list[tuple[int, int, int]] = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        old_part, new_part = old[old_at[i1] : old_at[i2]], new[new_at[j1] : new_at[j2]]
        if tag == "equal":
            found.append((old_at[i1], new_at[j1], len(old_part)))
        elif _cost(old_part, new_part) <= _COST_LIMIT:
            inner = _matches(old_part, new_part)
            found += [(old_at[i1] + i, new_at[j1] + j, size) for i, j, size in inner]
    return found


def _cost(old: Sequence[Hashable], new: Sequence[Hashable]) -> int:
    """How many pairs of equal tokens there are, blanks left out: what a comparison looks at."""
    counts = Counter(new)
    return sum(counts[token] for token in old if not _is_blank(token))


def _sentences(found: Sequence[str]) -> list[tuple[str, ...]]:
    """The tokens in groups, each up to the end of a sentence or line."""
    result: list[tuple[str, ...]] = []
    current: list[str] = []
    for token in found:
        current.append(token)
        if token[-1:] in _SENTENCE_END:
            result.append(tuple(current))
            current = []
    return [*result, tuple(current)] if current else result


def _counted(groups: Sequence[tuple[str, ...]]) -> list[int]:
    places = [0]
    for group in groups:
        places.append(places[-1] + len(group))
    return places


def _steps(matches: Sequence[tuple[int, int, int]]) -> list[Step]:
    """Matches, the last of which ends both sequences, with the changes between them."""
    result: list[Step] = []
    old_at = new_at = 0
    for old_start, new_start, size in matches:
        if old_start > old_at or new_start > new_at:
            result.append(Step(False, old_at, old_start, new_at, new_start))
        old_at, new_at = old_start + size, new_start + size
        if not size:
            continue
        if result and result[-1].kept:
            last = result.pop()
            result.append(Step(True, last.old_start, old_at, last.new_start, new_at))
        else:
            result.append(Step(True, old_start, old_at, new_start, new_at))
    return result


def _replaces(one: Step, other: Step) -> bool:
    """Whether the two changes together remove something and add something."""
    removes = one.old_end > one.old_start or other.old_end > other.old_start
    adds = one.new_end > one.new_start or other.new_end > other.new_start
    return removes and adds


def _is_blank(token: Hashable) -> bool:
    return isinstance(token, str) and token.isspace()


_QUOTES = str.maketrans({**dict.fromkeys("“”„‟«»″", '"'), **dict.fromkeys("‘’‚‛‹›′", "'")})
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")
_DASH = re.compile(r"[^\S\n]*[\u2012-\u2015\u2212][^\S\n]*|[^\S\n]+-[^\S\n]+|[\u2010\u2011]")
_BLANKS = re.compile(r"[^\S\n]+")
_LOOSE_BLANK = re.compile(r" (?=%|\n)|(?<=\n) ")


def _plain(text: str) -> str:
    """The text without what makes no difference."""
    straight = _DASH.sub("-", _UNSEEN.sub("", text).translate(_QUOTES))
    return _LOOSE_BLANK.sub("", _BLANKS.sub(" ", straight)).strip().casefold()


def _offsets(found: Sequence[str]) -> list[int]:
    """Where each token begins, and where the last one ends."""
    places = [0]
    for token in found:
        places.append(places[-1] + len(token))
    return places


class _Places:
    """Looks up where places of the old text went."""

    def __init__(
        self, found: list[Step], old_at: list[int], new_at: list[int], old: str, new: str
    ) -> None:
        self._old, self._new = old, new
        self._spans = [
            (s.kept, old_at[s.old_start], old_at[s.old_end], new_at[s.new_start], new_at[s.new_end])
            for s in found
        ]

    def of(self, start: int, end: int) -> Range | None:
        """Where the characters from `start` to `end` went."""
        if (start, end) == (0, len(self._old)) and (self._new or not self._old):
            return 0, len(self._new)
        first, last = self._place(start, is_end=False), self._place(end, is_end=True)
        if first < last:
            return first, last
        return (first, first) if start == end and first == last else None

    def _place(self, at: int, *, is_end: bool) -> int:
        """Where an edge went: a start behind what was added there, an end before it."""
        last = 0
        for kept, old_start, old_end, new_start, new_end in self._spans:
            if at <= old_start and is_end:
                return last
            if at == old_start < old_end:
                return new_start
            if at < old_end:
                inside = at - old_start
                if kept:
                    return new_start + inside
                return new_start + _within(
                    self._old[old_start:old_end], self._new[new_start:new_end], inside, is_end
                )
            last = new_end
        return last


def _within(old: str, new: str, inside: int, is_end: bool) -> int:
    """Where an edge in the middle of replaced text went.

    What both texts begin or end with decides; else as many words are before it as its share is.
    """
    first = _common_start(old, new)
    last = _common_start(old[first:][::-1], new[first:][::-1])
    if inside <= first:
        return inside
    if len(old) - inside <= last:
        return len(new) - (len(old) - inside)
    words = _words(new)
    starts = [start for start, _ in _words(old)]
    share = sum(start < inside for start in starts) / max(len(starts), 1)
    count = round(share * len(words))
    if is_end:
        place = words[count - 1][1] if count else 0
    else:
        place = words[count][0] if count < len(words) else len(new)
    return min(max(place, first), len(new) - last)


def _words(text: str) -> list[Range]:
    return [found.span() for found in _TOKEN.finditer(text) if not found[0].isspace()]
