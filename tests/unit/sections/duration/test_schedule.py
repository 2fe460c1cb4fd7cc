"""The schedule of key dates: what can be computed, and nothing else."""

from datetime import date
from typing import Any

from slaeditor.agreement import decode
from slaeditor.blocks import Paragraph, Reference, Table
from slaeditor.document.view import View
from slaeditor.sections.duration import schedule

TODAY = date(2026, 11, 24)

EXAMPLE_2: dict[str, Any] = {
    "effective_date": "2027-04-01",
    "term": {"type": "fixed", "length": 24, "unit": "months"},
    "renewal": {"type": "automatic", "length": 12, "unit": "months"},
    "notice": {"length": 60, "unit": "days"},
    "review": {"every": 3},
}


def view(kind: str, duration: dict[str, Any]) -> View:
    return View(decode({"id": "a", "kind": kind, "duration": duration}), TODAY)


def key_dates(see: View) -> dict[str, str]:
    tables = [block for block in schedule.blocks(see) if isinstance(block, Table)]
    return {row.id.partition("@")[2]: row.cells[1].text for table in tables for row in table.rows}


def test_the_second_example_ends_on_31_march_2029_with_notice_by_30_january() -> None:
    assert key_dates(view("external", EXAMPLE_2)) == {
        "effective-date": "1\u00a0April\u00a02027",
        "end-date": "31\u00a0March\u00a02029",
        "last-notice": "30\u00a0January 2029",
        "first-review": "1\u00a0July\u00a02027",
    }


def test_notice_counted_from_the_day_after_is_one_day_later() -> None:
    notice = {"length": 60, "unit": "days", "reference": "renewal-date"}
    assert key_dates(view("external", {**EXAMPLE_2, "notice": notice}))["last-notice"] == (
        "31\u00a0January 2029"
    )


def test_notice_in_business_days_is_not_computed_without_knowing_the_holidays() -> None:
    notice = {"length": 60, "unit": "business-days"}
    assert "last-notice" not in key_dates(view("external", {**EXAMPLE_2, "notice": notice}))


def test_key_dates_follow_when_the_renewal_goes() -> None:
    found = key_dates(view("external", {**EXAMPLE_2, "renewal": {"type": "none"}}))
    assert "last-notice" not in found


def test_key_dates_say_that_the_clauses_prevail_and_lead_to_them() -> None:
    title, lead, table = schedule.blocks(view("external", EXAMPLE_2))
    assert isinstance(title, Paragraph)
    assert isinstance(lead, Paragraph)
    assert (title.id, title.text) == ("schedule-dates", "Key dates")
    assert lead.text.endswith("the clause prevails.")
    assert isinstance(table, Table)
    assert table.rows[1].cells[2].spans[1] == Reference("duration.term")


def test_without_any_day_there_are_no_key_dates() -> None:
    assert schedule.blocks(view("external", {})) == ()
    unreadable = View(
        decode({"id": "a", "entered": {"duration/effective_date": "32 January"}}), TODAY
    )
    assert schedule.blocks(unreadable) == ()


def test_a_day_beyond_the_calendar_is_left_out() -> None:
    term = {"type": "fixed", "length": 99_999, "unit": "years"}
    assert "end-date" not in key_dates(view("external", {**EXAMPLE_2, "term": term}))
