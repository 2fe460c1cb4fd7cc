"""Exact pages, where rdocx is installed: the one place that knows that program library.

It comes with `pip install slaeditor[layout]`. What it lays out is the finished Word file; it never
writes one. Everything works without it: the table of contents then has no page numbers, or those
that the window's own layout found, and only the window makes a PDF.
"""

import importlib
import importlib.util
import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from docx.oxml.ns import qn
from lxml import etree

from slaeditor.blocks import Document, Table
from slaeditor.document.anchors import Kind, anchor_name
from slaeditor.document.contents import Pages, contents
from slaeditor.document.copies import Form
from slaeditor.errors import ExportFailed

MOST_ROWS = 1500
"""Rows of tables in all up to which pages are worked out: more take minutes and much memory."""

_LIBRARY = "rdocx"
_WITHOUT = (
    "A PDF needs the optional part “layout” here: install it with `pip install slaeditor[layout]`, "
    "or make the PDF in the window (File, Export…)."
)

Write = Callable[[Form], bytes]
"""Writes the Word file of a document in some form."""


def is_installed() -> bool:
    """Whether exact pages can be had."""
    return importlib.util.find_spec(_LIBRARY) is not None


def can_lay_out(document: Document) -> bool:
    """Whether the exact pages of a document can be had, in a time that somebody waits for."""
    return is_installed() and _rows(document) <= MOST_ROWS


def with_pages(document: Document, form: Form, write: Write) -> Form:
    """The form with the page of each heading, where they can be worked out and aren't there yet.

    What can't be laid out stays without pages: a document is never lost for its table of contents.
    """
    entries = contents(document)
    if form.pages or not entries or not can_lay_out(document):
        return form
    # Page numbers take no line of their own, so any will do to find the right ones.
    data = write(replace(form, pages=dict.fromkeys((entry.id for entry in entries), 1)))
    return replace(form, pages=heading_pages(document, data))


def heading_pages(document: Document, data: bytes) -> Pages:
    """The page of each heading in a Word file that was written from the document.

    Empty where the file can't be laid out.
    """
    library = importlib.import_module(_LIBRARY)
    try:
        fragments = library.Document.from_bytes(data).layout()
    except library.RdocxError:
        return {}
    page_of: dict[int, int] = {}
    for fragment in fragments:
        page_of.setdefault(fragment.body_index, fragment.physical_page)
    places = _places(data)
    names = {entry.id: anchor_name(Kind.CLAUSE, entry.id, 1) for entry in contents(document)}
    return {
        heading: page_of[places[name]]
        for heading, name in names.items()
        if places.get(name) in page_of
    }


def pdf_bytes(document: Document, form: Form, write: Write) -> bytes:
    """A document as PDF, marked as made for reading.

    Raises ExportFailed where the library is missing or fails.
    """
    if not is_installed():
        raise ExportFailed(_WITHOUT)
    form = replace(form, for_reading=True)
    data = write(with_pages(document, form, write))
    library = importlib.import_module(_LIBRARY)
    try:
        made: Any = library.Document.from_bytes(data).to_pdf()
    except library.RdocxError as error:
        raise ExportFailed(
            f"The PDF could not be made ({error}). Make it in the window, or from the Word file."
        ) from error
    return bytes(made)


def _rows(document: Document) -> int:
    blocks = (block for part in document.parts for block in part.blocks)
    return sum(len(block.rows) for block in blocks if isinstance(block, Table))


def _places(data: bytes) -> Mapping[str, int]:
    """The number of the block of the body in which each bookmark begins."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        markup = package.read("word/document.xml")
    parser = etree.XMLParser(huge_tree=True, resolve_entities=False, no_network=True)
    body = etree.fromstring(markup, parser).find(qn("w:body"))
    return {
        mark.get(qn("w:name")): number
        for number, block in enumerate(body)
        for mark in block.iter(qn("w:bookmarkStart"))
    }
