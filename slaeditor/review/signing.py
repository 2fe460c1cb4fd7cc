"""Names and functions that were typed into the lines to sign on, and people who were added."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from slaeditor.returned import Author
from slaeditor.review.absences import item_at, takers
from slaeditor.review.alignment import Alignment, Match, Stranger
from slaeditor.review.context import Context, own_id
from slaeditor.review.newcomers import authors_of
from slaeditor.review.places import Place
from slaeditor.review.proposal import (
    AddItem,
    Kind,
    Proposal,
    RemoveItem,
    SetText,
    Unmatched,
)

SIGNATORIES = "introduction/signatories"
_WORDING = "introduction.signature"
_LEAVES = ("name", "function", "place")


@dataclass(slots=True)
class _Person:
    """The lines of one person: label, what was exported behind it, and what came back."""

    block: str
    path: str
    lines: list[tuple[str, str, str, Match | None]] = field(default_factory=list)
    authors: list[Author] = field(default_factory=list)


def is_signing(place: Place) -> bool:
    """Whether a place is a line to sign on or its label."""
    return "#" in place.row


def signing(
    alignment: Alignment, context: Context, unmatched: list[Unmatched]
) -> Iterator[Proposal]:
    """A value for each line that was filled in, and a new person for each that was added."""
    labels = {
        "".join(span.text for span in context.view.phrase(_WORDING, leaf)): leaf for leaf in _LEAVES
    }
    for person in _known(alignment):
        yield from _filled(person, labels, context, unmatched)
    for person in _added(alignment, labels):
        yield from _new(person, labels, context)


def _known(alignment: Alignment) -> list[_Person]:
    people: dict[str, _Person] = {}
    label = ""
    for match in alignment.matches:
        place = match.place
        if not is_signing(place):
            continue
        if place.key.endswith("-label"):
            label = place.text
            continue
        block, _, path = place.row.partition("#")
        person = people.setdefault(place.row, _Person(block, path))
        text = match.line.text.strip() if match.line is not None else ""
        person.lines.append((label, place.text, text, match))
        if match.line is not None:
            person.authors.extend(authors_of(match.line))
        person.authors.extend(takers(match))
    return list(people.values())


def _filled(
    person: _Person, labels: dict[str, str], context: Context, unmatched: list[Unmatched]
) -> Iterator[Proposal]:
    changed = [line for line in person.lines if line[1].strip() != line[2]]
    if not changed:
        return
    is_item = item_at(context.agreement, person.path) is not None
    if is_item and all(m is None or m.line is None for *_, m in person.lines):
        yield _gone(person, context)
        return
    texts = []
    for label, old, new, match in changed:
        leaf = labels.get(label)
        if leaf is None:
            where = "Signatures"
            unmatched.append(Unmatched(new, where, f"This stands in the line “{label}”.", ()))
        elif is_item and match is not None:
            yield _value(person, leaf, old, new, match, context)
        elif new:
            texts.append((leaf, new))
    if texts and not is_item:
        yield _person(person.block, texts, tuple(dict.fromkeys(person.authors)), context)


def _value(
    person: _Person, leaf: str, old: str, new: str, match: Match, context: Context
) -> Proposal:
    path = f"{person.path}/{leaf}"
    return Proposal(
        kind=Kind.VALUE,
        path=path,
        before=old,
        after=new,
        where="Signatures",
        label=context.names.label(path),
        edits=(SetText(path, new),),
        authors=authors_of(match.line) if match.line is not None else takers(match),
        passage=(old, new),
    )


def _gone(person: _Person, context: Context) -> Proposal:
    before = ", ".join(old for _label, old, _new, _match in person.lines if old)
    return Proposal(
        kind=Kind.ROW,
        path=person.path,
        before=before,
        after="",
        where="Signatures",
        label="Removed",
        edits=(RemoveItem(person.path),),
        authors=tuple(dict.fromkeys(person.authors)),
        passage=(before, ""),
    )


def _person(
    block: str, texts: Sequence[tuple[str, str]], authors: tuple[Author, ...], context: Context
) -> Proposal:
    """A person who signs for the side of a block ("signature@provider")."""
    side = block.partition("@")[2]
    after = ", ".join(text for _leaf, text in texts)
    item = own_id(f"{SIGNATORIES} {side}", after)
    given = (("side", side), *texts) if side in ("provider", "customer") else tuple(texts)
    return Proposal(
        kind=Kind.ROW,
        path=f"{SIGNATORIES}/{item}",
        before="",
        after=after,
        where="Signatures",
        label="New person",
        edits=(AddItem(SIGNATORIES, item, given),),
        authors=authors,
        passage=("", after),
    )


def _added(alignment: Alignment, labels: dict[str, str]) -> list[_Person]:
    """People in rows that were put into a table of lines to sign on."""
    tables = {
        match.line.cell.table: match.place.table
        for match in alignment.matches
        if is_signing(match.place) and match.line is not None and match.line.cell is not None
    }
    people: list[_Person] = []
    rows: dict[tuple[int, int], list[Stranger]] = {}
    for stranger in alignment.strangers:
        cell = stranger.line.cell
        if cell is not None and cell.table in tables:
            rows.setdefault((cell.table, cell.row), []).append(stranger)
    for (table, _row), cells in rows.items():
        texts = [cell.line.text.strip() for cell in cells]
        if len(texts) < 2:
            continue
        label, text = texts[0].rstrip(":"), texts[1]
        if labels.get(label) == "name" or not people:
            people.append(_Person(tables[table], SIGNATORIES))
        people[-1].lines.append((label, "", text, None))
        people[-1].authors.extend(a for cell in cells for a in authors_of(cell.line))
    return people


def _new(person: _Person, labels: dict[str, str], context: Context) -> Iterator[Proposal]:
    texts = [(labels[label], new) for label, _, new, _ in person.lines if label in labels and new]
    if texts:
        yield _person(person.block, texts, tuple(dict.fromkeys(person.authors)), context)
