"""Part B of the schedule of levels: for each level a sheet that says how it is measured."""

from dataclasses import replace
from functools import partial

from slaeditor.blocks import Block, Fixed, Gap, Paragraph, Role, Spans, in_row, without_stop
from slaeditor.sections.metrics.choices import Category, Exclusions
from slaeditor.sections.metrics.words import (
    LEVELS,
    level_path,
    short_names,
)
from slaeditor.view import Sees, said

WORDING = "metrics.sheet"
PART = "schedule-levels@part-b"

WITHOUT_CLOCK = (
    Category.CAPACITY,
    Category.LEAD_QUALITY,
    Category.LEAD_VOLUME,
    Category.QUALITY,
    Category.SATISFACTION,
)
"""What is counted rather than timed: without chosen hours the sheet is silent about them."""


def blocks(see: Sees) -> tuple[Block, ...]:
    """Part B; nothing without levels."""
    names = short_names(see)
    if not names:
        return ()
    title = see.phrase("metrics.levels", "part-b")
    sheets = [block for level, name in names.items() for block in _known_sheet(see, level, name)]
    return (Paragraph(Role.PART, PART, title, path=LEVELS), *sheets)


def _known_sheet(see: Sees, level: str, short_name: str) -> tuple[Block, ...]:
    make = partial(_sheet, see, level, short_name)
    return see.remembered(f"sheet of {short_name}", level_path(level), make)


def _sheet(see: Sees, level: str, short_name: str) -> tuple[Block, ...]:
    heading = Paragraph(
        Role.PARAGRAPH_HEADING,
        f"schedule-levels@{level}",
        _heading(see, level, short_name),
        path=level_path(level),
    )
    return (
        heading,
        *_text(see, level, "definition"),
        *_if_set(see, level, "priority"),
        *_clock_events(see, level),
        *_clock(see, level),
        *_text(see, level, "method"),
        *_rhythm(see, level),
        *_not_counted(see, level),
        *_if_set(see, level, "combined"),
        *_if_set(see, level, "formula"),
        *_small_number(see, level),
        *_data(see, level),
        *_if_set(see, level, "data_owner"),
    )


def _heading(see: Sees, level: str, short_name: str) -> Spans:
    """The level's name, which Part A states, and its short name."""
    path = f"{level_path(level)}/name"
    name = see.spans(path)
    if not isinstance(name[0], Gap):
        name = (see.derived(without_stop(name)[0].text, path),)
    return (*name, Fixed(f" ({short_name})"))


def _line(see: Sees, level: str, name: str, path: str, **names: Spans) -> tuple[Block, ...]:
    """One numbered paragraph of the sheet, with its label in bold."""
    label = tuple(
        replace(span, strong=True)
        for span in see.phrase(WORDING, f"{name}-label")
        if isinstance(span, Fixed)
    )
    clause_id = f"{WORDING}@{level}-{name}"
    return see.clause(clause_id, name, path=path, role=Role.PARAGRAPH, label=label, **names)


def _text(see: Sees, level: str, name: str) -> tuple[Block, ...]:
    path = f"{level_path(level)}/{name}"
    return _line(see, level, name, path, text=without_stop(see.spans(path)))


def _if_set(see: Sees, level: str, field: str) -> tuple[Block, ...]:
    """The paragraph of an optional text; nothing where it is empty."""
    path = f"{level_path(level)}/{field}"
    if not see.has(path):
        return ()
    name = field.replace("_", "-")
    return _line(see, level, name, path, text=without_stop(see.spans(path)))


def _clock_events(see: Sees, level: str) -> tuple[Block, ...]:
    """When the clock starts, ends and rests, as far as somebody said so."""
    fields = {"start": "start_event", "stop": "stop_event", "pause": "pause"}
    found: list[Block] = []
    for name, field in fields.items():
        path = f"{level_path(level)}/{field}"
        if see.has(path):
            found.extend(_line(see, level, name, path, text=without_stop(see.spans(path))))
    return tuple(found)


def _clock(see: Sees, level: str) -> tuple[Block, ...]:
    path = f"{level_path(level)}/clock"
    category = see.value(f"{level_path(level)}/category")
    if category in WITHOUT_CLOCK and not said(see, path):
        return ()
    return _line(see, level, "clock", path, text=see.spans(path))


def _rhythm(see: Sees, level: str) -> tuple[Block, ...]:
    path = f"{level_path(level)}/measurement_type"
    if not see.has(path):
        return ()
    return _line(see, level, "rhythm", path, text=see.phrase(WORDING, str(see.value(path))))


def _not_counted(see: Sees, level: str) -> tuple[Block, ...]:
    path = f"{level_path(level)}/exclusions"
    chosen: Exclusions = see.value(path) or Exclusions.STANDARD
    own_path = f"{level_path(level)}/own_exclusions"
    if chosen is Exclusions.OWN:
        items = list(see.lines(own_path)) or [see.spans(own_path)]
        text = see.phrase(WORDING, "own", items=in_row(items))
    else:
        text = see.phrase(WORDING, str(chosen))
    return _line(see, level, "not-counted", path, text=text)


def _small_number(see: Sees, level: str) -> tuple[Block, ...]:
    path = f"{level_path(level)}/small_number"
    if not said(see, path):
        return ()
    return _line(see, level, "small-number", path, number=see.spans(path))


def _data(see: Sees, level: str) -> tuple[Block, ...]:
    path = f"{level_path(level)}/data_kept_months"
    if not said(see, path):
        return ()
    return _line(see, level, "data", path, months=see.amount(path, "months"))
