"""Headers and footers: legend, identity, pages, and the watermark of a draft."""

from docx.document import Document as WordFile
from docx.oxml.ns import qn
from lxml import etree

from slaeditor.blocks import Document
from slaeditor.document.copies import Copy, Form
from slaeditor.document.running import FOR_READING, identity
from slaeditor.word import markup
from slaeditor.word.parsing import parsed
from slaeditor.word.watermark import watermark


def set_margins(word_file: WordFile, document: Document, form: Form) -> None:
    """Legend above, reference, version and page below.

    The cover page has neither; but a review copy says on every page that it is one.
    """
    section = word_file.sections[0]
    headers = (section.header._element, section.first_page_header._element)
    if document.header:
        _fill(headers[0], markup.runs(document.header))
    else:
        headers[0].find(f".//{qn('w:pStyle')}").set(qn("w:val"), "Normal")
    if form.copy is Copy.REVIEW:
        style = headers[0].find(f".//{qn('w:pStyle')}").get(qn("w:val"))
        headers[1].find(f".//{qn('w:pStyle')}").set(qn("w:val"), style)
        _fill(headers[1], markup.runs(document.header))
    if form.watermark:
        for number, header in enumerate(headers, start=1):
            _fill(header, watermark(form.watermark, number))
    page = markup.runs("\tPage ") + markup.field("PAGE", "2")
    pages = markup.runs(" of ") + markup.field("NUMPAGES", "2")
    note = markup.runs(f"\n{FOR_READING}") if form.for_reading else ""
    _fill(section.footer._element, markup.runs(identity(document)) + page + pages + note)


def _fill(margin: etree._Element, content: str) -> None:
    """Append runs to the only paragraph of a header or footer; without any it stays as it is."""
    paragraph = margin.find(qn("w:p"))
    for element in list(parsed(f"<w:p {markup.NAMESPACES}>{content}</w:p>")):
        paragraph.append(element)
