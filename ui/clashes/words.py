"""Values of an agreement as a person reads them, on one side of a clash or the other."""

from collections.abc import Iterator
from typing import Any

from slaeditor.choice import Choice
from slaeditor.clashes import Typed
from slaeditor.document.view import View
from slaeditor.editing.names import place_name
from slaeditor.errors import UnknownPath
from slaeditor.field import Field, Record
from slaeditor.i18n import _
from slaeditor.paths import Place, place_at, walk
from slaeditor.readiness.titles import item_title, title
from slaeditor.reading import item_name, printed_value

_SEPARATOR = " › "


def value_words(view: View, path: str, value: Any) -> str:
    """The value that stands, or could stand, at a path; of several values a line for each.

    Empty for `None`: what that means depends on what else could stand there.
    """
    if value is None:
        return ""
    if isinstance(value, Typed):
        return value.text
    if isinstance(value, Record):
        lines = (_line(view, each) for each in walk(value, path))
        return "\n".join(line for line in lines if line)
    if isinstance(value, tuple):
        return "\n".join(item_title(view, path, each) for each in value)
    try:
        return _leaf_words(view, place_at(view.agreement, path), value)
    except UnknownPath:
        return str(value)


def where_and_name(view: View, path: str) -> tuple[str, str]:
    """Where a value stands and what it is called: "Service levels › Availability", "Target"."""
    try:
        whole = title(view, place_at(view.agreement, path))
    except UnknownPath:
        whole = _title_of_record(view, path)
    where, _sign, name = whole.rpartition(_SEPARATOR)
    return where, name or place_name(view.agreement, path)


def _title_of_record(view: View, path: str) -> str:
    """The same for a list item or for a value that has several fields, in one line."""
    inner = next(_places_below(view, path), None)
    if inner is None:
        return place_name(view.agreement, path)
    words = title(view, inner).split(_SEPARATOR)[:-1]
    list_path, _slash, item_id = path.rpartition("/")
    items = view.value(list_path) if list_path else None
    if isinstance(items, tuple) and item_id in items:
        return _SEPARATOR.join(words)
    return _SEPARATOR.join((*words, _record_name(inner, path)))


def _record_name(inner: Place, path: str) -> str:
    around: Field | None = next((field for at, field in reversed(inner.above)), None)
    return around.gap_label if around is not None else path


def _places_below(view: View, path: str) -> Iterator[Place]:
    record = view.value(path)
    if isinstance(record, Record):
        for each in walk(record, path):
            yield place_at(view.agreement, each.path)


def _line(view: View, place: Place) -> str:
    if place.is_list or place.value is None:
        return ""
    words = _leaf_words(view, place, place.value)
    return f"{place.field.gap_label}: {words}" if words else ""


def _leaf_words(view: View, place: Place, value: Any) -> str:
    if isinstance(value, Choice):
        return _(value.label)
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if place.field.refers_to:
        return item_name(view, place.field.refers_to, str(value))
    words = printed_value(place, value, view.language)
    return f"{words} {place.field.unit}" if words and place.field.unit else words


def words_at(view: View, path: str) -> str:
    """What stands at a path, or was typed there and can't be read."""
    typed = view.agreement.entered.get(path)
    if typed is not None:
        return typed
    try:
        return value_words(view, path, view.value(path))
    except UnknownPath:
        return ""
