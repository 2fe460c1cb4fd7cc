"""Defects of a Word file that no validator reports, found by reading its main part."""

import io
import zipfile
from collections import Counter
from collections.abc import Iterator

from lxml import etree

LONGEST_TAG = 64
REVISIONS = (
    "ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "numberingChange",
    "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange",
)  # fmt: skip
"""Elements that record a change; the id of each is its own within the file."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(data: bytes, name: str = "word/document.xml") -> etree._Element:
    """One part of a package as a tree."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read(name))


def defects(data: bytes) -> list[str]:
    """One line for each defect; empty for a file that is right."""
    return [*_repeated("part name", _part_names(data)), *broken_invariants(part(data))]


def broken_invariants(root: etree._Element) -> list[str]:
    """What is wrong within a main part, one line for each."""
    return [
        *_repeated("bookmark name", _values(root, "bookmarkStart", "name")),
        *_repeated("bookmark id", _values(root, "bookmarkStart", "id")),
        *_unpaired_bookmarks(root),
        *_repeated("content control", _values(root, f"sdtPr/{W}id", "val")),
        *(f"long tag {tag}" for tag in _values(root, "tag", "val") if len(tag) > LONGEST_TAG),
        *_unbalanced_fields(root),
        *_short_rows(root),
        *_repeated("revision", [name for mark in REVISIONS for name in _values(root, mark, "id")]),
        *_dangling_references(root),
    ]


def field_codes(root: etree._Element) -> list[str]:
    """The instructions of all fields, in order."""
    codes = root.iter(f"{W}instrText", f"{W}delInstrText")
    return [(code.text or "").strip() for code in codes]


def _part_names(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.namelist()


def _values(root: etree._Element, path: str, attribute: str) -> list[str]:
    return [element.get(f"{W}{attribute}") for element in root.iterfind(f".//{W}{path}")]


def _repeated(what: str, names: list[str]) -> Iterator[str]:
    return (f"{what} {name} twice" for name, count in Counter(names).items() if count > 1)


def _unpaired_bookmarks(root: etree._Element) -> Iterator[str]:
    """Each start has one end, which comes behind it."""
    open_ids: set[str] = set()
    for mark in root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd"):
        name = mark.get(f"{W}id")
        if mark.tag == f"{W}bookmarkStart":
            open_ids.add(name)
        elif name in open_ids:
            open_ids.remove(name)
        else:
            yield f"bookmark {name} without a start"
    yield from (f"bookmark {name} without an end" for name in sorted(open_ids))


_FIELD_ORDER = {"separate": ("begin",), "end": ("begin", "separate")}


def _unbalanced_fields(root: etree._Element) -> Iterator[str]:
    """Marks come as begin, separate, end; fields may hold others and span paragraphs."""
    open_fields: list[str] = []
    for mark in root.iter(f"{W}fldChar"):
        kind = mark.get(f"{W}fldCharType")
        current = open_fields[-1] if open_fields else ""
        if kind != "begin" and current not in _FIELD_ORDER[kind]:
            yield f"field mark {kind} behind {current or 'none'}"
            continue
        if kind != "begin":
            open_fields.pop()
        if kind != "end":
            open_fields.append(kind)
    yield from ("field without an end" for _ in open_fields)


def _short_rows(root: etree._Element) -> Iterator[str]:
    """The cells of each row fill the columns of its table, merged ones with all they span."""
    for table in root.iter(f"{W}tbl"):
        columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        for row in table.iter(f"{W}tr"):
            if next(row.iterancestors(f"{W}tbl")) is not table:
                continue
            spans = row.findall(f"{W}tc/{W}tcPr/{W}gridSpan")
            wide = sum(int(span.get(f"{W}val")) - 1 for span in spans)
            cells = len(row.findall(f".//{W}tc")) - len(row.findall(f".//{W}tbl//{W}tc"))
            if cells + wide != columns:
                yield f"a row with {cells + wide} of {columns} cells"


def _dangling_references(root: etree._Element) -> Iterator[str]:
    names = set(_values(root, "bookmarkStart", "name"))
    for code in field_codes(root):
        words = code.split()
        if words[:1] == ["REF"] and (len(words) < 2 or words[1] not in names):
            yield f"reference to {' '.join(words[1:2]) or 'nothing'}, which doesn't exist"
