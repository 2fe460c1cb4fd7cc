"""Who numbers what in a house template: which of the firm's styles, and what our lists still do.

Headings, clauses and items belong to one multilevel list. As soon as the firm's list numbers one
of them, the others join it: a level that the firm has no style for is given our format, in an
instance of the firm's list, so that all count together and a cross-reference knows its context.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from slaeditor.blocks import Role
from slaeditor.document.formats import Count, Format, Formats, in_form
from slaeditor.word.house.places import ALONE, BY_NAME, CHAIN, PLACES
from slaeditor.word.house.sheet import Binding, Sheet
from slaeditor.word.lists import LISTS, OURS, Level, Scheme
from slaeditor.word.lists import Place as ListPlace

MAIN = max(LISTS) + 1
"""The name, among our lists, of the firm's list of headings and clauses."""

_DEEPEST = 8
_MARK = re.compile(r"%(\d)")


@dataclass(frozen=True, slots=True)
class Source:
    """A list of the firm that numbers: its abstract list, the instance that its styles use.

    `own` are the levels for which our format replaces the firm's.
    """

    abstract: int
    instance: int
    own: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """What follows from the styles chosen for the places.

    `joined` leads from our own styles that number within a list of the firm to list and level;
    `derived` leads from our styles for text without a number to the style of the firm that they
    look like, where that numbers by itself.
    """

    scheme: Scheme
    formats: Formats
    sources: Mapping[int, Source] = field(default_factory=dict)
    joined: Mapping[str, ListPlace] = field(default_factory=dict)
    derived: Mapping[str, str] = field(default_factory=dict)


def planned(sheet: Sheet, styles: Mapping[str, str]) -> Plan:
    """Work out the plan for a choice of the firm's styles, by the names of their places."""
    return _Planner(sheet, styles).plan()


class _Planner:
    def __init__(self, sheet: Sheet, styles: Mapping[str, str]) -> None:
        self._sheet = sheet
        self._styles = styles
        self._lists = dict(LISTS)
        self._places = dict(OURS.places)
        self._sources: dict[int, Source] = {}
        self._formats: dict[Role, Format] = {}
        self._unbroken: dict[Role, frozenset[Role]] = {}
        self._joined: dict[str, ListPlace] = {}
        self._counted: set[str] = set()  # places that a style of the firm numbers by itself

    def plan(self) -> Plan:
        self._chain()
        self._alone()
        loose = {
            name for name in self._styles if BY_NAME[name].is_numbered and name not in self._counted
        }
        scheme = Scheme(
            self._lists,
            self._places,
            _roles(loose - {"paragraph-item", "paragraph-subitem"}),
            _roles(loose & {"paragraph-item", "paragraph-subitem"}),
        )
        formats = Formats(self._formats, self._unbroken)
        return Plan(scheme, formats, self._sources, self._joined, self._derived())

    def _derived(self) -> dict[str, str]:
        """Headings without a number look like those with one, unless they have a style too."""
        styles = dict(self._styles)
        styles.setdefault("plain-heading", styles.get("heading", ""))
        return {
            place.style: style
            for place in PLACES
            if not place.is_numbered
            and not place.is_table
            and (style := styles.get(place.name, ""))
            and (place.name not in self._styles or self._sheet.binding(style) is not None)
        }

    def _chain(self) -> None:
        bound: dict[str, Binding] = {}
        for name in CHAIN:
            binding = self._numbers(name)
            last = next(reversed(bound.values()), None)
            if binding is None:
                continue
            if last is None or (binding.abstract == last.abstract and binding.level > last.level):
                bound[name] = binding
        if not bound:
            return
        at = dict(_levels(bound))
        first = next(iter(bound.values()))
        theirs = {b.level: self._sheet.levels(b.instance)[b.level] for b in bound.values()}
        own = tuple(level for name, level in at.items() if name not in bound)
        levels = self._main_levels(at, theirs, self._sheet.levels(first.instance))
        self._counted |= set(bound)
        self._sources[MAIN] = Source(first.abstract, first.instance, own)
        self._take(MAIN, levels, at)
        for name, level in at.items():
            if name not in self._styles:
                self._joined[BY_NAME[name].style] = (MAIN, level)

    def _main_levels(
        self, at: Mapping[str, int], theirs: Mapping[int, Level], all_theirs: tuple[Level, ...]
    ) -> tuple[Level, ...]:
        """The levels down to the deepest that is used; unused ones never count."""
        ours = {level: _own_level(name, at, theirs) for name, level in at.items()}
        found = []
        for number in range(max(at.values()) + 1):
            spare = all_theirs[number] if number < len(all_theirs) else Level("", "decimal", "")
            level = theirs.get(number) or ours.get(number) or spare
            found.append(level)
        return _without_unused(found, set(at.values()))

    def _alone(self) -> None:
        used = {source.abstract for source in self._sources.values()}
        for number, name in enumerate(ALONE, start=MAIN + 1):
            binding = self._numbers(name)
            if binding is None or binding.abstract in used:
                continue
            levels = self._sheet.levels(binding.instance)[: binding.level + 1]
            if _marks(levels[-1].text) != {binding.level}:
                continue
            used.add(binding.abstract)
            self._counted.add(name)
            self._sources[number] = Source(binding.abstract, binding.instance)
            self._take(number, levels, {name: binding.level})

    def _numbers(self, name: str) -> Binding | None:
        style = self._styles.get(name)
        return self._sheet.numbers(style) if style else None

    def _take(self, number: int, levels: tuple[Level, ...], at: Mapping[str, int]) -> None:
        """Let a list number the places that it has, each at its level."""
        self._lists[number] = levels
        roles = {level: role for name, level in at.items() if (role := BY_NAME[name].role)}
        for level, role in roles.items():
            self._places[role] = (number, level)
            self._formats[role] = _format(levels, level, roles)
            restart = levels[level].restart
            through = {above for n, above in roles.items() if restart <= n < level}
            if through:
                self._unbroken[role] = frozenset(through)


def _roles(names: set[str]) -> frozenset[Role]:
    return frozenset(role for name in names if (role := BY_NAME[name].role))


def _levels(bound: Mapping[str, Binding]) -> Iterator[tuple[str, int]]:
    """A level for each place of the chain: that of the firm's style, or one between the others.

    Where there is no room, a place has none, and our own list goes on numbering it.
    """
    last = -1
    for index, name in enumerate(CHAIN):
        if name in bound:
            last = bound[name].level
            yield name, last
            continue
        below = [bound[each].level for each in CHAIN[index + 1 :] if each in bound]
        room = (below[0] if below else _DEEPEST + 1) - last - 1
        if room > 0:
            last += 1
            yield name, last


def _own_level(name: str, at: Mapping[str, int], theirs: Mapping[int, Level]) -> Level:
    """Our format for a place, with its marks moved to where the list has what they count."""
    standard = LISTS[OURS.places[Role.HEADING][0]][CHAIN.index(name)]
    heading = at.get("heading")
    text = _MARK.sub(f"%{at[name] + 1}", standard.text.rpartition(".")[2])
    if name == "clause" and heading is not None:
        text = f"%{heading + 1}.%{at[name] + 1}"
    above = theirs.get(heading) if heading is not None else None
    form = above.format if above is not None else "decimal"
    return replace(standard, text=text, is_legal=name == "clause" and form != "decimal")


def _without_unused(levels: list[Level], used: set[int]) -> tuple[Level, ...]:
    """The levels with the first number of each unused one in the place of its mark."""
    unused = {n: in_form(each.start, each.format) for n, each in enumerate(levels) if n not in used}
    return tuple(
        replace(each, text=_MARK.sub(lambda m: unused.get(int(m[1]) - 1, m[0]), each.text))
        if number in used
        else replace(each, text="", format="decimal")
        for number, each in enumerate(levels)
    )


def _marks(text: str) -> set[int]:
    """The levels, from 0, whose counts a number shows."""
    return {int(mark) - 1 for mark in _MARK.findall(text)}


def _format(levels: tuple[Level, ...], level: int, roles: Mapping[int, Role]) -> Format:
    """The format of a level, with roles for its marks."""
    pieces: list[str | Count] = []
    for number, piece in enumerate(_MARK.split(levels[level].text)):
        if number % 2 == 0:
            pieces.extend([piece] if piece else [])
            continue
        at = int(piece) - 1
        form = "decimal" if levels[level].is_legal else levels[at].format
        pieces.append(Count(roles[at], form, levels[at].start))
    has_above = any(above < level for above in roles)
    is_whole = not has_above or any(mark < level for mark in _marks(levels[level].text))
    return Format(tuple(pieces), is_whole)
