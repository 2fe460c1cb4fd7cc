"""The tokens of the look: colours of both schemes, text sizes, distances.

Nothing else in the window names a colour. Colours stand per scheme; text sizes are factors of the
system's font; distances lie on a grid of 4 pixels. Every pair of text and ground that is used has
a contrast of at least 4.5:1, every border of a control at least 3:1 (tests/ui/test_theme.py).
"""

from pathlib import Path
from typing import NamedTuple

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
"""The folder with everything that is data: icons, theme, wording."""

TIGHT, SMALL, MEDIUM, WIDE, INSIDE, PAGE = 4, 8, 12, 16, 20, 28
"""Distances in pixels: inside a row, between buttons, label groups, cards, card edge, page edge."""

ICON, SMALL_ICON, BOX = 20, 16, 18
"""Edges of icons and of a box to tick, in logical pixels at 100 % text size."""


class Tokens(NamedTuple):
    """The colours of one scheme, each as "#RRGGBB"."""

    window: str
    surface: str
    side: str
    desk: str
    paper: str
    paper_text: str
    paper_muted: str
    paper_tint: str
    paper_gap: str
    paper_rule: str
    paper_shade: str
    text: str
    muted: str
    disabled: str
    hairline: str
    border: str
    hover: str
    accent: str
    accent_hover: str
    accent_soft: str
    on_accent: str
    success: str
    success_soft: str
    warning: str
    warning_soft: str
    danger: str
    danger_soft: str
    scroll: str
    toast: str
    on_toast: str
    toast_link: str

    def colour(self, role: str) -> str:
        """The colour named `role`; a `KeyError` names what there is otherwise."""
        if role not in COLOURS:
            raise KeyError(f"no colour {role!r}; there are {', '.join(COLOURS)}")
        return str(getattr(self, role))


COLOURS = Tokens._fields


class TextSizes(NamedTuple):
    """Smallest base size in points, and the factors of the base for the other sizes."""

    smallest: float
    title: float
    section: float
    hint: float


class Look(NamedTuple):
    """Both schemes and the text sizes."""

    light: Tokens
    dark: Tokens
    text: TextSizes


_LOOK = Look(
    light=Tokens(
        window="#F4F5F7",
        surface="#FFFFFF",
        side="#ECEEF2",
        desk="#DFE2E8",
        paper="#FFFFFF",
        paper_text="#1C2530",
        paper_muted="#566070",
        paper_tint="#E8EFFF",
        paper_gap="#FFE3A3",
        paper_rule="#C6CCD6",
        paper_shade="#EEF1F6",
        text="#1C2530",
        muted="#566070",
        disabled="#8E97A4",
        hairline="#D5DAE1",
        border="#7F8895",
        hover="#E4E8EE",
        accent="#2257C4",
        accent_hover="#1B4AAA",
        accent_soft="#E3EBFA",
        on_accent="#FFFFFF",
        success="#1A7A48",
        success_soft="#E2F3E9",
        warning="#8F5F00",
        warning_soft="#FFF3D6",
        danger="#B3261E",
        danger_soft="#FDECEA",
        scroll="#A6AEBA",
        toast="#28313E",
        on_toast="#F4F6F9",
        toast_link="#A9C6FF",
    ),
    dark=Tokens(
        window="#1E2127",
        surface="#272B33",
        side="#191C21",
        desk="#15181C",
        paper="#F7F7F5",
        paper_text="#1C2530",
        paper_muted="#566070",
        paper_tint="#E8EFFF",
        paper_gap="#FFE3A3",
        paper_rule="#C6CCD6",
        paper_shade="#EEF1F6",
        text="#E8EBF0",
        muted="#A9B2BF",
        disabled="#737C89",
        hairline="#3B414C",
        border="#8993A1",
        hover="#343A45",
        accent="#8AB0FF",
        accent_hover="#A6C3FF",
        accent_soft="#2A3A5C",
        on_accent="#101828",
        success="#6CCB94",
        success_soft="#20382C",
        warning="#E9B949",
        warning_soft="#3B3220",
        danger="#FF8A80",
        danger_soft="#3F2A2B",
        scroll="#5C6573",
        toast="#E8EBF0",
        on_toast="#1C2530",
        toast_link="#1B4AAA",
    ),
    text=TextSizes(
        smallest=10.0,
        title=1.55,
        section=1.2,
        hint=0.92,
    ),
)


def look() -> Look:
    """The look of the program."""
    return _LOOK
