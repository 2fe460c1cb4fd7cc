"""What the program is, where it keeps things, and whose work it stands on."""

from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QWidget

from slaeditor import __version__
from slaeditor.i18n import _
from ui.dialogs import Dialog
from ui.theme.tokens import TIGHT
from ui.theme.widgets import Card, Words, column_of, hint, page_title

_PARTS = (
    ("PySide6-Essentials", "Qt for Python", "LGPL-3.0"),
    ("python-docx", "python-docx", "MIT"),
    ("lxml", "lxml", "BSD-3-Clause"),
    ("tinydb", "TinyDB", "MIT"),
    ("msgspec", "msgspec", "BSD-3-Clause"),
    ("Babel", "Babel", "BSD-3-Clause"),
    ("filelock", "filelock", "MIT"),
    ("platformdirs", "platformdirs", "MIT"),
)
"""Package, its name as people know it, and its licence as its package states it."""


class AboutDialog(Dialog):
    """Version, privacy, folders and licences."""

    def __init__(self, library: Path, parent: QWidget) -> None:
        super().__init__(_("About SLA Editor"), parent)
        self.body.addWidget(page_title("SLA Editor"))
        self.body.addWidget(
            hint(_("Version {version}, with Qt {qt}").format(version=__version__, qt=qVersion()))
        )
        self.body.addWidget(Words(_("This program never goes online.")))
        self.body.addWidget(hint(_("Your agreements are in {folder}").format(folder=library)))
        card = Card(_("Licences"))
        lines = [Words(_("SLA Editor itself is under the MIT licence. It stands on:"))]
        lines += [hint(f"{name} {_version(package)} · {terms}") for package, name, terms in _PARTS]
        card.body.addLayout(column_of(lines, TIGHT))
        self.body.addWidget(card)
        close = self.cancel_button(_("Close"))
        close.setDefault(True)
        self.add_buttons(close)


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
