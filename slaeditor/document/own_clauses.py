"""What one agreement adds to the standard clauses: own clauses and additional terms."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from slaeditor.agreement import ClauseChange, ClauseState
from slaeditor.blocks import Block, Fixed, Paragraph, Part, Role, Value
from slaeditor.document.view import View
from slaeditor.values import is_none_stated

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


def own_clauses(view: View) -> tuple[Paragraph, ...]:
    """The paragraphs that this agreement adds, in the order in which they were added."""
    return tuple(
        _own_clause(view, change)
        for change in view.agreement.clauses
        if change.state is ClauseState.OWN
    )


def with_own_clauses(view: View, parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """The parts with the agreement's own clauses, each behind the paragraph that it names.

    One whose neighbour doesn't print stands at the end of the section it names, else of the last.
    """
    placed: set[tuple[str, str]] = set()
    for paragraph in own_clauses(view):
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
        if block.id.partition("@")[0] != clause_id:
            return
        yield block


def _own_clause(view: View, change: ClauseChange) -> Paragraph:
    path = f"clauses/{change.id}/text"
    text = (change.text or "").strip()
    spans = view.filled(text) or (Fixed(""),)
    if text and "".join(span.text for span in spans) == text:
        spans = (Value(text, path),)  # nothing in it lives, so that all of it is one value
    role = Role(change.place) if change.place in _PLACES else Role.CLAUSE
    return Paragraph(role, change.id, spans, path=path)
