"""What a reviewer wrote where a value stood: the same value, another one, or no value at all."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from slaeditor.blocks import Gap, Term, Value
from slaeditor.changes import same
from slaeditor.document.view import View
from slaeditor.errors import Unreadable
from slaeditor.paths import Place as Field
from slaeditor.reading import choices_at, read_value, value_type
from slaeditor.review.places import Place
from slaeditor.review.proposal import Edit, SetLine, SetText
from slaeditor.values import PROSE, TEXT, Choice
from slaeditor.values.words import unit_word

_EDGES = " \u00a0\t\n()[]“”\"'.,;:"
_TEXTS = frozenset({TEXT.name, PROSE.name})


class Sort(Enum):
    """What a text turned out to be."""

    SAME = auto()  # the value that stood there, written in another way
    OTHER = auto()  # another value
    UNREAD = auto()  # meant as a value, but it can't be read as one
    WORDS = auto()  # words in place of a value


@dataclass(frozen=True, slots=True)
class Outcome:
    """What stands in place of a value; `start` and `end` are where in the text it is read from.

    `is_typed`: it was read as a number, a date, a choice and the like, not as any text.
    """

    sort: Sort
    start: int
    end: int
    edits: tuple[Edit, ...] = ()
    hint: str = ""
    is_typed: bool = False


class Reader:
    """Reads what came back in place of the values of one document.

    `view` is the draft as it is now: it knows what type of value each path asks for.
    """

    def __init__(self, view: View, places: Sequence[Place]) -> None:
        self._view = view
        self._lined = _lined(places)

    def is_line(self, path: str) -> bool:
        """Whether a path is a text of which each line is printed by itself."""
        field = self.field(path) if path in self._lined else None
        return field is not None and value_type(field.spec).name == PROSE.name

    def is_text(self, path: str) -> bool:
        """Whether any words can stand at a path."""
        field = self.field(path)
        return field is not None and value_type(field.spec).name in _TEXTS

    def field(self, path: str) -> Field | None:
        """The place in the draft, `None` where it is gone."""
        return self._view.place(path)

    def outcome(self, span: Value | Gap | Term, text: str) -> Outcome:
        """What `text` is, which came back where `span` stood."""
        field = self.field(span.path)
        if isinstance(span, Gap) and (field is None or field.is_list):
            return Outcome(Sort.WORDS, 0, len(text))
        if field is None:
            return Outcome(Sort.UNREAD, 0, len(text), hint=_GONE)
        if isinstance(span, Value) and self.is_line(span.path):
            return self._line(span, text)
        kind = value_type(field.spec).name
        if kind in _TEXTS and not field.field.refers_to:
            return self._text(span, field, text)
        return self._typed(span, field, text)

    def _line(self, span: Value, text: str) -> Outcome:
        start, end = _stripped(text, " \u00a0\t\n")
        edit = SetLine(span.path, span.text, text[start:end])
        return Outcome(Sort.OTHER, start, end, (edit,))

    def _text(self, span: Value | Gap | Term, field: Field, text: str) -> Outcome:
        edges = " \u00a0\t\n" + ('“”"' if isinstance(span, Term) else "")
        edges += "[]" if isinstance(span, Gap) else ""
        start, end = _stripped(text, edges)
        if isinstance(span, Term):
            return Outcome(Sort.OTHER, 0, len(text), (SetText(field.path, text[start:end]),))
        return Outcome(Sort.OTHER, start, end, (SetText(field.path, text[start:end]),))

    def _typed(self, span: Value | Gap | Term, field: Field, text: str) -> Outcome:
        """A number, date, choice and the like: what can be read of the text, else why not."""
        ranges = [_stripped(text, " \u00a0\t\n"), _stripped(text, _EDGES)]
        reason = ""
        for start, end in dict.fromkeys(ranges):
            try:
                value = self._read(field, text[start:end])
            except Unreadable as error:
                reason = reason or str(error)
                continue
            if value is None:
                continue
            if self._is_same(field, span, value):
                return Outcome(Sort.SAME, start, end, is_typed=True)
            edit = SetText(field.path, _stored(value, text[start:end]))
            return Outcome(Sort.OTHER, start, end, (edit,), is_typed=True)
        start, end = ranges[0]
        if isinstance(span, Gap) or not any(map(str.isalpha, text)):
            edit = SetText(field.path, text[start:end])
            return Outcome(Sort.UNREAD, start, end, (edit,), reason)
        return Outcome(Sort.WORDS, start, end)

    def _read(self, field: Field, text: str) -> Any:
        try:
            return read_value(field, text, self._view.language, self._view)
        except Unreadable:
            found = self._choice_in_words(field, text)
            if found is not None:
                return found
            by_the_day = _on_24_hours(text)
            if by_the_day == text:
                raise
            return read_value(field, by_the_day, self._view.language, self._view)

    def _choice_in_words(self, field: Field, text: str) -> Any:
        """The choice that the document writes in these words: "Business Days", "Month"."""
        wanted = _plain(text)
        for stored, label in choices_at(field, self._view):
            words = {label, *(unit_word(stored, n, self._view.language) for n in (1, 2))}
            if wanted in {_plain(word) for word in words}:
                return read_value(field, stored, self._view.language, self._view)
        return None

    def _is_same(self, field: Field, span: Value | Gap | Term, value: Any) -> bool:
        if isinstance(span, Gap):
            return False
        try:
            return same(self._read(field, span.text), value)
        except Unreadable:
            return False


def _lined(places: Sequence[Place]) -> frozenset[str]:
    """The paths whose occurrences say different things: texts with one item a line."""
    texts: dict[str, set[str]] = defaultdict(set)
    for place in places:
        for span in place.spans:
            if isinstance(span, Value):
                texts[span.path].add(span.text)
    return frozenset(path for path, found in texts.items() if len(found) > 1)


def _stored(value: Any, text: str) -> str:
    """The text to enter for a value: as it was written, a choice by its stored word."""
    return str(value.value) if isinstance(value, Choice) else text


def _stripped(text: str, edges: str) -> tuple[int, int]:
    """Where a text begins and ends without such characters at its edges."""
    start = len(text) - len(text.lstrip(edges))
    return start, max(start, len(text.rstrip(edges)))


def _on_24_hours(text: str) -> str:
    """A text with its times of day as 08:00 and 18:00, not as 8 am and 6 p.m."""

    def written(found: re.Match[str]) -> str:
        hours = int(found["hours"]) % 12 + (12 if found["half"] in "pP" else 0)
        return f"{hours:02}:{found['minutes'] or '00'}"

    return _HALF_DAY.sub(written, text)


_HALF_DAY = re.compile(
    r"(?<![\d:.])(?P<hours>0?[1-9]|1[0-2])(?:[:.](?P<minutes>[0-5]\d))?\s*"
    r"(?P<half>[aApP])(?:m|M|\.\s?[mM]\.)(?!\w)"
)


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip().casefold()


_GONE = (
    "What this stood for was removed from the draft since. Take the text over by hand if it is "
    "still wanted."
)
