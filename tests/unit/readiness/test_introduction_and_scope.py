"""What is found about parties, contacts, signatories, services, maintenance and volume."""

import pytest

from slaeditor.finding import Severity
from tests.unit.readiness.asking import HOSTED, LEADS, new, rules, sentence

CONTACT = "introduction/contacts/customer-daily"


def test_a_contract_that_stands_alone_lists_what_it_lacks_in_one_finding() -> None:
    found = new(HOSTED, ("introduction/standing/rests_on", "stands-alone"))
    alone = [f for f in found if f.rule == "alone"]
    assert [f.severity for f in alone] == [Severity.BLOCKER]
    for subject in ("price and payment", "liability", "confidentiality", "governing law"):
        assert subject in alone[0].sentence


def test_an_external_agreement_needs_to_say_what_it_is_part_of() -> None:
    found = new(HOSTED, ("introduction/standing/rests_on", ""))
    assert "blocker R01 introduction/standing/rests_on" in rules(found)


@pytest.mark.parametrize(
    ("path", "word"),
    [
        ("introduction/standing/regulated", "regulated"),
        ("introduction/standing/cloud_in_eu", "Data Act"),
    ],
)
def test_facts_that_change_the_law_are_notes_for_legal(path: str, word: str) -> None:
    found = new(HOSTED, (path, "yes"))
    assert rules(found) == [f"note legal {path}"]
    assert word in found[0].sentence
    assert new(HOSTED, (path, "no")) == []


def test_two_companies_of_one_group_are_told_that_they_need_a_contract() -> None:
    found = new(LEADS, ("introduction/standing/entity", "group-companies"))
    assert "note legal introduction/standing/entity" in rules(found)


def test_one_company_that_began_as_two_is_asked_whether_that_is_right() -> None:
    found = new(HOSTED, ("introduction/standing/entity", "same-legal-entity"))
    assert "warning R52 introduction/standing/entity" in rules(found)


def test_both_sides_with_one_name_are_found() -> None:
    found = new(HOSTED, ("introduction/customer/name", "northwind  hosting gmbh"))
    assert "warning parties introduction/customer/name" in rules(found)


def test_a_side_without_contact_blocks() -> None:
    found = new(HOSTED, (CONTACT, ""), ("introduction/contacts/customer-escalation", ""))
    assert rules(found) == ["blocker R40 introduction/contacts"]
    assert found[0].sentence == "The Customer has no contact yet. Add one with a substitute."


def test_a_contact_without_substitute_is_a_warning() -> None:
    found = new(HOSTED, (f"{CONTACT}/substitute", ""), (f"{CONTACT}/substitute_reach", ""))
    assert rules(found) == [f"warning R40 {CONTACT}/substitute"]
    assert found[0].sentence.startswith("Priya Nair has no substitute")


def test_one_person_as_contact_of_both_sides_is_found() -> None:
    found = new(HOSTED, (f"{CONTACT}/name", "ada okafor"))
    assert rules(found) == [f"warning R40 {CONTACT}/name"]


def test_departments_need_somebody_who_decides_between_their_heads() -> None:
    found = new(LEADS, ("introduction/contacts/superior", ""))
    assert rules(found) == ["blocker R40 introduction/contacts"]


def test_one_person_who_signs_for_both_sides_is_found() -> None:
    found = new(HOSTED, ("introduction/signatories/customer/name", "Karl Brandt"))
    assert rules(found) == ["warning R53 introduction/signatories/customer/name"]


def test_a_side_for_which_nobody_signs_blocks() -> None:
    found = new(LEADS, ("introduction/signatories/sales", ""))
    assert rules(found) == ["blocker R53 introduction/signatories"]
    assert found[0].sentence == "Nobody approves for Sales yet. Add a person for that side."


def test_a_signatory_without_function_leaves_a_gap() -> None:
    found = new(HOSTED, ("introduction/signatories/customer/function", ""))
    assert rules(found) == ["blocker R01 introduction/signatories/customer/function"]


def test_deliberately_nothing_is_an_answer() -> None:
    nothing_else = (
        ("scope/out_of_scope", "None"),
        ("scope/customer_duties/contacts", ""),
        ("scope/customer_duties/answers", ""),
        ("scope/no_customer_duties", "yes"),
    )
    assert new(HOSTED, *nothing_else) == []


def test_silence_is_none() -> None:
    found = new(HOSTED, ("scope/out_of_scope", ""))
    assert rules(found) == ["blocker R01 scope/out_of_scope"]


def test_two_services_of_one_name_are_found() -> None:
    found = new(
        HOSTED,
        ("scope/services/other/name", "hosted application"),
        ("scope/services/other/output", "the same"),
        ("scope/services/other/outcome", "do the same"),
    )
    assert "warning services scope/services/other/name" in rules(found)


AVAILABILITY = (
    ("metrics/levels/up/name", "Availability of the customer database"),
    ("metrics/levels/up/category", "availability"),
)


def test_a_window_without_cap_or_notice_is_a_warning_between_departments() -> None:
    found = new(
        LEADS,
        *AVAILABILITY,
        ("metrics/levels/up/exclusions", "standard"),
        ("scope/maintenance/window", "Sunday, 02:00 to 06:00"),
    )
    assert {
        "warning R13 scope/maintenance/cap_hours",
        "warning R13 scope/maintenance/notice_length",
    } < {*rules(found)}


def test_a_window_within_the_hours_that_is_neither_excluded_nor_capped_blocks() -> None:
    window = ("scope/maintenance/window", "Monday, 10:00 to 12:00")
    counted = ("metrics/levels/up/exclusions", "none")
    assert "blocker R13 scope/maintenance/cap_hours" in rules(
        new(LEADS, *AVAILABILITY, counted, window)
    )
    outside = ("scope/maintenance/window", "Sunday, 02:00 to 06:00")
    assert "warning R13 scope/maintenance/cap_hours" in rules(
        new(LEADS, *AVAILABILITY, counted, outside)
    )


def test_a_capped_window_within_service_around_the_clock_is_fine() -> None:
    assert not [f for f in new(HOSTED) if f.rule == "R13"]


def test_a_volume_whose_limits_are_swapped_blocks() -> None:
    found = new(
        HOSTED,
        ("scope/workload/orders/what", "orders"),
        ("scope/workload/orders/lower", "450"),
        ("scope/workload/orders/upper", "200"),
    )
    assert rules(found) == ["blocker volume scope/workload/orders/upper"]


def test_a_critical_dependency_needs_an_agreement() -> None:
    critical = (
        ("scope/dependencies/db/name", "the database team"),
        ("scope/dependencies/db/critical", "yes"),
    )
    assert rules(new(LEADS, *critical)) == ["warning R30 scope/dependencies/db/agreement"]
    assert new(LEADS, *critical, ("scope/dependencies/db/agreement", "OLA-DB")) == []


def test_business_days_need_a_place() -> None:
    nowhere = (("scope/service_hours/holidays", "None"), ("scope/support_hours/holidays", "None"))
    found = new(HOSTED, *nowhere)
    assert rules(found) == ["warning R17 scope/service_hours/holidays"]


def test_the_place_of_the_support_hours_is_one_for_business_days_too() -> None:
    assert new(HOSTED, ("scope/service_hours/holidays", "None")) == []


def test_support_in_office_hours_says_whether_it_answers_on_holidays() -> None:
    found = new(HOSTED, ("scope/support_hours/holidays", ""))
    assert rules(found) == ["warning R17 scope/support_hours/holidays"]
    assert new(HOSTED, ("scope/support_hours/holidays", "None")) == []
    office = ("scope/service_hours/week", "Monday to Friday, 07:00 to 19:00")
    assert new(HOSTED, office, ("scope/support_hours/holidays", "")) == []
    assert new(HOSTED, ("scope/support_hours/same", "yes")) == []


def test_personal_data_without_a_processing_agreement_block() -> None:
    found = new(
        HOSTED,
        ("scope/personal_data/processing_agreement", ""),
        ("scope/personal_data/processing_date", ""),
    )
    assert "blocker R01 scope/personal_data/processing_agreement" in rules(found)
    assert sentence(
        [f for f in found if f.path.endswith("processing_agreement")], "R01"
    ).startswith("Scope › Processing agreement")


def test_a_name_from_right_to_left_is_kept_together_in_a_sentence() -> None:
    names = [("introduction/provider/name", "צוות"), ("introduction/customer/name", "צוות")]
    assert "“\u2068צוות\u2069”" in sentence(new(HOSTED, *names), "parties")
    level = "metrics/levels/availability"
    found = new(HOSTED, (f"{level}/name", "זמינות"), (f"{level}/target", ""))
    assert "\u2068זמינות\u2069 › " in sentence(found, "R01")


def test_departments_say_which_aim_of_the_business_they_serve() -> None:
    found = new(LEADS, ("introduction/objectives/revenue", ""))
    assert rules(found) == ["warning aims introduction/objectives"]
    assert "aims" not in [f.rule for f in new(HOSTED)]
