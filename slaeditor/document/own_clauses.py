"""What one agreement adds to the standard clauses: own clauses and additional terms."""

from collections.abc import Iterable, Iterator

from slaeditor.agreement import ClauseChange, ClauseState
from slaeditor.blocks import Block, Fixed, Paragraph, Role, Value
from slaeditor.document.view import View
from slaeditor.values import is_none_stated


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


def with_own_clauses(view: View, section: str, blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks with the agreement's own clauses behind the clause that each one names.

    An own clause whose neighbour doesn't print stands at the end of the section it names.
    """
    own = [change for change in view.agreement.clauses if change.state is ClauseState.OWN]
    waiting = {change.id: change for change in own if _section(change) == section}
    found: list[Block] = []
    groups = list(_groups(blocks))
    for clause_id, group in groups:
        found.extend(group)
        for change in list(waiting.values()):
            if change.behind == clause_id:
                found.append(_own_clause(view, change))
                del waiting[change.id]
    found.extend(_own_clause(view, change) for change in waiting.values())
    return tuple(found)


def _section(change: ClauseChange) -> str:
    return (change.behind or change.id).partition(".")[0]


def _groups(blocks: Iterable[Block]) -> Iterator[tuple[str, list[Block]]]:
    """Blocks gathered by clause: a clause with the items and texts that belong to it."""
    group: list[Block] = []
    current = ""
    for block in blocks:
        clause_id = block.id.partition("@")[0]
        if group and clause_id != current:
            yield current, group
            group = []
        current = clause_id
        group.append(block)
    if group:
        yield current, group


def _own_clause(view: View, change: ClauseChange) -> Paragraph:
    path = f"clauses/{change.id}/text"
    text = (change.text or "").strip()
    spans = (Value(text, path),) if text else (Fixed(""),)
    return Paragraph(Role.CLAUSE, change.id, spans, path=path)
