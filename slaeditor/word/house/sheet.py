"""The styles and lists of a firm's template, read: which style numbers how."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from docx.oxml.ns import qn
from lxml import etree

from slaeditor.document.formats import FORMS
from slaeditor.word.lists import Level

_PARAGRAPH, _TABLE = "paragraph", "table"
_DEEPEST = 40
"""Styles that a style may be based on, one on the other; a circle ends there."""


@dataclass(frozen=True, slots=True)
class Style:
    """One style. `outline` is its level in the navigation pane from 0, -1 for text."""

    id: str
    name: str
    type: str
    based_on: str
    is_default: bool
    is_custom: bool
    outline: int = -1


@dataclass(frozen=True, slots=True)
class Binding:
    """How a style numbers by itself: the instance, its abstract list, and the level there."""

    instance: int
    abstract: int
    level: int


class Sheet:
    """Looks up styles and lists; `numbering` is None where a file has no lists."""

    def __init__(self, styles: etree._Element, numbering: etree._Element | None) -> None:
        self._root = styles
        self._elements: dict[str, etree._Element] = {
            each.get(qn("w:styleId"), ""): each for each in styles.iterfind(qn("w:style"))
        }
        self.styles: Mapping[str, Style] = {
            name: _style(name, element) for name, element in self._elements.items() if name
        }
        self._abstracts = _by_id(numbering, "w:abstractNum", "w:abstractNumId")
        self._instances = _by_id(numbering, "w:num", "w:numId")

    def of_type(self, kind: str) -> Iterator[Style]:
        """All styles of a type: "paragraph", "table", "character", "numbering"."""
        return (style for style in self.styles.values() if style.type == kind)

    def named(self, name: str, kind: str = _PARAGRAPH) -> Style | None:
        """The style that Word knows by a name, in any case of letters."""
        wanted = name.casefold()
        return next((s for s in self.of_type(kind) if s.name.casefold() == wanted), None)

    def default(self, kind: str) -> str:
        """The id of the style that everything of a type has by itself; empty if there is none."""
        return next((style.id for style in self.of_type(kind) if style.is_default), "")

    def chain(self, style_id: str) -> Iterator[etree._Element]:
        """The element of a style and of those that it is based on, nearest first."""
        for _step in range(_DEEPEST):
            element = self._elements.get(style_id)
            if element is None:
                return
            yield element
            based = element.find(qn("w:basedOn"))
            style_id = based.get(qn("w:val"), "") if based is not None else ""

    def own_language(self, style_id: str) -> str:
        """The language that a style or one below it names for spelling; else empty."""
        for element in self.chain(style_id):
            found = element.find(f"{qn('w:rPr')}/{qn('w:lang')}")
            if found is not None and found.get(qn("w:val")):
                return str(found.get(qn("w:val")))
        return ""

    def defaults(self) -> list[etree._Element]:
        """What all styles build on: one element, or none."""
        return list(self._root.findall(qn("w:docDefaults")))

    def space_after(self) -> int:
        """Twentieths of a point below a paragraph of the default style, as far as it is said."""
        for element in (*self.chain(self.default(_PARAGRAPH)), *self.defaults()):
            spacing = element.find(f".//{qn('w:spacing')}[@{qn('w:after')}]")
            if spacing is not None:
                return _number(spacing.get(qn("w:after")))
        return 0

    def binding(self, style_id: str) -> Binding | None:
        """How a paragraph style numbers by itself; None if it doesn't."""
        level = 0
        for element in self.chain(style_id):
            properties = element.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
            if properties is None:
                continue
            level = level or _value(properties, "w:ilvl")
            if properties.find(qn("w:numId")) is None:
                continue
            instance = _value(properties, "w:numId")
            abstract = self._abstract(instance)
            if not instance or abstract < 0:
                return None
            bound = self._bound_level(abstract, style_id)
            return Binding(instance, abstract, level if bound is None else bound)
        return None

    def numbers(self, style_id: str) -> Binding | None:
        """How a style numbers by itself with numbers that we can count, too: no bullets."""
        binding = self.binding(style_id)
        if binding is None:
            return None
        levels = self.levels(binding.instance)
        if binding.level >= len(levels):
            return None
        level = levels[binding.level]
        counted = f"%{binding.level + 1}" in level.text
        forms = {each.format for each in levels[: binding.level + 1]}
        return binding if counted and forms <= set(FORMS) else None

    def levels(self, instance: int) -> tuple[Level, ...]:
        """The levels of a list as an instance of it shows them."""
        element = self._instances.get(instance)
        abstract = self._abstracts.get(self._abstract(instance))
        if element is None or abstract is None:
            return ()
        found = {_level_number(each): each for each in abstract.iterfind(qn("w:lvl"))}
        starts: dict[int, int] = {}
        for override in element.iterfind(qn("w:lvlOverride")):
            number = _level_number(override)
            if (level := override.find(qn("w:lvl"))) is not None:
                found[number] = level
            if override.find(qn("w:startOverride")) is not None:
                starts[number] = _value(override, "w:startOverride")
        count = next((n for n in range(10) if n not in found), 10)
        return tuple(_level(n, found[n], starts.get(n)) for n in range(count))

    def _abstract(self, instance: int) -> int:
        """The list that an instance belongs to, -1 if there is none; list styles are followed."""
        for _step in range(3):
            element = self._instances.get(instance)
            if element is None:
                return -1
            abstract = _value(element, "w:abstractNumId")
            found = self._abstracts.get(abstract)
            if found is None:
                return -1
            link = found.find(qn("w:numStyleLink"))
            if link is None:
                return abstract
            style = self._elements.get(link.get(qn("w:val"), ""))
            at = style.find(f"{qn('w:pPr')}/{qn('w:numPr')}") if style is not None else None
            instance = _value(at, "w:numId") if at is not None else 0
        return -1

    def _bound_level(self, abstract: int, style_id: str) -> int | None:
        """The level that names a style as its own: that counts, whatever the style says."""
        for level in self._abstracts[abstract].iterfind(qn("w:lvl")):
            bound = level.find(qn("w:pStyle"))
            if bound is not None and bound.get(qn("w:val")) == style_id:
                return _level_number(level)
        return None


def _style(name: str, element: etree._Element) -> Style:
    based = element.find(qn("w:basedOn"))
    called = element.find(qn("w:name"))
    outline = element.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
    return Style(
        name,
        called.get(qn("w:val"), "") if called is not None else "",
        element.get(qn("w:type"), _PARAGRAPH),
        based.get(qn("w:val"), "") if based is not None else "",
        element.get(qn("w:default"), "") in ("1", "true", "on"),
        element.get(qn("w:customStyle"), "") in ("1", "true", "on"),
        _number(outline.get(qn("w:val"))) if outline is not None else -1,
    )


def _by_id(
    numbering: etree._Element | None, element: str, attribute: str
) -> dict[int, etree._Element]:
    if numbering is None:
        return {}
    return {_number(e.get(qn(attribute)), -1): e for e in numbering.iterfind(qn(element))}


def _level(number: int, element: etree._Element, start: int | None) -> Level:
    """A level as the format means it; without `w:start` counting begins at 0, as it says."""
    text = element.find(qn("w:lvlText"))
    form = element.find(qn("w:numFmt"))
    style = element.find(qn("w:pStyle"))
    restart = element.find(qn("w:lvlRestart"))
    legal = element.find(qn("w:isLgl"))
    return Level(
        style.get(qn("w:val"), "") if style is not None else "",
        form.get(qn("w:val"), "") if form is not None else "decimal",
        text.get(qn("w:val"), "") if text is not None else "",
        start=start if start is not None else _value(element, "w:start"),
        is_legal=legal is not None and legal.get(qn("w:val"), "1") not in ("0", "false", "off"),
        restart=_number(restart.get(qn("w:val")), 9) if restart is not None else 9,
    )


def _level_number(element: etree._Element) -> int:
    return _number(element.get(qn("w:ilvl")))


def _value(element: etree._Element, name: str) -> int:
    """The number that a child of an element has as its value; 0 without."""
    found = element.find(qn(name))
    return _number(found.get(qn("w:val"))) if found is not None else 0


def _number(text: str | None, otherwise: int = 0) -> int:
    try:
        return int(text or "")
    except ValueError:
        return otherwise
