"""A composed document as HTML: a whole page to export, and one part for the preview.

The page is semantic HTML with a style sheet of its own. The preview keeps to what a rich-text
widget lays out (paragraphs, spans, tables, links, inline styles), and every piece of text in it
is a link `field:PATH` to the field that it comes from.
"""

from collections.abc import Callable
from html import escape

from slaeditor.blocks import (
    Block,
    Derived,
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

LINK_SCHEME = "field:"
"""What stands before the path in the address of a preview link."""

STEP = 44
"""Pixels from one level of text to the next in the preview; its widget's tab stop distance."""

_INK = "#1c1c1c"
_ACCENT = "#1f2a44"
_MARK = "#fff2a8"
_SHADE = "#eef1f6"
_RULE = "#bfc5d2"

_TAGS = {
    Role.COVER_TITLE: "h1",
    Role.PLAIN_HEADING: "h2",
    Role.HEADING: "h2",
    Role.SCHEDULE: "h2",
    Role.PART: "h3",
    Role.PARAGRAPH_HEADING: "h4",
}
_LOOKS = {
    Role.COVER_TITLE: "font-size:xx-large;font-weight:bold;margin-bottom:18px",
    Role.COVER_KIND: "font-size:large;margin-top:24px",
    Role.LEGEND: f"font-weight:bold;background-color:{_SHADE};margin-top:18px",
    Role.PLAIN_HEADING: "font-size:large;font-weight:bold;margin-top:18px",
    Role.HEADING: "font-size:large;font-weight:bold;margin-top:18px",
    Role.SCHEDULE: "font-size:x-large;font-weight:bold;margin-top:18px",
    Role.PART: "font-size:large;font-weight:bold;margin-top:14px",
    Role.PARAGRAPH_HEADING: "font-weight:bold;margin-top:12px",
    Role.SIGNATURE_LEAD: "font-weight:bold;margin-top:18px",
}

_SpanWriter = Callable[[Span, str], str]


def html_page(document: Document) -> str:
    """The document as one HTML page that needs no other file."""
    numbered = {paragraph.id for paragraph in document.paragraphs() if paragraph.id}

    def write(span: Span, _path: str) -> str:
        return _page_span(span, numbered)

    parts = "\n".join(_page_part(part, write) for part in document.parts)
    return (
        f'<!DOCTYPE html>\n<html lang="{_attribute(document.language)}">\n<head>\n'
        f'<meta charset="utf-8">\n<title>{_text(document.title)}</title>\n'
        f"<style>{PAGE_STYLE}</style>\n</head>\n<body>\n{parts}\n</body>\n</html>\n"
    )


def part_html(part: Part, *, ink: str = _INK, mark: str = _MARK) -> str:
    """One part for the preview, as a fragment without html and body elements.

    `ink` is the colour of the text, `mark` the background of gaps, both as CSS colours. Numbers
    are followed by a tab; the widget's tab stop distance must be `STEP` pixels. Each paragraph
    bears its id as an anchor name to scroll to.
    """

    def write(span: Span, path: str) -> str:
        return _preview_span(span, path, ink, mark)

    blocks = "\n".join(
        _preview_block(block, level, write)
        for block, level in zip(part.blocks, text_levels(part.blocks), strict=True)
    )
    return f'<div style="color:{ink}">\n{blocks}\n</div>'


def _text(text: str) -> str:
    return escape(printable(text), quote=False)


def _attribute(text: str) -> str:
    return escape(printable(text), quote=True)


def _direction(text: str) -> str:
    return ' dir="rtl"' if is_right_to_left(text) else ""


def _is_strong(span: Span) -> bool:
    return isinstance(span, Term) or bool(getattr(span, "strong", False))


def _spans(spans: Spans, path: str, write: _SpanWriter) -> str:
    return "".join(write(span, path) for span in spans)


def _plain(spans: Spans) -> str:
    return "".join(span.text for span in spans)


# The page.


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
    content = _spans(paragraph.spans, paragraph.path, write)
    return f'<{tag}{name} class="{css}"{_direction(paragraph.text)}>{number}{content}</{tag}>'


def _page_table(table: Table, write: _SpanWriter) -> str:
    columns = "".join(f'<col style="width:{share:.1%}">' for share in table.widths)
    header = "".join(f'<th scope="col">{_text(name)}</th>' for name in table.header)
    rows = "\n".join(
        "<tr>"
        + "".join(
            f"<td{_direction(cell.text)}>{_spans(cell.spans, cell.path, write)}</td>"
            for cell in row.cells
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
            f"<td{_direction(_plain(spans))}>{_spans(spans, person.path, write)}</td></tr>"
            for label, spans in person.lines
        )
        + "</table>"
        for person in block.people
    )
    lead = _spans(block.lead, "", write)
    return f'<div class="signature">\n<p class="lead">{lead}</p>\n{people}\n</div>'


# The preview.


def _preview_span(span: Span, path: str, ink: str, mark: str) -> str:
    text = _text(span.text).replace("\n", "<br>")
    if not text:
        return ""
    look = f"text-decoration:none;color:{ink}"
    if isinstance(span, Gap):
        look += f";background-color:{mark}"
    elif _is_strong(span):
        look += ";font-weight:bold"
    target = _target(span) or path
    if not target:
        return f'<span style="{look}">{text}</span>'
    return f'<a href="{LINK_SCHEME}{_attribute(target)}" style="{look}">{text}</a>'


def _target(span: Span) -> str:
    """The path of the field that a span comes from; empty where only its paragraph has one."""
    if isinstance(span, Derived):
        return span.sources[0] if span.sources else ""
    return getattr(span, "path", "")


def _preview_block(block: Block, level: int, write: _SpanWriter) -> str:
    if isinstance(block, Paragraph):
        return _preview_paragraph(block, level, write)
    if isinstance(block, Table):
        return _preview_table(block, write)
    return _preview_signature(block, write)


def _preview_paragraph(paragraph: Paragraph, level: int, write: _SpanWriter) -> str:
    number = f"{_text(paragraph.number)}&#9;" if paragraph.number else ""
    name = f'<a name="{_attribute(paragraph.id)}"></a>' if paragraph.id else ""
    look = "white-space:pre-wrap;margin-top:0px;margin-bottom:8px;"
    look += f"margin-left:{level * STEP}px"
    if number and level:
        look += f";text-indent:-{STEP}px"
    look += f";{_LOOKS[paragraph.role]}" if paragraph.role in _LOOKS else ""
    content = _spans(paragraph.spans, paragraph.path, write)
    direction = _direction(paragraph.text)
    return f'<p style="{look}"{direction}>{name}{number}{content}</p>'


def _preview_table(table: Table, write: _SpanWriter) -> str:
    cell = f"padding:4px;border-bottom:1px solid {_RULE};vertical-align:top"
    widths = [f' width="{share:.0%}"' for share in table.widths]
    widths += [""] * (len(table.header) - len(widths))
    header = "".join(
        f'<td{width} style="{cell};background-color:{_SHADE};font-weight:bold">{_text(name)}</td>'
        for name, width in zip(table.header, widths, strict=False)
    )
    rows = "\n".join(
        "<tr>"
        + "".join(
            f'<td style="{cell}"{_direction(item.text)}>'
            f"{_spans(item.spans, item.path or table.path, write)}</td>"
            for item in row.cells
        )
        + "</tr>"
        for row in table.rows
    )
    return (
        '<table width="100%" cellspacing="0" cellpadding="4" border="0" '
        f'style="margin-top:4px;margin-bottom:12px;border-top:1px solid {_ACCENT}">'
        f"<thead><tr>{header}</tr></thead>\n{rows}</table>"
    )


def _preview_signature(block: SignatureBlock, write: _SpanWriter) -> str:
    rows = "\n".join(
        f'<tr><td width="110" style="padding-top:10px">{_text(label)}</td>'
        f'<td width="300" style="padding-top:10px;border-bottom:1px solid {_RULE}">'
        f"{_spans(spans, person.path, write) or '&nbsp;'}</td></tr>"
        for person in block.people
        for label, spans in person.lines
    )
    path = block.people[0].path if block.people else ""
    lead = _spans(block.lead, path, write)
    table = f'<table cellspacing="0" cellpadding="2" border="0">{rows}</table>' if rows else ""
    return f'<p style="{_LOOKS[Role.SIGNATURE_LEAD]}">{lead}</p>\n{table}'
