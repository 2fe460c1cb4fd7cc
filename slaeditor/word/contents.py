"""The table of contents as Word keeps one, written so that nothing has to be updated on opening.

Word asks the reader before it updates fields by itself, so the entries are written with it: each
leads to the bookmark of its heading, and its page is a field whose result is there already. Where
no layout gave the pages, the entries stand without them, and the field asks for none.
"""

from slaeditor.blocks import Document
from slaeditor.document.anchors import Kind, anchor_name
from slaeditor.document.contents import TITLE, Entry, Pages, contents
from slaeditor.word import markup
from slaeditor.word.styles import CONTENTS_NUMBER, indent

_ID = 0x51AC0DE
"""The id of the content control, the same in every run; those of values are hashes."""

_SCHEDULES = '\\t "SLA Schedule,1"'
_NUMBER_TAB = f'<w:tabs><w:tab w:val="left" w:pos="{CONTENTS_NUMBER}"/></w:tabs>'
_WRAPPED = indent(CONTENTS_NUMBER, CONTENTS_NUMBER)


def contents_xml(document: Document, pages: Pages) -> str:
    """The table of contents on a page of its own; empty where the document has none.

    `pages` gives the page of each heading by its id. Unless it knows all of them, none is printed.
    """
    entries = contents(document)
    if not entries:
        return ""
    numbered = all(entry.id in pages for entry in entries)
    shown = pages if numbered else {}
    lines = [_content(entry, shown) for entry in entries]
    lines[0] = _field_start(numbered=numbered) + lines[0]
    written = "".join(_line(entry, line) for entry, line in zip(entries, lines, strict=True))
    return (
        f'<w:sdt><w:sdtPr><w:id w:val="{_ID}"/><w:docPartObj>'
        '<w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{_title()}{written}{_field_end()}</w:sdtContent></w:sdt>"
    )


def _title() -> str:
    properties = '<w:pStyle w:val="TOCHeading"/><w:pageBreakBefore/>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{markup.runs(TITLE)}</w:p>"


def _field_start(*, numbered: bool) -> str:
    without_pages = "" if numbered else "\\n "
    instruction = f'TOC \\o "1-1" {without_pages}\\h \\z {_SCHEDULES} \\u'
    code = f'<w:instrText xml:space="preserve"> {instruction} </w:instrText>'
    return f"{_mark('begin')}<w:r>{code}</w:r>{_mark('separate')}"


def _field_end() -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="SLASpacer"/></w:pPr>{_mark("end")}</w:p>'


def _mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def _line(entry: Entry, content: str) -> str:
    shape = _NUMBER_TAB + _WRAPPED if entry.number else ""
    return f'<w:p><w:pPr><w:pStyle w:val="TOC1"/>{shape}</w:pPr>{content}</w:p>'


def _content(entry: Entry, pages: Pages) -> str:
    """Number, title and page of a heading as a link to it."""
    anchor = anchor_name(Kind.CLAUSE, entry.id, 1)
    words = f"{entry.number}\t{entry.title}" if entry.number else entry.title
    page = ""
    if entry.id in pages:
        referred = markup.field(f"PAGEREF {anchor} \\h", str(pages[entry.id]))
        page = markup.runs("\t") + referred
    return (
        f'<w:hyperlink w:anchor="{anchor}" w:history="1">{markup.runs(words)}{page}</w:hyperlink>'
    )
