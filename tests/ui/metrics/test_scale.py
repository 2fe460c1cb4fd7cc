"""The numbers of a chart."""

from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from ui.metrics.scale import moved_apart, round_steps, span_of

NUMBERS = st.decimals(-10_000, 10_000, places=3)
HEIGHTS = st.lists(st.floats(0, 200), min_size=1, max_size=4)


def test_steps_are_round_numbers() -> None:
    steps = round_steps(Decimal("98.76"), Decimal("99.64"))
    assert steps == tuple(Decimal(text) for text in ("98.5", "99.0", "99.5", "100.0"))


@given(NUMBERS, NUMBERS)
def test_steps_enclose_what_they_are_made_for(one: Decimal, other: Decimal) -> None:
    low, high = min(one, other), max(one, other)
    steps = round_steps(low, high)
    assert steps[0] <= low <= high <= steps[-1]
    assert 2 <= len(steps) <= 8
    assert list(steps) == sorted(set(steps))


@given(HEIGHTS)
def test_labels_keep_their_distance_and_their_room(heights: list[float]) -> None:
    placed = moved_apart(heights, 20, 0, 220)
    assert all(0 <= each <= 220 for each in placed)
    assert all(second - first >= 19.9 for first, second in pairwise(sorted(placed)))


def test_labels_that_are_far_apart_stay_where_they_are() -> None:
    assert moved_apart([120, 10, 60], 20, 0, 200) == [120, 10, 60]


def test_a_span_leaves_air_on_both_sides() -> None:
    assert span_of([Decimal(10), Decimal(30)]) == (Decimal(9), Decimal(31))
