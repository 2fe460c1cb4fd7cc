"""The XML of a Word file as elements: runs and what they say, cutting them, histories of marks."""

import copy
from collections.abc import Iterator, Sequence
from typing import Any

from lxml import etree

from slaeditor.word.markup import NAMESPACES

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{_WORD}}}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"

Element = Any
"""An element of lxml, which has no types of its own."""


def said(paragraph: Element) -> str:
    """What a paragraph says, deletions apart."""
    return "".join(map(run_text, runs_of(paragraph)))


def runs_of(paragraph: Element) -> Iterator[Element]:
    """The runs of a paragraph that aren't deleted, wherever in it they are."""
    gone = (f"{W}del", f"{W}moveFrom")
    for run in list(paragraph.iter(f"{W}r")):
        if not any(each.tag in gone for each in run.iterancestors()):
            yield run


def with_fields(paragraph: Element, runs: Sequence[Element]) -> list[Element]:
    """The runs with all those of the fields that they are the result of."""
    found: list[Element] = []
    field: list[Element] = []
    for run in runs_of(paragraph):
        kinds = [each.get(f"{W}fldCharType") for each in run.iter(f"{W}fldChar")]
        if field or "begin" in kinds:
            field.append(run)
        elif any(run is each for each in runs):
            found.append(run)
        if "end" in kinds:
            if any(run is each for run in field for each in runs):
                found.extend(field)
            field = []
    return found


def run_text(run: Element) -> str:
    pieces = {f"{W}br": "\n", f"{W}tab": "\t"}
    return "".join(
        (each.text or "") if each.tag == f"{W}t" else pieces.get(each.tag, "") for each in run
    )


def cut_run(run: Element, at: int) -> Element:
    """Cut a run in two; the second one, behind the first."""
    second = copy.deepcopy(run)
    done = 0
    for ours, theirs in zip(list(run), list(second), strict=True):
        if ours.tag == f"{W}rPr":
            continue
        length = len(ours.text or "") if ours.tag == f"{W}t" else int(ours.tag == f"{W}br")
        if ours.tag == f"{W}t":
            text, place = ours.text or "", min(max(at - done, 0), length)
            ours.text, theirs.text = text[:place], text[place:]
            ours.set(SPACE, "preserve")
            theirs.set(SPACE, "preserve")
            if not theirs.text:
                second.remove(theirs)
            if not ours.text:
                run.remove(ours)
        elif done < at:
            second.remove(theirs)
        else:
            run.remove(ours)
        done += length
    run.addnext(second)
    return second


def control_properties(paragraph: Element) -> Iterator[Element]:
    for control in paragraph.iterancestors(f"{W}sdt"):
        yield from control.find(f"{W}sdtPr")


def history(paragraph: Element) -> Element:
    """Where the history of a paragraph's mark stands."""
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        properties = etree.Element(f"{W}pPr")
        paragraph.insert(0, properties)
    look = properties.find(f"{W}rPr")
    return look if look is not None else etree.SubElement(properties, f"{W}rPr")


def row_history(row: Element) -> Element:
    properties = row.find(f"{W}trPr")
    if properties is None:
        properties = etree.Element(f"{W}trPr")
        row.insert(0, properties)
    return properties


def strip(root: Element) -> None:
    """Take out bookmarks, and controls but not what is in them."""
    for tag in ("bookmarkStart", "bookmarkEnd", "proofErr"):
        for each in list(root.iter(f"{W}{tag}")):
            each.getparent().remove(each)
    for control in list(root.iter(f"{W}sdt")):
        if control.find(f"{W}sdtPr/{W}docPartObj") is not None:
            continue
        for each in list(control.find(f"{W}sdtContent")):
            control.addprevious(each)
        control.getparent().remove(control)


def parsed(xml: str) -> Sequence[Element]:
    return list(etree.fromstring(f"<w:x {NAMESPACES}>{xml}</w:x>"))
