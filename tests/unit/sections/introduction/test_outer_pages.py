"""The pages round the clauses: cover, contacts, approval or signature."""

from datetime import date
from typing import Any

import pytest

from slaeditor.agreement import decode
from slaeditor.blocks import Gap, Paragraph, Role, SignatureBlock, Table
from slaeditor.document.view import View
from slaeditor.sections.introduction import schedule, signatures
from slaeditor.sections.introduction.cover import cover

PERSON = {"id": "ada", "side": "provider", "name": "Ada Okafor", "function": "Director"}
CONTACT = {
    "id": "desk",
    "side": "provider",
    "purpose": "day-to-day",
    "function": "Service desk lead",
    "reach": "+49 30 1",
}

SUPERIOR = "Common superior (decides if the heads disagree)"


def view(kind: str = "internal", introduction: Any = None, **header: Any) -> View:
    data = {"id": "a", "kind": kind, "introduction": introduction or {}, **header}
    return View(decode(data), date(2026, 11, 24))


def cover_lines(see: View) -> list[str]:
    return [block.text for block in cover(see) if isinstance(block, Paragraph)]


def contacts(see: View) -> Table:
    return next(block for block in schedule.blocks(see) if isinstance(block, Table))


def cells(see: View) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in contacts(see).rows]


def sides(see: View) -> list[SignatureBlock]:
    return [block for block in signatures.blocks(see) if isinstance(block, SignatureBlock)]


def lines(block: SignatureBlock) -> list[dict[str, str]]:
    return [
        {name: "".join(span.text for span in spans) for name, spans in person.lines}
        for person in block.people
    ]


def test_the_cover_of_departments_names_their_company() -> None:
    parties = {
        "provider": {"name": "IT Services"},
        "customer": {"name": "Sales"},
        "company": "Northwind",
    }
    see = view(introduction=parties, title="Payroll", version="1.0", reference="SLA-1")
    assert cover_lines(see) == [
        "Payroll",
        "Internal service level agreement",
        "IT Services and Sales",
        "departments of Northwind",
        "Reference SLA-1",
        "Version 1.0, 24\u00a0November 2026",
        "Draft for review. Not yet approved.",
    ]


def test_the_cover_of_a_contract_without_any_answer_has_gaps_and_its_legend() -> None:
    assert cover_lines(view("external")) == [
        "[Title]",
        "Service Level Agreement",
        "between [Provider: name] and [Customer: name]",
        "24\u00a0November 2026",
        "Draft for review. Not an offer. Binding only once signed for both Parties.",
    ]


def test_an_agreement_in_force_is_no_draft() -> None:
    roles = [b.role for b in cover(view(status="in-force")) if isinstance(b, Paragraph)]
    assert Role.LEGEND not in roles


def test_who_may_read_it_stands_on_the_cover() -> None:
    assert "Classification: Internal" in cover_lines(view(confidentiality="internal"))


def test_contacts_without_entries_show_a_row_of_gaps_for_each_side_and_for_the_superior() -> None:
    assert cells(view()) == [
        ["The Provider", "[For]", "[Name]\n[Phone or e-mail]"],
        ["The Customer", "[For]", "[Name]\n[Phone or e-mail]"],
        ["Both", SUPERIOR, "[Name]\n[Phone or e-mail]"],
    ]
    assert len(cells(view("external"))) == 2


def test_a_contact_prints_what_is_known_and_the_other_side_is_missing() -> None:
    see = view("external", {"contacts": [CONTACT]})
    known, missing = cells(see)
    assert known == ["The Provider", "Day-to-day questions", "Service desk lead\n+49 30 1"]
    assert missing[0] == "The Customer"
    assert contacts(see).rows[0].id == "introduction/contacts/desk"


def test_a_contact_without_function_name_and_number_shows_gaps() -> None:
    see = view("external", {"contacts": [{"id": "desk", "side": "customer"}]})
    assert cells(see)[0] == ["The Customer", "[For]", "[Name]\n[Phone or e-mail]"]


def test_the_column_of_substitutes_stands_only_where_there_is_one() -> None:
    see = view(
        "external",
        {"contacts": [{**CONTACT, "substitute": "Jan Weber", "substitute_reach": "+49 30 2"}]},
    )
    assert contacts(see).header[-1] == "Substitute"
    assert cells(see)[0][-1] == "Jan Weber\n+49 30 2"
    assert "Substitute" not in contacts(view("external", {"contacts": [CONTACT]})).header
    assert abs(sum(contacts(see).widths) - 1) < 1e-9


def test_the_hours_of_a_contact_stand_behind_the_number() -> None:
    see = view("external", {"contacts": [{**CONTACT, "hours": "in Support Hours"}]})
    assert cells(see)[0][2].splitlines()[-1] == "+49 30 1 (in Support Hours)"


def test_the_common_superior_stands_above_both_departments() -> None:
    superior = {"id": "md", "purpose": "common-superior", "function": "Managing director"}
    rows = cells(view(introduction={"contacts": [superior]}))
    assert rows[0] == ["Both", SUPERIOR, "Managing director\n[Phone or e-mail]"]
    assert [row[1] for row in rows[1:]] == ["[For]", "[For]"]


def test_an_escalation_has_a_way_where_there_is_somebody_to_go_to() -> None:
    assert schedule.blocks(view())[-1].id == "introduction.contacts@escalation"
    assert isinstance(schedule.blocks(view("external", {"contacts": [CONTACT]}))[-1], Table)
    named = view("external", {"contacts": [{**CONTACT, "purpose": "escalation"}]})
    assert schedule.blocks(named)[-1].id == "introduction.contacts@escalation"


@pytest.mark.parametrize(
    ("kind", "lead", "labels"),
    [
        ("internal", "Approved for IT", ["Name", "Function", "Date", "Signature"]),
        ("external", "Signed for IT", ["Name", "Function", "Place", "Date", "Signature"]),
    ],
)
def test_each_side_has_a_block_in_the_words_of_its_form(
    kind: str, lead: str, labels: list[str]
) -> None:
    provider, customer = sides(view(kind, {"provider": {"name": "IT"}, "signatories": [PERSON]}))
    assert "".join(span.text for span in provider.lead) == lead
    assert [name for name, _ in provider.people[0].lines] == labels
    assert lines(provider)[0]["Name"] == "Ada Okafor"
    assert lines(provider)[0]["Date"] == ""
    assert "".join(span.text for span in customer.lead).endswith("[Customer: name]")


def test_a_side_without_signatories_has_one_block_with_a_gap() -> None:
    for block in sides(view("external")):
        assert lines(block) == [
            {"Name": "[Who signs]", "Function": "", "Place": "", "Date": "", "Signature": ""}
        ]
        assert isinstance(block.people[0].lines[0][1][0], Gap)


def test_two_people_of_one_side_sign_in_one_block() -> None:
    second = {"id": "jan", "side": "provider", "name": "Jan Weber"}
    provider, _ = sides(view("external", {"signatories": [PERSON, second]}))
    assert [person["Name"] for person in lines(provider)] == ["Ada Okafor", "Jan Weber"]
    assert lines(provider)[1]["Function"] == "[Function]"


def test_a_person_whose_side_is_open_is_not_lost() -> None:
    *_, unknown = sides(view("external", {"signatories": [{"id": "jan", "name": "Jan Weber"}]}))
    assert "".join(span.text for span in unknown.lead) == "Signed for [Side of this person]"
    assert lines(unknown)[0]["Name"] == "Jan Weber"


def test_electronic_signature_is_allowed_only_where_somebody_says_so() -> None:
    allowed = view("external", {"standing": {"electronic_signature": True}})
    assert signatures.blocks(allowed)[1].id == "introduction.signature"
    assert isinstance(signatures.blocks(view("external"))[1], SignatureBlock)
