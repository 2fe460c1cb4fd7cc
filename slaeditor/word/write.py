"""A composed document as the bytes of a .docx file.

The body is written with our own markup and parsed once; python-docx does the package, the
properties and the parts of header and footer.
"""

import io
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from importlib import resources

import docx
from docx.document import Document as WordFile
from docx.oxml.ns import qn
from lxml import etree

from slaeditor.blocks import Block, Document, Paragraph, Table
from slaeditor.document.copies import Copy, Form, Profile, copy_of, default_copy
from slaeditor.document.house import in_house
from slaeditor.document.snapshot import export_id
from slaeditor.document.text import text_levels
from slaeditor.errors import ExportCancelled
from slaeditor.word import markup
from slaeditor.word.anchor_table import add_anchor_table
from slaeditor.word.comments import Comments
from slaeditor.word.contents import contents_xml
from slaeditor.word.house.writing import house_bytes, lists_of
from slaeditor.word.lists import Lists, instance_xml
from slaeditor.word.margin_table import add_margin_table
from slaeditor.word.margins import set_margins
from slaeditor.word.paragraphs import Writing, paragraph_xml, start_writing, styled
from slaeditor.word.parsing import parsed
from slaeditor.word.properties import set_properties
from slaeditor.word.tables import signature_xml, table_xml

Progress = Callable[[int, int], None]
"""Told how many blocks are written, and of how many."""

_STEP = 50
"""Blocks between two looks at whether the person wants to stop."""


def docx_bytes(
    document: Document,
    *,
    today: date,
    form: Form | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> bytes:
    """Write a document; the same document on the same day gives the same bytes.

    `form` says for whom, `default_copy` where it is not given. `today` is the date of creation in
    the properties. `progress` and `cancelled` are called from the calling thread. Raises
    ExportCancelled once `cancelled` is true, ExportFailed for a clean copy with gaps.
    """
    form = form or Form(default_copy(document))
    shown = copy_of(in_house(document, form.house), form.copy)
    notes = form.notes if form.copy is Copy.REVIEW else ()
    comments = Comments.of(document, notes, today)
    writing = start_writing(shown, controls=form.profile is Profile.WORD, comments=comments)
    writing.lists = lists_of(form.house)
    pieces = []
    total = sum(len(part.blocks) for part in shown.parts)
    for done, piece in enumerate(_blocks(shown, writing, form), start=1):
        pieces.append(piece)
        if done % _STEP == 0 or done == total:
            _look_up(done, total, progress, cancelled)
    return package_bytes(document, "".join(pieces), writing, today, form)


def package_bytes(
    document: Document, body: str, writing: Writing, today: date, form: Form
) -> bytes:
    """The whole file round the markup of a body that was written with `writing`.

    An export has the same id in every template: a file that returns is found by it.
    """
    named = export_id(document)
    document = in_house(document, form.house)
    shown = copy_of(document, form.copy)
    if form.house is not None:
        data = house_bytes(
            form.house, document, shown, body, writing, today=today, named=named, form=form
        )
        return _dated(data, today)
    word_file = _base()
    _set_lists(word_file, writing.lists)
    set_margins(word_file, shown, form)
    _set_language(word_file, document.language)
    if form.copy is not Copy.CLEAN:
        _track_changes(word_file)
    set_properties(word_file, document, today, named, form)
    add_anchor_table(word_file, document, named, form)
    add_margin_table(word_file, document.agreement_id)
    writing.comments.add_parts(word_file)
    _set_body(word_file, body)
    stream = io.BytesIO()
    word_file.save(stream)
    return _dated(stream.getvalue(), today)


def _base() -> WordFile:
    with resources.files("resources").joinpath("word", "base.docx").open("rb") as file:
        return docx.Document(io.BytesIO(file.read()))


def _look_up(
    done: int,
    total: int,
    progress: Progress | None,
    cancelled: Callable[[], bool] | None,
) -> None:
    if cancelled is not None and cancelled():
        raise ExportCancelled
    if progress is not None:
        progress(done, total)


def _blocks(document: Document, writing: Writing, form: Form) -> Iterator[str]:
    """The markup of each block, the table of contents behind the cover's last one.

    The part after the cover begins a page, as `new_page` asks.
    """
    cover_before = False
    for part in document.parts:
        writing.in_schedule = part.id.startswith("schedule-")
        writing.page_break = part.new_page or cover_before
        cover_before = part.id == "cover"
        for block, level in zip(part.blocks, text_levels(part.blocks), strict=True):
            ends_cover = cover_before and block is part.blocks[-1]
            table = contents_xml(document, form.pages) if ends_cover else ""
            yield _block(block, level, writing) + table


def _block(block: Block, level: int, writing: Writing) -> str:
    if isinstance(block, Paragraph):
        return paragraph_xml(block, level, writing)
    if isinstance(block, Table):
        return page_break_line(writing) + table_xml(block, writing)
    return signature_xml(block, writing)


def page_break_line(writing: Writing) -> str:
    """An empty line on the new page, where a part begins with a table."""
    breaks, _at_top = writing.page_start()
    return styled("SLASpacer", "", breaks) if breaks else ""


def _set_body(word_file: WordFile, content: str) -> None:
    """Replace the empty body by one with the content and the properties of the only section."""
    old = word_file.element.body
    new = parsed(f"<w:body {markup.NAMESPACES}>{content}</w:body>")
    new.append(old.find(qn("w:sectPr")))
    word_file.element.replace(old, new)


def _set_lists(word_file: WordFile, lists: Lists) -> None:
    numbering = word_file.part.numbering_part.element
    for instance in lists.instances:
        numbering.append(parsed(instance_xml(instance)))


def _set_language(word_file: WordFile, language: str) -> None:
    """The language that spelling is checked in."""
    for element in word_file.styles.element.iter(qn("w:lang")):
        element.set(qn("w:val"), language)
    for element in word_file.settings.element.iter(qn("w:themeFontLang")):
        element.set(qn("w:val"), language)


def _track_changes(word_file: WordFile) -> None:
    """Let Word record what a reviewer changes in a draft."""
    settings = word_file.settings.element
    mark = etree.SubElement(settings, qn("w:trackRevisions"))
    settings.find(qn("w:defaultTabStop")).addprevious(mark)


def _dated(data: bytes, day: date) -> bytes:
    """The same package with `day` as the time of each entry, so that it doesn't vary."""
    target = io.BytesIO()
    stamp = (max(day.year, 1980), day.month, day.day, 0, 0, 0)
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package,
    ):
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, stamp)
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, source.read(name))
    return target.getvalue()
