"""What past figures say about a target."""

from decimal import Decimal

import pytest

from slaeditor.figures import gap, meets, nines_gap, share_met, shown, summary
from slaeditor.sections.metrics.choices import Direction as ChosenDirection
from slaeditor.values import Series

MONTHS = Series.parse("99.2 99.4 98.8 99.5 99.1 99.6 99.3 99.0 99.4")


def test_nine_months_have_a_mean_a_median_a_worst_and_a_best_one() -> None:
    found = summary(MONTHS)
    assert str(shown(found.mean, 4)) == "99.2556"
    assert found[2:] == (Decimal("99.3"), Decimal("98.8"), Decimal("99.6"))
    assert found.periods == 9


def test_the_median_of_an_even_number_lies_between_the_middle_two() -> None:
    assert summary([Decimal(1), Decimal(2), Decimal(4), Decimal(9)]).median == 3


def test_where_less_is_better_the_highest_figure_is_the_worst() -> None:
    assert summary([Decimal(4), Decimal(2)], ChosenDirection.AT_MOST).worst == 4


def test_no_month_would_have_met_99_9_and_five_of_nine_the_mean() -> None:
    assert share_met(MONTHS, Decimal("99.9")) == 0
    assert share_met(MONTHS, summary(MONTHS).mean) == Decimal(5) / 9


@pytest.mark.parametrize(
    ("direction", "met"),
    [("at-least", True), ("at-most", True), ("more-than", False), ("less-than", False)],
)
def test_a_figure_on_the_target_meets_it_unless_more_or_less_is_asked(
    direction: str, met: bool
) -> None:
    assert meets(Decimal("99.9"), Decimal("99.9"), direction) is met


def test_a_figure_is_compared_before_rounding() -> None:
    assert not meets(Decimal("99.8999"), Decimal("99.9"))
    assert not meets(Decimal("4.01"), Decimal(4), "at-most")


def test_the_gap_is_positive_where_things_must_improve() -> None:
    assert gap(Decimal("99.9"), Decimal("99.2556")) == Decimal("0.6444")
    assert gap(Decimal(4), Decimal(6), "at-most") == 2


def test_from_99_to_99_9_is_one_nine() -> None:
    assert nines_gap(Decimal("99.9"), Decimal(99)) == 1
    assert nines_gap(Decimal(100), Decimal(99)) is None


def test_without_figures_there_is_nothing_to_say() -> None:
    with pytest.raises(ValueError, match="no figures"):
        summary([])
    with pytest.raises(ValueError, match="no figures"):
        share_met([], Decimal(1))
