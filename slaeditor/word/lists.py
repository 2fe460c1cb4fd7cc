"""Automatic numbering: the multilevel lists behind the styles, and where a list starts anew.

Numbers in Word are computed by Word. `Lists` counts as Word does; where the composed number
differs from what Word would show (a new schedule begins again at 1), it asks for a new list
instance that starts at the composed number. What no list can show is left to the writer as text.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from slaeditor.blocks import Paragraph, Role
from slaeditor.document.formats import in_form
from slaeditor.word.markup import NAMESPACES
from slaeditor.word.styles import STEP, indent


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: number format and text as in `w:lvl`, the style it belongs to.

    Levels of a firm may begin at another number than 1, show all counts as digits (`is_legal`), and
    count on where a level above does: only one above `restart` (from 0) begins them again.
    """

    style: str
    format: str
    text: str
    left: int = STEP
    hanging: int = STEP
    bold: bool = False
    start: int = 1
    is_legal: bool = False
    restart: int = 9


BODY, SCHEDULES, PARAGRAPHS, PARTIES, RECITALS, PARTS = range(1, 7)
"""Numbers of the lists; the styles are bound to the instance of the same number."""

LISTS: dict[int, tuple[Level, ...]] = {
    BODY: (
        Level("Heading1", "decimal", "%1", bold=True),
        Level("SLAClause2", "decimal", "%1.%2"),
        Level("SLAClause3", "lowerLetter", "(%3)", 2 * STEP),
        Level("SLAClause4", "lowerRoman", "(%4)", 3 * STEP),
    ),
    SCHEDULES: (Level("SLASchedule", "decimal", "Schedule %1", 1985, 1985, bold=True),),
    PARAGRAPHS: (
        Level("SLASchedule1", "decimal", "%1"),
        Level("SLASchedule2", "decimal", "%1.%2"),
        Level("SLASchedule3", "lowerLetter", "(%3)", 2 * STEP),
        Level("SLASchedule4", "lowerRoman", "(%4)", 3 * STEP),
    ),
    PARTIES: (Level("SLAParty", "decimal", "(%1)"),),
    RECITALS: (Level("SLARecital", "upperLetter", "(%1)"),),
    PARTS: (Level("SLAPart", "upperLetter", "Part %1", 1134, 1134, bold=True),),
}

_PLACES = {
    Role.HEADING: (BODY, 0),
    Role.CLAUSE: (BODY, 1),
    Role.ITEM: (BODY, 2),
    Role.SUBITEM: (BODY, 3),
    Role.PARTY: (PARTIES, 0),
    Role.RECITAL: (RECITALS, 0),
    Role.SCHEDULE: (SCHEDULES, 0),
    Role.PART: (PARTS, 0),
    Role.PARAGRAPH_HEADING: (PARAGRAPHS, 0),
    Role.PARAGRAPH: (PARAGRAPHS, 1),
}


Place = tuple[int, int]
"""A list and a level in it."""


@dataclass(frozen=True, slots=True)
class Scheme:
    """The lists that number a document, and the place of each role outside schedules.

    The styles of the roles in `loose` don't number by themselves: each paragraph has to.
    `loose_items` are those within schedules.
    """

    lists: Mapping[int, tuple[Level, ...]]
    places: Mapping[Role, Place]
    loose: frozenset[Role] = frozenset()
    loose_items: frozenset[Role] = frozenset()


OURS = Scheme(LISTS, _PLACES)
"""Our own lists and styles."""


@dataclass(frozen=True, slots=True)
class Instance:
    """A `w:num` that begins a list again: levels from `level` on start at `start`, then 1."""

    id: int
    list: int
    level: int
    start: int


@dataclass(frozen=True, slots=True)
class Numbering:
    """What a paragraph needs to show its number.

    `properties` is a `w:numPr` of its own, empty where the style's is right. `typed` is a number
    to be written as text, because no list shows it.
    """

    properties: str = ""
    typed: str = ""


class Lists:
    """Follows a document and keeps count as Word does."""

    def __init__(self, scheme: Scheme = OURS) -> None:
        """Stand before the first paragraph; every list is at its start."""
        self._scheme = scheme
        self._counts = {name: [0] * len(levels) for name, levels in scheme.lists.items()}
        self._current: dict[int, Instance] = {}
        self.instances: list[Instance] = []

    def numbering(self, paragraph: Paragraph, *, in_schedule: bool) -> Numbering:
        """Count a paragraph and tell how Word comes to show `paragraph.number`."""
        place = self._place(paragraph, in_schedule)
        if place is None:
            return Numbering(typed=paragraph.number)
        if not paragraph.number:
            return Numbering(properties=_properties(0, 0))
        return self._numbered(paragraph.number, *place)

    def struck(self, paragraph: Paragraph, *, in_schedule: bool) -> Numbering:
        """Tell how Word comes to show a number where a paragraph no longer counts."""
        place = self._place(paragraph, in_schedule)
        if place is None:
            return Numbering()
        if not paragraph.number:
            return Numbering(properties=_properties(0, 0))
        return self._in_list(*place)

    def _place(self, paragraph: Paragraph, in_schedule: bool) -> tuple[int, int, int] | None:
        """The list of a paragraph, its level there, and the level of its style (-1 for none)."""
        role = paragraph.role
        place = self._scheme.places.get(role)
        if place is None:
            return None
        loose = self._scheme.loose
        if in_schedule and role in (Role.ITEM, Role.SUBITEM):
            place, loose = (PARAGRAPHS, OURS.places[role][1]), self._scheme.loose_items
        name, level = place
        alone = role is Role.PARAGRAPH and "." not in paragraph.number
        return name, 0 if alone else level, -1 if role in loose else level

    def _numbered(self, number: str, name: int, level: int, style_level: int) -> Numbering:
        counts, levels = self._counts[name], self._scheme.lists[name]
        counts[level] += 1
        for lower in range(level + 1, len(counts)):
            if level < levels[lower].restart:
                counts[lower] = 0
        if shown(levels, level, counts) != number:
            start = _start(number, levels, level, counts)
            if not start:
                counts[level] -= 1
                return Numbering(properties=_properties(0, 0), typed=number)
            counts[level] = start - levels[level].start + 1
            self._begin_again(name, level, start)
        return self._in_list(name, level, style_level)

    def _in_list(self, name: int, level: int, style_level: int) -> Numbering:
        current = self._current.get(name)
        if current is None or level < current.level:
            return Numbering(_properties(name, level) if level != style_level else "")
        return Numbering(_properties(current.id, level))

    def _begin_again(self, name: int, level: int, start: int) -> None:
        first = max(self._scheme.lists) + 1
        instance = Instance(first + len(self.instances), name, level, start)
        self.instances.append(instance)
        self._current[name] = instance


def _properties(instance: int, level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{instance}"/></w:numPr>'


def shown(levels: Sequence[Level], level: int, counts: Sequence[int]) -> str:
    """The number that a list shows at a level when its counts stand at `counts`."""
    text = levels[level].text
    for position in range(level + 1):
        form = "decimal" if levels[level].is_legal else levels[position].format
        count = levels[position].start + counts[position] - 1
        text = text.replace(f"%{position + 1}", in_form(count, form))
    return text


def _start(number: str, levels: Sequence[Level], level: int, counts: Sequence[int]) -> int:
    """The first number with which a new instance shows `number` at `level`; 0 if none does.

    Numbers up to 999 are tried. A level that also shows the levels above it never begins anew:
    programs differ in what a new instance takes over from them.
    """
    if any(f"%{above}" in levels[level].text for above in range(1, level + 1)):
        return 0
    before = levels[level].start - 1
    for start in range(1, 1000):
        if shown(levels, level, [*counts[:level], start - before]) == number:
            return start
    return 0


def numbering_xml() -> str:
    """The part word/numbering.xml with one instance of each list."""
    abstract = "".join(abstract_xml(name, levels) for name, levels in LISTS.items())
    instances = "".join(
        f'<w:num w:numId="{name}"><w:abstractNumId w:val="{name}"/></w:num>' for name in LISTS
    )
    return f"<w:numbering {NAMESPACES}>{abstract}{instances}</w:numbering>"


def instance_xml(instance: Instance) -> str:
    """The `w:num` of a list that begins again, with its namespaces."""
    overrides = "".join(
        f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        for level, start in starts(instance, LISTS[instance.list])
    )
    return (
        f'<w:num {NAMESPACES} w:numId="{instance.id}"><w:abstractNumId w:val="{instance.list}"/>'
        f"{overrides}</w:num>"
    )


def starts(instance: Instance, levels: Sequence[Level]) -> list[tuple[int, int]]:
    """The levels that an instance of a list begins again, each with its first number."""
    deeper = range(instance.level + 1, len(levels))
    return [(instance.level, instance.start), *((each, levels[each].start) for each in deeper)]


def abstract_xml(name: int, levels: tuple[Level, ...]) -> str:
    """The `w:abstractNum` of a list."""
    kind = "multilevel" if len(levels) > 1 else "singleLevel"
    return (
        f'<w:abstractNum w:abstractNumId="{name}"><w:nsid w:val="51A0000{name}"/>'
        f'<w:multiLevelType w:val="{kind}"/>'
        + "".join(level_xml(position, level) for position, level in enumerate(levels))
        + "</w:abstractNum>"
    )


def level_xml(position: int, level: Level) -> str:
    """The `w:lvl` of a level."""
    bold = "<w:rPr><w:b/><w:bCs/></w:rPr>" if level.bold else ""
    legal = "<w:isLgl/>" if level.is_legal else ""
    return (
        f'<w:lvl w:ilvl="{position}"><w:start w:val="1"/><w:numFmt w:val="{level.format}"/>'
        f'<w:pStyle w:val="{level.style}"/>{legal}<w:suff w:val="tab"/>'
        f'<w:lvlText w:val="{level.text}"/><w:lvlJc w:val="left"/>'
        f"<w:pPr>{indent(level.left, level.hanging)}</w:pPr>{bold}</w:lvl>"
    )
