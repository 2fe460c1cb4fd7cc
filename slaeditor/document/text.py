"""A composed document as plain text: for the .txt export, the command line and the search.

Numbers stand in front of their paragraphs, a table row is one line with bars between its cells,
and nothing is wrapped, so that a search finds a sentence as it was written. For the same reason
no-break spaces become blanks: where no line ends, they only hide "60 days" from a search.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from slaeditor.blocks import Block, Document, Paragraph, Role, SignatureBlock, Spans, Table

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n|[\r\u2028\u2029]")
_REPLACEMENT = "\ufffd"
_RULE = "_" * 30
RIGHT_TO_LEFT = frozenset({"R", "AL"})
"""Unicode's classes of letters that run from right to left (Hebrew, Arabic and others)."""

_LEVELS = {
    Role.PARTY: 1,
    Role.RECITAL: 1,
    Role.HEADING: 1,
    Role.CLAUSE: 1,
    Role.ITEM: 2,
    Role.SUBITEM: 3,
    Role.PARAGRAPH_HEADING: 1,
    Role.PARAGRAPH: 1,
}
_BARE = frozenset({Role.PLAIN_HEADING, Role.SCHEDULE, Role.PART})
_UNNUMBERED = frozenset({Role.BODY, Role.DEFINITION})
_STEP = 4
_UNDERLINED = {Role.COVER_TITLE: "=", Role.SCHEDULE: "=", Role.PLAIN_HEADING: "-"}


def printable(text: str) -> str:
    """The text with U+FFFD for each character that XML can't hold, and line feeds as line ends.

    XML 1.0 has no control characters but tab and line feed, no surrogates, no U+FFFE or U+FFFF.
    Every writer uses this, so that all forms of a document say the same.
    """
    return _UNPRINTABLE.sub(_REPLACEMENT, _LINE_ENDS.sub("\n", text))


def is_right_to_left(text: str) -> bool:
    """Whether more letters of a text run from right to left than from left to right."""
    if text.isascii():
        return False
    kinds = [unicodedata.bidirectional(character) for character in text]
    return sum(kind in RIGHT_TO_LEFT for kind in kinds) > kinds.count("L")


def text_levels(blocks: Iterable[Block]) -> Iterator[int]:
    """How far each block of a part is indented: 0 at the margin, 1 as a clause, 2 as an item.

    A number stands one level to the left of its text. Unnumbered text is level with the clause
    that it follows, and at the margin where it follows an unnumbered heading.
    """
    below_clause = 0
    for block in blocks:
        if not isinstance(block, Paragraph):
            yield 0
        elif block.role in _UNNUMBERED:
            yield below_clause
        else:
            level = _LEVELS.get(block.role, 0)
            if level or block.role in _BARE:
                below_clause = min(level, 1)
            yield level


def plain_text(document: Document) -> str:
    """The whole document as lines of text; ends with one line feed."""
    lines = (
        line
        for part in document.parts
        for block, level in zip(part.blocks, text_levels(part.blocks), strict=True)
        for line in _lines(block, level)
    )
    return "\n".join(lines).rstrip("\n").replace("\u00a0", " ") + "\n"


def word_count(document: Document) -> int:
    """How many words the document has, numbers of clauses left out."""
    return sum(words_in(block) for part in document.parts for block in part.blocks)


def words_in(block: Block) -> int:
    """How many words a block has, its number left out."""
    return sum(len(text.split()) for text in _texts(block))


def _texts(block: Block) -> Iterator[str]:
    """The texts of a block, one for each paragraph, cell or line."""
    if isinstance(block, Paragraph):
        yield block.text
    elif isinstance(block, Table):
        yield from block.header
        yield from (cell.text for row in block.rows for cell in row.cells)
    else:
        yield "".join(span.text for span in block.lead)
        for person in block.people:
            yield from (
                "".join((name, " ", *(s.text for s in spans))) for name, spans in person.lines
            )


def _lines(block: Block, level: int) -> Iterator[str]:
    """The lines of a block and the empty line that follows it."""
    if isinstance(block, Paragraph):
        yield from _paragraph_lines(block, level)
    elif isinstance(block, Table):
        yield from _table_lines(block)
    else:
        yield from _signature_lines(block)
    yield ""


def _paragraph_lines(paragraph: Paragraph, level: int) -> Iterator[str]:
    number = f"{paragraph.number}  " if paragraph.number else ""
    indent = " " * (_STEP * (max(level - 1, 0) if number else level))
    first, *others = printable(paragraph.text).split("\n")
    yield (indent + number + first).rstrip(" ")
    hanging = indent + " " * len(number)
    yield from ((hanging + line).rstrip(" ") for line in others)
    rule = _UNDERLINED.get(paragraph.role)
    if rule:
        longest = max(len(number) + len(first), *(len(line) for line in others), 1)
        yield rule * min(longest, 80)


def _table_lines(table: Table) -> Iterator[str]:
    header = " | ".join(printable(name) for name in table.header)
    yield header
    yield "-" * min(len(header), 80)
    for row in table.rows:
        yield " | ".join(_joined(cell.spans) for cell in row.cells)


def _signature_lines(block: SignatureBlock) -> Iterator[str]:
    yield _joined(block.lead)
    for person in block.people:
        yield ""
        for label, spans in person.lines:
            yield f"{printable(label)}: {_joined(spans) or _RULE}"


def _joined(spans: Spans) -> str:
    """Spans on one line: within a cell, lines stand behind one another with a slash between."""
    return " / ".join(printable("".join(span.text for span in spans)).split("\n"))
