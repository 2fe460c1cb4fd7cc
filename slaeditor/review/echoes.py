"""The same number once as a value and once typed into a text, such as that of a worked example.

One who changes the value is told where else the number stands. Where the file changes both in the
same way that is one intention; where it changes them differently they contradict each other.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from slaeditor.blocks import Fixed, Value
from slaeditor.review.context import Context
from slaeditor.review.places import Place
from slaeditor.review.proposal import Kind, Proposal, SetText
from slaeditor.textdiff import tokens

Pairs = Sequence[tuple[str, str]]
"""Words that were replaced, with what replaces them."""

_TELLING = re.compile(r"\d+[.,]\d+|\d{4,}")
"""Numbers that hardly stand for two things at once; 30 days and 30 users would."""

CONTRADICTION = "The file says two different things about this value: take one of them."


def with_echoes(found: Sequence[tuple[Proposal, Pairs]], context: Context) -> Iterator[Proposal]:
    """The proposals, each given with the words that it replaces, once such numbers are compared."""
    same: dict[int, list[Proposal]] = defaultdict(list)
    against: dict[int, list[Proposal]] = defaultdict(list)
    absorbed: set[int] = set()
    values = [value for value, _pairs in found if _is_telling(value, context)]
    for value, (other, pairs) in product(values, found):
        if other.path == value.path or all(old != value.before for old, _new in pairs):
            continue
        if list(pairs) == [(value.before, value.after)]:
            same[id(value)].append(other)
            absorbed.add(id(other))
        elif (value.before, value.after) not in pairs:
            against[id(value)].append(other)
            against[id(other)].append(value)
    for each, _pairs in found:
        if id(each) not in absorbed:
            yield _told(each, same[id(each)], against[id(each)], context)


def _is_telling(each: Proposal, context: Context) -> bool:
    is_value = each.kind is Kind.VALUE and len(each.edits) == 1
    edit = each.edits[0] if is_value else None
    if not isinstance(edit, SetText) or context.reader.is_text(edit.path):
        return False
    return bool(_TELLING.fullmatch(each.before)) and not each.trivial


def _told(
    each: Proposal, same: Sequence[Proposal], against: Sequence[Proposal], context: Context
) -> Proposal:
    here = {each.where, *each.also}
    if _is_telling(each, context):
        typed = (context.names.where(place) for place in _typed(each.before, context))
        also = tuple(where for where in dict.fromkeys(typed) if where not in here)
        each = replace(each, also=(*each.also, *also))
    for other in same:
        authors = tuple(dict.fromkeys((*each.authors, *other.authors)))
        each = replace(each, edits=(*each.edits, *other.edits), authors=authors)
    if against:
        rivals = tuple(dict.fromkeys((*each.rivals, *(other.after for other in against))))
        each = replace(each, rivals=rivals, conflict=True, hint=CONTRADICTION)
    return each


def _typed(number: str, context: Context) -> Iterator[Place]:
    """Where a number stands within words that somebody typed."""
    for place in context.places:
        for span in place.spans:
            by_hand = isinstance(span, Fixed) or (
                isinstance(span, Value) and context.reader.is_text(span.path)
            )
            if by_hand and number in tokens(span.text):
                yield place
                break
