"""A table of 5,000 rows out and back, beside the same file by hand and by other libraries."""

import io
import time
import zipfile
from collections.abc import Callable
from copy import copy
from datetime import date
from importlib import import_module
from importlib.util import find_spec
from statistics import median

import docx
from lxml import etree

from slaeditor.blocks import Cell, Document, Part, Row, Table, Value
from slaeditor.document.copies import Copy, Form, Profile
from slaeditor.word.guard import guarded
from slaeditor.word.reading.read import read_returned
from slaeditor.word.write import docx_bytes
from tests.benchmarks.table import Line, compared, written

ROWS, COLUMNS, ROUNDS = 5000, 5, 5
TODAY = date(2026, 11, 24)
_BODY = "word/document.xml"


def lines() -> list[Line]:
    """Writing, reading back and the guard, each side by side within one run."""
    document = _document()
    form = Form(Copy.REVIEW, Profile.COMPATIBLE)
    data = docx_bytes(document, today=TODAY, form=form)
    parts = _parts(data)
    tree = etree.fromstring(parts[_BODY], etree.XMLParser(huge_tree=True))
    texts = [[cell.text for cell in row.cells] for row in _table(document).rows]
    small = docx_bytes(_document(50), today=TODAY, form=form)
    works: dict[str, Callable[[], object]] = {
        "ours": lambda: docx_bytes(document, today=TODAY, form=form),
        "by hand": lambda: _by_hand(tree, parts),
        "python-docx": lambda: _plain(texts),
        "read": lambda: read_returned(data, "x.docx"),
        "python-docx reads": lambda: _plain_read(data),
        "guard": lambda: guarded(small, "x.docx"),
    }
    template = _template()
    if template is not None:
        works["docxtpl"] = lambda: _rendered(template, texts)
    times = _interleaved(works)
    return _compared(times)


def _interleaved(works: dict[str, Callable[[], object]]) -> dict[str, list[float]]:
    """The times of each, all by turns, so that whatever else runs hits them alike."""
    times: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(ROUNDS):
        for name, work in works.items():
            begun = time.perf_counter()
            work()
            times[name].append(time.perf_counter() - begun)
    return times


def _compared(times: dict[str, list[float]]) -> list[Line]:
    what = f"write a Word file with {ROWS:,} rows, every value marked"
    others = {
        "by hand": ("the same XML with lxml by hand, zipped", "≤ 1.5"),
        "python-docx": ("python-docx, add_row().cells, no marks", ""),
        "docxtpl": ("docxtpl, no marks", ""),
    }
    return [
        *(
            compared(what, times["ours"], beside, times[name], goal)
            for name, (beside, goal) in others.items()
            if name in times
        ),
        compared(
            f"read back {ROWS:,} rows, both views",
            times["read"],
            "python-docx, text of the cells",
            times["python-docx reads"],
            "≤ 2,500 ms",
        ),
        Line("import guard, a file of 50 rows", written(median(times["guard"])), goal="≤ 10 ms"),
    ]


def _document(rows: int = ROWS) -> Document:
    levels = tuple(
        Row(
            f"metrics/levels/l{number}",
            tuple(
                Cell((Value(f"Text {number}.{column}", f"metrics/levels/l{number}/f{column}"),))
                for column in range(COLUMNS)
            ),
        )
        for number in range(rows)
    )
    table = Table("levels", tuple("ABCDE"[:COLUMNS]), levels, "Levels", "All service levels")
    return Document(
        title="Many levels",
        kind_title="Service Level Agreement",
        language="en-GB",
        header="Draft",
        reference="",
        version="",
        status="Draft",
        agreement_id="many",
        parts=(Part("schedule-levels", (table,)),),
    )


def _table(document: Document) -> Table:
    (table,) = [block for part in document.parts for block in part.blocks]
    assert isinstance(table, Table)
    return table


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _by_hand(tree: etree._Element, parts: dict[str, bytes]) -> bytes:
    """Every element made by a call of its own, then the tree written and all parts zipped."""
    body = etree.tostring(_made(tree), xml_declaration=True, encoding="UTF-8", standalone=True)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, body if name == _BODY else data)
    return stream.getvalue()


def _made(pattern: etree._Element) -> etree._Element:
    root = etree.Element(pattern.tag, dict(pattern.attrib), nsmap=pattern.nsmap)
    waiting = [(pattern, root)]
    while waiting:
        source, target = waiting.pop()
        for child in source:
            made = etree.SubElement(target, child.tag, dict(child.attrib))
            made.text = copy(child.text)
            waiting.append((child, made))
    return root


def _plain(texts: list[list[str]]) -> bytes:
    file = docx.Document()
    table = file.add_table(rows=1, cols=COLUMNS)
    for row in texts:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    stream = io.BytesIO()
    file.save(stream)
    return stream.getvalue()


def _plain_read(data: bytes) -> list[list[str]]:
    file = docx.Document(io.BytesIO(data))
    return [[cell.text for cell in row.cells] for table in file.tables for row in table.rows]


def _template() -> bytes | None:
    """A template for docxtpl; `None` where that isn't installed, as by default."""
    if find_spec("docxtpl") is None:
        return None
    file = docx.Document()
    table = file.add_table(rows=3, cols=COLUMNS)
    table.cell(0, 0).text = "{%tr for row in rows %}"
    for column in range(COLUMNS):
        table.cell(1, column).text = f"{{{{ row[{column}] }}}}"
    table.cell(2, 0).text = "{%tr endfor %}"
    stream = io.BytesIO()
    file.save(stream)
    return stream.getvalue()


def _rendered(template: bytes, texts: list[list[str]]) -> bytes:
    file = import_module("docxtpl").DocxTemplate(io.BytesIO(template))
    file.render({"rows": texts})
    stream = io.BytesIO()
    file.save(stream)
    return stream.getvalue()
