"""Service levels as a table: out to a spreadsheet, and back in, each cell read as if it was typed.

A column is a field of a service level, called by its label. A row belongs to the level with its
id, else with its name; any other row becomes a new level. An empty cell changes nothing.
"""

import secrets
import time
from collections.abc import Sequence
from typing import NamedTuple

from slaeditor.agreement import Agreement
from slaeditor.editing.open_draft import OpenDraft
from slaeditor.errors import Refused
from slaeditor.paths import Place, is_item_id, walk_item
from slaeditor.sections.metrics.fields import Metrics
from slaeditor.sections.metrics.level import Level
from slaeditor.tabular import NoTable, Row

LIST = "metrics/levels"
ID = "ID"
_SHOWN = 60


class Taken(NamedTuple):
    """The agreement with the rows in it; `problems` name the cells that are kept as typed."""

    agreement: Agreement
    added: int
    changed: int
    problems: tuple[str, ...]
    ignored: tuple[str, ...]


class _Column(NamedTuple):
    """One field: its path within a level, and what it is called."""

    path: str
    label: str


def _columns() -> list[_Column]:
    """Every leaf of a service level; those of one label are told apart by their path."""
    base = f"{LIST}/x"
    blank = Agreement(id="x", metrics=Metrics(levels=(Level(id="x"),)))
    places: list[Place] = [each for each in walk_item(blank, base) if not each.is_list]
    labels = [each.gap_label for each in places]
    return [
        _Column(
            path := each.path[len(base) + 1 :],
            label if labels.count(label) == 1 else f"{label} ({path})",
        )
        for each, label in zip(places, labels, strict=True)
    ]


def sheet(agreement: Agreement) -> list[list[str]]:
    """The table: a line of headings, then a row for each level; unused columns are left out."""
    columns = _columns()
    draft = OpenDraft(agreement, time.monotonic)
    rows = [
        [level.id, *(draft.text_at(f"{LIST}/{level.id}/{each.path}") for each in columns)]
        for level in agreement.metrics.levels
    ]
    used = [n for n in range(len(columns) + 1) if n < 2 or any(row[n] for row in rows)]
    headings = [ID, *(each.label for each in columns)]
    return [[row[n] for n in used] for row in [headings, *rows]]


def with_sheet(agreement: Agreement, rows: Sequence[Row]) -> Taken:
    """The agreement with what a table says of its levels; the first row has the headings.

    What can't be read is kept as typed and named. Raises `NoTable` where no heading is known.
    """
    columns, ignored = _headings(rows[0])
    draft = OpenDraft(agreement, time.monotonic)
    added = changed = 0
    problems: list[str] = []
    for number, row in enumerate(rows[1:], 2):
        cells = {path: cell for path, cell in zip(columns, row, strict=False) if path and cell}
        if not cells.keys() - {ID}:
            continue
        level_id = _known(draft.agreement, cells)
        if level_id:
            changed += 1
        else:
            level_id = _new(draft, cells.get(ID, ""))
            added += 1
        problems += _enter(draft, level_id, cells, number)
    return Taken(draft.agreement, added, changed, tuple(problems), tuple(ignored))


def _headings(row: Row) -> tuple[list[str], list[str]]:
    """For each column the path it is of, empty where none is; and the headings not understood."""
    known = {ID.casefold(): ID}
    for column in _columns():
        known[column.path.casefold()] = column.path
        known[column.label.rstrip("?").casefold()] = column.path
    paths = [known.get(cell.strip().rstrip("?").casefold(), "") for cell in row]
    if not any(path and path != ID for path in paths):
        labels = ", ".join(f"“{each.label}”" for each in _columns()[:4])
        raise NoTable(
            f"The first row names no field of a service level. It needs headings such as {labels}; "
            "a table saved from here shows them all."
        )
    ignored = [cell for cell, path in zip(row, paths, strict=True) if cell.strip() and not path]
    return paths, ignored


def _known(agreement: Agreement, cells: dict[str, str]) -> str:
    """The id of the level that a row is about; empty for a new one."""
    ids = [level.id for level in agreement.metrics.levels]
    if cells.get(ID) in ids:
        return cells[ID]
    if cells.get(ID):
        return ""
    name = cells.get("name", "").casefold()
    named = [each.id for each in agreement.metrics.levels if (each.name or "").casefold() == name]
    return named[0] if name and len(named) == 1 else ""


def _new(draft: OpenDraft, wanted: str) -> str:
    if is_item_id(wanted):
        try:
            return draft.add(LIST, item_id=wanted)
        except Refused:
            return draft.add(LIST)
    return draft.add(LIST, item_id=f"level-{secrets.token_hex(3)}")


def _enter(draft: OpenDraft, level_id: str, cells: dict[str, str], number: int) -> list[str]:
    """Type a row's cells into its level; a sentence for each that can't be read."""
    problems = []
    for path, cell in cells.items():
        if path == ID:
            continue
        whole = f"{LIST}/{level_id}/{path}"
        if draft.text_at(whole) == cell:
            continue
        draft.enter(whole, cell)
        error = draft.error_at(whole)
        if error:
            label = next(each.label for each in _columns() if each.path == path)
            problems.append(f"Row {number}, {label}: “{cell[:_SHOWN]}” is kept as typed. {error}")
    return problems
