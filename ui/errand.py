"""A longer piece of work on a thread of its own."""

import threading
from collections.abc import Callable
from contextlib import suppress

from slaeditor.errors import SlaError
from slaeditor.i18n import _


class Errand:
    """Does `work` once, then calls `tell` on that thread: a signal's `emit`.

    After that `result` is what it returned, or the `SlaError` that it raised.
    """

    def __init__(self, work: Callable[[], object], tell: Callable[[], object], name: str) -> None:
        self.result: object = SlaError(_("That could not be done, for a reason nobody expected."))
        self._work = work
        self._tell = tell
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def wait(self, seconds: float) -> bool:
        """Wait for the thread; whether it has ended."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def _run(self) -> None:
        try:
            self.result = self._work()
        except SlaError as problem:
            self.result = problem
        finally:  # what nobody expected goes on to the last net, and the window hears of it here
            with suppress(RuntimeError):  # the dialog that waited for it is closed
                self._tell()
