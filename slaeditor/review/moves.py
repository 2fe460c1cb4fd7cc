"""Which of several things are out of order, so that the fewest count as moved."""

from bisect import bisect_left
from collections.abc import Sequence


def out_of_order(positions: Sequence[int]) -> frozenset[int]:
    """The indexes of the fewest positions without which the rest only ever grow.

    Patience sorting: what is left is a longest increasing subsequence.
    """
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, position in enumerate(positions):
        at = bisect_left(tails, position)
        before.append(ends[at - 1] if at else -1)
        tails[at : at + 1] = [position]
        ends[at : at + 1] = [index]
    kept: set[int] = set()
    index = ends[-1] if ends else -1
    while index >= 0:
        kept.add(index)
        index = before[index]
    return frozenset(range(len(positions))) - kept
