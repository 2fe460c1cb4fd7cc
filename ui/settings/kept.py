"""Where the agreements are kept: the folder, another one from the next start on, and back-ups."""

import os
from pathlib import Path

from PySide6.QtCore import Signal, Slot

from slaeditor.i18n import _
from slaeditor.library.storage import reason
from slaeditor.settings import (
    LIBRARY_VARIABLE,
    choose_library,
    chosen_library,
    library_folder,
    local_folder,
    usual_library,
)
from ui.desktop import Desktop
from ui.settings.backup import BackupDialog
from ui.theme.widgets import Button, Card, Words, hint, row_of


class KeptCard(Card):
    """The part of the settings that is about the library's folder; `grown` when it says more."""

    grown = Signal()

    def __init__(self, library: Path, desktop: Desktop) -> None:
        super().__init__(_("Where agreements are kept"))
        self._library, self._desktop = library, desktop
        self._has_chosen = False
        self._next, self._problem = Words(), Words("", "error")
        self.usual = Button(_("Usual folder"))
        another = Button(_("Another folder…"))
        another.setHidden(LIBRARY_VARIABLE in os.environ)  # which counts more than a choice
        show = Button(_("Open folder"), "folder-open")
        backup = Button(_("Daily back-up…"))
        show.clicked.connect(self._on_show_clicked)
        another.clicked.connect(self._on_another_clicked)
        self.usual.clicked.connect(self._on_usual_clicked)
        backup.clicked.connect(self._on_backup_clicked)
        self.body.addWidget(Words(str(library)))
        words = _(
            "Everything is saved by itself, and nothing leaves this folder. One that a sync tool "
            "keeps in step with other computers is shared with them."
        )
        self.body.addWidget(hint(words))
        self.body.addLayout(row_of(show, backup))
        self.body.addLayout(row_of(another, self.usual))
        self.body.addWidget(self._next)
        self.body.addWidget(self._problem)
        self._problem.hide()
        self._show()

    def text(self) -> str:
        """What it says about the next start."""
        return f"{self._next.text()} {self._problem.text()}".strip()

    def _show(self) -> None:
        following = library_folder()
        self._next.setText(
            _(
                "From the next start on: {folder}. What is kept here stays here; a back-up of the "
                "whole library (menu File) takes it along."
            ).format(folder=following)
        )
        self._next.setVisible(self._has_chosen and following != self._library)
        self.usual.setVisible(chosen_library() is not None)
        self.grown.emit()

    def _choose(self, folder: Path | None) -> None:
        try:
            choose_library(folder)
        except OSError as error:
            told = _("The choice could not be stored: {reason}.").format(reason=reason(error))
            self._problem.setText(told)
            self._problem.show()
            self.grown.emit()
            return
        self._problem.hide()
        self._has_chosen = True
        self._show()

    @Slot()
    def _on_another_clicked(self) -> None:
        title = _("Folder for the agreements")
        folder = self._desktop.folder_to_choose(self, title, chosen_library() or usual_library())
        if folder is not None:
            self._choose(folder)

    @Slot()
    def _on_usual_clicked(self) -> None:
        self._choose(None)

    @Slot()
    def _on_backup_clicked(self) -> None:
        BackupDialog(self._library, local_folder(self._library), self._desktop, self).open()

    @Slot()
    def _on_show_clicked(self) -> None:
        folder = self._library
        while not folder.exists() and folder != folder.parent:
            folder = folder.parent
        self._desktop.open(folder)
