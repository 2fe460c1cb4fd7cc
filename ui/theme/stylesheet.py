"""Fills the tokens into `resources/theme/style.qss`."""

from functools import cache

from ui.theme.tokens import BOX, ICON, RESOURCES, SMALL_ICON, look


@cache
def _sheet() -> str:
    return (RESOURCES / "theme" / "style.qss").read_text(encoding="utf-8")


def style_sheet(*, dark: bool, points: float, percent: int = 100) -> str:
    """The style sheet of one scheme.

    `points` is the base size of text; icons and boxes to tick grow by `percent`. Raises `KeyError`
    where the sheet names what isn't there.
    """
    sizes = look().text
    colours = (look().dark if dark else look().light)._asdict()
    values: dict[str, object] = {
        **colours,
        "scheme": "dark" if dark else "light",
        "{icon}": round(ICON * percent / 100),
        "{small}": round(SMALL_ICON * percent / 100),
        "{box}": round(BOX * percent / 100),
        "{round}": round(BOX * percent / 100) // 2 + 1,
        "{box_focused}": round(BOX * percent / 100) - 2,
        "{title}": f"{points * sizes.title:.2f}",
        "{section}": f"{points * sizes.section:.2f}",
        "{hint}": f"{points * sizes.hint:.2f}",
    }
    sheet = _sheet()
    for name in sorted(values, key=len, reverse=True):  # @accent_soft before @accent
        sheet = sheet.replace(f"@{name}", str(values[name]))
    _before, at, rest = sheet.partition("@")
    if at:
        raise KeyError(f"the style sheet names @{rest[:20]}, which isn't there")
    return sheet
