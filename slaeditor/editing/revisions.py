"""The revisions of a draft by name: what its document said at a point of its history."""

from datetime import date

from slaeditor.agreement import decode
from slaeditor.blocks import Document
from slaeditor.document.compose import compose
from slaeditor.errors import Refused
from slaeditor.i18n import _
from slaeditor.library.drafts import History, Point

SENT = "sent"
"""Names the point that was exported last: what the others have before them."""

_MOST_NAMED = 4


def revision(history: History, name: str) -> Point:
    """The point that an id, a label or "sent" names; capitals don't matter in a label.

    Raises Refused where no point is called so, or several are; and what `History.points` raises.
    """
    points = history.points()
    wanted = name.strip()
    found = _called(wanted, points)
    if len(found) == 1:
        return found[0]
    if found:
        raise Refused(_several(wanted, [point.id for point in found]))
    if wanted.casefold() != SENT:
        raise Refused(_unknown(wanted, points))
    for point in points:
        if point.kind == "export":
            return point
    raise Refused(_("This draft was never exported, so there is no text to compare it with."))


def document_at(history: History, name: str, today: date) -> Document:
    """The document at the point that `name` names, with `today` as the day of its draft line.

    Raises what `revision` raises, and Damaged where the point can't be read back.
    """
    return compose(decode(history.at(revision(history, name).id)), today)


def _called(name: str, points: list[Point]) -> list[Point]:
    """The points with that id, else with that label, else with that label in other capitals."""
    return (
        [point for point in points if point.id == name]
        or [point for point in points if point.label == name]
        or [point for point in points if point.label.casefold() == name.casefold()]
    )


def _unknown(name: str, points: list[Point]) -> str:
    if not points:
        return _("This draft has no history yet, so there is no revision “{name}”.").format(
            name=name
        )
    return _(
        "The history has no revision “{name}”. Name an id or a label that `slaeditor history` "
        "prints, or “sent” for the text exported last."
    ).format(name=name)


def _several(name: str, ids: list[str]) -> str:
    named = ", ".join(ids[:_MOST_NAMED])
    rest = ", …" if len(ids) > _MOST_NAMED else ""
    return _("{count} revisions are called “{name}”. Name one by its id: {ids}.").format(
        count=len(ids), name=name, ids=named + rest
    )
