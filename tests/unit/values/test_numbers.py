"""Numbers as people type them."""

from decimal import Decimal

import pytest

from slaeditor.errors import Unreadable
from slaeditor.values import NUMBER, WHOLE, is_sound


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en-GB", "1,234,567.50"),
        ("en-US", "1,234,567.50"),
        ("de-DE", "1.234.567,50"),
        ("fr-FR", "1\u202f234\u202f567,50"),
    ],
)
def test_a_number_is_written_with_the_separators_of_the_language(
    language: str, written: str
) -> None:
    assert NUMBER.write(Decimal("1234567.50"), language) == written


def test_a_number_keeps_its_trailing_zeros() -> None:
    assert NUMBER.read("99.50", "en-GB").as_tuple() == Decimal("99.50").as_tuple()
    assert NUMBER.write(Decimal("99.50"), "en-GB") == "99.50"


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en-GB", "99.9", "99.9"),
        ("en-GB", "99.9%", "99.9"),
        ("en-GB", "99.9\u00a0%", "99.9"),
        ("en-GB", "99.9 per cent", "99.9"),
        ("en-GB", "1,000", "1000"),
        ("en-GB", "1 000", "1000"),
        ("en-GB", "-5", "-5"),
        ("en-GB", "\u22125", "-5"),
        ("en-GB", ".5", "0.5"),
        ("en-GB", "007", "7"),
        ("en-GB", "-0", "0"),
        ("de-DE", "99,9 %", "99.9"),
        ("de-DE", "1.000", "1000"),
        ("de-DE", "1.000,5", "1000.5"),
        ("fr-FR", "1\u00a0000,5", "1000.5"),
        ("fr-FR", "1\u202f000,5", "1000.5"),
    ],
)
def test_usual_ways_to_write_a_number_are_read(language: str, text: str, value: str) -> None:
    assert str(NUMBER.read(text, language)) == value


@pytest.mark.parametrize(
    ("language", "text", "sentence"),
    [
        ("en-GB", "99,95", "Use a point: “99.95”."),
        ("en-GB", "0,123", "Use a point: “0.123”."),
        ("en-GB", "1.234,56", "Use a point: “1,234.56”."),
        ("en-GB", "1.000.000", "Write “1,000,000”."),
        ("de-DE", "99.95", "Use a comma: “99,95”."),
        ("fr-FR", "1.000", "“1.000” has two meanings: write “1,000” or “1000”."),
        ("en-GB", "sixty (60)", "Write the number in digits, for example “99.9”."),
        ("en-GB", "NaN", "Write the number in digits, for example “99.9”."),
        ("en-GB", "Infinity", "Write the number in digits, for example “99.9”."),
        ("en-GB", "1e5", "Write the number in digits, for example “99.9”."),
        ("en-GB", "٣", "Write the number in digits, for example “99.9”."),
        ("en-GB", "99.9.9", "Write the number in digits, for example “99.9”."),
        ("de-DE", "", "Write a number, for example “99,9”."),
        (
            "en-GB",
            "60 days",
            "Write only the number, for example “99.9”, without a unit or other words.",
        ),
        ("en-GB", "1234567890123456", "Write a number of at most 15 digits."),
        ("en-GB", "0.1234567", "Write at most 6 decimals."),
    ],
)
def test_what_is_no_number_gets_a_sentence_that_says_how_to_mend_it(
    language: str, text: str, sentence: str
) -> None:
    with pytest.raises(Unreadable) as refusal:
        NUMBER.read(text, language)
    assert str(refusal.value) == sentence


def test_a_whole_number_is_read_with_or_without_grouping() -> None:
    assert WHOLE.read("60", "en-GB") == 60
    assert WHOLE.read("1,000", "en-GB") == 1000
    assert WHOLE.read("1.000", "de-DE") == 1000
    assert WHOLE.write(1000, "en-GB") == "1,000"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("1.5", "Write a whole number without decimals, for example “12”."),
        ("60.0", "Write a whole number without decimals, for example “12”."),
        ("-1", "Write a number from 0 to 1,000,000,000."),
        ("1000000001", "Write a number from 0 to 1,000,000,000."),
        ("95%", "Write only the number, without a per cent sign."),
        ("sixty", "Write the number in digits, for example “12”."),
        (
            "60 days",
            "Write only the number, for example “12”, without a unit or other words.",
        ),
    ],
)
def test_what_is_no_whole_number_is_refused(text: str, sentence: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        WHOLE.read(text, "en-GB")
    assert str(refusal.value) == sentence


@pytest.mark.parametrize("value", [Decimal("NaN"), Decimal("Infinity"), "99.9", None])
def test_only_finite_numbers_are_written(value: object) -> None:
    with pytest.raises(TypeError):
        NUMBER.write(value, "en-GB")


@pytest.mark.parametrize(
    "value", [Decimal("NaN"), Decimal("-Infinity"), Decimal("1E+9"), Decimal("1E-9"), -1, 10**10]
)
def test_a_stored_number_that_nobody_can_have_typed_is_not_sound(value: object) -> None:
    assert not is_sound(value)
