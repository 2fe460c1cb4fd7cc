"""Content controls: what their properties say of them."""

from lxml import etree

from slaeditor.word.reading.names import NAME, VALUE, W
from slaeditor.word.reading.raw import Tagged

CONTROL = W + "sdt"
CONTENT = W + "sdtContent"
_PROPERTIES = W + "sdtPr"
_TAG = W + "tag"
_TITLE = W + "alias"
_PROMPT = W + "showingPlcHdr"
_BOOKMARK = W + "bookmarkStart"
_GALLERY = f"{W}docPartObj/{W}docPartGallery"
_OFF = frozenset({"0", "false", "off"})


def described(control: etree._Element, *, whole: bool) -> tuple[Tagged | None, bool]:
    """A control's tag and title (None if it has neither), and whether it shows its prompt."""
    properties = control.find(_PROPERTIES)
    if properties is None:
        return None, False
    tag = title = ""
    prompt = False
    for child in properties:
        name = child.tag
        if name == _TAG:
            tag = child.get(VALUE, "")
        elif name == _TITLE:
            title = child.get(VALUE, "")
        elif name == _PROMPT:
            prompt = child.get(VALUE, "1") not in _OFF
    return (Tagged(tag, title, prompt, whole) if tag or title else None), prompt


def is_contents_table(control: etree._Element) -> bool:
    """Whether a control holds a contents table, and none of our clauses slipped into it."""
    gallery = control.find(f"{_PROPERTIES}/{_GALLERY}")
    if gallery is None or not gallery.get(VALUE, "").startswith("Table of"):
        return False
    names = (mark.get(NAME, "") for mark in control.iter(_BOOKMARK))
    return not any(name.startswith("_sla_") for name in names)
