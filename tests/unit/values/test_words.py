"""Joining, units, articles and ordinals."""

from decimal import Decimal

import pytest

from slaeditor.values.words import (
    article,
    join_and,
    ordinal,
    percent,
    quantity,
    unit_word,
)

BEFORE_AN = (
    "8 8-hour 11 11-month 18 80 85.5 800 8,000 11,000 18,000 80,000 11,000,000 hour hourly honest "
    "agreement SLA MSA OLA HR IT NDA SLAs MQL A outage incident uninterrupted unimportant urgent "
    "uptime “hour” X-ray email heir uncertain unidentified"
)
BEFORE_A = (
    "1 10 12 17 60 100 110 180 1,100 1,800 0.8 month user use usual unit uniform union UC URL "
    "KPI CRM NATO European one-off once utility useful Customer “service” SaaS PDF ubiquitous"
)


@pytest.mark.parametrize(
    ("parts", "language", "joined"),
    [
        ([], "en-GB", ""),
        (["A"], "en-GB", "A"),
        (["A", "B"], "en-GB", "A and B"),
        (["A", "B", "C"], "en-GB", "A, B and C"),
        (["A", "B", "C"], "de-DE", "A, B und C"),
        (["A", "B"], "fr-FR", "A et B"),
    ],
)
def test_parts_are_joined_with_and(parts: list[str], language: str, joined: str) -> None:
    assert join_and(parts, language) == joined


@pytest.mark.parametrize(
    ("unit", "count", "language", "word"),
    [
        ("months", 1, "en-GB", "month"),
        ("month", 2, "en-GB", "months"),
        ("hours", 0, "en-GB", "hours"),
        ("hours", Decimal("1.0"), "en-GB", "hours"),
        ("hours", Decimal(1), "en-GB", "hour"),
        ("business-days", 1, "en-GB", "Business Day"),
        ("business-days", None, "en-GB", "Business Days"),
        ("Business Day", 5, "en-GB", "Business Days"),
        ("percent", 5, "en-GB", "per cent"),
        ("leads", 1, "en-GB", "leads"),
        ("months", 2, "de-DE", "Monate"),
        ("days", 1, "de-DE", "Tag"),
        ("hours", Decimal("1.5"), "fr-FR", "heure"),
        ("hours", 2, "fr-FR", "heures"),
        ("days", 2, "xx", "days"),
    ],
)
def test_a_unit_is_singular_or_plural_as_its_count_asks(
    unit: str, count: Decimal | int | None, language: str, word: str
) -> None:
    assert unit_word(unit, count, language) == word


def test_a_number_and_its_unit_stay_on_one_line() -> None:
    assert quantity(60, "days", "en-GB") == "60\u00a0days"
    assert quantity(1, "business-days", "en-GB") == "1\u00a0Business Day"
    assert quantity(Decimal("43.2"), "minutes", "de-DE") == "43,2\u00a0Minuten"
    assert quantity(1000, "number", "en-GB") == "1,000"


def test_per_cent_stands_as_the_language_asks() -> None:
    assert percent("99.9", "en-GB") == "99.9%"
    assert percent("99,9", "de-DE") == "99,9\u00a0%"
    assert quantity(Decimal("99.9"), "percent", "fr-FR") == "99,9\u00a0%"
    assert quantity(Decimal("99.90"), "percent", "en-GB") == "99.90%"


@pytest.mark.parametrize(
    "word",
    BEFORE_AN.split(),
)
def test_an_stands_before_a_vowel_sound(word: str) -> None:
    assert article(word) == "an"


@pytest.mark.parametrize(
    "word",
    BEFORE_A.split(),
)
def test_a_stands_before_a_consonant_sound(word: str) -> None:
    assert article(word) == "a"


@pytest.mark.parametrize(
    ("number", "language", "written"),
    [
        (1, "en-GB", "1st"),
        (2, "en-GB", "2nd"),
        (3, "en-GB", "3rd"),
        (11, "en-GB", "11th"),
        (112, "en-GB", "112th"),
        (121, "en-GB", "121st"),
        (1, "de-DE", "1."),
        (1, "fr-FR", "1er"),
        (2, "fr-FR", "2e"),
    ],
)
def test_ordinals_follow_the_language(number: int, language: str, written: str) -> None:
    assert ordinal(number, language) == written
