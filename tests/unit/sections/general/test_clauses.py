"""The general clauses in both forms, under a contract and standing alone."""

from datetime import date
from typing import Any

from slaeditor.agreement import decode
from slaeditor.blocks import Gap, Paragraph
from slaeditor.document.view import View
from slaeditor.sections.general import clauses

ADDRESSES = {
    "provider": {"notices_address": "Legal, 1 Market Street."},
    "customer": {"notices_address": "legal@example.com"},
}


def view(kind: str, standing: dict[str, Any], introduction: dict[str, Any], **header: Any) -> View:
    data = {"id": "a", "kind": kind, "introduction": {**introduction, "standing": standing}}
    return View(decode({**data, **header}), date(2026, 11, 24))


def internal(**header: Any) -> dict[str, str]:
    blocks = clauses.internal(view("internal", {}, {}, **header))
    return {block.id: block.text for block in blocks if isinstance(block, Paragraph)}


def external(introduction: dict[str, Any] | None = None, **standing: Any) -> dict[str, str]:
    blocks = clauses.external(view("external", standing, introduction or {}))
    return {block.id: block.text for block in blocks if isinstance(block, Paragraph)}


def test_departments_settle_a_disagreement_within_the_company() -> None:
    said = internal()
    assert list(said)[:3] == ["general.contacts", "general.disagreement", "general.changes"]
    assert "common superior" in said["general.disagreement"]
    assert "heads of both Departments" in said["general.changes"]


def test_a_higher_level_counts_only_where_there_are_levels() -> None:
    assert "general.precedence@higher" not in internal()
    assert "general.precedence@higher" in internal(structure="multi-level")


def test_notices_go_to_the_addresses_of_both_companies() -> None:
    said = external(ADDRESSES)
    assert said["general.notices@provider"] == "for the Provider: Legal, 1 Market Street; and"
    assert said["general.notices@customer"] == "for the Customer: legal@example.com."


def test_an_address_that_is_missing_is_a_gap() -> None:
    said = external({"provider": {"notices_address": "Legal"}})
    assert said["general.notices@provider"] == "for the Provider: Legal; and"
    assert said["general.notices@customer"] == (
        "for the Customer: [Customer: address for notices]."
    )


def test_receipt_of_e_mail_is_settled_only_where_e_mail_is_writing() -> None:
    assert "An e-mail has arrived" in external()["general.notices"]
    assert "e-mail" not in external(writing_includes_email=False)["general.notices"]


def test_a_contract_carries_what_the_agreement_does_not_govern() -> None:
    said = external(rests_on="governing-agreement")
    assert "liability" in said["general.remainder"]
    assert "procedure for changes in the Governing Agreement" in said["general.changes"]
    assert not [clause for clause in said if clause.startswith("general.alone")]


def test_an_agreement_that_stands_alone_shows_a_gap_for_each_missing_subject() -> None:
    see = view("external", {"rests_on": "stands-alone"}, {})
    alone = [
        block
        for block in clauses.external(see)
        if isinstance(block, Paragraph) and block.id.startswith("general.alone.")
    ]
    assert [block.id.rpartition(".")[2] for block in alone] == list(clauses.MISSING_ALONE)
    assert all(any(isinstance(span, Gap) for span in block.spans) for block in alone)
    assert "general.remainder" not in external(rests_on="stands-alone")


def test_an_agreement_that_stands_alone_names_the_law_that_was_chosen() -> None:
    law: dict[str, Any] = {
        "rests_on": "stands-alone",
        "governing_law": "the law of England and Wales.",
    }
    assert external(**law)["general.alone.law"] == (
        "The following law governs this Agreement: the law of England and Wales."
    )
    governed = external(**{**law, "rests_on": "governing-agreement"})
    assert "England" not in "".join(governed.values())


def test_until_somebody_says_what_it_rests_on_nothing_is_taken_from_a_contract() -> None:
    said = external()
    assert list(said) == [
        "general.contacts",
        "general.notices",
        "general.notices@provider",
        "general.notices@customer",
        "general.changes",
    ]
    assert "Governing Agreement" not in "".join(said.values())
