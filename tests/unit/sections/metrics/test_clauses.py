"""What the clauses on service levels say: filled, empty and partly empty, in both forms."""

from datetime import date
from typing import Any

from slaeditor.agreement import decode
from slaeditor.blocks import Block, Paragraph, Reference, Table
from slaeditor.document.view import View
from slaeditor.field import Form
from slaeditor.sections.metrics import clauses
from slaeditor.sections.metrics.credits import blocks as credit_blocks

TODAY = date(2026, 11, 24)
GOVERNED = {"standing": {"rests_on": "governing-agreement"}}


def view(kind: str, metrics: dict[str, Any], **sections: Any) -> View:
    return View(decode({"id": "a", "kind": kind, "metrics": metrics, **sections}), TODAY)


def read(block: Block) -> str:
    """The text of a paragraph; references stand as 9.9 before numbering."""
    assert isinstance(block, Paragraph)
    spans = block.spans
    text = "".join("9.9" if isinstance(span, Reference) else span.text for span in spans)
    return text.replace("\u00a0", " ")


def texts(see: View) -> dict[str, str]:
    found = clauses.internal(see) if see.form is Form.INTERNAL else clauses.external(see)
    return {block.id: read(block) for block in found}


def internal(**metrics: Any) -> dict[str, str]:
    return texts(view("internal", metrics))


def external(**metrics: Any) -> dict[str, str]:
    return texts(view("external", metrics, introduction=GOVERNED))


def levels(**level: Any) -> list[dict[str, Any]]:
    return [{"id": "avl", **level}]


# --- the promise ------------------------------------------------------------------------------


def test_each_side_meets_the_levels_that_it_owes() -> None:
    assert external(levels=levels())["metrics.commitment"] == (
        "From the Effective Date, the Party that Part A of 9.9 names as owing a Service Level "
        "shall meet its Target in each Measurement Period."
    )
    between = internal(levels=levels())["metrics.commitment"]
    assert between.startswith("From the Effective Date, each Department will meet")


def test_levels_are_owed_from_the_first_day_of_the_services() -> None:
    later = {"service_start": "2027-05-01"}
    found = texts(view("external", {"levels": levels()}, duration=later))
    assert found["metrics.commitment"].startswith("From the Service Start, the Party")


def test_without_levels_the_promise_has_a_gap() -> None:
    assert external()["metrics.commitment"].endswith("that it owes: [Service levels].")
    assert internal()["metrics.commitment"].endswith("that it owes: [Service levels].")


def test_joint_levels_steps_and_reported_levels_are_explained_where_there_are_any() -> None:
    plain = external(levels=levels())
    assert not [name for name in plain if name.startswith("metrics.commitment@")]
    found = external(
        levels=[
            *levels(owed_by="both", ramp=[{"id": "s", "value": "99"}]),
            {"id": "b", "baseline": {"status": "E"}},
        ]
    )
    assert "met or missed by both together" in found["metrics.commitment@both"]
    assert "before the day of the first step" in found["metrics.commitment@steps"]
    assert "“reported only”" in found["metrics.commitment@report-only"]


# --- counting ---------------------------------------------------------------------------------


def test_results_are_compared_before_rounding() -> None:
    found = internal()
    assert found["metrics.measuring@rounding"] == (
        "its result, as measured and before rounding, is compared with the Target; and"
    )
    assert "only the days of that period" in found["metrics.measuring@partial-period"]
    assert "metrics.measuring@missing-data" not in found


def test_chosen_rules_of_counting_are_printed() -> None:
    rules = {"missing_data": "missed", "partial_period": "ignore", "failed_probes": 2}
    found = external(measuring=rules)
    assert found["metrics.measuring@missing-data"] == (
        "time and cases without data count as missed; and"
    )
    assert found["metrics.measuring@partial-period"].endswith("is not counted;")
    assert found["metrics.measuring@failed-probes"].startswith("only 2 failed probes in a row")
    single = external(measuring={"failed_probes": 1})["metrics.measuring@failed-probes"]
    assert single == "1 failed probe counts as a stop, which lasts until a probe succeeds."


def test_another_source_of_data_is_named_or_marked() -> None:
    marked = external(measuring={"missing_data": "other-source"})
    assert "another source: [The other source]" in marked["metrics.measuring@missing-data"]
    named = external(measuring={"missing_data": "other-source", "other_source": "the log."})
    assert named["metrics.measuring@missing-data"].endswith("another source: the log.")


def test_the_list_of_exclusions_is_closed_and_each_counts_to_its_extent() -> None:
    duties = {"customer_duties": [{"id": "d", "what": "name a contact"}]}
    availability = {"levels": levels(category="availability")}
    found = texts(view("external", availability, introduction=GOVERNED, scope=duties))
    assert found["metrics.not-counted"].endswith("each to the extent that it affects the result:")
    assert [name for name in found if name.startswith("metrics.not-counted@")] == [
        "metrics.not-counted@maintenance",
        "metrics.not-counted@relief",
        "metrics.not-counted@suspension",
        "metrics.not-counted@events",
        "metrics.not-counted@closed",
    ]
    assert "shall show that it applies" in found["metrics.not-counted@closed"]


def test_events_beyond_control_are_those_that_another_contract_or_clause_defines() -> None:
    alone = {"standing": {"rests_on": "stands-alone"}}
    found = texts(view("external", {"levels": levels()}, introduction=alone))
    assert found["metrics.not-counted@events-alone"] == (
        "an event beyond control for which clause 9.9 excuses a missed duty."
    )
    assert "metrics.not-counted@events" not in found
    assert "beyond control" not in " ".join(internal(levels=levels()).values())


def test_emergency_work_that_is_not_counted_stands_in_the_closed_list() -> None:
    availability = {"levels": levels(category="availability")}
    excluded = {"maintenance": {"emergency": "excluded"}}
    found = texts(view("external", availability, scope=excluded))
    assert "clause 9.9 does not count" in found["metrics.not-counted@emergency"]
    assert "metrics.not-counted@emergency" not in texts(view("external", availability))


def test_suppliers_of_the_provider_are_no_exclusion() -> None:
    for found in (external(), internal()):
        text = " ".join(found[name] for name in found if name.startswith("metrics.not-counted"))
        assert "third part" not in text
        assert "supplier" not in text


def test_an_internal_agreement_without_duties_leaves_out_what_was_asked_for_only() -> None:
    found = internal(levels=levels())
    assert found["metrics.not-counted"].endswith(
        "to the extent that the following affects the result: a suspension requested by the "
        "Department to which the Service Level is owed."
    )
    assert "metrics.not-counted@closed" not in found


def test_nothing_is_left_out_where_every_level_says_so() -> None:
    found = external(levels=levels(exclusions="none"))
    assert found["metrics.not-counted"] == ("Nothing is left out of the count of a Service Level.")
    assert "metrics.not-counted@closed" not in found
    duties = {"customer_duties": [{"id": "d", "what": "name a contact"}]}
    bare = view("external", {"levels": levels(exclusions="none")}, scope=duties)
    assert texts(bare)["metrics.not-counted"].endswith("but clause 9.9 still applies.")


# --- past and open targets --------------------------------------------------------------------


def test_the_past_is_information_and_no_promise() -> None:
    known = levels(baseline={"value": "99.2"})
    assert "They are no promise" in external(levels=known)["metrics.baseline"]
    assert "records for information" in internal(levels=known)["metrics.baseline"]
    assert "metrics.baseline" not in external(levels=known, print_baseline=False)
    assert "metrics.baseline" not in external(levels=levels())


def test_a_provisional_target_binds_on_a_day_unless_replaced() -> None:
    found = external(levels=levels(baseline={"status": "B", "binds_on": "2027-07-01"}))
    clause = found["metrics.setting"]
    assert "may set another Target in writing before that day" in clause
    assert clause.endswith(
        "the Target of SL1 in Part A of 9.9 is provisional and binds from 1 July 2027."
    )


def test_a_target_still_to_be_measured_has_periods_formula_day_and_fallback() -> None:
    baseline = {
        "status": "C",
        "measure_periods": 3,
        "set_by": "2027-07-01",
        "formula": "the worst of the periods measured.",
    }
    clause = external(levels=levels(baseline=baseline))["metrics.setting"]
    assert "nothing follows from a miss" in clause
    assert clause.endswith(
        "SL1 is measured for 3 Measurement Periods from the Effective Date, and from 1 July 2027, "
        "but not before this measurement has ended, its Target follows from this formula: "
        "the worst of the periods measured."
    )


def test_open_targets_mark_what_is_missing_and_wait_for_the_tool() -> None:
    found = internal(
        levels=[
            {"id": "a", "baseline": {"status": "D", "after": "the new tool", "measure_periods": 1}},
            {"id": "b", "baseline": {"status": "B"}},
        ]
    )
    first = found["metrics.setting@a"]
    assert first.startswith("once the new tool is in use, SL1 is measured for 1 Measurement Period")
    assert "[Date on which the target is set]" in first
    assert "[Formula for the target]" in first
    assert found["metrics.setting@b"].endswith("[Date on which the target binds].")


def test_settled_and_reported_targets_need_no_setting() -> None:
    for status in ("A", "E"):
        assert "metrics.setting" not in external(levels=levels(baseline={"status": status}))


# --- reports ----------------------------------------------------------------------------------


def test_reports_have_a_standard_time_where_nobody_said_anything() -> None:
    assert external()["metrics.reporting"] == (
        "The Party that owes a Service Level shall report its results to the other Party within "
        "10 Business Days after the end of each Measurement Period."
    )
    assert "to the head of the other Department" in internal()["metrics.reporting"]


def test_reports_say_what_was_chosen_and_mark_the_rest() -> None:
    full = {
        "due_days": 5,
        "recipient": "the Head of Operations",
        "every": "month",
        "format": "a PDF by e-mail",
        "objection_days": 30,
    }
    found = external(report=full)
    assert found["metrics.reporting"] == (
        "The Party that owes a Service Level shall report its results, in the form of a PDF by "
        "e-mail, to the Head of Operations within 5 Business Days after the end of each calendar "
        "month."
    )
    assert "within 30 days after it receives" in found["metrics.reporting@objections"]
    part = external(report={"recipient": "the board"})
    assert "within [Time to report] after" in part["metrics.reporting"]
    assert "metrics.reporting@objections" not in part


def test_someone_reports_the_levels_that_both_owe() -> None:
    found = internal(levels=levels(owed_by="both"))
    assert found["metrics.reporting@both"] == (
        "The Provider will report the Service Levels that both Departments owe."
    )


# --- misses -----------------------------------------------------------------------------------


def test_an_internal_miss_leads_to_cause_escalation_and_no_money() -> None:
    found = internal(levels=levels())
    assert "in its next report" in found["metrics.miss"]
    further = found["metrics.miss@further"]
    assert further.startswith("If a Target is missed in two consecutive Measurement Periods, each")
    assert found["metrics.miss@money"] == "No payment or deduction follows from a miss."
    assert "assess individuals" in found["metrics.people"]


def test_a_minimum_level_brings_escalation_forward() -> None:
    found = internal(levels=[*levels(minimum="99.0"), {"id": "b"}])
    assert found["metrics.miss@further"].startswith("If a Minimum Level is missed, or a Target is")
    assert "metrics.miss@no-minimum" not in found


def test_in_a_contract_the_target_takes_the_place_of_a_missing_minimum_level() -> None:
    chosen = {"consequence": {"type": "credits"}}
    some = external(levels=[*levels(minimum="99.0"), {"id": "b"}], **chosen)
    assert "misses the Minimum Level" in some["metrics.miss@further"]
    assert "the Target takes its place" in some["metrics.miss@no-minimum"]
    reported = {"id": "b", "baseline": {"status": "E"}}
    for every in (levels(minimum="99.0"), [*levels(minimum="99.0"), reported]):
        assert "metrics.miss@no-minimum" not in external(levels=every, **chosen)


def test_an_internal_agreement_may_do_with_a_plan() -> None:
    assert "metrics.miss@further" not in internal(consequence={"type": "plan"})


def test_an_external_miss_needs_a_decision() -> None:
    found = external()
    assert "a dated plan to correct it, in its report" in found["metrics.miss"]
    assert found["metrics.miss@further"] == (
        "What else follows from a miss: [What happens after a miss]."
    )
    assert "metrics.people" not in found


def test_an_external_miss_follows_the_choice() -> None:
    def further(kind: str) -> str:
        return external(consequence={"type": kind})["metrics.miss@further"]

    assert further("plan").startswith("No other consequence follows")
    assert further("escalation").startswith("If a Target is missed, the other Party may escalate")
    assert further("governing-agreement").startswith("The Governing Agreement states what else")
    assert "service credit that 9.9 states" in further("credits")
    days = external(consequence={"type": "plan", "cause_days": 1})["metrics.miss"]
    assert "within 1 Business Day after the report is due" in days


def test_a_consequence_by_a_contract_that_is_not_there_is_a_gap() -> None:
    found = texts(view("external", {"consequence": {"type": "governing-agreement"}}))
    assert "[What happens after a miss]" in found["metrics.miss@further"]


def test_credits_need_a_decision_on_other_rights() -> None:
    def remedy(**chosen: str) -> str:
        found = external(consequence={"type": "credits"}, credits=chosen)
        return found["metrics.remedy"]

    assert remedy().endswith("same miss: [Whether other rights remain].")
    assert "because of the same miss remain" in remedy(other_rights="remain")
    assert "may claim nothing else" in remedy(other_rights="sole")
    assert "metrics.remedy" not in external(consequence={"type": "plan"})


def test_credits_are_never_printed_within_a_company() -> None:
    chosen = {"consequence": {"type": "credits"}, "credits": {"cap_percent": "10"}}
    see = view("internal", chosen)
    assert credit_blocks(see) == ()
    assert "credit" not in " ".join(texts(see).values())
    assert "metrics.remedy" not in texts(see)


def test_the_schedule_of_credits_states_bands_base_and_cap() -> None:
    see = view(
        "external",
        {
            "levels": [
                {"id": "avl", "name": "Availability", "direction": "at-least", "unit": "percent"},
                {"id": "rsp", "name": "Response", "direction": "at-most", "unit": "hours"},
            ],
            "consequence": {"type": "credits"},
            "credits": {
                "bands": [
                    {"id": "b1", "level": "avl", "worse_than": "99.0", "percent": "5"},
                    {"id": "b2", "level": "rsp", "worse_than": "4", "percent": "2.5"},
                    {"id": "b3"},
                ],
                "base": "the monthly charge",
                "cap_percent": "10",
                "claim_days": 30,
            },
        },
    )
    title, base, table, cap, claim = credit_blocks(see)
    assert (title.id, read(title)) == ("schedule-credits", "Service credits")
    assert read(base).startswith("A service credit is a share of the monthly charge,")
    assert isinstance(table, Table)
    assert [[cell.text.replace("\u00a0", " ") for cell in row.cells] for row in table.rows] == [
        ["Availability", "below 99.0%", "5%"],
        ["Response", "above 4 hours", "2.5%"],
        [
            "[Service level of the band]",
            "worse than [Result of the band]",
            "[Credit of the band]",
        ],
    ]
    assert read(cap).endswith("at most 10% of that charge.")
    assert "within 30 days" in read(claim)


def test_an_empty_schedule_of_credits_asks_for_all_it_needs() -> None:
    see = view("external", {"consequence": {"type": "credits"}})
    text = " ".join(read(block) for block in credit_blocks(see))
    assert "[Charge that credits are a share of]" in text
    assert "[Bands of service credits]" in text
    assert "[Cap on service credits]" in text
    assert "without a claim" in text
