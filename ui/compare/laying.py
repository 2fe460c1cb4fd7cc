"""What the paper shows of a comparison: only what changed and what it stands in, or everything.

Nothing here touches the window, so a worker thread may do it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from slaeditor.blocks import Block, Document, Fixed, Paragraph, Part, Role, Table, Value
from slaeditor.document.comparison import Comparison, Entry, PartEntry, State
from slaeditor.document.passages import compared
from slaeditor.i18n import _, ngettext
from ui.compare.fields import ChangedField
from ui.compare.marked import Aside, Marker
from ui.preview.cutting import entries_of
from ui.preview.entries import Entry as Piece

_RANKS = {
    Role.HEADING: 0,
    Role.PLAIN_HEADING: 0,
    Role.SCHEDULE: 0,
    Role.PART: 1,
    Role.PARAGRAPH_HEADING: 2,
}
"""The headings; what stands below one belongs to it, and to those above it with a lower rank."""

_NO_HEADING = 3
_CLAUSES = frozenset({Role.CLAUSE, Role.PARAGRAPH, Role.PARTY, Role.RECITAL})
_NOTHING: frozenset[Role] = frozenset()
_BELOW = {
    Role.SUBITEM: frozenset({Role.ITEM, *_CLAUSES}),
    Role.ITEM: _CLAUSES,
    Role.BODY: _CLAUSES,
}
"""What a paragraph of a role hangs on, and can't be read without."""

_FIELDS = "fields"


@dataclass(frozen=True, slots=True)
class Place:
    """A change to go to: what the text was and is, where it stands and what it is about."""

    where: str
    old: str
    new: str
    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Laid:
    """A comparison as pieces for the paper, by whether only the changes are shown; its places."""

    changes: tuple[Piece, ...]
    whole: tuple[Piece, ...]
    places: tuple[Place, ...]
    other_fields: str = ""
    """How many fields changed besides, in words; empty where none did."""


def laid_out(comparison: Comparison, new: Document, marker: Marker, parts: list[Part]) -> Laid:
    """Cut the marked parts, as `marked_parts` gives them, for the paper."""
    only = tuple(
        _changes_only(entry, part) for entry, part in zip(comparison.parts, parts, strict=False)
    )
    rest = tuple(parts[len(comparison.parts) :])
    found = [part for part in (*only, *rest) if part.blocks]
    return Laid(
        entries_of(replace(new, parts=tuple(found))) if found else (),
        entries_of(replace(new, parts=tuple(parts))),
        tuple(_places(comparison, marker, rest)),
        _other_fields(rest),
    )


def _other_fields(rest: tuple[Part, ...]) -> str:
    count = sum(len(part.blocks) - 1 for part in rest)
    words = ngettext("{count} other field", "{count} other fields", count)
    return words.format(count=count) if count else ""


def marked_parts(comparison: Comparison, marker: Marker) -> list[Part]:
    """All parts of both documents with their marks."""
    found = []
    for part in comparison.parts:
        shown = part.new or part.old or Part("", ())
        blocks = tuple(marker.block(entry) for entry in part.entries)
        found.append(replace(shown, blocks=blocks))
    return found


def part_of_fields(fields: Iterable[ChangedField], marker: Marker) -> Part | None:
    """What changed besides the text that is printed, as a part of its own; None if nothing did."""
    lines = []
    for field in fields:
        old, new = ((Value(text, field.path),) for text in (field.old, field.new))
        marked = marker.values(compared(old, new), field.path)
        spans = (Fixed(f"{field.name}: ", strong=True), *marked)
        lines.append(Paragraph(Role.BODY, f"field@{field.path}", spans, path=field.path))
    if not lines:
        return None
    heading = Paragraph(Role.PLAIN_HEADING, _FIELDS, (Aside(_("Other fields that changed")),))
    return Part(_FIELDS, (heading, *lines))


def _places(comparison: Comparison, marker: Marker, rest: tuple[Part, ...]) -> Iterator[Place]:
    titles = {part.id: part.title for part in comparison.parts}
    for found, paths in zip(comparison.differences, marker.paths, strict=False):
        block = comparison.entries[found.entry].block
        number = block.number if isinstance(block, Paragraph) else ""
        title = titles.get(found.part, "")
        is_title = bool(number) and title.startswith(f"{number} ")
        where = ", ".join(each for each in (title, "" if is_title else number) if each)
        yield Place(where, found.old, found.new, paths)
    for paths in marker.paths[len(comparison.differences) :]:
        yield Place(_other_field(rest, paths), "", "", paths)


def _other_field(rest: tuple[Part, ...], paths: tuple[str, ...]) -> str:
    """The name of the field among the other ones that a change is about."""
    blocks = rest[0].blocks if rest else ()
    for block in blocks:
        if isinstance(block, Paragraph) and block.path and block.path in paths:
            return block.spans[0].text.removesuffix(": ")
    return ""


def _changes_only(part: PartEntry, marked: Part) -> Part:
    """The blocks that changed, with the headings above and what they hang on."""
    kept: set[int] = set()
    for at, entry in enumerate(part.entries):
        if entry.state is not State.UNCHANGED:
            kept |= {at, *_context(part.entries, at)}
    blocks: list[Block] = []
    for at in sorted(kept):
        blocks += _shortened(part.entries[at], marked.blocks[at])
    return replace(marked, blocks=tuple(blocks), new_page=False)


def _context(entries: Sequence[Entry], at: int) -> Iterator[int]:
    """The headings above a block, and the clause that an item or a table belongs to."""
    role = _role(entries[at].block)
    if role is None and at:
        yield at - 1
    rank = _RANKS.get(role, _NO_HEADING) if role else _NO_HEADING
    wanted = _BELOW.get(role, _NOTHING) if role else _NOTHING
    for before in range(at - 1, -1, -1):
        above = _role(entries[before].block)
        if above is None or entries[before].state is State.REMOVED:
            continue
        if _RANKS.get(above, _NO_HEADING) < rank:
            yield before
            rank, wanted = _RANKS[above], _NOTHING
        elif above in wanted:
            yield before
            wanted = _BELOW.get(above, _NOTHING)


def _role(block: Block) -> Role | None:
    return block.role if isinstance(block, Paragraph) else None


def _shortened(entry: Entry, block: Block) -> Iterator[Block]:
    """A table without the rows that are the same, which are counted below it."""
    if not isinstance(block, Table) or entry.state is not State.CHANGED:
        yield block
        return
    extra = len(block.rows) - len(entry.rows)
    states = [State.CHANGED] * extra + [row.state for row in entry.rows]
    rows = tuple(
        row for row, state in zip(block.rows, states, strict=True) if state is not State.UNCHANGED
    )
    yield replace(block, rows=rows)
    count = len(block.rows) - len(rows)
    if count:
        words = ngettext(
            "{count} more row is the same.", "{count} more rows are the same.", count
        ).format(count=count)
        yield Paragraph(Role.BODY, f"{block.id}@same", (Aside(words),), path=block.path)
