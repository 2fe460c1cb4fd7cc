"""Two revisions of a document side by side: what was kept, changed, added and removed.

Parts, blocks and rows are brought together by their ids; what has none, or lost it, by its words.
A clause whose number alone changed is unchanged. Something that moved is removed in one place
and added in the other.
"""

from slaeditor.blocks import (
    Block,
    Cell,
    Derived,
    Document,
    Fixed,
    Paragraph,
    Part,
    Row,
    SignatureBlock,
    SignatureLine,
    Spans,
    Table,
)
from slaeditor.document.alignment import Line, aligned
from slaeditor.document.comparison import (
    Comparison,
    Entry,
    PartEntry,
    PersonEntry,
    RowEntry,
    person_text,
)
from slaeditor.document.passages import Passages, compared, text_for_comparing, whole
from slaeditor.textdiff import Fate

DRAFT_LINES = frozenset({"cover.date", "cover.version"})
"""The lines of the cover that say which draft of which day this is."""


def compare(old: Document, new: Document) -> Comparison:
    """Bring two revisions of a document together.

    The day in the draft line of the cover is no difference.
    """
    pairs = aligned(
        [Line(part.id, part.id, "") for part in old.parts],
        [Line(part.id, part.id, "") for part in new.parts],
    )
    found = []
    for pair in pairs:
        before = old.parts[pair.old] if pair.old is not None else None
        after = new.parts[pair.new] if pair.new is not None else None
        found.append(PartEntry(before, after, _entries(before, after)))
    return Comparison(tuple(found))


def _entries(before: Part | None, after: Part | None) -> tuple[Entry, ...]:
    old = before.blocks if before else ()
    new = after.blocks if after else ()
    found = []
    for pair in aligned([_line(block) for block in old], [_line(block) for block in new]):
        one = old[pair.old] if pair.old is not None else None
        other = new[pair.new] if pair.new is not None else None
        found.append(_entry(one, other, moved=pair.moved))
    return tuple(found)


def _line(block: Block) -> Line:
    """What a block is aligned by; tables with another number of columns are other tables."""
    if isinstance(block, Paragraph):
        return Line("paragraph", block.id, text_for_comparing(block.spans))
    if isinstance(block, Table):
        columns = max(len(block.header), *(len(row.cells) for row in block.rows), 0)
        return Line(f"table {columns}", block.id, block.caption)
    return Line("signatures", block.id, text_for_comparing(block.lead))


def _entry(old: Block | None, new: Block | None, *, moved: bool) -> Entry:
    one_of_them = new or old
    if isinstance(one_of_them, Table):
        return _table(old, new, moved=moved)
    if isinstance(one_of_them, SignatureBlock):
        return _signatures(old, new, moved=moved)
    before = old.spans if isinstance(old, Paragraph) else None
    after = new.spans if isinstance(new, Paragraph) else None
    if before and after and new and new.id in DRAFT_LINES and _undated(before) == _undated(after):
        before = after
    return Entry(old, new, _passages(before, after), moved=moved)


def _undated(spans: Spans) -> str:
    return text_for_comparing(tuple(span for span in spans if not isinstance(span, Derived)))


def _passages(old: Spans | None, new: Spans | None) -> Passages:
    """Two texts compared, or one as removed or added."""
    if old is None:
        return whole(new or (), Fate.ADDED)
    if new is None:
        return whole(old, Fate.REMOVED)
    if text_for_comparing(old) == text_for_comparing(new):
        return whole(new, Fate.KEPT)
    return compared(old, new)


def _table(old: Block | None, new: Block | None, *, moved: bool) -> Entry:
    before = old if isinstance(old, Table) else None
    after = new if isinstance(new, Table) else None
    rows = _rows(before.rows if before else (), after.rows if after else ())
    header = _cells(_header(before), _header(after))
    return Entry(old, new, header=header, rows=rows, moved=moved)


def _header(table: Table | None) -> Row | None:
    return Row("", tuple(Cell((Fixed(name),)) for name in table.header)) if table else None


def _rows(old: tuple[Row, ...], new: tuple[Row, ...]) -> tuple[RowEntry, ...]:
    found = []
    for pair in aligned([_row_line(row) for row in old], [_row_line(row) for row in new]):
        before = old[pair.old] if pair.old is not None else None
        after = new[pair.new] if pair.new is not None else None
        found.append(RowEntry(before, after, _cells(before, after), pair.moved))
    return tuple(found)


def _row_line(row: Row) -> Line:
    return Line("row", row.id, "\n".join(text_for_comparing(cell.spans) for cell in row.cells))


def _cells(old: Row | None, new: Row | None) -> tuple[Passages, ...]:
    """The cells column by column; a cell that one side lacks counts as empty."""
    before, after = old.cells if old else (), new.cells if new else ()
    count = max(len(before), len(after))
    return tuple(
        _passages(
            None if old is None else before[n].spans if n < len(before) else (),
            None if new is None else after[n].spans if n < len(after) else (),
        )
        for n in range(count)
    )


def _signatures(old: Block | None, new: Block | None, *, moved: bool) -> Entry:
    before = old if isinstance(old, SignatureBlock) else None
    after = new if isinstance(new, SignatureBlock) else None
    lead = _passages(before.lead if before else None, after.lead if after else None)
    ours, theirs = before.people if before else (), after.people if after else ()
    pairs = aligned(
        [Line("person", person.path, person_text(person)) for person in ours],
        [Line("person", person.path, person_text(person)) for person in theirs],
    )
    people = tuple(
        _person(
            ours[pair.old] if pair.old is not None else None,
            theirs[pair.new] if pair.new is not None else None,
        )
        for pair in pairs
    )
    return Entry(old, new, lead, people=people, moved=moved)


def _person(old: SignatureLine | None, new: SignatureLine | None) -> PersonEntry:
    return PersonEntry(old, new, _rows(_person_rows(old), _person_rows(new)))


def _person_rows(person: SignatureLine | None) -> tuple[Row, ...]:
    return tuple(
        Row(label, (Cell((Fixed(label),)), Cell(spans)))
        for label, spans in (person.lines if person else ())
    )
