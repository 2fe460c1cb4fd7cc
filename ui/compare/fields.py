"""The fields that differ between two states of an agreement, with what they said and say."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from slaeditor.agreement import Agreement
from slaeditor.changes import Change
from slaeditor.editing.fitting import value_path
from slaeditor.editing.names import change_name
from slaeditor.errors import UnknownPath
from slaeditor.field import Record
from slaeditor.i18n import _
from slaeditor.paths import place_at
from slaeditor.reading import write_value

_NOT_ASKED = ("clauses", "clashes", "comments", "negotiation", "wording", "proposed")
_TYPED = "entered/"


@dataclass(frozen=True, slots=True)
class ChangedField:
    """A field, what it said and what it says; an item that came or went says its name."""

    path: str
    name: str
    old: str
    new: str


def changed_fields(
    old: Agreement, new: Agreement, changes: Iterable[Change], shown: Iterable[str]
) -> Iterator[ChangedField]:
    """The changes from `old` to `new` that are about none of the paths `shown`, as fields."""
    known = tuple(shown)
    for change in changes:
        path = value_path(change.path)
        if path.partition("/")[0] in _NOT_ASKED or change.path.startswith("proposed/"):
            continue
        if isinstance(change.after, tuple) or any(_is_about(path, each) for each in known):
            continue
        before, after = _text(old, change, change.before), _text(new, change, change.after)
        if before != after:
            yield ChangedField(path, _name(old, new, change), before, after)


def _is_about(path: str, shown: str) -> bool:
    return path == shown or path.startswith(f"{shown}/") or shown.startswith(f"{path}/")


def _name(old: Agreement, new: Agreement, change: Change) -> str:
    if isinstance(change.before, Record) or isinstance(change.after, Record):
        return _("Item")
    return change_name(old if change.after is None else new, change)


def _text(agreement: Agreement, change: Change, value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, Record):
        return change_name(agreement, change)
    if change.path.startswith(_TYPED):
        return str(value)
    try:
        place = place_at(agreement, change.path)
    except UnknownPath:
        return str(value)
    return write_value(place, value, agreement.language_tag)
