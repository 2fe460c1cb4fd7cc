"""What `compare` finds: two documents side by side, as parts, blocks, rows and passages of text."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from slaeditor.blocks import Block, Paragraph, Part, Role, Row, SignatureLine, Table
from slaeditor.document.passages import (
    Passages,
    all_trivial,
    is_changed,
    replacements,
    text_for_comparing,
)
from slaeditor.i18n import _, ngettext
from slaeditor.textdiff import is_trivial

_TITLES = frozenset({Role.HEADING, Role.SCHEDULE, Role.PLAIN_HEADING, Role.COVER_TITLE})


class State(StrEnum):
    """What became of a block, a row or a person who signs."""

    UNCHANGED = "unchanged"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


_NOTHING = Paragraph(Role.BODY, "", ())


def _state(old: object, new: object, *, changed: bool) -> State:
    if old is None:
        return State.ADDED
    if new is None:
        return State.REMOVED
    return State.CHANGED if changed else State.UNCHANGED


@dataclass(frozen=True)
class RowEntry:
    """A row of a table, or a signature line as a row of its label and what stands there."""

    old: Row | None
    new: Row | None
    cells: tuple[Passages, ...]
    moved: bool = False

    @cached_property
    def state(self) -> State:
        """What became of the row."""
        return _state(self.old, self.new, changed=any(map(is_changed, self.cells)))


@dataclass(frozen=True)
class PersonEntry:
    """One person who signs, with the lines of old and new brought together by their labels."""

    old: SignatureLine | None
    new: SignatureLine | None
    lines: tuple[RowEntry, ...]

    @cached_property
    def state(self) -> State:
        """What became of the person."""
        changed = any(line.state is not State.UNCHANGED for line in self.lines)
        return _state(self.old, self.new, changed=changed)


@dataclass(frozen=True)
class Entry:
    """A block of the old document, of the new one, or one of each.

    `passages` are the text of a paragraph or the lead-in of signatures, `header` and `rows` belong
    to a table, `people` to signatures. `moved`: the other document has it in another place.
    """

    old: Block | None
    new: Block | None
    passages: Passages = ()
    header: tuple[Passages, ...] = ()
    rows: tuple[RowEntry, ...] = ()
    people: tuple[PersonEntry, ...] = ()
    moved: bool = False

    @property
    def block(self) -> Block:
        """The new block, or the old one where it was removed."""
        if self.new is not None:
            return self.new
        return self.old if self.old is not None else _NOTHING

    @property
    def is_level_changed(self) -> bool:
        """Whether a paragraph became another kind of paragraph: an item, say, a clause."""
        old, new = self.old, self.new
        return (
            isinstance(old, Paragraph) and isinstance(new, Paragraph) and old.role is not new.role
        )

    @cached_property
    def state(self) -> State:
        """What became of the block."""
        texts = (self.passages, *self.header)
        below = [*(row.state for row in self.rows), *(each.state for each in self.people)]
        changed = (
            self.is_level_changed
            or any(map(is_changed, texts))
            or any(state is not State.UNCHANGED for state in below)
        )
        return _state(self.old, self.new, changed=changed)


@dataclass(frozen=True)
class PartEntry:
    """A part of the document with its blocks."""

    old: Part | None
    new: Part | None
    entries: tuple[Entry, ...]

    @property
    def id(self) -> str:
        """The part's id, the same on both sides."""
        part = self.new or self.old
        return part.id if part else ""

    @property
    def title(self) -> str:
        """Number and text of the part's heading, as it is now; empty where there is none."""
        part = self.new or self.old
        for block in part.blocks if part else ():
            if isinstance(block, Paragraph) and block.role in _TITLES:
                return f"{block.number} {block.text}".strip()
        return ""


@dataclass(frozen=True, slots=True)
class Difference:
    """One change to look at: the text that was and the text that is, either may be empty.

    `part` and `block` are ids, `entry` is the index among the comparison's entries. `trivial`:
    only blanks, quotes, dashes or capitals differ.
    """

    part: str
    block: str
    entry: int
    old: str
    new: str
    trivial: bool


@dataclass(frozen=True)
class Comparison:
    """Two documents side by side, part by part."""

    parts: tuple[PartEntry, ...]

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Every block of both documents, in order."""
        return tuple(entry for part in self.parts for entry in part.entries)

    @cached_property
    def differences(self) -> tuple[Difference, ...]:
        """Every change, in order. What is added or removed as a whole counts as one."""
        found = []
        index = 0
        for part in self.parts:
            for entry in part.entries:
                found += [
                    Difference(part.id, entry.block.id, index, old, new, trivial)
                    for old, new, trivial in _differences(entry)
                ]
                index += 1
        return tuple(found)

    @property
    def summary(self) -> str:
        """How much changed, for the person: "5 changes in 3 sections"."""
        count = len(self.differences)
        if not count:
            return _("No changes")
        sections = len({each.part for each in self.differences})
        return _("{changes} in {sections}").format(
            changes=ngettext("{count} change", "{count} changes", count).format(count=count),
            sections=ngettext("{count} section", "{count} sections", sections).format(
                count=sections
            ),
        )


def person_text(person: SignatureLine) -> str:
    """What stands on the lines of a person who signs; a reference counts by its target."""
    return "\n".join(text_for_comparing(spans) for _label, spans in person.lines)


def _differences(entry: Entry) -> Iterator[tuple[str, str, bool]]:
    """Old text, new text and whether the change is trivial, for each change of a block."""
    if entry.state is State.ADDED:
        yield "", _block_text(entry.block), False
    elif entry.state is State.REMOVED:
        yield _block_text(entry.block), "", False
    elif entry.state is State.CHANGED:
        if entry.is_level_changed and not is_changed(entry.passages):
            yield _block_text(entry.block), _block_text(entry.block), False
        for passages in (entry.passages, *entry.header):
            yield from _replacements(passages)
        for row in entry.rows:
            yield from _row_differences(row)
        for person in entry.people:
            yield from _person_differences(person)


def _person_differences(person: PersonEntry) -> Iterator[tuple[str, str, bool]]:
    old, new = (person_text(each) if each else "" for each in (person.old, person.new))
    if person.old is None or person.new is None:
        yield old, new, False
        return
    for line in person.lines:
        yield from _row_differences(line)


def _row_differences(row: RowEntry) -> Iterator[tuple[str, str, bool]]:
    if row.old is None or row.new is None:
        yield _row_text(row.old), _row_text(row.new), False
        return
    for passages in row.cells:
        yield from _replacements(passages)


def _replacements(passages: Passages) -> Iterator[tuple[str, str, bool]]:
    """The changes of a text. Each is trivial if it is so alone, or if all of them together are."""
    trivial = all_trivial(passages)
    for old, new in replacements(passages):
        yield old, new, trivial or bool(old and new and is_trivial(old, new))


def _row_text(row: Row | None) -> str:
    return " | ".join(cell.text for cell in row.cells) if row else ""


def _block_text(block: Block) -> str:
    if isinstance(block, Paragraph):
        return block.text
    if isinstance(block, Table):
        return "\n".join((" | ".join(block.header), *map(_row_text, block.rows)))
    lead = "".join(span.text for span in block.lead)
    return "\n".join((lead, *map(person_text, block.people)))
