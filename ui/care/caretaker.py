"""Looks after the library: back-up each day and on request, bringing back, checking, rescuing."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from slaeditor.bidi import isolated
from slaeditor.editing.bringing_in import Brought, Fate, bring_in, summary_of
from slaeditor.editing.remains import Remain, remains_in, remains_of, stored_copy
from slaeditor.errors import SlaError
from slaeditor.files import FileSystem
from slaeditor.i18n import _, ngettext
from slaeditor.library.archive import SUFFIX, Packed, pack
from slaeditor.library.backup import Outcome, back_up, is_due, plan_of
from slaeditor.library.doctor import Finding, Report, Weight, examine
from slaeditor.library.drafts import Library
from slaeditor.library.unpacking import Unpacked
from ui.bench import Bench
from ui.care.leftovers import LeftoversDialog
from ui.care.report import Line, ReportDialog
from ui.errand import Errand

_FIRST = 20_000  # ms after the start: whoever opens the program wants to write first
_EACH = 3_600_000  # ms: is it another day?
_ABOUT = "backup"
_PATIENCE = 2.0  # seconds that closing waits for a back-up that is under way
_MARKS = {
    Weight.CHOICE: ("error-circle", "danger"),
    Weight.REPAIRED: ("check-circle", "success"),
    Weight.NOTE: ("info", "accent"),
}
_GRAVE = (Fate.DAMAGED, Fate.FAILED, Fate.COPIED)


class Caretaker(QObject):
    """One errand at a time; each on a library of its own, as a library is for one thread."""

    _ended = Signal()

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self._bench = bench
        self._frame = bench.frame
        self._errand: Errand | None = None
        self._then: Callable[[object], None] = lambda result: None
        self._told = ""
        self._ended.connect(self._on_ended)
        self._timer = QTimer(self)
        self._timer.setInterval(_EACH)
        self._timer.timeout.connect(self.back_up_if_due)

    def begin(self) -> None:
        """Look for a back-up that is due, soon and then each hour."""
        QTimer.singleShot(_FIRST, self, self.back_up_if_due)
        self._timer.start()

    def end(self) -> None:
        """Let what is under way come to its end; what a back-up leaves is made up for next time."""
        if self._errand is not None:
            self._errand.wait(_PATIENCE)

    @property
    def _library(self) -> Library:
        return self._frame.library

    # The daily back-up.

    @Slot()
    def back_up_if_due(self) -> None:
        """Make the back-up of today, if one is wanted and not made yet."""
        if self._errand is None and is_due(plan_of(self._library.local), datetime.now(UTC)):
            folder, local = self._library.folder, self._library.local
            self._send(lambda: back_up(folder, local, datetime.now(UTC)), self._on_backed_up)

    def _on_backed_up(self, result: object) -> None:
        if not isinstance(result, Outcome):
            self._complain(result)
        elif result.problem and result.problem != self._told:
            more = "" if result.is_missing else _("It is tried again within the hour.")
            words = _("Daily back-up: {problem} {more}").format(problem=result.problem, more=more)
            self._frame.tell(_ABOUT, words.strip(), wrong=not result.is_missing)
        if isinstance(result, Outcome):
            self._told = result.problem

    # The whole library in one file.

    def pack(self) -> None:
        """Ask for a file and save the whole library to it."""
        desktop = self._frame.desktop
        day = datetime.now().astimezone().date().isoformat()
        proposed = desktop.documents() / f"{_('SLA Editor')} {day}{SUFFIX}"
        types = {SUFFIX: _("Back-up of a library")}
        title = _("Back up the whole library")
        path = desktop.file_to_save(self._frame, title, proposed, types)
        if path is None or self._is_busy():
            return
        self._bench.save_open(self._bench.desk.id if self._bench.desk is not None else "")
        folder = self._library.folder
        self._frame.tell(_ABOUT, _("Backing up to {file}…").format(file=isolated(str(path))))

        def done(result: object) -> None:
            self._on_packed(result, path)

        self._send(lambda: pack(folder, path, datetime.now(UTC)), done)

    def _on_packed(self, result: object, path: Path) -> None:
        if not isinstance(result, Packed):
            self._complain(result)
            return
        words = ngettext(
            "{count} agreement is backed up in {file}, with its history.",
            "{count} agreements are backed up in {file}, with their histories.",
            result.drafts,
        ).format(count=result.drafts, file=isolated(str(path)))
        if result.notes:
            self._frame.notices.take(_ABOUT)
            lines = [Line("warning-triangle", "warning", note) for note in result.notes]
            ReportDialog(_("Backed up, with notes"), words, lines, self._frame).open()
        else:
            self._frame.tell(_ABOUT, words)

    def unpack(self) -> None:
        """Ask for a back-up file and bring in what it holds."""
        path = self._frame.desktop.back_up_to_open(self._frame)
        if path is None or self._is_busy():
            return
        self._bench.put_away(lambda: self._unpack(path))

    def _unpack(self, path: Path) -> None:
        folder, local, today = self._library.folder, self._library.local, self._bench.today()

        def work() -> tuple[Brought, ...]:
            with Unpacked(path) as source:
                return bring_in(Library(folder, local), source, today)

        self._frame.tell(_ABOUT, _("Bringing {file} back…").format(file=isolated(str(path))))
        self._send(work, self._on_unpacked)

    def _on_unpacked(self, result: object) -> None:
        self._frame.page.refresh()
        if not isinstance(result, tuple):
            self._complain(result)
            return
        self._frame.notices.take(_ABOUT)
        lines = [_line_of(each) for each in result if each.fate is not Fate.SAME]
        title = _("Brought back from the back-up")
        ReportDialog(title, summary_of(result), lines, self._frame).open()

    # Checking.

    def check(self) -> None:
        """Check the whole library and show what was found."""
        if self._is_busy():
            return
        self._bench.save_open(self._bench.desk.id if self._bench.desk is not None else "")
        folder, local = self._library.folder, self._library.local
        self._frame.tell(_ABOUT, _("Checking the library…"))
        self._send(lambda: examine(Library(folder, local)), self._on_checked)

    def _on_checked(self, result: object) -> None:
        self._frame.page.refresh()
        if not isinstance(result, Report):
            self._complain(result)
            return
        self._frame.notices.take(_ABOUT)
        lines = [self._line_of(each) for each in result.findings]
        ReportDialog(_("The library was checked"), result.sentence, lines, self._frame).open()

    def _line_of(self, finding: Finding) -> Line:
        icon, role = _MARKS[finding.weight]
        words = f"{finding.weight.label}: {finding.sentence}"
        if not finding.can_be_had:
            return Line(icon, role, words)
        draft_id = finding.about
        return Line(icon, role, words, _("See what is left…"), lambda: self.show_left(draft_id))

    # What is left of a damaged draft.

    def show_left(self, draft_id: str) -> None:
        """Offer everything that is left of a draft; the choice opens as a copy."""
        self._offer(remains_of(self._library, draft_id), draft_id)

    @Slot(object)
    def show_left_in(self, path: Path) -> None:
        """Offer what can be read of a damaged file outside the library."""
        self._offer(remains_in(path, FileSystem()), path.name)

    def _offer(self, remains: tuple[Remain, ...], name: str) -> None:
        if not remains:
            words = _("Nothing of it can be read. A back-up may have it: File, “Restore from…”.")
            self._frame.tell("library", words, wrong=True)
            return
        title = next((each.agreement.title for each in remains if each.agreement.title), name)
        LeftoversDialog(title, remains, self.take, self._frame).open()

    def take_best(self, draft_id: str) -> None:
        """Open the recommended one as a copy."""
        remains = remains_of(self._library, draft_id)
        if remains:
            self.take(remains[0])

    def take(self, remain: Remain) -> None:
        """Store it as a copy and open that."""

        def store() -> None:
            copy_id = stored_copy(self._library, remain, self._bench.today())
            self._frame.page.refresh()
            self._bench.open_draft(copy_id)

        self._bench.attempt(store)

    # Errands.

    def _is_busy(self) -> bool:
        """Whether another errand is under way, which the person is told."""
        if self._errand is None:
            return False
        self._frame.tell(_ABOUT, _("A back-up or a check is under way; please wait for its end."))
        return True

    def _send(self, work: Callable[[], object], then: Callable[[object], None]) -> None:
        self._then = then
        self._errand = Errand(work, self._ended.emit, "care")
        self._errand.start()

    @Slot()
    def _on_ended(self) -> None:
        errand, self._errand = self._errand, None
        if errand is not None:
            self._then(errand.result)

    def _complain(self, result: object) -> None:
        if isinstance(result, SlaError):
            self._frame.tell(_ABOUT, str(result), wrong=True)


def _line_of(brought: Brought) -> Line:
    words = f"{brought.title or brought.id}: {brought.fate.label}. {brought.sentence}".strip()
    if brought.fate in _GRAVE:
        return Line("warning-triangle", "warning", words)
    return Line("check-circle", "success", words)
