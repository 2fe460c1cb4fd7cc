"""The past of a service level as it is drawn and told: figures, lines to compare with, sentences.

Numbers are written in the language of the document, sentences in that of the window.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from slaeditor.document.view import View
from slaeditor.figures.baseline import gap, meets, summary
from slaeditor.figures.rounding import shown
from slaeditor.i18n import _, ngettext
from slaeditor.units import TargetUnit
from slaeditor.values import NUMBER, Series
from slaeditor.values.words import NO_BREAK_SPACE, percent, unit_word


class LineKind(StrEnum):
    """What a line across the picture stands for; each is drawn in its own manner."""

    TARGET = "target"
    STEP = "step"
    MINIMUM = "minimum"
    MEAN = "mean"


@dataclass(frozen=True, slots=True)
class Line:
    """A number to compare the figures with."""

    kind: LineKind
    number: Decimal
    label: str


@dataclass(frozen=True, slots=True)
class Past:
    """What is known of a level's past. `is_series`: the figures are those of single periods.

    `direction` is the stored word ("at-least", "at-most") or empty; `unit` that of a `TargetUnit`.
    """

    figures: tuple[Decimal, ...]
    is_series: bool
    direction: str
    unit: str
    language: str
    lines: tuple[Line, ...] = ()

    def line(self, kind: LineKind) -> Line | None:
        """The line of that kind."""
        return next((line for line in self.lines if line.kind is kind), None)

    @property
    def measure(self) -> Line | None:
        """What is owed first: the first step of a ramp, else the target."""
        return self.line(LineKind.STEP) or self.line(LineKind.TARGET)

    @property
    def says_something(self) -> bool:
        """Whether there is anything to draw: several figures, or one and a target."""
        return len(self.figures) > 1 or (bool(self.figures) and self.measure is not None)

    def meets(self, figure: Decimal) -> bool:
        """Whether a figure meets what is owed first; True where nothing is owed."""
        measure = self.measure
        return measure is None or meets(figure, measure.number, self.direction or "at-least")

    def write(self, number: Decimal) -> str:
        """A number with the level's unit: "99.5%", "4 hours"."""
        text = NUMBER.write(number, self.language)
        if self.unit == TargetUnit.PERCENT:
            return percent(text, self.language)
        if self.unit in ("", TargetUnit.NUMBER):
            return text
        return f"{text}{NO_BREAK_SPACE}{unit_word(self.unit, number, self.language)}"


def past_of(view: View, level_path: str) -> Past:
    """What the agreement says of the past of the level at a path ("metrics/levels/avl-1")."""

    def at(name: str) -> Any:
        path = f"{level_path}/{name}"
        return view.value(path) if view.has(path) else None

    values, value = at("baseline/values"), at("baseline/value")
    is_series = isinstance(values, Series) and len(values) > 1
    figures = tuple(values) if isinstance(values, Series) else ()
    if not figures and isinstance(value, Decimal):
        figures = (value,)
    bare = Past(
        figures, is_series, str(at("direction") or ""), str(at("unit") or ""), view.language
    )
    numbers = {
        LineKind.TARGET: at("target"),
        LineKind.STEP: _first_step(view, level_path),
        LineKind.MINIMUM: at("minimum"),
        LineKind.MEAN: _mean(figures) if is_series else None,
    }
    lines = tuple(
        Line(kind, number, f"{_words(kind)} {bare.write(number)}")
        for kind, number in numbers.items()
        if isinstance(number, Decimal)
    )
    return Past(figures, is_series, bare.direction, bare.unit, bare.language, lines)


def _words(kind: LineKind) -> str:
    return {
        LineKind.TARGET: _("Target"),
        LineKind.STEP: _("First step"),
        LineKind.MINIMUM: _("Minimum"),
        LineKind.MEAN: _("Mean"),
    }[kind]


def _mean(figures: tuple[Decimal, ...]) -> Decimal:
    """The mean, with one decimal more than the figures have."""
    most = max(-int(figure.as_tuple().exponent) for figure in figures)
    return shown(summary(figures).mean, max(most, 0) + 1)


def _first_step(view: View, level_path: str) -> Decimal | None:
    """What is owed from the earliest day of a ramp; None without one."""
    ramp = f"{level_path}/ramp"
    if not view.has(ramp):
        return None
    dated = [
        (view.value(f"{ramp}/{step}/start"), view.value(f"{ramp}/{step}/value"))
        for step in view.value(ramp)
        if view.has(f"{ramp}/{step}/start") and view.has(f"{ramp}/{step}/value")
    ]
    found: Decimal | None = min(dated)[1] if dated else None
    return found


def sentences(past: Past) -> tuple[str, ...]:
    """The picture in words; empty where it shows nothing."""
    if not past.says_something:
        return ()
    return tuple(_of_series(past) if past.is_series else _of_one(past))


def _of_series(past: Past) -> Iterator[str]:
    count, step = len(past.figures), past.line(LineKind.STEP)
    owed = [line for line in (step, past.line(LineKind.TARGET)) if line is not None]
    if not past.direction or not owed:
        lowest, highest = min(past.figures), max(past.figures)
        yield _("{count} periods, between {lowest} and {highest}.").format(
            count=count, lowest=past.write(lowest), highest=past.write(highest)
        )
        return
    for line in owed:
        met = sum(meets(figure, line.number, past.direction) for figure in past.figures)
        yield _met_by(line, met, count) if step else _met(met, count)
    found = summary(past.figures, past.direction)
    yield _("The worst was {number}.").format(number=past.write(found.worst))
    minimum = past.line(LineKind.MINIMUM)
    below = 0 if minimum is None else sum(_misses(past, figure, minimum) for figure in past.figures)
    if below:
        yield ngettext(
            "{count} period missed the minimum.", "{count} periods missed the minimum.", below
        ).format(count=below)


def _misses(past: Past, figure: Decimal, line: Line) -> bool:
    return not meets(figure, line.number, past.direction)


def _met(met: int, count: int) -> str:
    if met == count:
        return _("Met in all {count} periods.").format(count=count)
    if met == 0:
        return _("Met in none of {count} periods.").format(count=count)
    return _("Met in {met} of {count} periods.").format(met=met, count=count)


def _met_by(line: Line, met: int, count: int) -> str:
    """The same, said of one of two lines."""
    if met == count:
        return _("{line}: met in all {count} periods.").format(line=line.label, count=count)
    if met == 0:
        return _("{line}: met in none of {count} periods.").format(line=line.label, count=count)
    return _("{line}: met in {met} of {count} periods.").format(
        line=line.label, met=met, count=count
    )


def _of_one(past: Past) -> Iterator[str]:
    """A past of which only one number is known, compared with what is owed first."""
    figure, measure = past.figures[0], past.measure
    if measure is None:
        return
    so_far = _("So far {number}.").format(number=past.write(figure))
    if past.meets(figure):
        yield f"{so_far} {_('That meets {line}.').format(line=_within(measure.label))}"
        return
    missing = past.write(abs(gap(measure.number, figure, past.direction or "at-least")))
    more = past.direction != "at-most"
    words = _("{line} asks for {number} more.") if more else _("{line} asks for {number} less.")
    yield f"{so_far} {words.format(line=measure.label, number=missing)}"


def _within(label: str) -> str:
    """A label within a sentence: "the target 99.5%"."""
    return _("the {line}").format(line=f"{label[:1].lower()}{label[1:]}")
