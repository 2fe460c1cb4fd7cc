"""A comparison as one document, in which every removed and added word is marked and numbered.

The marks are spans of their own sort, so that the document is cut and written like any other.
Nothing here touches the window, so a worker thread may do it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from slaeditor.blocks import (
    Block,
    Cell,
    Derived,
    Fixed,
    Gap,
    Paragraph,
    Reference,
    Role,
    Row,
    SignatureBlock,
    SignatureLine,
    Span,
    Spans,
    Table,
    Term,
    Value,
)
from slaeditor.document.comparison import Entry, PersonEntry, RowEntry, State
from slaeditor.document.passages import Passages, Piece, is_changed
from slaeditor.document.text import printable
from slaeditor.i18n import _
from slaeditor.textdiff import Fate


@dataclass(frozen=True, slots=True)
class Marked(Value):
    """Text of a change: what became of it, and which change it belongs to, from 1."""

    fate: Fate = Fate.KEPT
    number: int = 0


@dataclass(frozen=True, slots=True)
class Aside(Fixed):
    """Words of the program beside the text, not of the document."""


@dataclass(frozen=True, slots=True)
class MarkedNumber(Marked):
    """The number of a paragraph that came or went as a whole, with the tab behind it."""


_GAP = "\N{SIX-PER-EM SPACE}"
"""Between a word and the one that took its place, so that they don't read as one."""

_AT_MARGIN = frozenset({Role.SCHEDULE, Role.PART})
"""Numbered headings that don't hang."""


class Marker:
    """Marks the entries of one comparison, in order; `paths` tells what each change is about."""

    def __init__(self) -> None:
        self.paths: list[tuple[str, ...]] = []

    def block(self, entry: Entry) -> Block:
        """The block of an entry with its marks."""
        if entry.state is State.UNCHANGED:
            return entry.block
        number = None
        if entry.state is not State.CHANGED:
            number = self._next(_paths_of_block(entry.block))
        block = entry.block
        if isinstance(block, Paragraph):
            return self._paragraph(entry, block, number)
        if isinstance(block, Table):
            return self._table(entry, block, number)
        return self._signatures(entry, block, number)

    def values(self, old: Passages, path: str) -> Spans:
        """The text of one field with its marks."""
        return self._spans(old, path, None)

    def _next(self, paths: Iterable[str]) -> int:
        self.paths.append(tuple(dict.fromkeys(path for path in paths if path)))
        return len(self.paths)

    def _paragraph(self, entry: Entry, block: Paragraph, number: int | None) -> Paragraph:
        if entry.is_level_changed and not is_changed(entry.passages):
            level = self._next((block.path, f"clauses/{block.id}"))
            text = Marked(block.text, block.path, number=level)
            return replace(block, spans=(text, Aside(_(" (another level)"))))
        spans = self._spans(entry.passages, block.path, number, clause=block.id)
        if number is None:
            return replace(block, spans=spans)
        fate = _fate(entry.state)
        found = spans or (Marked(_("(empty)"), block.path, fate=fate, number=number),)
        if block.number:
            typed = MarkedNumber(block.number, block.path, fate=fate, number=number)
            found = (typed, Fixed("  " if block.role in _AT_MARGIN else "\t"), *found)
        if entry.moved:
            found = (*found, Aside(_(" (moved)")))
        return replace(block, spans=found, number="")

    def _table(self, entry: Entry, block: Table, number: int | None) -> Table:
        rows = []
        if number is None and any(map(is_changed, entry.header)):
            cells = (Cell(self._spans(each, block.path, None), block.path) for each in entry.header)
            rows.append(Row("header", tuple(cells)))
        for each in entry.rows:
            rows.append(self._row(each, block.path, number))
        return replace(block, rows=tuple(rows))

    def _row(self, entry: RowEntry, around: str, number: int | None) -> Row:
        row = entry.new or entry.old or Row("", ())
        if entry.state is State.UNCHANGED:
            return row
        is_whole = entry.old is None or entry.new is None
        if is_whole and number is None:
            number = self._next(_paths_of_row(row) or (around,))
        cells = []
        for place, passages in enumerate(entry.cells):
            own = row.cells[place].path if place < len(row.cells) else ""
            path = own or (row.id if "/" in row.id else "") or around
            cells.append(Cell(self._spans(passages, path, number), own or around))
        if is_whole and number is not None and not any(cell.spans for cell in cells) and cells:
            fate = Fate.ADDED if entry.old is None else Fate.REMOVED
            cells[0] = Cell((Marked(_("(empty)"), around, fate=fate, number=number),), around)
        return Row(row.id, tuple(cells))

    def _signatures(
        self, entry: Entry, block: SignatureBlock, number: int | None
    ) -> SignatureBlock:
        lead = self._spans(entry.passages, "", number)
        people = tuple(self._person(each, number) for each in entry.people)
        return replace(block, lead=lead, people=people)

    def _person(self, entry: PersonEntry, number: int | None) -> SignatureLine:
        person = entry.new or entry.old or SignatureLine("", ())
        if entry.state is State.UNCHANGED:
            return person
        if number is None and entry.state is not State.CHANGED:
            number = self._next((person.path,))
        lines = []
        for each in entry.lines:
            row = each.new or each.old or Row("", ())
            if number is None and (each.old is None or each.new is None):
                own: int | None = self._next((person.path,))
            else:
                own = number
            content = self._line(each, person.path, own)
            lines.append((row.id, content or self._dash(each, person.path, own)))
        return SignatureLine(person.path, tuple(lines))

    def _line(self, entry: RowEntry, path: str, number: int | None) -> Spans:
        """What stands on a line; a label that changed stands before it."""
        label, *content = entry.cells
        spans = self._spans(label, path, None) if number is None and is_changed(label) else ()
        for passages in content:
            spans = (*spans, *((Fixed(" "),) if spans else ()))
            spans = (*spans, *self._spans(passages, path, number))
        return spans

    def _dash(self, entry: RowEntry, path: str, number: int | None) -> Spans:
        """A mark for a line that came or went without anything on it."""
        if number is None or entry.state not in (State.ADDED, State.REMOVED):
            return ()
        return (Marked("—", path, fate=_fate(entry.state), number=number),)

    def _spans(
        self, passages: Passages, around: str, number: int | None, clause: str = ""
    ) -> Spans:
        """The text of passages. Without a number each change gets the next one of its own."""
        found: list[Span] = []
        pending = 0
        for place, passage in enumerate(passages):
            if passage.fate is Fate.KEPT:
                pending = 0
                found += map(_kept, passage.pieces)
                continue
            at = number or (pending if passage.fate is Fate.ADDED else 0)
            if not at:
                pair = passages[place : place + 2] if passage.fate is Fate.REMOVED else (passage,)
                at = self._next(_paths_of_change(pair, around, clause))
            if passage.fate is Fate.ADDED and pending == at and not _is_apart(found, passage.text):
                found.append(Fixed(_GAP))
            pending = at if passage.fate is Fate.REMOVED else 0
            found += [_marked(piece, passage.fate, around, at) for piece in passage.pieces]
        return tuple(found)


def _is_apart(before: Sequence[Span], after: str) -> bool:
    """Whether there is a blank between two texts as they are."""
    return not before or before[-1].text[-1:].isspace() or after[:1].isspace()


def _fate(state: State) -> Fate:
    return Fate.ADDED if state is State.ADDED else Fate.REMOVED


def _kept(piece: Piece) -> Span:
    """The span, or the part of it that the piece is."""
    span = piece.span
    if piece.text == printable(span.text):
        return span
    if isinstance(span, Fixed | Value | Derived | Term | Reference):
        return replace(span, text=piece.text)
    return Value(piece.text, span.path)


def _marked(piece: Piece, fate: Fate, around: str, number: int) -> Marked:
    strong = isinstance(piece.span, Term) or bool(getattr(piece.span, "strong", False))
    path = next(iter(_paths_of(piece.span)), around)
    return Marked(piece.text, path, strong, fate, number)


def _paths_of(span: Span) -> tuple[str, ...]:
    """The values that a span shows; none for fixed words."""
    if isinstance(span, Derived):
        return span.sources
    return (span.path,) if isinstance(span, Value | Gap) else ()


def _paths_of_change(passages: Passages, around: str, clause: str) -> tuple[str, ...]:
    """What a change is about: the values in it, else what the paragraph is about."""
    pieces = [each for p in passages if p.fate is not Fate.KEPT for each in p.pieces]
    values = tuple(path for piece in pieces for path in _paths_of(piece.span))
    wording = f"clauses/{clause.partition('@')[0]}" if clause else ""
    has_words = any(
        isinstance(piece.span, Fixed | Term | Reference) and piece.text.strip() for piece in pieces
    )
    if not has_words:
        return values or (around,)
    return (*values, wording) if values else (around, wording)


def _paths_of_block(block: Block) -> tuple[str, ...]:
    if isinstance(block, Paragraph):
        values = tuple(path for span in block.spans for path in _paths_of(span))
        return (*(values or (block.path,)), f"clauses/{block.id.partition('@')[0]}")
    if isinstance(block, Table):
        return (block.path,)
    return tuple(person.path for person in block.people)


def _paths_of_row(row: Row) -> tuple[str, ...]:
    if "/" in row.id:
        return (row.id,)
    return tuple(path for cell in row.cells for span in cell.spans for path in _paths_of(span))
