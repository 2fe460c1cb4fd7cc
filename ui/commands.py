"""What the menus do with the open agreement, and what they show about the program."""

from pathlib import Path

from PySide6.QtCore import QObject

from slaeditor.agreement import Agreement
from slaeditor.bidi import isolated
from slaeditor.editing import shelf
from slaeditor.editing.starting import Start, started
from slaeditor.editing.templates import finished_example
from slaeditor.i18n import _
from ui.bench import Bench
from ui.desk import Desk
from ui.desktop import file_stem
from ui.export.exporter import Exporter
from ui.history.screen import HistoryScreen
from ui.new.dialog import NewAgreementDialog
from ui.review.record import RecordDialog
from ui.review.reviewer import Reviewer
from ui.settings.about import AboutDialog
from ui.settings.dialog import SettingsDialog
from ui.settings.keys import KeysDialog


class Commands(QObject):
    """Each does nothing where no agreement is open that it could work on."""

    def __init__(self, bench: Bench, exporter: Exporter, reviewer: Reviewer) -> None:
        super().__init__(bench)
        self._bench = bench
        self._exporter = exporter
        self._reviewer = reviewer
        self._frame = bench.frame
        self.history = HistoryScreen(bench.frame)
        self.history.agreement_requested.connect(bench.show_at)
        bench.opened.connect(self.history.follow)
        bench.closed.connect(self.history.end)

    @property
    def _desk(self) -> Desk | None:
        return self._bench.desk

    def new(self) -> None:
        """Ask what a new agreement is to be, and open it."""
        drafts = self._frame.library.summaries().drafts
        NewAgreementDialog(self._frame, drafts, self._bench.stored_agreement, self._create).open()

    def choose_file(self) -> None:
        """Ask for a file and open it."""
        path = self._frame.desktop.file_to_open(self._frame)
        if path is not None:
            self._bench.open_path(path)

    def open_example(self) -> None:
        """Put the finished example into the library, and open it."""
        self._bench.attempt(lambda: self._bench.store_and_open(finished_example()))

    def save(self) -> None:
        """Save now and say so."""
        if self._desk is not None and self._desk.wait_until_saved():
            self._frame.toast.show_message(_("Saved on this computer"))

    def save_copy(self) -> None:
        """Ask for a file and write the agreement into it; the library's own stays the open one."""
        if self._desk is None:
            return
        agreement = self._desk.draft.agreement
        proposed = self._frame.desktop.documents() / f"{file_stem(agreement.title or '')}.sla"
        types = {".sla": _("Agreement")}
        path = self._frame.desktop.file_to_save(self._frame, _("Save a copy"), proposed, types)
        if path is not None:
            self._bench.attempt(lambda: self._write_copy(agreement, path))

    def revert(self) -> None:
        """Go back to what stood there when the agreement was opened, after asking."""
        if self._desk is not None:
            self.history.revert(self._desk)

    def export(self) -> None:
        """Ask for a file and export to it."""
        if self._desk is not None:
            self._exporter.export(self._desk)

    def export_again(self) -> None:
        """Export to the file of the last time."""
        if self._desk is not None:
            self._exporter.again(self._desk)

    def export_pdf(self) -> None:
        """Ask how and where to, and export a PDF."""
        if self._desk is not None:
            self._exporter.export(self._desk, ".pdf")

    def import_review(self) -> None:
        """Ask for a file that came back, and show what it proposes."""
        if self._desk is not None:
            self._reviewer.choose(self._desk)

    def import_review_of(self, draft_id: str) -> None:
        """Open a draft of the list, and ask for a file that came back for it."""
        self._bench.open_draft(draft_id)
        if self._desk is not None and self._desk.id == draft_id:
            self._reviewer.choose(self._desk)

    def import_review_file(self, path: Path) -> None:
        """Show what that file proposes for the open agreement."""
        if self._desk is not None:
            self._reviewer.read(self._desk, path)

    def show_record(self) -> None:
        """Show what was proposed and decided in the open agreement."""
        if self._desk is not None:
            RecordDialog(self._desk, self._frame).open()

    def show_history(self) -> None:
        """Show the history of the open agreement."""
        if self._desk is not None:
            self.history.show(self._desk)

    def show_settings(self) -> None:
        """Show the settings."""
        window = self._frame
        SettingsDialog(window.look, window.library.folder, window.desktop, window).open()

    def show_folder(self) -> None:
        """Show the library's folder in the file manager."""
        folder = self._frame.library.folder
        while not folder.exists() and folder != folder.parent:
            folder = folder.parent
        self._frame.open_outside(folder)

    def show_keys(self) -> None:
        """Show the list of keys."""
        KeysDialog(self._frame.all_actions(), self._frame).open()

    def show_about(self) -> None:
        """Show version, privacy and licences."""
        AboutDialog(self._frame.library.folder, self._frame).open()

    def _write_copy(self, agreement: Agreement, path: Path) -> None:
        shelf.save_copy(agreement, path, self._frame.library.local)
        self._frame.tell("copy", _("A copy was saved to {file}").format(file=isolated(str(path))))

    def _create(self, start: Start) -> None:
        self._bench.store_and_open(started(start))
