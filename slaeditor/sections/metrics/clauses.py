"""The clauses on the service levels in their order: promise, counting, reports, misses."""

from typing import Any

from slaeditor.blocks import Block, Spans, without_stop
from slaeditor.field import Form
from slaeditor.kinds import Owner
from slaeditor.sections.metrics import counting, misses
from slaeditor.sections.metrics.baseline import Status
from slaeditor.sections.metrics.fields import ReportEvery
from slaeditor.sections.metrics.past import prints_baseline
from slaeditor.sections.metrics.words import (
    LEVELS,
    has_steps,
    level_ids,
    level_path,
    short_names,
    start,
    status,
    text_of,
)
from slaeditor.view import Sees, said

Blocks = tuple[Block, ...]

REPORT = "metrics/report"


def internal(see: Sees) -> Blocks:
    """The clauses of a commitment between departments."""
    return (*_levels(see), *_reporting(see), *misses.internal(see), *_people(see))


def external(see: Sees) -> Blocks:
    """The clauses of a contract."""
    return (*_levels(see), *_reporting(see), *misses.external(see))


def _levels(see: Sees) -> Blocks:
    """What both forms say about the levels before it comes to reports."""
    return (
        *_commitment(see),
        *counting.measuring(see),
        *counting.priorities(see),
        *counting.not_counted(see),
        *_baseline(see),
        *_setting(see),
    )


def _commitment(see: Sees) -> Blocks:
    levels = level_ids(see)
    clause_id = "metrics.commitment"
    if not levels:
        return see.clause(clause_id, "empty", path=LEVELS, levels=see.spans(LEVELS))
    found = [see.clause(clause_id, path=LEVELS, start=start(see))]
    if _both_owe(see):
        found.append(see.clause(f"{clause_id}@both", "both", path=LEVELS))
    if any(has_steps(see, level) for level in levels):
        found.append(see.clause(f"{clause_id}@steps", "steps", path=LEVELS))
    if any(status(see, level) is Status.REPORT_ONLY for level in levels):
        found.append(see.clause(f"{clause_id}@report-only", "report-only", path=LEVELS))
    return tuple(block for blocks in found for block in blocks)


def _both_owe(see: Sees) -> bool:
    """Whether a level is owed by both sides together."""
    return any(see.value(f"{level_path(i)}/owed_by") is Owner.BOTH for i in level_ids(see))


def _baseline(see: Sees) -> Blocks:
    if not prints_baseline(see):
        return ()
    return see.clause("metrics.baseline", path="metrics/print_baseline")


def _setting(see: Sees) -> Blocks:
    """How the targets that are still open come to bind."""
    entries = [
        (level, spans)
        for level, name in short_names(see).items()
        if (spans := _open_target(see, level, name)) is not None
    ]
    if not entries:
        return ()
    return see.listed("metrics.setting", entries, path=LEVELS)


def _open_target(see: Sees, level: str, name: str) -> Spans | None:
    """When and how the open target of a level binds; nothing for a target that is settled."""
    at = f"{level_path(level)}/baseline"
    names: dict[str, Any] = {"level": (see.derived(name, f"{level_path(level)}/name"),)}
    match status(see, level):
        case Status.PROVISIONAL:
            variant, date = "provisional", "binds_on"
        case Status.AFTER_START:
            variant, date = "after-start", "set_by"
            names["start"] = start(see)
        case Status.AFTER_CHANGE:
            variant, date = "after-change", "set_by"
            names["after"] = without_stop(see.spans(f"{at}/after"))
        case _:
            return None
    names["date"] = see.spans(f"{at}/{date}")
    if variant != "provisional":
        names["periods"] = _periods(see, f"{at}/measure_periods")
        names["formula"] = without_stop(see.spans(f"{at}/formula"))
    return see.phrase("metrics.setting", variant, **names)


def _periods(see: Sees, path: str) -> Spans:
    variant = "period-one" if see.value(path) == 1 else "period-many"
    return see.phrase("metrics.setting", variant, number=see.spans(path))


def _reporting(see: Sees) -> Blocks:
    clause_id = "metrics.reporting"
    path = f"{REPORT}/due_days"
    blocks = see.clause(
        clause_id,
        path=path,
        form=_report_form(see),
        recipient=_recipient(see),
        due=_due(see),
        period=_report_period(see),
    )
    if _both_owe(see):
        blocks += see.clause(f"{clause_id}@both", "both", path=path)
    if said(see, f"{REPORT}/objection_days"):
        objections = f"{REPORT}/objection_days"
        days = see.amount(objections, "days")
        blocks += see.clause(f"{clause_id}@objections", "objections", path=objections, days=days)
    return blocks + see.clause(f"{clause_id}@data", "data", path=path)


def _report_form(see: Sees) -> Spans:
    path = f"{REPORT}/format"
    if not see.has(path):
        return ()
    return see.phrase("metrics.reporting", "form", format=without_stop(see.spans(path)))


def _recipient(see: Sees) -> Spans:
    path = f"{REPORT}/recipient"
    return (
        without_stop(see.spans(path))
        if see.has(path)
        else see.phrase("metrics.reporting", "recipient")
    )


def _due(see: Sees) -> Spans:
    """The standard time while nothing is said about reports; a gap where only the time lacks."""
    names = ("due_days", "recipient", "every", "format", "objection_days")
    if not any(said(see, f"{REPORT}/{name}") for name in names):
        return see.phrase("metrics.reporting", "due")
    return see.amount(f"{REPORT}/due_days", "business-days")


def _report_period(see: Sees) -> Spans:
    every = see.value(f"{REPORT}/every")
    words = see.phrase("metrics.reporting", str(every or ReportEvery.PERIOD))
    return (see.derived(text_of(words), f"{REPORT}/every"),) if every else words


def _people(see: Sees) -> Blocks:
    return see.clause("metrics.people", path=LEVELS) if see.form is Form.INTERNAL else ()
