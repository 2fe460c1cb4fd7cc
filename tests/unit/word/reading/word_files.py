"""Word files made by hand, as Word itself would write them after a review."""

import io
import zipfile
from collections.abc import Mapping

from slaeditor.returned import ReturnedFile
from slaeditor.word.markup import NAMESPACES
from slaeditor.word.reading.read import read_returned

ANN = 'w:author="Ann" w:date="2027-02-01T09:00:00Z"'
BEN = 'w:author="Ben" w:date="2027-02-02T10:30:00Z"'

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MICROSOFT = "http://schemas.microsoft.com/office/2011/relationships"
_TYPES = {
    "comments": f"{OFFICE}/comments",
    "commentsExtended": f"{_MICROSOFT}/commentsExtended",
    "footnotes": f"{OFFICE}/footnotes",
    "endnotes": f"{OFFICE}/endnotes",
    "styles": f"{OFFICE}/styles",
    "header1": f"{OFFICE}/header",
    "header2": f"{OFFICE}/header",
    "footer1": f"{OFFICE}/footer",
}
_CONTENT = (
    f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.'
    'openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)


def run(text: str, properties: str = "") -> str:
    """A run, as Word writes it: with a revision id."""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r w:rsidR="00A1">{look}<w:t xml:space="preserve">{text}</w:t></w:r>'


def gone(text: str) -> str:
    """A run within a deletion."""
    return f'<w:r w:rsidDel="00B2"><w:delText xml:space="preserve">{text}</w:delText></w:r>'


def ins(content: str, who: str = ANN) -> str:
    """A tracked insertion."""
    return f'<w:ins w:id="91" {who}>{content}</w:ins>'


def deleted(content: str, who: str = ANN) -> str:
    """A tracked deletion."""
    return f'<w:del w:id="92" {who}>{content}</w:del>'


def paragraph(*content: str, mark: str = "", style: str = "SLAClause2") -> str:
    """A paragraph; `mark` is what happened to its mark: `<w:ins …/>` or `<w:del …/>`."""
    history = f"<w:rPr>{mark}</w:rPr>" if mark else ""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/>{history}</w:pPr>'
    return f'<w:p w:rsidR="00A1" w:rsidRDefault="00A1">{properties}{"".join(content)}</w:p>'


def mark(kind: str, who: str = ANN) -> str:
    """The history of a paragraph mark or a row: kind is "ins", "del", "moveTo", "moveFrom"."""
    return f'<w:{kind} w:id="93" {who}/>'


def bookmark(name: str, content: str, number: int = 1) -> str:
    """A bookmark round content."""
    return (
        f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}'
        f'<w:bookmarkEnd w:id="{number}"/>'
    )


def control(tag: str, content: str, properties: str = "") -> str:
    """A content control round runs or blocks."""
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{tag} title"/><w:tag w:val="{tag}"/>{properties}'
        f"</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


def field(instruction: str, result: str) -> str:
    """A complex field with its instruction in two runs."""
    middle = len(instruction) // 2
    parts = (instruction[:middle], instruction[middle:])
    code = "".join(
        f'<w:r><w:instrText xml:space="preserve">{part}</w:instrText></w:r>' for part in parts
    )
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{code}'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def row(*cells: str, history: str = "") -> str:
    """A table row of paragraphs, one or more in each cell."""
    properties = f"<w:trPr>{history}</w:trPr>" if history else ""
    return f"<w:tr>{properties}{''.join(cell(content) for content in cells)}</w:tr>"


def cell(content: str, properties: str = "") -> str:
    """A cell with properties."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def table(*rows: str) -> str:
    """A table of rows."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def package(
    body: str, parts: Mapping[str, str] | None = None, files: Mapping[str, str] | None = None
) -> bytes:
    """A Word file: `parts` by the names of `_TYPES`, their content without the root's namespaces.

    `files` are further files of the archive by their whole names.
    """
    given = dict(parts or {})
    relations = "".join(
        f'<Relationship Id="r{name}" Type="{_TYPES[name]}" Target="{name}.xml"/>' for name in given
    )
    entries = {
        "[Content_Types].xml": _CONTENT,
        "_rels/.rels": relationships(
            f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
        ),
        "word/document.xml": (
            f"<w:document {NAMESPACES}><w:body>{body}<w:sectPr/></w:body></w:document>"
        ),
        "word/_rels/document.xml.rels": relationships(relations),
        **{f"word/{name}.xml": content for name, content in given.items()},
        **(files or {}),
    }
    return archive(entries)


def relationships(entries: str) -> str:
    """A part with relationships."""
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{entries}</Relationships>'


def part(root: str, content: str) -> str:
    """A part of the Word file with its root element."""
    return f"<w:{root} {NAMESPACES}>{content}</w:{root}>"


def archive(entries: Mapping[str, str | bytes]) -> bytes:
    """An archive of files."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in entries.items():
            packing = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            target.writestr(name, content, packing)
    return stream.getvalue()


def read(*body: str, parts: Mapping[str, str] | None = None) -> ReturnedFile:
    """A file with this body, read."""
    return read_returned(package("".join(body), parts), "returned.docx")


def texts(file: ReturnedFile) -> tuple[list[str], list[str]]:
    """The texts of both views: after and before."""
    return [line.text for line in file.after], [line.text for line in file.before]
