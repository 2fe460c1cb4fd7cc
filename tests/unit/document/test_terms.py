"""What defined terms mean where an agreement gives their wording a choice."""

import re
from datetime import date
from typing import Any

import pytest

from slaeditor.agreement import decode
from slaeditor.blocks import Role
from slaeditor.document.compose import compose

OFFICE = "Mo-Fr 08:00-18:00"
DUTY = {"customer_duties": [{"id": "a", "what": "answer", "by_when": "within 1 Business Day"}]}


def business_day(kind: str, service: str, support: dict[str, Any]) -> str:
    """The definition; `service` is the place whose holidays the Service Hours leave out."""
    hours = {"week": OFFICE, "time_zone": "Europe/Berlin", "holidays": service}
    scope = {**DUTY, "service_hours": hours, "support_hours": support}
    document = compose(decode({"id": "a", "kind": kind, "scope": scope}), date(2026, 11, 24))
    names = {p.number: p.id for p in document.paragraphs()}
    definitions = [p for p in document.paragraphs() if p.role is Role.DEFINITION]
    (found,) = [p for p in definitions if p.text.startswith("“Business Day”")]
    return re.sub(r"\d\.\d", lambda match: names[match[0]], found.text)


@pytest.mark.parametrize("kind", ["internal", "external"])
def test_business_days_leave_out_the_holidays_of_the_service_hours(kind: str) -> None:
    found = business_day(kind, "Berlin, Germany", {"same": True})
    assert found.endswith("is not a public holiday at the place that clause scope.hours names.")


@pytest.mark.parametrize(
    ("kind", "clause"), [("internal", "scope.hours"), ("external", "scope.support")]
)
def test_else_those_of_the_support_hours(kind: str, clause: str) -> None:
    own = {"same": False, "week": OFFICE, "holidays": "Berlin, Germany"}
    assert business_day(kind, "None", own).endswith(f"at the place that clause {clause} names.")


@pytest.mark.parametrize("support", [{"same": True}, {"same": False, "holidays": "None"}])
def test_where_no_place_is_named_business_days_have_no_holidays(support: dict[str, Any]) -> None:
    found = business_day("external", "None", support)
    assert found == "“Business Day” means a day from Monday to Friday."


def test_users_are_defined_where_the_scope_names_them() -> None:
    document = compose(decode({"id": "a", "kind": "external"}), date(2026, 11, 24))
    assert [p.id for p in document.paragraphs() if "“Users”" in p.text] == ["scope.users"]
