"""What every type of value promises: it reads back what it wrote, and refuses in one way only."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from slaeditor.errors import Unreadable
from slaeditor.values import (
    DATE,
    LANGUAGES,
    NONE_STATED,
    NUMBER,
    PROSE,
    SERIES,
    TEXT,
    TIME_ZONE,
    WEEK,
    WHOLE,
    YES_NO,
    Choice,
    Hours,
    Series,
    ValueType,
    Week,
    is_none_stated,
    is_sound,
    json_default,
    json_load,
    type_of,
)


class Standing(Choice):
    """Choices whose labels and stored words can be mistaken for each other."""

    SAME = "same-legal-entity", "Yes, the same legal entity"
    GROUP = "group", "Independent"
    APART = "independent", "Independent companies"
    ALSO_APART = "apart", "Independent companies"


CHOICE = type_of(Standing)
LINE_BREAKS = "\n\r\v\f\x85\u2028\u2029"

numbers = st.builds(
    lambda digits, places: Decimal(digits).scaleb(-places),
    st.integers(-(10**15) + 1, 10**15 - 1),
    st.integers(0, 6),
)
# Times in steps of a minute, days in any combination.
hours = st.builds(
    lambda days, ends: Hours(tuple(days), min(ends), max(ends)),
    st.sets(st.integers(0, 6), min_size=1),
    st.sets(st.integers(0, 1440), min_size=2, max_size=2),
)
weeks = st.lists(hours, min_size=1, max_size=5).map(Week)
lines = st.text(st.characters(exclude_characters=LINE_BREAKS, exclude_categories=["Cs"])).filter(
    lambda text: text.strip()
)

VALUES: dict[ValueType, st.SearchStrategy[Any]] = {
    TEXT: lines,
    YES_NO: st.booleans(),
    WHOLE: st.integers(0, 10**9),
    NUMBER: numbers,
    DATE: st.dates(date(1900, 1, 1), date(2199, 12, 31)),
    WEEK: weeks,
    SERIES: st.lists(numbers, min_size=1, max_size=12).map(Series),
    CHOICE: st.sampled_from(Standing),
    TIME_ZONE: st.sampled_from(["Europe/Berlin", "UTC", "America/Argentina/Buenos_Aires"]),
}
TYPES = (*VALUES, PROSE)

every_language = pytest.mark.parametrize("language", [*LANGUAGES, "de-AT", "xx"])
every_type = pytest.mark.parametrize("kind", TYPES, ids=[kind.name for kind in TYPES])

# Text that comes close to values: their words, digits and marks in any order.
# Half surrogates can come from a command line; no text file can hold them.
PIECES = (
    "1 2 12 31 32 99.9 99,9 1,000 0 24 24/7 2027 08:00 8 am pm h Uhr - – to bis à : , . ; / % ( ) "
    "Mon Fri Mo Fr lundi Sunday April März févr. 1er 1st 2027-04-01 01/04/2027 every day and none "
    "yes nein oui NaN e5 é \u00a0 \u202f \u200b \x00 \ud800 ² ٣ ½ \n"
)
near_values = st.builds(
    lambda parts, blank: blank.join(parts),
    st.lists(st.sampled_from(PIECES.split(" ")), max_size=8),
    st.sampled_from(["", " "]),
)
any_text = st.one_of(near_values, st.text(st.characters(exclude_categories=())))


def same(one: object, other: object) -> bool:
    """Equal, decimals also in their trailing zeros."""
    if isinstance(one, Decimal) and isinstance(other, Decimal):
        return one.as_tuple() == other.as_tuple()
    return type(one) is type(other) and one == other


def canonical(number: Decimal) -> bool:
    """Whether a person can type it: no negative zero, at most 15 digits."""
    digits = format(abs(number), "f").replace(".", "").lstrip("0")
    places = -int(number.as_tuple().exponent)
    return (number != 0 or not number.is_signed()) and max(len(digits), places + 1) <= 15


@every_language
@pytest.mark.parametrize("kind", VALUES, ids=[kind.name for kind in VALUES])
@given(data=st.data())
def test_what_was_written_reads_back(kind: ValueType, language: str, data: st.DataObject) -> None:
    value = data.draw(VALUES[kind])
    if isinstance(value, Decimal | Series):
        assume(all(canonical(number) for number in _numbers(value)))
    assert same(kind.read(kind.write(value, language), language), value)


@every_language
@every_type
@given(text=any_text)
def test_whatever_is_read_is_sound_and_reads_back(
    kind: ValueType, language: str, text: str
) -> None:
    try:
        value = kind.read(text, language)
    except Unreadable as problem:
        assert str(problem)
        assert "\n" not in str(problem) or "\n" in text
        return
    assert is_sound(value)
    assert same(kind.read(kind.write(value, language), language), value)


@given(text=st.text())
@example("None")
@example("keine.")
def test_prose_keeps_every_line_as_typed(text: str) -> None:
    assume(text.strip() and not any(mark in text for mark in "\r\x85\u2028\u2029"))
    kept = PROSE.read(text, "de-DE")
    said_none = is_none_stated(text) or text.casefold() == "keine."
    assert kept == (NONE_STATED if said_none else text)


@given(value=st.one_of(weeks, st.lists(numbers, min_size=1).map(Series)))
def test_a_compound_value_is_stored_as_text_and_comes_back(value: Week | Series) -> None:
    assert json_load(type(value), json_default(value)) == value


@given(text=any_text)
@pytest.mark.parametrize("load", [Week.parse, Series.parse])
def test_a_stored_text_is_refused_with_a_value_error_only(
    load: Callable[[str], object], text: str
) -> None:
    try:
        load(text)
    except ValueError:
        return


@given(first=weeks, second=weeks)
def test_two_weeks_share_no_more_than_either_has(first: Week, second: Week) -> None:
    shared = first.minutes_shared(second)
    assert shared == second.minutes_shared(first)
    assert 0 <= shared <= min(first.minutes, second.minutes)
    assert first.minutes_shared(Week.always) == first.minutes


@given(week=weeks)
def test_the_hours_of_a_week_make_the_same_week(week: Week) -> None:
    assert Week(week.hours) == week
    assert hash(Week(week.hours)) == hash(week)


def _numbers(value: Decimal | Series) -> list[Decimal]:
    return list(value) if isinstance(value, Series) else [value]
