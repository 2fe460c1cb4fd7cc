"""The whole list: what is missing first, each thing once, and quickly."""

import time
from dataclasses import replace
from datetime import date
from statistics import median

import msgspec
import pytest

from slaeditor.agreement import Agreement, ClauseChange, ClauseState, decode
from slaeditor.document.compose import compose
from slaeditor.document.view import View
from slaeditor.editing.templates import finished_example, new_agreement, template, templates
from slaeditor.finding import Severity
from slaeditor.kinds import Kind
from slaeditor.paths import inserted
from slaeditor.readiness.findings import findings
from tests.agreements import TODAY
from tests.unit.readiness.asking import HOSTED, LEADS, finished, found_in, new, rules, sentence


def test_the_finished_agreements_block_nothing() -> None:
    for agreement in (finished(HOSTED), finished(LEADS), finished_example()):
        assert [f for f in found_in(agreement) if f.severity is Severity.BLOCKER] == []


def test_marketing_and_sales_has_nothing_left_to_check() -> None:
    assert found_in(finished(LEADS)) == ()


def test_the_hosted_application_is_told_that_its_past_never_met_its_target() -> None:
    assert rules(list(found_in(finished(HOSTED)))) == [
        "warning R05 metrics/levels/availability/target",
        "note legal scope/personal_data/handled",
    ]


def test_the_example_for_new_users_has_only_a_note_for_legal() -> None:
    assert [f.rule for f in found_in(finished_example())] == ["legal"]


def test_an_empty_agreement_asks_for_everything_that_is_asked_first() -> None:
    found = found_in(decode({"id": "a", "kind": "internal"}))
    missing = {f.path for f in found if f.rule == "R01"}
    assert {"title", "introduction/provider/name", "scope/services", "metrics/levels"} <= missing
    assert all(f.severity is Severity.BLOCKER for f in found if f.rule == "R01")


def test_a_suggestion_that_nobody_confirmed_is_a_note() -> None:
    found = found_in(new_agreement(template("internal-blank")))
    notes = [f.path for f in found if f.rule == "default"]
    assert "duration/term/length" in notes
    assert {f.severity for f in found if f.rule == "default"} == {Severity.NOTE}


def test_text_that_can_not_be_read_blocks_with_the_way_to_mend_it() -> None:
    start = finished(HOSTED)
    entered = {"duration/effective_date": "soon"}
    duration = msgspec.structs.replace(start.duration, effective_date=None)
    (found,) = [
        f
        for f in found_in(msgspec.structs.replace(start, duration=duration, entered=entered))
        if f.severity is Severity.BLOCKER
    ]
    assert found.path == "duration/effective_date"
    assert found.sentence.startswith("Duration › Start date: “soon” can’t be read.")


def test_a_gap_that_no_question_asks_for_is_found_in_the_document() -> None:
    minimum = ("metrics/levels/availability/minimum", "99.0")
    found = new(HOSTED, minimum, ("duration/repeated_failure/misses", "2"))
    assert rules(found) == [
        "blocker R01 duration/repeated_failure/periods",
        "blocker R01 duration/repeated_failure/use_within_days",
    ]
    assert "[Number of periods in a row]" in found[0].sentence


def test_what_is_missing_is_said_once() -> None:
    found = new(HOSTED, ("scope/maintenance/cap_hours", ""))
    assert rules(found) == ["blocker R01 scope/maintenance/cap_hours"]


def test_a_question_that_waits_for_another_answer_is_not_asked_yet() -> None:
    found = new(HOSTED, ("duration/change/who_may_end", ""))
    assert "blocker R01 duration/change/who_may_end" in rules(found)
    assert not [f for f in found if f.path == "duration/change/notice_days"]


def test_blockers_come_first_and_then_the_order_of_asking() -> None:
    found = found_in(new_agreement(template("external-hosted-application")))
    severities = [f.severity for f in found]
    assert severities == sorted(severities, key=list(Severity).index)
    blockers = [f.path for f in found if f.severity is Severity.BLOCKER]
    assert blockers.index("introduction/provider/name") < blockers.index("duration/effective_date")
    assert blockers.index("duration/effective_date") < blockers.index(
        "introduction/contacts/contact-1/name"
    )


def test_places_are_named_as_a_person_would() -> None:
    found = new(HOSTED, ("introduction/customer/identity/address", ""))
    assert sentence(found, "R01") == (
        "Introduction › Customer › Registered address: there is no answer yet."
    )
    found = new(HOSTED, ("introduction/signatories/customer/name", ""))
    assert sentence(found, "R01") == (
        "Contacts and signatures › Chief Operating Officer › Name: there is no answer yet."
    )
    found = new(HOSTED, ("duration/repeated_failure/misses", "2"))
    assert any(
        f.sentence.startswith("Duration › Number of periods in a row: the document has a gap here")
        for f in found
    )


@pytest.mark.parametrize("start", [start.id for start in templates()])
def test_every_finding_is_a_sentence_with_a_place(start: str) -> None:
    for finding in found_in(new_agreement(template(start))):
        assert finding.path
        assert finding.sentence[0].isupper() or finding.sentence[0] in "“0123456789"
        assert finding.sentence.endswith(".")


def test_a_document_that_exists_already_is_not_composed_again() -> None:
    agreement = finished(HOSTED)
    document = compose(agreement, TODAY)
    assert findings(View(agreement, TODAY), document) == found_in(agreement)
    silent = replace(document, parts=())
    assert len(findings(View(agreement, TODAY), silent)) <= len(found_in(agreement))


def many_levels(count: int) -> Agreement:
    agreement = finished(HOSTED)
    level = agreement.metrics.levels[0]
    for number in range(count):
        copy = msgspec.structs.replace(level, id=f"copy-{number}", name=f"Level {number}")
        agreement = inserted(agreement, "metrics/levels", copy, None)
    return agreement


def seconds(agreement: Agreement) -> float:
    document = compose(agreement, TODAY)
    took = []
    for _ in range(7):
        view = View(agreement, TODAY)
        start = time.process_time()
        findings(view, document)
        took.append(time.process_time() - start)
    return median(took)


def test_the_list_grows_no_faster_than_the_agreement() -> None:
    few, many = seconds(many_levels(20)), seconds(many_levels(160))
    assert many < 8 * few * 2.5


def test_an_old_kind_without_a_document_of_its_own_is_checked_all_the_same() -> None:
    agreement = Agreement(id="a", kind=Kind.SALES_MARKETING)
    assert findings(View(agreement, date(2026, 1, 1)))


def test_a_clause_of_an_unknown_section_keeps_nothing_else_from_being_found() -> None:
    change = ClauseChange(id="elsewhere.rule", state=ClauseState.REPLACED, text="{x} applies.")
    agreement = msgspec.structs.replace(finished_example(), clauses=(change,))
    assert {"clauses/elsewhere.rule/text"} <= {found.path for found in found_in(agreement)}
