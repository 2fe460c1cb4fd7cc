"""Characters that a Word file writes as elements of their own instead of as text."""

from lxml import etree

from slaeditor.word.reading.names import W

CHARACTERS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "cr": "\n",
    W + "noBreakHyphen": "\N{NON-BREAKING HYPHEN}",
    W + "softHyphen": "\N{SOFT HYPHEN}",
}
_PAGE_BREAKS = frozenset({"page", "column"})
_PRIVATE = 0xF000
"""Where symbol fonts put their characters, counted from the code that the font has."""

_SYMBOL = {0xB7: "•", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xA3: "≤", 0xB4: "×", 0xD3: "©", 0xAE: "→"}
_WINGDINGS = {
    0x6C: "●",
    0x6E: "■",
    0x6F: "□",
    0xA7: "▪",
    0xA8: "□",
    0xE0: "→",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}


def line_break(element: etree._Element) -> str:
    """What a `w:br` reads as: a line feed, nothing if it begins a page or a column."""
    return "" if element.get(W + "type") in _PAGE_BREAKS else "\n"


def symbol(element: etree._Element) -> str:
    """The character of a `w:sym`; one that only its font can show stays as the font has it."""
    try:
        code = int(element.get(W + "char", ""), 16)
    except ValueError:
        return ""
    font = _FONTS.get(element.get(W + "font", "").lower(), {})
    known = font.get(code - _PRIVATE if code >= _PRIVATE else code)
    if known:
        return known
    return chr(code) if 0x20 <= code < 0xD800 or 0xE000 <= code <= 0xFFFD else ""
