"""What the picture of a level's past says, and when there is one."""

from datetime import date
from decimal import Decimal

import pytest

from slaeditor.editing.open_draft import OpenDraft
from slaeditor.editing.templates import new_agreement, template
from tests.agreements import HOSTED_APPLICATION, typed
from ui.metrics.allowance import allowance
from ui.metrics.past import past_of, sentences

TODAY = date(2026, 11, 24)
LEVEL = "metrics/levels/availability"


@pytest.fixture
def hosted() -> OpenDraft:
    """The hosted application: at least 99.9 % a month, nine months of past."""
    return OpenDraft(typed(HOSTED_APPLICATION), lambda: 0.0)


@pytest.fixture
def blank() -> OpenDraft:
    """An agreement with one level of which nothing is known."""
    draft = OpenDraft(new_agreement(template("external-blank")), lambda: 0.0)
    draft.add("metrics/levels", item_id="availability")
    return draft


def told(draft: OpenDraft) -> str:
    """The picture in words."""
    return " ".join(sentences(past_of(draft.view(TODAY), LEVEL)))


def allowed(draft: OpenDraft) -> str:
    """What the target allows, in words."""
    return allowance(draft.view(TODAY), LEVEL)


def test_nine_months_are_held_against_the_target(hosted: OpenDraft) -> None:
    assert told(hosted) == "Met in none of 9 periods. The worst was 98.8%."


def test_a_lower_target_is_met_in_some_months(hosted: OpenDraft) -> None:
    hosted.set_text(f"{LEVEL}/target", "99")
    assert told(hosted) == "Met in 8 of 9 periods. The worst was 98.8%."


def test_a_target_that_every_month_met_says_so(hosted: OpenDraft) -> None:
    hosted.set_text(f"{LEVEL}/target", "98.8")
    assert told(hosted) == "Met in all 9 periods. The worst was 98.8%."


def test_of_times_the_longest_is_the_worst(hosted: OpenDraft) -> None:
    hosted.set_text(f"{LEVEL}/direction", "at-most")
    hosted.set_text(f"{LEVEL}/unit", "hours")
    hosted.set_text(f"{LEVEL}/target", "4")
    hosted.set_text(f"{LEVEL}/baseline/values", "2 4 5")
    assert told(hosted) == "Met in 2 of 3 periods. The worst was 5\u00a0hours."


def test_months_below_the_minimum_are_counted(hosted: OpenDraft) -> None:
    hosted.set_text("metrics/consequence/type", "credits")
    hosted.set_text(f"{LEVEL}/minimum", "99")
    assert told(hosted).endswith("1 period missed the minimum.")


def test_the_first_step_of_a_ramp_is_told_beside_the_target(hosted: OpenDraft) -> None:
    step = hosted.add(f"{LEVEL}/ramp", texts={"start": "1 April 2027", "value": "99.0"})
    later = hosted.add(f"{LEVEL}/ramp", texts={"start": "1 October 2027", "value": "99.5"})
    past = past_of(hosted.view(TODAY), LEVEL)
    assert step != later
    assert sentences(past)[:2] == (
        "First step 99.0%: met in 8 of 9 periods.",
        "Target 99.9%: met in none of 9 periods.",
    )
    assert past.measure is not None and past.measure.number == Decimal("99.0")


def test_without_a_target_the_range_is_told(hosted: OpenDraft) -> None:
    hosted.set_text(f"{LEVEL}/target", "")
    assert told(hosted) == "9 periods, between 98.8% and 99.6%."


def test_a_single_number_is_held_against_the_target(hosted: OpenDraft) -> None:
    hosted.set_text(f"{LEVEL}/baseline/values", "")
    assert told(hosted) == "So far 99.2556%. Target 99.9% asks for 0.6444% more."
    hosted.set_text(f"{LEVEL}/target", "99")
    assert told(hosted) == "So far 99.2556%. That meets the target 99%."


def test_a_level_without_a_past_has_no_picture(blank: OpenDraft) -> None:
    assert not past_of(blank.view(TODAY), LEVEL).says_something
    assert told(blank) == ""
    blank.set_text(f"{LEVEL}/baseline/value", "99")
    assert told(blank) == ""


def test_a_past_that_can_not_be_read_is_no_past(hosted: OpenDraft) -> None:
    hosted.enter(f"{LEVEL}/baseline/values", "nearly always")
    hosted.enter(f"{LEVEL}/baseline/value", "well")
    assert told(hosted) == ""


def test_a_target_around_the_clock_is_told_in_minutes(hosted: OpenDraft) -> None:
    assert allowed(hosted) == (
        "What it allows: at most 43 min 12 s of downtime in a month of 30 days, around the clock."
    )


def test_a_target_in_service_hours_counts_those_hours(hosted: OpenDraft) -> None:
    hosted.set_text("scope/service_hours/week", "Monday to Friday, 08:00 to 18:00")
    hosted.set_text(f"{LEVEL}/clock", "service-hours")
    hosted.set_text(f"{LEVEL}/target", "99.5")
    assert allowed(hosted) == (
        "What it allows: at most 1 h 4 min of downtime in a month of 30 days, which has 214 such "
        "hours."
    )


def test_a_hundred_percent_allows_nothing(hosted: OpenDraft) -> None:
    hosted.set_text(f"{LEVEL}/target", "100")
    assert allowed(hosted) == "What it allows: no downtime at all."


@pytest.mark.parametrize(
    ("field", "text"),
    [("category", "response"), ("unit", "hours"), ("direction", "at-most"), ("target", "130")],
)
def test_other_targets_allow_no_downtime(hosted: OpenDraft, field: str, text: str) -> None:
    hosted.set_text(f"{LEVEL}/{field}", text)
    assert allowed(hosted) == ""
