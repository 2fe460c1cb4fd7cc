"""A story of the file (the body, a header, a comment) read into paragraphs, in their order."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from itertools import count

from lxml import etree

from slaeditor.returned import Author, CellPlace
from slaeditor.word.reading.change import (
    DELETED,
    INSERTED,
    REVISIONS,
    UNCHANGED,
    Change,
    author,
)
from slaeditor.word.reading.controls import (
    CONTENT,
    CONTROL,
    described,
    is_contents_table,
)
from slaeditor.word.reading.inline import RANGE_MARKS, Inline
from slaeditor.word.reading.names import CHOICE, COMPATIBILITY, FALLBACK, PARAGRAPH, VALUE, W
from slaeditor.word.reading.raw import Aside, End, Item, Kind, Piece, RawParagraph, Start

_TABLE, _ROW, _CELL = W + "tbl", W + "tr", W + "tc"
_FILLER = "\N{ZERO WIDTH JOINER}"
_OFF = frozenset({"0", "false", "off"})


@dataclass(frozen=True, slots=True)
class Story:
    """The paragraphs of a story. `left_open`: a field began that never ended."""

    paragraphs: tuple[RawParagraph, ...]
    left_open: bool


def read_story(
    root: etree._Element, notes: Mapping[tuple[str, str], str], styles: Mapping[str, str]
) -> Story:
    """Read all blocks below `root`.

    `notes` holds the texts of footnotes and endnotes by (kind, id), `styles` the names of the
    paragraph styles by id. Where a field never ends it would hide the rest of the text, so the
    story is read once more with the instructions of fields as text.
    """
    reader = _Reader(notes, styles, transparent_fields=False)
    reader.blocks(root, UNCHANGED)
    left_open = reader.inline.fields.left_open
    if left_open:
        reader = _Reader(notes, styles, transparent_fields=True)
        reader.blocks(root, UNCHANGED)
    reader.finish()
    return Story(tuple(raw for raw in reader.paragraphs if not _only_contents(raw)), left_open)


def _only_contents(raw: RawParagraph) -> bool:
    """Whether a paragraph is nothing but an entry of a contents table."""
    return raw.is_contents and not any(
        isinstance(item, Aside) or (isinstance(item, Piece) and not item.text.isspace())
        for item in raw.items
    )


class _Reader:
    """Walks down the blocks of a story; what stands between paragraphs waits for the next one."""

    def __init__(
        self,
        notes: Mapping[tuple[str, str], str],
        styles: Mapping[str, str],
        *,
        transparent_fields: bool,
    ) -> None:
        self.paragraphs: list[RawParagraph] = []
        self.inline = Inline(notes, transparent_fields=transparent_fields)
        self._styles = styles
        self._waiting: list[Item] = []
        self._cell: CellPlace | None = None
        self._table_now = _TableState(-1)
        self._sources = count()
        self._blocks = count(1)
        self._block = 0
        self._tables = count()
        self._handlers: dict[str, Callable[[etree._Element, Change], None]] = {
            PARAGRAPH: self._paragraph,
            _TABLE: self._table,
            _ROW: self._row,
            _CELL: self._cell_of_row,
            CONTROL: self._control,
            COMPATIBILITY + "AlternateContent": self._alternatives,
            W + "altChunk": self._foreign,
            W + "subDoc": self._foreign,
            **dict.fromkeys(REVISIONS, self._revision),
            **dict.fromkeys(RANGE_MARKS, self._range_mark),
        }

    def blocks(self, element: etree._Element, change: Change) -> None:
        """Read what stands in a body, cell or wrapper."""
        for child in element:
            handler = self._handlers.get(child.tag)
            if handler is not None:
                handler(child, change)
            elif len(child) and not child.tag.endswith("Pr"):
                self.blocks(child, change)

    def finish(self) -> None:
        """Give what still waits to the last paragraph."""
        if self.paragraphs:
            self.paragraphs[-1].items.extend(self._waiting)

    def _paragraph(self, element: etree._Element, change: Change) -> None:
        raw = RawParagraph(next(self._sources), self._block, self._cell)
        raw.items, self._waiting = self._waiting, []
        self.paragraphs.append(raw)
        self.inline.paragraph = raw
        properties = element.find(W + "pPr")
        raw.mark = change
        if properties is not None:
            self._describe(raw, properties, change)
        self.inline.content(element, change)
        if raw.cell is not None:
            _drop_fillers(raw)
        if raw.mark.moved_here == "" or raw.mark.moved_away == "":
            raw.mark = _named(raw.mark, raw)

    def _describe(self, raw: RawParagraph, properties: etree._Element, change: Change) -> None:
        """Take over style, list level and the history of the paragraph mark."""
        for child in properties:
            tag = child.tag
            if tag == W + "pStyle":
                style = child.get(VALUE, "")
                raw.style = self._styles.get(style, style)
            elif tag == W + "numPr":
                raw.level = _level(child)
            elif tag == W + "rPr":
                for mark in child:
                    if mark.tag in REVISIONS:
                        raw.mark = self.inline.moves.within(raw.mark, mark)

    def _range_mark(self, element: etree._Element, change: Change) -> None:
        """A mark between blocks: a start waits, an end belongs to what came before."""
        del change
        mark = self.inline.range_mark(element)
        if mark is None:
            return
        if isinstance(mark, End) and self.paragraphs and not self._waits(mark):
            self.paragraphs[-1].items.append(mark)
        else:
            self._waiting.append(mark)

    def _waits(self, end: End) -> bool:
        return any(isinstance(mark, Start) and mark.key == end.key for mark in self._waiting)

    def _revision(self, element: etree._Element, change: Change) -> None:
        self.blocks(element, self.inline.moves.within(change, element))

    def _alternatives(self, element: etree._Element, change: Change) -> None:
        chosen = element.find(CHOICE)
        if chosen is None:
            chosen = element.find(FALLBACK)
        if chosen is not None:
            self.blocks(chosen, change)

    def _foreign(self, element: etree._Element, change: Change) -> None:
        del element
        self._waiting.append(Aside("embedded document", "", change))

    def _control(self, element: etree._Element, change: Change) -> None:
        content = element.find(CONTENT)
        if content is None or is_contents_table(element):
            return
        tagged, prompt = described(element, whole=True)
        key = self.inline.next_control()
        before = len(self.paragraphs)
        if tagged is not None:
            self._waiting.append(Start(Kind.CONTROL, key, tagged))
        self.inline.silent += prompt
        self.blocks(content, change)
        self.inline.silent -= prompt
        if tagged is not None and len(self.paragraphs) > before:
            self.paragraphs[-1].items.append(End(Kind.CONTROL, key))

    def _table(self, element: etree._Element, change: Change) -> None:
        """Read a table; what stands before and after it is never joined."""
        outer, cell = self._table_now, self._cell
        self._table_now = _TableState(next(self._tables))
        self.blocks(element, change)
        self._table_now, self._cell = outer, cell
        self._block = next(self._blocks)

    def _row(self, element: etree._Element, change: Change) -> None:
        table = self._table_now
        table.row += 1
        table.column = 0
        table.inserted = table.deleted = None
        table.header = False
        properties = element.find(W + "trPr")
        for child in properties if properties is not None else ():
            table.read(child)
        self.blocks(element, change)

    def _cell_of_row(self, element: etree._Element, change: Change) -> None:
        table, span = self._table_now, 1
        inserted, deleted = table.inserted, table.deleted
        properties = element.find(W + "tcPr")
        for child in properties if properties is not None else ():
            if child.tag == W + "gridSpan":
                span = max(number(child.get(VALUE, "1")), 1)
            elif child.tag == W + "cellIns":
                inserted = inserted or author(child)
            elif child.tag == W + "cellDel":
                deleted = deleted or author(child)
        self._cell = CellPlace(
            table.table, max(table.row, 0), table.column, inserted, deleted, table.header
        )
        self._block = next(self._blocks)
        self.blocks(element, change)
        self._block = next(self._blocks)
        table.column += span


@dataclass(slots=True)
class _TableState:
    """Where in a table the reader stands; `row` is -1 before the first."""

    table: int
    row: int = -1
    column: int = 0
    inserted: Author | None = None
    deleted: Author | None = None
    header: bool = False

    def read(self, child: etree._Element) -> None:
        """Take over one property of the row."""
        tag = child.tag
        if tag == INSERTED:
            self.inserted = author(child)
        elif tag == DELETED:
            self.deleted = author(child)
        elif tag == W + "tblHeader":
            self.header = child.get(VALUE, "1") not in _OFF
        elif tag == W + "gridBefore":
            self.column = number(child.get(VALUE, "0"))


def number(text: str) -> int:
    """A count of up to four digits; 0 for anything else."""
    return int(text) if len(text) <= 4 and text.isascii() and text.isdigit() else 0


def _level(properties: etree._Element) -> int | None:
    """The list level from 0 that a `w:numPr` gives; None where it takes the number away."""
    list_id, level = properties.find(W + "numId"), properties.find(W + "ilvl")
    if list_id is None or list_id.get(VALUE, "0") == "0":
        return None
    return 0 if level is None else number(level.get(VALUE, "0"))


def _drop_fillers(raw: RawParagraph) -> None:
    """Leave out the joiners that LibreOffice puts into the cells of a row inserted as tracked."""
    for place in (0, -1):
        pieces = [item for item in raw.items if isinstance(item, Piece)]
        if not pieces or _FILLER not in pieces[place].text:
            continue
        pieces[place].text = pieces[place].text.strip(_FILLER)
        raw.items = [item for item in raw.items if not isinstance(item, Piece) or item.text]


def _named(mark: Change, raw: RawParagraph) -> Change:
    """A moved paragraph mark stands before the range that names its move."""
    for item in raw.items:
        if not isinstance(item, Piece):
            continue
        if mark.moved_here == "" and item.change.moved_here:
            return replace(mark, moved_here=item.change.moved_here)
        if mark.moved_away == "" and item.change.moved_away:
            return replace(mark, moved_away=item.change.moved_away)
    return mark
