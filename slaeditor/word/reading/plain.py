"""The quick way for paragraphs that nobody touched: one line that both views show."""

from slaeditor.returned import Line
from slaeditor.word.reading.change import UNCHANGED
from slaeditor.word.reading.ranges import Draft, Range
from slaeditor.word.reading.raw import Aside, End, Kind, Piece, RawParagraph, Start


def plain_line(raw: RawParagraph) -> Line | None:
    """The line of a paragraph without changes, whose ranges all begin and end in it; else None.

    A range that starts here doesn't know its line's index and needs none: it ends here too.
    """
    if raw.line is not None:
        return raw.line
    if raw.mark != UNCHANGED or (raw.cell and (raw.cell.inserted or raw.cell.deleted)):
        return None
    draft = Draft(0, sources=[raw.source])
    open_ranges: dict[str, Range] = {}
    for item in raw.items:
        if isinstance(item, Piece):
            if item.looks or item.change != UNCHANGED:
                return None
            draft.text += item.text
        elif not _range(item, draft, open_ranges):
            return None
    if open_ranges:
        return None
    raw.line = draft.line(raw)
    return raw.line


def _range(item: Start | End | Aside, draft: Draft, open_ranges: dict[str, Range]) -> bool:
    """Note a start or an end; False for what needs the whole view to be placed."""
    if isinstance(item, Start):
        key = item.key
        if item.kind is Kind.COMMENT or key in open_ranges:
            return False
        open_ranges[key] = Range(item, 0, len(draft.text))
        draft.ranges.append(open_ranges[key])
        return True
    found = open_ranges.pop(item.key, None) if isinstance(item, End) else None
    if found is None:
        return False
    found.end_index, found.end_offset = 0, len(draft.text)
    return True
