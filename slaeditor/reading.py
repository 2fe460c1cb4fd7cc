"""What a person typed, read as the value that its field asks for, and values written back."""

from datetime import date
from typing import Any

from slaeditor.errors import Unreadable
from slaeditor.field import Record, SeesValues
from slaeditor.paths import Place, Sort, Spec
from slaeditor.values import NONE_STATED, TIME_ZONE, ValueType, is_none_stated, type_of
from slaeditor.values.dates import printed_date

LIST_TYPE = "list"
REFERENCE_TYPE = "reference"


def value_type(spec: Spec) -> ValueType:
    """The type of value of a leaf."""
    field = spec.field
    if field is not None and field.reads_as == TIME_ZONE.name:
        return TIME_ZONE
    return type_of(spec.hint, prose=field is not None and field.prose)


def type_name(spec: Spec) -> str:
    """The name by which editors and the command line know the type of a place."""
    if spec.sort is Sort.LIST:
        return LIST_TYPE
    if spec.field is not None and spec.field.refers_to:
        return REFERENCE_TYPE
    return value_type(spec).name


def read_value(place: Place, text: str, language: str, see: SeesValues) -> Any:
    """The value that `text` means at a place; `None` for an empty text.

    A reference may be given by id or by the name of the item. Raises Unreadable.
    """
    if not text.strip():
        return None
    if place.field.none_allowed and is_none_stated(text):
        return NONE_STATED
    if place.field.refers_to:
        return _read_reference(place, text.strip(), see)
    return value_type(place.spec).read(text, language)


def write_value(place: Place, value: Any, language: str) -> str:
    """The value as text for an editor or a document; empty for `None`."""
    if value is None or isinstance(value, Record | tuple):
        return ""
    return value_type(place.spec).write(value, language)


def printed_value(place: Place, value: Any, language: str) -> str:
    """The value as a document prints it: as written, with dates that no line's end breaks."""
    if isinstance(value, date):
        return printed_date(value, language)
    return write_value(place, value, language)


def choices_at(place: Place, see: SeesValues) -> tuple[tuple[str, str], ...]:
    """The values that can be chosen at a place, as (stored text, label); empty for free input."""
    if place.field.refers_to:
        return tuple(
            (item, item_name(see, place.field.refers_to, item))
            for item in _ids(see, place.field.refers_to)
        )
    choices = getattr(value_type(place.spec), "choices", None)
    return tuple((str(member.value), member.label) for member in choices or ())


def item_name(see: SeesValues, list_path: str, item_id: str) -> str:
    """What a list item is called: its name, or its id where it has none yet."""
    name = see.value(f"{list_path}/{item_id}/name")
    return name if isinstance(name, str) and name else item_id


def _ids(see: SeesValues, list_path: str) -> tuple[str, ...]:
    ids = see.value(list_path)
    return ids if isinstance(ids, tuple) else ()


def _read_reference(place: Place, text: str, see: SeesValues) -> str:
    options = choices_at(place, see)
    for item_id, name in options:
        if text.casefold() in (item_id.casefold(), name.casefold()):
            return item_id
    names = ", ".join(f"“{name}”" for _, name in options)
    if not names:
        raise Unreadable("There is nothing to choose from yet.")
    raise Unreadable(f"Choose one of {names}.")
