"""Numbers for paragraphs, and the text of cross-references to them.

Word numbers by itself; these numbers are what the reader of the preview sees and what a
cross-reference shows until Word updates it.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

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
from slaeditor.document.formats import STANDARD, Formats, alphabetic, roman
from slaeditor.document.memory import Memory
from slaeditor.document.terms import spans_of

LEFT_OUT = "(left out)"


_CALLED_CLAUSE = frozenset({Role.HEADING, Role.CLAUSE, Role.ITEM, Role.SUBITEM})
"""What a sentence calls a clause before it refers to its number: "clause 1", but "Annex A"."""


class Printed(NamedTuple):
    """The number of a paragraph, and what a reference to it shows of it.

    `is_whole` is false for a number that needs that of its clause before it, such as "(a)".
    """

    number: str = ""
    referred: str = ""
    is_whole: bool = True


class Counter:
    """Counts paragraphs by role; a higher level restarts the lower ones."""

    def __init__(self, formats: Formats = STANDARD) -> None:
        self._formats = formats
        self._counts: dict[Role, int] = {}
        self._has_paragraph_heading = False

    def _next(self, role: Role, *restarted: Role) -> int:
        for lower in restarted:
            if role not in self._formats.unbroken.get(lower, ()):
                self._counts[lower] = 0
        self._counts[role] = self._counts.get(role, 0) + 1
        return self._counts[role]

    def _count(self, role: Role) -> int:
        return self._counts.get(role, 0)

    def printed(self, role: Role, *, in_schedule: bool = False) -> Printed:
        """The number of the next paragraph with this role; empty for roles without one."""
        counted = _COUNTED.get(role)
        if counted is None:
            return Printed()
        standard = counted(self)
        format_ = self._formats.format(role, in_schedule=in_schedule)
        if format_ is None:
            return Printed(standard, standard, role not in (Role.ITEM, Role.SUBITEM))
        number = format_.number(self._count)
        referred = format_.referred(self._count) if role in _CALLED_CLAUSE else number
        return Printed(number, referred, format_.is_whole)

    def heading(self) -> str:
        """The next heading: "3"."""
        return str(self._next(Role.HEADING, Role.CLAUSE, Role.ITEM, Role.SUBITEM))

    def clause(self) -> str:
        """The next clause below a heading: "3.2"."""
        count = self._next(Role.CLAUSE, Role.ITEM, Role.SUBITEM)
        return f"{self._count(Role.HEADING)}.{count}"

    def schedule(self) -> str:
        """The next schedule, in which parts and paragraphs count anew."""
        self._has_paragraph_heading = False
        lower = (Role.PART, Role.PARAGRAPH_HEADING, Role.PARAGRAPH, Role.ITEM)
        return f"Schedule {self._next(Role.SCHEDULE, *lower)}"

    def paragraph_heading(self) -> str:
        """The next heading within a schedule: "1"."""
        self._has_paragraph_heading = True
        return str(self._next(Role.PARAGRAPH_HEADING, Role.PARAGRAPH, Role.ITEM))

    def paragraph(self) -> str:
        """The next paragraph of a schedule: "1.1" below a heading, "1" where there is none."""
        count = self._next(Role.PARAGRAPH, Role.ITEM, Role.SUBITEM)
        heading = self._count(Role.PARAGRAPH_HEADING)
        return f"{heading}.{count}" if self._has_paragraph_heading else str(count)

    def in_letters(self, role: Role, *restarted: Role) -> str:
        """The next of a role as a letter: "b"."""
        return alphabetic(self._next(role, *restarted))

    def in_digits(self, role: Role, *restarted: Role) -> str:
        """The next of a role as digits: "2"."""
        return str(self._next(role, *restarted))

    def in_roman(self, role: Role) -> str:
        """The next of a role as a Roman number: "ii"."""
        return roman(self._next(role))


_COUNTED: dict[Role, Callable[[Counter], str]] = {
    Role.HEADING: Counter.heading,
    Role.CLAUSE: Counter.clause,
    Role.ITEM: lambda counter: f"({counter.in_letters(Role.ITEM, Role.SUBITEM)})",
    Role.SUBITEM: lambda counter: f"({counter.in_roman(Role.SUBITEM)})",
    Role.PARTY: lambda counter: f"({counter.in_digits(Role.PARTY)})",
    Role.RECITAL: lambda counter: f"({counter.in_letters(Role.RECITAL).upper()})",
    Role.SCHEDULE: Counter.schedule,
    Role.PART: lambda counter: f"Part {counter.in_letters(Role.PART).upper()}",
    Role.PARAGRAPH_HEADING: Counter.paragraph_heading,
    Role.PARAGRAPH: Counter.paragraph,
}
"""How the roles that have a number are counted."""


def numbered(
    parts: Iterable[Part], memory: Memory, formats: Formats = STANDARD
) -> tuple[Part, ...]:
    """The parts with every number and every cross-reference filled in.

    A reference to something that the agreement leaves out says so. A block from `memory` that is
    to have the same numbers as the last time is the same object as then.
    """
    parts, counter, kept = tuple(parts), Counter(formats), memory.kept(_Numbered)
    printed = [[_printed(counter, part, block) for block in part.blocks] for part in parts]
    full = dict(_full_numbers(parts, printed))
    return tuple(
        replace(
            part,
            blocks=tuple(
                block.with_numbers(each.number, full)
                for block, each in zip(kept.of(part.blocks), own, strict=True)
            ),
        )
        for part, own in zip(parts, printed, strict=True)
    )


def _printed(counter: Counter, part: Part, block: Block) -> Printed:
    if not isinstance(block, Paragraph):
        return Printed()
    return counter.printed(block.role, in_schedule=part.id.startswith("schedule-"))


class _Numbered:
    """A block and how it was numbered last."""

    def __init__(self, block: Block) -> None:
        self._block = block
        self._targets = [span.target for span in spans_of(block) if isinstance(span, Reference)]
        self._number = ""
        self._shown: list[str] = []
        self._last = block

    def with_numbers(self, number: str, full: dict[str, str]) -> Block:
        """The block with its number and those that its references show."""
        shown = [full.get(target, LEFT_OUT) for target in self._targets]
        if number != self._number or shown != self._shown:
            self._number, self._shown = number, shown
            self._last = _with_numbers(self._block, number, full)
        return self._last


def _with_numbers(block: Block, number: str, full: dict[str, str]) -> Block:
    if isinstance(block, Paragraph):
        return replace(block, number=number, spans=_referred(block.spans, full))
    if isinstance(block, Table):
        return replace(block, rows=tuple(_row_with_references(row, full) for row in block.rows))
    return _signature_with_references(block, full)


def _full_numbers(
    parts: Iterable[Part], printed: Iterable[Iterable[Printed]]
) -> Iterator[tuple[str, str]]:
    """Paragraph ids with the number that a reference shows: "3.2(a)" for an item.

    As in Word, it has no full stop at its end.
    """
    heading = clause = item = ""
    for part, own in zip(parts, printed, strict=True):
        for block, each in zip(part.blocks, own, strict=True):
            if not isinstance(block, Paragraph) or not each.number:
                continue
            if block.role is Role.ITEM:
                full = item = each.referred if each.is_whole else clause + each.referred
            elif block.role is Role.SUBITEM:
                full = each.referred if each.is_whole else item + each.referred
            else:
                full = clause = each.referred if each.is_whole else heading + each.referred
                heading = full if block.role is Role.HEADING else heading
            yield block.id, full.rstrip(".")


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
