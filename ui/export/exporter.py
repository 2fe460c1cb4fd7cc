"""Exports the open draft: asks for the file, shows the way there, and tells what came of it."""

from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from slaeditor.editing.places import Places
from slaeditor.errors import ExportCancelled, SlaError
from slaeditor.i18n import _
from ui.desk import Desk
from ui.desktop import Desktop, file_stem
from ui.export.bar import ExportBar
from ui.export.job import ExportJob, Outcome
from ui.notices import Notices
from ui.theme.notices import InfoBar, announce

ABOUT = "export"
_STOPPING = 5.0  # seconds that leaving waits for an export to stop


class Exporter(QObject):
    """One export at a time. The file exported to last is proposed, and taken by `again`."""

    def __init__(self, window: QWidget, notices: Notices, desktop: Desktop, places: Places) -> None:
        super().__init__(window)
        self._window = window
        self._notices = notices
        self._desktop = desktop
        self._places = places
        self._job: ExportJob | None = None
        self._desk: Desk | None = None

    @property
    def is_running(self) -> bool:
        """Whether an export is under way."""
        return self._job is not None

    def export(self, desk: Desk) -> None:
        """Ask for a file and export to it."""
        if self._job is not None:
            return
        types = {
            ".docx": _("Word document"),
            ".html": _("Web page"),
            ".txt": _("Plain text"),
        }
        target = self._desktop.file_to_save(self._window, _("Export"), self._proposed(desk), types)
        if target is not None:
            self._start(desk, target)

    def again(self, desk: Desk) -> None:
        """Export to the file of the last time; ask where there was none."""
        if self._job is not None:
            return
        last = self._places.of(desk.id).exported
        if last:
            self._start(desk, Path(last))
        else:
            self.export(desk)

    def stop(self) -> None:
        """Stop what is under way, because the window closes."""
        if self._job is not None:
            self._job.cancel()
            self._job.wait(_STOPPING)

    def _proposed(self, desk: Desk) -> Path:
        last = self._places.of(desk.id).exported
        if last:
            return Path(last)
        title = desk.draft.agreement.title or ""
        return self._desktop.documents() / f"{file_stem(title)}.docx"

    def _start(self, desk: Desk, target: Path) -> None:
        self._desk = desk
        self._job = ExportJob(desk.draft.agreement, target, desk.today, self)
        bar = ExportBar(target.name)
        bar.cancelled.connect(self._job.cancel)
        self._job.progressed.connect(bar.show_progress)
        self._job.ended.connect(self._on_ended)
        self._notices.put(ABOUT, bar)
        self._job.start()

    @Slot(object)
    def _on_ended(self, outcome: Outcome) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.wait(_STOPPING)
            job.deleteLater()
        if isinstance(outcome.problem, ExportCancelled):
            self._tell(str(outcome.problem), done=False)
        elif outcome.problem is not None:
            self._tell_failed(outcome.problem)
        else:
            self._note(outcome)
            self._tell_done(outcome.target)

    def _note(self, outcome: Outcome) -> None:
        """Remember the file, and make a point of what was exported."""
        desk = self._desk
        if desk is None:
            return
        self._places.remember_export(desk.id, outcome.target)
        label = _("Exported to {name}").format(name=outcome.target.name)
        try:
            desk.add_point_of(outcome.agreement, label, "exported")
        except SlaError as error:
            self._notices.put("history", InfoBar(str(error), "warning"))

    def _tell_done(self, target: Path) -> None:
        bar = self._tell(_("Exported to {file}").format(file=target), done=True)
        bar.add_button(_("Open"), lambda: self._desktop.open(target)).setAccessibleName(
            _("Open the exported document")
        )
        bar.add_button(_("Show in folder"), lambda: self._desktop.open(target.parent))

    def _tell_failed(self, problem: SlaError) -> None:
        bar = InfoBar(str(problem), "danger")
        if self._desk is not None:
            desk = self._desk
            bar.add_button(_("Export to another file…"), lambda: self.export(desk))
        self._notices.put(ABOUT, bar)
        announce(self._window, str(problem))

    def _tell(self, sentence: str, *, done: bool) -> InfoBar:
        bar = InfoBar(sentence, "success" if done else "info")
        self._notices.put(ABOUT, bar)
        announce(self._window, sentence)
        return bar
