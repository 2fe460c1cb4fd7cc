"""A new agreement from what was asked at its start: kind, parties, and what to begin with."""

from collections.abc import Collection
from dataclasses import dataclass, field

from slaeditor.agreement import Agreement
from slaeditor.editing.duplicating import LeaveOut, duplicate
from slaeditor.editing.open_draft import OpenDraft
from slaeditor.editing.templates import Template, new_agreement
from slaeditor.kinds import Entity, Kind, Side


@dataclass(frozen=True, slots=True)
class Start:
    """The answers. An empty name or title leaves what the template or the copied one says."""

    kind: Kind
    source: Template | Agreement
    title: str = ""
    provider: str = ""
    customer: str = ""
    entity: Entity | None = None
    leave_out: Collection[LeaveOut] = field(default_factory=tuple)
    ours: Side | None = None


def started(start: Start) -> Agreement:
    """The agreement, with an id of its own. What was answered is no suggestion any more."""
    if isinstance(start.source, Template):
        agreement = new_agreement(start.source)
    else:
        agreement = duplicate(start.source, start.leave_out)
    draft = OpenDraft(agreement, float)
    answers = {
        "kind": start.kind.value,
        "title": start.title.strip(),
        "introduction/provider/name": start.provider.strip(),
        "introduction/customer/name": start.customer.strip(),
        "introduction/ours": start.ours.value if start.ours else "",
        "introduction/standing/entity": start.entity.value if start.entity else "",
    }
    for path, text in answers.items():
        if text:
            draft.set_text(path, text)
    return draft.agreement
