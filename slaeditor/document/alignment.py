"""Two lists of things side by side: by their ids first, then by what they say."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from slaeditor.textdiff import steps, tokens

_ALIKE = 0.6
"""The share of words in common from which two texts are versions of one."""

_MOST_COMPARED = 2500
"""Pairs of unmatched things within one gap up to which each is compared with each."""

_POSITION = re.compile(r"@\d+$")
"""Ends the id of a thing that has no other name than its position."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to align. Only those of one `sort` make a pair; `id` may be empty."""

    sort: str
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Indices of what belongs together; None on the side where there is nothing.

    `moved`: it exists on the other side as well, but not in this order.
    """

    old: int | None
    new: int | None
    moved: bool = False


def aligned(old: Sequence[Line], new: Sequence[Line]) -> list[Pair]:
    """Everything of both lists once, in the order of both; what was removed stands first."""
    known = _by_id(old, new)
    anchors = _in_order(known)
    moved_old = {i for i, _ in known} - {i for i, _ in anchors}
    moved_new = {j for _, j in known} - {j for _, j in anchors}
    ours = [None if i in moved_old else line for i, line in enumerate(old)]
    theirs = [None if j in moved_new else line for j, line in enumerate(new)]
    matches: list[tuple[int, int]] = []
    old_at = new_at = 0
    for old_end, new_end in [*anchors, (len(old), len(new))]:
        gap = _in_gap(ours[old_at:old_end], theirs[new_at:new_end])
        matches += [(old_at + i, new_at + j) for i, j in gap]
        matches.append((old_end, new_end))
        old_at, new_at = old_end + 1, new_end + 1
    return list(_pairs(matches, moved_old, moved_new))


def likeness(one: Counter[str], other: Counter[str]) -> float:
    """The share of words that two texts have in common, from 0 to 1 (Dice's coefficient)."""
    count = one.total() + other.total()
    return 2 * (one & other).total() / count if count else 0.0


def words(text: str) -> Counter[str]:
    """The words of a text with their numbers, blanks left out."""
    return Counter(token for token in tokens(text.casefold()) if not token.isspace())


def _by_id(old: Sequence[Line], new: Sequence[Line]) -> list[tuple[int, int]]:
    """The pairs of the same sort and id, in the order of the old list; each thing is in one."""
    there = _places(new)
    return [(i, there[key]) for key, i in _places(old).items() if key in there]


def _places(lines: Sequence[Line]) -> dict[tuple[str, str, int], int]:
    seen: Counter[tuple[str, str]] = Counter()
    found = {}
    for index, line in enumerate(lines):
        if not line.id or _POSITION.search(line.id):
            continue
        seen[line.sort, line.id] += 1
        found[line.sort, line.id, seen[line.sort, line.id]] = index
    return found


def _in_order(known: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of the pairs whose new places ascend as the old ones do."""
    ends: list[int] = []
    at_end: list[int] = []
    before: list[int | None] = []
    for index, (_, place) in enumerate(known):
        length = bisect_left(ends, place)
        ends[length:] = [place, *ends[length + 1 :]]
        at_end[length:] = [index, *at_end[length + 1 :]]
        before.append(at_end[length - 1] if length else None)
    found = []
    current = at_end[-1] if at_end else None
    while current is not None:
        found.append(known[current])
        current = before[current]
    return found[::-1]


def _in_gap(old: Sequence[Line | None], new: Sequence[Line | None]) -> list[tuple[int, int]]:
    """Pairs among what no id brought together: equal texts first, then similar ones."""
    ours = [(i, line) for i, line in enumerate(old) if line is not None]
    theirs = [(j, line) for j, line in enumerate(new) if line is not None]
    found = []
    for step in steps(
        [f"{line.sort}\n{line.text}" for _, line in ours],
        [f"{line.sort}\n{line.text}" for _, line in theirs],
    ):
        left = ours[step.old_start : step.old_end]
        right = theirs[step.new_start : step.new_end]
        if step.kept:
            found += [(i, j) for (i, _), (j, _) in zip(left, right, strict=True)]
        elif left and right:
            found += _alike(left, right)
    return found


def _alike(
    left: Sequence[tuple[int, Line]], right: Sequence[tuple[int, Line]]
) -> list[tuple[int, int]]:
    """The pairs in order whose texts are alike and, taken together, most so."""
    our_words = [words(line.text) for _, line in left]
    their_words = [words(line.text) for _, line in right]

    def score(i: int, j: int) -> float:
        if left[i][1].sort != right[j][1].sort:
            return 0.0
        found = likeness(our_words[i], their_words[j])
        return found if found >= _ALIKE else 0.0

    if len(left) * len(right) > _MOST_COMPARED:
        chosen = [(n, n) for n in range(min(len(left), len(right))) if score(n, n)]
    else:
        chosen = _best(len(left), len(right), score)
    return [(left[i][0], right[j][0]) for i, j in chosen]


def _best(rows: int, columns: int, score: Callable[[int, int], float]) -> list[tuple[int, int]]:
    """The pairs in order with the highest sum of scores, none of which is 0."""
    scores = [[score(i, j) for j in range(columns)] for i in range(rows)]
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            paired = best[i + 1][j + 1] + scores[i][j] if scores[i][j] else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], paired)
    found = []
    i = j = 0
    while i < rows and j < columns:
        if scores[i][j] and best[i][j] == best[i + 1][j + 1] + scores[i][j]:
            found.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return found


def _pairs(
    matches: Sequence[tuple[int, int]], moved_old: set[int], moved_new: set[int]
) -> Iterator[Pair]:
    """The matches, the last of which ends both lists, with what is on one side only."""
    old_at = new_at = 0
    for old_end, new_end in matches:
        yield from (Pair(i, None, i in moved_old) for i in range(old_at, old_end))
        yield from (Pair(None, j, j in moved_new) for j in range(new_at, new_end))
        if (old_end, new_end) != matches[-1]:
            yield Pair(old_end, new_end)
        old_at, new_at = old_end + 1, new_end + 1
