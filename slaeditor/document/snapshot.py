"""A composed document as bytes that can travel in a file, and back.

Only what is printed is in it: the text of each paragraph, row and signature line, with the paths
of its values. Who reads a returned file learns from it what the reviewer had before them.
"""

import json
from collections.abc import Callable
from hashlib import sha256
from typing import Any

from slaeditor.blocks import (
    Block,
    Cell,
    Derived,
    Document,
    Fixed,
    Gap,
    Paragraph,
    Part,
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
from slaeditor.errors import Damaged

_FORMAT = 1


def packed(document: Document) -> bytes:
    """The document as JSON; the same document gives the same bytes."""
    return _text(document).encode("ascii")


def export_id(document: Document) -> str:
    """A name for an export that is the same whenever the same document is exported."""
    return sha256(packed(document)).hexdigest()[:32]


def _text(document: Document) -> str:
    data = [
        _FORMAT,
        [
            document.title,
            document.kind_title,
            document.language,
            document.header,
            document.reference,
            document.version,
            document.status,
            document.agreement_id,
        ],
        [
            [part.id, part.new_page, [_written(block) for block in part.blocks]]
            for part in document.parts
        ],
    ]
    return json.dumps(data, ensure_ascii=True, separators=(",", ":"))


def unpacked(data: bytes) -> Document:
    """The document that `packed` made these bytes of. Raises Damaged if they aren't such bytes."""
    try:
        number, head, parts = json.loads(data)
        if number != _FORMAT:
            raise Damaged("The file was exported by a newer version of the program.")
        title, kind_title, language, header, reference, version, status, agreement_id = head
        return Document(
            title,
            kind_title,
            language,
            header,
            reference,
            version,
            status,
            agreement_id,
            parts=tuple(_part(part) for part in parts),
        )
    except (ValueError, TypeError, KeyError, IndexError, RecursionError) as error:
        raise Damaged("The copy of the text that the file carries can't be read.") from error


def _written(block: Block) -> list[Any]:
    if isinstance(block, Paragraph):
        spans = _spans(block.spans)
        return ["p", block.role.value, block.id, spans, block.number, block.path]
    if isinstance(block, Table):
        rows = [
            [row.id, [[_spans(cell.spans), cell.path] for cell in row.cells]] for row in block.rows
        ]
        look = [block.caption, block.description, list(block.widths), block.path]
        return ["t", block.id, list(block.header), rows, *look]
    people = [
        [person.path, [[label, _spans(spans)] for label, spans in person.lines]]
        for person in block.people
    ]
    return ["s", block.id, _spans(block.lead), people]


def _spans(spans: Spans) -> list[list[Any]]:
    return [_span(span) for span in spans]


def _span(span: Span) -> list[Any]:
    if isinstance(span, Fixed):
        return ["f", span.text, span.strong]
    if isinstance(span, Value):
        return ["v", span.text, span.path, span.strong]
    if isinstance(span, Derived):
        return ["d", span.text, list(span.sources), span.strong]
    if isinstance(span, Gap):
        return ["g", span.label, span.path]
    if isinstance(span, Reference):
        return ["r", span.target, span.text]
    return ["t", span.text, span.path]


_SPANS: dict[str, Callable[..., Span]] = {
    "f": Fixed,
    "v": Value,
    "d": lambda text, sources, strong: Derived(text, tuple(sources), strong),
    "g": Gap,
    "r": Reference,
    "t": Term,
}


def _part(data: Any) -> Part:
    part_id, new_page, blocks = data
    return Part(part_id, tuple(_block(block) for block in blocks), new_page)


def _block(data: Any) -> Block:
    sort, *rest = data
    if sort == "p":
        role, block_id, spans, number, path = rest
        return Paragraph(Role(role), block_id, _read(spans), number, path)
    if sort == "t":
        block_id, header, rows, caption, description, widths, path = rest
        return Table(
            block_id,
            tuple(header),
            tuple(
                Row(r, tuple(Cell(_read(spans), at) for spans, at in cells)) for r, cells in rows
            ),
            caption,
            description,
            tuple(widths),
            path,
        )
    block_id, lead, people = rest
    signers = tuple(
        SignatureLine(path, tuple((label, _read(spans)) for label, spans in lines))
        for path, lines in people
    )
    return SignatureBlock(block_id, _read(lead), signers)


def _read(spans: Any) -> Spans:
    return tuple(_SPANS[sort](*rest) for sort, *rest in spans)
