"""The clauses of the introduction, filled, empty and partly empty, in both forms."""

from datetime import date
from typing import Any

import pytest

from slaeditor.agreement import decode
from slaeditor.blocks import Block, Gap, Paragraph, Role, Term
from slaeditor.document.view import View
from slaeditor.sections.introduction import clauses

GOVERNING = {
    "rests_on": "governing-agreement",
    "governing_title": "Master Services Agreement",
    "governing_date": "2025-01-15",
}


def view(kind: str = "internal", **introduction: Any) -> View:
    return View(decode({"id": "a", "kind": kind, "introduction": introduction}), date(2026, 11, 24))


def texts(blocks: tuple[Block, ...]) -> dict[str, str]:
    return {block.id: block.text for block in blocks if isinstance(block, Paragraph)}


def internal(**introduction: Any) -> dict[str, str]:
    return texts(clauses.internal(view(**introduction)))


def external(**introduction: Any) -> dict[str, str]:
    return texts(clauses.external(view("external", **introduction)))


def front(**introduction: Any) -> dict[str, str]:
    return texts(clauses.front(view("external", **introduction)))


def test_two_departments_of_one_company_get_their_short_names() -> None:
    said = internal(
        provider={"name": "IT Services"},
        customer={"name": "Human Resources", "short_name": "HR"},
        company="Northwind Inc.",
    )
    assert said["introduction.parties"] == (
        "IT Services (the “Provider”) and Human Resources (“HR”) are the departments of "
        "Northwind Inc. that make this Agreement. Each of them is a “Department”; both are the "
        "“Departments”."
    )


def test_a_short_name_that_is_the_name_is_not_defined_once_more() -> None:
    said = internal(provider={"name": "Marketing", "short_name": "Marketing"})
    assert said["introduction.parties"].startswith(
        "Marketing and [Customer: name] (the “Customer”)"
    )


def test_departments_and_company_without_names_are_gaps() -> None:
    said = internal()["introduction.parties"]
    assert said.startswith("[Provider: name] (the “Provider”) and [Customer: name]")
    assert "departments of [Company]" in said


def test_the_standing_of_departments_prints_without_any_answer() -> None:
    said = internal()["introduction.standing"]
    assert "not a contract" in said
    assert "The heads of department answer for keeping it." in said


@pytest.mark.parametrize(
    ("heads", "printed"),
    [
        ({"provider": {"head": "Head of IT"}}, " (for the Provider: Head of IT) "),
        (
            {"provider": {"head": "Head of IT"}, "customer": {"head": "CHRO"}},
            " (for the Provider: Head of IT; for the Customer: CHRO) ",
        ),
    ],
)
def test_heads_that_are_named_answer_by_function(heads: dict[str, Any], printed: str) -> None:
    assert printed in internal(**heads)["introduction.standing"]


def test_the_purpose_ends_with_one_full_stop() -> None:
    said = internal(purpose="So that staff can work without waiting. ")
    assert said["introduction.purpose"].endswith(": So that staff can work without waiting.")


def test_a_missing_purpose_is_a_gap() -> None:
    assert internal()["introduction.purpose"].endswith(": [Purpose].")
    assert front()["introduction.background@purpose"].endswith(": [Purpose].")


def test_aims_print_with_their_measure_and_only_if_there_are_any() -> None:
    aims = [{"id": "a", "aim": "The pay run closes on day 25.", "measure": "closed by 18:00"}]
    said = internal(objectives=aims)
    assert said["introduction.objectives"].endswith(
        "aim: The pay run closes on day 25 (measured by: closed by 18:00)."
    )
    assert "introduction.objectives" not in internal()


def test_an_aim_without_words_is_left_out_and_a_measure_without_an_aim_is_a_gap() -> None:
    aims = [{"id": "a", "aim": "A"}, {"id": "b"}, {"id": "c", "measure": "x"}]
    said = internal(objectives=aims)
    assert said["introduction.objectives@a"] == "A; and"
    assert said["introduction.objectives@c"] == "[Aim] (measured by: x)."
    assert "introduction.objectives@b" not in said
    assert "introduction.objectives" not in internal(objectives=[{"id": "b"}])


def test_a_company_is_named_with_form_register_and_address() -> None:
    identity = {
        "legal_form": "private limited company",
        "register_number": "0123456",
        "address": "1 Market Street, London",
    }
    said = front(provider={"name": "Northwind Ltd", "identity": identity})
    assert said["introduction.parties@provider"] == (
        "Northwind Ltd, a private limited company, registered under number 0123456, whose "
        "registered address is 1 Market Street, London (the “Provider”)."
    )


@pytest.mark.parametrize(
    ("form", "written"),
    [
        ("limited company", ", a limited company, "),
        ("unlimited company", ", an unlimited company, "),
        ("a public body.", ", a public body, "),
    ],
)
def test_the_legal_form_has_its_article(form: str, written: str) -> None:
    said = front(provider={"name": "Ada", "identity": {"legal_form": form}})
    assert written in said["introduction.parties@provider"]


def test_who_is_in_no_register_has_a_plain_address() -> None:
    identity = {"legal_form": "none", "register_number": "none", "address": "1 Market Street."}
    said = front(provider={"name": "Ada", "identity": identity})["introduction.parties@provider"]
    assert said == "Ada, whose address is 1 Market Street (the “Provider”)."


def test_a_company_without_details_shows_gaps_for_those_that_are_needed() -> None:
    assert front()["introduction.parties@customer"] == (
        "[Customer: name], a [Legal form], registered under number [Register number], whose "
        "registered address is [Registered address] (the “Customer”)."
    )


def test_a_public_body_has_no_register() -> None:
    said = front(provider={"name": "City", "identity": {"register_number": "none"}})
    assert "registered under" not in said["introduction.parties@provider"]


@pytest.mark.parametrize(
    ("charge", "printed"),
    [
        ({}, "(the “Provider”)."),
        ({"unit": "Ops"}, "(the “Provider”); department in charge: Ops."),
        ({"head": "COO"}, "(the “Provider”); head of the department in charge: COO."),
        (
            {"unit": "Ops", "head": "COO"},
            "(the “Provider”); department in charge: Ops (head: COO).",
        ),
    ],
)
def test_the_department_in_charge_follows_the_company(charge: dict[str, str], printed: str) -> None:
    assert front(provider=charge)["introduction.parties@provider"].endswith(printed)


def test_the_front_is_numbered_as_parties_and_recitals_below_plain_headings() -> None:
    aims = [{"id": "a", "aim": "A"}, {"id": "b", "aim": "B"}]
    blocks = clauses.front(view("external", objectives=aims))
    roles = [block.role for block in blocks if isinstance(block, Paragraph)]
    assert roles == [
        Role.PLAIN_HEADING,
        Role.PARTY,
        Role.PARTY,
        Role.BODY,
        Role.PLAIN_HEADING,
        Role.RECITAL,
        Role.RECITAL,
        Role.RECITAL,
        Role.PLAIN_HEADING,
    ]
    assert texts(blocks)["introduction.background@aims"].endswith("aims: A; B.")


def test_the_background_names_the_contract_only_where_there_is_one() -> None:
    assert "Governing Agreement" in front(standing=GOVERNING)["introduction.background@contract"]
    assert "Governing Agreement" not in front()["introduction.background@contract"]
    assert "introduction.background@aims" not in front()


def test_an_agreement_under_a_contract_names_it_and_defines_it_there() -> None:
    blocks = clauses.external(view("external", standing=GOVERNING))
    standing = next(b for b in blocks if b.id == "introduction.standing")
    assert isinstance(standing, Paragraph)
    assert standing.text.startswith(
        "This Agreement is part of the Master Services Agreement dated 15\u00a0January 2025 between"
    )
    assert [s.text for s in standing.spans if isinstance(s, Term)] == ["“Governing Agreement”"]


def test_the_clause_on_amendments_prints_if_it_is_known() -> None:
    said = external(standing={**GOVERNING, "amendment_clause": "clause 14.2"})
    assert said["introduction.standing"].endswith("is made under clause 14.2 of that agreement.")


def test_a_contract_without_title_and_date_shows_both_gaps() -> None:
    said = external(standing={"rests_on": "governing-agreement"})["introduction.standing"]
    assert "the [Title of the governing agreement] dated [Date of the governing agreement]" in said


def test_nobody_has_said_what_a_contract_rests_on() -> None:
    blocks = clauses.external(view("external"))
    gaps = [s for b in blocks if isinstance(b, Paragraph) for s in b.spans if isinstance(s, Gap)]
    assert [(gap.text, gap.path) for gap in gaps] == [
        ("[Governing agreement]", "introduction/standing/rests_on")
    ]


def test_an_agreement_that_stands_alone_says_so() -> None:
    said = external(standing={"rests_on": "stands-alone"})
    assert said["introduction.standing"].startswith("This Agreement stands alone.")


@pytest.mark.parametrize(
    ("standing", "beginning"),
    [
        (GOVERNING, "If this Agreement and the Governing Agreement differ on the Service Levels"),
        (
            {**GOVERNING, "precedence": "this-agreement"},
            "If this Agreement and the Governing Agreement differ on the Service Levels",
        ),
        (
            {**GOVERNING, "precedence": "governing-agreement"},
            "If this Agreement and the Governing Agreement differ, the Governing Agreement",
        ),
        ({"rests_on": "stands-alone"}, "The clauses of this Agreement prevail"),
        ({}, "The clauses of this Agreement prevail"),
    ],
)
def test_one_paper_prevails(standing: dict[str, str], beginning: str) -> None:
    said = external(standing=standing)["introduction.precedence"]
    assert said.startswith(beginning)
    assert said.endswith("The clauses of this Agreement prevail over its schedules.")


def test_writing_includes_e_mail_unless_somebody_says_no() -> None:
    said = external()
    assert said["introduction.interpretation@e-mail"].startswith(
        "“in writing” and “written” include"
    )
    refused = external(standing={"writing_includes_email": False})
    assert "introduction.interpretation@e-mail" not in refused
    assert "do not include" in refused["introduction.interpretation@no-e-mail"]


def test_the_background_creates_no_duty_unless_that_sentence_is_switched_off() -> None:
    assert "creates no duty" in external()["introduction.interpretation@background"]
    switched_off = external(standing={"explains_only": False})
    assert "introduction.interpretation@background" not in switched_off


def test_terms_of_the_contract_keep_their_meaning() -> None:
    assert "introduction.interpretation@terms" in external(standing=GOVERNING)
    assert "introduction.interpretation@terms" not in external()
