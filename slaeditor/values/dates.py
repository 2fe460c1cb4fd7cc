"""Dates, written with the month's name so that they can't be mistaken.

Own reading on Babel's month names: Babel's parser refuses "2 January 2027" and guesses what
"01/04/2027" means.
"""

import re
from datetime import date, timedelta
from typing import Final, NamedTuple

from slaeditor.errors import Unreadable
from slaeditor.values.language import LanguageData, folded, language_data, tidy
from slaeditor.values.words import NO_BREAK_SPACE

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2199

_YEAR_FIRST: Final = r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})"
_YEAR_LAST: Final = r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4})"
_ORDINAL: Final = r"\b([0-9]{1,2})(?:st|nd|rd|th|er|e)\b"
_WORD: Final = r"[0-9]+|[^\W\d_]+"
_BETWEEN_WORDS: Final = r"[ ,./-]*"
_FILLERS: Final = frozenset({"of", "the", "de", "den", "der", "le", "am"})
_SHAPES: Final = {
    **{shape: shape for shape in ("dm", "md", "dmy", "mdy", "ymd")},
    "dmd": "dm-",  # a year of two digits is no year
    "mdd": "md-",
}
_LONGEST: Final = 60
_SHORT_MONTH: Final = 5
"""Letters of a month's name up to which a whole date stays on one line."""


class _Named(NamedTuple):
    """A date whose month is named; what isn't there is None."""

    day: int
    month: int
    year: int | None
    weekday: int | None


def write_date(value: date, language: str) -> str:
    """The date in the long form of the language: 1 April 2027; 1. April 2027; 1er avril 2027."""
    data = language_data(language)
    day = "1er" if data.base == "fr" and value.day == 1 else str(value.day)
    return data.date_pattern.format(day=day, month=data.months[value.month - 1], year=value.year)


def printed_date(value: date, language: str) -> str:
    """The long form for a document: no line ends between day and month.

    Where the month's name is short, none ends before the year either. `DATE.read` takes it back.
    """
    written = write_date(value, language)
    rest, _, year = written.rpartition(" ")
    month = language_data(language).months[value.month - 1]
    blank = NO_BREAK_SPACE if len(month) <= _SHORT_MONTH else " "
    return f"{rest.replace(' ', NO_BREAK_SPACE)}{blank}{year}"


def month_length(year: int, month: int) -> int:
    """The number of days of a month."""
    following = date(year + month // 12, month % 12 + 1, 1)
    return (following - timedelta(days=1)).day


def _read_date(text: str, language: str) -> date:
    """The day that `text` means; raises `Unreadable`."""
    data = language_data(language)
    typed = folded(tidy(text))
    how = f"Write the date as “{write_date(date(2027, 1, 1), language)}”."
    found = re.fullmatch(_YEAR_FIRST, typed)
    if found:
        return _checked(int(found[1]), int(found[3]), int(found[4]), data)
    found = re.fullmatch(_YEAR_LAST, typed)
    if found:
        dotted = found[2] == "." and data.base == "de"
        return _from_digits(int(found[1]), int(found[3]), int(found[4]), dotted, data)
    named = _named(typed, data) if len(typed) <= _LONGEST else None
    if named is None:
        raise Unreadable(how)
    return _from_named(named, data)


def _from_digits(first: int, second: int, year: int, day_first: bool, data: LanguageData) -> date:
    """A date in digits; refused where day and month can be taken for each other."""
    if day_first or first == second or second <= 12 < first:
        return _checked(year, second, first, data)
    if first <= 12 < second:
        return _checked(year, first, second, data)
    if first > 12:
        raise Unreadable(f"Write the date as “{write_date(date(2027, 1, 1), data.tag)}”.")
    one = write_date(_checked(year, second, first, data), data.tag)
    other = write_date(_checked(year, first, second, data), data.tag)
    raise Unreadable(f"This date has two meanings: write “{one}” or “{other}”.")


def _from_named(named: _Named, data: LanguageData) -> date:
    day = named.day
    month_name = data.months[named.month - 1]
    most = month_length(2024, named.month)
    if not 1 <= day <= most:
        raise Unreadable(f"{month_name} has {most} days: write a day from 1 to {most}.")
    if named.year is None:
        example = write_date(date(2028 if day == 29 else 2027, named.month, day), data.tag)
        raise Unreadable(f"Write the year with four digits, for example “{example}”.")
    result = _checked(named.year, named.month, day, data)
    if named.weekday is not None and named.weekday != result.weekday():
        written, right = write_date(result, data.tag), data.days[result.weekday()]
        raise Unreadable(f"{written} is a {right}: correct the day of the week or leave it out.")
    return result


def _checked(year: int, month: int, day: int, data: LanguageData) -> date:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Unreadable(f"Write a year from {FIRST_YEAR} to {LAST_YEAR}.")
    if not 1 <= month <= 12:
        raise Unreadable("A year has 12 months: write a month from 1 to 12.")
    most = month_length(year, month)
    if not 1 <= day <= most:
        name = data.months[month - 1]
        raise Unreadable(f"{name} {year} has {most} days: write a day from 1 to {most}.")
    return date(year, month, day)


def _named(typed: str, data: LanguageData) -> _Named | None:
    """Day, month and year of a date with a named month, or None where it has another shape."""
    typed = re.sub(_ORDINAL, r"\1", typed)
    if not re.fullmatch(_BETWEEN_WORDS, re.sub(_WORD, "", typed)):
        return None
    words = [word for word in re.findall(_WORD, typed) if word not in _FILLERS]
    weekday = None
    month_follows = any(word in data.month_numbers for word in words[1:])
    if month_follows and words[0] in data.day_numbers:
        weekday = data.day_numbers[words.pop(0)]
    shape = "".join(_letter(word, data) for word in words)
    if shape not in _SHAPES:
        return None
    by_letter = dict(zip(_SHAPES[shape], words, strict=True))
    return _Named(
        day=int(by_letter["d"]),
        month=data.month_numbers[by_letter["m"]],
        year=int(by_letter["y"]) if "y" in by_letter else None,
        weekday=weekday,
    )


def _letter(word: str, data: LanguageData) -> str:
    """What a word of a date is: d day, m month, y year, ? neither."""
    if word in data.month_numbers:
        return "m"
    if re.fullmatch("[0-9]{1,2}", word):
        return "d"
    return "y" if re.fullmatch("[0-9]{4}", word) else "?"


class _Date:
    """A day between 1900 and 2199."""

    name: Final = "date"

    def read(self, text: str, language: str) -> date:
        """The day; month names and their beginnings, English ones always, or year-month-day."""
        return _read_date(text, language)

    def write(self, value: object, language: str) -> str:
        """The long form with the month's name; raises `TypeError` for anything but a date."""
        if not isinstance(value, date):
            raise TypeError(f"{value!r} is no date")
        return write_date(value, language)


DATE: Final = _Date()
