"""How numbers are written: as digits, letters or Roman numerals, and in the formats of a firm.

The names of the forms are those of the file format (`w:numFmt`, ECMA-376 part 1, 17.18.59).
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from slaeditor.blocks import Role

_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_LETTERS_OF_WORDS = re.compile(r"[^\W\d_]+\s*")


def alphabetic(number: int) -> str:
    """1 → a, 26 → z, 27 → aa, as Word counts."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def roman(number: int) -> str:
    """1 → i, 4 → iv, 9 → ix."""
    text = ""
    for value, sign in _ROMAN:
        text += sign * (number // value)
        number %= value
    return text


def ordinal(number: int) -> str:
    """1 → 1st, 12 → 12th, 23 → 23rd."""
    ending = "th" if number // 10 % 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


FORMS: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "lowerLetter": alphabetic,
    "upperLetter": lambda number: alphabetic(number).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "ordinal": ordinal,
}
"""How a count is written, by the name of its form."""


def in_form(count: int, form: str) -> str:
    """A count as written; one below 1, which only digits can show, in digits."""
    return FORMS[form](count) if count > 0 else str(count)


@dataclass(frozen=True, slots=True)
class Count:
    """The place in a number's text where the count of a role stands; the first one is `start`."""

    role: Role
    form: str = "decimal"
    start: int = 1

    def written(self, count: int) -> str:
        """The count as it stands there."""
        return in_form(self.start + count - 1, self.form)


@dataclass(frozen=True, slots=True)
class Format:
    """How the numbers of one role are written: text with counts in it, such as "Article ", 3.

    `is_whole` says that a reference needs nothing before it: "1.2" names a clause, "(a)" doesn't.
    """

    pieces: tuple[str | Count, ...]
    is_whole: bool = True

    def number(self, count_of: Callable[[Role], int]) -> str:
        """The number as it stands before its paragraph."""
        return "".join(self._piece(piece, count_of) for piece in self.pieces)

    def referred(self, count_of: Callable[[Role], int]) -> str:
        """The number without words, as it stands in a sentence: "clause 1", not "clause Article 1".

        Word does the same for the switch \\t of a cross-reference.
        """
        return "".join(
            _LETTERS_OF_WORDS.sub("", piece)
            if isinstance(piece, str)
            else piece.written(count_of(piece.role))
            for piece in self.pieces
        )

    @property
    def has_words(self) -> bool:
        """Whether a reference leaves a word of it out."""
        return any(isinstance(each, str) and _LETTERS_OF_WORDS.search(each) for each in self.pieces)

    @staticmethod
    def _piece(piece: str | Count, count_of: Callable[[Role], int]) -> str:
        return piece if isinstance(piece, str) else piece.written(count_of(piece.role))


@dataclass(frozen=True, slots=True)
class Formats:
    """The formats of a firm for the roles that its own lists number.

    Items of schedules always have the standard ones. `unbroken` names the roles that go on counting
    where a paragraph of another role would begin them again: clauses that are numbered through.
    """

    of: Mapping[Role, Format] = field(default_factory=dict)
    unbroken: Mapping[Role, frozenset[Role]] = field(default_factory=dict)

    def format(self, role: Role, *, in_schedule: bool) -> Format | None:
        """How a role is numbered; None for the standard format."""
        if in_schedule and role in (Role.ITEM, Role.SUBITEM):
            return None
        return self.of.get(role)


STANDARD = Formats()
"""The formats of documents that no firm's template numbers."""
