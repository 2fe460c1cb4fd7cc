"""The worked cases in cases.json, each calculated by the functions of its formula."""

import json
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from slaeditor.figures import (
    MINUTES_OF_730_HOURS,
    MINUTES_OF_A_DAY,
    MINUTES_OF_A_WEEK,
    all_kept_if_independent,
    availability,
    availability_counted,
    carried,
    customers_needed,
    downtime_budget,
    due,
    earliest_event_day,
    in_parallel,
    in_series,
    last_clear_day,
    last_notice_day,
    lead_value,
    leads_for,
    left_at_handover,
    longest,
    meets,
    missing,
    overall_rate,
    pace,
    people,
    stage_rates,
    summary,
    unavailability_ratio,
    work_hours,
)
from slaeditor.values.week import Hours, Week

Inputs = dict[str, Any]
CASES = json.loads(
    (Path(__file__).parent / "cases.json").read_text(encoding="utf-8"), parse_float=Decimal
)["cases"]


def budgets(inputs: Inputs) -> dict[str, Decimal]:
    """Downtime budgets under every name by which a case may ask for one."""
    target = Decimal(inputs["availability_pct"])
    minutes = {
        "week_min": MINUTES_OF_A_WEEK,
        "month_min": MINUTES_OF_A_DAY * inputs.get("month_days", 30),
        "year_min": MINUTES_OF_A_DAY * inputs.get("year_days", 365),
        "h730": MINUTES_OF_730_HOURS,
        "d31": MINUTES_OF_A_DAY * 31,
        "d28": MINUTES_OF_A_DAY * 28,
        "d31_h": MINUTES_OF_A_DAY * 31 / 60,
        "d30_h": MINUTES_OF_A_DAY * 30 / 60,
    }
    return {name: downtime_budget(target, window) for name, window in minutes.items()}


def downtime(inputs: Inputs) -> object:
    if "availability_pct" in inputs:
        return budgets(inputs)
    if "a" in inputs:
        return unavailability_ratio(inputs["a"], inputs["b"])
    target = Decimal(inputs["target_pct"])
    if "slice_min" in inputs:
        window = inputs["window_days"] * MINUTES_OF_A_DAY
        return {
            "slices": window / inputs["slice_min"],
            "budget_min": downtime_budget(target, window),
        }
    if "outages_min" in inputs:
        allowed = downtime_budget(target, Decimal(inputs["year_min"]))
        return "kept" if sum(inputs["outages_min"]) <= allowed else "breach"
    return downtime_budget(target, Decimal(inputs["service_minutes"]))


def measured(inputs: Inputs) -> Decimal:
    if "ast_h" in inputs:
        return availability(Decimal(inputs["ast_h"]), Decimal(inputs["downtime_h"]))
    return availability_counted(**{name: Decimal(value) for name, value in inputs.items()})


def past(inputs: Inputs) -> dict[str, Decimal]:
    months = summary(Decimal(month) for month in inputs["months"])
    return {"expected": months.mean, "minimum": months.worst}


def day(inputs: Inputs) -> object:
    if "served" in inputs:
        return date.fromisoformat(inputs["served"]) + timedelta(days=inputs["within_days"])
    return last_notice_day(date.fromisoformat(inputs["renewal"]), inputs["days"], "days")


def clear_days(inputs: Inputs) -> object:
    if "cases" in inputs:
        return [last_clear_day(date.fromisoformat(on), int(n)) for on, n in inputs["cases"]]
    if "notice" in inputs:
        return earliest_event_day(date.fromisoformat(inputs["notice"]), inputs["at_least_days"])
    event = date.fromisoformat(inputs["event"])
    skip = inputs["short_period_skips_weekend"]
    return last_clear_day(event, inputs["days"], skip_short=skip)


def percents(values: list[Any]) -> list[Decimal]:
    return [Decimal(value) for value in values]


def series(inputs: Inputs) -> object:
    found = in_series(percents(inputs["series"]))
    if "year_h" not in inputs:
        return found
    year = downtime_budget(found, Decimal(inputs["year_h"]))
    names = {"pct": found, "hours": year, "year_h": year}
    return names | {"month_min": year * 60 / 12, "day_min": year * 60 / 365}


def parallel(inputs: Inputs) -> object:
    if "region" in inputs:
        return in_parallel([Decimal(inputs["region"])] * inputs["n"])
    found = in_parallel(percents(inputs["parallel"]))
    if "then_series" not in inputs:
        return found
    return {"parallel": found, "total": in_series([found, *percents(inputs["then_series"])])}


def mixed(inputs: Inputs) -> Decimal:
    groups = (in_parallel(percents(group)) for group in inputs["parallels"])
    return in_series([*percents(inputs["series"]), *groups])


def ceiling(inputs: Inputs) -> object:
    found = in_series(percents(inputs["deps"]))
    verdicts = [carried(target, found).value for target in percents(inputs["targets"])]
    return {"ceiling": found, "verdicts": verdicts}


def shared_out(inputs: Inputs) -> dict[str, Decimal]:
    year = Decimal(inputs["year_min"])
    total = downtime_budget(Decimal(inputs["target_pct"]), year)
    used = inputs["deps"] * downtime_budget(Decimal(inputs["dep_pct"]), year)
    return {"total": total, "deps": used, "left": total - used}


def stages(inputs: Inputs) -> list[Decimal]:
    share = Decimal(inputs["p"])
    scale = 100 if share <= 1 else 1
    return [all_kept_if_independent([share * scale] * n) / scale for n in inputs["n"]]


def opening(text: str) -> Week:
    hours, _, named = text.partition(" ")
    opens, closes = (int(part) * 60 for part in hours.split("-"))
    days = range(5) if named == "Mo-Fr" else range(7)
    return Week([Hours(tuple(days), opens, closes)])


def clock(inputs: Inputs) -> object:
    if "pending_h" in inputs:
        moment = datetime.combine(date(2026, 1, 1), time.fromisoformat(inputs["due"]))
        return f"{moment + timedelta(hours=inputs['pending_h']):%H:%M}"
    if "open" in inputs:
        day = "-".join(inputs[name][:2] for name in ("open", "close"))
        start = datetime.combine(date(2026, 3, 2), time.fromisoformat(inputs["start"]))
        found = due(opening(day), start, inputs["hours"] * 60)
        return f"next day {found:%H:%M}" if found.day == 3 else f"{found:%H:%M}"
    start = datetime.fromisoformat(inputs["start"].removesuffix("Z"))
    closed = {date.fromisoformat(day) for day in inputs.get("holidays", ())}
    found = due(opening(inputs["day"]), start, inputs["hours"] * 60, closed)
    return found.isoformat(timespec="minutes")


def chain(inputs: Inputs) -> object:
    if "sla_h" in inputs:
        times = [timedelta(hours=hours) for hours in (*inputs["olas_h"], *inputs["ucs_h"])]
        short = missing(timedelta(hours=inputs["sla_h"]), longest([times]))
        return {"ok": not short, "short_h": short // timedelta(hours=1)}
    created, handed = (
        datetime.combine(date(2026, 3, 2), time.fromisoformat(inputs[name]))
        for name in ("created", "handover")
    )
    first, second = (timedelta(hours=inputs[name]) for name in ("g1_h", "g2_h"))
    left = left_at_handover(Week.always, created, handed, second)
    return {
        "from_creation_due": f"{handed + left:%H:%M}",
        "already_late_min": -left // timedelta(minutes=1),
        "from_assignment_due": f"{due(Week.always, handed, inputs['g2_h'] * 60):%H:%M}",
        "needed_sla_h": longest([[first, second]]) // timedelta(hours=1),
    }


def funnel(inputs: Inputs) -> object:
    numbers = {
        name: Decimal(value) for name, value in inputs.items() if not isinstance(value, list)
    }
    match sorted(inputs):
        case ["funnel"]:
            rates = stage_rates(percents(inputs["funnel"]))
            return {"rates": [*rates], "overall": overall_rate(rates)}
        case ["close_pct", "goal", "value"]:
            value = lead_value(numbers["value"], numbers["close_pct"] / 100)
            return {"mql_value": value, "mqls": people(leads_for(numbers["goal"], value))}
        case ["day", "days", "goal"]:
            return pace(numbers["goal"], inputs["day"], inputs["days"])
        case ["deal", "goal"]:
            raw = customers_needed(numbers["goal"], Decimal(1), numbers["deal"])
            return {"raw": raw, "customers": people(raw)}
        case ["leads", "touches"]:
            return inputs["leads"] * inputs["touches"]
        case ["leads_per_rep", "reps"]:
            return inputs["reps"] * inputs["leads_per_rep"]
    hours = work_hours(numbers["leads"], numbers["attempts"], numbers["min_each"])
    return {"attempts": inputs["leads"] * inputs["attempts"], "hours": hours}


FORMULAS: dict[str, Callable[[Inputs], object]] = {
    "F1": downtime,
    "F2": measured,
    "F6": series,
    "F6+F7": mixed,
    "F7": parallel,
    "F8": ceiling,
    "F9": shared_out,
    "F10": chain,
    "F12": stages,
    "F19": past,
    "F21": funnel,
    "F22": day,
    "F22 calendar": day,
    "F22 clear days": clear_days,
    "clock": clock,
}


def agree(found: object, expected: object, tolerance: float) -> bool:
    """Whether the result is the expected one; of a mapping only the expected names count."""
    if isinstance(expected, dict) and isinstance(found, dict):
        return all(agree(found[name], value, tolerance) for name, value in expected.items())
    if isinstance(expected, list) and isinstance(found, list):
        return len(found) == len(expected) and all(
            agree(one, other, tolerance) for one, other in zip(found, expected, strict=True)
        )
    if isinstance(found, Decimal):
        return abs(found - Decimal(str(expected))) <= Decimal(str(tolerance))
    return str(found) == str(expected)


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_a_worked_case_gives_the_published_result(case: dict[str, Any]) -> None:
    found = FORMULAS[case["formula"]](case["inputs"])
    assert agree(found, case["expected"], case.get("tolerance", 0)), found


def test_every_case_of_the_file_has_a_formula() -> None:
    assert {case["formula"] for case in CASES} <= set(FORMULAS)


def test_the_months_of_a_baseline_would_have_missed_their_own_mean_four_times() -> None:
    months = next(case["inputs"]["months"] for case in CASES if case["id"] == "T69")
    mean = summary(months).mean
    assert sum(not meets(month, mean) for month in months) == 4
