"""What is doubtful about a level's past: its figures, and what they say about the target (F19)."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from slaeditor.bidi import isolated
from slaeditor.figures.baseline import meets, share_met, summary
from slaeditor.figures.rounding import rounded
from slaeditor.finding import Finding, Severity
from slaeditor.sections.metrics.baseline import Statistic, Status
from slaeditor.sections.metrics.choices import Category, Direction, Window
from slaeditor.sections.metrics.words import has_steps, level_ids, level_path, status
from slaeditor.values import DATE, NUMBER, Series
from slaeditor.view import Sees

_MONTHS = {Window.MONTH: 1, Window.QUARTER: 3, Window.YEAR: 12}
_LEAST_MONTHS = 3
_HALF = Decimal("0.5")
_PROMISE_LESS = "Promise less, or reach it in steps as something changes."
_WORTHLESS = "It promises nothing; consider a stricter one."
_AVERAGES = (Statistic.MEAN, Statistic.MEDIAN, Statistic.RATIO)


def findings(see: Sees, level: str) -> Iterator[Finding]:
    """The findings about the past of one level and about the days of its target."""
    yield from _series(see, level)
    yield from _target(see, level)
    yield from _short_past(see, level)
    yield from _days(see, level)
    yield from _steps(see, level)


def called(see: Sees, level: str) -> str:
    """How a sentence names a level: its name in quotes, or its place in the list."""
    name = see.value(f"{level_path(level)}/name")
    if isinstance(name, str) and name.strip():
        return f"“{isolated(name.strip())}”"
    return f"Service level {level_ids(see).index(level) + 1}"


def _figures(see: Sees, level: str) -> tuple[Decimal, ...]:
    """The figures of the single periods, none where they don't apply."""
    path = f"{level_path(level)}/baseline/values"
    found = see.value(path) if see.has(path) else None
    return tuple(found) if isinstance(found, Series) else ()


def _number(see: Sees, number: Decimal) -> str:
    return NUMBER.write(number, see.language)


def _series(see: Sees, level: str) -> Iterator[Finding]:
    """Whether the single periods bear out their number and the value worked out from them."""
    at, figures = f"{level_path(level)}/baseline", _figures(see, level)
    periods = see.value(f"{at}/periods")
    if figures and periods is not None and periods != len(figures):
        yield Finding(
            f"{at}/periods",
            Severity.WARNING,
            f"{called(see, level)}: {periods} periods are named, but {len(figures)} figures are "
            "given. Mend one of the two.",
            "R45",
        )
    value, expected = see.value(f"{at}/value"), _worked_out(see, level, figures)
    if value is None or expected is None:
        return
    places = max(0, -int(value.as_tuple().exponent))
    if rounded(expected, places) != value:
        yield Finding(
            f"{at}/value",
            Severity.WARNING,
            f"{called(see, level)}: the baseline says {_number(see, value)}, but the single "
            f"periods give {_number(see, rounded(expected, max(places, 2)))}. Mend one of the two.",
            "R45",
        )


def _worked_out(see: Sees, level: str, figures: tuple[Decimal, ...]) -> Decimal | None:
    """What the statistic makes of the single periods; none where it isn't made of them."""
    direction = see.value(f"{level_path(level)}/direction")
    if not figures or direction is None:
        return None
    found = summary(figures, direction.value)
    by_name = {
        Statistic.MEAN: found.mean,
        Statistic.MEDIAN: found.median,
        Statistic.WORST: found.worst,
    }
    return by_name.get(see.value(f"{level_path(level)}/baseline/statistic"))


def _first_number(see: Sees, level: str) -> tuple[str, Decimal] | None:
    """Path and number of what is owed first: the first step of a ramp, else the target."""
    at = level_path(level)
    if has_steps(see, level):
        steps = [f"{at}/ramp/{step}" for step in see.value(f"{at}/ramp")]
        dated = [step for step in steps if see.has(f"{step}/start") and see.has(f"{step}/value")]
        if not dated:
            return None
        first = min(dated, key=lambda step: date.isoformat(see.value(f"{step}/start")))
        return f"{first}/value", see.value(f"{first}/value")
    path = f"{at}/target"
    return (path, see.value(path)) if see.has(path) else None


def _target(see: Sees, level: str) -> Iterator[Finding]:
    owed = _first_number(see, level)
    direction: Direction | None = see.value(f"{level_path(level)}/direction")
    if owed is None or direction is None or status(see, level) is Status.REPORT_ONLY:
        return
    path, target = owed
    if figures := _figures(see, level):
        sentence, rule = _against_figures(figures, target, direction)
    else:
        sentence, rule = _against_value(see, level, target, direction)
    if sentence:
        yield Finding(path, Severity.WARNING, f"{called(see, level)}: {sentence}", rule)


def _against_figures(
    figures: tuple[Decimal, ...], target: Decimal, direction: Direction
) -> tuple[str, str]:
    """What the single periods say about a target, with the rule; empty where all is well."""
    share, count = share_met(figures, target, direction.value), len(figures)
    met = int(share * count)
    if met == 0:
        past = f"none of the {count} periods of the past met this target"
        if count == 1:
            past = "the one period of the past missed this target"
        return f"{past}. {_PROMISE_LESS}", "R05"
    if share < _HALF:
        past = f"only {met} of the {count} periods of the past met this target"
        return f"{past}. {_PROMISE_LESS}", "R05"
    worst = summary(figures, direction.value).worst
    if worst != target and meets(worst, target, direction.value):
        return f"even the worst period of the past was better than this target. {_WORTHLESS}", "R06"
    return "", ""


def _against_value(see: Sees, level: str, target: Decimal, direction: Direction) -> tuple[str, str]:
    """The same for a past of which only one value is known, as far as it can be compared."""
    at = level_path(level)
    path = f"{at}/baseline/value"
    value = see.value(path) if see.has(path) else None
    statistic = see.value(f"{at}/baseline/statistic")
    if value is None or (see.has(f"{at}/share") and statistic is not Statistic.P95):
        return "", ""
    if statistic in _AVERAGES and not meets(value, target, direction.value):
        past = f"this target asks for more than the past shows, {_number(see, value)}"
        return f"{past}. {_PROMISE_LESS}", "R05"
    is_worst = statistic is Statistic.WORST
    if is_worst and value != target and meets(value, target, direction.value):
        past = f"even the worst period of the past, {_number(see, value)}, was better"
        return f"{past} than this target. {_WORTHLESS}", "R06"
    return "", ""


def _short_past(see: Sees, level: str) -> Iterator[Finding]:
    """Rates of conversion need several months of data."""
    at = level_path(level)
    months = _MONTHS.get(see.value(f"{at}/window"))
    periods = see.value(f"{at}/baseline/periods")
    if see.value(f"{at}/category") is not Category.LEAD_QUALITY or not months or not periods:
        return
    if periods * months < _LEAST_MONTHS:
        yield Finding(
            f"{at}/baseline/periods",
            Severity.WARNING,
            f"{called(see, level)}: the past covers less than {_LEAST_MONTHS} months. Rates of "
            "conversion need several months of data.",
            "R51",
        )


def _days(see: Sees, level: str) -> Iterator[Finding]:
    """The day on which an open target binds has to lie after the start and before the end."""
    for name in ("binds_on", "set_by"):
        path = f"{level_path(level)}/baseline/{name}"
        day = see.value(path) if see.has(path) else None
        start = see.value("duration/effective_date")
        if day is None or start is None or day >= start:
            continue
        yield Finding(
            path,
            Severity.WARNING,
            f"{called(see, level)}: the open target binds on {DATE.write(day, see.language)}, "
            "before the agreement starts. Choose a later day, or agree the target now.",
            "status",
        )


def _steps(see: Sees, level: str) -> Iterator[Finding]:
    """Two steps on the same day leave open which of them counts."""
    at = f"{level_path(level)}/ramp"
    if not see.has(at):
        return
    seen: set[date] = set()
    for step in see.value(at):
        path = f"{at}/{step}/start"
        day = see.value(path) if see.has(path) else None
        if day is not None and day in seen:
            yield Finding(
                path,
                Severity.BLOCKER,
                f"{called(see, level)}: two steps begin on {DATE.write(day, see.language)}. "
                "Give each its own day.",
                "ramp",
            )
        if day is not None:
            seen.add(day)
