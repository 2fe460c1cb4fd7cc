"""The schedule of service levels: numbers in one place, a sheet for each level, the past."""

from datetime import date
from typing import Any

import pytest

from slaeditor.agreement import decode
from slaeditor.blocks import Block, Cell, Paragraph, Reference, Spans, Table, Value
from slaeditor.document.view import View
from slaeditor.sections.metrics import schedule
from slaeditor.sections.metrics.words import target

TODAY = date(2026, 11, 24)

TEAMS = {
    "customer": {"name": "Sales", "short_name": "Sales"},
    "provider": {"name": "Marketing", "short_name": "Marketing"},
}

EXAMPLE_1: list[dict[str, Any]] = [
    {
        "id": "contact",
        "name": "First contact",
        "category": "follow-up",
        "owed_by": "customer",
        "definition": "the time from hand-over to the first contact",
        "stop_event": "the lead is reached, refuses or turns out invalid",
        "direction": "at-most",
        "target": "24",
        "unit": "hours",
        "share": "95",
        "window": "calendar-month",
        "clock": "around-the-clock",
        "method": "the CRM",
    },
    {
        "id": "volume",
        "name": "Qualified leads",
        "category": "lead-volume",
        "owed_by": "provider",
        "direction": "at-least",
        "target": "1000",
        "unit": "number",
        "unit_of": "qualified leads",
        "window": "calendar-month",
    },
    {
        "id": "conversion",
        "name": "Lead to customer",
        "category": "lead-quality",
        "owed_by": "both",
        "unit": "percent",
        "window": "calendar-quarter",
        "baseline": {
            "status": "E",
            "value": "5",
            "population": "all leads of the quarter",
            "period": "July to September 2026",
            "statistic": "ratio",
            "source": "the funnel report",
        },
    },
]

AVAILABILITY: dict[str, Any] = {
    "id": "avl",
    "name": "Availability",
    "category": "availability",
    "owed_by": "provider",
    "definition": "the share of the time in which a user can log in.",
    "direction": "at-least",
    "target": "99.9",
    "unit": "percent",
    "unit_of": "the Service Hours",
    "window": "calendar-month",
    "clock": "around-the-clock",
    "method": "the Provider, by a probe outside its network, once a minute",
    "exclusions": "standard",
}


def view(levels: list[dict[str, Any]], kind: str = "external", **sections: Any) -> View:
    metrics = {"levels": levels, **sections.pop("metrics", {})}
    return View(decode({"id": "a", "kind": kind, "metrics": metrics, **sections}), TODAY)


def written(spans: Spans) -> str:
    """Spans as text; references stand as 9.9 before numbering."""
    text = "".join("9.9" if isinstance(span, Reference) else span.text for span in spans)
    return text.replace("\u00a0", " ")


def read(block: Block) -> str:
    assert isinstance(block, Paragraph)
    return written(block.spans)


def table(see: View, part: str) -> Table:
    (found,) = (
        block
        for block in schedule.blocks(see)
        if isinstance(block, Table) and block.id == f"schedule-levels@{part}-table"
    )
    return found


def rows(see: View, part: str = "part-a") -> list[dict[str, str]]:
    found = table(see, part)
    return [dict(zip(found.header, map(_cell_text, row.cells), strict=True)) for row in found.rows]


def _cell_text(cell: Cell) -> str:
    return written(cell.spans)


def sheet(see: View) -> dict[str, str]:
    """The paragraphs of all sheets by the last part of their id."""
    return {
        block.id.partition("@")[2]: read(block)
        for block in schedule.blocks(see)
        if isinstance(block, Paragraph) and block.id.startswith("metrics.sheet@")
    }


# --- Part A -----------------------------------------------------------------------------------


def test_the_first_example_says_who_owes_what() -> None:
    found = rows(view(EXAMPLE_1, "internal", introduction=TEAMS))
    assert [(row["Service Level"], row["Owed by"], row["Target"]) for row in found] == [
        ("First contact", "Sales", "at most 24 hours in at least 95% of cases"),
        ("Qualified leads", "Marketing", "at least 1,000 qualified leads"),
        ("Lead to customer", "both Departments", "reported only"),
    ]


def test_numbers_and_units_keep_their_paths() -> None:
    spans = target(view([AVAILABILITY]), "avl")
    at = "metrics/levels/avl"
    assert Value("at least", f"{at}/direction") in spans
    assert Value("99.9", f"{at}/target") in spans
    assert Value("%", f"{at}/unit") in spans
    assert written(spans) == "at least 99.9% of the Service Hours"


@pytest.mark.parametrize(
    ("level", "text"),
    [
        ({"direction": "at-most", "target": "24", "unit": "hours"}, "at most 24 hours"),
        ({"direction": "at-most", "target": "1", "unit": "hours"}, "at most 1 hour"),
        (
            {"direction": "at-most", "target": "4", "unit": "hours", "window": "event"},
            "at most 4 hours in every case",
        ),
        (
            {
                "direction": "at-most",
                "target": "2",
                "unit": "business-days",
                "share": "90",
                "unit_of": "the requests",
            },
            "at most 2 Business Days in at least 90% of the requests",
        ),
        (
            {"direction": "at-least", "target": "4.2", "unit": "points", "unit_of": "5"},
            "at least 4.2 points of 5",
        ),
        ({"direction": "at-least", "target": "1000", "unit": "number"}, "at least 1,000"),
        ({}, "[Target]"),
        ({"unit": "percent"}, "[Target]"),
        ({"target": "99.5"}, "[at least or at most] 99.5 [Unit]"),
        ({"direction": "at-least", "unit": "percent"}, "at least [Target]%"),
        ({"direction": "at-most", "unit": "hours"}, "at most [Target] hours"),
    ],
)
def test_a_target_is_written_as_people_say_it(level: dict[str, Any], text: str) -> None:
    assert written(target(view([{"id": "x", **level}]), "x")) == text


def test_a_target_in_steps_states_each_day_and_number() -> None:
    ramp = [
        {"id": "b", "start": "2027-10-01", "value": "99.9"},
        {"id": "a", "start": "2027-04-01", "value": "99.0"},
    ]
    assert rows(view([{**AVAILABILITY, "ramp": ramp}]))[0]["Target"] == (
        "from 1 April 2027: at least 99.0% of the Service Hours\n"
        "from 1 October 2027: at least 99.9% of the Service Hours"
    )


def test_steps_that_never_reach_the_target_leave_its_day_open() -> None:
    ramp = [{"id": "a", "start": "2027-04-01", "value": "99.0"}]
    assert rows(view([{**AVAILABILITY, "ramp": ramp}]))[0]["Target"] == (
        "from 1 April 2027: at least 99.0% of the Service Hours\n"
        "from [day on which the Target begins]: at least 99.9% of the Service Hours"
    )


def test_open_targets_refer_to_the_clause_that_sets_them() -> None:
    def shown(status: str) -> str:
        return rows(view([{**AVAILABILITY, "baseline": {"status": status}}]))[0]["Target"]

    assert shown("B") == "at least 99.9% of the Service Hours (provisional)"
    assert shown("C") == shown("D") == "at least the number set under clause 9.9"
    assert shown("E") == "reported only"


def test_the_column_of_minimum_levels_stands_only_where_one_is_set() -> None:
    assert "Minimum Level" not in table(view([AVAILABILITY]), "part-a").header
    chosen = {"consequence": {"type": "credits"}}
    see = view([{**AVAILABILITY, "minimum": "99.0"}, {"id": "b"}], metrics=chosen)
    assert [row["Minimum Level"] for row in rows(see)] == ["at least 99.0%", "–"]


def test_a_level_names_its_service_or_all() -> None:
    two = {"services": [{"id": "s1", "name": "Payroll"}, {"id": "s2", "name": "Time"}]}
    one = {"services": [{"id": "s1", "name": "Payroll"}]}
    assert rows(view([{"id": "a"}], scope=two))[0]["Service"] == "all Services"
    assert rows(view([{"id": "a"}], scope=one))[0]["Service"] == "Payroll"
    assert rows(view([{"id": "a", "services": "s2"}], scope=two))[0]["Service"] == "Time"


def test_an_empty_level_is_a_row_of_gaps() -> None:
    assert rows(view([{"id": "a"}])) == [
        {
            "Ref.": "SL1",
            "Service Level": "[Service level]",
            "Service": "all Services",
            "Owed by": "[Who owes the level]",
            "Target": "[Target]",
            "Measurement Period": "[Measurement Period]",
        }
    ]


def test_without_levels_the_schedule_asks_for_them() -> None:
    assert [read(block) for block in schedule.blocks(view([]))] == [
        "Service Levels",
        "Targets",
        "[Service levels]",
    ]


def test_a_period_of_days_says_how_many_and_from_when() -> None:
    (found,) = rows(view([{"id": "a", "window": "days", "window_days": 28}]))
    assert found["Measurement Period"] == (
        "each period of 28 days, counted from the Effective Date"
    )
    (open_,) = rows(view([{"id": "a", "window": "days"}]))
    assert "[Days of the Measurement Period]" in open_["Measurement Period"]


def test_widths_of_columns_add_up() -> None:
    for see in (view([AVAILABILITY]), view(EXAMPLE_1, "internal")):
        for block in schedule.blocks(see):
            if isinstance(block, Table):
                assert len(block.widths) == len(block.header)
                assert sum(block.widths) == pytest.approx(1)


# --- Part B -----------------------------------------------------------------------------------


def test_a_sheet_says_how_the_level_is_measured() -> None:
    more = {
        "start_event": "the probe fails",
        "stop_event": "it succeeds",
        "pause": "work was announced",
        "formula": "(agreed − down) ÷ agreed",
        "measurement_type": "continuous",
        "small_number": 10,
        "data_kept_months": 12,
        "data_owner": "the service desk",
        "combined": "p95",
        "priority": "first",
    }
    priorities = [{"id": "first", "name": "Priority 1"}]
    assert sheet(view([{**AVAILABILITY, **more}], metrics={"priorities": priorities})) == {
        "avl-definition": "What is counted: the share of the time in which a user can log in.",
        "avl-priority": "Which cases: only those with the priority “Priority 1”.",
        "avl-start": "Start of the clock: when the probe fails.",
        "avl-stop": "End of the clock: when it succeeds.",
        "avl-pause": "Pauses of the clock: while work was announced.",
        "avl-clock": "Hours: 24 hours a day, every day.",
        "avl-method": ("Measured by: the Provider, by a probe outside its network, once a minute."),
        "avl-rhythm": "How often: continuously.",
        "avl-not-counted": "Not counted: the standard exclusions of clause 9.9.",
        "avl-combined": "Worked out as: the 95th percentile of all cases.",
        "avl-formula": "Formula: (agreed − down) ÷ agreed.",
        "avl-small-number": (
            "Few cases: if a Measurement Period has fewer cases than 10, one miss in it is allowed."
        ),
        "avl-data": "Data kept: for 12 months after the end of the Measurement Period.",
        "avl-data-owner": "Data kept by: the service desk.",
    }


def test_an_empty_sheet_marks_what_is_asked_for() -> None:
    assert sheet(view([{"id": "a"}])) == {
        "a-definition": "What is counted: [What is counted].",
        "a-clock": "Hours: [Hours of the clock].",
        "a-method": "Measured by: [Method of measurement].",
        "a-not-counted": "Not counted: the standard exclusions of clause 9.9.",
    }


def test_what_is_counted_rather_than_timed_needs_no_hours() -> None:
    assert "a-clock" not in sheet(view([{"id": "a", "category": "lead-volume"}]))


def test_own_exclusions_stand_in_the_sheet() -> None:
    own = {"id": "a", "exclusions": "own", "own_exclusions": "strikes.\nfloods\nstorms"}
    found = sheet(view([own]))["a-not-counted"]
    assert found.endswith("and the following: strikes; floods; storms.")
    missing = sheet(view([{"id": "a", "exclusions": "own"}]))["a-not-counted"]
    assert missing.endswith("and the following: [Further exclusions].")
    nothing = sheet(view([{"id": "a", "exclusions": "none"}]))["a-not-counted"]
    assert nothing == "Not counted: nothing."


def test_a_sheet_repeats_no_number_of_part_a() -> None:
    see = view([{**AVAILABILITY, "minimum": "99.0"}])
    spans = [
        span
        for block in schedule.blocks(see)
        if isinstance(block, Paragraph)
        for span in block.spans
        if isinstance(span, Value)
    ]
    numbers = {"target", "minimum", "unit", "direction", "name", "window"}
    assert not [span for span in spans if span.path.rpartition("/")[2] in numbers]


# --- Part C -----------------------------------------------------------------------------------


def test_the_past_has_a_table_of_its_own() -> None:
    baseline = {
        "value": "99.2556",
        "statistic": "mean",
        "population": "all minutes",
        "period": "January to September 2026",
        "periods": 9,
        "source": "the monthly report",
        "values": "99.2 99.4 98.8",
    }
    see = view([{**AVAILABILITY, "baseline": baseline}, {"id": "b"}])
    assert rows(see, "part-c") == [
        {
            "Ref.": "SL1",
            "Value": "99.2556%",
            "What was counted": "all minutes",
            "Period": "January to September 2026",
            "Periods": "9",
            "Worked out as": "mean of the periods",
            "Source": "the monthly report",
            "Status": "known",
        }
    ]
    assert read(schedule.blocks(see)[-1]) == (
        "SL1, the single periods in per cent, oldest first: 99.2; 99.4; 98.8."
    )


def test_a_past_known_in_part_marks_the_rest() -> None:
    (row,) = rows(view([{"id": "a", "baseline": {"source": "a log"}}]), "part-c")
    assert row == {
        "Ref.": "SL1",
        "Value": "[Baseline] [Unit]",
        "What was counted": "[Population of the baseline]",
        "Period": "[Period of the baseline]",
        "Worked out as": "[Method of the baseline]",
        "Source": "a log",
        "Status": "[Status of the baseline]",
    }


def test_the_past_can_be_left_out() -> None:
    known = [{**AVAILABILITY, "baseline": {"value": "99.2"}}]
    hidden = view(known, metrics={"print_baseline": False})
    measured_later = view([{"id": "a", "baseline": {"status": "C", "values": "1 2"}}])
    for see in (hidden, measured_later, view([AVAILABILITY])):
        assert not [block for block in schedule.blocks(see) if "part-c" in block.id]


def test_the_first_example_keeps_its_conversion_as_information() -> None:
    (row,) = rows(view(EXAMPLE_1, "internal", introduction=TEAMS), "part-c")
    assert (row["Ref."], row["Value"], row["Status"]) == ("SL3", "5%", "reported only")
