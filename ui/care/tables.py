"""Tables for spreadsheets: the list of agreements out, service levels out and in."""

from pathlib import Path

from PySide6.QtCore import QObject

from slaeditor.bidi import isolated
from slaeditor.editing.level_sheets import Taken, sheet, with_sheet
from slaeditor.editing.list_sheets import list_sheet
from slaeditor.errors import SlaError
from slaeditor.i18n import _, ngettext
from slaeditor.library.storage import reason
from slaeditor.replace_file import replace_file
from slaeditor.tabular import MOST_BYTES, NoTable, read, written
from ui.bench import Bench
from ui.care.report import Line, ReportDialog
from ui.desktop import file_stem

_ABOUT = "table"


class Tables(QObject):
    """Each asks for a file; what goes wrong is told in the window."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self._bench = bench
        self._frame = bench.frame

    def save_list(self) -> None:
        """Write the list of agreements to a file."""
        name = _("Agreements")
        rows = list_sheet(self._frame.library.summaries().drafts)
        self._save(rows, name, _("Export the list as CSV"))

    def save_levels(self) -> None:
        """Write the service levels of the open agreement to a file."""
        if self._bench.desk is not None:
            agreement = self._bench.desk.draft.agreement
            stem = _("{title} service levels").format(title=file_stem(agreement.title or ""))
            self._save(sheet(agreement), stem, _("Save service levels as CSV"))

    def take_levels(self) -> None:
        """Take service levels from a file into the open agreement, as one step."""
        desk = self._bench.desk
        if desk is None:
            return
        path = self._frame.desktop.table_to_open(self._frame)
        if path is None:
            return
        try:
            taken = with_sheet(desk.draft.agreement, _rows(path))
            desk.draft.replace(taken.agreement, _("Service levels from a spreadsheet"))
        except SlaError as error:
            self._frame.tell(_ABOUT, str(error), wrong=True)
        else:
            self._tell(taken, path)

    def _tell(self, taken: Taken, path: Path) -> None:
        added = ngettext(
            "{count} service level was added.", "{count} service levels were added.", taken.added
        ).format(count=taken.added)
        known = ngettext(
            "{count} was there and has what the table says.",
            "{count} were there and have what the table says.",
            taken.changed,
        ).format(count=taken.changed)
        words = f"{added} {known}"
        ignored = [
            Line("info", "accent", _("The column “{name}” was left out.").format(name=each[:60]))
            for each in taken.ignored
        ]
        problems = [Line("warning-triangle", "warning", each) for each in taken.problems]
        if ignored or problems:
            title = _("From “{name}”").format(name=isolated(path.name))
            ReportDialog(title, words, [*problems, *ignored], self._frame).open()
        else:
            self._frame.toast.show_message(words)

    def _save(self, rows: list[list[str]], stem: str, title: str) -> None:
        desktop = self._frame.desktop
        proposed = desktop.documents() / f"{stem}.csv"
        path = desktop.file_to_save(self._frame, title, proposed, {".csv": _("Table (CSV)")})
        if path is None:
            return
        try:
            replace_file(path, written(rows))
        except OSError as error:
            words = _("{file} could not be written: {reason}.")
            told = words.format(file=isolated(str(path)), reason=reason(error))
            self._frame.tell(_ABOUT, told, wrong=True)
            return
        self._frame.tell(_ABOUT, _("Saved to {file}").format(file=isolated(str(path))))


def _rows(path: Path) -> list[list[str]]:
    """The rows of a file. Raises `NoTable`."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise NoTable(_("{name} is larger than any table.").format(name=path.name))
        return read(path.read_bytes(), path.name)
    except OSError as error:
        words = _("{name} can’t be read: {reason}.")
        raise NoTable(words.format(name=path.name, reason=reason(error))) from error
