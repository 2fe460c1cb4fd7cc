"""Compared tables and signature blocks: rows, cells and lines with tracked changes."""

from collections.abc import Sequence

from slaeditor.blocks import SignatureBlock, Spans, Table
from slaeditor.document.anchors import Kind
from slaeditor.document.comparison import Entry, PersonEntry, RowEntry
from slaeditor.document.passages import Passages
from slaeditor.textdiff import Fate
from slaeditor.word.paragraphs import Writing, direction, styled
from slaeditor.word.redline_text import passages_xml
from slaeditor.word.revision_marks import Marks
from slaeditor.word.styles import CELL_MARGIN
from slaeditor.word.tables import (
    HEADER_ROW,
    RowMarks,
    column_widths,
    framed,
    gap_row,
    head_cell,
    line_height,
    line_row,
    row_properties,
    row_xml,
    signature_frame,
    text_cell,
)


def fate_of(old: object, new: object) -> Fate:
    """What happened to something that is None in the document that lacks it."""
    if old is None:
        return Fate.ADDED
    return Fate.REMOVED if new is None else Fate.KEPT


def redlined_table(entry: Entry, table: Table, writing: Writing, marks: Marks) -> str:
    """A table with its changes, and the empty line behind it; `table` is the one that is shown."""
    fate = fate_of(entry.old, entry.new)
    marks.begin_block(fate)
    breaks = "" if fate is Fate.REMOVED else writing.page_start()[0]
    line = styled("SLASpacer", "", breaks + marks.paragraph(fate)) if breaks else ""
    widths = column_widths(table)
    names = [*table.header, *("" for _ in widths[len(table.header) :])]
    cells = [
        head_cell(
            width,
            names[column],
            passages_xml(_at(entry.header, column), (), writing, marks),
            marks.paragraph(fate),
        )
        for column, width in enumerate(widths)
    ]
    header = row_xml(cells, HEADER_ROW + marks.row(fate))
    rows = "".join(_row(row, widths, writing, marks, fate) for row in entry.rows)
    end = styled("SLASpacer", "", marks.paragraph(fate))
    return line + framed(table, widths, header + rows) + end


def _row(
    entry: RowEntry, widths: Sequence[int], writing: Writing, marks: Marks, outer: Fate
) -> str:
    """A row; one of a table that came or went came or went with it."""
    fate = fate_of(entry.old, entry.new) if outer is Fate.KEPT else outer
    new = entry.new
    anchor = writing.anchors.next(Kind.ROW, new.id).name if new is not None and new.id else ""
    cells = []
    for column, width in enumerate(widths):
        passages = _at(entry.cells, column)
        spans: Spans = new.cells[column].spans if new and column < len(new.cells) else ()
        content = passages_xml(passages, spans, writing, marks, width - 2 * CELL_MARGIN)
        if anchor and not column:
            content = writing.bookmarks.wrap(anchor, content)
        cells.append(text_cell(width, _text(passages), content, marks.paragraph(fate)))
    shown = entry.new or entry.old
    properties = row_properties(shown) if shown else ""
    return row_xml(cells, properties + marks.row(fate))


def _at(cells: Sequence[Passages], column: int) -> Passages:
    return cells[column] if column < len(cells) else ()


def _text(passages: Passages) -> str:
    return "".join(passage.text for passage in passages)


def redlined_signatures(entry: Entry, block: SignatureBlock, writing: Writing, marks: Marks) -> str:
    """A lead-in and the lines below it with their changes; `block` is the one that is shown."""
    fate = fate_of(entry.old, entry.new)
    marks.begin_block(fate)
    is_new = fate is not Fate.REMOVED
    breaks, at_top = writing.page_start() if is_new else ("", "")
    anchor = writing.anchors.next(Kind.CLAUSE, block.id).name if is_new and block.id else ""
    content = passages_xml(entry.passages, block.lead if is_new else (), writing, marks)
    if anchor:
        content = writing.bookmarks.wrap(anchor, content)
    lead_text = "".join(span.text for span in block.lead)
    properties = breaks + direction(lead_text) + at_top + marks.paragraph(fate)
    lead = styled("SLASignatureLead", content, properties)
    if not entry.people:
        return lead
    rows = _people(entry.people, writing, marks)
    had = any(person.old is not None for person in entry.people)
    has = any(person.new is not None for person in entry.people)
    end = styled("SLASpacer", "", marks.paragraph(fate_of(had or None, has or None)))
    return lead + signature_frame(lead_text, rows) + end


def _people(people: Sequence[PersonEntry], writing: Writing, marks: Marks) -> str:
    found = []
    had = has = False
    for position, person in enumerate(people):
        was_apart = True if had and person.old is not None else None
        is_apart = True if has and person.new is not None else None
        if was_apart or is_apart:
            found.append(gap_row(_row_marks(fate_of(was_apart, is_apart), marks)))
        had = had or person.old is not None
        has = has or person.new is not None
        found.append(_person(person, position == len(people) - 1, writing, marks))
    return "".join(found)


def _person(person: PersonEntry, is_last: bool, writing: Writing, marks: Marks) -> str:
    new = person.new
    anchor = writing.anchors.next(Kind.ROW, new.path).name if new and new.path else ""
    outer = fate_of(person.old, person.new)
    rows = []
    for line in person.lines:
        fate = fate_of(line.old, line.new) if outer is Fate.KEPT else outer
        label, content = line.cells
        label_xml = passages_xml(label, (), writing, marks)
        if anchor and line.new is not None:
            label_xml, anchor = writing.bookmarks.wrap(anchor, label_xml), ""
        spans = line.new.cells[1].spans if line.new is not None else ()
        keep = not (is_last and line is person.lines[-1])
        row = line_row(
            label_xml,
            passages_xml(content, spans, writing, marks),
            direction(_text(content)),
            line_height(_text(label)),
            keep=keep,
            marks=_row_marks(fate, marks),
        )
        rows.append(row)
    return "".join(rows)


def _row_marks(fate: Fate, marks: Marks) -> RowMarks:
    return RowMarks(marks.row(fate), (marks.paragraph(fate), marks.paragraph(fate)))
