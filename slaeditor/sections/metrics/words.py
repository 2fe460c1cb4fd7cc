"""The written forms of a service level: its short name, its target, its minimum, its past.

"at least 99.9% of the Service Hours", "at most 24 hours in at least 95% of cases", "at least 1,000
qualified leads". Number and unit keep their own paths; the window shows the same phrases.
"""

from slaeditor.blocks import Fixed, Gap, Spans, Value, without_stop
from slaeditor.sections.metrics.baseline import Status
from slaeditor.sections.metrics.choices import MeasurementType, Window
from slaeditor.units import TargetUnit
from slaeditor.values.words import NO_BREAK_SPACE, percent, unit_word
from slaeditor.view import Sees, said

LEVELS = "metrics/levels"
WORDING = "metrics.target"
DASH: Spans = (Fixed("–"),)


def level_ids(see: Sees) -> tuple[str, ...]:
    """The ids of all levels, in order."""
    ids = see.value(LEVELS)
    return ids if isinstance(ids, tuple) else ()


def level_path(level: str) -> str:
    """The path of a level by its id."""
    return f"{LEVELS}/{level}"


def short_names(see: Sees) -> dict[str, str]:
    """How other places of the document call the levels, by id: "SL1" for the first."""
    return {level: f"SL{number}" for number, level in enumerate(level_ids(see), start=1)}


def status(see: Sees, level: str) -> Status | None:
    """How far the baseline of a level is settled."""
    found: Status | None = see.value(f"{level_path(level)}/baseline/status")
    return found


def start(see: Sees) -> Spans:
    """What the day is called from which levels are owed."""
    later = said(see, "duration/service_start")
    return see.phrase("metrics.commitment", "service-start" if later else "effective-date")


def measured(see: Sees, level: str, number: str) -> Spans:
    """A number of a level with the level's unit: "99.9%", "24 hours", "1,000"; gaps included.

    `number` is the path within the level: "target", "minimum", "baseline/value".
    """
    return measured_at(see, f"{level_path(level)}/{number}", level)


def measured_at(see: Sees, path: str, level: str) -> Spans:
    """The number at a path, written in the unit of a level."""
    spans = see.spans(path)
    unit_path = f"{level_path(level)}/unit"
    unit: TargetUnit | None = see.value(unit_path)
    if unit is TargetUnit.NUMBER:
        return spans
    if unit is TargetUnit.PERCENT:
        return (*spans, Value(percent("", see.language), unit_path))
    blank = Fixed(NO_BREAK_SPACE)
    if unit is None:
        return (*spans, blank, *see.spans(unit_path))
    count = None if isinstance(spans[0], Gap) else see.value(path)
    return (*spans, blank, Value(unit_word(unit.value, count, see.language), unit_path))


def bound(see: Sees, level: str, number: str) -> Spans:
    """A limit without what it is of: "at least 99.0%"; `number` as for `measured`."""
    return bound_at(see, f"{level_path(level)}/{number}", level)


def bound_at(see: Sees, path: str, level: str) -> Spans:
    """The number at a path as a limit in the direction of a level."""
    direction = see.spans(f"{level_path(level)}/direction")
    return (*direction, Fixed(" "), *measured_at(see, path, level))


def target(see: Sees, level: str) -> Spans:
    """The whole target: "at most 24 hours in at least 95% of cases"; one gap if all is missing."""
    at = level_path(level)
    if not any(said(see, f"{at}/{name}") for name in ("direction", "target")):
        return see.spans(f"{at}/target")
    return (*bound(see, level, "target"), *_of_what(see, at))


def _of_what(see: Sees, at: str) -> Spans:
    """What the number is of, and in which share of the cases it has to be met."""
    what = without_stop(see.spans(f"{at}/unit_of")) if see.has(f"{at}/unit_of") else ()
    unit = see.value(f"{at}/unit")
    if unit is TargetUnit.NUMBER:
        lead: Spans = (Fixed(" "), *what) if what else ()
    elif unit in (TargetUnit.PERCENT, TargetUnit.POINTS, None):
        lead = see.phrase(WORDING, "of", what=what) if what else ()
    else:
        return _of_cases(see, at, what)
    return (*lead, *_share(see, at, ())) if said(see, f"{at}/share") else lead


def _of_cases(see: Sees, at: str, what: Spans) -> Spans:
    """For a time: the share of the cases that must keep it, or "in every case"."""
    if said(see, f"{at}/share"):
        return _share(see, at, what)
    by_case = (
        see.value(f"{at}/window") is Window.EVENT
        or see.value(f"{at}/measurement_type") is MeasurementType.EVENT
    )
    lead = see.phrase(WORDING, "for", what=what) if what else ()
    return (*lead, *see.phrase(WORDING, "every-case")) if by_case else lead


def _share(see: Sees, at: str, what: Spans) -> Spans:
    share = see.amount(f"{at}/share", "percent")
    return see.phrase(WORDING, "share", share=share, cases=what or see.phrase(WORDING, "cases"))


def stated_target(see: Sees, level: str) -> Spans:
    """What the Target column says: the target, its steps, or that there is none yet."""
    found = status(see, level)
    if found in (Status.AFTER_START, Status.AFTER_CHANGE):
        direction = see.spans(f"{level_path(level)}/direction")
        return see.phrase(WORDING, "open", direction=direction)
    if found is Status.REPORT_ONLY:
        return see.phrase(WORDING, "report-only")
    spans = _with_steps(see, level) if has_steps(see, level) else target(see, level)
    if found is Status.PROVISIONAL:
        return (*spans, *see.phrase(WORDING, "provisional"))
    return spans


def has_steps(see: Sees, level: str) -> bool:
    """Whether the target of a level is reached in steps that the document states."""
    return see.has(f"{level_path(level)}/ramp")


def _with_steps(see: Sees, level: str) -> Spans:
    """The steps, a line each, oldest first; the last line is the target itself.

    The last step has the target's number and brings its first day; where it has another number,
    that day is a gap.
    """
    ramp = f"{level_path(level)}/ramp"
    steps = sorted(see.value(ramp), key=lambda step: str(see.value(f"{ramp}/{step}/start") or "9"))
    last = f"{ramp}/{steps[-1]}"
    day: Spans = (Gap("".join(s.text for s in see.phrase(WORDING, "later-day")), ramp),)
    if see.value(f"{last}/value") == see.value(f"{level_path(level)}/target"):
        steps, day = steps[:-1], see.spans(f"{last}/start")
    of_what = _of_what(see, level_path(level))
    lines: list[Spans] = [
        _step(
            see,
            see.spans(f"{ramp}/{step}/start"),
            (*bound_at(see, f"{ramp}/{step}/value", level), *of_what),
        )
        for step in steps
    ]
    lines.append(_step(see, day, target(see, level)))
    return tuple(
        span
        for number, line in enumerate(lines)
        for span in ((Fixed("\n"), *line) if number else line)
    )


def _step(see: Sees, day: Spans, number: Spans) -> Spans:
    return see.phrase(WORDING, "step", date=day, number=number)


def owed_by(see: Sees, level: str) -> Spans:
    """Who owes a level, by the label of its side; the gap where nobody was named."""
    path = f"{level_path(level)}/owed_by"
    owner = see.value(path)
    if owner is None:
        return see.spans(path)
    words = see.phrase("metrics.levels", f"owed-{owner}")
    return (Value("".join(span.text for span in words), path),)


def text_of(spans: Spans) -> str:
    """Spans as plain text; references that aren't numbered yet are empty."""
    return "".join(span.text for span in spans)
