"""Numbers as people type them: digits, one decimal separator, thousands grouped or not.

Decimals keep what was typed: 99.50 is not 99.5. A number is never guessed: where the separators
belong to another language the person is told how to write it.
"""

import re
from decimal import Decimal
from typing import Final, NamedTuple

from slaeditor.errors import Unreadable
from slaeditor.values.language import LanguageData, folded, language_data, tidy

MOST_DIGITS: Final = 15
MOST_DECIMALS: Final = 6
LARGEST_WHOLE: Final = 1_000_000_000

_NUMBER: Final = r"(?P<sign>[+-]?)(?P<body>[0-9.,][0-9., ]*)"
_PERCENT: Final = r" ?(?:%|percent|per cent|prozent|pour cent)\Z"


_EXAMPLE: Final = Decimal("99.9")
_WHOLE_EXAMPLE: Final = Decimal(12)


class _Parts(NamedTuple):
    """Digits before and after the decimal separator, without grouping."""

    whole: str
    decimals: str


def is_short(value: Decimal) -> bool:
    """Whether the number is finite and no longer than a person may type it."""
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int):
        return False
    return -MOST_DECIMALS <= exponent <= 0 and len(value.as_tuple().digits) <= MOST_DIGITS


def read_decimal(text: str, language: str, example: Decimal = _EXAMPLE) -> Decimal:
    """The number in `text`, a per cent sign left out.

    Raises `Unreadable`, with `example` as a number of the kind that is wanted.
    """
    data = language_data(language)
    shown = tidy(text)
    typed = re.sub(_PERCENT, "", folded(shown))
    found = re.fullmatch(_NUMBER, typed)
    if found is None:
        raise Unreadable(_not_a_number(typed, write_decimal(example, language)))
    body = found["body"].strip()
    parts = _parts(body, data.decimal, _group_of(data))
    if parts is None:
        raise Unreadable(_other_separators(body, data, write_decimal(example, language)))
    number = _decimal(parts)
    return -number if found["sign"] == "-" and number else number


def write_decimal(value: Decimal, language: str) -> str:
    """All digits of the number, thousands grouped, decimals as they are (43.20 stays 43.20)."""
    data = language_data(language)
    whole, _, decimals = format(abs(value), "f").partition(".")
    grouped = f"{int(whole):,}".replace(",", data.group)
    sign = "-" if value < 0 else ""
    return sign + (f"{grouped}{data.decimal}{decimals}" if decimals else grouped)


def _group_of(data: LanguageData) -> str:
    """The grouping mark beside the blank; blanks of every width have become one."""
    return " " if data.group.isspace() else data.group


def _parts(body: str, decimal: str, group: str) -> _Parts | None:
    """The digits of `body`, or None where its separators don't stand as they should."""
    whole, found, decimals = body.partition(decimal)
    if found and not re.fullmatch("[0-9]*", decimals):
        return None
    if re.fullmatch("[0-9]+", whole) or (whole == "" and decimals):
        return _Parts(whole or "0", decimals)
    for mark in {group, " "}:
        if re.fullmatch(rf"[1-9][0-9]{{0,2}}(?:{re.escape(mark)}[0-9]{{3}})+", whole):
            return _Parts(whole.replace(mark, ""), decimals)
    return None


def _decimal(parts: _Parts) -> Decimal:
    whole = parts.whole.lstrip("0") or "0"
    if len(parts.decimals) > MOST_DECIMALS:
        raise Unreadable(f"Write at most {MOST_DECIMALS} decimals.")
    if len(whole) + len(parts.decimals) > MOST_DIGITS:
        raise Unreadable(f"Write a number of at most {MOST_DIGITS} digits.")
    return Decimal(f"{whole}.{parts.decimals}" if parts.decimals else whole)


def _not_a_number(typed: str, example: str) -> str:
    """How to write a number instead of words, powers or nothing."""
    if not typed:
        return f"Write a number, for example “{example}”."
    power = re.match("[0-9.]+e[+-]?[0-9]", typed)
    if re.match(r"[+-]?[0-9][0-9., ]*[^\W\d_]", typed) and not power:
        return f"Write only the number, for example “{example}”, without a unit or other words."
    return f"Write the number in digits, for example “{example}”."


def _other_separators(body: str, data: LanguageData, example: str) -> str:
    """How to write a number whose separators belong to another language."""
    other = "," if data.decimal == "." else "."
    parts = _parts(body, other, data.decimal)
    if parts is None or body.endswith(other):
        return f"Write the number in digits, for example “{example}”."
    word = "point" if data.decimal == "." else "comma"
    suggestion = write_decimal(_decimal(parts), data.tag)
    if body.count(other) == 1 and len(parts.decimals) == 3 and parts.whole.strip("0"):
        thousands = parts.whole + parts.decimals
        return f"“{body}” has two meanings: write “{suggestion}” or “{thousands}”."
    return f"Use a {word}: “{suggestion}”." if parts.decimals else f"Write “{suggestion}”."


class _Number:
    """A decimal number; trailing zeros count."""

    name: Final = "number"

    def read(self, text: str, language: str) -> Decimal:
        """The number as typed, a per cent sign left out."""
        return read_decimal(text, language)

    def write(self, value: object, language: str) -> str:
        """All digits, thousands grouped; raises `TypeError` where the value is no number."""
        if isinstance(value, int):
            value = Decimal(value)
        if not isinstance(value, Decimal) or not value.is_finite():
            raise TypeError(f"{value!r} is no finite number")
        return write_decimal(value, language)


class _Whole:
    """A whole number from 0 to a thousand million."""

    name: Final = "whole"

    def read(self, text: str, language: str) -> int:
        """The whole number; a number with decimals is refused."""
        if "%" in text:
            raise Unreadable("Write only the number, without a per cent sign.")
        number = read_decimal(text, language, example=_WHOLE_EXAMPLE)
        if number.as_tuple().exponent != 0:
            raise Unreadable("Write a whole number without decimals, for example “12”.")
        if not 0 <= number <= LARGEST_WHOLE:
            raise Unreadable(
                f"Write a number from 0 to {write_decimal(Decimal(LARGEST_WHOLE), language)}."
            )
        return int(number)

    def write(self, value: object, language: str) -> str:
        """The digits, thousands grouped; raises `TypeError` where the value is no whole number."""
        if not isinstance(value, int):
            raise TypeError(f"{value!r} is no whole number")
        return write_decimal(Decimal(value), language)


NUMBER: Final = _Number()
WHOLE: Final = _Whole()
