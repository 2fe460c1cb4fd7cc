"""Automatic numbering: the multilevel lists behind the styles, and where a list starts anew.

Numbers in Word are computed by Word. `Lists` counts as Word does; where the composed number
differs from what Word would show (a new schedule begins again at 1), it asks for a new list
instance that starts at the composed number. What no list can show is left to the writer as text.
"""

from dataclasses import dataclass

from slaeditor.blocks import Paragraph, Role
from slaeditor.document.numbering import alphabetic, roman
from slaeditor.word.markup import NAMESPACES
from slaeditor.word.styles import STEP, indent


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: number format and text as in `w:lvl`, the style it belongs to."""

    style: str
    format: str
    text: str
    left: int = STEP
    hanging: int = STEP
    bold: bool = False


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

    def __init__(self) -> None:
        """Stand before the first paragraph; every list is at its start."""
        self._counts = {name: [0] * len(levels) for name, levels in LISTS.items()}
        self._current: dict[int, Instance] = {}
        self.instances: list[Instance] = []

    def numbering(self, paragraph: Paragraph, *, in_schedule: bool) -> Numbering:
        """Count a paragraph and tell how Word comes to show `paragraph.number`."""
        place = _PLACES.get(paragraph.role)
        if place is None:
            return Numbering(typed=paragraph.number)
        if not paragraph.number:
            return Numbering(properties=_properties(0, 0))
        name, level, style_level = _level(paragraph, place, in_schedule)
        return self._numbered(paragraph.number, name, level, style_level)

    def struck(self, paragraph: Paragraph, *, in_schedule: bool) -> Numbering:
        """Tell how Word comes to show a number where a paragraph no longer counts."""
        place = _PLACES.get(paragraph.role)
        if place is None:
            return Numbering()
        if not paragraph.number:
            return Numbering(properties=_properties(0, 0))
        name, level, style_level = _level(paragraph, place, in_schedule)
        return self._in_list(name, level, style_level)

    def _numbered(self, number: str, name: int, level: int, style_level: int) -> Numbering:
        counts = self._counts[name]
        counts[level] += 1
        counts[level + 1 :] = [0] * (len(counts) - level - 1)
        if shown(name, level, counts) != number:
            start = _start(number, name, level, counts)
            if not start:
                counts[level] -= 1
                return Numbering(properties=_properties(0, 0), typed=number)
            counts[level] = start
            self._begin_again(name, level, start)
        return self._in_list(name, level, style_level)

    def _in_list(self, name: int, level: int, style_level: int) -> Numbering:
        current = self._current.get(name)
        if current is None or level < current.level:
            return Numbering(_properties(name, level) if level != style_level else "")
        return Numbering(_properties(current.id, level))

    def _begin_again(self, name: int, level: int, start: int) -> None:
        instance = Instance(len(LISTS) + 1 + len(self.instances), name, level, start)
        self.instances.append(instance)
        self._current[name] = instance


def _level(paragraph: Paragraph, place: tuple[int, int], in_schedule: bool) -> tuple[int, int, int]:
    """The list of a numbered paragraph, its level there, and the level of its style."""
    name, style_level = place
    if in_schedule and name == BODY and style_level >= 2:
        name = PARAGRAPHS
    alone = paragraph.role is Role.PARAGRAPH and "." not in paragraph.number
    return name, 0 if alone else style_level, style_level


def _properties(instance: int, level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{instance}"/></w:numPr>'


def shown(name: int, level: int, counts: list[int]) -> str:
    """The number that a list shows at a level when its counts stand at `counts`."""
    text = LISTS[name][level].text
    for position in range(level + 1):
        mark = f"%{position + 1}"
        text = text.replace(mark, _written(LISTS[name][position].format, counts[position]))
    return text


def _start(number: str, name: int, level: int, counts: list[int]) -> int:
    """The count at `level` with which a new instance shows `number`; 0 if no count does.

    Counts up to 999 are tried. A level that also shows the levels above it never begins anew:
    programs differ in what a new instance takes over from them.
    """
    if level and "%1" in LISTS[name][level].text:
        return 0
    for start in range(1, 1000):
        if shown(name, level, [*counts[:level], start]) == number:
            return start
    return 0


def _written(form: str, count: int) -> str:
    if form == "decimal" or count < 1:
        return str(count)
    if form == "lowerRoman":
        return roman(count)
    letter = alphabetic(count)
    return letter.upper() if form == "upperLetter" else letter


def numbering_xml() -> str:
    """The part word/numbering.xml with one instance of each list."""
    abstract = "".join(_abstract_xml(name, levels) for name, levels in LISTS.items())
    instances = "".join(
        f'<w:num w:numId="{name}"><w:abstractNumId w:val="{name}"/></w:num>' for name in LISTS
    )
    return f"<w:numbering {NAMESPACES}>{abstract}{instances}</w:numbering>"


def instance_xml(instance: Instance) -> str:
    """The `w:num` of a list that begins again, with its namespaces."""
    overrides = "".join(
        f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        for level, start in _starts(instance)
    )
    return (
        f'<w:num {NAMESPACES} w:numId="{instance.id}"><w:abstractNumId w:val="{instance.list}"/>'
        f"{overrides}</w:num>"
    )


def _starts(instance: Instance) -> list[tuple[int, int]]:
    deeper = range(instance.level + 1, len(LISTS[instance.list]))
    return [(instance.level, instance.start), *((level, 1) for level in deeper)]


def _abstract_xml(name: int, levels: tuple[Level, ...]) -> str:
    kind = "multilevel" if len(levels) > 1 else "singleLevel"
    return (
        f'<w:abstractNum w:abstractNumId="{name}"><w:nsid w:val="51A0000{name}"/>'
        f'<w:multiLevelType w:val="{kind}"/>'
        + "".join(_level_xml(position, level) for position, level in enumerate(levels))
        + "</w:abstractNum>"
    )


def _level_xml(position: int, level: Level) -> str:
    bold = "<w:rPr><w:b/><w:bCs/></w:rPr>" if level.bold else ""
    return (
        f'<w:lvl w:ilvl="{position}"><w:start w:val="1"/><w:numFmt w:val="{level.format}"/>'
        f'<w:pStyle w:val="{level.style}"/><w:suff w:val="tab"/>'
        f'<w:lvlText w:val="{level.text}"/><w:lvlJc w:val="left"/>'
        f"<w:pPr>{indent(level.left, level.hanging)}</w:pPr>{bold}</w:lvl>"
    )
