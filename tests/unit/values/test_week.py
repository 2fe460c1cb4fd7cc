"""Weekly hours: as people type them, as documents say them, as they are stored."""

import pytest

from slaeditor.errors import Unreadable
from slaeditor.values import WEEK, Hours, Week

WORKDAYS = (0, 1, 2, 3, 4)
OFFICE = Week([Hours(WORKDAYS, 480, 1080)])
SHORT_FRIDAY = Week([Hours((0, 1, 2, 3), 480, 1080), Hours((4,), 480, 900)])
MAINTENANCE = Week([Hours((6,), 120, 360)])
DAILY = Week([Hours(tuple(range(7)), 480, 1080)])
WITH_LUNCH = Week([Hours(WORKDAYS, 480, 720), Hours(WORKDAYS, 780, 1020)])


@pytest.mark.parametrize(
    ("week", "written", "stored"),
    [
        (Week.always, "24 hours a day, every day", "24/7"),
        (OFFICE, "Monday to Friday, 08:00 to 18:00", "Mo-Fr 08:00-18:00"),
        (
            SHORT_FRIDAY,
            "Monday to Thursday, 08:00 to 18:00; Friday, 08:00 to 15:00",
            "Mo-Th 08:00-18:00; Fr 08:00-15:00",
        ),
        (MAINTENANCE, "Sunday, 02:00 to 06:00", "Su 02:00-06:00"),
        (DAILY, "every day, 08:00 to 18:00", "Mo-Su 08:00-18:00"),
        (
            WITH_LUNCH,
            "Monday to Friday, 08:00 to 12:00 and 13:00 to 17:00",
            "Mo-Fr 08:00-12:00; Mo-Fr 13:00-17:00",
        ),
        (
            Week([Hours((5, 6), 0, 1440)]),
            "Saturday and Sunday, 00:00 to 24:00",
            "Sa-Su 00:00-24:00",
        ),
        (
            Week([Hours((6, 0, 1, 2, 3), 480, 1080)]),
            "Sunday to Thursday, 08:00 to 18:00",
            "Su-Th 08:00-18:00",
        ),
        (
            Week([Hours((0, 2, 4), 480, 720)]),
            "Monday, Wednesday and Friday, 08:00 to 12:00",
            "Mo,We,Fr 08:00-12:00",
        ),
    ],
)
def test_a_week_is_written_in_words_and_stored_in_short(
    week: Week, written: str, stored: str
) -> None:
    assert WEEK.write(week, "en-GB") == written
    assert str(week) == stored
    assert Week.parse(stored) == week


def test_german_and_french_write_hours_in_their_own_words() -> None:
    assert WEEK.write(OFFICE, "de-DE") == "Montag bis Freitag, 08:00 bis 18:00 Uhr"
    assert WEEK.write(OFFICE, "fr-FR") == "du lundi au vendredi, de 08:00 à 18:00"
    assert WEEK.write(Week.always, "de-DE") == "24 Stunden am Tag, jeden Tag"
    assert WEEK.write(Week.always, "fr-FR") == "24 heures sur 24, 7 jours sur 7"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en-GB", "24x7"),
        ("en-GB", "24/7"),
        ("en-GB", "24 × 7"),
        ("en-GB", "24/7/365"),
        ("en-GB", "24h"),
        ("en-GB", "around the clock"),
        ("en-GB", "At all times."),
        ("en-GB", "24 hours a day, 7 days a week, 365 days a year"),
        ("en-GB", "every day, 00:00 to 24:00"),
        ("en-GB", "daily 0-24"),
        ("de-DE", "rund um die Uhr"),
        ("de-DE", "24/7"),
        ("fr-FR", "24h/24, 7j/7"),
        ("fr-FR", "24 heures sur 24, 7 jours sur 7"),
    ],
)
def test_around_the_clock_has_many_names(language: str, text: str) -> None:
    assert WEEK.read(text, language) == Week.always


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en-GB", "Mon-Fri 8-18"),
        ("en-GB", "Mon–Fri 08:00–18:00"),
        ("en-GB", "Mo-Fr 0800-1800"),
        ("en-GB", "Monday through Friday from 8 a.m. to 6 p.m."),
        ("en-GB", "8am-6pm Monday to Friday"),
        ("en-GB", "weekdays: 8.00 - 18.00"),
        ("en-GB", "Mon, Tue, Wed, Thu & Fri 8-18"),
        ("en-GB", "Mondays to Fridays 8-12, 12-18"),
        ("en-GB", "Mon-Fri 8-14; Wed-Fri 10-18; Mon-Tue 14-18"),
        ("de-DE", "Mo.–Fr. 8–18 Uhr"),
        ("de-DE", "Montag bis Freitag von 8 Uhr bis 18 Uhr"),
        ("fr-FR", "lundi à vendredi, 8h à 18h"),
        ("fr-FR", "lu-ve 8h00-18h00"),
    ],
)
def test_office_hours_have_many_spellings(language: str, text: str) -> None:
    assert WEEK.read(text, language) == OFFICE


@pytest.mark.parametrize(
    ("text", "week"),
    [
        ("Sunday 02:00–06:00", MAINTENANCE),
        ("daily 8 am to 6 pm", DAILY),
        ("every day 8-18", DAILY),
        ("Mon-Thu 8-18, Fri 8-15", SHORT_FRIDAY),
        ("Mon-Thu 8-18\nFri 8-15", SHORT_FRIDAY),
        ("Mon-Fri 8-12 and 13-17", WITH_LUNCH),
        ("Fri-Mon 8-18", Week([Hours((4, 5, 6, 0), 480, 1080)])),
        ("Sat 20:00 to midnight", Week([Hours((5,), 1200, 1440)])),
        ("Sat noon to 24:00", Week([Hours((5,), 720, 1440)])),
        ("weekends all day", Week([Hours((5, 6), 0, 1440)])),
        ("Mon 12am-12pm", Week([Hours((0,), 0, 720)])),
    ],
)
def test_other_hours_are_read(text: str, week: Week) -> None:
    assert WEEK.read(text, "en-GB") == week


@pytest.mark.parametrize(
    ("text", "beginning"),
    [
        ("Mon-Fri 9-5", "09:00 to 05:00 ends before it begins: "),
        ("Mon-Fri 22:00-06:00", "22:00 to 06:00 ends before it begins: "),
        ("Mon-Fri 8 to 6 pm", "Write am or pm at both times"),
        ("Mon-Fri 8-25", "“25” is no time of day: "),
        ("Mon-Fri 8-18:75", "“18:75” is no time of day: "),
        ("Mon-Fri 13pm-2pm", "“13pm” is no time of day: "),
        ("Mon-Fri 8", "Say from when to when: "),
        ("Mon-Fri", "Say at which hours: "),
        ("08:00 to 18:00", "Say on which days: "),
        ("Mon-Fri 8-18 except holidays", "“except” is neither a day nor a time: "),
        ("Mon-Fri 8-18 Europe/Berlin", "“europe” is neither a day nor a time: "),
        ("office hours", "“office” is neither a day nor a time: "),
        ("", "Write the hours as “Monday to Friday, 08:00 to 18:00”."),
    ],
)
def test_what_is_no_week_gets_one_sentence(text: str, beginning: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        WEEK.read(text, "en-GB")
    sentence = str(refusal.value)
    assert sentence.startswith(beginning)
    assert sentence.endswith(".")


def test_hours_that_overlap_or_touch_are_one() -> None:
    parts = Week([Hours((0,), 480, 720), Hours((0,), 700, 900), Hours((0,), 900, 1080)])
    assert parts == Week([Hours((0,), 480, 1080)])
    assert hash(parts) == hash(Week([Hours((0,), 480, 1080)]))


def test_a_week_knows_its_days_and_minutes() -> None:
    assert Week.always.minutes == 7 * 1440
    assert SHORT_FRIDAY.days == WORKDAYS
    assert SHORT_FRIDAY.minutes == 4 * 600 + 420
    assert SHORT_FRIDAY.minutes_on(4) == 420
    assert SHORT_FRIDAY.spans_on(6) == ()
    assert OFFICE.minutes_shared(MAINTENANCE) == 0
    assert Week.always.minutes_shared(MAINTENANCE) == 240


@pytest.mark.parametrize(
    "hours",
    [[], [Hours((), 0, 60)], [Hours((7,), 0, 60)], [Hours((0,), 60, 60)], [Hours((0,), 0, 1441)]],
)
def test_impossible_hours_make_no_week(hours: list[Hours]) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        Week(hours)


@pytest.mark.parametrize("stored", ["", "Mo", "Xx 08:00-18:00", "Mo 08:00-18:99", "Mo 18:00-08:00"])
def test_a_stored_text_that_is_no_week_is_refused(stored: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        Week.parse(stored)
