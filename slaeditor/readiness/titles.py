"""Places of an agreement in words, as a person would point to them."""

from slaeditor.agreement import SECTIONS, Agreement
from slaeditor.bidi import isolated
from slaeditor.document.view import View
from slaeditor.field import Record
from slaeditor.paths import Place, spec_at
from slaeditor.readiness.questions import screen_of

_NAMES = ("name", "term", "what", "aim", "function")
"""Fields by whose text an item is called, best first."""


def title(view: View, place: Place) -> str:
    """A place in words: "Service levels › Availability › Target"."""
    words = [SECTIONS.get(screen_of(place), "")]
    at = ""
    for segment in place.path.split("/")[:-1]:
        list_path, at = at, f"{at}/{segment}" if at else segment
        items = view.value(list_path) if list_path else None
        if isinstance(items, tuple):
            words.append(isolated(item_title(view, list_path, segment)))
    words += _side(place)
    words.append(place.gap_label)
    return " › ".join(word for word in words if word)


def _side(place: Place) -> list[str]:
    """The side whose record a deep field is part of ("Provider › Registered address")."""
    side = place.above[0][1].gap if place.above else ""
    is_of_side = place.path.startswith(("introduction/provider/", "introduction/customer/"))
    return [side] if is_of_side and side and not place.gap_label.startswith(side) else []


def item_title(view: View, list_path: str, item_id: str) -> str:
    """What a list item is called: the text that names it, or its place in the list."""
    item = view.value(f"{list_path}/{item_id}")
    for name in _NAMES:
        text = getattr(item, name, None) if isinstance(item, Record) else None
        if isinstance(text, str) and text.strip():
            return _shortened(text.strip())
    items = view.value(list_path) or ()
    field = spec_at(Agreement, list_path).field
    word = field.item if field is not None and field.item else "item"
    number = items.index(item_id) + 1 if item_id in items else len(items)
    return f"{word} {number}"


def _shortened(text: str, most: int = 48) -> str:
    """The first line of a text, cut behind a word where it is long."""
    line = text.splitlines()[0]
    if len(line) <= most:
        return line
    return line[:most].rpartition(" ")[0].rstrip(" ,;") + " …"
