"""What a missed duty of one side excuses on the other."""

from datetime import date
from typing import Any

import pytest

from slaeditor.agreement import decode
from slaeditor.blocks import Paragraph
from slaeditor.document.view import View
from slaeditor.sections.scope import clauses

DUTIES = {"customer_duties": [{"id": "a", "what": "test", "by_when": "in March"}]}


def texts(kind: str, scope: dict[str, Any], *owners: str) -> dict[str, str]:
    """The clauses of the scope; `owners` owe a service level each."""
    levels = [{"id": f"l{n}", "owed_by": owner} for n, owner in enumerate(owners)]
    data = {"id": "a", "kind": kind, "scope": scope, "metrics": {"levels": levels}}
    see = View(decode(data), date(2026, 11, 24))
    found = clauses.internal(see) if kind == "internal" else clauses.external(see)
    return {block.id: block.text for block in found if isinstance(block, Paragraph)}


def test_relief_needs_a_duty_and_a_word_in_time() -> None:
    assert "2\u00a0Business Days" in texts("internal", DUTIES)["scope.relief"]
    assert "in writing" in texts("external", DUTIES)["scope.relief"]
    assert "scope.relief" not in texts("internal", {})
    stated = texts("internal", {**DUTIES, "no_customer_duties": True})
    assert stated["scope.customer-duties"].endswith("that the Services depend on: None.")
    assert "scope.relief" not in stated


@pytest.mark.parametrize("kind", ["internal", "external"])
def test_relief_works_both_ways_where_the_other_side_owes_a_level(kind: str) -> None:
    said = texts(kind, DUTIES, "provider", "customer")["scope.relief"]
    assert "that the Customer owes does not count" in said
    assert "missed duty of the Provider under clause" in said
    assert "that owes the Service Level told the other" in said


@pytest.mark.parametrize("kind", ["internal", "external"])
def test_else_it_is_the_provider_who_tells_the_customer(kind: str) -> None:
    said = texts(kind, DUTIES, "provider", "both")["scope.relief"]
    assert "that the Customer owes" not in said
    assert "This applies only if the Provider told the Customer" in said
