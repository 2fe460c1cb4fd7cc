"""Reads weekly hours: days and times in either order, in words, signs or abbreviations.

The text is cut at semicolons and line ends. In each part fixed phrases ("24/7", "every day")
become signs; what is left are days, times and small words. Neighbouring days, and neighbouring
times, belong together; then each group of days is paired with its group of times.
"""

import re
from functools import cache
from typing import Final, NamedTuple

from slaeditor.values.language import LanguageData, folded, tidy
from slaeditor.values.week import DAY_MINUTES, Hours, Spans, Week, clock, days_between

_EVERY_DAY: Final = tuple(range(7))
_ALL_DAY: Final[Spans] = ((0, DAY_MINUTES),)

_HOURS_WORD: Final = r"24 ?(?:hours?|hrs?|h|stunden|heures)\b"
_A_DAY: Final = r"(?: (?:a|per|each|am|pro|par) (?:day|tag|jour))?"
_PHRASES: Final = (
    (r"\b24 ?h?(?:/| ?[x*×] ?)7\b(?:/365)?", "@each @full"),
    (r"\b(?:at all times|always|immer|jederzeit|toujours)\b", "@each @full"),
    (r",? ?\b365 (?:days a year|tage im jahr|jours par an)\b", ""),
    (r"\b24 ?(?:heures|h) ?(?:/|sur) ?24 ?h?\b", "@full"),
    (rf"\b{_HOURS_WORD}{_A_DAY}(?! ?[0-9-])", "@full"),
    (r"\b(?:around|round) the clock\b|\brund um die uhr\b", "@full"),
    (r"\ball day\b|\bganztagig\b", "@full"),
    (r"\b(?:7|seven) ?days (?:a|per) week\b", "@each"),
    (r"\b(?:7|sieben) ?tage (?:die|pro) woche\b", "@each"),
    (r"\b(?:7|sept) ?(?:jours sur (?:7|sept)|j ?/ ?7)\b", "@each"),
    (r"\b(?:every ?day|each day|daily|all days)\b", "@each"),
    (r"\b(?:alle tage|jeden tag|taglich)\b", "@each"),
    (r"\b(?:tous les jours|chaque jour)\b", "@each"),
    (r"\b(?:weekdays|working days|en semaine)\b", "@work"),
    (r"\b(?:weekends?|wochenende|week-end)\b", "@rest"),
    (r"\b(?:noon|midday)\b", "12:00"),
    (r"\bmidnight\b", "24:00"),
)
_SETS: Final = {"@each": _EVERY_DAY, "@work": (0, 1, 2, 3, 4), "@rest": (5, 6)}
_TO: Final = frozenset({"-", "to", "until", "till", "through", "thru", "bis", "au", "a"})
_SKIPPED: Final = frozenset(
    {",", ":", "&", "+", "and", "und", "et", "from", "on", "the", "between", "von", "vom", "am"}
    | {"um", "uhr", "du", "de", "le", "les"}
)
_TOKEN: Final = (
    r"(?P<time>(?P<hour>[0-9]{1,2})(?:(?:[:.]| ?h ?)(?P<minute>[0-9]{2})|(?P<glued>[0-9]{2}))?"
    r"(?: ?(?P<half>[ap])\.?m\b\.?)?(?: ?(?:uhr|hrs?|h|o'clock)\b)?)(?![0-9a-z:])"
    r"|(?P<word>@?[^\W\d_]+)\.?|(?P<blank> )|(?P<mark>.)"
)


class NotHours(Exception):
    """The text names no weekly hours.

    `str()` says what is wrong: a whole sentence, or one that lacks its end ("…: write …"), or
    nothing at all.
    """


class _Time(NamedTuple):
    """Minutes after 00:00, and "a" or "p" where the half of the day was said."""

    minutes: int
    half: str


class _Group(NamedTuple):
    """Days or hours that belong together; the other one is empty."""

    days: tuple[int, ...] = ()
    spans: Spans = ()


def read_week(text: str, data: LanguageData) -> Week:
    """The hours that `text` names; raises `NotHours`."""
    hours: list[Hours] = []
    for part in re.split("[;\n\r\u2028\u2029]", text):
        plain = tidy(folded(part)).rstrip(".")
        for pattern, signs in _phrases():
            plain = pattern.sub(signs, plain)
        hours += _paired(_groups(_tokens(tidy(plain)), data))
    if not hours:
        raise NotHours("")
    return Week(hours)


@cache
def _phrases() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Each phrase as a pattern, with what takes its place."""
    return tuple((re.compile(pattern), f" {signs} ") for pattern, signs in _PHRASES)


def _tokens(part: str) -> list[_Time | str]:
    """Times, words and marks in the order they stand."""
    found: list[_Time | str] = []
    pattern = re.compile(_TOKEN)
    position = 0
    while position < len(part):
        match = pattern.match(part, position)
        if match is None:  # a control character
            raise NotHours("")
        position = match.end()
        if match["time"]:
            found.append(_time(match))
        elif not match["blank"]:
            found.append(match["word"] or match["mark"])
    return found


def _time(match: re.Match[str]) -> _Time:
    hour, minute = int(match["hour"]), int(match["minute"] or match["glued"] or 0)
    half = match["half"] or ""
    impossible = hour > 24 or minute > 59 or (hour == 24 and minute > 0)
    if impossible or (half and not 1 <= hour <= 12):
        raise NotHours(f"“{match['time'].strip()}” is no time of day")
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return _Time(hour * 60 + minute, half)


def _groups(tokens: list[_Time | str], data: LanguageData) -> list[_Group]:
    """Groups of days and of hours in turn."""
    groups: list[_Group] = []
    position = 0
    while position < len(tokens):
        token = tokens[position]
        if isinstance(token, str) and token in _SKIPPED:
            position += 1
            continue
        group, taken = _group(tokens[position : position + 3], data)
        position += taken
        if groups and bool(groups[-1].days) == bool(group.days):
            before = groups.pop()
            group = _Group(before.days + group.days, before.spans + group.spans)
        groups.append(group)
    return groups


def _group(tokens: list[_Time | str], data: LanguageData) -> tuple[_Group, int]:
    """What the first of three tokens begins, and how many of them belong to it."""
    first, link, last = [*tokens, "", ""][:3]
    if isinstance(first, _Time):
        if link not in _TO or not isinstance(last, _Time):
            raise NotHours("Say from when to when")
        return _Group(spans=(_span(first, last),)), 3
    if first == "@full":
        return _Group(spans=_ALL_DAY), 1
    days = _day(first, data)
    if not days:
        known = first in _TO
        raise NotHours("" if known else f"“{first}” is neither a day nor a time")
    until = _day(last, data) if link in _TO and isinstance(last, str) else ()
    if len(days) == len(until) == 1:
        return _Group(days=days_between(days[0], until[0])), 3
    return _Group(days=days), 1


def _span(opens: _Time, closes: _Time) -> tuple[int, int]:
    if bool(opens.half) != bool(closes.half):
        raise NotHours("Write am or pm at both times, or use times from 00:00 to 24:00.")
    end = closes.minutes or DAY_MINUTES
    if opens.minutes >= end:
        raise NotHours(
            f"{clock(opens.minutes)} to {clock(end)} ends before it begins: write times from 00:00"
            " to 24:00, those after midnight on the next day."
        )
    return opens.minutes, end


def _day(word: str, data: LanguageData) -> tuple[int, ...]:
    """The days that a word or sign names; none if it names no day."""
    if word in _SETS:
        return _SETS[word]
    number = data.day_numbers.get(word, data.day_numbers.get(word.removesuffix("s")))
    return () if number is None else (number,)


def _paired(groups: list[_Group]) -> list[Hours]:
    """Days with the hours that follow them, or that precede them in the whole part."""
    if groups == [_Group(spans=_ALL_DAY)]:
        groups = [_Group(days=_EVERY_DAY), *groups]
    if len(groups) % 2:
        raise NotHours("Say at which hours" if groups[-1].days else "Say on which days")
    found: list[Hours] = []
    for first, second in zip(groups[::2], groups[1::2], strict=True):
        days, spans = (first.days or second.days), (first.spans or second.spans)
        found += [Hours(days, opens, closes) for opens, closes in spans]
    return found
