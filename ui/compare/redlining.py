"""Exports two versions as a Word file with tracked changes, without stopping the window."""

import threading
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from slaeditor.agreement import Agreement
from slaeditor.bidi import isolated
from slaeditor.blocks import Document
from slaeditor.errors import ExportCancelled, ExportFailed, SlaError
from slaeditor.i18n import _
from slaeditor.settings import PROGRAM
from ui.desktop import file_stem
from ui.export.bar import ExportBar
from ui.frame import Frame
from ui.theme.notices import InfoBar, announce

ABOUT = "redline"
_STOPPING = 5.0  # seconds that leaving waits for a redline to stop


@dataclass(frozen=True, slots=True)
class Redline:
    """What to write where: the changes from `old` to `new` as tracked changes.

    `agreement` is what `new` was composed from, None if that is a point of the history already.
    """

    old: Document
    new: Document
    target: Path
    today: date
    agreement: Agreement | None = None


class RedlineJob(QObject):
    """One redline on a thread of its own.

    `progressed` carries per cent, `ended` a sentence about what went wrong, empty if nothing did.
    """

    progressed = Signal(int)
    ended = Signal(object)

    def __init__(self, wanted: Redline, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.wanted = wanted
        self._percent = -1
        self._is_cancelled = threading.Event()
        self._thread = threading.Thread(target=self._run, name="redline", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def cancel(self) -> None:
        """Stop soon; `ended` comes all the same."""
        self._is_cancelled.set()

    def wait(self, seconds: float) -> None:
        """Wait for the thread."""
        self._thread.join(seconds)

    def _run(self) -> None:
        problem: SlaError | None = ExportFailed(
            _("The export failed for a reason that the program didn’t expect; nothing was written.")
        )
        try:
            self._write()
            problem = None
        except SlaError as error:
            problem = error
        finally:  # what nobody expected goes on to the last net, and the window hears of it here
            self.ended.emit(problem)

    def _write(self) -> None:
        from slaeditor.word.redline_file import export_redline  # python-docx is slow to load

        wanted = self.wanted
        export_redline(
            wanted.old,
            wanted.new,
            wanted.target,
            author=PROGRAM,
            when=wanted.today,
            progress=self._on_progress,
            cancelled=self._is_cancelled.is_set,
        )

    def _on_progress(self, done: int, total: int) -> None:
        percent = 100 * done // max(total, 1)
        if percent != self._percent:
            self._percent = percent
            self.progressed.emit(percent)


class Redliner(QObject):
    """One redline at a time: asks for the file, shows the way there, and tells what came of it.

    `written` carries the `Redline` whose file is there.
    """

    written = Signal(object)

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._frame = frame
        self._job: RedlineJob | None = None

    def export(
        self, old: Document, new: Document, today: date, agreement: Agreement | None = None
    ) -> None:
        """Ask for a file and write the redline into it; the arguments are those of `Redline`."""
        if self._job is not None:
            return
        desktop = self._frame.desktop
        title = new.title
        stem = file_stem(_("{title} redline").format(title=title) if title else _("Redline"))
        proposed = desktop.documents() / f"{stem}.docx"
        types = {".docx": _("Word document")}
        target = desktop.file_to_save(self._frame, _("Export as redline"), proposed, types)
        if target is not None:
            self._start(Redline(old, new, target, today, agreement))

    def stop(self) -> None:
        """Stop what is under way, because the agreement closes."""
        if self._job is not None:
            self._job.cancel()
            self._job.wait(_STOPPING)

    def _start(self, wanted: Redline) -> None:
        self._job = RedlineJob(wanted, self)
        bar = ExportBar(wanted.target.name)
        bar.cancelled.connect(self._job.cancel)
        self._job.progressed.connect(bar.show_progress)
        self._job.ended.connect(self._on_ended)
        self._frame.notices.put(ABOUT, bar)
        self._job.start()

    @Slot(object)
    def _on_ended(self, problem: SlaError | None) -> None:
        job, self._job = self._job, None
        if job is None:
            return
        job.wait(_STOPPING)
        job.deleteLater()
        if problem is None:
            self._tell_done(job.wanted)
        elif isinstance(problem, ExportCancelled):
            self._frame.notices.take(ABOUT)
            self._frame.toast.show_message(str(problem))
        else:
            self._frame.tell(ABOUT, str(problem), wrong=True)

    def _tell_done(self, wanted: Redline) -> None:
        words = _("Exported as redline to {file}").format(file=isolated(str(wanted.target)))
        bar = InfoBar(words, "success")
        open_it = bar.add_button(_("Open"), lambda: self._frame.open_outside(wanted.target))
        open_it.setAccessibleName(_("Open the redline"))
        folder = wanted.target.parent
        bar.add_button(_("Show in folder"), lambda: self._frame.open_outside(folder))
        self._frame.notices.put(ABOUT, bar)
        announce(self._frame, words)
        self.written.emit(wanted)
