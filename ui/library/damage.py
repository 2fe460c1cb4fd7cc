"""What is wrong with a damaged draft, and the ways out of it. Nothing here opens or changes it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from slaeditor.i18n import _
from slaeditor.library.home import Home
from ui.library.rows import Row
from ui.theme.notices import InfoBar
from ui.theme.tokens import SMALL
from ui.theme.widgets import Button, row_of


class DamageBar(QWidget):
    """Shows while a damaged draft is chosen; the signals carry its id, or its file."""

    rescue_requested = Signal(str)
    salvage_requested = Signal(str)
    folder_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: Row | None = None
        self._bar = InfoBar("", "danger", closable=False)
        self._rescue = Button("")
        self._salvage = Button(_("Open what can be read as a copy…"))
        self._folder = Button(_("Show the file"), "folder-open")
        self._rescue.clicked.connect(self._on_rescue_clicked)
        self._salvage.clicked.connect(self._on_salvage_clicked)
        self._folder.clicked.connect(self._on_folder_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self._bar)
        column.addLayout(row_of(self._rescue, self._salvage, self._folder))
        self.hide()

    def show_row(self, row: Row | None, home: Home | None) -> None:
        """Explain that line if it is a damaged one; offer a way out where the library has one."""
        self._row = row if row is not None and row.damage else None
        self.setVisible(self._row is not None)
        if self._row is not None:
            self._bar.set_text(f"{self._row.damage} {self._row.recoverable}".strip(), "danger")
            self._offer(self._row.id, home)

    def text(self) -> str:
        """What it says."""
        return self._bar.text()

    def focus_first(self) -> None:
        """Give the keys to the first way out."""
        ways: tuple[QPushButton, ...] = (self._rescue, self._salvage, self._folder)
        button = next(each for each in ways if not each.isHidden())
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer(self, draft_id: str, home: Home | None) -> None:
        """Show the ways that there are: the recommended state by its time, and all of them."""
        from slaeditor.editing.remains import Source, remains_of  # only for a damaged draft

        remains = remains_of(home.library, draft_id) if home is not None else ()
        first = remains[0] if remains and remains[0].source is not Source.FILE else None
        self._rescue.setVisible(first is not None)
        if first is not None:
            self._rescue.setText(first.verb)
        self._salvage.setVisible(any(each.source is Source.FILE for each in remains))

    @Slot()
    def _on_rescue_clicked(self) -> None:
        if self._row is not None:
            self.rescue_requested.emit(self._row.id)

    @Slot()
    def _on_salvage_clicked(self) -> None:
        if self._row is not None:
            self.salvage_requested.emit(self._row.id)

    @Slot()
    def _on_folder_clicked(self) -> None:
        if self._row is not None:
            self.folder_requested.emit(str(self._row.path))
