"""A document laid out on pages of paper: for the page numbers of headings, for PDF and for print.

The text is that of the preview, in the look and with the margins of the Word file. It is laid out
anew until no heading stands alone at the foot of a page. Nothing here is shown in the window, so a
worker thread may do it; all of it then belongs to that thread.
"""

from collections.abc import Callable, Iterator, Mapping

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPainter,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
    QTextTable,
    QTextTableCellFormat,
)

from slaeditor.blocks import Block, Document, Paragraph, Role, SignatureBlock, Table
from slaeditor.document.contents import TITLE, contents
from slaeditor.document.text import text_levels
from slaeditor.errors import ExportCancelled
from ui.export.typesetting import CELL_EDGE, NEW_PAGE, RULE, PrintedTypesetting
from ui.preview.entries import Entry, Look
from ui.preview.writing import Writer, shown

TOP, SIDE, BOTTOM = 79.4, 70.9, 70.9
"""Margins of the page in points, as in the Word file."""

POINTS_PER_INCH = 72.0

A4 = QSizeF(595.3, 841.9)
"""Width and height of the usual paper in points."""

_LEADING = frozenset(
    {
        Role.PLAIN_HEADING,
        Role.HEADING,
        Role.SCHEDULE,
        Role.PART,
        Role.PARAGRAPH_HEADING,
        Role.SIGNATURE_LEAD,
    }
)
_WIDE_NUMBERS = frozenset({Role.SCHEDULE, Role.PART})
_LONG = 4
"""Lines of a paragraph from which on a page may end within it."""

_SLACK = 2.0
"""Pixels by which a row may stand elsewhere than worked out."""

_NUMBER = 70.9
"""Points that a number takes in the table of contents."""


class Pages:
    """The pages of one document on one kind of paper.

    `paper` is width and height of a page in points. `cancelled` is asked between the blocks;
    ExportCancelled is raised once it is true.
    """

    def __init__(
        self,
        document: Document,
        paper: QSizeF = A4,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> None:
        self._paper = paper
        self._cancelled = cancelled
        self.look = PrintedTypesetting()
        self._writer = Writer(self.look)
        self._starts: dict[str, int] = {}
        self._lines: dict[str, int] = {}
        self._kept: list[tuple[int, int]] = []
        self._tables: set[int] = set()
        self._leads_from = -1
        self._text = QTextDocument()
        self._dress()
        self._write(document)
        self._keep_together()
        self._pages = {
            name: self._page_of(self._text.findBlock(start)) for name, start in self._starts.items()
        }
        self._number_contents()

    def _dress(self) -> None:
        text, look = self._text, self.look
        text.setUndoRedoEnabled(False)
        text.setUseDesignMetrics(True)
        text.setDefaultFont(look.font)
        width, height = self._paper.width(), self._paper.height()
        text.setPageSize(QSizeF(look.pixels(width), look.pixels(height)))
        frame = text.rootFrame().frameFormat()
        frame.setTopMargin(look.pixels(TOP))
        frame.setBottomMargin(look.pixels(BOTTOM))
        frame.setLeftMargin(look.pixels(SIDE))
        frame.setRightMargin(look.pixels(SIDE))
        text.rootFrame().setFrameFormat(frame)

    @property
    def of_headings(self) -> Mapping[str, int]:
        """The page of each heading in the table of contents, by its id."""
        return {name: self._pages[name] for name in self._lines}

    def page_of(self, block_id: str) -> int:
        """The page, from 1, on which the paragraph or table with that id begins."""
        return self._pages[block_id]

    @property
    def count(self) -> int:
        """How many pages there are."""
        return self._text.pageCount()

    def paint(self, painter: QPainter, page: int) -> None:
        """Paint the text of a page, counted from 0; the painter's unit is a point."""
        width, height = self._text.pageSize().width(), self._text.pageSize().height()
        painter.save()
        painter.scale(1 / self.look.pixels(1), 1 / self.look.pixels(1))
        painter.translate(0, -page * height)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = QRectF(0, page * height, width, height)
        painter.setClipRect(context.clip)
        self._text.documentLayout().draw(painter, context)
        painter.restore()

    # Writing.

    def _write(self, document: Document) -> None:
        """Write everything within one edit block: Qt lays the text out once, at its end."""
        cursor = QTextCursor(self._text)
        cursor.beginEditBlock()
        try:
            for entry, ends_cover in _entries(document):
                if self._cancelled():
                    raise ExportCancelled
                start = cursor.position()
                self._starts.setdefault(entry.block.id, start)
                self._writer.insert(cursor, entry)
                self._keep(entry.block, start, cursor.position())
                if ends_cover:
                    self._write_contents(cursor, document)
            last = QTextBlockFormat()
            last.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
            cursor.setBlockFormat(last)
        finally:
            cursor.endEditBlock()

    def _write_contents(self, cursor: QTextCursor, document: Document) -> None:
        """The table of contents on a page of its own, without its page numbers yet."""
        entries = contents(document)
        if not entries:
            return
        title = self.look.spaced(0, 12)
        title.setPageBreakPolicy(NEW_PAGE)
        self._add_line(cursor, TITLE, title, self.look.character(Role.SCHEDULE))
        width = self.look.pixels(self._paper.width() - 2 * SIDE - 1)
        at_end = QTextOption.Tab(width, QTextOption.TabType.RightTab)
        number = QTextOption.Tab(self.look.pixels(_NUMBER), QTextOption.TabType.LeftTab)
        for entry in entries:
            line = self.look.spaced(0, 5)
            line.setTabPositions([number, at_end] if entry.number else [at_end])
            words = f"{entry.number}\t{entry.title}" if entry.number else entry.title
            self._add_line(cursor, words, line, self.look.character(Role.BODY))
            self._lines[entry.id] = cursor.position() - 1

    def _add_line(
        self, cursor: QTextCursor, words: str, block: QTextBlockFormat, letters: QTextCharFormat
    ) -> None:
        cursor.setBlockFormat(block)
        cursor.insertText(shown(words), letters)
        cursor.insertBlock(self.look.plain_block(), letters)

    def _number_contents(self) -> None:
        """Add the pages to the lines of the table of contents, the last one first."""
        cursor = QTextCursor(self._text)
        cursor.beginEditBlock()
        for name, end in reversed(self._lines.items()):
            cursor.setPosition(end)
            words = f"\t{self._pages[name]}"
            cursor.insertText(words, self.look.character(Role.BODY))
        cursor.endEditBlock()

    # Keeping together what belongs together.

    def _keep(self, block: Block, start: int, end: int) -> None:
        """Note from where to where no page may end: a heading goes with what follows it."""
        leads = isinstance(block, Paragraph) and _leads(block)
        first = self._leads_from if self._leads_from >= 0 else start
        self._leads_from = first if leads else -1
        if not leads:
            last = end - 1 if isinstance(block, SignatureBlock) else self._first_text(block, start)
            self._kept.append((first, last))
            if isinstance(block, Table) and len(block.rows) > 1:
                self._tables.add(last)

    def _first_text(self, block: Block, start: int) -> int:
        """Where the text of a block begins: that of a table in its first row below the names."""
        found = self._text.findBlock(start)
        if isinstance(block, Table):
            for _cell in range(1 + len(block.header) * bool(block.rows)):
                found = found.next()
        return found.position()

    def _keep_together(self) -> None:
        """Begin a new page where one would end within what belongs together, from the top down.

        Qt lays out no further than it is asked for, and then has no lines to look at: all at once.
        """
        self._text.pageCount()
        for start, end in self._kept:
            if self._cancelled():
                raise ExportCancelled
            first, last = self._text.findBlock(start), self._text.findBlock(end)
            if self._page_of(first) != self._page_of(last, self._last_kept_line(last)):
                _begin_page(first)
            if end in self._tables:
                self._keep_rows(QTextCursor(last).currentTable())

    def _keep_rows(self, table: QTextTable) -> None:
        """Let no page end within a row: the one before it is as high as the page has room.

        Where rows will stand is worked out from their lines, and all is changed at once.
        """
        layout, look = self._text.documentLayout(), self.look
        line = layout.blockBoundingRect(table.cellAt(0, 0).firstCursorPosition().block()).height()
        line /= max(_lines(table, 0, 1), 1)
        edges = look.pixels(2 * CELL_EDGE + RULE)
        height, foot = self._text.pageSize().height(), look.pixels(BOTTOM)
        heights = [
            edges + line * _lines(table, row, table.columns()) for row in range(table.rows())
        ]
        below = heights[0] if table.format().headerRowCount() else 0.0
        top = layout.blockBoundingRect(table.cellAt(0, 0).firstCursorPosition().block()).top()
        at = top % height - look.pixels(CELL_EDGE)
        cursor = QTextCursor(self._text)
        cursor.beginEditBlock()
        for row, needed in enumerate(heights):
            room = height - foot - at
            if needed + _SLACK > room and row:
                _make_higher(table, row - 1, room - _SLACK)
                at = look.pixels(TOP) + below
            at += needed
        cursor.endEditBlock()

    def _last_kept_line(self, block: QTextBlock) -> int:
        """The line of a paragraph that stays with its first: no line stands alone on a page."""
        count = block.layout().lineCount()
        return count - 1 if count < _LONG else min(1, count - 1)

    def _page_of(self, block: QTextBlock, number: int = 0) -> int:
        """The page, from 1, on which a paragraph's line stands; that of its place without lines."""
        place = self._text.documentLayout().blockBoundingRect(block)
        layout = block.layout()
        height = place.top()
        if layout.lineCount():
            height += layout.lineAt(number).y() - layout.boundingRect().top()
        return int(height // self._text.pageSize().height()) + 1


def _entries(document: Document) -> Iterator[tuple[Entry, bool]]:
    """Every block of a document with its look, and whether the cover ends with it."""
    cover_before = False
    for part in document.parts:
        new_page, cover_before = part.new_page or cover_before, part.id == "cover"
        last = len(part.blocks) - 1
        for at, (block, level) in enumerate(
            zip(part.blocks, text_levels(part.blocks), strict=True)
        ):
            if isinstance(block, Paragraph) and block.role in _WIDE_NUMBERS:
                level = 1
            look = Look(level, starts_page=new_page and at == 0)
            yield Entry(part.id, block.id, block, look, 0), cover_before and at == last


def _begin_page(block: QTextBlock) -> None:
    shape = block.blockFormat()
    shape.setPageBreakPolicy(NEW_PAGE)
    shape.setTopMargin(0)
    QTextCursor(block).setBlockFormat(shape)


def _lines(table: QTextTable, row: int, columns: int) -> int:
    """Lines of the longest of the first cells of a row."""
    cells = (table.cellAt(row, column) for column in range(columns))
    return max(cell.firstCursorPosition().block().layout().lineCount() for cell in cells)


def _make_higher(table: QTextTable, row: int, by: float) -> None:
    """Add so many pixels below the text of a row, as far as there are any."""
    for column in range(table.columns() if by > 0 else 0):
        cell = table.cellAt(row, column)
        shape = QTextTableCellFormat(cell.format().toTableCellFormat())
        shape.setBottomPadding(shape.bottomPadding() + by)
        cell.setFormat(shape)


def _leads(paragraph: Paragraph) -> bool:
    """Whether a paragraph must not be the last one on a page."""
    return paragraph.role in _LEADING or paragraph.text.endswith(":")
