"""Values that were deleted out of a line whose words all stayed: they are emptied, not reworded."""

import re
from collections.abc import Iterator

from slaeditor.blocks import Value
from slaeditor.review.context import Context
from slaeditor.review.passages import Passage, Slot
from slaeditor.review.proposal import Kind, Proposal, SetText
from slaeditor.review.values import Reader


def emptied(found: Passage, context: Context) -> Iterator[Proposal]:
    """A proposal for each value that is gone; none where words were changed too.

    Values that stood side by side in one record, such as a number with its unit, go together.
    """
    gone = [slot for slot in found.slots if _can_be_emptied(slot, context.reader)]
    if not gone or _without(found, gone) != _closed(found.new):
        return
    for group in _groups(gone, found.old):
        paths = [slot.span.path for slot in group if isinstance(slot.span, Value)]
        at = group[0].old[0], group[-1].old[1]
        names = context.names
        yield Proposal(
            kind=Kind.VALUE,
            path=paths[0],
            before=found.old[slice(*at)].strip(),
            after="",
            where=names.where(found.place),
            label=names.label(paths[0]),
            edits=tuple(SetText(path, "") for path in paths),
            authors=found.authors(),
            passage=(found.old, found.new),
            hint=_HINT,
        )


def _can_be_emptied(slot: Slot, reader: Reader) -> bool:
    span = slot.span
    if slot.place is not None or not isinstance(span, Value) or reader.is_line(span.path):
        return False
    return reader.field(span.path) is not None


def _without(found: Passage, gone: list[Slot]) -> str:
    """The line as expected, without these values."""
    pieces, at = [], 0
    for slot in found.slots:
        start, end = slot.old
        if start < at:
            continue
        if slot in gone:
            pieces.append(found.old[at:start])
        elif slot.lives and slot.place is not None:
            pieces += [found.old[at:start], found.new[slice(*slot.place)]]
        else:
            continue
        at = end
    return _closed("".join([*pieces, found.old[at:]]))


def _closed(text: str) -> str:
    """A text without the blanks that a missing word leaves."""
    return _BLANK_BEFORE_MARK.sub("", " ".join(text.split()))


def _groups(gone: list[Slot], old: str) -> Iterator[list[Slot]]:
    group: list[Slot] = []
    for slot in gone:
        if group and not (_record(group[-1]) == _record(slot) and _touch(group[-1], slot, old)):
            yield group
            group = []
        group.append(slot)
    yield group


def _record(slot: Slot) -> str:
    return str(getattr(slot.span, "path", "")).rpartition("/")[0]


def _touch(one: Slot, other: Slot, old: str) -> bool:
    return not old[one.old[1] : other.old[0]].strip()


_BLANK_BEFORE_MARK = re.compile(r" (?=[.,;:!?)%])")
_HINT = "The value was deleted. Taken over, it is open: it prints as a gap until it is filled in."
