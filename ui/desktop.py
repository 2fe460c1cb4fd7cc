"""What the window asks of the desktop around it: file dialogs, opening files and folders."""

import re
from pathlib import Path

from PySide6.QtCore import QDir, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from slaeditor.i18n import _

_UNFIT = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
_LONGEST = 80


def file_stem(title: str) -> str:
    """A name for a file about something with that title, without what no system allows in it."""
    words = " ".join(_UNFIT.sub(" ", title).split())[:_LONGEST]
    return words.strip(" .") or _("Agreement")


class Desktop:
    """The real one; tests use one of their own, because nobody answers a file dialog there."""

    def documents(self) -> Path:
        """The person's folder for documents."""
        place = QStandardPaths.StandardLocation.DocumentsLocation
        return Path(QStandardPaths.writableLocation(place) or QDir.homePath())

    def file_to_open(self, parent: QWidget) -> Path | None:
        """Ask for a draft's file."""
        types = _("Agreements (*.sla *.json);;All files (*)")
        name, _chosen = QFileDialog.getOpenFileName(
            parent, _("Open a file"), str(self.documents()), types
        )
        return Path(name) if name else None

    def review_to_open(self, parent: QWidget) -> Path | None:
        """Ask for a Word file that came back from a review."""
        types = _("Word documents (*.docx);;All files (*)")
        name, _chosen = QFileDialog.getOpenFileName(
            parent, _("Import a review"), str(self.documents()), types
        )
        return Path(name) if name else None

    def house_to_open(self, parent: QWidget) -> Path | None:
        """Ask for the firm's Word template."""
        types = _("Word templates (*.dotx *.docx);;All files (*)")
        name, _chosen = QFileDialog.getOpenFileName(
            parent, _("Choose a house template"), str(self.documents()), types
        )
        return Path(name) if name else None

    def table_to_open(self, parent: QWidget) -> Path | None:
        """Ask for a table that a spreadsheet saved as CSV."""
        types = _("Tables (*.csv *.tsv *.txt);;All files (*)")
        name, _chosen = QFileDialog.getOpenFileName(
            parent, _("Service levels from a spreadsheet"), str(self.documents()), types
        )
        return Path(name) if name else None

    def back_up_to_open(self, parent: QWidget) -> Path | None:
        """Ask for a whole library in one file."""
        types = _("Back-ups of a library (*.slalib);;All files (*)")
        name, _chosen = QFileDialog.getOpenFileName(
            parent, _("Restore from a back-up file"), str(self.documents()), types
        )
        return Path(name) if name else None

    def folder_to_choose(self, parent: QWidget, title: str, start: Path) -> Path | None:
        """Ask for a folder."""
        name = QFileDialog.getExistingDirectory(parent, title, str(start))
        return Path(name) if name else None

    def file_to_save(
        self, parent: QWidget, title: str, proposed: Path, types: dict[str, str]
    ) -> Path | None:
        """Ask where to write; `types` are words by suffix. The suffix is added where it lacks."""
        filters = {f"{words} (*{suffix})": suffix for suffix, words in types.items()}
        first = next((f for f, s in filters.items() if s == proposed.suffix), next(iter(filters)))
        name, chosen = QFileDialog.getSaveFileName(
            parent, title, str(proposed), ";;".join(filters), first
        )
        if not name:
            return None
        path = Path(name)
        if path.suffix.lower() in types:
            return path
        return path.with_name(path.name + filters.get(chosen, proposed.suffix))

    def open(self, path: Path) -> bool:
        """Show a file in the program that it belongs to, or a folder in the file manager."""
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
