"""What is found about service levels, their past, their words and what follows a miss."""

import pytest

from tests.unit.readiness.asking import HOSTED, LEADS, Answer, new, rules, sentence

UP = "metrics/levels/availability"
VOLUME = "metrics/levels/volume"
CONTACT = "metrics/levels/contact"


def test_a_target_that_few_periods_met_is_a_warning() -> None:
    found = new(HOSTED, (f"{UP}/target", "99.5"))
    assert "only 2 of the 9 periods" in sentence(found, "R05")
    assert new(HOSTED, (f"{UP}/target", "99.2")) == []


def test_a_ramp_is_judged_by_its_first_step() -> None:
    steps = [
        (f"{UP}/ramp/one/start", "1 April 2027"),
        (f"{UP}/ramp/one/value", "99.0"),
        (f"{UP}/ramp/two/start", "1 October 2027"),
        (f"{UP}/ramp/two/value", "99.9"),
    ]
    assert not [f for f in new(HOSTED, *steps) if f.rule == "R05"]
    steps[1] = (f"{UP}/ramp/one/value", "99.8")
    assert f"warning R05 {UP}/ramp/one/value" in rules(new(HOSTED, *steps))
    steps[2] = (f"{UP}/ramp/two/start", "1 April 2027")
    assert f"blocker ramp {UP}/ramp/two/start" in rules(new(HOSTED, *steps))


def test_a_target_below_the_worst_period_promises_nothing() -> None:
    assert rules(new(HOSTED, (f"{UP}/target", "98.0"))) == [f"warning R06 {UP}/target"]
    assert new(HOSTED, (f"{UP}/target", "98.8")) == []


def test_for_at_most_the_other_side_is_the_worse_one() -> None:
    past = ((f"{CONTACT}/baseline/values", "20 21 23"),)
    assert f"warning R06 {CONTACT}/target" in rules(new(LEADS, *past))
    assert f"warning R05 {CONTACT}/target" in rules(new(LEADS, *past, (f"{CONTACT}/target", "12")))


def test_one_value_of_the_past_is_compared_where_it_can_be() -> None:
    only_value = ((f"{UP}/baseline/values", ""), (f"{UP}/baseline/periods", ""))
    found = new(HOSTED, *only_value)
    assert "asks for more than the past shows, 99.2556" in sentence(found, "R05")
    worst = (*only_value, (f"{UP}/baseline/statistic", "worst"), (f"{UP}/baseline/value", "99.95"))
    assert "even the worst period of the past, 99.95" in sentence(new(HOSTED, *worst), "R06")


def test_a_level_that_is_only_reported_is_not_judged() -> None:
    found = new(HOSTED, (f"{UP}/baseline/status", "E"))
    assert not [f for f in found if f.rule in ("R05", "R06")]


def test_the_past_has_to_agree_with_itself() -> None:
    found = new(HOSTED, (f"{UP}/baseline/periods", "8"), (f"{UP}/baseline/value", "99.4"))
    assert rules(found) == [
        f"warning R45 {UP}/baseline/value",
        f"warning R45 {UP}/baseline/periods",
    ]
    assert "give 99.26" in sentence([f for f in found if f.path.endswith("value")], "R45")


def test_availability_over_a_year_hides_a_stop_of_days() -> None:
    assert rules(new(HOSTED, (f"{UP}/window", "calendar-year"))) == [f"warning R08 {UP}/window"]


def test_a_level_without_period_baseline_or_owner_blocks() -> None:
    for name in ("window", "owed_by", "method", "baseline/value", "baseline/status"):
        assert f"blocker R01 {UP}/{name}" in rules(new(HOSTED, (f"{UP}/{name}", "")))


def test_a_level_whose_service_was_removed_blocks() -> None:
    found = new(
        HOSTED,
        ("scope/services/other/name", "Support"),
        ("scope/services/other/output", "answers"),
        ("scope/services/other/outcome", "ask"),
        (f"{UP}/services", "Support"),
        ("scope/services/other", ""),
    )
    assert rules(found) == [f"blocker R44 {UP}/services"]


def response(definition: str, category: str = "response") -> tuple[Answer, ...]:
    at = "metrics/levels/answer"
    return tuple(
        (f"{at}/{name}", text)
        for name, text in (
            ("name", "Answer to a request"),
            ("category", category),
            ("owed_by", "provider"),
            ("definition", definition),
            ("direction", "at-most"),
            ("target", "4"),
            ("unit", "hours"),
            ("window", "calendar-month"),
            ("clock", "support-hours"),
            ("method", "from the ticket system"),
            ("exclusions", "standard"),
            ("baseline/status", "A"),
            ("baseline/value", "4"),
            ("baseline/statistic", "p95"),
            ("baseline/population", "all requests"),
            ("baseline/period", "2026"),
            ("baseline/source", "the ticket system"),
        )
    )


def test_an_answer_without_an_end_of_the_fault_blocks_where_a_service_is_operated() -> None:
    found = new(HOSTED, *response("the time until an engineer answers; no automatic reply counts"))
    assert rules(found) == ["blocker R14 metrics/levels/answer/category"]


def test_mere_support_and_follow_up_need_no_restoration() -> None:
    plain = response("the time until a person answers a question; automatic replies don’t count")
    assert not [f for f in new(LEADS, *plain) if f.rule == "R14"]
    fault = response("the time until a person answers a fault; automatic replies don’t count")
    assert "blocker R14 metrics/levels/answer/category" in rules(new(LEADS, *fault))


def test_an_automatic_reply_has_to_be_spoken_of() -> None:
    found = new(LEADS, *response("the time until somebody answers a question"))
    assert "warning R15 metrics/levels/answer/definition" in rules(found)


def test_a_priority_needs_a_definition() -> None:
    found = new(LEADS, (f"{CONTACT}/definition", "automatic; for priority 1 leads only"))
    assert rules(found) == [f"blocker R16 {CONTACT}/definition"]
    defined = (
        ("introduction/definitions/p/term", "Priority Lead"),
        ("introduction/definitions/p/meaning", "a lead that Marketing marks as priority 1"),
        ("scope/users", "those who call a Priority Lead"),
        (f"{CONTACT}/definition", "automatic; for priority 1 leads only"),
    )
    assert new(LEADS, *defined) == []


def test_the_priorities_of_the_agreement_are_definitions() -> None:
    ranked = (
        ("metrics/priorities/one/name", "Priority 1"),
        ("metrics/priorities/one/meaning", "a contact who has asked for an offer"),
        ("metrics/priority_decided_by", "the campaign manager"),
        (f"{CONTACT}/definition", "automatic; for priority 1 leads only"),
    )
    assert new(LEADS, *ranked) == []
    undecided = ranked[:2] + ranked[3:]
    assert rules(new(LEADS, *undecided)) == ["blocker R01 metrics/priority_decided_by"]


def test_levels_that_all_look_from_inside_are_a_warning() -> None:
    inside = [(f"metrics/levels/{level}/perspective", "technical") for level in LEVELS_OF_LEADS]
    assert rules(new(LEADS, *inside)) == ["warning R31 metrics/levels"]
    assert new(LEADS, *inside[1:], (inside[0][0], "user-felt")) == []
    assert new(LEADS, *inside[1:]) == []


def test_a_period_of_days_needs_their_number() -> None:
    found = new(HOSTED, (f"{UP}/window", "days"))
    assert rules(found) == [f"blocker R01 {UP}/window_days"]
    assert new(HOSTED, (f"{UP}/window", "days"), (f"{UP}/window_days", "28")) == []


def test_leaving_out_other_peoples_faults_takes_the_worth_from_the_promise() -> None:
    found = new(
        HOSTED,
        (f"{UP}/exclusions", "own"),
        (f"{UP}/own_exclusions", "faults of third parties"),
    )
    assert rules(found) == [f"warning R12 {UP}/own_exclusions"]


@pytest.mark.parametrize(
    ("target", "finding"),
    [("101", f"blocker number {UP}/target"), ("100", f"warning R05 {UP}/target")],
)
def test_percentages_have_an_end(target: str, finding: str) -> None:
    assert finding in rules(new(HOSTED, (f"{UP}/target", target)))


def test_the_minimum_stands_on_the_worse_side_of_the_target() -> None:
    assert rules(new(LEADS, (f"{VOLUME}/minimum", "1,100"))) == [
        f"blocker minimum {VOLUME}/minimum"
    ]
    assert new(LEADS, (f"{VOLUME}/minimum", "900")) == []
    assert rules(new(LEADS, (f"{CONTACT}/minimum", "20"))) == [f"blocker minimum {CONTACT}/minimum"]


def test_a_share_of_few_cases_is_a_promise_of_every_case() -> None:
    few = (
        ("scope/workload/leads/what", "leads"),
        ("scope/workload/leads/upper", "12"),
        (f"{CONTACT}/share", "95"),
    )
    assert rules(new(LEADS, *few)) == [f"warning R47 {CONTACT}/small_number"]
    assert new(LEADS, *few, (f"{CONTACT}/small_number", "20")) == []


def test_missing_data_need_a_rule() -> None:
    path = "metrics/measuring/missing_data"
    assert rules(new(HOSTED, (path, ""))) == [f"warning missing-data {path}"]


def test_leads_need_a_definition_and_more_than_a_number() -> None:
    found = new(LEADS, ("introduction/definitions/lead", ""))
    assert f"warning R50 {CONTACT}/definition" in rules(found) or any(
        f.rule == "R50" for f in found
    )
    only = [(f"metrics/levels/{name}", "") for name in ("contact", "attempts", "conversion")]
    assert "warning R50 metrics/levels" in rules(new(LEADS, *only))


def test_rates_of_conversion_need_months_of_data() -> None:
    path = "metrics/levels/conversion/window"
    found = new(LEADS, (path, "calendar-month"))
    assert rules(found) == ["warning R51 metrics/levels/conversion/baseline/periods"]


def test_a_plan_alone_is_a_weak_consequence() -> None:
    for name in (HOSTED, LEADS):
        found = new(name, ("metrics/consequence/type", "plan"))
        assert rules(found) == ["warning R22 metrics/consequence/type"]


def test_what_the_contract_says_is_a_consequence_unless_there_is_no_contract() -> None:
    assert not [f for f in new(HOSTED) if f.rule == "R22"]
    found = new(HOSTED, ("metrics/consequence/type", ""))
    assert rules(found) == ["blocker R01 metrics/consequence/type"]
    alone = new(HOSTED, ("introduction/standing/rests_on", "stands-alone"))
    assert "blocker R01 metrics/consequence/type" in rules(alone)


def test_credits_between_departments_are_said_not_to_print() -> None:
    found = new(LEADS, ("metrics/consequence/type", "credits"))
    assert rules(found) == ["note kept metrics/consequence/type"]


def test_an_open_target_binds_after_the_start() -> None:
    found = new(
        HOSTED, (f"{UP}/baseline/status", "B"), (f"{UP}/baseline/binds_on", "1 January 2027")
    )
    assert f"warning status {UP}/baseline/binds_on" in rules(found)


CREDITS = (
    ("metrics/consequence/type", "credits"),
    ("metrics/credits/base", "the monthly charge"),
    ("metrics/credits/cap_percent", "10"),
    ("metrics/credits/other_rights", "remain"),
    (f"{UP}/minimum", "99.0"),
    ("metrics/credits/bands/one/level", "Availability of the application"),
    ("metrics/credits/bands/one/worse_than", "99.0"),
    ("metrics/credits/bands/one/percent", "5"),
    ("metrics/credits/bands/two/level", "Availability of the application"),
)
TWO = "metrics/credits/bands/two"
LEVELS_OF_LEADS = ("contact", "attempts", "volume", "conversion")


@pytest.mark.parametrize(
    ("result", "credit", "finding"),
    [
        ("98.0", "4", f"blocker R18 {TWO}/percent"),
        ("99.0", "6", f"blocker R18 {TWO}"),
        ("98.0", "12", f"warning R20 {TWO}/percent"),
        ("99.5", "2", f"blocker R18 {TWO}/worse_than"),
    ],
)
def test_bands_of_credits_rise_without_holes(result: str, credit: str, finding: str) -> None:
    band = ((f"{TWO}/worse_than", result), (f"{TWO}/percent", credit))
    assert rules(new(HOSTED, *CREDITS, *band)) == [finding]


def test_sound_credits_are_fine() -> None:
    assert new(HOSTED, *CREDITS, (f"{TWO}/worse_than", "98.0"), (f"{TWO}/percent", "8")) == []


SOUND = (*CREDITS, (f"{TWO}/worse_than", "98.0"), (f"{TWO}/percent", "8"))
ONE = "metrics/credits/bands/one"


def test_no_band_begins_before_the_minimum_level_is_missed() -> None:
    found = new(HOSTED, *SOUND, (f"{ONE}/worse_than", "99.5"))
    assert rules(found) == [f"blocker R18 {ONE}/worse_than"]
    assert "states a credit below 99.5, but none is due before the Minimum Level, 99.0" in sentence(
        found, "R18"
    )


def test_a_missed_minimum_level_finds_its_band() -> None:
    found = new(HOSTED, *SOUND, (f"{ONE}/worse_than", "98.5"))
    assert rules(found) == [f"warning R18 {ONE}/worse_than"]
    assert "below 99.0 misses the Minimum Level, but the table states no credit before 98.5" in (
        sentence(found, "R18")
    )


def test_without_a_minimum_level_the_target_takes_its_place() -> None:
    no_minimum = (*SOUND, (f"{UP}/minimum", ""))
    found = new(HOSTED, *no_minimum)
    assert rules(found) == [f"warning R18 {ONE}/worse_than"]
    assert "misses the target" in sentence(found, "R18")
    assert new(HOSTED, *no_minimum, (f"{ONE}/worse_than", "99.9")) == []
    beyond = new(HOSTED, *no_minimum, (f"{ONE}/worse_than", "99.95"))
    assert rules(beyond) == [f"warning R18 {ONE}/worse_than"]


@pytest.mark.parametrize(
    ("answer", "findings"),
    [
        (
            (f"{UP}/owed_by", "customer"),
            [f"blocker credits {ONE}/level", f"blocker credits {TWO}/level"],
        ),
        (
            (f"{UP}/owed_by", "both"),
            [f"warning credits {ONE}/level", f"warning credits {TWO}/level"],
        ),
    ],
)
def test_credits_are_given_for_what_the_provider_owes(
    answer: tuple[str, str], findings: list[str]
) -> None:
    assert rules(new(HOSTED, *SOUND, answer)) == findings


def test_no_credit_follows_from_a_level_that_is_only_reported() -> None:
    found = new(HOSTED, *SOUND, (f"{UP}/baseline/status", "E"))
    assert f"blocker credits {ONE}/level" in rules(found)


def test_two_levels_of_one_name_and_too_many_levels_are_found() -> None:
    same = [("metrics/levels/x/name", "availability of the application")]
    assert "warning levels metrics/levels/x/name" in rules(new(HOSTED, *same))
    many = [(f"metrics/levels/l{n}/name", f"Level {n}") for n in range(15)]
    assert "warning R21 metrics/levels" in rules(new(HOSTED, *many))
