"""Dates as people type them."""

from datetime import date

import pytest

from slaeditor.errors import Unreadable
from slaeditor.values import DATE
from slaeditor.values.dates import printed_date

FIRST_OF_APRIL = date(2027, 4, 1)


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en-GB", "1 April 2027"),
        ("en-US", "April 1, 2027"),
        ("de-DE", "1. April 2027"),
        ("fr-FR", "1er avril 2027"),
    ],
)
def test_a_date_is_written_in_the_long_form_of_the_language(language: str, written: str) -> None:
    assert DATE.write(FIRST_OF_APRIL, language) == written


@pytest.mark.parametrize(
    ("language", "short", "long"),
    [
        ("en-GB", "1\u00a0April\u00a02027", "31\u00a0December 2027"),
        ("en-US", "April\u00a01,\u00a02027", "December\u00a031, 2027"),
        ("de-DE", "1.\u00a0April\u00a02027", "31.\u00a0Dezember 2027"),
        ("fr-FR", "1er\u00a0avril\u00a02027", "31\u00a0décembre 2027"),
    ],
)
def test_no_line_ends_between_day_and_month_of_a_printed_date(
    language: str, short: str, long: str
) -> None:
    assert printed_date(FIRST_OF_APRIL, language) == short
    assert printed_date(date(2027, 12, 31), language) == long
    assert DATE.read(short, language) == FIRST_OF_APRIL
    assert DATE.read(long, language) == date(2027, 12, 31)


@pytest.mark.parametrize(
    "text",
    [
        "1 April 2027",
        "1 Apr 2027",
        "1 Apr. 2027",
        "01 april 2027",
        "1st April 2027",
        "1st of April, 2027",
        "April 1, 2027",
        "April 1st 2027",
        "Thursday, 1 April 2027",
        "Thu 1 April 2027",
        "1-Apr-2027",
        "2027 April 1",
        "2027-04-01",
        "2027/4/1",
        "  1\u00a0April\u202f2027\u200b ",
    ],
)
def test_usual_ways_to_write_a_date_are_read(text: str) -> None:
    assert DATE.read(text, "en-GB") == FIRST_OF_APRIL


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de-DE", "1.4.2027"),
        ("de-DE", "01.04.2027"),
        ("de-DE", "Donnerstag, den 1. April 2027"),
        ("de-DE", "1 Apr 2027"),
        ("fr-FR", "1 avril 2027"),
        ("fr-FR", "le jeudi 1er avril 2027"),
        ("fr-FR", "1 April 2027"),
    ],
)
def test_other_languages_have_their_own_names_and_understand_english(
    language: str, text: str
) -> None:
    assert DATE.read(text, language) == FIRST_OF_APRIL


def test_names_may_lack_their_accents() -> None:
    assert DATE.read("2 fevrier 2027", "fr-FR") == date(2027, 2, 2)
    assert DATE.read("mar. 2 mars 2027", "fr-FR") == date(2027, 3, 2)


def test_digits_with_one_meaning_are_read() -> None:
    assert DATE.read("31/12/2027", "en-GB") == date(2027, 12, 31)
    assert DATE.read("12/31/2027", "en-GB") == date(2027, 12, 31)
    assert DATE.read("04/04/2027", "en-GB") == date(2027, 4, 4)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "01/04/2027",
            "This date has two meanings: write “1 April 2027” or “4 January 2027”.",
        ),
        ("32 January", "January has 31 days: write a day from 1 to 31."),
        ("32 January 2027", "January has 31 days: write a day from 1 to 31."),
        ("29 February 2027", "February 2027 has 28 days: write a day from 1 to 28."),
        ("0 May 2027", "May has 31 days: write a day from 1 to 31."),
        ("1 April", "Write the year with four digits, for example “1 April 2027”."),
        ("1 April 27", "Write the year with four digits, for example “1 April 2027”."),
        ("29 Feb", "Write the year with four digits, for example “29 February 2028”."),
        ("1 April 1899", "Write a year from 1900 to 2199."),
        ("2027-13-01", "A year has 12 months: write a month from 1 to 12."),
        (
            "Friday 1 April 2027",
            "1 April 2027 is a Thursday: correct the day of the week or leave it out.",
        ),
        ("soon", "Write the date as “1 January 2027”."),
        ("1 April 2027 or later", "Write the date as “1 January 2027”."),
        ("", "Write the date as “1 January 2027”."),
        ("32/13/2027", "Write the date as “1 January 2027”."),
    ],
)
def test_what_is_no_date_gets_a_sentence_that_says_how_to_mend_it(text: str, sentence: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        DATE.read(text, "en-GB")
    assert str(refusal.value) == sentence


def test_only_dates_are_written() -> None:
    with pytest.raises(TypeError):
        DATE.write("1 April 2027", "en-GB")
