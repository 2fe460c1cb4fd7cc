"""Everything that works on agreements, put together; loaded after the window shows."""

from PySide6.QtCore import QObject

from slaeditor.editing.places import Places
from ui.bench import Bench
from ui.commands import Commands
from ui.export.exporter import Exporter
from ui.frame import Frame
from ui.keeper import Keeper
from ui.recovering import Recovering
from ui.saving import SavingBars


class Workshop(QObject):
    """The bench with the open agreement, and who works at it."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        places = Places(frame.library.local)
        self.bench = Bench(frame, places)
        self.exporter = Exporter(frame, frame.notices, frame.desktop, places)
        self.commands = Commands(self.bench, self.exporter)
        self.keeper = Keeper(self.bench)
        self.saving = SavingBars(self.bench)
        self.recovering = Recovering(self.bench)
        self.bench.copy_requested.connect(self.commands.save_copy)
        self.bench.export_requested.connect(self.commands.export)
        self.bench.history_requested.connect(self.commands.show_history)

    def may_close(self) -> bool:
        """Save everything; False while the person has to decide, who closes again then."""
        self.exporter.stop()
        return self.bench.may_close()
