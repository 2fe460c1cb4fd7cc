"""What the two real agreements, the example and the templates say once they are composed."""

import re
from collections.abc import Iterator
from functools import cache

import pytest

from slaeditor.agreement import Agreement, decode, encode
from slaeditor.blocks import Derived, Document, Gap, SignatureBlock, Table, Term, Value
from slaeditor.document.compose import compose
from slaeditor.document.terms import spans_of
from slaeditor.document.text import plain_text
from slaeditor.editing.open_draft import OpenDraft
from slaeditor.editing.templates import finished_example, new_agreement, template, templates
from slaeditor.field import Form
from slaeditor.paths import Sort, replaced, walk
from slaeditor.units import TargetUnit
from slaeditor.values import NONE_STATED
from tests.agreements import BOTH, HOSTED_APPLICATION, MARKETING_AND_SALES, TODAY, typed
from tests.consistency import problems
from tests.forbidden import WITHIN_A_COMPANY

NAMES = ("marketing-and-sales", "hosted-application", "example")

CHOOSES_WORDS = re.compile(
    r"/short_name_article$|/standing/|/(starts|type|same|handled|who_may_end|transfer|category)$"
    r"|/baseline/status$|/exclusions$|/missing_data$|/partial_period$|/statistic$|subcontracting"
    r"|/measurement_type$|/contacts/[^/]+/side$|/signatories/[^/]+/side$|/short_name$|/reference$"
)
"""Answers that decide which words stand in the document, without standing there themselves."""


@cache
def agreement(name: str) -> Agreement:
    if name == "example":
        return finished_example()
    return next(typed(what) for what in BOTH if what.name == name)


@cache
def composed(name: str) -> Document:
    return compose(agreement(name), TODAY)


def text(document: Document) -> str:
    return plain_text(document).replace("\u00a0", " ")


def table(document: Document, part: str) -> list[list[str]]:
    found = [
        block
        for each in document.parts
        for block in each.blocks
        if isinstance(block, Table) and block.id.startswith(part)
    ]
    return [[cell.text.replace("\u00a0", " ") for cell in row.cells] for row in found[0].rows]


def switched(start: Agreement, *answers: tuple[str, str]) -> Agreement:
    draft = OpenDraft(start, lambda: 0.0)
    for path, answer in answers:
        draft.set_text(path, answer)
    return draft.agreement


def without_one_answer(whole: Agreement) -> Iterator[tuple[str, Agreement]]:
    """The agreement without each of its answers in turn, and without each list item."""
    for place in walk(whole):
        if place.value in (None, ()):
            continue
        if place.spec.sort is Sort.LIST:
            for item in place.value:
                yield f"{place.path}/{item}", replaced(whole, f"{place.path}/{item}", None)
        else:
            yield place.path, replaced(whole, place.path, None)


@pytest.mark.parametrize("name", NAMES)
def test_a_finished_agreement_has_no_fault_and_no_gap(name: str) -> None:
    document = composed(name)
    assert problems(document) == []
    gaps = [s for part in document.parts for b in part.blocks for s in spans_of(b)]
    assert [span for span in gaps if isinstance(span, Gap)] == []


@pytest.mark.parametrize("name", [start.id for start in templates()])
def test_a_template_as_it_comes_has_no_fault(name: str) -> None:
    assert problems(compose(new_agreement(template(name)), TODAY)) == []


@pytest.mark.parametrize("kind", ["internal", "external"])
def test_an_agreement_without_any_answer_has_no_fault(kind: str) -> None:
    assert problems(compose(decode({"id": "a", "kind": kind}), TODAY)) == []


@pytest.mark.parametrize("name", NAMES)
def test_removing_any_one_answer_leaves_no_broken_sentence(name: str) -> None:
    faults = {
        removed: found
        for removed, left in without_one_answer(agreement(name))
        if (found := problems(compose(left, TODAY)))
    }
    assert faults == {}


@pytest.mark.parametrize("name", NAMES)
def test_every_answer_stands_in_the_document_or_chooses_its_words(name: str) -> None:
    shown: set[str] = set()
    for part in composed(name).parts:
        for block in part.blocks:
            for span in spans_of(block):
                if isinstance(span, Value | Term):
                    shown.add(span.path)
                if isinstance(span, Derived):
                    shown.update(span.sources)
    answered = [
        place.path
        for place in walk(agreement(name))
        if place.spec.sort is Sort.LEAF
        and place.value not in (None, NONE_STATED, TargetUnit.NUMBER)
    ]
    notes = re.compile(r"/rationale$|^kind$|^version$|^title$|^status$|/ramp/[^/]+/value$")
    missing = [
        path
        for path in answered
        if path not in shown and not CHOOSES_WORDS.search(path) and not notes.search(path)
    ]
    assert missing == []


def test_an_internal_agreement_has_no_words_of_a_contract() -> None:
    assert WITHIN_A_COMPANY.findall(text(composed("marketing-and-sales"))) == []


@pytest.mark.parametrize("answer", ["introduction/standing/entity", "kind"])
def test_nor_has_one_that_was_switched_from_external_with_credits_filled_in(answer: str) -> None:
    answers = (
        ("metrics/consequence/type", "credits"),
        ("metrics/credits/bands/one/level", "availability"),
        ("metrics/credits/bands/one/worse_than", "99.0"),
        ("metrics/credits/bands/one/percent", "5"),
        ("metrics/credits/base", "the monthly charge"),
        ("metrics/credits/cap_percent", "10"),
        ("metrics/credits/other_rights", "remain"),
        ("metrics/levels/availability/minimum", "99.0"),
        ("duration/repeated_failure/misses", "2"),
        ("duration/repeated_failure/periods", "3"),
        ("duration/repeated_failure/use_within_days", "30"),
        ("duration/cause/cure_days", "30"),
        ("duration/convenience/who", "either"),
        ("duration/convenience/length", "90"),
        ("duration/convenience/unit", "days"),
    )
    external = switched(agreement("hosted-application"), *answers)
    assert "service credit" in text(compose(external, TODAY))
    if answer == "kind":
        external = replaced(external, "introduction/standing/entity", None)
    word = "internal" if answer == "kind" else "same-legal-entity"
    internal = switched(external, (answer, word))
    assert internal.form is Form.INTERNAL
    document = compose(internal, TODAY)
    assert WITHIN_A_COMPANY.findall(text(document)) == []
    assert problems(document) == []
    assert encode(internal)["metrics"]["credits"]["cap_percent"] == "10"


def test_two_companies_of_one_group_get_a_contract() -> None:
    group = switched(
        agreement("marketing-and-sales"), ("introduction/standing/entity", "group-companies")
    )
    document = compose(group, TODAY)
    assert document.kind_title == "Service Level Agreement"
    assert problems(document) == []


def test_each_promise_of_marketing_and_sales_is_owed_by_the_right_side() -> None:
    rows = table(composed("marketing-and-sales"), "schedule-levels@part-a")
    assert [(row[1], row[3], row[4], row[5]) for row in rows] == [
        ("First contact with a lead", "Sales", "at most 24 hours in every case", "Each case"),
        (
            "Attempts to reach a lead",
            "Sales",
            "at least 5 attempts within 2 weeks, unless the clock ends before",
            "Each case",
        ),
        (
            "Qualified Leads delivered",
            "Marketing",
            "at least 1,000 Qualified Leads",
            "Calendar month",
        ),
        (
            "Conversion from lead to customer",
            "both Departments",
            "reported only",
            "Calendar quarter",
        ),
    ]


def test_attempts_stop_once_the_goal_is_reached() -> None:
    said = text(composed("marketing-and-sales"))
    assert "when the lead is reached or refuses, the contact data turn out to be invalid" in said
    assert "5%" in said
    assert "100 → 50 → 30 → 15 → 5" in said


def test_the_hosted_application_ends_and_renews_on_the_right_days() -> None:
    document = composed("hosted-application")
    days = {row[0]: row[1] for row in table(document, "schedule-dates")}
    assert days["End Date, included"] == "31 March 2029"
    assert days["Last day on which notice against the renewal can be received"] == "30 January 2029"
    said = text(document)
    assert "receives at least 90 days before the day on which it ends" in said or (
        "received at least 90 days before the day on which it ends" in said
    )
    assert "within 12 months after it was told of the change" in said
    assert "at least 60 days before the End Date" in said


def test_the_hosted_application_is_measured_around_the_clock_while_support_keeps_its_hours() -> (
    None
):
    said = text(composed("hosted-application"))
    assert "The Service Hours are: 24 hours a day, every day." in said
    assert "The Support Hours are: Monday to Friday, 08:00 to 18:00." in said
    assert "Hours: 24 hours a day, every day." in said
    assert "at least 99.9% of all minutes, around the clock" in said
    assert "Sunday, 02:00 to 06:00" in said
    assert "beyond 8 hours in a calendar month" in said
    past = table(composed("hosted-application"), "schedule-levels@part-c")[0]
    assert "99.2556%" in past
    assert "SL1, the single periods in per cent, oldest first: 99.2; 99.4; 98.8; 99.5" in said


def test_internal_notes_never_stand_in_the_document() -> None:
    marked = switched(
        agreement("hosted-application"),
        ("metrics/levels/availability/rationale", "MARKER rationale"),
        ("metrics/levels/availability/supported_by", "MARKER supplier"),
        ("scope/services/application/owner", "MARKER owner"),
        ("scope/services/application/loss_per_hour/amount", "987654"),
        ("owner", "MARKER keeper"),
        ("approvers", "MARKER approver"),
    )
    said = text(compose(marked, TODAY))
    assert "MARKER" not in said
    assert "987,654" not in said


def test_everyone_who_signs_has_a_block_of_the_right_side() -> None:
    last = composed("hosted-application").parts[-1].blocks
    leads = ["".join(s.text for s in b.lead) for b in last if isinstance(b, SignatureBlock)]
    assert leads == ["Signed for Northwind Hosting GmbH", "Signed for Contoso Retail plc"]


def test_the_answers_of_both_agreements_are_all_taken() -> None:
    for what in (MARKETING_AND_SALES, HOSTED_APPLICATION):
        draft = typed(what)
        assert draft.entered == {}
        assert draft.proposed == {}
