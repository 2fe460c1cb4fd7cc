"""Numbers in live references that somebody typed without tracking, told from renumbered ones.

Word and LibreOffice write the number of a live reference anew whenever clauses move. Where nothing
in the file could have moved one, another clause's number in it was typed.
"""

from collections.abc import Iterator

from slaeditor.review.alignment import Alignment, Match
from slaeditor.review.context import Context
from slaeditor.review.places import printed_numbers

TypedNumber = tuple[str, str]
"""The bookmark that a live reference points to, and the number that was typed over its own."""


def typed_numbers(alignment: Alignment, context: Context) -> frozenset[TypedNumber]:
    """The numbers that can't come from renumbering; none where paragraphs came, went or moved.

    A program that counts a list in its own way changes many numbers: these are none either.
    """
    if not _stands_still(alignment):
        return frozenset()
    shown = [each for match in alignment.matches for each in _shown(match)]
    other = {(target, text) for target, printed, text in shown if text != printed}
    if len(other) * 2 > len({target for target, _, _ in shown}):
        return frozenset()
    return frozenset(each for each in other if each[1] in context.numbers)


def _shown(match: Match) -> Iterator[tuple[str, str, str]]:
    """Each live reference of a line: its bookmark, the exported number, the one it has now."""
    if match.line is None:
        return
    printed = printed_numbers(match.place)
    for each in match.line.references:
        if each.target in printed:
            yield each.target, printed[each.target], match.line.text[each.start : each.end]


def _stands_still(alignment: Alignment) -> bool:
    """Whether each paragraph outside tables is where it was, and there is no other."""
    numbered = [match for match in alignment.matches if not match.place.table]
    whole = all(
        match.line is not None and not match.tail and not match.merged
        for match in numbered
        if match.place.text.strip()
    )
    order = [match.index for match in numbered if match.line is not None]
    strangers = [each for each in alignment.strangers if each.line.cell is None]
    return whole and order == sorted(order) and not strangers
