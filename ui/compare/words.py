"""What the comparison says in words, on the screen and to somebody who hears it."""

from slaeditor.bidi import isolated
from slaeditor.i18n import _
from ui.compare.laying import Place

_LONGEST = 70


def heading(old: str, new: str) -> str:
    """Which two versions are before the person; one alone if both are the same."""
    if old == new:
        return isolated(new)
    return _("“{old}” compared with “{new}”").format(old=isolated(old), new=isolated(new))


def change_words(place: Place) -> str:
    """What became of the text: "“90” became “60”", "removed: …", "added: …"."""
    old, new = _shortened(place.old), _shortened(place.new)
    if old and new:
        return _("“{old}” became “{new}”").format(old=isolated(old), new=isolated(new))
    if old:
        return _("removed: {text}").format(text=isolated(old))
    if new:
        return _("added: {text}").format(text=isolated(new))
    return ""


def position_words(number: int, places: tuple[Place, ...]) -> str:
    """Where the person is among the changes, and what changed there."""
    place = places[number - 1]
    count = _("Change {number} of {count}").format(number=number, count=len(places))
    head = " · ".join(each for each in (count, isolated(place.where)) if each)
    words = change_words(place)
    return f"{head}: {words}" if words else head


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    if len(line) <= _LONGEST:
        return line
    return f"{line[:_LONGEST].rpartition(' ')[0] or line[:_LONGEST]} …"
