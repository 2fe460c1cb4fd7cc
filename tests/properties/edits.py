"""Random edits that a reviewer makes to an export, each with what taking and refusing it gives."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from slaeditor.agreement import Agreement
from slaeditor.blocks import Document, Reference, Role, Value
from slaeditor.document.compose import compose
from slaeditor.document.view import View
from slaeditor.paths import value_at
from slaeditor.review.places import Place, places
from slaeditor.review.proposal import Proposal
from tests.agreements import TODAY
from tests.unit.review.word_edits import Word

_TAIL = " It stays so in every case."
_NEW = "Nobody had thought of this before."
_CONTACTS = "introduction/contacts"
_ENOUGH = 20
"""Letters by which the second half of a clause is told."""

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
    agreement has it. What it was made at is its `place`, and `target` if it goes to another one.
    """

    name: str
    place: Place
    do: Callable[[Word], None]
    is_it: Callable[[Proposal], bool]
    holds: Callable[[Agreement, Document], bool]
    target: Place | None = None

    @property
    def places(self) -> tuple[Place, ...]:
        """The lines that it touches."""
        return (self.place,) if self.target is None else (self.place, self.target)


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
        for edit in (
            *_of_values(place, agreement),
            *_of_clauses(place, found),
            *_of_structure(place, found, alone),
            *_of_contacts(place, found, agreement),
        )
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
    """Whether two edits are neither of one value or row, nor next to each other, nor both moves."""
    keys = [place.key for place in found]
    both_move = one.target is not None and other.target is not None
    return (
        one.name != other.name
        and not both_move
        and all(
            abs(keys.index(here.key) - keys.index(there.key)) > 1
            and not (here.row and here.row == there.row)
            for here in one.places
            for there in other.places
        )
    )


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


def _of_structure(place: Place, found: Sequence[Place], alone: Sequence[Place]) -> list[Edit]:
    """Cutting a clause in two, and moving it behind another one of its section."""
    if not _stands_alone(place, found):
        return []
    name = f"clauses/{place.key}/text"
    at = found.index(place)
    edits_ = []
    for other in [each for each in alone if _can_take(each, place, found)][:2]:
        to = found.index(other)
        edits_.append(_move(place, other, found[min(at, to) : max(at, to) + 1]))
    _first, mark, rest = place.text.partition(". ")
    if mark and sum(each.text.count(rest[:_ENOUGH]) for each in found) == 1:
        edits_.append(
            Edit(
                f"split {place.key}",
                place,
                lambda word: word.split(rest[:_ENOUGH]),
                lambda proposal: proposal.path == name and proposal.label == "Cut into 2",
                lambda agreement, document: rest in _texts(document),
            )
        )
    return edits_


def _move(place: Place, behind: Place, between: Sequence[Place]) -> Edit:
    """Where only one clause lies between, that may be the one that moved up as well."""
    names = [f"clauses/{each.key}/text" for each in (place, *between)]

    def holds(agreement: Agreement, document: Document) -> bool:
        texts = _texts(document)
        return texts.index(place.text) == texts.index(behind.text) + 1

    return Edit(
        f"move {place.key} behind {behind.key}",
        place,
        lambda word: word.move(place.text, behind.text),
        lambda proposal: proposal.path in names and proposal.label == "Moved",
        holds,
        behind,
    )


def _stands_alone(place: Place, found: Sequence[Place]) -> bool:
    """Whether a place is a clause without items below it."""
    at = found.index(place)
    below = found[at + 1].paragraph if at + 1 < len(found) else None
    is_clause = place.paragraph is not None and place.paragraph.role is Role.CLAUSE
    refers = any(isinstance(span, Reference) for span in place.spans)  # maybe to what goes
    return (
        is_clause and not refers and below is not None and below.role in (Role.CLAUSE, Role.HEADING)
    )


def _can_take(other: Place, place: Place, found: Sequence[Place]) -> bool:
    if other.part != place.part or not _stands_alone(other, found):
        return False
    return found.index(other) - found.index(place) not in (-1, 0, 1)


def _of_contacts(place: Place, found: Sequence[Place], agreement: Agreement) -> list[Edit]:
    """Rows of the table of contacts that come and go; `place` is a cell that tells its row."""
    path = place.row
    if not path.startswith(f"{_CONTACTS}/"):
        return []
    row = [each.text for each in found if each.row == path]
    name = f"Kim Park of {place.key.rpartition('/')[2]}"
    new = (row[0], "Complaints", name, "Lee Wood")
    return [
        Edit(
            f"row {path} deleted",
            place,
            lambda word: word.delete_row(place.text),
            lambda proposal: proposal.path == path and not proposal.after,
            lambda agreement, document: value_at(agreement, path) is None,
        ),
        Edit(
            f"row below {path}",
            place,
            lambda word: word.insert_row(place.text, *new),
            lambda proposal: not proposal.before and name in proposal.after,
            lambda agreement, document: name in _names(agreement),
        ),
    ]


def _names(agreement: Agreement) -> list[str | None]:
    return [contact.name for contact in agreement.introduction.contacts]


def _text(document: Document, clause: str) -> str:
    return next((p.text for p in document.paragraphs() if p.id == clause), "")


def _texts(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs()]
