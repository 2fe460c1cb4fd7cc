"""Everything that works on agreements, put together; loaded after the window shows."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from slaeditor.editing.places import Places
from ui.bench import Bench
from ui.care.caretaker import Caretaker
from ui.care.tables import Tables
from ui.clashes.bars import JoiningBars
from ui.clashes.screen import ClashScreen
from ui.commands import Commands
from ui.export.exporter import Exporter
from ui.frame import Frame
from ui.keeper import Keeper
from ui.reading_only import ReadingOnly
from ui.recovering import Recovering
from ui.review.dropping import FileDrop
from ui.review.reviewer import Reviewer
from ui.saving import SavingBars

if TYPE_CHECKING:
    from ui.export.printing import Printing

_BEFORE_THE_END = 4.0
"""Seconds that saving has when the system ends the program: it waits little longer itself."""


class Workshop(QObject):
    """The bench with the open agreement, and who works at it."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._printing: Printing | None = None
        places = Places(frame.library.local)
        self.bench = Bench(frame, places)
        self.exporter = Exporter(self.bench)
        self.reviewer = Reviewer(frame)
        self.commands = Commands(self.bench, self.exporter, self.reviewer)
        self.keeper = Keeper(self.bench)
        self.care = Caretaker(self.bench)
        self.tables = Tables(self.bench)
        self.saving = SavingBars(self.bench)
        self.clashes = ClashScreen(frame)
        self.clashes.agreement_requested.connect(self.bench.show_at)
        self.joining_bars = JoiningBars(self.bench, self.clashes)
        self.reading_only = ReadingOnly(self.bench)
        self.recovering = Recovering(self.bench)
        self.drop = FileDrop(frame, lambda: not frame.shows_library)
        self.drop.dropped.connect(self.commands.import_review_file)
        self.bench.holds = self.reviewer.holds
        self.bench.closed.connect(self.reviewer.end)
        self.reviewer.agreement_requested.connect(self.bench.show_at)
        self.reviewer.comments_requested.connect(self.bench.show_comments)
        self.reviewer.record_requested.connect(self.commands.show_record)
        self.bench.salvage_requested.connect(self.care.show_left_in)
        self.bench.copy_requested.connect(self.commands.save_copy)
        self.bench.export_requested.connect(self.commands.export)
        self.bench.history_requested.connect(self.commands.show_history)

    @property
    def printing(self) -> "Printing":
        """Printing, and looking at the pages before."""
        if self._printing is None:
            from ui.export.printing import Printing  # loads what Qt has for printers

            self._printing = Printing(self.bench)
        return self._printing

    def may_close(self) -> bool:
        """Save everything; False while the person has to decide, who closes again then."""
        if self.reviewer.holds(self.bench.frame.close):
            return False
        self.exporter.stop()
        self.care.end()
        self.reviewer.stop()
        return self.bench.may_close()

    def end(self) -> str:
        """Save what can be saved in a few seconds, and put it away; says what could not be.

        That is in a recovery copy then, where this can be written. Asks nothing: the system ends
        the program.
        """
        self.exporter.stop()
        self.care.end()
        self.reviewer.end()
        self.reviewer.stop()
        desk = self.bench.desk
        if desk is None:
            return ""
        is_saved = desk.wait_until_saved(_BEFORE_THE_END)
        sentence = "" if is_saved else desk.sentence_about_failure()
        self.bench.close_desk()
        return sentence
