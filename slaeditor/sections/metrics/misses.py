"""The clauses on what follows a missed target."""

from slaeditor.blocks import Block, Gap
from slaeditor.field import Form
from slaeditor.sections.metrics.baseline import Status
from slaeditor.sections.metrics.fields import ConsequenceType, OtherRights
from slaeditor.sections.metrics.words import level_ids, level_path, status
from slaeditor.view import Sees, said

Blocks = tuple[Block, ...]

MISS = "metrics.miss"
TYPE = "metrics/consequence/type"
CAUSE_DAYS = "metrics/consequence/cause_days"


def internal(see: Sees) -> Blocks:
    """Cause and correction, escalation unless only a plan is wanted, and no money."""
    blocks = _cause(see)
    if see.value(TYPE) is not ConsequenceType.PLAN:
        blocks += _escalation(see)
    return blocks + see.clause(f"{MISS}@money", "plan", path=TYPE)


def external(see: Sees) -> Blocks:
    """Cause and plan, then the consequence that was chosen, or the gap that asks for it."""
    return (*_cause(see), *_consequence(see), *_remedy(see))


def _cause(see: Sees) -> Blocks:
    if not said(see, CAUSE_DAYS):
        return see.clause(MISS, "cause", path=TYPE)
    days = see.amount(CAUSE_DAYS, "business-days")
    return see.clause(MISS, "cause-days", path=CAUSE_DAYS, days=days)


def _escalation(see: Sees) -> Blocks:
    return _resting_on_minimum(see, "escalation")


def _resting_on_minimum(see: Sees, variant: str) -> Blocks:
    """What follows a missed Minimum Level, or a missed Target where no level has one.

    Between departments a Target that is missed again and again is escalated anyway, so nothing
    has to take the place of a missing Minimum Level.
    """
    minimums = [
        said(see, f"{level_path(level)}/minimum")
        for level in level_ids(see)
        if status(see, level) is not Status.REPORT_ONLY
    ]
    if not any(minimums):
        return see.clause(f"{MISS}@further", variant, path=TYPE)
    blocks = see.clause(f"{MISS}@further", f"{variant}-minimum", path=TYPE)
    if all(minimums) or see.form is Form.INTERNAL:
        return blocks
    return blocks + see.clause(f"{MISS}@no-minimum", "no-minimum", path=TYPE)


def _consequence(see: Sees) -> Blocks:
    further = f"{MISS}@further"
    match see.value(TYPE):
        case ConsequenceType.PLAN:
            return see.clause(further, "plan", path=TYPE)
        case ConsequenceType.ESCALATION:
            return _escalation(see)
        case ConsequenceType.CREDITS:
            return _resting_on_minimum(see, "credits")
        case ConsequenceType.GOVERNING if _is_governed(see):
            return see.clause(further, "governing-agreement", path=TYPE)
    gap = (Gap("What happens after a miss", TYPE),)
    return see.clause(further, "unknown", path=TYPE, consequence=gap)


def _remedy(see: Sees) -> Blocks:
    """What a service credit is, and whether it leaves other rights as they are."""
    if see.value(TYPE) is not ConsequenceType.CREDITS:
        return ()
    path = "metrics/credits/other_rights"
    rights: OtherRights | None = see.value(path)
    if rights is None:
        return see.clause("metrics.remedy", "unknown", path=path, rights=see.spans(path))
    return see.clause("metrics.remedy", str(rights), path=path)


def _is_governed(see: Sees) -> bool:
    """Whether another contract carries what this agreement doesn't say."""
    return bool(see.value("introduction/standing/rests_on") == "governing-agreement")
