"""Short, stable names for every clause, row and value of a composed document.

Word allows a bookmark 40 characters of [A-Za-z0-9_] and hides one that begins with an underscore.
A name is therefore a hash of what it marks; `anchors` is the table that leads back to the paths.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from slaeditor.blocks import (
    Block,
    Document,
    Gap,
    Paragraph,
    SignatureBlock,
    Span,
    Spans,
    Table,
    Term,
    Value,
)

_PREFIX = "_sla_"
_DIGITS = 32


class Kind(StrEnum):
    """What an anchor marks."""

    CLAUSE = "clause"
    ROW = "row"
    VALUE = "value"


@dataclass(frozen=True, slots=True)
class Anchor:
    """One marked place.

    `path` is a paragraph's id for a clause, the row's id for a row, the value's path for a value
    or a gap. `occurrence` counts from 1 where the same path stands in the document several times.
    """

    name: str
    kind: Kind
    path: str
    occurrence: int


def anchor_name(kind: str, path: str, occurrence: int) -> str:
    """The bookmark name of an occurrence: 37 characters of [a-z0-9_], the same in every run."""
    digest = sha256(f"{kind}\n{path}\n{occurrence}".encode("utf-8", "surrogatepass"))
    return _PREFIX + digest.hexdigest()[:_DIGITS]


class AnchorCounter:
    """Hands out anchors in the order of the document, counting the occurrences of each path."""

    def __init__(self) -> None:
        """Start before the first block of a document."""
        self._seen: Counter[tuple[Kind, str]] = Counter()

    def next(self, kind: Kind, path: str) -> Anchor:
        """The anchor of the next occurrence of `path`."""
        self._seen[kind, path] += 1
        occurrence = self._seen[kind, path]
        return Anchor(anchor_name(kind, path, occurrence), kind, path, occurrence)


def value_path(span: Span) -> str:
    """The path of the value that a span shows, empty for fixed, derived and referring text."""
    return span.path if isinstance(span, Value | Gap | Term) else ""


def anchors(document: Document) -> tuple[Anchor, ...]:
    """Every anchor of a document, in the order in which a writer meets them."""
    counter = AnchorCounter()
    return tuple(
        counter.next(kind, path)
        for part in document.parts
        for block in part.blocks
        for kind, path in _marks(block)
        if path
    )


def _marks(block: Block) -> Iterator[tuple[Kind, str]]:
    if isinstance(block, Paragraph):
        yield Kind.CLAUSE, block.id
        yield from _values(block.spans)
    elif isinstance(block, Table):
        for row in block.rows:
            yield Kind.ROW, row.id
            for cell in row.cells:
                yield from _values(cell.spans)
    else:
        yield from _signature_marks(block)


def _signature_marks(block: SignatureBlock) -> Iterator[tuple[Kind, str]]:
    yield Kind.CLAUSE, block.id
    yield from _values(block.lead)
    for person in block.people:
        yield Kind.ROW, person.path
        for _label, spans in person.lines:
            yield from _values(spans)


def _values(spans: Spans) -> Iterator[tuple[Kind, str]]:
    for span in spans:
        yield Kind.VALUE, value_path(span)
