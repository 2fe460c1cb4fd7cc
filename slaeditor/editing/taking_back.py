"""What an earlier state says, taken back into the agreement as it stands: a value or a section.

The rest stays as it is now. What comes and goes with a value comes and goes here too: text that
cannot be read, the mark of a suggestion, the other half of a compound value, an item that is gone.
"""

from collections.abc import Iterable
from contextlib import suppress

from slaeditor.agreement import SECTIONS, Agreement, ClauseChange
from slaeditor.changes import Change, applied, diff
from slaeditor.editing.fitting import value_path
from slaeditor.errors import UnknownPath
from slaeditor.field import Record
from slaeditor.paths import compound_of, spec_at

CLAUSES = "clauses/"
"""Before the id of a clause that departs from the standard wording."""

_SECTIONS_OF_PARTS = {"signatures": "people", "schedule-contacts": "people"}
_FIRST = "introduction"  # the screen of what stands on the cover and before the first clause


def section_of(path: str) -> str:
    """The screen that asks for what stands at a path; empty for what no screen asks for."""
    if path.startswith(CLAUSES):
        return section_of_clause(path.removeprefix(CLAUSES).partition("/")[0])
    segments = path.split("/")
    for length in range(len(segments), 0, -1):
        with suppress(UnknownPath):
            field = spec_at(Agreement, "/".join(segments[:length])).field
            if field is not None and field.screen in SECTIONS:
                return field.screen
    return segments[0] if segments[0] in SECTIONS else ""


def section_of_clause(clause_id: str) -> str:
    """The screen that a clause belongs to by its id; the first one for what stands before all."""
    part = clause_id.partition(".")[0]
    return part if part in SECTIONS else _SECTIONS_OF_PARTS.get(part, _FIRST)


def changes_back(now: Agreement, earlier: Agreement) -> tuple[Change, ...]:
    """Everything that would be taken back: what leads from the state now to the earlier one."""
    return diff(now, earlier)


def of_section(changes: Iterable[Change], section: str) -> tuple[Change, ...]:
    """Those of the changes that belong to a screen, the wording of its clauses included."""
    return tuple(change for change in changes if _section_of(change) == section)


def of_values(changes: Iterable[Change], paths: Iterable[str]) -> tuple[Change, ...]:
    """Those of the changes that belong to the values, items, lists or clauses at the paths."""
    wanted = {key for path in paths for key in (path, _compound(path)) if key}
    return tuple(change for change in changes if _touches(change, wanted))


def taken_back(now: Agreement, changes: Iterable[Change]) -> Agreement:
    """The agreement with some of the changes that `changes_back` gave for it."""
    return applied(now, changes)


def _section_of(change: Change) -> str:
    path = value_path(change.path)
    if not path.startswith(CLAUSES):
        return section_of(path)
    whole = change.after if isinstance(change.after, ClauseChange) else change.before
    behind = whole.behind if isinstance(whole, ClauseChange) else None
    return section_of_clause(behind or path.removeprefix(CLAUSES).partition("/")[0])


def _touches(change: Change, wanted: set[str]) -> bool:
    path = value_path(change.path)
    is_whole = isinstance(change.before, Record) or isinstance(change.after, Record)
    return any(
        path == each
        or path.startswith(f"{each}/")
        or (is_whole and each.startswith(f"{path}/"))
        or _compound(path) == each
        for each in wanted
    )


def _compound(path: str) -> str:
    """The compound value that a path is a part of; the path itself where it isn't, or unknown."""
    try:
        return compound_of(Agreement, path)
    except UnknownPath:
        return path
