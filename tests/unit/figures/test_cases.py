"""The worked cases in cases.json, each calculated by the functions of its formula."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from slaeditor.figures import (
    MINUTES_OF_730_HOURS,
    MINUTES_OF_A_DAY,
    MINUTES_OF_A_WEEK,
    availability,
    availability_counted,
    downtime_budget,
    earliest_event_day,
    last_clear_day,
    last_notice_day,
    meets,
    summary,
    unavailability_ratio,
)

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


FORMULAS: dict[str, Callable[[Inputs], object]] = {
    "F1": downtime,
    "F2": measured,
    "F19": past,
    "F22": day,
    "F22 calendar": day,
    "F22 clear days": clear_days,
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
