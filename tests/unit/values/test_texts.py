"""Texts, yes and no, and names from lists."""

import pytest

from slaeditor.errors import Unreadable
from slaeditor.values import (
    NONE_STATED,
    PROSE,
    TEXT,
    TIME_ZONE,
    YES_NO,
    is_none_stated,
    storable,
)


@pytest.mark.parametrize("text", ["none", "None", "None.", " NONE ", "\u00a0none .\n"])
def test_a_person_can_say_that_there_is_deliberately_nothing(text: str) -> None:
    assert is_none_stated(text)
    assert PROSE.read(text, "en-GB") == NONE_STATED


@pytest.mark.parametrize("text", [None, "", "nonetheless", "None of the printers", "no"])
def test_other_texts_dont_say_so(text: str | None) -> None:
    assert not is_none_stated(text)


def test_a_deliberate_none_is_written_in_the_language_of_the_document() -> None:
    assert PROSE.write(NONE_STATED, "en-GB") == "None"
    assert PROSE.write(NONE_STATED, "de-DE") == "Keine"
    assert PROSE.read("Aucune.", "fr-FR") == NONE_STATED


def test_one_line_takes_line_breaks_as_blanks_and_keeps_all_else() -> None:
    assert TEXT.read("two\r\nlines\u2028or three", "en-GB") == "two lines or three"
    assert TEXT.read(" a  b\t🦺 שלום \x07", "en-GB") == " a  b\t🦺 שלום \x07"


def test_white_space_alone_is_no_text() -> None:
    assert TEXT.read(" \n\t", "en-GB") == ""
    assert PROSE.read("\n \n", "en-GB") == ""


def test_prose_keeps_its_lines() -> None:
    assert PROSE.read(" one\r\n\ntwo\u2029three ", "en-GB") == " one\n\ntwo\nthree "


def test_half_surrogates_become_replacement_characters() -> None:
    assert storable("a\udce4b😀") == "a\ufffdb😀"
    assert TEXT.read("\ud800", "en-GB") == "\ufffd"


@pytest.mark.parametrize(
    ("language", "text", "answer"),
    [
        ("en-GB", "Yes", True),
        ("en-GB", "no.", False),
        ("en-GB", "TRUE", True),
        ("de-DE", "ja", True),
        ("de-DE", "no", False),
        ("fr-FR", "Non", False),
    ],
)
def test_yes_and_no_are_read_in_the_language_and_in_english(
    language: str, text: str, answer: bool
) -> None:
    assert YES_NO.read(text, language) is answer


def test_anything_else_is_asked_again() -> None:
    with pytest.raises(Unreadable, match="Answer “ja” or “nein”"):
        YES_NO.read("vielleicht", "de-DE")


def test_a_time_zone_is_found_in_any_case() -> None:
    assert TIME_ZONE.read("europe/berlin", "en-GB") == "Europe/Berlin"
    assert TIME_ZONE.read("America/New York", "en-GB") == "America/New_York"
    with pytest.raises(Unreadable, match="region and city"):
        TIME_ZONE.read("Europe/Berln", "en-GB")
