"""Paragraphs of the document as WordprocessingML: spans, bookmarks, numbers, cross-references."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from slaeditor.blocks import Document, Gap, Paragraph, Reference, Role, Span, Spans, Term
from slaeditor.document.anchors import AnchorCounter, Kind, anchor_name, value_path
from slaeditor.document.text import is_right_to_left
from slaeditor.word import markup
from slaeditor.word.comments import Comments
from slaeditor.word.fitting import fitted_runs
from slaeditor.word.lists import Lists
from slaeditor.word.styles import ROLE_STYLES, SCHEDULE_STYLES

_UNNUMBERED = frozenset({Role.BODY, Role.DEFINITION})
_KEEP_WITH_NEXT = "<w:keepNext/>"
"""For what leads into a list: it never stands alone at the foot of a page."""


@dataclass
class Writing:
    """What stays the same, or counts on, while one document is written.

    `numbers` holds the composed number of each numbered paragraph by its id. `controls` asks for
    content controls round the values, besides their bookmarks.
    """

    numbers: Mapping[str, str]
    controls: bool = False
    comments: Comments = field(default_factory=Comments)
    lists: Lists = field(default_factory=Lists)
    anchors: AnchorCounter = field(default_factory=AnchorCounter)
    bookmarks: markup.Bookmarks = field(default_factory=markup.Bookmarks)
    in_schedule: bool = False
    page_break: bool = False

    def anchored(self, kind: Kind, path: str, content: str) -> str:
        """Content within the bookmark of the next occurrence of `path`; as it is without a path."""
        if not path:
            return content
        return self.marked(self.anchors.next(kind, path).name, content)

    def marked(self, anchor: str, content: str) -> str:
        """Content within the bookmark called `anchor` and the comments that hang on it."""
        return self.comments.wrap(anchor, self.bookmarks.wrap(anchor, content))

    def value(self, span: Span, content: str) -> str:
        """The content of a span that shows a value: within its bookmark, and a control if asked.

        Text of several lines has the bookmark only: a plain-text control is one stretch.
        """
        path = value_path(span)
        if not path or not content:
            return self.anchored(Kind.VALUE, path, content)
        anchor = self.anchors.next(Kind.VALUE, path).name
        marked = self.bookmarks.wrap(anchor, content)
        if self.controls and "\n" not in span.text:
            marked = markup.control(anchor, marked)
        return self.comments.wrap(anchor, marked)

    def page_start(self) -> tuple[str, str]:
        """Properties of the first paragraph on a new page: the break, and no space above.

        Both are empty for any other paragraph; the break is then no longer asked for.
        """
        if not self.page_break:
            return "", ""
        self.page_break = False
        return "<w:pageBreakBefore/>", '<w:spacing w:before="0"/>'


def start_writing(
    document: Document, *, controls: bool = False, comments: Comments | None = None
) -> Writing:
    """The state of a writer before the first block of a document."""
    numbers = {paragraph.id: paragraph.number for paragraph in document.paragraphs()}
    return Writing(numbers, controls, comments or Comments())


def paragraph_xml(paragraph: Paragraph, level: int, writing: Writing) -> str:
    """One paragraph with its style, number, bookmark and the bookmarks of its values.

    `level` is how far its text is indented, as `text_levels` counts.
    """
    frame = paragraph_frame(paragraph, level, writing)
    anchor = writing.anchors.next(Kind.CLAUSE, paragraph.id).name if paragraph.id else ""
    content = spans_xml(paragraph.spans, writing)
    if anchor:
        content = writing.marked(anchor, content)
    return styled(frame.style, frame.typed + content, frame.properties)


@dataclass(frozen=True, slots=True)
class Frame:
    """What a paragraph has besides its content: style, properties in order, a typed number."""

    style: str
    properties: str
    typed: str = ""


def paragraph_frame(paragraph: Paragraph, level: int, writing: Writing) -> Frame:
    """Count a paragraph and tell how it looks; a page break that is asked for goes into it."""
    if paragraph.role is Role.SCHEDULE:
        writing.in_schedule = True
    numbering = writing.lists.numbering(paragraph, in_schedule=writing.in_schedule)
    breaks, at_top = writing.page_start()
    keep = _KEEP_WITH_NEXT if paragraph.text.endswith(":") else ""
    properties = keep + breaks + numbering.properties + direction(paragraph.text) + at_top
    typed = markup.runs(f"{numbering.typed}\t") if numbering.typed else ""
    return Frame(_style(paragraph, level, writing), properties, typed)


def struck_frame(paragraph: Paragraph, level: int, writing: Writing) -> Frame:
    """How a paragraph looks that is no longer part of the document: nothing is counted."""
    numbering = writing.lists.struck(paragraph, in_schedule=writing.in_schedule)
    keep = _KEEP_WITH_NEXT if paragraph.text.endswith(":") else ""
    properties = keep + numbering.properties + direction(paragraph.text)
    return Frame(_style(paragraph, level, writing), properties)


def styled(style: str, content: str, properties: str = "") -> str:
    """A `w:p` of a style; `properties` follow `w:pStyle` in the order of the schema."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def direction(text: str) -> str:
    """The paragraph property of a text that reads from right to left, else nothing."""
    return "<w:bidi/>" if is_right_to_left(text) else ""


def _style(paragraph: Paragraph, level: int, writing: Writing) -> str:
    if writing.in_schedule and paragraph.role in SCHEDULE_STYLES:
        return SCHEDULE_STYLES[paragraph.role]
    if paragraph.role in _UNNUMBERED and not level:
        return "SLAText"
    return ROLE_STYLES[paragraph.role]


def spans_xml(spans: Spans, writing: Writing, room: int = 0) -> str:
    """All spans of a paragraph or cell, one after the other.

    Where `room` is given, the width of a line in a cell, longer words are made to fit into it.
    """
    return "".join(_span_xml(span, writing, room) for span in spans)


def _span_xml(span: Span, writing: Writing, room: int) -> str:
    if isinstance(span, Reference):
        return reference_xml(span, writing)
    content = fitted_runs(span.text, look(span), room)
    return writing.value(span, content)


def look(span: Span) -> str:
    """The properties of the runs of a span."""
    if isinstance(span, Gap):
        return markup.HIGHLIGHT
    if isinstance(span, Term) or getattr(span, "strong", False):
        return markup.BOLD
    return ""


def reference_xml(span: Reference, writing: Writing) -> str:
    """A live cross-reference: the target's number within the composed text is a field.

    What stands joined to the number belongs to it ("3.2(a)" for the item "(a)"); other text
    round it stays text ("paragraph 2 of Schedule 1"). Without a numbered target
    the composed text is all that is printed.
    """
    number = writing.numbers.get(span.target, "")
    if not number:
        return markup.runs(span.text)
    text = span.text
    start_of_number = r"\S*" if number.startswith("(") else r"(?<![\w.])"
    found = re.search(rf"{start_of_number}{re.escape(number)}(?!\w|[.(]\w)", text)
    start, end = found.span() if found else (0, len(text))
    instruction = f"REF {anchor_name(Kind.CLAUSE, span.target, 1)} \\w \\h"
    linked = markup.field(instruction, text[start:end])
    return markup.runs(text[:start]) + linked + markup.runs(text[end:])
