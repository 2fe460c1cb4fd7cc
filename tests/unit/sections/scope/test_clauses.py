"""The clauses of the scope, filled, empty and partly empty, in both forms."""

from datetime import date
from typing import Any

import pytest

from slaeditor.agreement import decode
from slaeditor.blocks import Block, Paragraph
from slaeditor.document.view import View
from slaeditor.sections.scope import clauses

PAYROLL = {"id": "pay", "name": "Payroll", "output": "payslips;", "outcome": "pay their staff."}
DESK = {"id": "desk", "name": "Help desk"}
AVAILABILITY = {"levels": [{"id": "avl", "category": "availability"}]}
OFFICE = "Mo-Fr 08:00-18:00"


def view(kind: str, scope: dict[str, Any], **rest: Any) -> View:
    return View(decode({"id": "a", "kind": kind, "scope": scope, **rest}), date(2026, 11, 24))


def texts(blocks: tuple[Block, ...]) -> dict[str, str]:
    return {block.id: block.text for block in blocks if isinstance(block, Paragraph)}


def internal(**scope: Any) -> dict[str, str]:
    return texts(clauses.internal(view("internal", scope)))


def external(**scope: Any) -> dict[str, str]:
    return texts(clauses.external(view("external", scope)))


def test_between_departments_every_asked_clause_is_a_gap_while_nothing_is_entered() -> None:
    said = internal()
    assert list(said) == [
        "scope.services",
        "scope.outcomes",
        "scope.excluded",
        "scope.users",
        "scope.hours",
        "scope.requests",
        "scope.customer-duties",
    ]
    assert all("[" in text for text in said.values())


def test_in_a_contract_standard_clauses_stand_without_any_answer() -> None:
    said = external()
    assert list(said) == [
        "scope.services",
        "scope.excluded",
        "scope.users",
        "scope.hours",
        "scope.support",
        "scope.customer-duties",
        "scope.subcontractors",
    ]
    assert [clause for clause, text in said.items() if "[" in text] == [
        "scope.services",
        "scope.excluded",
        "scope.hours",
        "scope.customer-duties",
    ]


def test_one_service_is_a_plain_sentence() -> None:
    assert internal(services=[PAYROLL])["scope.services"] == (
        "The Provider will provide the following Service to the Customer: Payroll. "
        "With it, the Provider will deliver the following output: payslips."
    )


def test_several_services_are_a_list_with_a_gap_for_a_missing_output() -> None:
    said = external(services=[PAYROLL, DESK])
    assert said["scope.services"] == (
        "The Provider shall provide the following Services to the Customer, each with the output "
        "stated here:"
    )
    assert said["scope.services@pay"] == "Payroll: payslips; and"
    assert said["scope.services@desk"] == "Help desk: [What is delivered]."


def test_description_and_interfaces_stand_beside_the_service() -> None:
    service = {**PAYROLL, "description": "for all staff.", "interfaces": "SFTP"}
    assert internal(services=[service])["scope.services"].endswith(
        ": Payroll (for all staff). With it, the Provider will deliver the following output: "
        "payslips (interfaces and standards: SFTP)."
    )


def test_outcomes_are_owned_and_missing_ones_are_gaps_between_departments() -> None:
    said = internal(services=[{**PAYROLL, "outcome_owner": "Head of Finance"}, DESK])
    assert said["scope.outcomes@pay"] == (
        "Payroll: pay their staff (answers for it: Head of Finance); and"
    )
    assert said["scope.outcomes@desk"] == "Help desk: [Outcome]."


def test_outcomes_of_a_contract_explain_and_print_only_where_there_are_any() -> None:
    said = external(services=[PAYROLL, DESK])["scope.outcomes"]
    assert said.endswith("creates no duty: Payroll: pay their staff.")
    assert "scope.outcomes" not in external(services=[DESK])


def test_the_sentence_that_outcomes_create_no_duty_can_be_switched_off() -> None:
    see = view(
        "external",
        {"services": [PAYROLL]},
        introduction={"standing": {"explains_only": False}},
    )
    said = texts(clauses.external(see))["scope.outcomes"]
    assert "duty" not in said
    assert said.endswith("be able to do the following: pay their staff.")


@pytest.mark.parametrize(
    ("answer", "ending"),
    [
        (None, "following: [What is not included]."),
        ("None", "Exclusions from the Services: None."),
        ("printers.", "following: printers."),
    ],
)
def test_what_is_not_included_is_a_gap_none_or_a_sentence(answer: str | None, ending: str) -> None:
    scope = {} if answer is None else {"out_of_scope": answer}
    assert internal(**scope)["scope.excluded"].endswith(ending)
    assert external(**scope)["scope.excluded"].endswith(ending)


def test_several_things_that_are_not_included_are_a_list() -> None:
    said = internal(out_of_scope="- printers;\n\n- phones")
    assert said["scope.excluded"].endswith("do not include the following:")
    assert said["scope.excluded@1"] == "printers; and"
    assert said["scope.excluded@2"] == "phones."


def test_users_are_who_was_named_and_in_a_contract_the_staff_of_the_customer() -> None:
    inside = internal(users="all staff.")["scope.users"]
    assert inside.endswith("people use the Services (the “Users”): all staff.")
    assert "its own staff (the “Users”)" in external()["scope.users"]
    named = external(users="240 staff", locations="Berlin\nVienna")["scope.users"]
    assert "use the Services (the “Users”): 240 staff. The Customer answers for" in named
    assert named.endswith("environments: Berlin; Vienna.")


def test_service_hours_say_zone_holidays_and_other_days() -> None:
    hours = {
        "week": OFFICE,
        "time_zone": "Europe/Berlin",
        "holidays": "Berlin, Germany",
        "own_days": "24 December",
    }
    assert external(service_hours=hours)["scope.hours"] == (
        "The Service Hours are: Monday to Friday, 08:00 to 18:00. The time zone is Europe/Berlin. "
        "The Service Hours do not include public holidays in Berlin, Germany. "
        "The Service Hours do not include the following days: 24 December."
    )
    between = internal(service_hours=hours)["scope.hours"]
    assert "All times in this Agreement are local times in the time zone Europe/Berlin." in between


def test_hours_that_are_partly_known_show_gaps_for_the_rest() -> None:
    said = external(service_hours={"week": OFFICE})["scope.hours"]
    assert "08:00 to 18:00" in said
    assert "[Service Hours: time zone]" in said
    assert "[Place whose public holidays count]" in said


def test_holidays_may_belong_to_the_service_hours() -> None:
    said = external(service_hours={"week": OFFICE, "holidays": "None"})["scope.hours"]
    assert said.endswith("The Service Hours include public holidays.")


def test_around_the_clock_holidays_count_but_their_place_still_fixes_business_days() -> None:
    said = external(service_hours={"week": "24/7", "holidays": "Berlin, Germany"})["scope.hours"]
    assert "24 hours a day, every day." in said
    assert said.endswith(
        "The Service Hours include public holidays. Public holidays in Berlin, Germany are not "
        "Business Days."
    )


def test_support_hours_are_the_same_others_or_a_gap() -> None:
    assert internal()["scope.hours"].endswith("in the Support Hours, which are: [Support Hours].")
    same = internal(support_hours={"same": True})["scope.hours"]
    assert same.endswith("Support Hours, which are the same as the Service Hours.")
    assert "same as the Service Hours" in external()["scope.support"]


def test_other_support_hours_follow_the_service_hours_in_what_they_leave_open() -> None:
    own = {"same": False, "week": OFFICE}
    partly = external(support_hours=own)["scope.support"]
    assert "The Support Hours are: Monday to Friday, 08:00 to 18:00." in partly
    assert "Otherwise, what clause" in partly
    whole = external(
        support_hours={**own, "time_zone": "Europe/Berlin", "holidays": "Berlin, Germany"}
    )["scope.support"]
    assert "The time zone of the Support Hours is Europe/Berlin." in whole
    assert "The Support Hours do not include public holidays in Berlin, Germany." in whole
    assert "Otherwise" not in whole
    assert "[Support Hours]" in external(support_hours={"same": False})["scope.support"]


def test_requests_name_their_ways_contents_and_language() -> None:
    said = internal(
        channels="the portal\nthe phone",
        request_contents="a name\na place",
        support_language="English",
    )
    assert said["scope.requests"] == (
        "A request must state the following: a name; a place. The Provider will give "
        "help in English. Users may ask for help through the following channels:"
    )
    assert said["scope.requests@2"] == "the phone."


def test_support_without_channels_goes_through_the_contacts() -> None:
    assert "through the contacts in" in external()["scope.support"]
    one = external(channels="the portal")["scope.support"]
    assert one.endswith("Requests must be made through the following channel: the portal.")


def test_maintenance_is_silent_without_a_level_of_availability() -> None:
    assert "scope.maintenance" not in external(maintenance={"cap_hours": "8"})


def maintained(kind: str, maintenance: dict[str, Any]) -> dict[str, str]:
    see = view(kind, {"maintenance": maintenance}, metrics=AVAILABILITY)
    made = clauses.internal if kind == "internal" else clauses.external
    return texts(made(see))


def test_maintenance_states_window_notice_and_cap() -> None:
    said = maintained(
        "external",
        {
            "window": "Su 02:00-06:00",
            "notice_length": 5,
            "notice_unit": "business-days",
            "cap_hours": "8",
            "freeze": "24 to 27 December",
        },
    )
    assert said["scope.maintenance@window"].endswith("window: Sunday, 02:00 to 06:00;")
    assert "at least 5\u00a0Business Days before" in said["scope.maintenance@notice"]
    assert "beyond 8\u00a0hours in a calendar month" in said["scope.maintenance@cap"]
    assert said["scope.maintenance@freeze"].endswith("times: 24 to 27 December.")
    assert "by other work counts against the Service Levels. Work" in said["scope.maintenance"]


def test_maintenance_of_a_contract_shows_each_missing_limit_as_a_gap() -> None:
    said = maintained("external", {"window": "Su 02:00-06:00", "emergency": "excluded"})
    assert "[Notice of maintenance]" in said["scope.maintenance@notice"]
    assert "[Cap on maintenance]" in said["scope.maintenance@cap"]
    assert "unless the work could not be announced in time" in said["scope.maintenance"]
    assert "[Maintenance window]" in maintained("external", {})["scope.maintenance@window"]


def test_maintenance_between_departments_prints_what_is_set() -> None:
    assert "scope.maintenance" not in maintained("internal", {})
    said = maintained("internal", {"cap_hours": "1"})["scope.maintenance"]
    assert said.endswith(
        "the following holds: it does not take the total of such work beyond 1\u00a0hour in a "
        "calendar month."
    )


@pytest.mark.parametrize(
    ("volume", "ending"),
    [
        (
            {"what": "tickets", "lower": "200", "upper": "450", "period": "calendar month"},
            (
                "tickets: at least 200 and at most 450 in each calendar month, beyond which the "
                "Service Levels stay in force."
            ),
        ),
        ({"what": "tickets", "lower": "200"}, "tickets: at least 200."),
        (
            {"what": "tickets", "upper": "450", "growth": "10% a year", "above": "first-n"},
            (
                "tickets: at most 450 (growth and season: 10% a year), beyond which the Service "
                "Levels affected apply only to the cases that come first, up to that volume."
            ),
        ),
        ({"what": "tickets"}, "tickets: at most [Volume]."),
        (
            {"upper": "450", "above": "reported-only"},
            (
                "[What is counted]: at most 450, beyond which misses of the Service Levels "
                "affected are reported but do not count."
            ),
        ),
    ],
)
def test_volume_says_its_limits_and_what_follows_above(volume: dict[str, str], ending: str) -> None:
    said = internal(workload=[{"id": "v", **volume}])["scope.volume"]
    assert said == f"The Service Levels are planned for the following volume: {ending}"


def test_an_empty_volume_does_not_print() -> None:
    assert "scope.volume" not in internal(workload=[{"id": "v", "growth": "10%"}])


def test_duties_have_a_time_and_those_of_users_are_seen_to() -> None:
    said = external(
        customer_duties=[{"id": "n", "what": "name a contact.", "by_when": "by 1 March 2027"}],
        user_duties="keep their password to themselves",
    )
    assert said["scope.customer-duties"] == "The Customer shall do the following:"
    assert said["scope.customer-duties@n"] == "name a contact, by 1 March 2027; and"
    assert said["scope.customer-duties@users-1"] == (
        "see to it that the Users keep their password to themselves."
    )


def test_a_duty_without_a_time_or_without_words_shows_the_gap() -> None:
    duties = [{"id": "a", "what": "test"}, {"id": "b", "by_when": "in March"}]
    said = internal(customer_duties=duties)
    assert said["scope.customer-duties@a"] == "test, [By when]; and"
    assert said["scope.customer-duties@b"] == "[Duty], in March."


def test_the_other_side_answers_for_its_outcomes_unless_somebody_is_named() -> None:
    assert "answers for it: pay" in internal(services=[PAYROLL])["scope.outcomes"]
    owned = internal(services=[{**PAYROLL, "outcome_owner": "Head of Finance"}])["scope.outcomes"]
    assert "answers for it, unless somebody else is named: pay" in owned
    assert owned.endswith("(answers for it: Head of Finance).")


def test_assumptions_that_turn_out_untrue_lead_to_a_change() -> None:
    one = internal(assumptions="Staff stay below 300.")["scope.assumptions"]
    assert "assumption: Staff stay below 300. If it turns out to be untrue, the Departments" in one
    assert external(assumptions="a\nb")["scope.assumptions@2"] == "b."
    assert "scope.assumptions" not in internal()


def test_what_the_service_rests_on_stays_inside_the_house() -> None:
    needed = [{"id": "db", "name": "the database team", "agreement": "OLA-DB"}, {"id": "x"}]
    said = internal(dependencies=needed)
    assert said["scope.dependencies"].endswith("still answers for them: the database team.")
    assert "OLA-DB" not in "".join(said.values())
    assert "scope.dependencies" not in external(dependencies=needed)
    assert "scope.dependencies" not in internal(dependencies=[{"id": "x"}])


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (None, "may use subcontractors"),
        ("allowed", "may use subcontractors"),
        ("with-consent", "prior written consent of the Customer"),
        ("not-allowed", "shall not use subcontractors"),
    ],
)
def test_subcontractors_are_allowed_unless_somebody_says_otherwise(
    answer: str | None, words: str
) -> None:
    scope = {} if answer is None else {"subcontracting": answer}
    assert words in external(**scope)["scope.subcontractors"]


def test_subcontractors_that_were_agreed_are_named_only_where_consent_is_needed() -> None:
    named = {"subcontracting": "with-consent", "subcontractors": "Northwind Support Ltd\nFabrikam"}
    assert external(**named)["scope.subcontractors@agreed"] == (
        "The Customer consents to the following subcontractors: Northwind Support Ltd; Fabrikam."
    )
    free = external(**{**named, "subcontracting": "allowed"})
    assert "scope.subcontractors@agreed" not in free


def test_personal_data_print_only_if_they_are_handled() -> None:
    assert "scope.data" not in external()
    assert "scope.data" not in external(personal_data={"handled": False})
    known = {"handled": True, "processing_agreement": "Data Processing Agreement"}
    assert external(personal_data=known)["scope.data"].endswith(
        "the Data Processing Agreement dated [Date of the processing agreement]."
    )
    assert "[Processing agreement]" in external(personal_data={"handled": True})["scope.data"]


def test_departments_with_own_names_are_called_by_them() -> None:
    see = view(
        "internal",
        {"services": [PAYROLL]},
        introduction={
            "provider": {"name": "Marketing", "short_name": "Marketing"},
            "customer": {"name": "Sales", "short_name": "Sales"},
        },
    )
    assert texts(clauses.internal(see))["scope.services"].startswith(
        "Marketing will provide the following Service to Sales:"
    )
