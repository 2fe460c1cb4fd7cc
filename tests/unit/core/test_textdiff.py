"""What changed between two texts, and where a stretch of the old text is in the new."""

import time

import pytest

from slaeditor.textdiff import Fate, Stretch, changes, is_trivial, projected, tokens

NOTICE = "give five Business Days notice"
FIVE_DAYS = (5, 23)


def shown(old: str, new: str) -> str:
    """The changes in one line: what is removed in square brackets, what is added in curly ones."""
    marks = {Fate.KEPT: "{}", Fate.REMOVED: "[{}]", Fate.ADDED: "{{{}}}"}
    return "".join(marks[each.fate].format(each.text) for each in changes(old, new))


def followed(old: str, span: tuple[int, int], new: str) -> str | None:
    """The text that a stretch of the old text became."""
    (found,) = projected(old, [span], new)
    return found and new[slice(*found)]


def test_numbers_and_dates_in_figures_are_one_word() -> None:
    assert tokens("1,000 from 2026-06-01 at 08:30, 99.95%.") == [
        *("1,000", " ", "from", " ", "2026-06-01", " ", "at", " ", "08:30", ",", " ", "99.95"),
        *("%", "."),
    ]


def test_an_accent_stays_with_its_letter() -> None:
    assert tokens("cafe\u0301 noir") == ["cafe\u0301", " ", "noir"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("same", "same", "same"),
        ("", "", ""),
        ("", "new", "{new}"),
        ("old", "", "[old]"),
        ("end with 90 days’ notice", "end with 60 days’ notice", "end with [90]{60} days’ notice"),
        ("end of a quarter", "end of a calendar quarter", "end of a {calendar }quarter"),
        ("the only remedy.", "the statutory rights.", "the [only remedy]{statutory rights}."),
        ("99.5 % of hours", "99.95 % of hours", "[99.5]{99.95} % of hours"),
    ],
)
def test_only_the_words_that_changed_are_shown(old: str, new: str, expected: str) -> None:
    assert shown(old, new) == expected


def test_two_changes_with_one_blank_between_are_one() -> None:
    assert changes("within five Business Days of it", "within ten working days of it") == (
        Stretch(Fate.KEPT, "within "),
        Stretch(Fate.REMOVED, "five Business Days"),
        Stretch(Fate.ADDED, "ten working days"),
        Stretch(Fate.KEPT, " of it"),
    )


def test_two_removals_stay_apart() -> None:
    assert shown("a b c", "b") == "[a ]b[ c]"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("99.5%", "99.5\N{NO-BREAK SPACE}%"),
        ("“Service Hours”", '"service hours"'),
        ("the Customer’s", "the Customer's"),
        ("9-5", "9 – 5"),
        ("one thing — another", "one thing - another"),
        ("two  blanks ", "two blanks"),
        ("a\n b", "a\nb"),
        ("soft\N{SOFT HYPHEN}ware", "software"),
    ],
)
def test_blanks_quotes_dashes_and_capitals_are_trivial(old: str, new: str) -> None:
    assert is_trivial(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [("90 days", "60 days"), ("some one", "someone"), ("a\nb", "a b"), ("now here", "nowhere")],
)
def test_other_words_or_lines_are_not_trivial(old: str, new: str) -> None:
    assert not is_trivial(old, new)


@pytest.mark.parametrize(
    ("old", "span", "new", "expected"),
    [
        (NOTICE, FIVE_DAYS, "give ten Business Days notice", "ten Business Days"),
        (NOTICE, FIVE_DAYS, "give five Business Day notice", "five Business Day"),
        (NOTICE, FIVE_DAYS, "give five full Business Days notice", "five full Business Days"),
        (NOTICE, FIVE_DAYS, "give about five Business Days or so notice", "five Business Days"),
        (NOTICE, FIVE_DAYS, "give notice", None),
        (NOTICE, FIVE_DAYS, "", None),
        ("give five", (5, 9), "provide ten", "ten"),
        ("5 months’ notice", (2, 7), "5 weeks’ notice", "week"),
        ("it ends on 1 June 2026.", (11, 22), "it ends on 15 July 2026.", "15 July 2026"),
        ("five days", (0, 9), "at least five days", "at least five days"),
        ("five days.", (0, 9), "at least five days.", "five days"),
    ],
)  # fmt: skip
def test_a_stretch_is_followed_into_the_new_text(
    old: str, span: tuple[int, int], new: str, expected: str | None
) -> None:
    assert followed(old, span, new) == expected


def test_neighbouring_stretches_share_what_replaced_both() -> None:
    old = "99.5 % per month"
    number, window = projected(old, [(0, 4), (7, 16)], "95 percent in each quarter")
    assert number is not None
    assert window is not None
    assert number[1] <= window[0]


def test_an_empty_place_is_followed() -> None:
    assert projected("a b", [(2, 2)], "c a b") == [(4, 4)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("the service is there. " * 450, "the service is here. " * 450),
        ("a " * 5000, "b " * 2500 + "a " * 2500),
        ("word, " * 1600, "other " * 1600),
        (" ".join(map(str, range(2000))), " ".join(map(str, range(2000, 0, -1)))),
    ],
)
def test_long_texts_are_compared_at_once(old: str, new: str) -> None:
    start = time.perf_counter()
    found = changes(old, new)
    assert time.perf_counter() - start < 2
    assert "".join(each.text for each in found if each.fate is not Fate.ADDED) == old
