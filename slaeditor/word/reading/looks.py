"""How a run was marked by hand: struck through, highlighted, coloured or hidden."""

from lxml import etree

from slaeditor.returned import Author, Look
from slaeditor.word.reading.change import author
from slaeditor.word.reading.names import VALUE, W
from slaeditor.word.reading.raw import MarkedBy

_OFF = frozenset({"0", "false", "off", "none", "auto", "nil"})
_BLACK = frozenset({"000000", "black"})
_WHITE = frozenset({"FFFFFF", "white"})
_SWITCHES = {
    W + "strike": Look.STRUCK,
    W + "dstrike": Look.STRUCK,
    W + "vanish": Look.HIDDEN,
}
_COLOURS = {
    W + "highlight": (Look.HIGHLIGHTED, VALUE, _WHITE),
    W + "shd": (Look.HIGHLIGHTED, W + "fill", _WHITE),
    W + "color": (Look.COLOURED, VALUE, _BLACK),
}
_TRACKED = W + "rPrChange"
_PROPERTIES = W + "rPr"


def hand_marks(properties: etree._Element | None) -> tuple[MarkedBy, ...]:
    """The marks that a run's `w:rPr` makes; those that a tracked formatting made name its author.

    Colours of the text's normal look (black, none) are no marks.
    """
    if properties is None or not len(properties):
        return ()
    found = _marks(properties)
    if not found:
        return ()
    tracked = properties.find(_TRACKED)
    if tracked is None:
        return tuple((look, colour, None) for look, colour in found.items())
    old = tracked.find(_PROPERTIES)
    before = _marks(old) if old is not None else {}
    by: Author = author(tracked)
    return tuple(
        (look, colour, None if before.get(look) == colour else by) for look, colour in found.items()
    )


def _marks(properties: etree._Element) -> dict[Look, str]:
    found: dict[Look, str] = {}
    for child in properties:
        tag = child.tag
        if tag in _SWITCHES:
            if child.get(VALUE, "1") not in _OFF:
                found[_SWITCHES[tag]] = ""
        elif tag in _COLOURS:
            look, attribute, plain = _COLOURS[tag]
            colour = child.get(attribute, "auto")
            if colour not in _OFF and colour not in plain:
                found.setdefault(look, colour)
    return found
