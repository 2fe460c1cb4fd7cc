"""Starts the window: application, look, library, and a net under everything."""

import gc
import sys

from slaeditor import __version__, settings
from slaeditor.library.home import Home
from ui import arguments
from ui.last_net import LastNet
from ui.settings.look import Look
from ui.theme.scheme import dressed_application
from ui.window import MainWindow

_TURN = 0.0001
"""Seconds that a worker goes on while the window's thread wants its turn (Python's own: 0.005)."""


def give_way_to_the_window() -> None:
    """Let workers stop for the window's thread at once, so that a key never waits for them."""
    sys.setswitchinterval(_TURN)


def _search_for_garbage() -> None:
    """Let Python look for dead circles of objects again, which it doesn't before the painting."""
    from ui.garbage import search_in_the_window

    gc.enable()
    search_in_the_window()


def run(given: list[str]) -> int:
    """Show the window for the words after the program's name; its exit code at the end.

    The words have been found sound before (`arguments.misuse`).
    """
    wish = arguments.wish(given, ())
    give_way_to_the_window()
    app = dressed_application([sys.argv[0] if sys.argv else "slaeditor"])
    app.setApplicationName(settings.PROGRAM)
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("slaeditor")
    home = Home(settings.library_folder(str(wish.library) if wish.library else None))
    look = Look(app)
    look.prepare()
    window = MainWindow(home, look)
    look.wear()
    net = LastNet(home.local, window)
    net.spread()
    window.painted.connect(_search_for_garbage)
    window.show()
    if wish.file is not None:
        file = wish.file
        window.when_read(lambda: window.workshop.bench.open_path(file))
    return app.exec()
