"""The exported document as the lines that come back: one for each paragraph, cell and label."""

from collections.abc import Iterator
from dataclasses import dataclass

from slaeditor.blocks import (
    Block,
    Document,
    Fixed,
    Paragraph,
    Reference,
    Role,
    Row,
    SignatureBlock,
    Spans,
    Table,
)
from slaeditor.document.anchors import AnchorCounter, Kind, anchor_name, value_path
from slaeditor.document.text import printable


@dataclass(frozen=True, slots=True)
class Place:
    """One line of the exported document.

    `anchor` is the bookmark that it begins with, empty for cells behind the first; `values` are
    the bookmarks of its spans, empty for those without. `part` is the id of the document's part,
    `number` the number that it or the clause around it has. `row` is the path or name of the row
    for a cell and for a line to sign on, `table` names the rows that belong together.
    """

    key: str
    spans: Spans
    anchor: str
    values: tuple[str, ...]
    part: str
    paragraph: Paragraph | None = None
    row: str = ""
    table: str = ""
    column: int = 0
    number: str = ""

    @property
    def text(self) -> str:
        """What the line says, as a file can hold it."""
        return printable("".join(span.text for span in self.spans))

    @property
    def is_item(self) -> bool:
        """Whether it is an item of a list, whose closing mark follows from its place."""
        return self.paragraph is not None and self.paragraph.role is Role.ITEM


def places(document: Document) -> tuple[Place, ...]:
    """All lines of a document in the order in which it is written."""
    return tuple(_Walk().all(document))


def printed_numbers(place: Place) -> dict[str, str]:
    """What the live references of an exported line showed, by the bookmarks they point to."""
    return {
        anchor_name(Kind.CLAUSE, span.target, 1): span.text
        for span in place.spans
        if isinstance(span, Reference)
    }


class _Walk:
    """Counts anchors as the writer does."""

    def __init__(self) -> None:
        self._counter = AnchorCounter()
        self._part = ""
        self._clause = ""
        self._number = ""

    def all(self, document: Document) -> Iterator[Place]:
        for part in document.parts:
            self._part = part.id
            for block in part.blocks:
                yield from self._block(block)

    def _block(self, block: Block) -> Iterator[Place]:
        if isinstance(block, Paragraph):
            self._count(block)
            anchor = self._counter.next(Kind.CLAUSE, block.id).name if block.id else ""
            yield self._place(block.id, block.spans, anchor, paragraph=block)
        elif isinstance(block, Table):
            yield from self._table(block)
        else:
            yield from self._signature(block)

    def _count(self, block: Paragraph) -> None:
        number = block.number.rstrip(".")
        if block.role in (Role.ITEM, Role.SUBITEM):
            is_whole = bool(self._clause) and number.startswith(self._clause)  # 1.1.1, not (a)
            self._number = number if is_whole else self._clause + number
        elif number:
            self._clause = self._number = number

    def _table(self, table: Table) -> Iterator[Place]:
        for column, name in enumerate(table.header):
            yield self._place(
                f"{table.id}#head{column}", (Fixed(name),), "", table=table.id, column=column
            )
        for row in table.rows:
            yield from self._row(row, table.id)

    def _row(self, row: Row, table: str) -> Iterator[Place]:
        anchor = self._counter.next(Kind.ROW, row.id).name if row.id else ""
        for column, cell in enumerate(row.cells):
            yield self._place(
                f"{table}#{row.id}#{column}",
                cell.spans,
                "" if column else anchor,
                row=row.id,
                table=table,
                column=column,
            )

    def _signature(self, block: SignatureBlock) -> Iterator[Place]:
        anchor = self._counter.next(Kind.CLAUSE, block.id).name if block.id else ""
        yield self._place(block.id, block.lead, anchor)
        for person in block.people:
            row = self._counter.next(Kind.ROW, person.path).name if person.path else ""
            for index, (label, spans) in enumerate(person.lines):
                key = f"{block.id}#{person.path}#{index}"
                at = f"{block.id}#{person.path}"
                yield self._place(
                    f"{key}-label", (Fixed(label),), "" if index else row, row=at, table=block.id
                )
                yield self._place(key, spans, "", row=at, table=block.id, column=1)

    def _place(
        self,
        key: str,
        spans: Spans,
        anchor: str,
        *,
        paragraph: Paragraph | None = None,
        row: str = "",
        table: str = "",
        column: int = 0,
    ) -> Place:
        values = tuple(
            self._counter.next(Kind.VALUE, path).name if (path := value_path(span)) else ""
            for span in spans
        )
        return Place(
            key,
            spans,
            anchor,
            values,
            self._part,
            paragraph,
            row,
            table,
            column,
            self._number,
        )
