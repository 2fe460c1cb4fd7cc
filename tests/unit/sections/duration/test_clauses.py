"""What the clauses of the duration say: filled, empty and partly empty, in both forms."""

from datetime import date
from typing import Any

import pytest

from slaeditor.agreement import decode
from slaeditor.blocks import Block, Derived, Paragraph, Reference, Value
from slaeditor.document.view import View
from slaeditor.field import Form
from slaeditor.sections.duration import clauses

TODAY = date(2026, 11, 24)

EXAMPLE_2: dict[str, Any] = {
    "effective_date": "2027-04-01",
    "term": {"type": "fixed", "length": 24, "unit": "months"},
    "renewal": {"type": "automatic", "length": 12, "unit": "months"},
    "notice": {"length": 60, "unit": "days"},
    "change": {
        "who_may_end": "customer",
        "notice_days": 90,
        "window_months": 12,
        "tell_within_days": 10,
        "transfer": "with-consent",
    },
    "review": {"every": 3},
}


def view(kind: str, duration: dict[str, Any], **sections: Any) -> View:
    data = {"id": "a", "kind": kind, "duration": duration, **sections}
    return View(decode(data), TODAY)


def read(block: Block) -> str:
    """The text of a paragraph; references stand as 9.9 before numbering."""
    assert isinstance(block, Paragraph)
    spans = block.spans
    text = "".join("9.9" if isinstance(span, Reference) else span.text for span in spans)
    return text.replace("\u00a0", " ")


def texts(see: View) -> dict[str, str]:
    found = clauses.internal(see) if see.form is Form.INTERNAL else clauses.external(see)
    return {block.id: read(block) for block in found}


def internal(**duration: Any) -> dict[str, str]:
    return texts(view("internal", duration))


def external(governed: bool = True, **duration: Any) -> dict[str, str]:
    rests_on = "governing-agreement" if governed else "stands-alone"
    return texts(view("external", duration, introduction={"standing": {"rests_on": rests_on}}))


def spans_of(see: View, clause_id: str) -> tuple[Any, ...]:
    found = clauses.internal(see) if see.form is Form.INTERNAL else clauses.external(see)
    (block,) = (block for block in found if block.id == clause_id)
    assert isinstance(block, Paragraph)
    return block.spans


# --- start ------------------------------------------------------------------------------------


def test_the_first_day_is_stated_once_and_called_effective_date() -> None:
    assert external(effective_date="2027-04-01")["duration.start"] == (
        "This Agreement takes effect on 1 April 2027 (the “Effective Date”)."
    )
    assert internal(effective_date="2027-01-01")["duration.start"] == (
        "This Agreement applies from 1 January 2027 (the “Effective Date”)."
    )


def test_a_missing_first_day_is_a_gap() -> None:
    assert "[Start date]" in internal()["duration.start"]


def test_services_may_begin_later() -> None:
    clause = external(effective_date="2027-04-01", service_start="2027-05-01")["duration.start"]
    assert clause.endswith(
        "The Provider shall provide the Services from 1 May 2027 (the “Service Start”)."
    )


def test_the_last_signature_may_fix_the_first_day() -> None:
    kept: dict[str, Any] = {"starts": "last-signature", "effective_date": "2027-04-01"}
    assert "day of the last signature" in external(**kept)["duration.start"]
    assert "second of the two Departments approves it" in internal(**kept)["duration.start"]
    assert "2027" not in external(**kept)["duration.start"]


# --- term -------------------------------------------------------------------------------------


def test_the_end_date_is_computed_printed_and_included() -> None:
    see = view("external", EXAMPLE_2)
    assert texts(see)["duration.term"] == (
        "This Agreement runs for 24 months from the Effective Date. Its last day is "
        "31 March 2029 (the “End Date”), which is included."
    )
    (end,) = (span for span in spans_of(see, "duration.term") if isinstance(span, Derived))
    assert end.sources == (
        "duration/effective_date",
        "duration/term/length",
        "duration/term/unit",
    )
    assert Value("24", "duration/term/length") in spans_of(see, "duration.term")


def test_a_term_without_length_has_one_gap_and_no_end_date_in_figures() -> None:
    clause = internal(effective_date="2027-01-01")["duration.term"]
    assert clause == (
        "This Agreement runs for [Term] from the Effective Date. "
        "The last day of that time is the “End Date” and is included."
    )


def test_a_term_without_unit_asks_for_the_unit_only() -> None:
    clause = internal(term={"length": 12})["duration.term"]
    assert "runs for 12 [months or years] from" in clause


def test_a_term_may_run_until_a_date() -> None:
    term = {"type": "until-date", "until": "2028-12-31"}
    assert "to 31 December 2028 (the “End Date”)" in internal(term=term)["duration.term"]
    assert "[Last day]" in internal(term={"type": "until-date"})["duration.term"]


def test_an_open_ended_agreement_has_no_end_date_and_no_renewal() -> None:
    found = external(term={"type": "open-ended"}, notice={"length": 90, "unit": "days"})
    assert found["duration.term"] == (
        "This Agreement runs from the Effective Date without a fixed end. "
        "Clause 9.9 states how a Party may end it."
    )
    assert "duration.renewal" not in found
    assert "receives at least 90 days before" in found["duration.convenience"]
    assert "End Date" not in " ".join(found.values())


def test_an_agreement_may_run_as_long_as_the_contract_it_is_part_of() -> None:
    term = {"type": "with-governing"}
    assert "as long as the Governing Agreement" in external(term=term)["duration.term"]
    assert "[Term]" in external(governed=False, term=term)["duration.term"]
    assert "[Term]" in internal(term=term)["duration.term"]


# --- renewal ----------------------------------------------------------------------------------


def test_without_an_answer_the_agreement_ends_by_itself() -> None:
    assert external()["duration.renewal"] == (
        "This Agreement ends at the end of the End Date without notice. It does not renew."
    )
    assert "a new version that both Departments approve" in internal()["duration.renewal"]


def test_an_automatic_renewal_counts_notice_as_received_before_the_end_date() -> None:
    clause = texts(view("external", EXAMPLE_2))["duration.renewal"]
    assert "renews for 12 months." in clause
    assert (
        "receives the other’s written notice against the renewal at least 60 days before the "
        "End Date." in clause
    )
    assert "9.9 states the last day" in clause


def test_renewals_may_be_limited_and_counted_from_the_day_after() -> None:
    renewal = {"type": "automatic", "length": 1, "unit": "years", "most": 1}
    notice = {"length": 1, "unit": "months", "reference": "renewal-date"}
    clause = external(renewal=renewal, notice=notice)["duration.renewal"]
    assert "renews for 1 year." in clause
    assert "at most 1 time." in clause
    assert "at least 1 month before the day after the End Date" in clause
    assert "last day for the first" not in clause


def test_an_automatic_renewal_marks_what_is_missing() -> None:
    clause = internal(renewal={"type": "automatic"})["duration.renewal"]
    assert "[Renewal period]" in clause
    assert "[Notice period]" in clause


def test_a_renewal_by_agreement_needs_both() -> None:
    renewal = {"type": "by-agreement", "length": 12, "unit": "months"}
    clause = external(renewal=renewal)["duration.renewal"]
    assert "for 12 months if both Parties have confirmed this in writing by that day" in clause


# --- ending early -----------------------------------------------------------------------------


def test_nobody_may_end_early_unless_somebody_chose_so() -> None:
    assert "duration.convenience" not in external(**EXAMPLE_2)
    assert "duration.end-early" not in internal()
    assert "duration.convenience" not in external(convenience={"who": "neither"})


def test_the_right_to_end_early_names_who_notice_and_day() -> None:
    right = {"who": "customer", "length": 90, "unit": "days", "ends_on": "month-end"}
    clause = external(convenience=right)["duration.convenience"]
    assert clause.startswith("The Customer may end this Agreement before the End Date")
    assert "at least 90 days before the day on which this Agreement ends." in clause
    assert clause.endswith("must be the last day of a calendar month.")


def test_the_right_to_end_early_marks_a_missing_notice() -> None:
    clause = internal(convenience={"who": "either"})["duration.end-early"]
    assert clause.startswith("Either head of department may end")
    assert "[Notice to end early]" in clause
    assert "speak to the common superior" in clause


def test_an_open_ended_internal_agreement_says_how_it_ends() -> None:
    clause = internal(term={"type": "open-ended"})["duration.end-early"]
    assert "[Notice period]" in clause


def test_ending_for_cause_follows_the_governing_agreement_unless_there_is_none() -> None:
    assert external()["duration.cause"].startswith("The Governing Agreement states when")
    assert "[Time to put a serious failure right]" in external(governed=False)["duration.cause"]
    own = external(governed=False, cause={"cure_days": 30})["duration.cause"]
    assert "within 30 days after it receives a written warning" in own


def test_repeated_failure_prints_only_where_somebody_chose_it() -> None:
    assert "duration.repeated-failure" not in external()
    part = external(repeated_failure={"misses": 2})["duration.repeated-failure"]
    assert "in 2 of any [Number of periods in a row] consecutive" in part
    full = {"misses": 2, "periods": 3, "use_within_days": 30}
    clause = external(repeated_failure=full)["duration.repeated-failure"]
    assert "misses its Target in 2 of any 3 consecutive Measurement Periods" in clause
    assert "within 30 days after that Party received the report" in clause


def test_repeated_failure_rests_on_the_minimum_where_a_level_has_one() -> None:
    metrics = {"levels": [{"id": "avl", "minimum": "99.0"}]}
    see = view("external", {"repeated_failure": {"misses": 2}}, metrics=metrics)
    assert "misses its Minimum Level" in texts(see)["duration.repeated-failure"]
    assert "takes its place" not in texts(see)["duration.repeated-failure"]


# --- new owners -------------------------------------------------------------------------------


def test_a_change_of_control_of_the_provider_lets_the_customer_go() -> None:
    clause = external(**EXAMPLE_2)["duration.control"]
    assert "A Party whose control changes shall tell the other in writing within 10 days" in clause
    assert (
        "If control of the Provider changes, the Customer may end this Agreement by written "
        "notice that the Provider receives at least 90 days before" in clause
    )
    assert "The Customer must give that notice within 12 months after it was told" in clause


@pytest.mark.parametrize(
    ("who", "whose", "free"),
    [
        ("customer", "control of the Provider", "the Customer may end"),
        ("provider", "control of the Customer", "the Provider may end"),
        ("either", "control of one Party", "the other Party may end"),
    ],
)
def test_the_clause_on_control_names_whose_control_changes(who: str, whose: str, free: str) -> None:
    clause = external(change={"who_may_end": who})["duration.control"]
    assert f"If {whose} changes, {free}" in clause
    assert "[Notice after a change of control]" in clause
    assert "[Time to decide after a change of control]" in clause


def test_a_change_of_control_may_leave_all_as_it_is() -> None:
    clause = external(change={"who_may_end": "neither"})["duration.control"]
    assert clause.startswith("A change of control of a Party gives neither Party a right")
    assert "[" not in clause
    told = external(change={"who_may_end": "neither", "tell_within_days": 5})
    assert "within 5 days" in told["duration.control"]


def test_an_undecided_change_of_control_is_marked() -> None:
    clause = external()["duration.control"]
    assert "[Who may end the agreement after a change of control] may end" in clause
    assert "[Time to tell of a change of control]" in clause


def test_a_transfer_needs_consent_or_a_decision() -> None:
    assert "shall not unreasonably withhold" in external(**EXAMPLE_2)["duration.transfer"]
    group = external(change={"transfer": "group-free"})["duration.transfer"]
    assert "to a company of its group by written notice" in group
    assert "[Transfer]" in external()["duration.transfer"]


def test_a_reorganised_department_goes_on() -> None:
    assert (
        "within 30 days after the change"
        in internal(change={"confirm_days": 30})["duration.reorganisation"]
    )
    standard = internal()["duration.reorganisation"]
    assert "[" not in standard
    assert "ends on the day on which it leaves" in standard


# --- after the end ----------------------------------------------------------------------------


def test_what_survives_is_always_listed() -> None:
    found = external()
    assert found["duration.after-end"].endswith("after this Agreement ends:")
    assert "duration.after-end@credits" not in found
    assert found["duration.after-end@end"].endswith(".")
    more = external(after_end={"survives": "clause 14 of the lease"})
    assert more["duration.after-end@own-1"] == "clause 14 of the lease."


def test_data_that_are_held_are_handed_back() -> None:
    assert "duration.after-end@data" not in external()
    held = view("external", {}, scope={"personal_data": {"handled": True}})
    assert "[Time to hand back data]" in texts(held)["duration.after-end@data"]
    full = external(after_end={"data_days": 30, "data_format": "CSV files.", "help_months": 3})
    assert full["duration.after-end@data"] == (
        "Within 30 days after this Agreement ends, the Provider shall hand back the Customer’s "
        "data in the following form: CSV files."
    )
    assert full["duration.after-end@help"].startswith("For 3 months after")


# --- review -----------------------------------------------------------------------------------


def test_the_first_review_is_computed_from_the_start() -> None:
    clause = internal(effective_date="2027-01-01", review={"every": 1})["duration.review"]
    assert clause == (
        "The Departments will review this Agreement at intervals of 1 month, for the first time "
        "on 1 February 2027."
    )


def test_the_first_review_may_be_typed() -> None:
    clause = external(review={"every": 6, "first": "2027-12-01"})["duration.review"]
    assert "for the first time on 1 December 2027." in clause
    assert "A review changes nothing unless" in clause


def test_an_internal_review_needs_a_rhythm_and_an_external_one_does_not() -> None:
    assert "[Review rhythm]" in internal()["duration.review"]
    assert "when one of them asks" in external()["duration.review"]
    assert (
        "on 1 December 2027, and later when"
        in external(review={"first": "2027-12-01"})["duration.review"]
    )


def test_events_may_call_for_an_earlier_review() -> None:
    assert "duration.review@earlier" not in internal()
    one = internal(review={"triggers": "a move"})
    assert one["duration.review@earlier"].endswith("after this event: a move.")
    two = internal(review={"triggers": "a move\na merger"})
    assert two["duration.review@earlier@event-2"] == "a merger."


# --- what cannot be read or counted -----------------------------------------------------------


def test_an_end_beyond_the_calendar_has_no_date() -> None:
    term = {"type": "fixed", "length": 99_999, "unit": "years"}
    clause = external(effective_date="2027-04-01", term=term)["duration.term"]
    assert "The last day of that time is the “End Date” and is included" in clause


def test_what_was_typed_but_cannot_be_read_is_a_gap_in_optional_clauses_too() -> None:
    entered = {"duration/service_start": "soon", "duration/cause/cure_days": "a few"}
    standing = {"standing": {"rests_on": "governing-agreement"}}
    see = View(
        decode({"id": "a", "kind": "external", "introduction": standing, "entered": entered}),
        TODAY,
    )
    found = texts(see)
    assert "[First day of the Services]" in found["duration.start"]
    assert "[Time to put a serious failure right]" in found["duration.cause"]
