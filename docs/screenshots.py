"""Makes the pictures of README and the user guide: every screen, light and dark, without a display.

`.venv/bin/python -m docs.screenshots [NAME …]` writes docs/images/<name>-<light|dark>.png, all of
them or the named ones. A screen is a function below that shows it and returns the widget to take
the picture of; `SCREENS` names them. They run on a library in a temporary folder.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt is imported

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from ui.theme import apply
from ui.theme.scheme import Scheme

IMAGES = Path(__file__).parent / "images"
WIDTH, HEIGHT = 1440, 900
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
SETTLED = 600  # ms: what is repainted a moment after the last change has been

Screen = Callable[[Path], QWidget]
SCREENS: dict[str, Screen] = {}


def main(names: Sequence[str]) -> int:
    """Take the named pictures, or all; return 2 if a name is unknown, else 0."""
    unknown = [name for name in names if name not in SCREENS]
    if unknown:
        print(f"There is no screen {', '.join(unknown)}; there are {', '.join(SCREENS)}.")
        return 2
    app = QApplication([])
    IMAGES.mkdir(exist_ok=True)
    for name in names or SCREENS:
        for scheme in SCHEMES:
            apply(app, scheme)
            with tempfile.TemporaryDirectory() as folder:
                take(SCREENS[name], Path(folder), IMAGES / f"{name}-{scheme}.png")
    return 0


def take(screen: Screen, library: Path, file: Path) -> None:
    """Show a screen on a library of its own, let it settle and write its picture."""
    widget = screen(library)
    widget.resize(WIDTH, HEIGHT)
    widget.show()
    settle()
    widget.grab().save(str(file))
    widget.close()
    widget.deleteLater()
    settle()


def settle() -> None:
    """Let the window do what it does a moment after a change."""
    loop = QEventLoop()
    QTimer.singleShot(SETTLED, loop.quit)
    loop.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
