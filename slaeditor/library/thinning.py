"""Which automatic points of a history are kept as they grow old, and the file without the others.

The scheme, declared once: all for a day, then the last of each hour for a week, then the last of
each day for a month, then the last of each week. Hours, days and weeks (from Monday) are those of
UTC, and count as old once they are over as a whole, so it makes no difference how often one thins.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

from slaeditor.library.chains import States, content_of
from slaeditor.library.migrations import Draft
from slaeditor.library.points import AUTOMATIC, Document, Point, is_of, number_in


class Tier(NamedTuple):
    """Of the points older than `age` the last in each `span` is kept."""

    age: timedelta
    span: timedelta


TIERS = (
    Tier(timedelta(days=1), timedelta(hours=1)),
    Tier(timedelta(days=7), timedelta(days=1)),
    Tier(timedelta(days=30), timedelta(days=7)),
)

_MONDAY = datetime(1970, 1, 5, tzinfo=UTC)  # where hours, days and weeks begin


def superfluous(points: Iterable[Point], now: datetime) -> set[str]:
    """The ids of the points that the scheme doesn't keep; `points` are newest first.

    Only automatic ones, never the oldest of all, and none whose date can't be read.
    """
    given = list(points)
    kept: set[tuple[Tier, int]] = set()
    gone = set()
    for point in given[:-1]:
        place = _place(point, now) if point.kind in AUTOMATIC else None
        if place in kept:
            gone.add(point.id)
        elif place is not None:
            kept.add(place)
    return gone


def _place(point: Point, now: datetime) -> tuple[Tier, int] | None:
    """The tier a point belongs to and which span of it; None while all are kept."""
    try:
        since = point.moment - _MONDAY
    except (ValueError, OverflowError):
        return None
    for tier in reversed(TIERS):
        number = since // tier.span
        if _MONDAY + (number + 1) * tier.span <= now - tier.age:
            return tier, number
    return None


def without(
    documents: Mapping[int, Document], gone: Collection[int], device_id: str
) -> dict[int, Document]:
    """The points of a file without some of them: what was based on these has another base.

    A point that can't be read back stays word for word, and so does what it is based on.
    """
    states = States(documents)
    drafts = {number: states.at(number) for number in documents if number not in gone}
    needed = {
        number_in(document, "base")
        for broken, draft in drafts.items()
        if draft is None
        for document in states.chain(broken)
    }
    left: dict[int, Document] = {}
    before: tuple[int, Draft] | None = None
    for number in sorted(documents):
        if number in gone and number not in needed:
            continue
        document, draft = documents[number], drafts.get(number)
        base = number_in(document, "base")
        if draft is not None and base and base not in left:
            document = _based_anew(document, draft, before, left)
        left[number] = document
        if draft is not None and is_of(number, device_id):
            before = number, draft
    return left


def _based_anew(
    document: Document,
    draft: Draft,
    before: tuple[int, Draft] | None,
    left: Mapping[int, Document],
) -> Document:
    """The same point with its content told by what changed since the point now before it."""
    about = {key: value for key, value in document.items() if key not in ("delta", "base", "depth")}
    base, state = before or (0, None)
    depth = number_in(left[base], "depth") + 1 if before else 0
    content: dict[str, Any] = content_of(draft, base, state, depth)
    return about | content
