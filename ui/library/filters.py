"""The line above the list: search, status and kind, and the button for a file of its own."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QWidget

from slaeditor.i18n import _
from slaeditor.kinds import KIND_WORDS, Kind, Status
from ui.fields.choice import ChoiceBox
from ui.library.rows import Row
from ui.theme import icon
from ui.theme.tokens import MEDIUM
from ui.theme.widgets import Button

_NARROWEST = 130  # pixels of the search line
_PAUSE = 150  # ms after the last key before the search begins


class SearchLine(QLineEdit):
    """Where words to look for are typed; Escape empties it, Down goes to the list."""

    down_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(_("Search titles, parties and text"))
        self.setAccessibleName(_("Search agreements"))
        self.setMinimumWidth(_NARROWEST)
        self.setMaximumWidth(360)
        self.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape and Down; the rest is typing."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.down_pressed.emit()
        else:
            super().keyPressEvent(event)


class Filters(QWidget):
    """`changed` comes a moment after the last key in the search, at once from the boxes."""

    changed = Signal()
    file_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchLine()
        self.status = _box(_("Any status"), [(each.value, each.label) for each in Status])
        kinds = [(each.value, KIND_WORDS[each].short) for each in Kind if KIND_WORDS[each].ready]
        self.kind = _box(_("Any kind"), kinds)
        self._open = Button(_("Open file…"), "folder-open")
        self._open.clicked.connect(self.file_requested)
        self.setFocusProxy(self.search)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(MEDIUM)
        row.addWidget(self.search, 2)
        for words, box in ((_("Status"), self.status), (_("Kind"), self.kind)):
            row.addWidget(_spoken_label(words, box))
            row.addWidget(box)
        row.addStretch(1)
        row.addWidget(self._open)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self.changed)
        self.search.textChanged.connect(self._on_text_changed)
        self.status.activated.connect(self.changed)
        self.kind.activated.connect(self.changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the button to the menu where the search would have no room beside it."""
        super().resizeEvent(event)
        parts = (self.status, self.kind, self._open)
        needed = _NARROWEST + sum(part.sizeHint().width() + MEDIUM for part in parts)
        self._open.setVisible(self.width() >= needed)

    @property
    def words(self) -> str:
        """What is looked for."""
        return self.search.text().strip()

    @property
    def is_narrowing(self) -> bool:
        """Whether anything is asked for at all."""
        return bool(self.words or self.status.currentData() or self.kind.currentData())

    def fits(self, row: Row) -> bool:
        """Whether a line has the status and the kind asked for; damaged files always fit."""
        if row.damage:
            return not self.is_narrowing
        status, kind = self.status.currentData(), self.kind.currentData()
        return status in ("", row.status or Status.DRAFT.value) and kind in ("", row.kind)

    def reset(self) -> None:
        """Ask for nothing."""
        self.search.clear()
        self.status.setCurrentIndex(0)
        self.kind.setCurrentIndex(0)
        self.changed.emit()

    def set_in_use(self, in_use: bool) -> None:
        """There is nothing to search in an empty library."""
        for part in (self.search, self.status, self.kind):
            part.setEnabled(in_use)

    @Slot()
    def _on_text_changed(self) -> None:
        self._timer.start()


class _SizedBox(ChoiceBox):
    """A box as wide as its longest word."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)


def _box(nothing: str, choices: list[tuple[str, str]]) -> QComboBox:
    box = _SizedBox()
    box.addItem(nothing, "")
    for value, label in choices:
        box.addItem(label, value)
    return box


def _spoken_label(words: str, box: QComboBox) -> QLabel:
    """A label that only a screen reader meets: the box shows what it is about by itself."""
    label = QLabel(words)
    label.setBuddy(box)
    label.setFixedSize(0, 0)
    label.hide()
    box.setAccessibleName(words)
    return label
