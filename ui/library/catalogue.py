"""All lines of a shelf, with what finding and sorting among 50,000 of them takes, made once.

Lines are spoken of by their numbers here: a sort or a filter is a list of numbers, made in
milliseconds and without asking the same of each line twice.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

from slaeditor.kinds import Status
from slaeditor.library.words import plain, words_of
from ui.library.rows import Column, Row

_RUN = 8000
"""Lines sorted at a stretch, so that another thread isn't kept waiting for more than that."""


class Catalogue:
    """Lines in the order of the library: damaged files, then agreements, the newest first."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.rows = rows
        self._orders: dict[Column, list[int]] = {}

    @cached_property
    def damaged(self) -> int:
        """How many damaged files there are; they stand on top, whatever the order."""
        return next((n for n, row in enumerate(self.rows) if not row.damage), len(self.rows))

    @cached_property
    def _texts(self) -> list[str]:
        """Title and parties of each line, plain, as they are searched."""
        return [plain(f"{row.title}\n{row.parties}") for row in self.rows]

    def prepare(self) -> None:
        """Make now, on whatever thread, what the first search and the first sorting need."""
        if self._texts:
            for column in Column:
                self._order(column)

    def in_order(
        self, numbers: Sequence[int] | None, column: Column, descending: bool
    ) -> Sequence[Row]:
        """The lines with those numbers (None: all of them) by a column; equal ones by title."""
        by_time = column is Column.CHANGED
        if by_time and descending:
            return self.rows if numbers is None else [self.rows[n] for n in numbers]
        if not by_time:
            order = self._order(column)
            if numbers is not None:
                wanted = bytearray(len(self.rows))
                for number in numbers:
                    wanted[number] = 1
                order = [number for number in order if wanted[number]]
        else:
            order = list(range(len(self.rows)) if numbers is None else numbers)
        if descending or by_time:
            order = order[::-1]
        rows = self.rows
        if not self.damaged:
            return [rows[number] for number in order]
        top = sorted(number for number in order if number < self.damaged)
        return [rows[number] for number in (*top, *(n for n in order if n >= self.damaged))]

    @cached_property
    def _numbers(self) -> dict[str, int]:
        """The number of each agreement by its id."""
        found = range(self.damaged, len(self.rows))
        return {row.id: n for n, row in zip(found, self.rows[self.damaged :], strict=True)}

    def numbers_with(self, ids: Iterable[str], among: Sequence[int]) -> list[int]:
        """The numbers of the agreements with those ids, as far as they are among some."""
        wanted, known = bytearray(len(self.rows)), self._numbers
        for number in among:
            wanted[number] = 1
        numbers = [known[draft_id] for draft_id in ids if draft_id in known]
        return sorted(number for number in numbers if wanted[number])

    def having(self, words: str, numbers: Iterable[int]) -> list[int]:
        """Those of the numbers whose title or parties hold every one of the words."""
        texts, found = self._texts, list(numbers)
        for word in words_of(words):
            found = [number for number in found if word in texts[number]]
        return found

    def numbers_of(self, status: str, kind: str) -> Sequence[int]:
        """The agreements of a status and a kind; empty words stand for any."""
        found: Sequence[int] = range(self.damaged, len(self.rows))
        rows = self.rows
        if status:
            found = [number for number in found if (rows[number].status or Status.DRAFT) == status]
        if kind:
            found = [number for number in found if rows[number].kind == kind]
        return found

    def _order(self, column: Column) -> list[int]:
        """All numbers by a column, the smallest first."""
        if column not in self._orders:
            if column is Column.TITLE:
                by_title: list[int] = list(range(len(self.rows)))
            elif column is Column.CHANGED:
                return []  # that is the order of the lines themselves
            else:
                by_title = self._order(Column.TITLE)
            keys = [row.sort_key(column) for row in self.rows]
            self._orders[column] = _sorted(by_title, keys)
        return self._orders[column]


def _sorted(numbers: list[int], keys: list[Any]) -> list[int]:
    """The numbers by their keys, equal ones as they stood.

    Sorted bit by bit first: Python sorts what consists of sorted runs by merging them.
    """
    runs: list[int] = []
    for start in range(0, len(numbers), _RUN):
        runs += sorted(numbers[start : start + _RUN], key=keys.__getitem__)
    return sorted(runs, key=keys.__getitem__)
