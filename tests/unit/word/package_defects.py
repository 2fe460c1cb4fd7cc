"""Defects of a Word file that no validator reports, found by reading its main part."""

import io
import zipfile
from collections import Counter
from collections.abc import Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(data: bytes, name: str = "word/document.xml") -> etree._Element:
    """One part of a package as a tree."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read(name))


def defects(data: bytes) -> list[str]:
    """One line for each defect; empty for a file that is right."""
    root = part(data)
    return [
        *_repeated("part name", _part_names(data)),
        *_repeated("bookmark name", _values(root, "bookmarkStart", "name")),
        *_repeated("bookmark id", _values(root, "bookmarkStart", "id")),
        *_unpaired_bookmarks(root),
        *_repeated("content control", _values(root, "sdtPr/{W}id", "val")),
        *(f"long tag {tag}" for tag in _values(root, "tag", "val") if len(tag) > 64),
        *_unbalanced_fields(root),
        *_short_rows(root),
        *_repeated("revision", [*_values(root, "ins", "id"), *_values(root, "del", "id")]),
        *_dangling_references(root),
    ]


def field_codes(root: etree._Element) -> list[str]:
    """The instructions of all fields, in order."""
    return [(code.text or "").strip() for code in root.iter(f"{W}instrText")]


def _part_names(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.namelist()


def _values(root: etree._Element, path: str, attribute: str) -> list[str]:
    steps = path.replace("{W}", W)
    return [element.get(f"{W}{attribute}") for element in root.iterfind(f".//{W}{steps}")]


def _repeated(what: str, names: list[str]) -> Iterator[str]:
    return (f"{what} {name} twice" for name, count in Counter(names).items() if count > 1)


def _unpaired_bookmarks(root: etree._Element) -> Iterator[str]:
    starts = _values(root, "bookmarkStart", "id")
    ends = _values(root, "bookmarkEnd", "id")
    return (f"bookmark {name} without its other end" for name in set(starts) ^ set(ends))


def _unbalanced_fields(root: etree._Element) -> Iterator[str]:
    for paragraph in root.iter(f"{W}p"):
        kinds = [mark.get(f"{W}fldCharType") for mark in paragraph.iter(f"{W}fldChar")]
        if kinds != ["begin", "separate", "end"] * (len(kinds) // 3):
            yield f"field marks {kinds}"


def _short_rows(root: etree._Element) -> Iterator[str]:
    for table in root.iter(f"{W}tbl"):
        columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        for row in table.findall(f"{W}tr"):
            if len(row.findall(f"{W}tc")) != columns:
                yield f"a row with {len(row.findall(f'{W}tc'))} of {columns} cells"


def _dangling_references(root: etree._Element) -> Iterator[str]:
    names = set(_values(root, "bookmarkStart", "name"))
    for code in field_codes(root):
        words = code.split()
        if words[0] == "REF" and words[1] not in names:
            yield f"reference to {words[1]}, which doesn't exist"
