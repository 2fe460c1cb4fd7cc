"""What a file that came back says: its text in two views, who changed what, and all comments.

A `ReturnedFile` is a record of what stands in the file, without any judgement: what of it is a
proposal, and for which value or clause, is decided by comparing it with what was exported. All
offsets count characters of the `text` of the line that they belong to, as Python slices do.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Author:
    """Who made a tracked change or a comment, and when, as the file has it.

    `name` is empty and `date` None where the file doesn't say. The date is the writer's own clock
    without a time zone: Word and LibreOffice write local time.
    """

    name: str = ""
    date: datetime | None = None


@dataclass(frozen=True, slots=True)
class Identity:
    """Which export came back, by the marks that it left with; empty where a mark is missing."""

    agreement_id: str = ""
    export_id: str = ""
    version: str = ""
    status: str = ""
    profile: str = ""
    copy: str = ""


@dataclass(frozen=True, slots=True)
class AnchorEntry:
    """What a bookmark or content control of that name marks: "clause", "row" or "value"."""

    name: str
    kind: str
    path: str
    occurrence: int


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A bookmark that starts in a line.

    One that goes on below ends at the end of this line's text, and `beyond` says how many more
    lines of the same view it reaches into. `is_copy`: the program that pasted the text made this
    a copy of the bookmark called `name`, which may be gone or stand elsewhere as well.
    """

    name: str
    start: int
    end: int
    beyond: int = 0
    is_copy: bool = False


@dataclass(frozen=True, slots=True)
class Control:
    """A content control that starts in a line; `end` and `beyond` are as in `Bookmark`.

    `placeholder`: it is empty and showed its prompt, which is not part of the text. `whole` is
    true for a control round whole paragraphs, cells or rows.
    """

    tag: str
    title: str
    start: int
    end: int
    beyond: int = 0
    placeholder: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class CrossReference:
    """A live cross-reference, read as the text that it shows; `target` is its bookmark's name."""

    start: int
    end: int
    target: str


@dataclass(frozen=True, slots=True)
class Credit:
    """Text of the after view that a tracked insertion brought.

    `move` is the name of the tracked move that brought it here ("" if the move has no name), None
    if it was typed.
    """

    start: int
    end: int
    by: Author
    move: str | None = None


@dataclass(frozen=True, slots=True)
class Removed:
    """Text that a tracked deletion took away at `offset` of the after view's line.

    The end of a paragraph that was deleted, so that it joined the next one, is a line feed.
    `inserted_by` is set where it was itself a tracked insertion, so that it stands in neither
    view. `move` is as in `Credit`: the move that took it elsewhere.
    """

    offset: int
    text: str
    by: Author
    inserted_by: Author | None = None
    move: str | None = None


class Look(StrEnum):
    """How a range is marked by hand, by formatting alone."""

    STRUCK = "struck"
    HIGHLIGHTED = "highlighted"
    COLOURED = "coloured"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class HandMark:
    """A range that somebody struck through, highlighted, coloured or hid.

    `colour` is a colour's name ("yellow") or RRGGBB, empty for struck and hidden. `by` is set
    where the formatting itself was tracked. A bracketed text in yellow is a gap as it is exported
    and gives no mark; any other yellow does, also words typed over a gap.
    """

    start: int
    end: int
    look: Look
    colour: str = ""
    by: Author | None = None


@dataclass(frozen=True, slots=True)
class CellPlace:
    """Where in a table a line stands.

    `table` counts the tables of the document from 0, nested ones too; `row` counts all rows that
    the table has in the file, inserted and deleted ones too, so it is the same in both views;
    `column` is the column of the grid. `inserted` and `deleted` tell who did so to the row, or to
    this cell of it.
    """

    table: int
    row: int
    column: int
    inserted: Author | None = None
    deleted: Author | None = None
    header: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of a view: all changes accepted (after) or all refused (before).

    Paragraphs that a view joins are one line; page breaks and contents tables are no text, and
    empty paragraphs outside tables are no lines unless they are marked. `sources` are the places
    of the file's paragraphs that the line is made of: lines of the two views that share one
    belong together. `style` is its style's name; `level` its list level from 0 if it is in a list
    by its own properties. `mark_inserted`: its paragraph mark is a tracked insertion, it and the
    next line were one. `credits`, `removed` and `marks` are empty in the before view.
    """

    text: str
    sources: tuple[int, ...]
    bookmarks: tuple[Bookmark, ...] = ()
    controls: tuple[Control, ...] = ()
    references: tuple[CrossReference, ...] = ()
    credits: tuple[Credit, ...] = ()
    removed: tuple[Removed, ...] = ()
    marks: tuple[HandMark, ...] = ()
    cell: CellPlace | None = None
    style: str = ""
    level: int | None = None
    mark_inserted: Author | None = None

    @property
    def is_new(self) -> bool:
        """Whether tracked insertions brought all of its text, and there is some."""
        covered = 0
        for credit in self.credits:
            if self.text[covered : credit.start].strip():
                return False
            covered = max(covered, credit.end)
        return bool(self.credits and self.text.strip() and not self.text[covered:].strip())


@dataclass(frozen=True, slots=True)
class RemovedLine:
    """A paragraph of which nothing is left in the after view: its text and mark were deleted.

    It stood before the line at index `position` of the after view. `line` is what it was in the
    before view, with its bookmarks; its text is empty if somebody inserted and somebody deleted
    it, then `removed` holds what it said. Rows give one for each of their paragraphs.
    """

    position: int
    line: Line
    removed: tuple[Removed, ...]
    by: Author
    move: str | None = None


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment or reply; its paragraphs are separated by line feeds."""

    id: str
    author: Author
    text: str
    initials: str = ""


@dataclass(frozen=True, slots=True)
class CommentThread:
    """A comment and the replies to it, in the order of the file.

    `line` is the index of the after view's line in which the commented text starts, None if that
    is gone (then `removed` is the index of the removed line) or the comment has no place at all.
    `start` and `end` are offsets in that line, `end` at the end of its text where the range goes
    on; `quoted` is all the commented text. `bookmarks` are the names of the line's bookmarks that
    touch the range, the shortest first.
    """

    comments: tuple[Comment, ...]
    resolved: bool
    line: int | None = None
    start: int = 0
    end: int = 0
    quoted: str = ""
    bookmarks: tuple[str, ...] = ()
    removed: int | None = None


@dataclass(frozen=True, slots=True)
class Unplaced:
    """Something that has no place in an agreement: shown as it is, so that nothing vanishes.

    `kind`: "footnote", "endnote", "text box", "image" (its name, never decoded), "object",
    "embedded document". `line` is the index of the after view's line that it hangs on, None if
    that is not known. `by` is who inserted it, where tracked.
    """

    kind: str
    text: str
    line: int | None = None
    by: Author | None = None


@dataclass(frozen=True, slots=True)
class Margin:
    """The text of a header or footer, or the words of a watermark, each different text once.

    `kind`: "header", "footer" or "watermark". Page numbers read as "#". Those that were exported
    are among them.
    """

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class ReturnedFile:
    """All that was read from a file.

    `identity` is None where the file bears no mark of ours. `anchors` leads from bookmark names
    to paths. `snapshot` is what the exported snapshot holds, decompressed but not read.
    `application` is the program that saved the file, by its own account. `warnings` are
    sentences for the person. `margins_exported` are the texts of headers, footers and watermarks
    that the file left with.
    """

    name: str
    identity: Identity | None
    anchors: tuple[AnchorEntry, ...]
    snapshot: bytes | None
    after: tuple[Line, ...]
    before: tuple[Line, ...]
    removed: tuple[RemovedLine, ...]
    comments: tuple[CommentThread, ...]
    unplaced: tuple[Unplaced, ...]
    margins: tuple[Margin, ...]
    application: str
    warnings: tuple[str, ...]
    margins_exported: tuple[str, ...] = ()
