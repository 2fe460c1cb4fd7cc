"""From a path to the screen that shows it, also for records, items and things that went."""

from collections.abc import Iterable, Iterator

from slaeditor.agreement import SECTIONS, Agreement
from slaeditor.changes import Change
from slaeditor.errors import UnknownPath
from slaeditor.field import Record
from slaeditor.paths import Place, parent, place_at, walk
from slaeditor.readiness.questions import screen_of

_ABOUT = ("entered/", "proposed/")


def screen_at(agreement: Agreement, path: str) -> str:
    """The screen that shows a path, or what is left around it; empty where none does."""
    if path in SECTIONS or not path:
        return path
    place = place_or_first_below(agreement, path)
    screen = screen_of(place) if place is not None else screen_at(agreement, parent(path))
    return screen if screen in SECTIONS else ""


def place_or_first_below(agreement: Agreement, path: str) -> Place | None:
    """The place at a path, or the first one within the record or item there."""
    try:
        return place_at(agreement, path)
    except UnknownPath:
        below = f"{path}/"
        return next((each for each in walk(agreement) if each.path.startswith(below)), None)


def changed_paths(changes: Iterable[Change]) -> tuple[str, ...]:
    """Where to look for a change, the most telling place first; an item that went is its list."""
    return tuple(dict.fromkeys(_paths(changes)))


def _paths(changes: Iterable[Change]) -> Iterator[str]:
    for change in changes:
        path = change.path
        for start in _ABOUT:
            path = path.removeprefix(start)
        went = isinstance(change.before, Record) and change.after is None
        yield parent(path) if went else path
