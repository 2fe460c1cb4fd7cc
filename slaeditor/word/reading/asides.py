"""Drawings in the text: text boxes and the names of pictures and objects, nothing decoded."""

from collections.abc import Iterator

from lxml import etree

from slaeditor.word.reading.names import DRAWING, PARAGRAPH, PICTURE, VML, W

_BOX = W + "txbxContent"
_TEXT = W + "t"
_PIECES = {W + "tab": "\t", W + "br": "\n", W + "cr": "\n"}
_OFFICE = "{urn:schemas-microsoft-com:office:office}"

_NAMES = (
    (DRAWING + "docPr", ("descr", "title", "name")),
    (VML + "imagedata", (_OFFICE + "title",)),
    (_OFFICE + "OLEObject", ("ProgID",)),
)
"""Where the name of something drawn may stand, the best first."""


def drawn_asides(element: etree._Element) -> Iterator[tuple[str, str]]:
    """Kind and words of what a `w:drawing`, `w:pict` or `w:object` shows.

    Words of a text box are as they read with all changes accepted; a picture gives its
    description or else its name.
    """
    boxes = [box for box in element.iter(_BOX) if next(box.iterancestors(_BOX), None) is None]
    for box in boxes:
        yield "text box", box_text(box)
    for words in word_art(element):
        yield "text box", words
    if boxes:
        return
    if next(element.iter(PICTURE + "pic", VML + "imagedata"), None) is not None:
        yield "image", _name(element)
    elif element.tag == W + "object" or element.find(f".//{DRAWING}docPr") is not None:
        yield "object", _name(element)


def word_art(element: etree._Element) -> Iterator[str]:
    """The words that are drawn as pictures, watermarks among them."""
    for path in element.iter(VML + "textpath"):
        if path.get("string"):
            yield str(path.get("string"))


def box_text(box: etree._Element) -> str:
    """The text of a box, a line for each of its paragraphs."""
    lines = ("".join(_paragraph_text(paragraph)) for paragraph in box.iter(PARAGRAPH))
    return "\n".join(line for line in lines if line.strip())


def _paragraph_text(paragraph: etree._Element) -> Iterator[str]:
    for element in paragraph.iter(_TEXT, *_PIECES):
        if next(element.iterancestors(W + "del", W + "moveFrom"), None) is None:
            yield _PIECES.get(element.tag) or element.text or ""


def _name(element: etree._Element) -> str:
    """What the file calls a picture or an embedded object."""
    for tag, attributes in _NAMES:
        for named in element.iter(tag):
            return next((text for name in attributes if (text := str(named.get(name, "")))), "")
    return ""
