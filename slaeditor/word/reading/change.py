"""Tracked changes: who did what to a stretch of text, and the names of moves."""

import re
from dataclasses import dataclass, replace
from datetime import datetime

from lxml import etree

from slaeditor.returned import Author
from slaeditor.word.reading.names import ID, NAME, W

INSERTED = W + "ins"
DELETED = W + "del"
MOVED_HERE = W + "moveTo"
MOVED_AWAY = W + "moveFrom"
REVISIONS = frozenset({INSERTED, DELETED, MOVED_HERE, MOVED_AWAY})

_AUTHOR = W + "author"
_DATE = W + "date"
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?")


@dataclass(frozen=True, slots=True)
class Change:
    """What tracked changes did to a stretch of text; moves are named, "" without a name."""

    inserted: Author | None = None
    deleted: Author | None = None
    moved_here: str | None = None
    moved_away: str | None = None


UNCHANGED = Change()


def author(element: etree._Element) -> Author:
    """Who made a change or comment and when; a date that is none counts as not said."""
    return Author(element.get(_AUTHOR, ""), _date(element.get(_DATE, "")))


def _date(text: str) -> datetime | None:
    found = _MOMENT.match(text)
    try:
        return datetime.fromisoformat(found[0]) if found else None
    except ValueError:
        return None


class Moves:
    """Knows which tracked move the reader is inside of."""

    def __init__(self) -> None:
        """Stand outside of any move."""
        self._open: dict[str, dict[str, str]] = {MOVED_HERE: {}, MOVED_AWAY: {}}

    def start(self, tag: str, element: etree._Element) -> None:
        """Enter the range of a move; `tag` is MOVED_HERE or MOVED_AWAY."""
        self._open[tag][element.get(ID, "")] = element.get(NAME, "")

    def end(self, tag: str, element: etree._Element) -> None:
        """Leave the range of a move."""
        self._open[tag].pop(element.get(ID, ""), None)

    def name(self, tag: str) -> str:
        """The name of the innermost move of that direction, empty outside of all."""
        return next(reversed(self._open[tag].values()), "")

    def within(self, change: Change, element: etree._Element) -> Change:
        """The change of what stands within a tracked insertion, deletion or half of a move."""
        by = author(element)
        if element.tag == INSERTED:
            return replace(change, inserted=by)
        if element.tag == DELETED:
            return replace(change, deleted=by)
        name = self.name(element.tag)
        if element.tag == MOVED_HERE:
            return replace(change, inserted=by, moved_here=name)
        return replace(change, deleted=by, moved_away=name)
