"""What is loaded after the first painting, on a thread of its own, while the window is in use."""

from collections.abc import Callable
from importlib import import_module
from threading import Event, Thread

_IDLE = 0.3  # seconds after the list has been read: then the rest of the program is loaded


class Loading:
    """First all that reads drafts, a moment later all that works on them.

    `then_list` and `then_all` are called on that thread once the first two are loaded.
    """

    def __init__(self, then_list: Callable[[], object], then_all: Callable[[], object]) -> None:
        self._then_list, self._then_all = then_list, then_all
        self._is_ending = Event()
        self._thread = Thread(target=self._run, name="loading")

    def begin(self) -> None:
        """Load from now on."""
        self._thread.start()

    def end(self) -> None:
        """Load nothing more; wait for what is being loaded, a second at the most."""
        self._is_ending.set()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        import_module("slaeditor.library.drafts")
        self._then_list()
        if self._is_ending.wait(_IDLE):
            return
        import_module("ui.workshop")
        self._then_all()
