"""What a reviewer added: clauses, items of a list, definitions, rows of a table."""

import re
from collections.abc import Iterator, Sequence

from slaeditor.blocks import Derived, Fixed, Gap, Role, Spans, Value
from slaeditor.document.rewording import ENDING
from slaeditor.document.roles import Labels
from slaeditor.kinds import Side
from slaeditor.returned import Author, Line
from slaeditor.review.absences import item_at
from slaeditor.review.alignment import Alignment, Match, Stranger
from slaeditor.review.context import Context, own_id
from slaeditor.review.places import Place
from slaeditor.review.proposal import (
    AddClause,
    AddItem,
    Edit,
    Kind,
    Proposal,
    Remark,
    SetLine,
    Unmatched,
)
from slaeditor.review.remarks import NOTE

DEFINITIONS = "introduction/definitions"
_DEFINITION = re.compile(
    r"^\W*[“\"](?P<term>[^”\"]{1,80})[”\"]\s+means:?\s+(?P<meaning>.+)$", re.DOTALL
)
_LIST_MARK = re.compile(r"^\s*(?:\([a-z]{1,4}\)|[-–•·*]|\d+[.)])\s+")


class Newcomers:
    """Sorts the lines that the exported document did not have."""

    def __init__(self, alignment: Alignment, context: Context) -> None:
        self._alignment = alignment
        self._context = context
        self._behind: dict[str, str] = {}
        self.unmatched: list[Unmatched] = []
        self.remarks: list[Remark] = []

    def proposals(self) -> Iterator[Proposal]:
        """A proposal for each addition that has a place; `unmatched` and `remarks` get the rest."""
        rows: dict[tuple[int, int], list[Stranger]] = {}
        signed = _signing_tables(self._alignment)
        for stranger in self._alignment.strangers:
            cell = stranger.line.cell
            if cell is not None and cell.table in signed:
                continue
            if cell is not None:
                rows.setdefault((cell.table, cell.row), []).append(stranger)
            elif stranger.line.text.strip():
                yield from self._paragraph(stranger)
        for group in rows.values():
            yield from self._row(group)

    def _paragraph(self, stranger: Stranger) -> Iterator[Proposal]:
        line, above = stranger.line, stranger.behind
        where = self._context.names.where(above.place) if above is not None else ""
        if NOTE.fullmatch(line.text.strip()):
            path = _clause_path(above.place) if above is not None else ""
            author = _first(authors_of(line))
            self.remarks.append(Remark(path, where, "", ((author, line.text.strip()),)))
        elif above is None:
            what = "This stands before everything that was exported."
            self.unmatched.append(Unmatched(line.text, "", what, authors_of(line)))
        elif found := _DEFINITION.match(line.text):
            yield self._definition(found["term"], found["meaning"], stranger, where)
        elif edit := self._list_line(above, line):
            yield self._added(edit, edit.path, line, where, self._context.names.label(edit.path))
        else:
            yield self._clause(line, above, where)

    def _definition(self, term: str, meaning: str, stranger: Stranger, where: str) -> Proposal:
        item = own_id("definition", term)[:40]
        texts = (("term", term.strip()), ("meaning", ENDING.sub("", meaning.strip())))
        edit = AddItem(DEFINITIONS, item, texts)
        path = f"{DEFINITIONS}/{item}"
        return self._added(edit, path, stranger.line, where, "New definition", Kind.ROW)

    def _list_line(self, above: Match, line: Line) -> SetLine | None:
        """The edit that adds a line to the list that the place above is a line of."""
        values = [span for span in above.place.spans if isinstance(span, Value)]
        if len(values) != 1 or not self._context.reader.is_line(values[0].path):
            return None
        if above.line is not None and above.line.style != line.style:
            return None
        text = ENDING.sub("", _LIST_MARK.sub("", line.text)).strip()
        behind = self._behind.get(above.place.key, values[0].text)
        self._behind[above.place.key] = text
        return SetLine(values[0].path, "", text, behind)

    def _clause(self, line: Line, above: Match, where: str) -> Proposal:
        place = above.place
        neighbour = place.table or place.key
        behind = self._behind.get(neighbour, neighbour)
        text = line.text.strip()
        own = own_id(behind, text)
        self._behind[neighbour] = own
        template = self._context.passage(_blank(place), line).template().strip()
        role = _role(place, above.line, line).value
        edit = AddClause(own, template, behind, role, neighbour)
        path = f"clauses/{own}/text"
        return self._added(edit, path, line, f"After {where[:1].lower()}{where[1:]}", "New clause")

    def _added(
        self,
        edit: Edit,
        path: str,
        line: Line,
        where: str,
        label: str,
        kind: Kind = Kind.CLAUSE,
    ) -> Proposal:
        text = line.text.strip()
        return Proposal(
            kind=kind,
            path=path,
            before="",
            after=text,
            where=where,
            label=label,
            edits=(edit,),
            authors=authors_of(line),
            passage=("", text),
        )

    def _row(self, group: Sequence[Stranger]) -> Iterator[Proposal]:
        """A new row: an item with what its cells say, read as its neighbour's cells are."""
        text = " | ".join(each.line.text.strip() for each in group)
        if not text.strip(" |"):
            return
        authors = tuple(dict.fromkeys(a for each in group for a in authors_of(each.line)))
        above = group[0].behind
        known = self._neighbours(group[0])
        where = self._context.names.where(above.place) if above is not None else ""
        if not known:
            what = "A row or table that the agreement has no list for."
            self.unmatched.append(Unmatched(text, where, what, authors))
            return
        path = known[0].place.row
        list_path = path.rpartition("/")[0]
        item = own_id(list_path, text)
        texts = tuple(_leaves(known, group, path, self._context.labels))
        yield Proposal(
            kind=Kind.ROW,
            path=f"{list_path}/{item}",
            before="",
            after=text,
            where=where,
            label="New row",
            edits=(AddItem(list_path, item, texts, path.rpartition("/")[2]),),
            authors=authors,
            passage=("", text),
            hint="" if texts else "None of its cells could be read into a field.",
        )

    def _neighbours(self, stranger: Stranger) -> list[Match]:
        """The cells of the nearest row of the same table that shows an item of a list."""
        cell = stranger.line.cell
        rows: dict[int, list[Match]] = {}
        for match in self._alignment.matches:
            line = match.line
            if cell is None or line is None or line.cell is None or line.cell.table != cell.table:
                continue
            if item_at(self._context.agreement, match.place.row) is not None:
                rows.setdefault(line.cell.row, []).append(match)
        if cell is None or not rows:
            return []
        return rows[min(rows, key=lambda row: (abs(row - cell.row), row))]


def _signing_tables(alignment: Alignment) -> frozenset[int]:
    """The tables of lines to sign on, which `signing` looks after."""
    return frozenset(
        match.line.cell.table
        for match in alignment.matches
        if "#" in match.place.row and match.line is not None and match.line.cell is not None
    )


def authors_of(line: Line) -> tuple[Author, ...]:
    """All who inserted something in a line, or its row, under tracking."""
    found = [credit.by for credit in line.credits]
    if line.mark_inserted is not None:
        found.append(line.mark_inserted)
    if line.cell is not None and line.cell.inserted is not None:
        found.append(line.cell.inserted)
    return tuple(dict.fromkeys(found))


def _first(authors: tuple[Author, ...]) -> Author:
    return authors[0] if authors else Author()


def _leaves(
    known: Sequence[Match], group: Sequence[Stranger], path: str, labels: Labels
) -> Iterator[tuple[str, str]]:
    """The fields of a new item: where a neighbour's cell shows values, the texts of its own."""
    cells = {each.line.cell.column: each.line.text for each in group if each.line.cell is not None}
    seen: set[str] = set()
    for match in known:
        line = match.line
        if line is None or line.cell is None:
            continue
        text = cells.get(line.cell.column, "").strip()
        for leaf, part in _of_cell(match.place, text, path, labels):
            if part and leaf not in seen and not (part.startswith("[") and part.endswith("]")):
                seen.add(leaf)
                yield leaf, part


def _of_cell(place: Place, text: str, path: str, labels: Labels) -> Iterator[tuple[str, str]]:
    """The fields of one cell; one that shows a side by its label has it in the field "side"."""
    spans = [span for span in place.spans if isinstance(span, Value | Gap)]
    leaves = [span.path.removeprefix(f"{path}/") for span in spans]
    if spans and all(span.path.startswith(f"{path}/") for span in spans):
        yield from zip(leaves, _parts(text, place.spans, len(leaves)), strict=False)
    elif not spans and any(isinstance(span, Derived) for span in place.spans):
        for side in Side:
            if _names(text, labels.word(side.value)):
                yield "side", side.value


def _names(text: str, label: str) -> bool:
    return text.casefold() in (label.casefold(), f"the {label}".casefold())


def _parts(text: str, spans: Spans, count: int) -> list[str]:
    """The text of a cell cut into as many values: at line feeds, or words, number and unit."""
    between = [span.text for span in spans if isinstance(span, Fixed)]
    if count == 1:
        return [text]
    if "\n" in between:
        return [part.strip() for part in text.split("\n", count - 1)]
    found = re.fullmatch(r"(?P<words>\D*?)\s*(?P<number>\d[\d.,]*)\s*(?P<unit>.*)", text, re.DOTALL)
    if found is None:
        return [text]
    if count == 2:
        return [found["number"], found["unit"]]
    return [found["words"], found["number"], found["unit"]]


def _blank(place: Place) -> Place:
    """A place with nothing in it, beside the given one."""
    return Place("", (), "", (), place.part)


def _clause_path(place: Place) -> str:
    return f"clauses/{place.paragraph.id}/text" if place.paragraph is not None else place.row


def _role(place: Place, above: Line | None, line: Line) -> Role:
    """What a new paragraph looks like: as the one above if it has its style."""
    role = place.paragraph.role if place.paragraph is not None else Role.CLAUSE
    same_style = above is not None and above.style == line.style
    if role in (Role.ITEM, Role.SUBITEM):
        return role if same_style else Role.CLAUSE
    if role in (Role.BODY, Role.DEFINITION):
        return Role.BODY
    if role is Role.PARAGRAPH:
        return role
    return Role.CLAUSE
