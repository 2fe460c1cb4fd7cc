"""The body of a document dressed in a firm's styles: ids, numbers, widths and language."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from docx.oxml.ns import qn
from lxml import etree

from slaeditor.blocks import Document, Paragraph, Role
from slaeditor.document.anchors import Kind, anchor_name
from slaeditor.document.formats import Formats
from slaeditor.word import markup
from slaeditor.word.house.numbers import Plan
from slaeditor.word.house.sheet import Sheet
from slaeditor.word.parsing import parsed
from slaeditor.word.styles import TEXT_WIDTH

_STYLES = tuple(map(qn, ("w:pStyle", "w:rStyle", "w:tblStyle")))
_WIDTHS = tuple(map(qn, ("w:tblW", "w:tcW", "w:gridCol")))
_CONTENTS = re.compile(r'\\t "SLA Schedule,1"')
_REFERENCE = re.compile(r"\s*REF (\S+) ")


@dataclass(frozen=True, slots=True)
class Dress:
    """What the body needs to know: ids of styles, numbers of lists, the width of the text.

    `has_own_tables` says that the tables keep our look.
    """

    ids: Mapping[str, str]
    numbers: Mapping[int, int]
    plan: Plan
    width: int
    language: str
    has_own_tables: bool = True


def text_width(section: etree._Element) -> int:
    """Twentieths of a point between the margins, or of one column where there are several.

    Raises ValueError or TypeError for a section that doesn't say it.
    """
    size, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
    sides = ("w:left", "w:right", "w:gutter")
    width = int(size.get(qn("w:w"))) - sum(int(margins.get(qn(side), "0")) for side in sides)
    columns = section.find(qn("w:cols"))
    count = int(columns.get(qn("w:num"), "1")) if columns is not None else 1
    if columns is not None and count > 1:
        width = (width - (count - 1) * int(columns.get(qn("w:space"), "720"))) // count
    return max(width, 1440)


def dress(body: etree._Element, document: Document, sheet: Sheet, how: Dress) -> None:
    """Change the body, written for our own base, into one for the firm's.

    `sheet` holds all styles of the file, ours among them.
    """
    _set_tables(body, how)
    for number in body.iter(qn("w:numId")):
        number.set(qn("w:val"), str(how.numbers[int(number.get(qn("w:val")))]))
    for style in body.iter(*_STYLES):
        style.set(qn("w:val"), how.ids.get(style.get(qn("w:val")), style.get(qn("w:val"))))
    _set_fields(body, document, sheet, how)
    _set_contents(body, how)
    _set_language(body, sheet, how.language)


def _style_of(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return style.get(qn("w:val"), "") if style is not None else ""


def _set_tables(body: etree._Element, how: Dress) -> None:
    """Fit the tables into the firm's page; in a style of the firm, they have no look of ours."""
    for table in body.iter(qn("w:tbl")):
        wide = sum(int(column.get(qn("w:w"))) for column in table.iter(qn("w:gridCol")))
        if wide == TEXT_WIDTH or wide > how.width:
            for element in table.iter(*_WIDTHS):
                width = int(element.get(qn("w:w")))
                element.set(qn("w:w"), str(width * how.width // wide))
        style = table.find(f"{qn('w:tblPr')}/{qn('w:tblStyle')}")
        if style is not None and not how.has_own_tables:
            for name in ("w:tblBorders", "w:tblCellMar", "w:shd"):
                for element in list(table.iter(qn(name))):
                    element.getparent().remove(element)


def _set_fields(body: etree._Element, document: Document, sheet: Sheet, how: Dress) -> None:
    """Name the firm's headings in the table of contents, and refer to numbers without words."""
    listed = (how.ids[own] for own in ("Heading1", "SLAPlainHeading", "SLASchedule"))
    names = [sheet.styles[name].name for name in dict.fromkeys(listed)]
    entries = "".join(
        f"{name},1," for name in names if "," not in name and name.casefold() != "heading 1"
    )
    asked = f'\\t "{entries.rstrip(",")}"' if entries else ""
    bare = _without_words(document, how.plan.formats)
    for code in body.iter(qn("w:instrText"), qn("w:delInstrText")):
        text = code.text or ""
        found = _REFERENCE.match(text)
        if found is not None and found[1] in bare:
            code.text = f"{text.rstrip()} \\t "
        else:
            code.text = _CONTENTS.sub(lambda _found: asked, text)


def _without_words(document: Document, formats: Formats) -> set[str]:
    """The bookmarks of what is referred to without the words that stand in its number."""
    wordy: dict[Role, bool] = {}
    above = False
    for role in (Role.HEADING, Role.CLAUSE, Role.ITEM, Role.SUBITEM):
        found = formats.format(role, in_schedule=False)
        is_whole = found.is_whole if found is not None else role in (Role.HEADING, Role.CLAUSE)
        above = (above and not is_whole) or (found is not None and found.has_words)
        wordy[role] = above
    return {
        anchor_name(Kind.CLAUSE, block.id, 1)
        for part in document.parts
        if not part.id.startswith("schedule-")
        for block in part.blocks
        if isinstance(block, Paragraph) and wordy.get(block.role)
    }


def _set_contents(body: etree._Element, how: Dress) -> None:
    """Let the page numbers of the table of contents stand at the firm's right margin."""
    for paragraph in _in_contents(body):
        if _style_of(paragraph) != how.ids["TOC1"]:
            continue
        properties = paragraph.find(qn("w:pPr"))
        tabs = properties.find(qn("w:tabs"))
        if tabs is None:
            tabs = parsed(f"<w:tabs {markup.NAMESPACES}/>")
            properties.find(qn("w:pStyle")).addnext(tabs)
        tabs.append(
            parsed(f'<w:tab {markup.NAMESPACES} w:val="right" w:leader="dot" w:pos="{how.width}"/>')
        )


def _in_contents(body: etree._Element) -> Iterator[etree._Element]:
    for control in body.iterfind(qn("w:sdt")):
        if control.find(f"{qn('w:sdtPr')}/{qn('w:docPartObj')}") is not None:
            yield from control.iter(qn("w:p"))


def _set_language(body: etree._Element, sheet: Sheet, language: str) -> None:
    """Name the language of our text where the firm's style names another for spelling."""
    default = sheet.default("paragraph")
    foreign = {
        name
        for name in (style.id for style in sheet.of_type("paragraph"))
        if (named := sheet.own_language(name)) and named != language
    }
    if not foreign:
        return
    for paragraph in body.iter(qn("w:p")):
        if (_style_of(paragraph) or default) in foreign:
            for run in paragraph.iter(qn("w:r")):
                _speak(run, language)


def _speak(run: etree._Element, language: str) -> None:
    look = run.find(qn("w:rPr"))
    if look is None:
        look = parsed(f"<w:rPr {markup.NAMESPACES}/>")
        run.insert(0, look)
    if look.find(qn("w:lang")) is None:
        look.append(parsed(f'<w:lang {markup.NAMESPACES} w:val="{language}"/>'))
