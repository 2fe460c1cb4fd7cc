"""What in a part of a template leads out of the file, or runs something, is cut off.

A linked picture, a field that fetches a file, an ActiveX control: Word would ask for them when the
document is opened on another computer. Hyperlinks stay, since only a click follows them.
"""

import re
from collections.abc import Iterator

from docx.opc.part import Part, XmlPart
from docx.oxml.ns import qn
from lxml import etree

_RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_FETCHING = re.compile(
    r"\s*(INCLUDEPICTURE|INCLUDETEXT|IMPORT|LINK|DDE|DDEAUTO|DATABASE|RD|MACROBUTTON)\b",
    re.IGNORECASE,
)
_RUNNING = frozenset({"control", "vbaProject", "wordVbaData", "keyMapCustomizations", "aFChunk"})
_DRAWN = ("w:drawing", "w:pict", "w:object")
_COMMENTED = ("w:commentRangeStart", "w:commentRangeEnd", "w:commentReference")


def cut_off(part: Part) -> None:
    """Cut a part's external relationships and what uses them, and its fields that fetch."""
    lost = set()
    for key, relation in list(part.rels.items()):
        kind = relation.reltype.rpartition("/")[2]
        if (relation.is_external and kind != "hyperlink") or kind in _RUNNING:
            lost.add(key)
            del part.rels[key]
    if not isinstance(part, XmlPart):
        return
    root = part.element
    for element in list(_using(root, lost)):
        _remove(element)
    for mark in [each for name in _COMMENTED for each in root.iter(qn(name))]:
        _remove(mark)
    _cut_fields(root)


def _using(root: etree._Element, lost: set[str]) -> Iterator[etree._Element]:
    for element in root.iter():
        if any(key.startswith(_RELATIONS) and value in lost for key, value in element.items()):
            drawn = next(element.iterancestors(*map(qn, _DRAWN)), None)
            yield element if drawn is None else drawn


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _cut_fields(root: etree._Element) -> None:
    """Leave the result of a field that fetches as text."""
    for simple in list(root.iter(qn("w:fldSimple"))):
        if _FETCHING.match(simple.get(qn("w:instr"), "")):
            for child in reversed(simple):
                simple.addnext(child)
            _remove(simple)
    while (field := _fetching_field(root)) is not None:
        for element in field:
            _remove(element)


def _fetching_field(root: etree._Element) -> list[etree._Element] | None:
    """Marks and instruction of the first field that fetches; None where there is none."""
    marks: list[list[etree._Element]] = []
    for element in root.iter(qn("w:fldChar"), qn("w:instrText")):
        if element.tag == qn("w:fldChar") and element.get(qn("w:fldCharType")) == "begin":
            marks.append([])
        if not marks:
            continue
        marks[-1].append(element)
        if element.get(qn("w:fldCharType")) == "end":
            field = marks.pop()
            words = "".join(each.text or "" for each in field if each.tag == qn("w:instrText"))
            if _FETCHING.match(words):
                return field
    return None
