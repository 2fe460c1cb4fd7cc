"""How the places of a document look in a house template, one line each, to choose styles by."""

from collections.abc import Mapping
from dataclasses import dataclass

from docx.oxml.ns import qn
from lxml import etree

from slaeditor.document.numbering import Counter
from slaeditor.word.house.opening import Template
from slaeditor.word.house.places import IN_SCHEDULES, PLACES, Place
from slaeditor.word.house.sheet import Sheet
from slaeditor.word.house.writing import house_of
from slaeditor.word.parsing import parsed
from slaeditor.word.styles import styles_xml

_USUAL_SIZE = 20
_THEME_FONTS = ("w:asciiTheme", "w:hAnsiTheme")
_OFF = ("0", "false", "off", "none")


@dataclass(frozen=True, slots=True)
class Look:
    """Letters of a style: typeface (empty for the theme's), size in points, and marks."""

    family: str = ""
    size: float = 10
    bold: bool = False
    italic: bool = False
    capitals: bool = False


@dataclass(frozen=True, slots=True)
class Sample:
    """One place with the number and the look that its text has in the template."""

    place: Place
    number: str
    look: Look


def samples(template: Template, styles: Mapping[str, str]) -> tuple[Sample, ...]:
    """A sample of each place, for styles that are chosen by the names of places."""
    house = house_of(template, styles)
    counter = Counter(house.formats)
    ours = Sheet(parsed(styles_xml()), None)
    sheet = template.sheet
    usual = [*sheet.chain(sheet.default("paragraph")), *sheet.defaults()]
    found = []
    for place in PLACES:
        number = ""
        if place.role is not None:
            number = counter.printed(place.role, in_schedule=place.name in IN_SCHEDULES).number
        style = house.styles.get(place.name, "")
        if not style and place.name == "plain-heading":
            style = house.styles.get("heading", "")
        elements = [*template.sheet.chain(style)] if style else [*ours.chain(place.style)][:1]
        found.append(Sample(place, number, _look([*elements, *usual])))
    return tuple(found)


def _look(elements: list[etree._Element]) -> Look:
    """The letters of a style: the first of the elements that says something about them counts."""
    return Look(
        _family(elements),
        _size(elements) / 2,
        _is_on(elements, "w:b"),
        _is_on(elements, "w:i"),
        _is_on(elements, "w:caps"),
    )


def _said(elements: list[etree._Element], name: str) -> etree._Element | None:
    path = f".//{qn('w:rPr')}/{qn(name)}"
    found = (each.find(path) for each in elements)
    return next((each for each in found if each is not None), None)


def _family(elements: list[etree._Element]) -> str:
    fonts = _said(elements, "w:rFonts")
    if fonts is None or any(fonts.get(qn(name)) for name in _THEME_FONTS):
        return ""
    return str(fonts.get(qn("w:ascii")) or "")


def _size(elements: list[etree._Element]) -> int:
    size = _said(elements, "w:sz")
    try:
        return int(size.get(qn("w:val"))) if size is not None else _USUAL_SIZE
    except (TypeError, ValueError):
        return _USUAL_SIZE


def _is_on(elements: list[etree._Element], name: str) -> bool:
    mark = _said(elements, name)
    return mark is not None and mark.get(qn("w:val"), "1") not in _OFF
