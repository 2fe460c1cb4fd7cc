"""What is wrong with a damaged draft, and the ways out of it. Nothing here opens or changes it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from slaeditor.errors import SlaError
from slaeditor.i18n import _
from slaeditor.library.home import Home
from ui.library.rows import Row
from ui.theme.notices import InfoBar


class DamageBar(QWidget):
    """Shows while a damaged draft is chosen; the signals carry its id, or its file."""

    rescue_requested = Signal(str)
    folder_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: Row | None = None
        self._bar = InfoBar("", "danger", closable=False)
        self._rescue = self._bar.add_button(_("Open the last good version"), self._ask_rescue)
        self._folder = self._bar.add_button(_("Show in folder"), self._ask_folder)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._bar)
        self.hide()

    def show_row(self, row: Row | None, home: Home | None) -> None:
        """Explain that line if it is a damaged one; offer a way out where the library has one."""
        self._row = row if row is not None and row.damage else None
        self.setVisible(self._row is not None)
        if self._row is not None:
            self._bar.set_text(f"{self._row.damage} {self._row.recoverable}".strip(), "danger")
            self._rescue.setVisible(home is not None and _has_earlier(home, self._row.id))

    def text(self) -> str:
        """What it says."""
        return self._bar.text()

    def focus_first(self) -> None:
        """Give the keys to the first way out."""
        button = self._folder if self._rescue.isHidden() else self._rescue
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_rescue(self) -> None:
        if self._row is not None:
            self.rescue_requested.emit(self._row.id)

    def _ask_folder(self) -> None:
        if self._row is not None:
            self.folder_requested.emit(str(self._row.path))


def _has_earlier(home: Home, draft_id: str) -> bool:
    """Whether a point or a recovery copy may help; `rescue` finds out whether it does."""
    library = home.library
    try:
        if library.history(draft_id).points():
            return True
    except SlaError:
        return any(each.id == draft_id for each in library.recoveries())
    return any(each.id == draft_id for each in library.recoveries())
