"""Compared text as runs with tracked changes; only what is in the new document has bookmarks."""

from collections.abc import Iterator
from itertools import groupby

from slaeditor.blocks import Reference, Spans
from slaeditor.document.anchors import Kind, value_path
from slaeditor.document.numbering import LEFT_OUT
from slaeditor.document.passages import Passages, Piece
from slaeditor.textdiff import Fate
from slaeditor.word import markup
from slaeditor.word.fitting import fitted_runs
from slaeditor.word.paragraphs import Writing, look, reference_xml
from slaeditor.word.revision_marks import Marks

_Stretch = tuple[int | None, Fate, tuple[Piece, ...]]
"""A span of the new side, or None outside of any, with pieces of one fate."""


def passages_xml(
    passages: Passages, new: Spans, writing: Writing, marks: Marks, room: int = 0
) -> str:
    """The passages as runs; each value of the `new` text within its bookmark.

    What was removed in the middle of a value stands within that bookmark too.
    """
    names = [
        writing.anchors.next(Kind.VALUE, path).name if (path := value_path(span)) else ""
        for span in new
    ]
    found = []
    for place, stretches in groupby(_placed(passages), key=lambda stretch: stretch[0]):
        content = "".join(
            marks.text("".join(_piece_xml(each, writing, room) for each in pieces), fate)
            for _, fate, pieces in stretches
        )
        name = names[place] if place is not None and place < len(names) else ""
        found.append(writing.bookmarks.wrap(name, content) if name else content)
    return "".join(found)


def _placed(passages: Passages) -> Iterator[_Stretch]:
    """The pieces with the span of the new text that they stand in.

    A removed passage belongs to a span that goes on behind it, else to none.
    """
    current: int | None = None
    for index, passage in enumerate(passages):
        if passage.fate is Fate.REMOVED:
            following = _next_place(passages, index)
            place = current if current is not None and following == current else None
            yield place, passage.fate, passage.pieces
            continue
        for place, pieces in groupby(passage.pieces, key=lambda piece: piece.place):
            current = place
            yield place, passage.fate, tuple(pieces)


def _next_place(passages: Passages, index: int) -> int | None:
    for passage in passages[index + 1 :]:
        if passage.fate is not Fate.REMOVED:
            return passage.pieces[0].place
    return None


def _piece_xml(piece: Piece, writing: Writing, room: int) -> str:
    if not isinstance(piece.span, Reference):
        return fitted_runs(piece.text, look(piece.span), room)
    if writing.numbers.get(piece.span.target) and piece.text != LEFT_OUT:
        return reference_xml(piece.span, writing)
    return markup.runs(piece.text)
