"""One export on a thread of its own: from the agreement as it stands to the file on the disk."""

import threading
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from slaeditor.agreement import Agreement
from slaeditor.document.compose import compose
from slaeditor.errors import SlaError
from slaeditor.i18n import _
from slaeditor.word.export import export


@dataclass(frozen=True, slots=True)
class Outcome:
    """How an export ended; without a problem the file is there."""

    target: Path
    agreement: Agreement
    problem: SlaError | None = None


class ExportJob(QObject):
    """`progressed` carries how far it is in percent, `ended` the `Outcome`; both in the window."""

    progressed = Signal(int)
    ended = Signal(object)

    def __init__(
        self, agreement: Agreement, target: Path, today: date, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._agreement = agreement
        self._target = target
        self._today = today
        self._percent = -1
        self._is_cancelled = threading.Event()
        self._thread = threading.Thread(target=self._run, name="export", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def cancel(self) -> None:
        """Stop soon; `ended` comes all the same."""
        self._is_cancelled.set()

    def wait(self, seconds: float) -> bool:
        """Wait for the thread; whether it has ended."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def _run(self) -> None:
        problem: SlaError | None = SlaError(
            _("The export failed for a reason that the program didn’t expect; nothing was written.")
        )
        try:
            self._write()
            problem = None
        except SlaError as error:
            problem = error
        finally:  # what nobody expected goes on to the last net, and the window hears of it here
            self.ended.emit(Outcome(self._target, self._agreement, problem))

    def _write(self) -> None:
        export(
            compose(self._agreement, self._today),
            self._target,
            today=self._today,
            progress=self._on_progress,
            cancelled=self._is_cancelled.is_set,
        )

    def _on_progress(self, done: int, total: int) -> None:
        percent = 100 * done // max(total, 1)
        if percent != self._percent:
            self._percent = percent
            self.progressed.emit(percent)
