"""From an agreement to its document: the only place that decides what the document says."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial

import msgspec

from slaeditor.agreement import Agreement
from slaeditor.blocks import Block, Document, Paragraph, Part, Role
from slaeditor.document.memory import Memory
from slaeditor.document.numbering import numbered
from slaeditor.document.own_clauses import (
    additional_terms,
    is_moved,
    own_clauses,
    relinked,
    taken_elsewhere,
    with_own_clauses,
)
from slaeditor.document.rewording import reworded, worked_out
from slaeditor.document.terms import DEFINITIONS, definition_paragraphs
from slaeditor.document.view import View
from slaeditor.field import Form
from slaeditor.kinds import Status
from slaeditor.sections.duration import clauses as duration
from slaeditor.sections.duration import schedule as key_dates
from slaeditor.sections.general import clauses as general
from slaeditor.sections.introduction import clauses as introduction
from slaeditor.sections.introduction import cover, signatures
from slaeditor.sections.introduction import schedule as contacts
from slaeditor.sections.metrics import clauses as metrics
from slaeditor.sections.metrics import credits as service_credits
from slaeditor.sections.metrics import schedule as levels
from slaeditor.sections.scope import clauses as scope

Clauses = Callable[[View], tuple[Block, ...]]

SECTIONS: dict[Form, dict[str, Clauses]] = {
    Form.INTERNAL: {
        "introduction": introduction.internal,
        "scope": scope.internal,
        "duration": duration.internal,
        "metrics": metrics.internal,
        "general": general.internal,
    },
    Form.EXTERNAL: {
        "introduction": introduction.external,
        "scope": scope.external,
        "duration": duration.external,
        "metrics": metrics.external,
        "general": general.external,
    },
}

SCHEDULES: dict[str, Clauses] = {
    "schedule-levels": levels.blocks,
    "schedule-contacts": contacts.blocks,
    "schedule-dates": key_dates.blocks,
    "schedule-credits": service_credits.blocks,
}

FINAL = (Status.AGREED, Status.IN_FORCE, Status.EXPIRED, Status.SUPERSEDED)


def compose(agreement: Agreement, today: date, memory: Memory | None = None) -> Document:
    """The document of an agreement as it stands on a day.

    With the `memory` of the last time, what didn't change since is not made again. Raises Damaged
    where the program lacks the wording that the agreement names.
    """
    view = View(agreement, today, memory)
    memory = memory or Memory()
    memory.begin(agreement, view.common)
    parts, own = _reworded(view, tuple(_parts(view)))
    parts = _with_definitions(view, parts, own, memory)
    parts = relinked(with_own_clauses(view, parts, own), taken_elsewhere(view))
    parts = numbered(parts, memory)
    words = view.labels.form_words
    is_draft = agreement.status not in FINAL
    return Document(
        title=agreement.title or words.title,
        kind_title=words.title,
        language=view.language,
        header=words.legend if is_draft else "",
        reference=agreement.reference or "",
        version=agreement.version or "",
        status=(agreement.status or Status.DRAFT).label,
        agreement_id=agreement.id,
        parts=parts,
    )


def _reworded(
    view: View, parts: tuple[Part, ...]
) -> tuple[tuple[Part, ...], tuple[Paragraph, ...]]:
    """The parts in the agreement's own words, and the clauses of its own."""
    if not view.clause_changes:
        return parts, ()
    standard = [*(block for part in parts for block in part.blocks), *_moved_away(view)]
    elsewhere = worked_out(view, standard)
    changed = tuple(replace(part, blocks=reworded(view, part.blocks, elsewhere)) for part in parts)
    return changed, own_clauses(view, standard)


def _moved_away(view: View) -> Iterator[Block]:
    """The sections, as standard, whose clauses this agreement has moved elsewhere."""
    moved = [change.id for change in view.agreement.clauses if is_moved(view, change)]
    if not moved:
        return
    bare = View(msgspec.structs.replace(view.agreement, clauses=()), view.today)
    for clauses in (SECTIONS[view.form] | SCHEDULES).values():
        yield from (block for block in clauses(bare) if block.id in moved)


def _parts(view: View) -> Iterator[Part]:
    yield Part("cover", _said(view, "cover", cover.cover))
    if view.form is Form.EXTERNAL:
        yield Part("front", _said(view, "front", introduction.front), new_page=True)
    for index, (section, clauses) in enumerate(SECTIONS[view.form].items()):
        if blocks := _said(view, section, partial(_section, section, clauses)):
            new_page = index == 0 and view.form is Form.INTERNAL
            yield Part(section, blocks, new_page=new_page)
    for name, schedule in SCHEDULES.items():
        if blocks := _said(view, name, schedule):
            yield Part(name, blocks, new_page=True)
    yield Part("signatures", _said(view, "signatures", signatures.blocks), new_page=True)


def _said(view: View, name: str, clauses: Clauses) -> tuple[Block, ...]:
    """What a part says; the very same blocks as the last time where nothing changes it."""
    return view.remembered("part", name, partial(clauses, view))


def _section(section: str, clauses: Clauses, view: View) -> tuple[Block, ...]:
    blocks = clauses(view) + _additional_terms(view, section)
    return (_heading(view, section), *blocks) if blocks else ()


def _additional_terms(view: View, section: str) -> tuple[Block, ...]:
    """The additional terms of a section; the general clauses have none."""
    return () if section == "general" else additional_terms(view, section)


def _heading(view: View, section: str) -> Paragraph:
    path = "" if section == "general" else section
    return Paragraph(
        Role.HEADING, f"{section}.heading", view.phrase(f"{section}.heading"), path=path
    )


def _with_definitions(
    view: View, parts: tuple[Part, ...], own: tuple[Paragraph, ...], memory: Memory
) -> tuple[Part, ...]:
    """The parts with the definitions that their texts need, in the clause that holds them."""
    blocks = [block for part in parts for block in part.blocks]
    definitions = definition_paragraphs(view, [*blocks, *own], memory)
    if not definitions:
        return parts
    lead = view.clause(DEFINITIONS, path="introduction/definitions")
    if not lead:
        return parts
    new = reworded(view, (*lead, *definitions))
    return tuple(
        replace(part, blocks=_inserted(part.blocks, new, view.form))
        if part.id == "introduction"
        else part
        for part in parts
    )


def _inserted(blocks: tuple[Block, ...], new: tuple[Block, ...], form: Form) -> tuple[Block, ...]:
    """Internal: behind the section's own clauses; external: first, behind the heading."""
    if form is Form.EXTERNAL:
        return (*blocks[:1], *new, *blocks[1:])
    own = [
        n for n, block in enumerate(blocks) if not block.id.startswith("introduction.additional")
    ]
    return (*blocks[: own[-1] + 1], *new, *blocks[own[-1] + 1 :])
