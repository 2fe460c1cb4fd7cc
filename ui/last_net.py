"""What happens when something happens that nobody expected: a note in a file, and a sentence."""

import sys
import threading
import traceback
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from slaeditor import __version__
from slaeditor.errors import ReadOnly
from slaeditor.i18n import _

if TYPE_CHECKING:
    from ui.window import MainWindow

LOG = "problems.log"
_LARGEST = 500_000  # bytes; then the file begins anew


class LastNet(QObject):
    """Notes in `LOG` of the local folder; saves the open agreement; never shows a traceback."""

    _caught = Signal()
    _refused = Signal(str)

    def __init__(self, local: Path, window: "MainWindow") -> None:
        super().__init__(window)
        self.log = local / LOG
        self._window = window
        self._is_telling = False
        self._caught.connect(self._on_caught)
        self._refused.connect(self._on_refused)

    def spread(self) -> None:
        """Catch what falls from now on, in every thread."""
        sys.excepthook = self.catch
        threading.excepthook = lambda args: self.catch(
            args.exc_type, args.exc_value, args.exc_traceback
        )

    def catch(
        self,
        kind: type[BaseException],
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Note one problem and tell of it in the window; an interruption ends the program."""
        if issubclass(kind, KeyboardInterrupt | SystemExit):
            sys.__excepthook__(kind, error or kind(), trace)
            return
        if isinstance(error, ReadOnly):  # nothing went wrong: it was not to be changed
            self._refused.emit(str(error))
            return
        self._note("".join(traceback.format_exception(kind, error, trace)))
        self._caught.emit()

    def _note(self, text: str) -> None:
        line = f"{datetime.now().isoformat(timespec='seconds')} SLA Editor {__version__}\n{text}\n"
        try:
            self.log.parent.mkdir(parents=True, exist_ok=True)
            is_large = self.log.exists() and self.log.stat().st_size > _LARGEST
            with self.log.open(
                "w" if is_large else "a", encoding="utf-8", errors="replace"
            ) as file:
                file.write(line)
        except OSError:  # nowhere to write: the person is told all the same
            return

    @Slot(str)
    def _on_refused(self, sentence: str) -> None:
        self._window.tell("refused", sentence, wrong=True)

    @Slot()
    def _on_caught(self) -> None:
        if self._is_telling:  # telling itself went wrong
            return
        self._is_telling = True
        sentence = _(
            "Something went wrong that the program didn’t expect. What you wrote is kept. "
            "A note is in {file}."
        )
        try:
            self._window.tell("problem", sentence.format(file=self.log), wrong=True)
            self._window.save_open()
        finally:
            self._is_telling = False
