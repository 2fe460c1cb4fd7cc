"""Putting right what LibreOffice 7.4 does to content controls that tracked changes run through.

It closes the change inside the control, so that the file is no XML; it cuts the control into
several, one for each stretch of text; and it writes the control's whole text, deleted and inserted
stretches in a row, after each stretch, and instead of the first one. What each stretch was can be
worked out again. Where formatting alone was tracked, the text is doubled in a file that is XML.
Seen with 7.4.7; 25.2 writes such files right.
"""

import re

from lxml import etree

from slaeditor.word.reading.change import REVISIONS
from slaeditor.word.reading.controls import CONTENT, CONTROL
from slaeditor.word.reading.names import VALUE, W

_OVERLAP = re.compile(
    rb"<w:(ins|del|moveFrom|moveTo)\b[^>]*>"
    rb"(<w:sdt><w:sdtPr>(?:(?!</w:sdtPr>).)*</w:sdtPr><w:sdtContent>)</w:\1>",
    re.DOTALL,
)
"""A change that only opens a control; the change itself is written once more within."""

_TITLE = f"{W}sdtPr/{W}alias"
_TEXTS = (W + "t", W + "delText")


def without_overlaps(content: bytes) -> bytes:
    """The main part with changes and controls nested in each other again."""
    return _OVERLAP.sub(rb"\2", content)


def mend_controls(root: etree._Element) -> int:
    """Join the controls that were one and take out what was written twice; how many were mended."""
    return sum(
        _mend(control) for control in list(root.iter(CONTROL)) if control.getparent() is not None
    )


def _mend(first: etree._Element) -> bool:
    """Join a control with those after it if they are stretches of its text; whether it was so."""
    following = first.getnext()
    if following is None or following.tag != CONTROL:
        return False
    whole = "".join(element.text or "" for element in _texts(first))
    others = _stretches(first, whole)
    rest = "".join(element.text or "" for other in others for element in _texts(other)[:-1])
    tracked = any(next(other.iter(*REVISIONS), None) is not None for other in others)
    if not whole.endswith(rest) or not (rest or tracked):
        return False
    for other in others:
        _texts(other)[-1].text = ""
    texts = _texts(first)
    texts[0].text = whole.removesuffix(rest)
    for element in texts[1:]:
        element.text = ""
    content = first.find(CONTENT)
    for other in others:
        content.extend(list(other.find(CONTENT)))
        other.getparent().remove(other)
    return True


def _stretches(first: etree._Element, whole: str) -> list[etree._Element]:
    """The controls straight after one that have its title and end with its text."""
    found: list[etree._Element] = []
    following = first.getnext()
    if not whole or first.find(CONTENT) is None:
        return found
    while following is not None and following.tag == CONTROL:
        texts = _texts(following)
        if not texts or texts[-1].text != whole or _title(following) != _title(first):
            break
        found.append(following)
        following = following.getnext()
    return found


def _texts(control: etree._Element) -> list[etree._Element]:
    return list(control.iter(*_TEXTS))


def _title(control: etree._Element) -> str:
    title = control.find(_TITLE)
    return "" if title is None else str(title.get(VALUE, ""))
