"""What is found in the user’s own words: placeholders, contract words, numbers, terms."""

import msgspec
import pytest

from slaeditor.agreement import ClauseChange, ClauseState
from slaeditor.finding import Severity
from tests.unit.readiness.asking import (
    HOSTED,
    LEADS,
    changed,
    finished,
    found_in,
    new,
    replaced_clause,
    rules,
    sentence,
)

OUTPUT = "scope/services/application/output"
TERMS = "scope/additional_terms"


def found_rules(text: str, path: str = OUTPUT, name: str = HOSTED) -> list[str]:
    return [finding.rule for finding in new(name, (path, text))]


@pytest.mark.parametrize(
    "text",
    [
        "the portal, TBD",
        "hosting by [name of the data centre]",
        "hosting by <name>",
        "{{customer}} portal",
        "the portal ### here",
        "the number to be agreed",
        "Drafting note: ask finance",
        "insert name of the portal",
        "______ portal",
        "what??",
    ],
)
def test_a_placeholder_left_in_the_text_blocks(text: str) -> None:
    assert found_rules(text) == ["R02"]


def test_a_placeholder_in_a_name_blocks_too() -> None:
    found = new(HOSTED, ("introduction/customer/name", "[Customer] plc"))
    assert rules(found) == ["blocker R02 introduction/customer/name"]
    assert "“[Customer]”" in found[0].sentence


@pytest.mark.parametrize(
    "text", ["the portal with 5 < 6 and 7 > 3", "the portal (read-only)", "a bid to be sent"]
)
def test_ordinary_signs_are_no_placeholders(text: str) -> None:
    assert found_rules(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "a portal that answers promptly",
        "operation with best efforts",
        "adequate monitoring",
        "unlimited storage",
        "industry-standard backups",
        "a high-quality portal; regularly updated",
    ],
)
def test_vague_words_without_a_number_are_a_warning(text: str) -> None:
    assert found_rules(text) == ["R03"]


@pytest.mark.parametrize(
    "text",
    [
        "a portal that answers promptly, within 2 seconds",
        "consent that is not unreasonably withheld",
        "reasonable notice of an audit",
        "a highway portal",
    ],
)
def test_a_number_or_a_known_phrase_makes_them_clear(text: str) -> None:
    assert found_rules(text) == []


def test_names_and_standard_wording_are_never_vague() -> None:
    assert new(HOSTED, ("introduction/provider/unit", "Unlimited Hosting")) == []
    agreement = finished(HOSTED)
    assert not [f for f in found_in(agreement) if f.rule == "R03"]


@pytest.mark.parametrize(
    "text", ["No liability follows.", "A breach has remedies.", "Invoices are sent to Sales."]
)
def test_words_of_a_contract_are_a_warning_between_departments(text: str) -> None:
    assert found_rules(text, TERMS, LEADS) == ["R52"]
    assert "R52" not in found_rules(text, TERMS, HOSTED)


@pytest.mark.parametrize(
    "text",
    [
        "The assignment of a ticket takes a minute.",
        "The default settings stay.",
        "Sales takes interest in it.",
        "Lead assignment follows the region.",
    ],
)
def test_ordinary_english_between_departments_is_let_pass(text: str) -> None:
    assert found_rules(text, TERMS, LEADS) == []


def test_words_of_a_contract_in_a_changed_clause_are_found() -> None:
    change = replaced_clause(
        "metrics.people", "No penalty follows.", "Figures are reported for a {party} as a whole."
    )
    agreement = msgspec.structs.replace(finished(LEADS), clauses=(change,))
    assert "warning R52 clauses/metrics.people/text" in rules(list(found_in(agreement)))


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("a release on 09/10/2027", True),
        ("a release on 9 October 2027", False),
        ("1.000.000 records", True),
        ("99,9 % of the records", True),
        ("1,000,000 records of 99.25 kB", False),
        ("version 1.2.3 of the portal", False),
    ],
)
def test_dates_and_numbers_are_written_as_in_the_rest(text: str, is_found: bool) -> None:
    assert ("R55" in found_rules(text)) is is_found


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("introduction/purpose", "to keep the availability of the application at 99.5%"),
        ("metrics/levels/availability/name", "Availability of 99.5%"),
        ("metrics/levels/availability/definition", "the application is up at least 99.5% of time"),
        (TERMS, "Notice to end the agreement takes 30 days."),
        (TERMS, "This agreement runs for 36 months."),
    ],
)
def test_a_number_in_prose_that_contradicts_its_field_blocks(path: str, text: str) -> None:
    found = new(HOSTED, (path, text))
    assert [f.severity for f in found if f.rule == "R45"] == [Severity.BLOCKER]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("introduction/purpose", "to keep the availability of the application at 99.9%"),
        ("introduction/purpose", "to grow the orders by 10%"),
        ("metrics/levels/availability/definition", "a probe that waits 30 seconds, 99.9% of time"),
        (TERMS, "Notice to end the agreement takes 60 days, or 90 days after a purchase."),
        (TERMS, "This agreement runs for 2 years."),
        (TERMS, "Notice of new shops is given 5 days before."),
    ],
)
def test_a_number_that_agrees_or_is_about_something_else_is_fine(path: str, text: str) -> None:
    assert not [f for f in new(HOSTED, (path, text)) if f.rule == "R45"]


@pytest.mark.parametrize(
    ("path", "text", "rule"),
    [
        ("metrics/levels/availability/data_kept_months", "0", "number"),
        ("metrics/levels/availability/share", "0", "number"),
        ("scope/maintenance/cap_hours", "-8", "number"),
        ("metrics/report/due_days", "0", "number"),
    ],
)
def test_numbers_that_can_not_be_block(path: str, text: str, rule: str) -> None:
    found = new(HOSTED, (path, text))
    assert f"blocker {rule} {path}" in rules(found)
    assert "is not possible" in sentence([f for f in found if f.path == path], rule)


def test_a_term_that_nothing_defines_is_a_warning() -> None:
    assert "“Premium Incident”" in sentence(
        new(HOSTED, (OUTPUT, "help with a Premium Incident")), "R43"
    )


def test_defined_terms_and_names_need_no_definition() -> None:
    text = "help in the Support Hours of each Business Day, under the Master Services Agreement"
    assert found_rules(text) == []


def test_loose_words_for_a_defined_term_are_a_warning() -> None:
    found = new(HOSTED, (OUTPUT, "answers within 5 working days"))
    assert "“Business Day”" in sentence(found, "R43")


def test_an_own_definition_that_nothing_uses_is_a_warning() -> None:
    found = new(
        HOSTED,
        ("introduction/definitions/shop/term", "Branch"),
        ("introduction/definitions/shop/meaning", "a shop with a till"),
    )
    assert rules(found) == ["warning R43 introduction/definitions/shop/term"]
    used = new(
        HOSTED,
        ("introduction/definitions/shop/term", "Branch"),
        ("introduction/definitions/shop/meaning", "a shop with a till"),
        (OUTPUT, "one till for each Branch"),
    )
    assert used == []


def test_a_term_defined_twice_or_without_its_word_is_a_warning() -> None:
    twice = (
        ("introduction/definitions/again/term", "qualified lead"),
        ("introduction/definitions/again/meaning", "another one"),
    )
    assert "warning R43 introduction/definitions/again/term" in rules(new(LEADS, *twice))
    nameless = (("introduction/definitions/x/meaning", "something"),)
    assert "warning R43 introduction/definitions/x/term" in rules(new(LEADS, *nameless))


def test_a_side_is_called_by_one_name() -> None:
    found = new(LEADS, ("scope/users", "all who work for the Customer"))
    assert "calls “Sales”" in sentence(found, "R43")


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("as clause 9.9 says", True),
        ("as Schedule 7 says", True),
        ("as clause 2.1 and Schedule 2 say", False),
        ("as clause 14.2 of the lease says", False),
    ],
)
def test_a_typed_reference_to_nothing_blocks(text: str, is_found: bool) -> None:
    assert (found_rules(text) == ["R44"]) is is_found


def test_a_reference_to_a_clause_that_was_left_out_blocks() -> None:
    left_out = ClauseChange(id="scope.customer-duties", state=ClauseState.LEFT_OUT)
    agreement = msgspec.structs.replace(finished(HOSTED), clauses=(left_out,))
    (found,) = [f for f in found_in(agreement) if f.rule == "R44"]
    assert found.severity is Severity.BLOCKER
    assert found.sentence.startswith("Clause 2.8 refers to a clause that doesn’t print")


LENGTH = "{value:duration/term/length}"
BASE = f"It runs for {LENGTH} from the {{def:Effective Date}} under {{ref:general.changes}}."


def test_a_value_that_a_changed_clause_lost_is_a_warning() -> None:
    change = replaced_clause("duration.term", "It runs for 24 months.", BASE)
    agreement = msgspec.structs.replace(finished(HOSTED), clauses=(change,))
    found = [f for f in found_in(agreement) if f.path == "clauses/duration.term/text"]
    assert {f.rule for f in found} == {"lost-value", "R43"}
    lost = sentence(found, "lost-value")
    assert lost.startswith("Clause 3.2 no longer shows “Term”")


def test_a_changed_clause_that_keeps_its_values_is_fine() -> None:
    end = "{derived:duration/effective_date+duration/term/length}"
    text = f"For {LENGTH} from the {{def:Effective Date}}, until {end} (the {{def:End Date}})."
    change = replaced_clause("duration.term", text, f"It runs for {LENGTH}.")
    agreement = msgspec.structs.replace(finished(HOSTED), clauses=(change,))
    assert not [f for f in found_in(agreement) if f.path.startswith("clauses/")]


def test_a_placeholder_that_no_field_fills_blocks() -> None:
    change = replaced_clause("duration.term", "It runs for {legnth}.", f"It runs for {LENGTH}.")
    agreement = msgspec.structs.replace(finished(HOSTED), clauses=(change,))
    assert "blocker R02 clauses/duration.term/text" in rules(list(found_in(agreement)))


def test_values_that_a_switch_of_kind_leaves_unprinted_are_counted_in_a_note() -> None:
    found = new(HOSTED, ("introduction/standing/entity", "same-legal-entity"))
    (kept,) = [f for f in found if f.rule == "kept" and "values are" in f.sentence]
    assert kept.severity is Severity.NOTE
    assert "do not print in this kind of agreement" in kept.sentence
    assert kept.sentence.split(" ")[0].isdecimal()


def test_nothing_is_kept_unprinted_where_nothing_was_switched() -> None:
    for name in (HOSTED, LEADS):
        assert not [f for f in found_in(finished(name)) if f.rule == "kept"]


def test_a_clause_of_ones_own_that_no_longer_prints_is_a_note() -> None:
    change = replaced_clause("scope.data", "Own words on data.", "")
    agreement = msgspec.structs.replace(
        changed(finished(HOSTED), ("scope/personal_data/handled", "no")), clauses=(change,)
    )
    assert "note kept clauses/scope.data/text" in rules(list(found_in(agreement)))
