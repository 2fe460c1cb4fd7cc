"""A title that runs right to left leaves the sentence around it alone."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as some

from slaeditor.bidi import isolated


@pytest.mark.parametrize("title", ["", "Payroll", "Löhne & Gehälter", "給与 2027", "№ 7 – Ω"])
def test_a_text_from_left_to_right_stays_as_it_is(title: str) -> None:
    assert isolated(title) == title


@pytest.mark.parametrize(
    "title", ["שכר", "Payroll שכר", "اتفاقية ١٢", "١٢", "override \u202e", "isolate \u2067x"]
)
def test_a_text_that_may_turn_its_neighbours_stands_alone(title: str) -> None:
    assert isolated(title) == f"\u2068{title}\u2069"


@given(some.text())
def test_nothing_of_the_text_is_lost(title: str) -> None:
    assert isolated(title).strip("\u2068\u2069") == title.strip("\u2068\u2069")
    has_arabic_or_hebrew = any(unicodedata.bidirectional(each) in ("R", "AL") for each in title)
    assert not has_arabic_or_hebrew or isolated(title).startswith("\u2068")
