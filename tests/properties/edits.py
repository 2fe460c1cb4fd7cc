"""Random edits that a reviewer makes to an export, each with what taking and refusing it gives."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from slaeditor.agreement import Agreement
from slaeditor.blocks import Document, Role, Value
from slaeditor.document.compose import compose
from slaeditor.document.view import View
from slaeditor.paths import value_at
from slaeditor.review.places import Place, places
from slaeditor.review.proposal import Proposal
from tests.agreements import TODAY
from tests.unit.review.word_edits import Word

_TAIL = " It stays so in every case."
_NEW = "Nobody had thought of this before."
_VALUES: dict[type, tuple[str, Any]] = {
    str: ("words of a reviewer", "words of a reviewer"),
    int: ("17", 17),
    Decimal: ("42.5", Decimal("42.5")),
    date: ("3 March 2031", date(2031, 3, 3)),
}
"""What a reviewer types in place of a value of each type, and what it is read as."""


@dataclass(frozen=True)
class Edit:
    """One thing that a reviewer does.

    `do` does it, `is_it` knows the proposal that it must come home as, `holds` tells whether an
    agreement has it. What it was made at is its `place`.
    """

    name: str
    place: Place
    do: Callable[[Word], None]
    is_it: Callable[[Proposal], bool]
    holds: Callable[[Agreement, Document], bool]


@st.composite
def edits(draw: st.DrawFn, agreement: Agreement) -> list[Edit]:
    """Up to six edits in as many lines of the agreement's document."""
    document = compose(agreement, TODAY)
    found = places(document)
    texts = [place.text for place in found]
    alone = [place for place in found if sum(place.text in text for text in texts) == 1]
    possible = [
        edit
        for place in alone
        for edit in (*_of_values(place, agreement), *_of_clauses(place, found))
    ]
    chosen: list[Edit] = []
    if possible:
        for edit in draw(st.lists(st.sampled_from(possible), max_size=6, unique_by=_where)):
            if all(_apart(edit, other, found) for other in chosen):
                chosen.append(edit)
    return chosen


def _where(edit: Edit) -> str:
    return edit.place.key


def _apart(one: Edit, other: Edit, found: Sequence[Place]) -> bool:
    """Whether two edits are neither of the same value nor next to each other."""
    keys = [place.key for place in found]
    return abs(keys.index(one.place.key) - keys.index(other.place.key)) > 1


def _of_values(place: Place, agreement: Agreement) -> list[Edit]:
    view = View(agreement, TODAY)
    found = []
    for span in place.spans:
        field = view.place(span.path) if isinstance(span, Value) else None
        if field is None or not isinstance(span, Value) or place.text.count(span.text) != 1:
            continue
        is_plain = not field.field.refers_to and not field.field.reads_as
        if is_plain and field.spec.hint in _VALUES and not _shown_in_lines(span, field.value):
            found.append(_value(place, span.text, span.path, field.spec.hint))
    return found


def _shown_in_lines(span: Value, value: Any) -> bool:
    """Whether the place shows but a part of a text, such as a line of a list."""
    return isinstance(value, str) and span.text != value


def _value(place: Place, old: str, path: str, hint: type) -> Edit:
    text, value = _VALUES[hint]
    return Edit(
        f"value {path}",
        place,
        lambda word: word.replace(old, text, within=place.text),
        lambda proposal: proposal.path == path and proposal.after == text,
        lambda agreement, document: value_at(agreement, path) == value,
    )


def _of_clauses(place: Place, found: Sequence[Place]) -> list[Edit]:
    paragraph = place.paragraph
    if paragraph is None or paragraph.role is not Role.CLAUSE or not place.text.endswith("."):
        return []
    name = f"clauses/{place.key}/text"
    return [
        Edit(
            f"tail {place.key}",
            place,
            lambda word: word.append(place.text, _TAIL),
            lambda proposal: proposal.path == name and proposal.after.endswith(_TAIL),
            lambda agreement, document: _text(document, place.key).endswith(_TAIL),
        ),
        Edit(
            f"deletion {place.key}",
            place,
            lambda word: word.delete(place.text),
            lambda proposal: proposal.path == name and not proposal.after,
            lambda agreement, document: not _text(document, place.key),
        ),
        Edit(
            f"insertion {place.key}",
            place,
            lambda word: word.insert(place.text, f"{_NEW} {place.key}"),
            lambda proposal: proposal.after == f"{_NEW} {place.key}",
            lambda agreement, document: f"{_NEW} {place.key}" in _texts(document),
        ),
    ]


def _text(document: Document, clause: str) -> str:
    return next((p.text for p in document.paragraphs() if p.id == clause), "")


def _texts(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs()]
