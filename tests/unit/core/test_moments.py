"""Moments in words: in local time, wherever the computer stands."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from slaeditor.moments import moment_in_full, moment_in_sentence, moment_words

NOW = datetime(2027, 1, 3, 12, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def auckland(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A computer in Auckland, thirteen hours ahead in summer: it is 01:00 on 4 January there."""
    if not hasattr(time, "tzset"):
        pytest.skip("this system can't change its time zone for a test")
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def at(day: int, hour: int, month: int = 1, year: int = 2027) -> datetime:
    return datetime(year, month, day, hour, 32, tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "in_list", "in_sentence"),
    [
        (at(3, 11), "today, 00:32", "today at 00:32"),
        (at(3, 10), "yesterday, 23:32", "yesterday at 23:32"),
        (at(2, 10), "2 Jan", "2 Jan at 23:32"),
        (at(31, 1, 12, 2026), "31 Dec 2026", "31 Dec 2026 at 14:32"),
    ],
)
def test_a_moment_is_said_as_seen_from_here_and_now(
    moment: datetime, in_list: str, in_sentence: str
) -> None:
    assert moment_words(moment, NOW) == in_list
    assert moment_in_sentence(moment, NOW) == in_sentence


def test_in_full_it_has_day_and_time() -> None:
    assert moment_in_full(at(3, 11)) == "4 Jan 2027, 00:32"


def test_now_is_today() -> None:
    assert moment_in_sentence(datetime.now(UTC)).startswith(("today at ", "yesterday at "))
