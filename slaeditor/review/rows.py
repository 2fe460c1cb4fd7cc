"""Which of several rows is which, by what their cells say."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from slaeditor.review.likeness import ALIKE, likeness, plain

Texts = Sequence[str]
"""The texts of a row's cells, in their order."""

_MOST_PAIRS = 20_000
"""Pairs of rows up to which each is compared with each."""


def equal_rows(ours: Sequence[Texts], theirs: Sequence[Texts]) -> Iterator[tuple[int, int]]:
    """The places in both of rows that say exactly the same, in their order."""
    waiting: dict[str, list[int]] = {}
    for number, texts in enumerate(theirs):
        waiting.setdefault(_whole(texts), []).append(number)
    for number, texts in enumerate(ours):
        key = _whole(texts)
        if key.strip() and (found := waiting.get(key)):
            yield number, found.pop(0)


def alike_rows(ours: Sequence[Texts], theirs: Sequence[Texts]) -> Iterator[tuple[int, int]]:
    """The places in both of rows that are alike, the most alike first."""
    if len(ours) * len(theirs) > _MOST_PAIRS:
        return
    pairs = sorted(
        (-likeness(_whole(one), _whole(other)), n, m)
        for n, one in enumerate(ours)
        for m, other in enumerate(theirs)
    )
    yield from _each_once((n, m) for distance, n, m in pairs if -distance >= ALIKE)


def rows_of_one_name(ours: Sequence[Texts], theirs: Sequence[Texts]) -> Iterator[tuple[int, int]]:
    """The places in both of rows whose first cells say the same, as no other one's does."""
    names = [plain(texts[0]) for texts in ours]
    others = [plain(texts[0]) for texts in theirs]
    once = _once(names) & _once(others)
    for number, name in enumerate(names):
        if name and name in once:
            yield number, others.index(name)


def rows_in_order(ours: Sequence[Texts], theirs: Sequence[Texts]) -> Iterator[tuple[int, int]]:
    """The places in both of rows whose first cells say the same, each behind the one before."""
    behind = 0
    for number, texts in enumerate(ours):
        for other in range(behind, len(theirs)):
            if plain(theirs[other][0]) == plain(texts[0]):
                yield number, other
                behind = other + 1
                break


def _whole(texts: Texts) -> str:
    return "\t".join(plain(text) for text in texts)


def _once(names: Sequence[str]) -> set[str]:
    return {name for name, count in Counter(names).items() if count == 1}


def _each_once(pairs: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    ours: set[int] = set()
    theirs: set[int] = set()
    for one, other in pairs:
        if one not in ours and other not in theirs:
            ours.add(one)
            theirs.add(other)
            yield one, other
