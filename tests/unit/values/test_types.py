"""Which type of value a field has, choices, series, and how compound values are stored."""

import subprocess
import sys
from datetime import date
from decimal import Decimal

import msgspec
import pytest

from slaeditor.errors import Unreadable
from slaeditor.values import (
    DATE,
    NUMBER,
    PROSE,
    SERIES,
    TEXT,
    WEEK,
    WHOLE,
    YES_NO,
    Choice,
    Series,
    ValueType,
    Week,
    json_default,
    json_load,
    type_of,
)


class Standing(Choice):
    """How two parties stand to each other."""

    SAME = "same-legal-entity", "Yes, the same legal entity"
    GROUP = "one-group", "Two companies of one group"


class Kept(msgspec.Struct):
    """A record with both compound values."""

    week: Week | None = None
    series: Series | None = None
    standing: Standing | None = None


@pytest.mark.parametrize(
    ("hint", "kind"),
    [
        (str, TEXT),
        (str | None, TEXT),
        (bool | None, YES_NO),
        (int | None, WHOLE),
        (Decimal | None, NUMBER),
        (date | None, DATE),
        (Week | None, WEEK),
        (Series | None, SERIES),
    ],
)
def test_the_annotation_of_a_field_says_its_type(hint: object, kind: ValueType) -> None:
    assert type_of(hint) is kind


def test_a_text_of_several_lines_is_prose() -> None:
    assert type_of(str | None, prose=True) is PROSE


def test_all_fields_of_one_choice_share_one_type() -> None:
    assert type_of(Standing) is type_of(Standing | None)


@pytest.mark.parametrize("hint", [float, list[str], int | str, None])
def test_other_annotations_have_no_type(hint: object) -> None:
    with pytest.raises(TypeError):
        type_of(hint)


@pytest.mark.parametrize(
    "text",
    ["same-legal-entity", "SAME-LEGAL-ENTITY", "same legal entity", "yes, the same legal entity"],
)
def test_a_choice_is_read_by_its_word_or_label_in_any_case(text: str) -> None:
    assert type_of(Standing).read(text, "en-GB") is Standing.SAME


def test_a_beginning_of_a_choice_is_not_enough() -> None:
    with pytest.raises(Unreadable) as refusal:
        type_of(Standing).read("same", "en-GB")
    assert str(refusal.value) == "Choose one of “same-legal-entity”, “one-group”."


def test_a_choice_is_written_by_its_label() -> None:
    assert type_of(Standing).write(Standing.GROUP, "en-GB") == "Two companies of one group"
    assert Standing.GROUP.label == "Two companies of one group"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en-GB", "99.2 99.40 1,000"),
        ("en-GB", "99.2, 99.40, and 1,000"),
        ("en-GB", "99.2;99.40\n1000"),
        ("en-GB", "99.2% 99.40 % 1000"),
        ("en-GB", "99.2\u00a099.40\u00a01000"),
        ("de-DE", "99,2 99,40 1.000"),
        ("de-DE", "99,2, 99,40; 1000"),
        ("fr-FR", "99,2 99,40 1\u202f000"),
    ],
)
def test_a_series_is_read_with_any_separator(language: str, text: str) -> None:
    assert str(SERIES.read(text, language)) == "99.2 99.40 1000"


@pytest.mark.parametrize(
    ("language", "text", "sentence"),
    [
        (
            "en-GB",
            "",
            "Write the numbers with semicolons between them, for example “99.2; 99.4; 98.8”.",
        ),
        (
            "de-DE",
            "99,2,99,4",
            "Write the numbers with semicolons between them, for example “99,2; 99,4; 98,8”.",
        ),
        ("en-GB", "99.2 99,4", "“99,4”: use a point: “99.4”."),
        (
            "en-GB",
            "99.2 n/a",
            "“n/a”: write the number in digits, for example “99.9”.",
        ),
        (
            "en-GB",
            "1 000 2 000",
            "“000” begins with a zero: write thousands without a blank inside.",
        ),
        ("en-GB", "1 " * 1001, "Write at most 1000 numbers."),
    ],
)
def test_what_is_no_series_gets_a_sentence(language: str, text: str, sentence: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        SERIES.read(text, language)
    assert str(refusal.value) == sentence


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en-GB", "990; 1,050; 99.20"),
        ("en-US", "990; 1,050; 99.20"),
        ("de-DE", "990; 1.050; 99,20"),
        ("fr-FR", "990; 1\u202f050; 99,20"),
    ],
)
def test_the_numbers_of_a_series_can_not_run_into_each_other(language: str, written: str) -> None:
    series = Series.parse("990 1050 99.20")
    assert SERIES.write(series, language) == written
    assert SERIES.read(written, language) == series


def test_a_series_is_a_different_one_with_other_trailing_zeros() -> None:
    assert Series.parse("99.5") != Series.parse("99.50")
    assert len(Series.parse("1 2 3")) == 3
    assert Series.parse("1 2").numbers == (Decimal(1), Decimal(2))


def test_compound_values_and_choices_survive_json() -> None:
    kept = Kept(Week.parse("Su 02:00-06:00"), Series.parse("99.2 99.40"), Standing.GROUP)
    stored = msgspec.json.encode(kept, enc_hook=json_default)
    assert b'"week":"Su 02:00-06:00","series":"99.2 99.40","standing":"one-group"' in stored
    assert msgspec.json.decode(stored, type=Kept, dec_hook=json_load) == kept


@pytest.mark.parametrize("stored", ['{"week": "sometimes"}', '{"series": "a"}', '{"week": 5}'])
def test_a_damaged_compound_value_is_refused_on_decoding(stored: str) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(stored, type=Kept, dec_hook=json_load)


def test_other_objects_have_no_stored_form() -> None:
    with pytest.raises(NotImplementedError):
        json_default(object())
    with pytest.raises(NotImplementedError):
        json_load(object, "")


def test_importing_the_types_leaves_babel_alone() -> None:
    program = (
        "import sys, slaeditor.values; print([m for m in ('babel', 'msgspec') if m in sys.modules])"
    )
    found = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert found.stdout.strip() == "[]"
