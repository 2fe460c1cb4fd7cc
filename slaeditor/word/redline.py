"""Two revisions as one Word file with tracked changes: accepting all gives the new text.

Rejecting all gives the old one. Words, rows and signature lines are marked one by one; what moved
is deleted in one place and inserted in the other. What was deleted has no bookmarks any more, and
there are no content controls: some programs don't see changes within them. The line of the cover
that names the draft shows the new draft without a mark.
"""

from collections.abc import Callable, Iterator
from datetime import date, datetime

from slaeditor.blocks import Document, Paragraph, SignatureBlock, Table
from slaeditor.document.anchors import Kind
from slaeditor.document.comparing import DRAFT_LINES, compare
from slaeditor.document.comparison import Comparison, Entry, PartEntry, State
from slaeditor.document.copies import Copy, Form, Profile
from slaeditor.document.house import House, in_house
from slaeditor.document.text import text_levels
from slaeditor.errors import ExportCancelled
from slaeditor.textdiff import Fate
from slaeditor.word.contents import contents_xml
from slaeditor.word.house.writing import lists_of
from slaeditor.word.paragraphs import (
    Writing,
    paragraph_frame,
    paragraph_xml,
    start_writing,
    struck_frame,
    styled,
)
from slaeditor.word.redline_tables import fate_of, redlined_signatures, redlined_table
from slaeditor.word.redline_text import passages_xml
from slaeditor.word.revision_marks import Marks
from slaeditor.word.tables import SPACER, signature_xml, table_xml
from slaeditor.word.write import package_bytes, page_break_line

Levels = dict[int, int]
"""How far each block of a part is indented, by the identity of the block."""


def redline_bytes(
    old: Document,
    new: Document,
    *,
    author: str,
    when: datetime | date,
    copy: Copy = Copy.REVIEW,
    house: House | None = None,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> bytes:
    """Write what became of the old document; the same arguments give the same bytes.

    The changes are `author`'s, made at `when`; `copy` says for whom, `house` in which template.
    `progress` is told blocks done and blocks in all. Raises ExportCancelled once `cancelled` is
    true, and what `copy_of` raises.
    """
    shown = in_house(new, house)
    comparison = compare(in_house(old, house), shown)
    writing, marks = start_writing(shown), Marks(author, when)
    writing.lists = lists_of(house)
    pieces = []
    total = len(comparison.entries)
    table = contents_xml(shown, {})
    for done, piece in enumerate(_entries(comparison, writing, marks, table), start=1):
        if cancelled is not None and cancelled():
            raise ExportCancelled
        pieces.append(piece)
        if progress is not None:
            progress(done, total)
    pieces.append(_end(comparison))
    day = when.date() if isinstance(when, datetime) else when
    form = Form(copy, Profile.COMPATIBLE, house=house)
    return package_bytes(new, "".join(pieces), writing, day, form)


def _entries(comparison: Comparison, writing: Writing, marks: Marks, table: str) -> Iterator[str]:
    """The markup of each entry, the new table of contents behind the cover's last one, unmarked.

    The part after the cover begins a page, as `new_page` asks.
    """
    cover_before = False
    for part in comparison.parts:
        writing.in_schedule = part.id.startswith("schedule-")
        if part.new is not None:
            writing.page_break = part.new.new_page or cover_before
            cover_before = part.id == "cover"
        levels = _levels(part)
        for entry in part.entries:
            ends_cover = part.id == "cover" and entry is part.entries[-1]
            yield _entry(entry, levels, writing, marks) + (table if ends_cover else "")


def _levels(part: PartEntry) -> Levels:
    found: Levels = {}
    for side in (part.old, part.new):
        blocks = side.blocks if side is not None else ()
        found |= dict(zip(map(id, blocks), text_levels(blocks), strict=True))
    return found


def _end(comparison: Comparison) -> str:
    """An empty last line where the last one is marked: no program lets the last one go."""
    entries = comparison.entries
    return SPACER if entries and entries[-1].state is not State.UNCHANGED else ""


def _entry(entry: Entry, levels: Levels, writing: Writing, marks: Marks) -> str:
    block = entry.block
    if isinstance(block, Paragraph):
        return _paragraph(entry, block, levels, writing, marks)
    is_same = entry.state is State.UNCHANGED
    if isinstance(block, Table):
        if is_same:
            return page_break_line(writing) + table_xml(block, writing)
        return redlined_table(entry, block, writing, marks)
    return _signatures(entry, block, is_same, writing, marks)


def _signatures(
    entry: Entry, block: SignatureBlock, is_same: bool, writing: Writing, marks: Marks
) -> str:
    if is_same:
        return signature_xml(block, writing)
    return redlined_signatures(entry, block, writing, marks)


def _paragraph(
    entry: Entry, paragraph: Paragraph, levels: Levels, writing: Writing, marks: Marks
) -> str:
    level = levels[id(paragraph)]
    if paragraph.id in DRAFT_LINES:
        return "" if entry.new is None else paragraph_xml(paragraph, level, writing)
    if entry.state is State.UNCHANGED:
        return paragraph_xml(paragraph, level, writing)
    fate = fate_of(entry.old, entry.new)
    marks.begin_block(fate)
    if fate is Fate.REMOVED:
        frame = struck_frame(paragraph, level, writing)
        content = passages_xml(entry.passages, (), writing, marks)
        return styled(frame.style, content, frame.properties + marks.paragraph(fate))
    frame = paragraph_frame(paragraph, level, writing)
    anchor = writing.anchors.next(Kind.CLAUSE, paragraph.id).name if paragraph.id else ""
    content = passages_xml(entry.passages, paragraph.spans, writing, marks)
    if anchor:
        content = writing.bookmarks.wrap(anchor, content)
    properties = frame.properties + marks.paragraph(fate)
    if entry.is_level_changed and isinstance(entry.old, Paragraph):
        before = struck_frame(entry.old, levels[id(entry.old)], writing)
        properties += marks.former(before) if before.style != frame.style else ""
    return styled(frame.style, marks.text(frame.typed, fate) + content, properties)
