"""Fills the tokens into `resources/theme/style.qss`."""

from dataclasses import asdict
from functools import cache
from string import Template

from ui.theme.tokens import BOX, ICON, RESOURCES, SMALL_ICON, look


class _Sheet(Template):
    delimiter = "@"


@cache
def _sheet() -> _Sheet:
    return _Sheet((RESOURCES / "theme" / "style.qss").read_text(encoding="utf-8"))


def style_sheet(*, dark: bool, points: float, percent: int = 100) -> str:
    """The style sheet of one scheme.

    `points` is the base size of text; icons and boxes to tick grow by `percent`.
    """
    sizes = look().text
    return _sheet().substitute(
        asdict(look().dark if dark else look().light),
        scheme="dark" if dark else "light",
        icon=round(ICON * percent / 100),
        small=round(SMALL_ICON * percent / 100),
        box=round(BOX * percent / 100),
        round=round(BOX * percent / 100) // 2 + 1,
        box_focused=round(BOX * percent / 100) - 2,
        title=f"{points * sizes.title:.2f}",
        section=f"{points * sizes.section:.2f}",
        hint=f"{points * sizes.hint:.2f}",
    )
