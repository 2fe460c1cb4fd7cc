"""Numbers that can't be, and numbers in the user's prose that differ from their fields."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from slaeditor.bidi import isolated
from slaeditor.document.view import View
from slaeditor.finding import Finding, Severity
from slaeditor.paths import Place, Sort
from slaeditor.readiness.texts import UserText
from slaeditor.readiness.titles import title

_RULES = {"duration/notice": "R37", "duration/term": "R39", "duration/renewal": "R39"}
_ANY_SIGN = ("target", "minimum", "value", "stretch", "worse_than")
_SHARES = ("share", "cap_percent", "percent")
_HUNDRED = Decimal(100)

_QUANTITY = re.compile(
    r"(?<![\d.,])(?P<number>\d[\d,]*(?:\.\d+)?)[ \u00a0]?"
    r"(?P<unit>%|per ?cent\b|(?:(?:calendar|business|working)[ \u00a0])?"
    r"(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?)\b)",
    re.IGNORECASE,
)
_LIMIT = re.compile(
    r"\b(?:within|at least|at most|no later than|no more than|up to|target of|of)\s+$",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\b(?:terminat|renew|end(?:s|ed|ing)? (?:this|the) agreement|cancel)", re.I)
_RUNS = re.compile(r"\bagreement\b.*\b(?:runs|lasts)\b|\bterm of (?:this|the) agreement\b", re.I)

Quantity = tuple[Decimal, str]
"""A number and the stored name of its unit: (60, "days"), (99.9, "percent")."""


def impossible(view: View, places: Iterable[Place]) -> Iterator[Finding]:
    """Counts below one, negative amounts, and shares that aren't between 0 and 100."""
    for place in places:
        problem = _problem(place)
        if problem:
            at = "/".join(place.path.split("/")[:2])
            yield Finding(
                place.path,
                Severity.BLOCKER,
                f"{title(view, place)}: {problem}",
                _RULES.get(at, "number"),
            )


def _problem(place: Place) -> str:
    if place.spec.sort is not Sort.LEAF or place.value is None:
        return ""
    name = place.spec.name
    if place.spec.hint is int and place.value < 1:
        return f"{place.value} is not possible. Write 1 or more, or leave the field empty."
    if place.spec.hint is not Decimal:
        return ""
    if name in _SHARES and not 0 < place.value <= _HUNDRED:
        return f"{place.value}% is not possible. Write a number above 0 and up to 100."
    if place.value < 0 and name not in _ANY_SIGN:
        return f"{place.value} is not possible. Write a number that isn’t negative."
    return ""


def differing(view: View, texts: Iterable[UserText]) -> Iterator[Finding]:
    """Numbers in prose that contradict the field that states them."""
    levels = _Levels(view)
    for text in texts:
        found = [*levels.contradictions(text), *_contradictions(view, text)]
        for said, stated in found:
            yield Finding(
                text.path,
                Severity.BLOCKER,
                f"{text.where} says “{said}”, but {stated}. State the number once, in its field, "
                "and leave it out here.",
                "R45",
            )


def quantities(text: str) -> Iterator[tuple[re.Match[str], Quantity]]:
    """All numbers with a unit of time or a per cent sign in a text."""
    for match in _QUANTITY.finditer(text):
        yield match, (Decimal(match["number"].replace(",", "")), _unit(match["unit"]))


def _unit(word: str) -> str:
    """The stored name of a unit: "Business Day" is "business-days"."""
    name = re.sub(r"\s", " ", word.casefold())
    if name == "%" or name.startswith("per"):
        return "percent"
    name = name.removeprefix("calendar ").replace("working ", "business ").replace(" ", "-")
    return name if name.endswith("s") else f"{name}s"


class _Levels:
    """The numbers of all levels, and the words by which prose speaks of each."""

    def __init__(self, view: View) -> None:
        self._levels = view.agreement.metrics.levels
        self._numbers = {level.id: _numbers_of(level) for level in self._levels}
        self._words = {level.id: _words_of(level) for level in self._levels}
        self._percents = {
            number
            for level in self._levels
            for number in self._numbers[level.id]
            if level.unit == "percent" or number == level.share
        }

    def contradictions(self, text: UserText) -> Iterator[tuple[str, str]]:
        """What a text says and what the level states, for each number that differs."""
        own = text.path.split("/")[2] if text.path.startswith("metrics/levels/") else ""
        for level in self._levels:
            if level.target is None or level.unit is None:
                continue
            if level.id == own:
                yield from self._own(level, text)
            elif not own and level.unit == "percent":
                yield from self._foreign(level, text)

    def _own(self, level: Any, text: UserText) -> Iterator[tuple[str, str]]:
        """A limit in the unit of the target, in the level's own name or definition."""
        field = text.path.rpartition("/")[2]
        if field not in ("name", "definition", "unit_of"):
            return
        for match, (number, unit) in quantities(text.text):
            is_limit = field == "name" or _LIMIT.search(text.text[: match.start()])
            if unit == level.unit and is_limit and number not in self._numbers[level.id]:
                yield match[0], f"the target is {level.target}"

    def _foreign(self, level: Any, text: UserText) -> Iterator[tuple[str, str]]:
        """A percentage in a sentence elsewhere that speaks of the level by its words."""
        for sentence in text.sentences:
            words = set(re.findall(r"[a-z]{6,}", sentence.casefold()))
            if not words & self._words[level.id]:
                continue
            for match, (number, unit) in quantities(sentence):
                if unit == "percent" and number not in self._percents:
                    name = isolated(level.name or "the level")
                    yield match[0], f"the target of “{name}” is {level.target}%"


def _numbers_of(level: Any) -> set[Decimal]:
    """All numbers that a level states about itself."""
    found = [level.target, level.minimum, level.share, level.stretch, level.baseline.value]
    found += [step.value for step in level.ramp]
    return {number for number in found if number is not None}


_GENERAL = {"service", "services", "customer", "provider", "request", "requests", "support"}


def _words_of(level: Any) -> set[str]:
    """The longer words of a level's name and category; common ones don't tell it from others."""
    text = f"{level.name or ''} {level.category or ''}".casefold()
    found = set(re.findall(r"[a-z]{6,}", text)) - _GENERAL
    return found | {"available"} if "availability" in found else found


def _contradictions(view: View, text: UserText) -> Iterator[tuple[str, str]]:
    """Notice and term in prose, against the fields of the duration."""
    if text.is_name:
        return
    for sentence in text.sentences:
        if "notice" in sentence.casefold() and _ENDS.search(sentence):
            yield from _unlike(view, sentence, _notices(view), "the notice")
        elif _RUNS.search(sentence):
            yield from _unlike(view, sentence, _terms(view), "the term")


def _unlike(
    view: View, sentence: str, stated: dict[Quantity, str], what: str
) -> Iterator[tuple[str, str]]:
    if not stated:
        return
    for match, quantity in quantities(sentence):
        if quantity[1] != "percent" and quantity not in stated:
            yield match[0], f"{what} is stated as {' and '.join(dict.fromkeys(stated.values()))}"


def _notices(view: View) -> dict[Quantity, str]:
    """Every notice that ends the agreement, with its words."""
    duration = view.agreement.duration
    pairs = [
        ("duration/notice/length", duration.notice.length, duration.notice.unit),
        ("duration/convenience/length", duration.convenience.length, duration.convenience.unit),
        ("duration/change/notice_days", duration.change.notice_days, "days"),
        ("duration/change/window_months", duration.change.window_months, "months"),
    ]
    return _stated(view, pairs)


def _terms(view: View) -> dict[Quantity, str]:
    term = view.agreement.duration.term
    found = _stated(view, [("duration/term/length", term.length, term.unit)])
    for (number, unit), words in list(found.items()):
        if unit == "years":
            found[number * 12, "months"] = words
        elif unit == "months" and not number % 12:
            found[number / 12, "years"] = words
    return found


def _stated(view: View, pairs: Iterable[tuple[str, Any, Any]]) -> dict[Quantity, str]:
    return {
        (Decimal(length), str(unit)): f"{length} {str(unit).replace('-', ' ')}"
        for path, length, unit in pairs
        if length is not None and unit is not None and view.has(path)
    }
