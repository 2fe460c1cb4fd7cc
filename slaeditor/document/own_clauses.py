"""What one agreement adds to the standard clauses: own clauses and additional terms."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from slaeditor.agreement import ClauseChange, ClauseState
from slaeditor.blocks import (
    Block,
    Fixed,
    Paragraph,
    Part,
    Reference,
    Role,
    Spans,
    Table,
    Value,
)
from slaeditor.document.rewording import living, worked_out
from slaeditor.document.view import View
from slaeditor.values import is_none_stated

_TELLING = 20
"""Letters by which the text of a clause is known again within another one."""

_PLACES = frozenset({Role.CLAUSE, Role.ITEM, Role.SUBITEM, Role.BODY, Role.PARAGRAPH})
"""What an own clause can look like."""


def additional_terms(view: View, section: str) -> tuple[Block, ...]:
    """The additional terms of a section, a clause for each paragraph that was typed."""
    path = f"{section}/additional_terms"
    text = view.value(path)
    if not isinstance(text, str) or is_none_stated(text) or not view.has(path):
        return ()
    paragraphs = [line.strip() for line in text.splitlines() if line.strip()]
    return tuple(
        Paragraph(Role.CLAUSE, f"{section}.additional@{n}", (Value(line, path),), path=path)
        for n, line in enumerate(paragraphs, start=1)
    )


def own_clauses(view: View, standard: Sequence[Block]) -> tuple[Paragraph, ...]:
    """The paragraphs that this agreement adds, in the order in which they were added.

    `standard` are the blocks without its changes: a clause that was moved, or cut off another one,
    goes on living from what it was there.
    """
    if all(change.state is not ClauseState.OWN for change in view.clause_changes.values()):
        return ()
    elsewhere = worked_out(view, standard)
    return tuple(
        _own_clause(view, change, {**elsewhere, **_origin(view, change, standard)})
        for change in view.agreement.clauses
        if change.state is ClauseState.OWN
    )


def is_moved(view: View, change: ClauseChange) -> bool:
    """Whether a standard clause is left out in its place and is an own one elsewhere."""
    return change.state is ClauseState.LEFT_OUT and any(
        each.state is ClauseState.OWN and each.text and each.text == change.base
        for each in view.agreement.clauses
    )


def taken_elsewhere(view: View) -> dict[str, str]:
    """Clauses that are left out and stand elsewhere by now: moved, or joined to another one.

    By their id, the id of the paragraph whose text has theirs.
    """
    found: dict[str, str] = {}
    for gone in view.agreement.clauses:
        base = (gone.base or "").strip()
        if gone.state is not ClauseState.LEFT_OUT or len(base) < _TELLING:
            continue
        for each in view.agreement.clauses:
            if each.state is not ClauseState.LEFT_OUT and base in (each.text or ""):
                found[gone.id] = each.id
    return found


def relinked(parts: tuple[Part, ...], moved: Mapping[str, str]) -> tuple[Part, ...]:
    """The parts with references that follow clauses to where they stand by now."""
    if not moved:
        return parts

    def spans(old: Spans) -> Spans:
        return tuple(
            replace(span, target=moved[span.target])
            if isinstance(span, Reference) and span.target in moved
            else span
            for span in old
        )

    def block(old: Block) -> Block:
        if isinstance(old, Paragraph):
            return replace(old, spans=spans(old.spans))
        if isinstance(old, Table):
            rows = (
                replace(
                    row, cells=tuple(replace(cell, spans=spans(cell.spans)) for cell in row.cells)
                )
                for row in old.rows
            )
            return replace(old, rows=tuple(rows))
        return old

    return tuple(replace(part, blocks=tuple(map(block, part.blocks))) for part in parts)


def _origin(view: View, change: ClauseChange, standard: Iterable[Block]) -> dict[str, Spans]:
    """What lives in the standard clause that an own one was: moved away there, or cut in two."""
    named = [
        each.id
        for each in view.agreement.clauses
        if each.base == change.text and is_moved(view, each)
    ]
    wanted = named[0] if named else change.behind
    for block in standard:
        if isinstance(block, Paragraph) and block.id == wanted:
            return living(block.spans)
    return {}


def with_own_clauses(
    view: View, parts: tuple[Part, ...], own: Iterable[Paragraph]
) -> tuple[Part, ...]:
    """The parts with the agreement's own clauses, each behind the paragraph that it names.

    One whose neighbour doesn't print stands at the end of the section it names, else of the last.
    """
    placed: set[tuple[str, str]] = set()
    for paragraph in own:
        behind = view.clause_changes[paragraph.id].behind or ""
        index = _part_of(parts, behind, paragraph.id)
        part = parts[index]
        at = _position(part.blocks, behind, paragraph.role)
        while at < len(part.blocks) and (behind, part.blocks[at].id) in placed:
            at += 1
        placed.add((behind, paragraph.id))
        blocks = (*part.blocks[:at], paragraph, *part.blocks[at:])
        parts = (*parts[:index], replace(part, blocks=blocks), *parts[index + 1 :])
    return parts


def _part_of(parts: tuple[Part, ...], behind: str, clause_id: str) -> int:
    """The part that holds the paragraph named, else that of its section, else the last section."""
    section = (behind or clause_id).partition(".")[0]
    numbered = [n for n, part in enumerate(parts) if _is_section(part)]
    for fits in (lambda part: _holds(part, behind), lambda part: part.id == section):
        for index, part in enumerate(parts):
            if fits(part):
                return index
    return numbered[-1] if numbered else len(parts) - 1


def _is_section(part: Part) -> bool:
    return bool(part.blocks) and getattr(part.blocks[0], "role", None) is Role.HEADING


def _holds(part: Part, behind: str) -> bool:
    return any(block.id == behind for block in part.blocks)


def _position(blocks: tuple[Block, ...], behind: str, role: Role) -> int:
    """Behind the paragraph, and for a clause behind all that belongs to it; else at the end."""
    for index, block in enumerate(blocks):
        if block.id == behind:
            exact = "@" in behind or role is not Role.CLAUSE
            return index + 1 if exact else index + 1 + _belonging(blocks[index + 1 :], behind)
    return len(blocks)


def _belonging(blocks: Iterable[Block], clause_id: str) -> int:
    """How many blocks belong to a clause that stands before them."""
    return sum(1 for _ in _leading(blocks, clause_id))


def _leading(blocks: Iterable[Block], clause_id: str) -> Iterator[Block]:
    for block in blocks:
        is_clause = isinstance(block, Paragraph) and block.role is Role.CLAUSE
        if is_clause or block.id.partition("@")[0] != clause_id:
            return
        yield block


def _own_clause(view: View, change: ClauseChange, names: dict[str, Spans]) -> Paragraph:
    path = f"clauses/{change.id}/text"
    text = (change.text or "").strip()
    spans = view.filled(text, names) or (Fixed(""),)
    if text and "".join(span.text for span in spans) == text:
        spans = (Value(text, path),)  # nothing in it lives, so that all of it is one value
    role = Role(change.place) if change.place in _PLACES else Role.CLAUSE
    return Paragraph(role, change.id, spans, path=path)
