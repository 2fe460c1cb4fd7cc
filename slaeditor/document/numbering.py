"""Numbers for paragraphs, and the text of cross-references to them.

Word numbers by itself; these numbers are what the reader of the preview sees and what a
cross-reference shows until Word updates it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from slaeditor.blocks import (
    Block,
    Cell,
    Paragraph,
    Part,
    Reference,
    Role,
    Row,
    SignatureBlock,
    SignatureLine,
    Spans,
    Table,
)

LEFT_OUT = "(left out)"
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


def alphabetic(number: int) -> str:
    """1 → a, 26 → z, 27 → aa, as Word counts."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def roman(number: int) -> str:
    """1 → i, 4 → iv, 9 → ix."""
    text = ""
    for value, sign in _ROMAN:
        text += sign * (number // value)
        number %= value
    return text


class Counter:
    """Counts paragraphs by role; a higher level restarts the lower ones."""

    def __init__(self) -> None:
        self._counts: dict[Role, int] = {}
        self._in_schedule = False
        self._has_paragraph_heading = False

    def _next(self, role: Role, *restarted: Role) -> int:
        for lower in restarted:
            self._counts[lower] = 0
        self._counts[role] = self._counts.get(role, 0) + 1
        return self._counts[role]

    def _count(self, role: Role) -> int:
        return self._counts.get(role, 0)

    def number(self, role: Role) -> str:
        """The number of the next paragraph with this role; empty for roles without one."""
        match role:
            case Role.HEADING:
                return str(self._next(role, Role.CLAUSE, Role.ITEM, Role.SUBITEM))
            case Role.CLAUSE:
                count = self._next(role, Role.ITEM, Role.SUBITEM)
                return f"{self._count(Role.HEADING)}.{count}"
            case Role.ITEM:
                return f"({alphabetic(self._next(role, Role.SUBITEM))})"
            case Role.SUBITEM:
                return f"({roman(self._next(role))})"
            case Role.PARTY:
                return f"({self._next(role)})"
            case Role.RECITAL:
                return f"({alphabetic(self._next(role)).upper()})"
        return self._schedule_number(role)

    def _schedule_number(self, role: Role) -> str:
        match role:
            case Role.SCHEDULE:
                self._has_paragraph_heading = False
                lower = (Role.PART, Role.PARAGRAPH_HEADING, Role.PARAGRAPH, Role.ITEM)
                return f"Schedule {self._next(role, *lower)}"
            case Role.PART:
                return f"Part {alphabetic(self._next(role)).upper()}"
            case Role.PARAGRAPH_HEADING:
                self._has_paragraph_heading = True
                return str(self._next(role, Role.PARAGRAPH, Role.ITEM))
            case Role.PARAGRAPH:
                count = self._next(role, Role.ITEM, Role.SUBITEM)
                heading = self._count(Role.PARAGRAPH_HEADING)
                return f"{heading}.{count}" if self._has_paragraph_heading else str(count)
        return ""


def numbered(parts: Iterable[Part]) -> tuple[Part, ...]:
    """The parts with every number and every cross-reference filled in.

    A reference to something that the agreement leaves out says so.
    """
    counter = Counter()
    counted = [
        replace(part, blocks=tuple(_with_number(block, counter) for block in part.blocks))
        for part in parts
    ]
    full = dict(_full_numbers(counted))
    return tuple(
        replace(part, blocks=tuple(_with_references(block, full) for block in part.blocks))
        for part in counted
    )


def _with_number(block: Block, counter: Counter) -> Block:
    if not isinstance(block, Paragraph):
        return block
    number = counter.number(block.role)
    return replace(block, number=number) if number else block


def _full_numbers(parts: Iterable[Part]) -> Iterator[tuple[str, str]]:
    """Paragraph ids with the number that a reference shows: "3.2(a)" for an item."""
    clause = item = ""
    for part in parts:
        for block in part.blocks:
            if not isinstance(block, Paragraph) or not block.number:
                continue
            if block.role is Role.ITEM:
                item = clause + block.number
                yield block.id, item
            elif block.role is Role.SUBITEM:
                yield block.id, item + block.number
            else:
                clause = block.number
                yield block.id, block.number


def _with_references(block: Block, full: dict[str, str]) -> Block:
    if isinstance(block, Paragraph):
        spans = _referred(block.spans, full)
        return block if spans is block.spans else replace(block, spans=spans)
    if isinstance(block, Table):
        return replace(block, rows=tuple(_row_with_references(row, full) for row in block.rows))
    return _signature_with_references(block, full)


def _row_with_references(row: Row, full: dict[str, str]) -> Row:
    if not any(isinstance(span, Reference) for cell in row.cells for span in cell.spans):
        return row
    return Row(row.id, tuple(Cell(_referred(c.spans, full), c.path) for c in row.cells))


def _signature_with_references(block: SignatureBlock, full: dict[str, str]) -> SignatureBlock:
    people = tuple(
        SignatureLine(
            person.path, tuple((label, _referred(spans, full)) for label, spans in person.lines)
        )
        for person in block.people
    )
    return replace(block, lead=_referred(block.lead, full), people=people)


def _referred(spans: Spans, full: dict[str, str]) -> Spans:
    if not any(isinstance(span, Reference) for span in spans):
        return spans
    return tuple(
        Reference(span.target, full.get(span.target, LEFT_OUT))
        if isinstance(span, Reference)
        else span
        for span in spans
    )
