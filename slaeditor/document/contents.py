"""The table of contents of a document: which headings it names, and whether there is one.

Every heading of the first level is an entry: unnumbered headings, clauses and schedules. So a
program that makes the table anew from the headings finds the same entries.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from slaeditor.blocks import Document, Part, Role

Pages = Mapping[str, int]
"""What a layout finds: on which page, from 1 for the cover, each heading stands, by its id.

It may know fewer headings than there are, and none at all where nothing can lay out pages.
"""

TITLE = "Contents"
"""What stands above the table."""

_LISTED = frozenset({Role.HEADING, Role.PLAIN_HEADING, Role.SCHEDULE})


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the table; `id` is that of the heading's paragraph, `number` may be empty."""

    id: str
    number: str
    title: str


def contents(document: Document) -> tuple[Entry, ...]:
    """The entries of the table of contents; none where the document has no such table.

    There is one behind the cover of every external agreement, and of an internal one that has
    schedules. An internal agreement without them has a few pages, which nobody looks up in a table.
    """
    if not document.parts or document.parts[0].id != "cover":
        return ()
    if not any(map(_asks_for_contents, document.parts)):
        return ()
    return tuple(
        Entry(paragraph.id, paragraph.number, " ".join(paragraph.text.split()))
        for paragraph in document.paragraphs()
        if paragraph.role in _LISTED and paragraph.id
    )


def _asks_for_contents(part: Part) -> bool:
    """The parties and background, which only external agreements print apart, or a schedule."""
    return part.id == "front" or part.id.startswith("schedule-")
