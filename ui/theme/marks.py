"""The few marks that only a style sheet can place (ticks, arrows), coloured per scheme.

A style sheet takes pictures from files, so these are kept as files beside the tokens. Write them
anew after a change of tokens or drawings with `python -m ui.theme.marks`; a test compares them.
"""

from collections.abc import Iterator
from pathlib import Path

from ui.theme.icons import coloured
from ui.theme.tokens import RESOURCES, look

FOLDER = RESOURCES / "theme" / "marks"

_MARKS = {
    "check": ("check", "on_accent"),
    "check-disabled": ("check", "surface"),
    "arrow-down": ("chevron-down", "muted"),
    "arrow-down-disabled": ("chevron-down", "disabled"),
    "arrow-up": ("chevron-up", "muted"),
    "arrow-right": ("chevron-right", "muted"),
    "arrow-left": ("chevron-left", "muted"),
    "close": ("close", "muted"),
}


def marks() -> Iterator[tuple[Path, bytes]]:
    """Each mark's place under `FOLDER` and the SVG that belongs there."""
    for scheme, tokens in (("light", look().light), ("dark", look().dark)):
        for name, (drawing, role) in _MARKS.items():
            yield FOLDER / scheme / f"{name}.svg", coloured(drawing, tokens.colour(role))


def write_marks() -> None:
    """Write every mark to its place."""
    for path, svg in marks():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(svg)


if __name__ == "__main__":
    write_marks()
