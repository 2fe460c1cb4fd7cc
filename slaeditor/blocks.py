"""What a document is made of: paragraphs, tables and signature blocks, whose spans know their path.

`compose` makes blocks, writers (Word, preview, plain text) decide how they look. All records are
immutable and comparable, so two documents that say the same are equal.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Fixed:
    """Text of the standard wording, or glue between values."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Value:
    """One value as written into the document; `path` names it, `text` is its written form."""

    text: str
    path: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Derived:
    """Text computed from values ("43.2 minutes", an end date); never read back."""

    text: str
    sources: tuple[str, ...]
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """A value that is missing or unreadable: prints as `[label]`; `path` is where to fill it."""

    label: str
    path: str

    @property
    def text(self) -> str:
        """The label in square brackets."""
        return f"[{self.label}]"


@dataclass(frozen=True, slots=True)
class Reference:
    """A cross-reference to the numbered paragraph with id `target`; numbering fills `text`."""

    target: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """A defined term at the place where it is defined: bold, within curly quotes in `text`."""

    text: str
    path: str = ""


Span = Fixed | Value | Derived | Gap | Reference | Term
Spans = tuple[Span, ...]


def without_stop(spans: Spans) -> Spans:
    """Typed text without its closing full stop or semicolon, so that a sentence can go on."""
    if not spans or not isinstance(spans[-1], Value):
        return spans
    text = spans[-1].text.strip()
    return (*spans[:-1], replace(spans[-1], text=text.rstrip(" .;,") or text))


def in_row(entries: Iterable[Spans], between: str = "; ") -> Spans:
    """Several texts within one sentence, `between` standing between each two."""
    found: list[Span] = []
    for entry in entries:
        found.extend((Fixed(between), *entry) if found else entry)
    return tuple(found)


class Role(StrEnum):
    """What a paragraph is; numbering and look follow from it."""

    COVER_TITLE = "cover-title"
    COVER_KIND = "cover-kind"
    COVER_LINE = "cover-line"
    LEGEND = "legend"
    PLAIN_HEADING = "plain-heading"  # unnumbered: Parties, Background, Agreed terms
    PARTY = "party"  # (1)
    RECITAL = "recital"  # (A)
    HEADING = "heading"  # 1
    CLAUSE = "clause"  # 1.1
    ITEM = "item"  # (a)
    SUBITEM = "subitem"  # (i)
    BODY = "body"  # unnumbered text below a clause
    DEFINITION = "definition"  # unnumbered, one defined term
    SCHEDULE = "schedule"  # Schedule 1
    PART = "part"  # Part A
    PARAGRAPH_HEADING = "paragraph-heading"  # 1, numbered heading within a schedule
    PARAGRAPH = "paragraph"  # 1.1 below such a heading, 1 without one
    SIGNATURE_LEAD = "signature-lead"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph. `id` is the clause id, `<clause-id>@<item-id>`, or a heading's own name.

    `number` is filled by numbering ("3.2", "(a)", "Schedule 1"), empty where the role has none.
    `path` is where a click on fixed text leads: the field or list the paragraph is about.
    """

    role: Role
    id: str
    spans: Spans
    number: str = ""
    path: str = ""

    @property
    def text(self) -> str:
        """The paragraph as plain text, without its number."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class Cell:
    """One table cell; several paragraphs are lines separated by a line feed within the spans."""

    spans: Spans
    path: str = ""

    @property
    def text(self) -> str:
        """The cell as plain text."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class Row:
    """One table row; `id` is the path of the list item it shows, or a name of its own."""

    id: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row that repeats on each page.

    `caption` and `description` are the alternative text for screen readers; `widths` are shares
    of the text width that add up to 1.
    """

    id: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    caption: str
    description: str
    widths: tuple[float, ...] = ()
    path: str = ""


@dataclass(frozen=True, slots=True)
class SignatureLine:
    """One person who signs or approves: label and content of each line ("Name", spans)."""

    path: str
    lines: tuple[tuple[str, Spans], ...]


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """All signatures of one party under their lead-in ("Signed for …"); kept on one page."""

    id: str
    lead: Spans
    people: tuple[SignatureLine, ...]


Block = Paragraph | Table | SignatureBlock


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the document that belongs to one screen and is replaced as a whole.

    `id`: "cover", "front" (parties, background), a section's name, "general", "schedule-<name>",
    "signatures". `new_page` starts it on a new page.
    """

    id: str
    blocks: tuple[Block, ...]
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A composed agreement, ready for any writer.

    `header` is the draft legend (empty for a final copy), `reference` and `version` stand in the
    footer, `language` is a tag such as "en-GB", `kind_title` e.g. "Service Level Agreement".
    """

    title: str
    kind_title: str
    language: str
    header: str
    reference: str
    version: str
    status: str
    agreement_id: str
    parts: tuple[Part, ...] = field(default_factory=tuple)

    def paragraphs(self) -> tuple[Paragraph, ...]:
        """All paragraphs outside tables and signature blocks, in order."""
        return tuple(
            block for part in self.parts for block in part.blocks if isinstance(block, Paragraph)
        )
