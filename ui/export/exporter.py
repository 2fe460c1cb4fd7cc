"""Exports the open draft: asks how and where to, shows the way there, tells what came of it."""

from pathlib import Path

from PySide6.QtCore import QObject, Slot

from slaeditor.agreement import Agreement, decode
from slaeditor.bidi import isolated
from slaeditor.document.compose import compose
from slaeditor.document.copies import Copy, default_copy
from slaeditor.editing.export_choices import Choices, remembered, written
from slaeditor.editing.exporting import label_of_export
from slaeditor.errors import ExportCancelled, SlaError
from slaeditor.i18n import _
from slaeditor.library.drafts import Point
from ui.bench import Bench
from ui.desk import Desk
from ui.desktop import file_stem
from ui.export.bar import ExportBar
from ui.export.choosing import TYPES, ChoosingDialog
from ui.export.gaps import gaps_of
from ui.export.job import ExportJob, Order, Outcome
from ui.theme.notices import InfoBar, announce

ABOUT = "export"
_STOPPING = 5.0  # seconds that leaving waits for an export to stop


class Exporter(QObject):
    """One export at a time. What was chosen last is proposed, and taken by `again`."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self._bench = bench
        self._window = bench.frame
        self._notices = bench.frame.notices
        self._desktop = bench.frame.desktop
        self._places = bench.places
        self._job: ExportJob | None = None
        self._desk: Desk | None = None
        self._choices = Choices()

    @property
    def is_running(self) -> bool:
        """Whether an export is under way."""
        return self._job is not None

    def export(self, desk: Desk, suffix: str = "") -> None:
        """Ask how and where to, and export; `suffix` proposes a kind of file."""
        if self._job is not None:
            return
        agreement = desk.draft.agreement
        try:
            document = compose(agreement, desk.today)
        except SlaError as error:
            self._tell_failed(error)
            return
        choices = remembered(self._places.of(desk.id).choices, default_copy(document))
        gaps = gaps_of(document)
        ChoosingDialog(
            self._window,
            choices.of_kind(suffix) if suffix else choices,
            self._points(desk),
            list(gaps),
            lambda chosen: self._choose_file(desk, chosen),
            lambda: self._reveal(next(iter(gaps.values()), "")),
        ).open()

    def again(self, desk: Desk) -> None:
        """Export as the last time, to the same file; ask where there was none, or is a gap now."""
        if self._job is not None:
            return
        place = self._places.of(desk.id)
        try:
            document = compose(desk.draft.agreement, desk.today)
        except SlaError as error:
            self._tell_failed(error)
            return
        choices = remembered(place.choices, default_copy(document))
        is_stopped = choices.copy is Copy.CLEAN and bool(gaps_of(document))
        if place.exported and not is_stopped:
            self._start(desk, Path(place.exported), choices)
        else:
            self.export(desk)

    def stop(self) -> None:
        """Stop what is under way, because the window closes."""
        if self._job is not None:
            self._job.cancel()
            self._job.wait(_STOPPING)

    def _points(self, desk: Desk) -> list[Point]:
        """The points of the history; a history that can't be read is no reason not to export."""
        try:
            return self._window.library.history(desk.id).points()
        except SlaError as error:
            self._notices.put("history", InfoBar(str(error), "warning"))
            return []

    def _reveal(self, path: str) -> None:
        if path and self._bench.editor is not None:
            self._bench.editor.reveal(path)

    def _choose_file(self, desk: Desk, choices: Choices) -> None:
        types = {choices.suffix: TYPES[choices.suffix]}
        if not choices.since:
            types |= TYPES
        proposed = self._proposed(desk, choices.suffix)
        target = self._desktop.file_to_save(self._window, _("Export"), proposed, types)
        if target is not None:
            self._start(desk, target, choices)

    def _proposed(self, desk: Desk, suffix: str) -> Path:
        last = self._places.of(desk.id).exported
        if last:
            return Path(last).with_suffix(suffix)
        title = desk.draft.agreement.title or ""
        return self._desktop.documents() / f"{file_stem(title)}{suffix}"

    def _start(self, desk: Desk, target: Path, choices: Choices) -> None:
        self._desk, self._choices = desk, choices
        try:
            old = self._agreement_at(desk, choices.since) if choices.since else None
        except SlaError as error:
            self._tell_failed(error)
            return
        order = Order(desk.draft.agreement, target, desk.today, choices, old)
        self._job = ExportJob(order, self)
        bar = ExportBar(target.name)
        bar.cancelled.connect(self._job.cancel)
        self._job.progressed.connect(bar.show_progress)
        self._job.ended.connect(self._on_ended)
        self._notices.put(ABOUT, bar)
        self._job.start()

    def _agreement_at(self, desk: Desk, point_id: str) -> Agreement:
        return decode(self._window.library.history(desk.id).at(point_id))

    @Slot(object)
    def _on_ended(self, outcome: Outcome) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.wait(_STOPPING)
            job.deleteLater()
        if isinstance(outcome.problem, ExportCancelled):
            self._notices.take(ABOUT)
            self._window.toast.show_message(str(outcome.problem))
        elif outcome.problem is not None:
            self._tell_failed(outcome.problem)
        else:
            self._note(outcome.order)
            self._tell_done(outcome.order.target)

    def _note(self, order: Order) -> None:
        """Remember file and choices, and make a point of what was exported."""
        desk = self._desk
        if desk is None:
            return
        self._places.remember_export(desk.id, order.target, written(order.choices))
        try:
            history = self._window.library.history(desk.id)
            label = label_of_export(history, order.choices.copy, isolated(order.target.name))
            desk.add_point_of(order.agreement, label, "export")
        except SlaError as error:
            self._notices.put("history", InfoBar(str(error), "warning"))

    def _tell_done(self, target: Path) -> None:
        sentence = _("Exported to {file}").format(file=isolated(str(target)))
        bar = InfoBar(sentence, "success")
        bar.add_button(_("Open"), lambda: self._window.open_outside(target)).setAccessibleName(
            _("Open the exported document")
        )
        bar.add_button(_("Show in folder"), lambda: self._window.open_outside(target.parent))
        self._notices.put(ABOUT, bar)
        announce(self._window, sentence)

    def _tell_failed(self, problem: SlaError) -> None:
        bar = InfoBar(str(problem), "danger")
        if self._desk is not None:
            desk, choices = self._desk, self._choices
            bar.add_button(_("Export to another file…"), lambda: self._choose_file(desk, choices))
        self._notices.put(ABOUT, bar)
        announce(self._window, str(problem))
