"""Reading a returned file and comparing it with the draft, on a thread of its own."""

import threading
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from slaeditor.agreement import Agreement
from slaeditor.editing.reviewing import Imported, file_of_review, imported
from slaeditor.errors import SlaError
from slaeditor.i18n import _
from slaeditor.library.drafts import Library


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file to be compared with a state of a draft; `repair` reads what can be read of it."""

    path: Path
    draft_id: str
    agreement: Agreement
    today: date
    repair: bool = False


@dataclass(frozen=True, slots=True)
class Read:
    """What came of it: a review, or a problem."""

    wanted: Wanted
    found: Imported | None = None
    problem: SlaError | None = None


class ReviewJob(QObject):
    """`ended` carries a `Read`, in the thread of the window, whatever happened."""

    ended = Signal(object)

    def __init__(self, wanted: Wanted, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted = wanted
        self._library = Library(library.folder, library.local)  # a library is for one thread
        self._thread = threading.Thread(target=self._run, name="review", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def wait(self, seconds: float) -> bool:
        """Wait for the thread; whether it has ended."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def _run(self) -> None:
        wanted = self._wanted
        result = Read(
            wanted,
            problem=SlaError(
                _(
                    "“{name}” could not be compared, for a reason that the program didn’t expect. "
                    "Nothing was changed."
                ).format(name=wanted.path.name)
            ),
        )
        try:
            result = Read(wanted, found=self._found())
        except SlaError as problem:
            result = Read(wanted, problem=problem)
        finally:  # what nobody expected goes on to the last net, and the window hears of it here
            self.ended.emit(result)

    def _found(self) -> Imported:
        wanted = self._wanted
        return imported(
            file_of_review(wanted.path),
            wanted.path.name,
            wanted.agreement,
            self._library.history(wanted.draft_id),
            wanted.today,
            repair=wanted.repair,
        )
