"""Our styles added to those of a firm's template: only those that the firm has none for.

What the firm's styles say is never changed. A style of ours whose id or name is taken gets another.
"""

from collections.abc import Iterator, Mapping

from docx.document import Document as WordFile
from docx.oxml.ns import qn
from lxml import etree

from slaeditor.word import markup
from slaeditor.word.house.numbers import Plan
from slaeditor.word.house.places import PLACES
from slaeditor.word.house.sheet import Sheet
from slaeditor.word.parsing import parsed
from slaeditor.word.styles import styles_xml

MARGINS = ("Header", "Footer")
"""Our styles for what is added to the firm's headers and footers; they never replace the firm's."""

_KNOWN_BY_NAME = ("TOC1", "TOCHeading", "CommentText", "CommentReference")
"""Styles that Word itself looks for by name: the firm's are taken where it has them."""

_SPACE = 140
_BEHIND_SPACING = frozenset(map(qn, ("w:ind", "w:jc", "w:outlineLvl")))
_LINKS = ("w:basedOn", "w:next", "w:link")


def ids_in(sheet: Sheet, styles: Mapping[str, str], derived: Mapping[str, str]) -> dict[str, str]:
    """The id in the file of each of our styles: the firm's style in its place, or one that is free.

    `styles` are the chosen ones by the names of their places; those in `derived` get one of ours.
    """
    chosen = {
        place.style: styles[place.name]
        for place in PLACES
        if styles.get(place.name) and place.style not in derived
    }
    taken = set(sheet.styles)
    found: dict[str, str] = {}
    for element in _ours():
        own, name, kind = _identity(element)
        theirs = chosen.get(own, "")
        if not theirs and element.get(qn("w:default")):
            theirs = sheet.default(kind)
        if not theirs and own in _KNOWN_BY_NAME:
            known = sheet.named(name, kind)
            theirs = known.id if known is not None else ""
        found[own] = theirs or _free(f"SLA{own}" if own in MARGINS else own, taken)
        taken.add(found[own])
    return found


def add_styles(
    word_file: WordFile, sheet: Sheet, ids: Mapping[str, str], plan: Plan, width: int
) -> None:
    """Add those of our styles that `ids` gives an id of their own.

    Their lists still bear our own numbers. `width` is that of the text, in twentieths of a point.
    """
    names = {style.name.casefold() for style in sheet.styles.values()}
    is_tight = not sheet.space_after()
    free = {new for new in ids.values() if new not in sheet.styles}
    root = word_file.styles.element
    for element in _ours():
        own, name, _kind = _identity(element)
        if ids[own] not in free:
            continue
        if own in plan.derived:
            element = _derived(name, plan.derived[own], element)
        element.set(qn("w:styleId"), ids[own])
        _name(element, own, name, names)
        for tag in _LINKS:
            for link in element.findall(qn(tag)):
                if tag != "w:basedOn" or own not in plan.derived:
                    link.set(qn("w:val"), ids.get(link.get(qn("w:val")), link.get(qn("w:val"))))
        _number(element, own, plan)
        _fit(element, own, width)
        if is_tight and own not in plan.derived:
            _space_out(element)
        root.append(element)


def set_numbers(
    word_file: WordFile, sheet: Sheet, ids: Mapping[str, str], numbers: Mapping[int, int]
) -> None:
    """Let the added styles number in the lists as they are called in the file."""
    added = {new for new in ids.values() if new not in sheet.styles}
    for element in word_file.styles.element.iterfind(qn("w:style")):
        if element.get(qn("w:styleId")) in added:
            for number in element.iter(qn("w:numId")):
                number.set(qn("w:val"), str(numbers[int(number.get(qn("w:val")))]))


def _ours() -> Iterator[etree._Element]:
    root = parsed(styles_xml())
    for element in root.findall(qn("w:style")):
        root.remove(element)
        yield element


def _identity(element: etree._Element) -> tuple[str, str, str]:
    name = element.find(qn("w:name")).get(qn("w:val"))
    return element.get(qn("w:styleId")), name, element.get(qn("w:type"))


def _free(wanted: str, taken: set[str]) -> str:
    if wanted not in taken:
        return wanted
    prefix = wanted if wanted.startswith("SLA") else f"SLA{wanted}"
    number, name = 2, prefix
    while name in taken:
        name, number = f"{prefix}{number}", number + 1
    return name


def _name(element: etree._Element, own: str, name: str, names: set[str]) -> None:
    """Give a style a name that no other has; one that isn't Word's own any more says so."""
    prefix = name if name.startswith("SLA ") else f"SLA {name.title()}"
    new, number = prefix if own in MARGINS else name, 2
    while new.casefold() in names:
        new = prefix if prefix.casefold() not in names else f"{prefix} {number}"
        number += 1
    names.add(new.casefold())
    element.find(qn("w:name")).set(qn("w:val"), new)
    if new != name:
        element.set(qn("w:customStyle"), "1")


def _derived(name: str, of: str, ours: etree._Element) -> etree._Element:
    """A style that looks like one of the firm's, but bears no number."""
    outline = ours.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
    level = f'<w:outlineLvl w:val="{outline.get(qn("w:val"))}"/>' if outline is not None else ""
    return parsed(
        f'<w:style {markup.NAMESPACES} w:type="paragraph" w:customStyle="1" w:styleId="">'
        f"<w:name w:val={markup.attribute(name)}/><w:basedOn w:val={markup.attribute(of)}/>"
        '<w:qFormat/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr>'
        f'<w:ind w:left="0" w:firstLine="0"/>{level}</w:pPr></w:style>'
    )


def _number(element: etree._Element, own: str, plan: Plan) -> None:
    """Move a style that joins a list of the firm to its place there."""
    properties = element.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
    if properties is not None and own in plan.joined:
        name, level = plan.joined[own]
        properties.find(qn("w:numId")).set(qn("w:val"), str(name))
        properties.find(qn("w:ilvl")).set(qn("w:val"), str(level))


def _fit(element: etree._Element, own: str, width: int) -> None:
    """Fit a style to the firm's page; what stands below its header has no rule of its own."""
    for tab in element.iter(qn("w:tab")):
        if tab.get(qn("w:val")) == "right":
            tab.set(qn("w:pos"), str(width))
    rule = element.find(f"{qn('w:pPr')}/{qn('w:pBdr')}")
    if own in MARGINS and rule is not None:
        rule.getparent().remove(rule)


def _space_out(element: etree._Element) -> None:
    """Say what our own default says, where the firm's paragraphs stand close together."""
    if (
        element.get(qn("w:type")) != "paragraph"
        or element.find(f".//{qn('w:spacing')}") is not None
    ):
        return
    properties = element.find(qn("w:pPr"))
    if properties is None:
        properties = parsed(f"<w:pPr {markup.NAMESPACES}/>")
        look = element.find(qn("w:rPr"))
        element.append(properties) if look is None else look.addprevious(properties)
    spacing = parsed(f'<w:spacing {markup.NAMESPACES} w:after="{_SPACE}"/>')
    behind = next((each for each in properties if each.tag in _BEHIND_SPACING), None)
    properties.append(spacing) if behind is None else behind.addprevious(spacing)
