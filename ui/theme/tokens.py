"""The tokens of the look, read from `resources/theme/tokens.toml`: colours per scheme, text sizes.

Nothing else in the window names a colour. Spacing lies on a grid of 4 pixels.
"""

import tomllib
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
"""The folder with everything that is data: icons, theme, wording."""

TIGHT, SMALL, MEDIUM, WIDE, INSIDE, PAGE = 4, 8, 12, 16, 20, 28
"""Distances in pixels: inside a row, between buttons, label groups, cards, card edge, page edge."""

ICON, SMALL_ICON, BOX = 20, 16, 18
"""Edges of icons and of a box to tick, in logical pixels at 100 % text size."""


@dataclass(frozen=True, slots=True)
class Tokens:
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


COLOURS = tuple(field.name for field in fields(Tokens))


@dataclass(frozen=True, slots=True)
class TextSizes:
    """Smallest base size in points, and the factors of the base for the other sizes."""

    smallest: float
    title: float
    section: float
    hint: float


@dataclass(frozen=True, slots=True)
class Look:
    """Both schemes and the text sizes."""

    light: Tokens
    dark: Tokens
    text: TextSizes


@cache
def look() -> Look:
    """What the file says; read once."""
    told = tomllib.loads((RESOURCES / "theme" / "tokens.toml").read_text(encoding="utf-8"))
    return Look(
        light=Tokens(**told["light"]), dark=Tokens(**told["dark"]), text=TextSizes(**told["text"])
    )
