"""What is doubtful about the service levels, their counting, reports and consequences."""

import re
from collections.abc import Iterator
from decimal import Decimal

from slaeditor.field import Form
from slaeditor.finding import Finding, Severity
from slaeditor.sections.metrics import credit_checks, past_checks
from slaeditor.sections.metrics.choices import Category, Direction, Perspective, Window
from slaeditor.sections.metrics.fields import ConsequenceType
from slaeditor.sections.metrics.past_checks import called
from slaeditor.sections.metrics.words import LEVELS, level_ids, level_path
from slaeditor.units import TargetUnit
from slaeditor.view import Sees

TYPE = "metrics/consequence/type"
PRIORITIES = "metrics/priorities"
MOST_LEVELS = 15
_HUNDRED = Decimal(100)
_INCIDENT = re.compile(
    r"\b(incident|fault|failure|outage|stop|disruption|priorit|severit|interruption)", re.IGNORECASE
)
_AUTOMATIC = re.compile(r"\bauto(mat|-|\b)", re.IGNORECASE)
_RANKED = re.compile(
    r"\b(?:(priority|severity)[ \u00a0-]?(?:\d|one|two|high|critical|medium|low)|(P[1-5])\b)",
    re.IGNORECASE,
)
_OTHERS = re.compile(r"\b(third[ -]part(?:y|ies)|suppliers?|subcontractors?)\b", re.IGNORECASE)
_TIMED = (Category.RESPONSE, Category.FOLLOW_UP)
_TIMES = frozenset(TargetUnit) - {TargetUnit.PERCENT, TargetUnit.NUMBER, TargetUnit.POINTS}
_TEXTS = ("name", "definition", "start_event", "stop_event", "pause", "unit_of")
_LEADS = (Category.LEAD_VOLUME, Category.LEAD_QUALITY, Category.FOLLOW_UP)


def findings(see: Sees) -> Iterator[Finding]:
    """The findings of the service levels, one level after the other, then of all together."""
    for level in level_ids(see):
        yield from _names(see, level)
        yield from _number(see, level)
        yield from _minimum(see, level)
        yield from _small_numbers(see, level)
        yield from _period(see, level)
        yield from _words(see, level)
        yield from past_checks.findings(see, level)
    if level_ids(see):
        yield from _counting(see)
        yield from _perspectives(see)
        yield from _categories(see)
        yield from _leads(see)
        yield from _consequence(see)
    yield from credit_checks.findings(see)


def _category(see: Sees, level: str) -> Category | None:
    found: Category | None = see.value(f"{level_path(level)}/category")
    return found


def _text(see: Sees, level: str, *names: str) -> str:
    """The texts of some fields of a level, one after the other."""
    values = (see.value(f"{level_path(level)}/{name}") for name in names)
    return "\n".join(value for value in values if isinstance(value, str))


def _names(see: Sees, level: str) -> Iterator[Finding]:
    path = f"{level_path(level)}/name"
    name = str(see.value(path) or "").strip().casefold()
    others = level_ids(see)[: level_ids(see).index(level)]
    if name and any(
        str(see.value(f"{level_path(other)}/name") or "").strip().casefold() == name
        for other in others
    ):
        yield Finding(
            path,
            Severity.WARNING,
            f"Two service levels are called {called(see, level)}. Give them different names.",
            "levels",
        )


def _number(see: Sees, level: str) -> Iterator[Finding]:
    """A percentage beyond 100, and one of 100, which is certain to be missed one day."""
    path = f"{level_path(level)}/target"
    target = see.value(path) if see.has(path) else None
    if target is None or see.value(f"{level_path(level)}/unit") is not TargetUnit.PERCENT:
        return
    if not 0 <= target <= _HUNDRED:
        yield Finding(
            path,
            Severity.BLOCKER,
            f"{called(see, level)}: {target}% is not possible. Write a number from 0 to 100.",
            "number",
        )
    elif target == _HUNDRED and _direction(see, level) is not Direction.AT_MOST:
        yield Finding(
            path,
            Severity.WARNING,
            f"{called(see, level)}: 100% is certain to be missed one day. Promise a number that "
            "can be kept, with a period and exclusions.",
            "R05",
        )


def _direction(see: Sees, level: str) -> Direction | None:
    found: Direction | None = see.value(f"{level_path(level)}/direction")
    return found


def _minimum(see: Sees, level: str) -> Iterator[Finding]:
    """The Minimum Level has to stand on the worse side of the Target."""
    at = level_path(level)
    if not (see.has(f"{at}/minimum") and see.has(f"{at}/target")):
        return
    target, minimum, direction = (
        see.value(f"{at}/{name}") for name in ("target", "minimum", "direction")
    )
    is_wrong = minimum < target if direction is Direction.AT_MOST else minimum > target
    if is_wrong and direction is not None:
        yield Finding(
            f"{at}/minimum",
            Severity.BLOCKER,
            f"{called(see, level)}: the Minimum Level, {minimum}, is stricter than the target, "
            f"{target}. It marks a serious failure, so it has to be on the worse side.",
            "minimum",
        )


def _small_numbers(see: Sees, level: str) -> Iterator[Finding]:
    """With so few cases that not even one may be missed, a share is a promise of every case."""
    share = _promised_share(see, level)
    cases = _planned_cases(see)
    if share is None or cases is None or see.has(f"{level_path(level)}/small_number"):
        return
    if 0 < cases * (_HUNDRED - share) / _HUNDRED < 1:
        yield Finding(
            f"{level_path(level)}/small_number",
            Severity.WARNING,
            f"{called(see, level)}: with {cases} cases planned in a period, {share}% allows less "
            "than one miss. Say below how many cases one miss is allowed.",
            "R47",
        )


def _promised_share(see: Sees, level: str) -> Decimal | None:
    """The share of the cases that must be good, in percent; none for levels that count time."""
    at = level_path(level)
    if see.value(f"{at}/share") is not None:
        found: Decimal | None = see.value(f"{at}/share")
        return found
    by_case = _category(see, level) in (Category.QUALITY, Category.RESTORATION, Category.RESOLUTION)
    is_percent = see.value(f"{at}/unit") is TargetUnit.PERCENT
    if not (by_case and is_percent and see.has(f"{at}/target")):
        return None
    target: Decimal = see.value(f"{at}/target")
    return target


def _planned_cases(see: Sees) -> Decimal | None:
    """The most cases planned in a period, where only one volume is planned."""
    items = see.value("scope/workload") or ()
    found: Decimal | None = see.value(f"scope/workload/{items[0]}/upper") if items else None
    return found if len(items) == 1 else None


def _period(see: Sees, level: str) -> Iterator[Finding]:
    path = f"{level_path(level)}/window"
    if _category(see, level) is Category.AVAILABILITY and see.value(path) is Window.YEAR:
        yield Finding(
            path,
            Severity.WARNING,
            f"{called(see, level)}: over a year, a stop of several days can disappear in the "
            "average. Measure it by calendar month or quarter.",
            "R08",
        )


def _words(see: Sees, level: str) -> Iterator[Finding]:
    """What a level's words leave open: automatic replies, priorities, faults of others."""
    at = level_path(level)
    counted = _text(see, level, "definition", "start_event", "stop_event", "pause")
    is_timed = _category(see, level) in _TIMED and see.value(f"{at}/unit") in _TIMES
    if is_timed and counted and not _AUTOMATIC.search(counted):
        yield Finding(
            f"{at}/definition",
            Severity.WARNING,
            f"{called(see, level)}: say whether an automatic reply counts as an answer; usually "
            "it doesn’t.",
            "R15",
        )
    yield from _ranks(see, level)
    others = _OTHERS.search(str(see.value(f"{at}/own_exclusions") or ""))
    if others and see.has(f"{at}/own_exclusions"):
        yield Finding(
            f"{at}/own_exclusions",
            Severity.WARNING,
            f"{called(see, level)}: leaving out “{others[0]}” takes the worth from the promise, "
            "since those who work for you are such. Name single events instead.",
            "R12",
        )


def _ranks(see: Sees, level: str) -> Iterator[Finding]:
    """A priority that no definition explains."""
    used = _RANKED.search(_text(see, level, *_TEXTS))
    if used is None:
        return
    word = (used[1] or used[2]).casefold()
    if word not in _defined(see):
        yield Finding(
            f"{level_path(level)}/definition",
            Severity.BLOCKER,
            f"{called(see, level)} speaks of “{used[0]}”, but nothing says what that is or who "
            "decides it. Add it to the priorities, with an example.",
            "R16",
        )


def _defined(see: Sees) -> str:
    """The words of the own definitions and of the priorities, in lower case."""
    fields = {"introduction/definitions": ("term", "meaning"), PRIORITIES: ("name", "meaning")}
    return " ".join(
        str(see.value(f"{path}/{item}/{name}") or "")
        for path, names in fields.items()
        for item in see.value(path) or ()
        for name in names
    ).casefold()


def _perspectives(see: Sees) -> Iterator[Finding]:
    """Levels that all look from inside can be green while nobody is content."""
    sides = {see.value(f"{level_path(level)}/perspective") for level in level_ids(see)}
    if sides and sides <= {Perspective.TECHNICAL, Perspective.CONTRACT}:
        yield Finding(
            LEVELS,
            Severity.WARNING,
            "No service level looks from the side of users or the business: all can be met while "
            "nobody is content. Add one that users would notice.",
            "R31",
        )


def _counting(see: Sees) -> Iterator[Finding]:
    path = "metrics/measuring/missing_data"
    if not see.has(path):
        yield Finding(
            path,
            Severity.WARNING,
            "Nothing says how time and cases without data count, for instance when a probe "
            "fails. Choose a rule.",
            "missing-data",
        )
    if len(level_ids(see)) > MOST_LEVELS:
        yield Finding(
            LEVELS,
            Severity.WARNING,
            f"There are {len(level_ids(see))} service levels. Beyond {MOST_LEVELS}, no single one "
            "gets attention; keep those that hurt when they are missed.",
            "R21",
        )


def _categories(see: Sees) -> Iterator[Finding]:
    """Whoever answers an incident has to end it as well; mere support and follow-up need not."""
    by_category: dict[Category | None, list[str]] = {}
    for level in level_ids(see):
        by_category.setdefault(_category(see, level), []).append(level)
    if Category.RESTORATION in by_category or Category.RESOLUTION in by_category:
        return
    for level in by_category.get(Category.RESPONSE, []):
        is_operated = Category.AVAILABILITY in by_category
        if is_operated or _INCIDENT.search(_text(see, level, *_TEXTS)):
            yield Finding(
                f"{level_path(level)}/category",
                Severity.BLOCKER,
                f"{called(see, level)} promises an answer to a fault, but nothing promises that "
                "the service works again. Add a level of restoration or resolution.",
                "R14",
            )
            return


def _leads(see: Sees) -> Iterator[Finding]:
    """What a promise about leads needs: a definition of the lead, and more than a volume."""
    found = {_category(see, level): level for level in level_ids(see)}
    leads = [found[category] for category in _LEADS if category in found]
    if not leads:
        return
    items = see.value("introduction/definitions") or ()
    terms = [see.value(f"introduction/definitions/{item}/term") or "" for item in items]
    if not any("lead" in term.casefold() for term in terms):
        yield Finding(
            f"{level_path(leads[0])}/definition",
            Severity.WARNING,
            f"{called(see, leads[0])} counts leads, but no definition says what a lead is. Add "
            "one to the own definitions, with examples of what is a lead and what isn’t.",
            "R50",
        )
    if set(found) & set(_LEADS) == {Category.LEAD_VOLUME}:
        yield Finding(
            LEVELS,
            Severity.WARNING,
            "Only the number of leads is promised. Add a level of follow-up or of quality, or "
            "more leads will mean worse ones.",
            "R50",
        )


def _consequence(see: Sees) -> Iterator[Finding]:
    chosen = see.value(TYPE) if see.has(TYPE) else None
    if chosen is ConsequenceType.PLAN:
        follows = "escalation" if see.form is Form.INTERNAL else "what the contract says"
        yield Finding(
            TYPE,
            Severity.WARNING,
            "After a miss, only a plan follows, however often it happens. Consider "
            f"{follows} as the next step.",
            "R22",
        )
    if see.form is Form.INTERNAL and chosen in (
        ConsequenceType.CREDITS,
        ConsequenceType.GOVERNING,
    ):
        yield Finding(
            TYPE,
            Severity.NOTE,
            f"“{chosen.label}” is for contracts only. Between departments, escalation prints "
            "instead.",
            "kept",
        )
