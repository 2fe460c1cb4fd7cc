"""WordprocessingML as text: runs, bookmarks, fields and the escaping they need.

Elements are put together as strings and parsed once for the whole body, which is several times
faster than building a tree element by element.
"""

import re
import unicodedata
from collections.abc import Iterator
from hashlib import sha256
from xml.sax.saxutils import escape, quoteattr

from slaeditor.document.text import RIGHT_TO_LEFT, printable

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'mc:Ignorable="w14 w15"'
)
"""Attributes of every root element: the prefixes that a body may use, w14 and w15 ignorable."""

BOLD = "<w:b/><w:bCs/>"
HIGHLIGHT = '<w:highlight w:val="yellow"/>'
_RTL = "<w:rtl/>"
_BREAKS = re.compile("([\n\t])")
_BREAK_ELEMENTS = {"\n": "<w:br/>", "\t": "<w:tab/>"}


def escaped(text: str) -> str:
    """Text content that XML can hold."""
    return escape(printable(text))


def attribute(text: str) -> str:
    """A quoted attribute value that XML can hold."""
    return quoteattr(printable(text))


def runs(text: str, properties: str = "") -> str:
    """Text as one run, or as several where its direction changes; empty for an empty text.

    Line feeds and tabs become `w:br` and `w:tab`. A run has `w:rPr` only if `properties` or the
    direction ask for it; `properties` come in the order of the schema and end before `w:rtl`.
    """
    text = printable(text)
    if not text:
        return ""
    if text.isascii():
        return _run(text, properties)
    return "".join(
        _run(stretch, properties + _RTL if right else properties)
        for stretch, right in _stretches(text)
    )


def _run(text: str, properties: str) -> str:
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f"<w:r>{look}{_content(text)}</w:r>"


def _content(text: str) -> str:
    pieces = (piece for piece in _BREAKS.split(text) if piece)
    return "".join(_BREAK_ELEMENTS.get(piece) or _text_element(piece) for piece in pieces)


def _text_element(text: str) -> str:
    preserve = ' xml:space="preserve"' if text != text.strip() else ""
    return f"<w:t{preserve}>{escape(text)}</w:t>"


def _stretches(text: str) -> Iterator[tuple[str, bool]]:
    """Split a text by its direction; characters without one stay with those before them.

    Spaces between a right-to-left and a left-to-right stretch belong to the latter.
    """
    start, right = 0, False
    for index, character in enumerate(text):
        kind = unicodedata.bidirectional(character)
        if kind not in RIGHT_TO_LEFT and kind != "L" or (kind in RIGHT_TO_LEFT) == right:
            continue
        end = index
        while right and end > start and text[end - 1].isspace():
            end -= 1
        if end > start:
            yield text[start:end], right
        start, right = end, not right
    yield text[start:], right


def field(instruction: str, result: str, properties: str = "") -> str:
    """A complex field whose cached result is right as written, so nothing has to be updated."""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""

    def mark(kind: str) -> str:
        return f'<w:r>{look}<w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = (
        f'<w:r>{look}<w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
    )
    return mark("begin") + code + mark("separate") + runs(result, properties) + mark("end")


def control(tag: str, content: str) -> str:
    """A plain-text content control round content that is not yet in one, in no way locked.

    Its id is derived from the tag, so that it is the same in every run.
    """
    number = int(sha256(tag.encode()).hexdigest()[:8], 16) & 0x7FFFFFFF or 1
    return (
        f'<w:sdt><w:sdtPr><w:tag w:val={quoteattr(tag)}/><w:id w:val="{number}"/>'
        f'<w15:appearance w15:val="hidden"/><w:text w:multiLine="1"/></w:sdtPr>'
        f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


class Bookmarks:
    """Wraps content into bookmarks, each with an id of its own within the document."""

    def __init__(self) -> None:
        """Start counting at 1."""
        self._last = 0

    def wrap(self, name: str, content: str) -> str:
        """Content between the start and the end of a bookmark called `name`."""
        self._last += 1
        return (
            f'<w:bookmarkStart w:id="{self._last}" w:name={quoteattr(name)}/>'
            f'{content}<w:bookmarkEnd w:id="{self._last}"/>'
        )
