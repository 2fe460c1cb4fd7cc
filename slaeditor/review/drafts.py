"""The draft as it is now, beside what was exported: what changed there meanwhile."""

import re
from collections.abc import Sequence

from slaeditor.blocks import Term
from slaeditor.document.compose import compose
from slaeditor.document.own_clauses import taken_elsewhere
from slaeditor.document.rewording import ENDING, template_of
from slaeditor.document.text import printable
from slaeditor.reading import write_value
from slaeditor.review.absences import item_at
from slaeditor.review.context import Context
from slaeditor.review.places import Place, places
from slaeditor.review.proposal import (
    AddClause,
    AddItem,
    Edit,
    LeaveOut,
    Proposal,
    RemoveItem,
    Reorder,
    Reword,
    SetLine,
    SetText,
)
from slaeditor.review.taking import plain_line


class Current:
    """Looks up what the draft says today."""

    def __init__(self, context: Context) -> None:
        self._context = context
        found = places(compose(context.agreement, context.view.today))
        self._by_key = {place.key: place for place in found}
        self._texts = _texts(found)
        self._base_texts = _texts(context.places)
        self._moved = taken_elsewhere(context.view)
        self._rows = _rows(found)
        self._base_rows = _rows(context.places)

    def now(self, proposal: Proposal) -> str | None:
        """What the draft says where the proposal and the exported text differ from it.

        Empty while the draft is as it was exported; `None` if it has all that is proposed.
        """
        said = [self._said(edit, proposal) for edit in proposal.edits]
        if said and all(each is None for each in said):
            return None
        return next((each for each in said if each), "")

    def _said(self, edit: Edit, proposal: Proposal) -> str | None:
        if isinstance(edit, SetText):
            return self._value(edit, proposal)
        if isinstance(edit, SetLine):
            return self._line(edit)
        if isinstance(edit, Reword | LeaveOut):
            return self._clause(edit)
        return self._structure(edit)

    def _value(self, edit: SetText, proposal: Proposal) -> str | None:
        if not edit.text and self._context.view.value(edit.path) is None:
            return None if self._context.view.place(edit.path) is not None else "[removed]"
        texts = self._texts.get(edit.path)
        if texts is None:
            place = self._context.view.place(edit.path)
            if place is None:
                return "[removed]"
            texts = [write_value(place, place.value, self._context.view.language)]
        exported = {proposal.before, *self._base_texts.get(edit.path, ())}
        if exported.intersection(texts) or proposal.path != edit.path:
            return ""
        return None if proposal.after in texts else texts[0] or "[empty]"

    def _line(self, edit: SetLine) -> str | None:
        value = self._context.view.value(edit.path)
        lines = [plain_line(line) for line in str(value or "").splitlines()]
        if edit.before and plain_line(edit.before) in lines:
            return ""
        if edit.after and plain_line(edit.after) in lines:
            return None
        if not edit.before:
            return ""
        return "; ".join(lines) if edit.after else None

    def _clause(self, edit: Reword | LeaveOut) -> str | None:
        place = self._by_key.get(edit.clause)
        if place is None:
            return None if isinstance(edit, LeaveOut) else "[left out]"
        now = template_of(place.spans, self._context.view.labels)
        if place.is_item:
            now = ENDING.sub("", now)
        now = _called_alike(now)
        if now in (self._told(edit.base), self._told(ENDING.sub("", edit.base))):
            return ""
        if isinstance(edit, Reword) and now == self._told(edit.text):
            return None
        return place.text

    def _told(self, template: str) -> str:
        """A template of the file as it would read in the draft, whose clauses may have moved."""
        for gone, here in self._moved.items():
            template = template.replace(f"{{ref:{gone}}}", f"{{ref:{here}}}")
        return _called_alike(template)

    def _structure(self, edit: Edit) -> str | None:
        agreement = self._context.agreement
        if isinstance(edit, AddClause):
            known = {change.id for change in agreement.clauses}
            return None if edit.clause in known else ""
        if isinstance(edit, AddItem):
            return None if item_at(agreement, f"{edit.list_path}/{edit.item}") else ""
        if isinstance(edit, RemoveItem):
            if item_at(agreement, edit.path) is None:
                return None
            now = self._rows.get(edit.path, "")
            return now if now != self._base_rows.get(edit.path, now) else ""
        if isinstance(edit, Reorder):
            now_order = [
                i for i in self._context.view.value(edit.list_path) or () if i in edit.order
            ]
            return None if tuple(now_order) == edit.order else ""
        return ""


def _called_alike(template: str) -> str:
    """A template whose labels have no article and no capital, which a renaming can change."""
    return _LABEL.sub(r"{\1}", template).strip()


_LABEL = re.compile(r"\{(?:[Tt]he )?((?:provider|customer)(?:'s)?)\}")


def _texts(found: Sequence[Place]) -> dict[str, list[str]]:
    texts: dict[str, list[str]] = {}
    for place in found:
        for span in place.spans:
            if path := getattr(span, "path", ""):
                text = printable(span.text)
                texts.setdefault(path, []).append(
                    text.strip("“”") if isinstance(span, Term) else text
                )
    return texts


def _rows(found: Sequence[Place]) -> dict[str, str]:
    rows: dict[str, list[str]] = {}
    for place in found:
        if place.row:
            rows.setdefault(place.row, []).append(place.text)
    return {path: " | ".join(texts) for path, texts in rows.items()}
