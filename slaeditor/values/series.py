"""Several measured numbers of one thing, period after period."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal, InvalidOperation
from typing import Final

from slaeditor.errors import Unreadable
from slaeditor.values.language import folded
from slaeditor.values.numbers import read_decimal, write_decimal

MOST_NUMBERS: Final = 1000

_BETWEEN: Final = r"[ \t\r\n\v\f\x85\u2028\u2029;]+|,(?=[\s;])|,\Z"
_NO_BREAK: Final = "[\u00a0\u2007\u2009\u202f]"
_BESIDE: Final = "; "
_LINKS: Final = frozenset({"", "%", "and", "und", "et"})


class Series:
    """Measured numbers in the order of their periods; immutable, at least one.

    Two series are equal if they were typed alike: 99.5 and 99.50 differ. Raises `ValueError` for
    an empty series.
    """

    __slots__ = ("_numbers",)

    def __init__(self, numbers: Iterable[Decimal]) -> None:
        self._numbers: Final = tuple(numbers)
        if not self._numbers:
            raise ValueError("a series holds at least one number")

    @classmethod
    def parse(cls, stored: str) -> "Series":
        """The series that `str()` wrote; raises `ValueError`."""
        try:
            return cls(Decimal(word) for word in stored.split())
        except InvalidOperation:
            raise ValueError(f"no series of numbers: {stored!r}") from None

    @property
    def numbers(self) -> tuple[Decimal, ...]:
        """The numbers, first period first."""
        return self._numbers

    def __iter__(self) -> Iterator[Decimal]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Series) and str(self) == str(other)

    def __hash__(self) -> int:
        return hash(str(self))

    def __str__(self) -> str:
        return " ".join(format(number, "f") for number in self._numbers)

    def __repr__(self) -> str:
        return f"Series({str(self)!r})"


class _SeriesType:
    """Numbers separated by blanks, semicolons or new lines; also by a comma and a blank."""

    name: Final = "series"

    def read(self, text: str, language: str) -> Series:
        """The numbers in the order typed, each as `NUMBER` reads it."""
        words = [word for word in re.split(_BETWEEN, text) if folded(word) not in _LINKS]
        if not words:
            raise Unreadable(_how_to_write(language))
        if len(words) > MOST_NUMBERS:
            raise Unreadable(f"Write at most {MOST_NUMBERS} numbers.")
        return Series(number for word in words for number in _numbers(word, language))

    def write(self, value: object, language: str) -> str:
        """The numbers with semicolons between them; raises `TypeError` for anything else.

        Blanks and commas group and divide the digits of a number in one language or another; a
        semicolon does neither.
        """
        if not isinstance(value, Series):
            raise TypeError(f"{value!r} is no series")
        return _BESIDE.join(write_decimal(number, language) for number in value)


def _numbers(word: str, language: str) -> list[Decimal]:
    """The number in `word`; several where no-break spaces stand between them."""
    pieces = [piece for piece in re.split(_NO_BREAK, word) if piece not in ("", "%")]
    try:
        return [_number(word, language)]
    except Unreadable:
        if len(pieces) < 2:
            raise
    return [_number(piece, language) for piece in pieces]


def _number(word: str, language: str) -> Decimal:
    if re.match("0[0-9]", word):
        raise Unreadable(f"“{word}” begins with a zero: write thousands without a blank inside.")
    try:
        return read_decimal(word, language)
    except Unreadable as problem:
        if re.fullmatch(r"[0-9.,]+", word) and len(re.findall("[.,]", word)) > 1:
            raise Unreadable(_how_to_write(language)) from None
        sentence = str(problem)
        raise Unreadable(f"“{word}”: {sentence[0].lower()}{sentence[1:]}") from None


def _how_to_write(language: str) -> str:
    numbers = (write_decimal(Decimal(text), language) for text in ("99.2", "99.4", "98.8"))
    example = _BESIDE.join(numbers)
    return f"Write the numbers with semicolons between them, for example “{example}”."


SERIES: Final = _SeriesType()
