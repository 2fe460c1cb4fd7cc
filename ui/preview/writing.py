"""Writes the entries of a document into a text document at a place, or anew in their place.

Line feeds within a paragraph or cell become line separators, so that each stays one text block.
"""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from PySide6.QtGui import QTextCursor, QTextTable, QTextTableCell, QTextTableFormat

from slaeditor.blocks import Paragraph, Role, Row, SignatureBlock, Spans, Table
from slaeditor.document.text import printable
from slaeditor.values.words import NO_BREAK_SPACE
from ui.preview.entries import Entry, Look
from ui.preview.typesetting import CELL, Typesetting, Wearer

LINE = "\N{LINE SEPARATOR}"
SIGNATURE_WIDTHS = (0.25, 0.6, 0.15)
"""Shares of the width for label, line and the empty rest."""

_KEEP = QTextCursor.MoveMode.KeepAnchor
_MARKS_OF_QT = re.compile("[\ufdd0\ufdd1]")


def shown(text: str) -> str:
    """The text as it stands in the preview, without the marks by which Qt ends a paragraph."""
    return _MARKS_OF_QT.sub("\N{REPLACEMENT CHARACTER}", printable(text).replace("\n", LINE))


class Writer:
    """Writes entries with one look."""

    def __init__(self, typesetting: Typesetting) -> None:
        self.look = typesetting

    def insert(self, cursor: QTextCursor, entry: Entry) -> None:
        """Write an entry in front of the paragraph at whose start the cursor stands.

        The cursor ends at the start of that paragraph, which keeps its look.
        """
        block = entry.block
        if isinstance(block, Paragraph):
            self._insert_paragraph(cursor, block, entry)
        elif isinstance(block, Table):
            self._insert_table(cursor, block, entry.look)
        else:
            self._insert_signature(cursor, block, entry)

    def rewrite(self, cursor: QTextCursor, old: Entry, new: Entry) -> bool:
        """Change what stands at the cursor from one state of an entry to another.

        False where the two differ in more than texts; then nothing was changed.
        """
        if isinstance(old.block, Paragraph) and isinstance(new.block, Paragraph):
            self._fill_paragraph(cursor, new.block, new)
            return True
        if isinstance(old.block, Table) and isinstance(new.block, Table):
            return self._rewrite_table(cursor, old.block, new.block, new.look)
        return False

    # Paragraphs.

    def _insert_paragraph(self, cursor: QTextCursor, paragraph: Paragraph, entry: Entry) -> None:
        start = cursor.position()
        cursor.insertBlock(cursor.blockFormat(), cursor.blockCharFormat())
        cursor.setPosition(start)
        self._fill_paragraph(cursor, paragraph, entry)
        cursor.movePosition(QTextCursor.MoveOperation.NextBlock)

    def _fill_paragraph(self, cursor: QTextCursor, paragraph: Paragraph, entry: Entry) -> None:
        cursor.setBlockFormat(self.look.block(paragraph, entry.look))
        cursor.setBlockCharFormat(self.look.character(paragraph.role))
        self._clear_block(cursor)
        if paragraph.number:
            number = self.look.character(paragraph.role, target=paragraph.path)
            cursor.insertText(paragraph.number + ("\t" if entry.look.level else "  "), number)
        self._insert_spans(cursor, paragraph.spans, paragraph.role, paragraph.path)

    def _clear_block(self, cursor: QTextCursor) -> None:
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, _KEEP)
        cursor.removeSelectedText()

    def _insert_spans(self, cursor: QTextCursor, spans: Spans, wearer: Wearer, around: str) -> None:
        for span in spans:
            if span.text:
                text = shown(span.text)
                if wearer == CELL:  # a narrow column has no room for what stays together elsewhere
                    text = text.replace(NO_BREAK_SPACE, " ")
                cursor.insertText(text, self.look.span(span, wearer, around))

    # Tables.

    def _insert_table(self, cursor: QTextCursor, table: Table, look: Look) -> None:
        columns = _columns(table)
        first = 1 if table.header else 0
        shape = self.look.table(table.widths, look, header=bool(table.header))
        written = self._new_table(cursor, first + len(table.rows), columns, shape)
        for column, name in enumerate(table.header):
            cell = written.cellAt(0, column)
            cell.setFormat(self.look.cell(header=True))
            cell.firstCursorPosition().insertText(shown(name), self.look.header)
        for number, row in enumerate(table.rows, start=first):
            self._fill_row(written, number, row, table.path)

    def _new_table(
        self, cursor: QTextCursor, lines: int, columns: int, shape: QTextTableFormat
    ) -> QTextTable:
        """An empty table before the paragraph at the cursor, where the cursor comes to stand.

        Qt keeps an empty paragraph of no height before it and takes the look of the one behind it.
        """
        start, block, character = cursor.position(), cursor.blockFormat(), cursor.blockCharFormat()
        table = cursor.insertTable(max(lines, 1), columns, shape)
        cursor.setPosition(start)
        cursor.setBlockFormat(self.look.plain_block())
        cursor.setBlockCharFormat(self.look.character(CELL))
        cursor.setPosition(table.lastPosition() + 1)
        cursor.setBlockFormat(block)
        cursor.setBlockCharFormat(character)
        return table

    def _fill_row(self, table: QTextTable, number: int, row: Row, around: str) -> None:
        for column, content in enumerate(row.cells):
            cell = table.cellAt(number, column)
            cell.setFormat(self.look.cell())
            self._fill_cell(cell, content.spans, content.path or around)

    def _fill_cell(self, cell: QTextTableCell, spans: Spans, around: str) -> None:
        cursor = cell.firstCursorPosition()
        cursor.setPosition(cell.lastCursorPosition().position(), _KEEP)
        cursor.removeSelectedText()
        self._insert_spans(cursor, spans, CELL, around)

    def _rewrite_table(self, cursor: QTextCursor, old: Table, new: Table, look: Look) -> bool:
        """Rows by their ids: new ones in, old ones out, and only the changed cells anew."""
        if (old.header, bool(old.widths)) != (new.header, bool(new.widths)):
            return False
        if _columns(old) != _columns(new):
            return False
        cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
        table = cursor.currentTable()
        shape = self.look.table(new.widths, look, header=bool(new.header))
        if _differ(table.format(), shape):
            table.setFormat(shape)
        first = 1 if old.header else 0
        kept, wanted = [row.id for row in old.rows], [row.id for row in new.rows]
        changes = SequenceMatcher(None, kept, wanted, autojunk=False).get_opcodes()
        for _, start, end, new_start, new_end in reversed(changes):
            rows, news = old.rows[start:end], new.rows[new_start:new_end]
            if kept[start:end] == wanted[new_start:new_end]:
                self._rewrite_rows(table, first + start, rows, news, new.path)
            else:
                self._exchange_rows(table, first + start, len(rows), news, new.path)
        return True

    def _exchange_rows(
        self, table: QTextTable, at: int, gone: int, rows: Sequence[Row], around: str
    ) -> None:
        if rows:
            table.insertRows(at + gone, len(rows))
        for number, row in enumerate(rows, start=at + gone):
            self._fill_row(table, number, row, around)
        if gone:
            table.removeRows(at, gone)

    def _rewrite_rows(
        self, table: QTextTable, at: int, old: Sequence[Row], new: Sequence[Row], around: str
    ) -> None:
        for number, (before, after) in enumerate(zip(old, new, strict=True), start=at):
            for column, (was, content) in enumerate(zip(before.cells, after.cells, strict=True)):
                if was != content:
                    cell = table.cellAt(number, column)
                    self._fill_cell(cell, content.spans, content.path or around)

    # Signatures.

    def _insert_signature(self, cursor: QTextCursor, block: SignatureBlock, entry: Entry) -> None:
        path = block.people[0].path if block.people else ""
        lead = Paragraph(Role.SIGNATURE_LEAD, block.id, block.lead, path=path)
        self._insert_paragraph(cursor, lead, entry)
        for person in block.people:
            is_last = person is block.people[-1]
            shape = self.look.table(SIGNATURE_WIDTHS, entry.look if is_last else Look(0))
            table = self._new_table(cursor, len(person.lines), len(SIGNATURE_WIDTHS), shape)
            for number, (label, spans) in enumerate(person.lines):
                name, content = table.cellAt(number, 0), table.cellAt(number, 1)
                name.setFormat(self.look.cell(ruled=False))
                content.setFormat(self.look.cell())
                words = self.look.character(CELL, target=person.path)
                name.firstCursorPosition().insertText(shown(label), words)
                self._fill_cell(content, spans, person.path)


def _differ(one: QTextTableFormat, other: QTextTableFormat) -> bool:
    """Whether two shapes of a table differ in what may change while it stands."""
    return (one.bottomMargin(), one.width(), one.columnWidthConstraints()) != (
        (other.bottomMargin(), other.width(), other.columnWidthConstraints())
    )


def _columns(table: Table) -> int:
    return max(len(table.header), *(len(row.cells) for row in table.rows), 1)
