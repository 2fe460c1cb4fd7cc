"""Sentences of introduction, scope and general clauses hold, whichever answer is missing."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

import pytest

from slaeditor.agreement import Agreement, decode
from slaeditor.blocks import Block, Document, Paragraph, Part, SignatureBlock, Table
from slaeditor.document.memory import Memory
from slaeditor.document.numbering import numbered
from slaeditor.document.text import plain_text
from slaeditor.document.view import View
from slaeditor.field import Form
from slaeditor.paths import Sort, replaced, walk
from slaeditor.sections.general import clauses as general
from slaeditor.sections.introduction import clauses as introduction
from slaeditor.sections.introduction import schedule, signatures
from slaeditor.sections.introduction.cover import cover
from slaeditor.sections.scope import clauses as scope

BROKEN = re.compile(r"  |\.\.|;\.|,\.|: ?\.| [,.;]|\(\)|\[\]|\{|\}|\band/or\b|\bmay not\b")
INTERNAL_TABOO = re.compile(
    r"\b(penalty|damages|liability|indemnity|warranty|guarantee|breach|remedy|invoice|interest|"
    r"courts|arbitration|deed|assignment|novation|confidentiality)\b"
)
LONGEST_SENTENCE = 35

WHOLE: dict[str, Any] = {
    "id": "a",
    "title": "Payroll",
    "version": "1.0",
    "reference": "SLA-1",
    "introduction": {
        "provider": {
            "name": "Northwind Ltd",
            "identity": {"legal_form": "company", "register_number": "1", "address": "1 Street"},
            "unit": "Ops",
            "head": "Head of Ops",
            "notices_address": "Legal, 1 Street.",
        },
        "customer": {
            "name": "Contoso GmbH",
            "short_name": "Contoso",
            "identity": {"legal_form": "GmbH", "register_number": "2", "address": "2 Street"},
            "unit": "Sales",
            "head": "Head of Sales",
            "notices_address": "Legal, 2 Street.",
        },
        "standing": {
            "rests_on": "governing-agreement",
            "governing_title": "Master Services Agreement",
            "governing_date": "2025-01-15",
            "amendment_clause": "clause 14.2",
            "precedence": "this-agreement",
            "writing_includes_email": True,
            "electronic_signature": True,
            "explains_only": True,
        },
        "company": "Northwind Inc.",
        "purpose": "Staff are paid on time.",
        "objectives": [{"id": "a", "aim": "The pay run closes.", "measure": "by 18:00"}],
        "contacts": [
            {
                "id": "a",
                "side": "provider",
                "purpose": "escalation",
                "function": "Lead",
                "name": "Ada",
                "reach": "+49",
                "hours": "weekdays",
                "substitute": "Jan",
                "substitute_reach": "+50",
            }
        ],
        "signatories": [
            {"id": "a", "side": "customer", "name": "Ada", "function": "CEO", "place": "Berlin"}
        ],
    },
    "scope": {
        "services": [
            {
                "id": "a",
                "name": "Payroll",
                "output": "payslips.",
                "outcome": "pay staff.",
                "outcome_owner": "Head of Finance",
                "description": "Monthly pay.",
                "interfaces": "SFTP",
            },
            {"id": "b", "name": "Desk", "output": "answers", "outcome": "work"},
        ],
        "out_of_scope": "printers;\nphones.",
        "users": "240 staff.",
        "locations": "Berlin\nVienna",
        "service_hours": {
            "week": "Mo-Fr 08:00-18:00",
            "time_zone": "Europe/Berlin",
            "holidays": "Berlin, Germany",
            "own_days": "24 December",
        },
        "support_hours": {
            "same": False,
            "week": "Mo-Fr 08:00-12:00",
            "time_zone": "Europe/Vienna",
            "holidays": "Vienna",
        },
        "channels": "the portal",
        "request_contents": "a name",
        "support_language": "English",
        "customer_duties": [{"id": "a", "what": "test it.", "by_when": "by 1 March."}],
        "user_duties": "log off",
        "assumptions": "Staff stay below 300.",
        "maintenance": {
            "window": "Su 02:00-06:00",
            "notice_length": 5,
            "notice_unit": "days",
            "cap_hours": "8",
            "emergency": "excluded",
            "freeze": "December",
        },
        "personal_data": {
            "handled": True,
            "processing_agreement": "Processing Agreement",
            "processing_date": "2027-03-01",
        },
        "workload": [
            {
                "id": "a",
                "what": "tickets",
                "lower": "200",
                "upper": "450",
                "period": "calendar month",
                "growth": "10%",
                "above": "first-n",
            }
        ],
        "dependencies": [{"id": "a", "name": "the database team"}],
        "subcontracting": "with-consent",
        "subcontractors": "Fabrikam",
    },
    "metrics": {"levels": [{"id": "a", "category": "availability"}]},
}


@cache
def whole(kind: str) -> Agreement:
    return decode({**WHOLE, "kind": kind})


def blocks(agreement: Agreement) -> tuple[Block, ...]:
    see = View(agreement, date(2026, 11, 24))
    if see.form is Form.INTERNAL:
        body = (*introduction.internal(see), *scope.internal(see), *general.internal(see))
    else:
        body = (
            *introduction.front(see),
            *introduction.external(see),
            *scope.external(see),
            *general.external(see),
        )
    ends = (*schedule.blocks(see), *signatures.blocks(see))
    (part,) = numbered((Part("all", (*cover(see), *body, *ends)),), Memory())
    return part.blocks


def sentences(agreement: Agreement) -> Iterator[str]:
    for block in blocks(agreement):
        if isinstance(block, Paragraph) and block.number:
            yield block.text


def without_one_answer(agreement: Agreement) -> Iterator[tuple[str, Agreement]]:
    yield "nothing", agreement
    for place in walk(agreement):
        if place.value in (None, ()) or not place.path.startswith(("introduction/", "scope/")):
            continue
        if place.spec.sort is Sort.LIST:
            for item in place.value:
                path = f"{place.path}/{item}"
                yield path, replaced(agreement, path, None)
        else:
            yield place.path, replaced(agreement, place.path, None)


@pytest.mark.parametrize("kind", ["internal", "external"])
def test_removing_any_one_answer_leaves_no_broken_sentence(kind: str) -> None:
    broken = [
        (removed, text)
        for removed, agreement in without_one_answer(whole(kind))
        for text in sentences(agreement)
        if BROKEN.search(text)
    ]
    assert broken == []


@pytest.mark.parametrize("kind", ["internal", "external"])
def test_everything_that_was_answered_is_printed(kind: str) -> None:
    parts = (Part("all", blocks(whole(kind))),)
    said = plain_text(Document("", "", "en-GB", "", "", "", "", "a", parts))
    for value in ("Payroll", "SFTP", "240 staff", "Vienna", "log off", "8 hours"):
        assert value in said


@pytest.mark.parametrize("kind", ["internal", "external"])
def test_sentences_are_short(kind: str) -> None:
    long = [
        sentence
        for text in sentences(whole(kind))
        for sentence in re.split(r"(?<=[.:;]) ", text)
        if len(sentence.split()) > LONGEST_SENTENCE
    ]
    assert long == []


def test_departments_use_no_words_of_a_contract() -> None:
    said = " ".join(sentences(whole("internal"))).casefold()
    assert INTERNAL_TABOO.findall(said) == []


def test_every_block_has_an_id_of_its_own() -> None:
    for kind in ("internal", "external"):
        ids = [block.id for block in blocks(whole(kind))]
        assert len(ids) == len(set(ids))
        assert any(isinstance(block, Table | SignatureBlock) for block in blocks(whole(kind)))
