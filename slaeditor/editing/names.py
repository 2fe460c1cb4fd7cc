"""What a sentence calls the values and items of an agreement."""

from slaeditor.agreement import Agreement
from slaeditor.changes import Change
from slaeditor.clashes import Clash
from slaeditor.editing.fitting import value_path
from slaeditor.errors import UnknownPath
from slaeditor.field import Record
from slaeditor.paths import Sort, place_at, spec_at, value_at


def place_name(agreement: Agreement, path: str) -> str:
    """A path in words: the field's label, the name of an item, or else what such an item is.

    Text that can't be read, and the mark of a suggestion, are called after their field.
    """
    path = value_path(path)
    try:
        return place_at(agreement, path).gap_label
    except UnknownPath:
        return _item_name(value_at(agreement, path)) or _general_name(path)


def change_name(agreement: Agreement, change: Change) -> str:
    """What a change is about, in words, also where it is about an item that isn't there now.

    A clash is called after its value.
    """
    whole = change.after if isinstance(change.after, Record) else change.before
    if isinstance(whole, Clash):
        return place_name(agreement, whole.path)
    return _item_name(whole) or place_name(agreement, change.path)


def _item_name(item: object) -> str:
    name = getattr(item, "name", None) if isinstance(item, Record) else None
    return str(name) if name else ""


def _general_name(path: str) -> str:
    """The label of a field, or the word for an item, in any agreement; else the path."""
    try:
        spec = spec_at(Agreement, path)
    except UnknownPath:
        return path
    if spec.field is None:
        return path
    is_item = spec.sort is Sort.RECORD and spec.field.item
    return spec.field.item if is_item else spec.field.gap_label
