"""What a type of value can do, which type a field has, and how compound values are stored."""

import types
from datetime import date
from decimal import Decimal
from typing import Final, Protocol, Union, get_args, get_origin

from slaeditor.values.choices import Choice, choice_type
from slaeditor.values.dates import DATE, FIRST_YEAR, LAST_YEAR
from slaeditor.values.hours import WEEK
from slaeditor.values.numbers import LARGEST_WHOLE, NUMBER, WHOLE, is_short
from slaeditor.values.series import SERIES, Series
from slaeditor.values.texts import PROSE, TEXT, YES_NO
from slaeditor.values.week import Week


class ValueType(Protocol):
    """A way to read and write values: `read(write(value, language), language) == value`.

    `name` is one of "text", "prose", "yes-no", "whole", "number", "date", "week", "series",
    "choice", "time-zone".
    """

    @property
    def name(self) -> str:
        """The type's short name, as listed by the command line."""
        ...

    def read(self, text: str, language: str) -> object:
        """The value that `text` means in `language` ("en-GB"); raises `Unreadable`."""
        ...

    def write(self, value: object, language: str) -> str:
        """The value as it stands in a document in `language`."""
        ...


_BY_HINT: Final[dict[object, ValueType]] = {
    bool: YES_NO,
    int: WHOLE,
    Decimal: NUMBER,
    date: DATE,
    Week: WEEK,
    Series: SERIES,
}


def type_of(hint: object, prose: bool = False) -> ValueType:
    """The value type of a field annotated `hint` or `hint | None`.

    Raises `TypeError` for an annotation that no value type belongs to.
    """
    plain = _without_none(hint)
    if plain is str:
        return PROSE if prose else TEXT
    if plain in _BY_HINT:
        return _BY_HINT[plain]
    if isinstance(plain, type) and issubclass(plain, Choice):
        return choice_type(plain)
    raise TypeError(f"no value type reads {hint!r}")


def is_sound(value: object) -> bool:
    """Whether a decoded value is one that `read` could have made.

    False for NaN and infinity, for numbers longer than a person may type, and for years outside
    1900–2199; texts are always sound.
    """
    if isinstance(value, Decimal):
        return is_short(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return 0 <= value <= LARGEST_WHOLE
    if isinstance(value, date):
        return FIRST_YEAR <= value.year <= LAST_YEAR
    if isinstance(value, Series):
        return all(is_short(number) for number in value)
    return True


def json_default(value: object) -> str:
    """The stored text of a `Week` or a `Series`; raises `NotImplementedError` for all else."""
    if isinstance(value, Week | Series):
        return str(value)
    raise NotImplementedError(f"{type(value).__name__} has no stored form")


def json_load(wanted: type, stored: object) -> object:
    """The `Week` or `Series` that `json_default` stored; raises `ValueError` for anything else."""
    if wanted is Week:
        return Week.parse(_text(stored))
    if wanted is Series:
        return Series.parse(_text(stored))
    raise NotImplementedError(f"{wanted.__name__} has no stored form")


def _text(stored: object) -> str:
    if not isinstance(stored, str):
        raise ValueError("expected a text")
    return stored


def _without_none(hint: object) -> object:
    if get_origin(hint) in (Union, types.UnionType):
        rest = [part for part in get_args(hint) if part is not type(None)]
        return rest[0] if len(rest) == 1 else hint
    return hint
