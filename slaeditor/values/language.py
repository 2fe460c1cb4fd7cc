"""Names and symbols of a document language, taken from Babel once and kept.

Babel is imported at the first question, never at the start of the program. A language that isn't
one of `LANGUAGES` is treated as the one that is nearest: German for "de-AT", else British English.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from babel import Locale

LANGUAGES: Final = ("en-GB", "en-US", "de-DE", "fr-FR")
"""The document languages whose values can be read and written."""

DEFAULT_LANGUAGE: Final = "en-GB"

_INVISIBLE: Final = dict.fromkeys([0x00AD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF])
_DASHES: Final = dict.fromkeys([0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212], "-")
_LONG_DATE_FIELDS: Final = {"d": "{day}", "MMMM": "{month}", "y": "{year}"}


class LanguageData(NamedTuple):
    """What reading and writing need to know about one language.

    Lookups are keyed by `folded` names. `date_pattern` has the fields `{day}`, `{month}`,
    `{year}`; `days` begins with Monday; `group` and `decimal` are the separators in numbers.
    """

    tag: str
    base: str
    months: tuple[str, ...]
    month_numbers: Mapping[str, int]
    days: tuple[str, ...]
    day_numbers: Mapping[str, int]
    date_pattern: str
    decimal: str
    group: str


def base_of(language: str) -> str:
    """The language without its country: "en" for "en-GB"."""
    return language.replace("_", "-").partition("-")[0].lower()


def tidy(text: str) -> str:
    """The text without invisible characters, with each stretch of white space as one blank."""
    return " ".join(text.translate(_INVISIBLE).split())


def folded(text: str) -> str:
    """The text in lower case, without accents and with plain hyphens, for comparing names."""
    plain = unicodedata.normalize("NFD", text.translate(_DASHES).casefold())
    return "".join(mark for mark in plain if not unicodedata.combining(mark))


@cache
def language_data(language: str) -> LanguageData:
    """Names and symbols of `language` (a tag such as "en-GB"); English names are added."""
    tag = _nearest(language)
    locale = _locale(tag)
    months = tuple(str(locale.months["format"]["wide"][number]) for number in range(1, 13))
    days = tuple(str(locale.days["format"]["wide"][number]) for number in range(7))
    symbols = locale.number_symbols["latn"]
    return LanguageData(
        tag=tag,
        base=locale.language,
        months=months,
        month_numbers=_numbers(locale, "months", months, shortest=3, first=1),
        days=days,
        day_numbers=_numbers(locale, "days", days, shortest=2, first=0),
        date_pattern=_date_pattern(str(locale.date_formats["long"].pattern)),
        decimal=str(symbols["decimal"]),
        group=str(symbols["group"]),
    )


@cache
def _locale(language: str) -> Locale:
    from babel import Locale

    return Locale.parse(language, sep="-")


def _nearest(language: str) -> str:
    """The tag of `LANGUAGES` that stands for `language`."""
    if language in LANGUAGES:
        return language
    akin = (tag for tag in LANGUAGES if base_of(tag) == base_of(language))
    return next(akin, DEFAULT_LANGUAGE)


def _date_pattern(pattern: str) -> str:
    """Babel's long pattern ("d. MMMM y") as a format string."""
    return re.sub("|".join(_LONG_DATE_FIELDS), lambda found: _LONG_DATE_FIELDS[found[0]], pattern)


def _numbers(
    locale: Locale, kind: str, names: Iterable[str], shortest: int, first: int
) -> Mapping[str, int]:
    """Folded names, abbreviations and unambiguous beginnings, each with its number."""
    english = _locale(DEFAULT_LANGUAGE)
    found: dict[str, int] = {}
    _add_beginnings(found, _wide_names(english, kind, first), shortest, first)
    _add_short_names(found, english, kind)
    _add_beginnings(found, names, shortest, first)
    _add_short_names(found, locale, kind)
    return found


def _wide_names(locale: Locale, kind: str, first: int) -> list[str]:
    wide = (locale.months if kind == "months" else locale.days)["format"]["wide"]
    return [str(wide[number]) for number in range(first, first + len(wide))]


def _add_short_names(found: dict[str, int], locale: Locale, kind: str) -> None:
    forms = (locale.months if kind == "months" else locale.days)["format"]
    widths = ("abbreviated",) if kind == "months" else ("abbreviated", "short")
    for width in widths:
        for number, name in forms[width].items():
            found[folded(str(name)).rstrip(".")] = int(number)


def _add_beginnings(found: dict[str, int], names: Iterable[str], shortest: int, first: int) -> None:
    """Add every beginning of a name that fits no other name of the same language."""
    keys = [folded(name) for name in names]
    for number, key in enumerate(keys, start=first):
        for end in range(shortest, len(key) + 1):
            beginning = key[:end]
            if sum(other.startswith(beginning) for other in keys) == 1 or beginning == key:
                found[beginning] = number
