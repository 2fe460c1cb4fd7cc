"""What a point of a history is: its kind, its id, and what its line in a file says of it.

A point's number tells when it was made and on which computer, so that no two computers ever give
the same one: microseconds since 1970, then 32 bits for the computer. In files from before there
were several (`history/<id>.jsonl`) it is the microseconds alone. Its id is the number in base 36.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal, get_args

from slaeditor.bidi import isolated
from slaeditor.i18n import _
from slaeditor.library.migrations import Draft
from slaeditor.moments import moment_in_sentence

Kind = Literal["opened", "export", "named", "review", "automatic", "status", "merged", "restored"]
"""Made at opening, at an export, by name, before a review is taken in, by the clock, when the
status changed, when another version came in, before going back."""
KINDS: tuple[str, ...] = get_args(Kind)
AUTOMATIC = frozenset({"opened", "automatic"})
"""Those that nobody asked for: they make no second point of an unchanged draft, and are thinned."""

Document = Mapping[str, Any]
"""What a line of a history says of one point. Anything may stand in it: a sync tool brought it."""

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_LONGEST_ID = 20
_COMPUTER_BITS = 32
_LARGEST_BARE = 1 << 64  # a number below is microseconds alone: enough for half a million years


@dataclass(frozen=True, slots=True)
class Point:
    """A state of the draft that one can go back to; `date` is ISO 8601 in UTC.

    `computer` is the name of the computer it was made on, empty for this one.
    """

    id: str
    label: str
    date: str
    kind: str
    computer: str = ""

    @property
    def moment(self) -> datetime:
        """`date` as a moment, in UTC. Raises `ValueError` where it is none."""
        moment = datetime.fromisoformat(self.date)
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)

    @property
    def when(self) -> str:
        """`date` as a part of a sentence ("today at 14:32"), as it stands if it is no date."""
        try:
            return moment_in_sentence(self.moment)
        except (ValueError, OverflowError):
            return self.date


@dataclass(frozen=True, slots=True)
class Restored:
    """A draft taken from the history; `sentence` says so when it isn't the point asked for."""

    draft: Draft
    point: Point
    sentence: str = ""


def new_number(device_id: str, now: datetime, newest: int) -> int:
    """The number of a new point: later than now and than the newest one known."""
    made = max(int(now.timestamp() * 1e6), made_at(newest) + 1)
    return (made << _COMPUTER_BITS) | int(device_id, 16)


def made_at(number: int) -> int:
    """When a point was made, in microseconds since 1970, going by its number."""
    return number if number < _LARGEST_BARE else number >> _COMPUTER_BITS


def is_of(number: int, device_id: str) -> bool:
    """Whether a point was made on that computer, going by its number."""
    made_there = number & ((1 << _COMPUTER_BITS) - 1) == int(device_id, 16)
    return number >= _LARGEST_BARE and made_there


def point_of(number: int, document: Document, computer: str = "") -> Point:
    """The point that a line tells of."""
    return Point(
        id=id_of(number),
        label=text_in(document, "label"),
        date=text_in(document, "date"),
        kind=text_in(document, "kind"),
        computer=text_in(document, "computer") or computer,
    )


def text_in(document: Document, key: str) -> str:
    """The text under a key; empty where there is none."""
    found = document.get(key)
    return found if isinstance(found, str) else ""


def number_in(document: Document, key: str) -> int:
    """The whole number under a key; 0 where there is none."""
    found = document.get(key)
    return found if type(found) is int else 0


def id_of(number: int) -> str:
    """A point's number in base 36, which is its id."""
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
    return digits or "0"


def number_of(point_id: str) -> int:
    """The number behind a point's id; -1 when it can't be one."""
    if not point_id or len(point_id) > _LONGEST_ID or not set(point_id) <= set(_DIGITS):
        return -1
    return int(point_id, 36)


def instead(wanted: Point, found: Point) -> str:
    """The sentence about another point that stands in for the one asked for."""
    return _(
        'The point "{label}" from {when} can\'t be read back; the nearest that can is '
        '"{other}" from {other_when}.'
    ).format(
        label=isolated(wanted.label),
        when=wanted.when,
        other=isolated(found.label),
        other_when=found.when,
    )
