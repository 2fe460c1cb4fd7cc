"""The schedule of service levels: Part A is the only place of the numbers, then sheets and past."""

from collections.abc import Callable
from functools import partial

from slaeditor.blocks import Block, Cell, Fixed, Paragraph, Role, Row, Spans, Table, without_stop
from slaeditor.sections.metrics import past, sheets
from slaeditor.sections.metrics.choices import Window
from slaeditor.sections.metrics.words import (
    DASH,
    LEVELS,
    bound,
    level_path,
    owed_by,
    short_names,
    start,
    stated_target,
    text_of,
)
from slaeditor.view import Sees, said

SCHEDULE = "schedule-levels"
WORDING = "metrics.levels"

Columns = dict[str, tuple[float, Callable[[Sees, str], Spans]]]


def blocks(see: Sees) -> tuple[Block, ...]:
    """The whole schedule; without levels a gap that asks for them."""
    title = Paragraph(Role.SCHEDULE, SCHEDULE, see.phrase(WORDING, "title"), path=LEVELS)
    return (title, *_part_a(see), *sheets.blocks(see), *past.blocks(see))


def _part_a(see: Sees) -> tuple[Block, ...]:
    part = f"{SCHEDULE}@part-a"
    heading = Paragraph(Role.PART, part, see.phrase(WORDING, "part-a"), path=LEVELS)
    names = short_names(see)
    if not names:
        return (heading, Paragraph(Role.BODY, f"{part}-empty", see.spans(LEVELS), path=LEVELS))
    lead = Paragraph(Role.BODY, f"{part}-lead", see.phrase(WORDING, "lead-a"), path=LEVELS)
    return (heading, lead, _table(see, names))


def _table(see: Sees, names: dict[str, str]) -> Table:
    columns = dict(_COLUMNS)
    if not any(_says_minimum(see, level) for level in names):
        del columns["minimum"]
    widths = (_REFERENCE_WIDTH, *(width for width, _ in columns.values()))
    return Table(
        id=f"{SCHEDULE}@part-a-table",
        header=tuple(text_of(see.phrase(WORDING, name)) for name in ("reference", *columns)),
        rows=tuple(_row(see, level, name, columns) for level, name in names.items()),
        caption=text_of(see.phrase(WORDING, "caption-a")),
        description=text_of(see.phrase(WORDING, "description-a")),
        widths=tuple(width / sum(widths) for width in widths),
        path=LEVELS,
    )


def _row(see: Sees, level: str, name: str, columns: Columns) -> Row:
    path = level_path(level)

    def make() -> Row:
        cells = ((Fixed(name),), *(find(see, level) for _, find in columns.values()))
        return Row(path, tuple(Cell(spans, path) for spans in cells))

    return see.remembered(f"target of {name} in {','.join(columns)}", path, make)


def _name(see: Sees, level: str) -> Spans:
    return without_stop(see.spans(f"{level_path(level)}/name"))


def _service(see: Sees, level: str) -> Spans:
    """The service that the level is about; all of them where none is named."""
    path = f"{level_path(level)}/services"
    if see.has(path):
        return see.spans(path)
    services: tuple[str, ...] = see.value("scope/services") or ()
    only = f"scope/services/{services[0]}/name" if len(services) == 1 else ""
    if only and see.has(only):
        return (see.derived(without_stop(see.spans(only))[0].text, only, path),)
    return see.phrase(WORDING, "all-services")


def _says_minimum(see: Sees, level: str) -> bool:
    path = f"{level_path(level)}/minimum"
    return see.remembered("has a minimum", level_path(level), partial(said, see, path))


def _minimum(see: Sees, level: str) -> Spans:
    has_minimum = said(see, f"{level_path(level)}/minimum")
    return bound(see, level, "minimum") if has_minimum else DASH


def _period(see: Sees, level: str) -> Spans:
    path = f"{level_path(level)}/window"
    if see.value(path) is not Window.DAYS:
        return see.spans(path)
    days = see.amount(f"{level_path(level)}/window_days", "days")
    return see.phrase(WORDING, "days", days=days, start=start(see))


_REFERENCE_WIDTH = 0.07

_COLUMNS: Columns = {
    "level": (0.2, _name),
    "service": (0.14, _service),
    "owed-by": (0.15, owed_by),
    "target": (0.22, stated_target),
    "minimum": (0.14, _minimum),
    "period": (0.16, _period),
}
"""Each column's wording, its share of the width, and what it says about a level."""
