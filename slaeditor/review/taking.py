"""Taking proposals into a draft: their edits, one after the other, on the agreement as it is."""

from collections.abc import Iterable
from typing import cast

import msgspec

from slaeditor.agreement import Agreement, ClauseChange, ClauseState
from slaeditor.document.view import View
from slaeditor.errors import UnknownPath, Unreadable
from slaeditor.field import Record
from slaeditor.paths import inserted, place_at, replaced, spec_at, value_at
from slaeditor.reading import read_value
from slaeditor.review.proposal import (
    AddClause,
    AddItem,
    Edit,
    LeaveOut,
    Proposal,
    RemoveItem,
    Reorder,
    Reword,
    SetLine,
    SetText,
)
from slaeditor.values import storable


def taken(agreement: Agreement, proposals: Iterable[Proposal], view: View) -> Agreement:
    """The agreement with these proposals in it. Additions come before removals.

    `view` is of the agreement before. What has no place any more is left out; `lost` tells.
    """
    edits = [edit for each in proposals for edit in each.edits]
    edits.sort(key=lambda edit: isinstance(edit, RemoveItem))
    for edit in edits:
        agreement = _after(agreement, edit, view)
    return agreement


def _after(agreement: Agreement, edit: Edit, view: View) -> Agreement:
    if isinstance(edit, SetText):
        return entered(agreement, edit.path, edit.text, view)
    if isinstance(edit, SetLine):
        return _with_line(agreement, edit, view)
    if isinstance(edit, Reword | LeaveOut | AddClause):
        return _with_clause(agreement, edit)
    if isinstance(edit, AddItem):
        return _with_item(agreement, edit, view)
    if isinstance(edit, RemoveItem):
        return _without(agreement, edit.path)
    return _reordered(agreement, edit)


def entered(agreement: Agreement, path: str, text: str, view: View) -> Agreement:
    """The agreement with a text entered at a path: as a value, or kept as typed.

    Nothing changes where the path is gone.
    """
    try:
        place = place_at(agreement, path)
    except UnknownPath:
        return agreement
    try:
        value, kept = read_value(place, text, agreement.language_tag, view), None
    except Unreadable:
        value, kept = None, storable(text)
    new = replaced(agreement, path, value)
    new = replaced(new, f"entered/{path}", kept)
    return replaced(new, f"proposed/{path}", None)


def _with_line(agreement: Agreement, edit: SetLine, view: View) -> Agreement:
    try:
        text = value_at(agreement, edit.path)
    except UnknownPath:
        return agreement
    lines = str(text or "").splitlines()
    at = _line(lines, edit.before or edit.behind)
    if edit.before and at is not None:
        old = lines[at]
        lines[at : at + 1] = [old.replace(plain_line(old), edit.after)] if edit.after else []
    elif edit.after and _line(lines, edit.after) is None:
        lines.insert(len(lines) if at is None else at + 1, edit.after)
    return entered(agreement, edit.path, "\n".join(lines), view)


def plain_line(line: str) -> str:
    """A line of a list as the document prints it, without mark and closing punctuation."""
    return line.strip(" \t-•·*").rstrip(" .;,")


def _line(lines: list[str], wanted: str) -> int | None:
    plain = plain_line(wanted)
    return next((n for n, line in enumerate(lines) if plain and plain_line(line) == plain), None)


def _with_clause(agreement: Agreement, edit: Reword | LeaveOut | AddClause) -> Agreement:
    known = {change.id: change for change in agreement.clauses}
    before = known.get(edit.clause)
    if isinstance(edit, AddClause):
        return _with_own_clause(agreement, edit)
    change = _changed(edit, before)
    if before is None:
        return msgspec.structs.replace(agreement, clauses=(*agreement.clauses, change))
    clauses = tuple(change if each.id == edit.clause else each for each in agreement.clauses)
    return msgspec.structs.replace(agreement, clauses=clauses)


def _with_own_clause(agreement: Agreement, edit: AddClause) -> Agreement:
    """The agreement with a clause of its own, right behind its neighbour.

    It stands before those that are behind the same neighbour already.
    """
    ids = [each.id for each in agreement.clauses]
    is_lone = bool(edit.above) and edit.behind != edit.above and edit.behind not in ids
    clause = ClauseChange(
        id=edit.clause,
        state=ClauseState.OWN,
        text=storable(edit.text),
        behind=edit.above if is_lone else edit.behind,
        place=edit.place,
    )
    rest = tuple(each for each in agreement.clauses if each.id != edit.clause)
    first = next((n for n, each in enumerate(rest) if each.behind == clause.behind), len(rest))
    at = len(rest) if is_lone else first
    return msgspec.structs.replace(agreement, clauses=(*rest[:at], clause, *rest[at:]))


def _changed(edit: Reword | LeaveOut, before: ClauseChange | None) -> ClauseChange:
    if isinstance(edit, Reword):
        text = storable(edit.text)
        if before is not None:
            is_own = before.state is ClauseState.OWN
            state = ClauseState.OWN if is_own else ClauseState.REPLACED
            return msgspec.structs.replace(before, state=state, text=text)
        return ClauseChange(
            id=edit.clause, state=ClauseState.REPLACED, text=text, base=storable(edit.base)
        )
    base = storable(edit.base)
    if before is not None:
        return msgspec.structs.replace(before, state=ClauseState.LEFT_OUT)
    return ClauseChange(id=edit.clause, state=ClauseState.LEFT_OUT, base=base)


def _with_item(agreement: Agreement, edit: AddItem, view: View) -> Agreement:
    path = f"{edit.list_path}/{edit.item}"
    if value_at(agreement, path) is not None:
        return agreement
    item = cast(type[Record], spec_at(Agreement, edit.list_path).hint)(id=edit.item)
    order = value_at(agreement, edit.list_path) or ()
    ids = [each if isinstance(each, str) else each.id for each in order]
    behind = edit.behind if edit.behind in ids else None
    agreement = inserted(agreement, edit.list_path, item, behind)
    for leaf, text in edit.texts:
        agreement = entered(agreement, f"{path}/{leaf}", text, view)
    return agreement


def _without(agreement: Agreement, path: str) -> Agreement:
    try:
        found = value_at(agreement, path)
    except UnknownPath:
        return agreement
    return replaced(agreement, path, None) if found is not None else agreement


def _reordered(agreement: Agreement, edit: Reorder) -> Agreement:
    now = tuple(value_at(agreement, edit.list_path) or ())
    wanted = iter([item for item in edit.order if item in now])
    moved = set(edit.order)
    order = tuple(next(wanted) if item in moved else item for item in now)
    return replaced(agreement, edit.list_path, order)
