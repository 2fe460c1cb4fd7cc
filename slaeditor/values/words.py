"""Small grammar of document text: joining, units with their plurals, articles, ordinals.

Between a number and its unit stands a no-break space (U+00A0), so that a line never ends between
them. English is used where a language has no words here.
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from slaeditor.values.language import base_of
from slaeditor.values.numbers import write_decimal

NO_BREAK_SPACE: Final = "\u00a0"

_AND: Final = {"en": "and", "de": "und", "fr": "et"}

# Singular and plural by the English singular; German in the nominative.
_UNITS: Final[dict[str, dict[str, tuple[str, str]]]] = {
    "en": {
        "second": ("second", "seconds"),
        "minute": ("minute", "minutes"),
        "hour": ("hour", "hours"),
        "day": ("day", "days"),
        "business day": ("Business Day", "Business Days"),
        "business hour": ("Business Hour", "Business Hours"),
        "service hour": ("Service Hour", "Service Hours"),
        "support hour": ("Support Hour", "Support Hours"),
        "week": ("week", "weeks"),
        "month": ("month", "months"),
        "calendar month": ("calendar month", "calendar months"),
        "quarter": ("quarter", "quarters"),
        "year": ("year", "years"),
        "point": ("point", "points"),
        "percent": ("per cent", "per cent"),
        "percentage point": ("percentage point", "percentage points"),
    },
    "de": {
        "second": ("Sekunde", "Sekunden"),
        "minute": ("Minute", "Minuten"),
        "hour": ("Stunde", "Stunden"),
        "day": ("Tag", "Tage"),
        "business day": ("Geschäftstag", "Geschäftstage"),
        "business hour": ("Geschäftsstunde", "Geschäftsstunden"),
        "service hour": ("Servicestunde", "Servicestunden"),
        "support hour": ("Supportstunde", "Supportstunden"),
        "week": ("Woche", "Wochen"),
        "month": ("Monat", "Monate"),
        "calendar month": ("Kalendermonat", "Kalendermonate"),
        "quarter": ("Quartal", "Quartale"),
        "year": ("Jahr", "Jahre"),
        "point": ("Punkt", "Punkte"),
        "percent": ("Prozent", "Prozent"),
        "percentage point": ("Prozentpunkt", "Prozentpunkte"),
    },
    "fr": {
        "second": ("seconde", "secondes"),
        "minute": ("minute", "minutes"),
        "hour": ("heure", "heures"),
        "day": ("jour", "jours"),
        "business day": ("jour ouvré", "jours ouvrés"),
        "business hour": ("heure ouvrée", "heures ouvrées"),
        "service hour": ("heure de service", "heures de service"),
        "support hour": ("heure d’assistance", "heures d’assistance"),
        "week": ("semaine", "semaines"),
        "month": ("mois", "mois"),
        "calendar month": ("mois civil", "mois civils"),
        "quarter": ("trimestre", "trimestres"),
        "year": ("an", "ans"),
        "point": ("point", "points"),
        "percent": ("pour cent", "pour cent"),
        "percentage point": ("point de pourcentage", "points de pourcentage"),
    },
}
_PLAIN_NUMBER: Final = frozenset({"", "number"})
_PERCENT_NAMES: Final = frozenset({"%", "percent", "per cent"})

# Beginnings that sound other than they are spelt.
_VOWEL_SOUND: Final = re.compile(r"honest|honou?r|hour|heir")
_CONSONANT_SOUND: Final = re.compile(
    r"eu|ewe|one\b|once\b|oui|ubiq|u[kr][aeiou]|uni(?!n|mp|dent|ss)|us[aeiu]|ut[aeiou]|u\b"
)
_LETTERS_WITH_VOWEL_SOUND: Final = frozenset("AEFHILMNORSX")
_SPOKEN_AS_WORDS: Final = frozenset({"NATO", "SOC", "LAN", "SIM", "RAM", "ROM", "FAQ", "HIPAA"})


def join_and(parts: Sequence[str], language: str) -> str:
    """ "A", "A and B", "A, B and C"; empty for no parts."""
    return _joined(parts, _AND.get(base_of(language), _AND["en"]))


def unit_word(unit: str, count: Decimal | int | None, language: str) -> str:
    """The unit's word for that many: ("business-days", 1) is "Business Day" in English.

    `unit` is an English name, singular or plural, with blanks, hyphens or underscores. Without a
    count the plural. A unit that has no entry here, such as "leads", is returned as it is.
    """
    base = base_of(language)
    words = _UNITS.get(base, _UNITS["en"]).get(_unit_key(unit))
    if words is None:
        return unit
    return words[0] if count is not None and _is_single(count, base) else words[1]


def quantity(number: Decimal | int, unit: str, language: str) -> str:
    """Number and unit: "60 days", "1 Business Day", "99.9%", "42"; the blank doesn’t break."""
    written = write_decimal(Decimal(number), language)
    if _unit_key(unit) in _PERCENT_NAMES:
        return percent(written, language)
    if _unit_key(unit) in _PLAIN_NUMBER:
        return written
    return f"{written}{NO_BREAK_SPACE}{unit_word(unit, number, language)}"


def percent(value_text: str, language: str) -> str:
    """A written number with its sign: "99.9%" in English, "99,9 %" in German and French."""
    blank = NO_BREAK_SPACE if base_of(language) in ("de", "fr") else ""
    return f"{value_text}{blank}%"


def article(word: str) -> str:
    """The English article before a word or number as it is spoken: "an hour", "an 8", "a user"."""
    start = word.lstrip("“‘\"'([")
    number = re.match(r"[0-9]+(?:,[0-9]{3})*", start)
    if number:
        return "an" if _number_sounds_like_vowel(number[0].replace(",", "")) else "a"
    first = re.match(r"[^\W\d_]+", start)
    if first is None:
        return "a"
    if _is_spelt(first[0]):
        return "an" if first[0][0] in _LETTERS_WITH_VOWEL_SOUND else "a"
    lower = first[0].lower()
    if _VOWEL_SOUND.match(lower):
        return "an"
    return "an" if lower[0] in "aeiou" and not _CONSONANT_SOUND.match(lower) else "a"


def ordinal(number: int, language: str) -> str:
    """The number's place in a row: "1st", "12th"; "1."; "1er", "2e"."""
    base = base_of(language)
    if base == "de":
        return f"{number}."
    if base == "fr":
        return "1er" if number == 1 else f"{number}e"
    endings = {1: "st", 2: "nd", 3: "rd"}
    ending = "th" if number % 100 in (11, 12, 13) else endings.get(number % 10, "th")
    return f"{number}{ending}"


def _joined(parts: Sequence[str], link: str) -> str:
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {link} {parts[-1]}"


def _unit_key(unit: str) -> str:
    """The English singular by which units are listed."""
    name = " ".join(re.split(r"[\s_-]+", unit.strip().lower()))
    return name.removesuffix("s")


def _is_single(count: Decimal | int, base: str) -> bool:
    """Whether the singular stands after that count: English says "1 hour" and "1.0 hours"."""
    if base == "fr":
        return abs(Decimal(count)) < 2
    return Decimal(count).as_tuple() == Decimal(1).as_tuple()


def _number_sounds_like_vowel(digits: str) -> bool:
    """Eight, eighteen and eleven begin with a vowel, alone and before thousands and millions."""
    spoken_first = digits[: (len(digits) - 1) % 3 + 1]
    return spoken_first in ("11", "18") or spoken_first.startswith("8")


def _is_spelt(word: str) -> bool:
    """Whether an abbreviation is spoken letter by letter: "SLA" is, "NATO" isn't."""
    capitals = word.removesuffix("s") if len(word) > 2 else word
    return (
        capitals.isupper()
        and len(capitals) <= 5
        and capitals not in _SPOKEN_AS_WORDS
        and word != "A"
    )
