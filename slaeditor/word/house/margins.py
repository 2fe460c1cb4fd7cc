"""Headers and footers of a firm's template: what is ours is added below what is the firm's."""

from collections.abc import Iterator, Mapping

from docx.document import Document as WordFile
from docx.oxml.ns import qn
from docx.section import Section, _BaseHeaderFooter
from lxml import etree

from slaeditor.blocks import Document
from slaeditor.document.copies import Copy, Form
from slaeditor.document.running import FOR_READING, identity
from slaeditor.word import markup
from slaeditor.word.paragraphs import styled
from slaeditor.word.parsing import parsed
from slaeditor.word.watermark import watermark


def add_margins(
    word_file: WordFile, document: Document, form: Form, ids: Mapping[str, str]
) -> None:
    """Add the legend and watermark to each header, reference, version and page to each footer.

    As without a template, the cover page has neither where the firm treats it apart, but a review
    copy says on every page that it is one. The page isn't counted a second time.
    """
    section = word_file.sections[0]
    is_review = form.copy is Copy.REVIEW
    apart = section.different_first_page_header_footer
    even = word_file.settings.odd_and_even_pages_header_footer
    for number, (header, is_first) in enumerate(_headers(section, first=apart, even=even), start=1):
        legend = document.header if is_review or not is_first else ""
        drawn = watermark(form.watermark, number) if form.watermark else ""
        if legend or drawn:
            _add(header, styled(ids["Header"], markup.runs(legend) + drawn))
    for footer in (section.footer, *((section.even_page_footer,) if even else ())):
        if content := _below(document, form, footer):
            _add(footer, styled(ids["Footer"], content))


def _headers(
    section: Section, *, first: bool, even: bool
) -> Iterator[tuple[_BaseHeaderFooter, bool]]:
    """The headers that show, each with whether it is the first page's alone."""
    yield section.header, False
    if first:
        yield section.first_page_header, True
    if even:
        yield section.even_page_header, False


def _below(document: Document, form: Form, footer: _BaseHeaderFooter) -> str:
    content = markup.runs(identity(document))
    if not _counts_pages(footer):
        content += markup.runs("\tPage ") + markup.field("PAGE", "2")
        content += markup.runs(" of ") + markup.field("NUMPAGES", "2")
    if form.for_reading:
        content += markup.runs(f"\n{FOR_READING}" if content else FOR_READING)
    return content


def _counts_pages(footer: _BaseHeaderFooter) -> bool:
    """Whether the firm's footer has the number of the page."""
    if footer.is_linked_to_previous:
        return False
    root = footer._element
    codes = [each.text or "" for each in root.iter(qn("w:instrText"))]
    codes += [each.get(qn("w:instr"), "") for each in root.iter(qn("w:fldSimple"))]
    marks = list(root.iter(qn("w:pgNum")))
    return bool(marks) or any(code.split()[:1] == ["PAGE"] for code in map(str.upper, codes))


def _add(margin: _BaseHeaderFooter, paragraph: str) -> None:
    """Put a paragraph below all that a header or footer holds; make one where there is none."""
    is_new = margin.is_linked_to_previous
    root: etree._Element = margin._element
    if is_new:
        for child in list(root):
            root.remove(child)
    added = parsed(f"<w:hdr {markup.NAMESPACES}>{paragraph}</w:hdr>")
    root.append(added[0])
