"""A composed document as one page of semantic HTML with a style sheet of its own, to export."""

from collections.abc import Callable
from html import escape

from slaeditor.blocks import (
    Block,
    Document,
    Gap,
    Paragraph,
    Part,
    Reference,
    Role,
    SignatureBlock,
    Span,
    Spans,
    Table,
    Term,
)
from slaeditor.document.html_style import PAGE_STYLE
from slaeditor.document.text import is_right_to_left, printable, text_levels

_TAGS = {
    Role.COVER_TITLE: "h1",
    Role.PLAIN_HEADING: "h2",
    Role.HEADING: "h2",
    Role.SCHEDULE: "h2",
    Role.PART: "h3",
    Role.PARAGRAPH_HEADING: "h4",
}

_SpanWriter = Callable[[Span], str]


def html_page(document: Document) -> str:
    """The document as one HTML page that needs no other file."""
    numbered = {paragraph.id for paragraph in document.paragraphs() if paragraph.id}

    def write(span: Span) -> str:
        return _page_span(span, numbered)

    parts = "\n".join(_page_part(part, write) for part in document.parts)
    return (
        f'<!DOCTYPE html>\n<html lang="{_attribute(document.language)}">\n<head>\n'
        f'<meta charset="utf-8">\n<title>{_text(document.title)}</title>\n'
        f"<style>{PAGE_STYLE}</style>\n</head>\n<body>\n{parts}\n</body>\n</html>\n"
    )


def _text(text: str) -> str:
    return escape(printable(text), quote=False)


def _attribute(text: str) -> str:
    return escape(printable(text), quote=True)


def _direction(text: str) -> str:
    return ' dir="rtl"' if is_right_to_left(text) else ""


def _is_strong(span: Span) -> bool:
    return isinstance(span, Term) or bool(getattr(span, "strong", False))


def _spans(spans: Spans, write: _SpanWriter) -> str:
    return "".join(write(span) for span in spans)


def _plain(spans: Spans) -> str:
    return "".join(span.text for span in spans)


def _page_span(span: Span, numbered: set[str]) -> str:
    text = _text(span.text)
    if isinstance(span, Gap):
        return f"<mark>{text}</mark>"
    if isinstance(span, Reference) and span.target in numbered:
        return f'<a href="#{_attribute(span.target)}">{text}</a>'
    return f"<strong>{text}</strong>" if _is_strong(span) else text


def _page_part(part: Part, write: _SpanWriter) -> str:
    blocks = "\n".join(
        _page_block(block, level, write)
        for block, level in zip(part.blocks, text_levels(part.blocks), strict=True)
    )
    css = ' class="new-page"' if part.new_page else ""
    return f"<section{css}>\n{blocks}\n</section>"


def _page_block(block: Block, level: int, write: _SpanWriter) -> str:
    if isinstance(block, Paragraph):
        return _page_paragraph(block, level, write)
    if isinstance(block, Table):
        return _page_table(block, write)
    return _page_signature(block, write)


def _page_paragraph(paragraph: Paragraph, level: int, write: _SpanWriter) -> str:
    tag = _TAGS.get(paragraph.role, "p")
    css = f"{paragraph.role.value} level-{level}" + (" numbered" if paragraph.number else "")
    name = f' id="{_attribute(paragraph.id)}"' if paragraph.id else ""
    number = f'<span class="number">{_text(paragraph.number)}</span> ' if paragraph.number else ""
    content = _spans(paragraph.spans, write)
    return f'<{tag}{name} class="{css}"{_direction(paragraph.text)}>{number}{content}</{tag}>'


def _page_table(table: Table, write: _SpanWriter) -> str:
    columns = "".join(f'<col style="width:{share:.1%}">' for share in table.widths)
    header = "".join(f'<th scope="col">{_text(name)}</th>' for name in table.header)
    rows = "\n".join(
        "<tr>"
        + "".join(
            f"<td{_direction(cell.text)}>{_spans(cell.spans, write)}</td>" for cell in row.cells
        )
        + "</tr>"
        for row in table.rows
    )
    return (
        f'<table class="grid" aria-description="{_attribute(table.description)}">'
        f"<caption>{_text(table.caption)}</caption><colgroup>{columns}</colgroup>\n"
        f"<thead><tr>{header}</tr></thead>\n<tbody>\n{rows}\n</tbody></table>"
    )


def _page_signature(block: SignatureBlock, write: _SpanWriter) -> str:
    people = "\n".join(
        "<table>"
        + "".join(
            f'<tr><th scope="row">{_text(label)}</th>'
            f"<td{_direction(_plain(spans))}>{_spans(spans, write)}</td></tr>"
            for label, spans in person.lines
        )
        + "</table>"
        for person in block.people
    )
    lead = _spans(block.lead, write)
    return f'<div class="signature">\n<p class="lead">{lead}</p>\n{people}\n</div>'
