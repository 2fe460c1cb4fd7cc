"""The daily back-up in the settings: off until a folder is chosen, and how the last one went."""

from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from slaeditor.i18n import _
from slaeditor.library.backup import ALL_DAYS, back_up, choose_folder, plan_of
from slaeditor.library.storage import reason
from slaeditor.moments import moment_in_sentence
from ui.desktop import Desktop
from ui.dialogs import Dialog
from ui.elided import Elided
from ui.errand import Errand
from ui.theme.widgets import Button, Words, hint, row_of

_WIDTH = 34  # in heights of a line of text: three buttons side by side


class BackupDialog(Dialog):
    """Folder, last time, and what failed; in use at once, without OK."""

    _backed_up = Signal()

    def __init__(self, library: Path, local: Path, desktop: Desktop, parent: QWidget) -> None:
        super().__init__(_("Daily back-up"), parent)
        self.setMinimumWidth(round(self.fontMetrics().height() * _WIDTH))
        self._library, self._local, self._desktop = library, local, desktop
        self._state, self._problem = Words(), Words("", "error")
        self._folder = Elided(in_the_middle=True)
        self._now = Button(_("Back up now"))
        self._off = Button(_("Turn off"))
        choose = Button(_("Choose folder…"), "folder-open")
        choose.clicked.connect(self._on_choose_clicked)
        self._now.clicked.connect(self._on_now_clicked)
        self._off.clicked.connect(self._on_off_clicked)
        self._backed_up.connect(self._on_backed_up)
        self.body.addWidget(Words(_("Daily back-up"), "section"))
        self.body.addWidget(self._state)
        self.body.addWidget(self._folder)
        self.body.addWidget(self._problem)
        self.body.addWidget(
            hint(
                _(
                    "Once a day, the agreements that changed and their histories are copied. "
                    "All versions of {days} days are kept, then one a month."
                ).format(days=ALL_DAYS)
            )
        )
        self.body.addLayout(row_of(choose, self._now, self._off))
        close = self.cancel_button(_("Close"))
        close.setDefault(True)
        self.add_buttons(close)
        self._show()

    def text(self) -> str:
        """What it says about the back-up."""
        return f"{self._state.text()} {self._problem.text()}".strip()

    def _show(self) -> None:
        plan = plan_of(self._local)
        words = _("Off. Choose a folder, best on another disk.")
        if plan.folder:
            words = _("None was made yet.")
            with suppress(ValueError):
                when = moment_in_sentence(datetime.fromisoformat(plan.made))
                words = _("The last one was made {when}.").format(when=when)
        self._state.setText(words)
        self._folder.set_whole(_("Kept in {folder}").format(folder=plan.folder))
        self._folder.setVisible(bool(plan.folder))
        self._problem.setText(plan.problem)
        self._problem.setVisible(bool(plan.problem))
        self._now.setVisible(bool(plan.folder))
        self._off.setVisible(bool(plan.folder))
        QTimer.singleShot(0, self, self._fit)

    def _choose(self, folder: Path | None) -> None:
        try:
            choose_folder(self._local, folder)
        except OSError as error:
            told = _("The choice could not be stored: {reason}.").format(reason=reason(error))
            self._problem.setText(told)
            self._problem.show()
            return
        self._show()

    @Slot()
    def _on_choose_clicked(self) -> None:
        plan = plan_of(self._local)
        start = Path(plan.folder) if plan.folder else self._desktop.documents()
        folder = self._desktop.folder_to_choose(self, _("Folder for the back-up"), start)
        if folder is not None:
            self._choose(folder)
            self._on_now_clicked()

    @Slot()
    def _on_off_clicked(self) -> None:
        self._choose(None)

    @Slot()
    def _on_now_clicked(self) -> None:
        library, local = self._library, self._local
        self._state.setText(_("Backing up…"))
        work = partial(back_up, library, local, datetime.now(UTC))
        Errand(work, self._backed_up.emit, "back-up").start()

    @Slot()
    def _on_backed_up(self) -> None:
        self._show()
