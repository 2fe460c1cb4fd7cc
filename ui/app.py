"""Starts the window: one process for a library, application, look, and a net under everything."""

import gc
import sys

from slaeditor import __version__, settings
from slaeditor.cli import streams
from slaeditor.library.home import Home
from ui import arguments
from ui.last_net import LastNet
from ui.one_process import Request, Seat
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

    The words have been found sound before (`arguments.misuse`). A window that is open with this
    library already is asked to come to the front, with the file; then the answer is 0 at once. 1
    says that the program was told to end and something could not be saved.
    """
    wish = arguments.wish(given, ())
    home = Home(settings.library_folder(str(wish.library) if wish.library else None))
    seat = Seat(home.local)
    if not seat.take() and _is_done_elsewhere(seat, Request.of_this_start(wish.file)):
        return 0
    give_way_to_the_window()
    app = dressed_application([sys.argv[0] if sys.argv else "slaeditor"])
    app.setApplicationName(settings.PROGRAM)
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("slaeditor")
    look = Look(app)
    look.prepare()
    window = MainWindow(home, look)
    look.wear()
    net = LastNet(home.local, window)
    net.spread()
    window.painted.connect(_search_for_garbage)
    window.painted.connect(lambda: _attend(window, seat))
    app.aboutToQuit.connect(seat.leave)
    window.show()
    if wish.file is not None:
        file = wish.file
        window.when_read(lambda: window.workshop.bench.open_path(file))
    return app.exec()


def _is_done_elsewhere(seat: Seat, request: Request) -> bool:
    """Whether the window that is open took the request; says on stderr where it doesn't answer."""
    from ui import handing_over

    if handing_over.handed_over(seat, request):
        return True
    if not seat.take():
        streams.warn(handing_over.silence(seat))
    return False


def _attend(window: MainWindow, seat: Seat) -> None:
    """From the first painting on: hear of the system's wish to end, and of later starts."""
    from ui import doorbell, ending

    ending.Ending(window).watch()
    if seat.is_held:
        doorbell.answer_the_door(window, seat.address)
