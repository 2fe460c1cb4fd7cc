"""Part C of the schedule of levels: how each level was in the past, for information."""

from collections.abc import Callable
from functools import partial

from slaeditor.blocks import (
    Block,
    Cell,
    Fixed,
    Paragraph,
    Role,
    Row,
    Spans,
    Table,
    Value,
    without_stop,
)
from slaeditor.sections.metrics.baseline import UNSET, Status
from slaeditor.sections.metrics.words import (
    DASH,
    LEVELS,
    level_ids,
    level_path,
    measured,
    short_names,
    status,
    text_of,
)
from slaeditor.units import TargetUnit
from slaeditor.values.words import unit_word
from slaeditor.view import Sees, said

WORDING = "metrics.levels"
PART = "schedule-levels@part-c"
Columns = dict[str, tuple[float, Callable[[Sees, str], Spans]]]

PAST = ("value", "statistic", "population", "period", "periods", "source", "values")


def has_baseline(see: Sees, level: str) -> bool:
    """Whether something is known about a level's past, or said to be."""
    return see.remembered("has a past", level_path(level), partial(_has_baseline, see, level))


def _has_baseline(see: Sees, level: str) -> bool:
    at = f"{level_path(level)}/baseline"
    found = status(see, level)
    if found in UNSET:
        return False
    return found in (Status.AGREED, Status.PROVISIONAL) or any(
        said(see, f"{at}/{name}") for name in PAST
    )


def prints_baseline(see: Sees) -> bool:
    """Whether Part C stands in the document."""
    if see.value("metrics/print_baseline") is False:
        return False
    return any(has_baseline(see, level) for level in level_ids(see))


def blocks(see: Sees) -> tuple[Block, ...]:
    """Part C with its table; nothing where no level has a past, or it is not to be printed."""
    return see.remembered("the past", LEVELS, partial(_blocks, see))


def _blocks(see: Sees) -> tuple[Block, ...]:
    if not prints_baseline(see):
        return ()
    names = {level: name for level, name in short_names(see).items() if has_baseline(see, level)}
    return (
        Paragraph(Role.PART, PART, see.phrase(WORDING, "part-c"), path=LEVELS),
        Paragraph(Role.BODY, f"{PART}-lead", see.phrase(WORDING, "lead-c"), path=LEVELS),
        _table(see, names),
        *_single_periods(see, names),
    )


def _table(see: Sees, names: dict[str, str]) -> Table:
    columns = dict(_COLUMNS)
    if not any(_says_periods(see, level) for level in names):
        del columns["periods"]
    widths = (_REFERENCE_WIDTH, *(width for width, _ in columns.values()))
    return Table(
        id=f"{PART}-table",
        header=tuple(text_of(see.phrase(WORDING, name)) for name in ("reference", *columns)),
        rows=tuple(_row(see, level, name, columns) for level, name in names.items()),
        caption=text_of(see.phrase(WORDING, "caption-c")),
        description=text_of(see.phrase(WORDING, "description-c")),
        widths=tuple(width / sum(widths) for width in widths),
        path=LEVELS,
    )


def _row(see: Sees, level: str, name: str, columns: Columns) -> Row:
    path = f"{level_path(level)}/baseline"

    def make() -> Row:
        cells = ((Fixed(name),), *(find(see, level) for _, find in columns.values()))
        return Row(path, tuple(Cell(spans, path) for spans in cells))

    return see.remembered(f"past of {name} in {','.join(columns)}", level_path(level), make)


def _value(see: Sees, level: str) -> Spans:
    return measured(see, level, "baseline/value")


def _field(name: str) -> Callable[[Sees, str], Spans]:
    def written(see: Sees, level: str) -> Spans:
        return without_stop(see.spans(f"{level_path(level)}/baseline/{name}"))

    return written


def _periods(see: Sees, level: str) -> Spans:
    path = f"{level_path(level)}/baseline/periods"
    return see.spans(path) if said(see, path) else DASH


def _status(see: Sees, level: str) -> Spans:
    """The status in words; without one a past that has a value counts as agreed."""
    path = f"{level_path(level)}/baseline/status"
    found = status(see, level)
    if found is None and not see.has(f"{level_path(level)}/baseline/value"):
        return see.spans(path)
    words = text_of(see.phrase(WORDING, f"status-{found or Status.AGREED}"))
    return (see.derived(words, path),)


def _says_periods(see: Sees, level: str) -> bool:
    """Whether the past of a level has a number of periods."""
    path = f"{level_path(level)}/baseline/periods"
    return see.remembered("has periods", level_path(level), partial(said, see, path))


def _single_periods(see: Sees, names: dict[str, str]) -> tuple[Block, ...]:
    """The figures of the single periods, a paragraph for each level that has them."""
    return tuple(
        block
        for level, name in names.items()
        for block in see.remembered(
            f"single periods of {name}",
            level_path(level),
            partial(_periods_of_level, see, level, name),
        )
    )


def _periods_of_level(see: Sees, level: str, name: str) -> tuple[Block, ...]:
    path = f"{level_path(level)}/baseline/values"
    if not said(see, path):
        return ()
    spans = see.phrase(
        WORDING,
        "single-periods",
        level=(Fixed(name),),
        unit=_unit(see, level),
        values=see.spans(path),
    )
    return (Paragraph(Role.BODY, f"{PART}-{level}", spans, path=path),)


def _unit(see: Sees, level: str) -> Spans:
    """What the single figures count; nothing for mere numbers and where nobody has said it."""
    path = f"{level_path(level)}/unit"
    unit: TargetUnit | None = see.value(path)
    if unit is None or unit is TargetUnit.NUMBER:
        return ()
    word = (Value(unit_word(unit.value, None, see.language), path),)
    return see.phrase(WORDING, "single-unit", unit=word)


_REFERENCE_WIDTH = 0.07

_COLUMNS: Columns = {
    "value": (0.12, _value),
    "population": (0.19, _field("population")),
    "past-period": (0.15, _field("period")),
    "periods": (0.11, _periods),
    "method": (0.13, _field("statistic")),
    "source": (0.19, _field("source")),
    "status": (0.12, _status),
}
"""Each column's wording, its share of the width, and what it says about a level."""
