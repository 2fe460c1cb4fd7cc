"""The clauses on counting: the rules for every level, and what is left out of the count."""

from slaeditor.blocks import Block, Spans, without_stop
from slaeditor.field import Form
from slaeditor.sections.metrics.choices import Exclusions
from slaeditor.sections.metrics.fields import MissingData, PartialPeriod
from slaeditor.sections.metrics.words import LEVELS, level_ids, level_path
from slaeditor.view import Sees, said

MEASURING = "metrics.measuring"
NOT_COUNTED = "metrics.not-counted"
RULES = "metrics/measuring"
PRIORITIES = "metrics/priorities"
EVENTS = {"governing-agreement": ("events",), "stands-alone": ("events-alone",)}
"""Events beyond control, by what carries their definition; between departments nothing does."""


def measuring(see: Sees) -> tuple[Block, ...]:
    """How each level is worked out: period, rounding, incomplete periods, missing data."""
    entries = [(name, see.phrase(MEASURING, name)) for name in ("period", "rounding")]
    partial = see.value(f"{RULES}/partial_period") or PartialPeriod.PRORATE
    entries.append(("partial-period", see.phrase(MEASURING, str(partial))))
    if missing := _missing_data(see):
        entries.append(("missing-data", missing))
    if probes := _failed_probes(see):
        entries.append(("failed-probes", probes))
    return see.listed(MEASURING, entries, path=f"{RULES}/missing_data")


def _missing_data(see: Sees) -> Spans:
    """How time and cases without data count; nothing while nobody has chosen a rule."""
    chosen: MissingData | None = see.value(f"{RULES}/missing_data")
    if chosen is None:
        return ()
    if chosen is MissingData.OTHER_SOURCE:
        source = without_stop(see.spans(f"{RULES}/other_source"))
        return see.phrase(MEASURING, str(chosen), source=source)
    return see.phrase(MEASURING, str(chosen))


def _failed_probes(see: Sees) -> Spans:
    path = f"{RULES}/failed_probes"
    if not said(see, path):
        return ()
    variant = "probes-one" if see.value(path) == 1 else "probes-many"
    return see.phrase(MEASURING, variant, number=see.spans(path))


def priorities(see: Sees) -> tuple[Block, ...]:
    """What belongs to each priority, and who decides on it; nothing where there are none."""
    items = see.value(PRIORITIES) or ()
    if not items:
        return ()
    entries = [(item, _priority(see, f"{PRIORITIES}/{item}")) for item in items]
    path = "metrics/priority_decided_by"
    return (
        *see.listed("metrics.priorities", entries, path=PRIORITIES),
        *see.clause(
            "metrics.priorities@decides",
            "decides",
            path=path,
            who=without_stop(see.spans(path)),
        ),
    )


def _priority(see: Sees, path: str) -> Spans:
    example: Spans = ()
    if see.has(f"{path}/example"):
        text = without_stop(see.spans(f"{path}/example"))
        example = see.phrase("metrics.priorities", "example", example=text)
    return see.phrase(
        "metrics.priorities",
        "item",
        name=see.spans(f"{path}/name"),
        meaning=without_stop(see.spans(f"{path}/meaning")),
        example=example,
    )


def not_counted(see: Sees) -> tuple[Block, ...]:
    """The closed list of standard exclusions; suppliers of the provider are never among them."""
    levels = level_ids(see)
    chosen = [see.value(f"{level_path(level)}/exclusions") for level in levels]
    if levels and all(found is Exclusions.NONE for found in chosen):
        variant = "none-relief" if _gives_relief(see) else "none"
        return see.clause(NOT_COUNTED, variant, path=LEVELS)
    entries = [(name, see.phrase(NOT_COUNTED, name)) for name in _exclusions(see)]
    blocks = see.listed(NOT_COUNTED, entries, path=LEVELS)
    if see.form is Form.EXTERNAL:
        blocks += see.clause(f"{NOT_COUNTED}@closed", "closed", path=LEVELS)
    return blocks


def _exclusions(see: Sees) -> list[str]:
    """The names of the standard exclusions that have something to refer to."""
    names = []
    if _has_planned_maintenance(see):
        names.append("maintenance")
    if see.value("scope/maintenance/emergency") == "excluded" and _has_planned_maintenance(see):
        names.append("emergency")
    if _gives_relief(see):
        names.append("relief")
    names.append("suspension")
    if see.form is Form.EXTERNAL:
        names += EVENTS.get(str(see.value("introduction/standing/rests_on")), ())
    return names


def _gives_relief(see: Sees) -> bool:
    """Whether the scope says that a missed duty of the other side excuses a miss."""
    return see.has("scope/customer_duties") or bool(see.lines("scope/user_duties"))


def _has_planned_maintenance(see: Sees) -> bool:
    """Whether the scope states Planned Maintenance: always in contracts with availability."""
    at = "scope/maintenance"
    if see.form is Form.EXTERNAL:
        return see.applies(f"{at}/window")
    return any(see.has(f"{at}/{name}") for name in ("window", "notice_length", "cap_hours"))
