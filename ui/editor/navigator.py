"""The sections of the agreement: how far each is, and the way to it."""

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidgetItem, QProgressBar, QVBoxLayout, QWidget

from slaeditor.agreement import SECTIONS
from slaeditor.i18n import _
from slaeditor.readiness.questions import Mark, Progress
from ui.readiness.counts import complete_words, completed, state_words
from ui.side_list import MORE, PICTURE, SideList
from ui.theme.tokens import MEDIUM, SMALL, WIDE
from ui.theme.widgets import hint, set_surface

MARKS = {
    Mark.NOT_STARTED: ("circle", "muted"),
    Mark.IN_PROGRESS: ("dashed-circle", "accent"),
    Mark.NEEDS_ATTENTION: ("warning-triangle", "warning"),
    Mark.COMPLETE: ("check-circle", "success"),
}
"""The icon of each mark, and its colour; the words beside it say the same."""

_SCREENS = tuple(SECTIONS)


class Navigator(QWidget):
    """`section_chosen` asks for a section, `section_entered` for the first field in it as well."""

    section_chosen = Signal(str)
    section_entered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_surface(self, "side")
        self._count = hint("")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self.list = _Sections()
        self.list.currentRowChanged.connect(self._on_current_row_changed)
        self.list.entered_row.connect(self._on_entered_row)
        self.setFocusProxy(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(MEDIUM, WIDE, MEDIUM, MEDIUM)
        column.setSpacing(SMALL)
        for part in (self._count, self._bar, self.list):
            column.addWidget(part)

    def show_progress(self, progress: tuple[Progress, ...]) -> None:
        """Show how far each section is."""
        words = complete_words(progress)
        self._count.setText(words)
        self._bar.setRange(0, max(len(progress), 1))
        self._bar.setValue(completed(progress))
        self._bar.setAccessibleName(words)
        for row, each in enumerate(progress):
            _show(self.list.item(row), each)

    def set_current(self, screen: str) -> None:
        """Mark a section as the one shown; sends no signal."""
        self.list.blockSignals(True)
        self.list.setCurrentRow(_SCREENS.index(screen))
        self.list.blockSignals(False)

    @Slot(int)
    def _on_current_row_changed(self, row: int) -> None:
        if row >= 0:
            self.section_chosen.emit(_SCREENS[row])

    @Slot(int)
    def _on_entered_row(self, row: int) -> None:
        self.section_entered.emit(_SCREENS[row])


def _show(item: QListWidgetItem, progress: Progress) -> None:
    state = state_words(progress)
    spoken = f"{item.text()}, {state}"
    item.setData(PICTURE, MARKS[progress.mark])
    item.setData(MORE, f"{state[:1].upper()}{state[1:]}")
    item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
    item.setToolTip(spoken)


class _Sections(SideList):
    """The list; arrow keys show a section, a click or Return goes into it."""

    entered_row = Signal(int)

    def __init__(self) -> None:
        super().__init__(_("Sections"), has_second_lines=True)
        for screen in _SCREENS:
            item = QListWidgetItem(_(SECTIONS[screen]))
            item.setData(PICTURE, MARKS[Mark.NOT_STARTED])
            self.addItem(item)
        self.clicked.connect(self._on_clicked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return goes into the section."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentRow() >= 0:
            self.entered_row.emit(self.currentRow())
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self.entered_row.emit(index.row())
