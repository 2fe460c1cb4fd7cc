"""The line above the list: search, status and kind, and the button for a file of its own."""

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QWidget,
)

from slaeditor.i18n import _
from slaeditor.kinds import KIND_WORDS, Kind, Status
from ui.fields.choice_box import ChoiceBox
from ui.theme import icon
from ui.theme.tokens import MEDIUM
from ui.theme.widgets import Button

_FEWEST_LETTERS, _ENOUGH_LETTERS, _MOST_LETTERS = 16, 34, 44  # of the search line
_NO_LIMIT = 16_777_215  # pixels: Qt's own
_PAUSE = 120  # ms after the last key before texts are searched


class SearchLine(QLineEdit):
    """Where words to look for are typed; Escape empties it, Down goes to the list."""

    down_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(_("Search titles, parties and text"))
        self.setAccessibleName(_("Search agreements"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)

    @property
    def least(self) -> int:
        """The fewest pixels that it is of use in."""
        return self.fontMetrics().averageCharWidth() * _FEWEST_LETTERS

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape and Down; the rest is typing."""
        if event.key() == QtCore.Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == QtCore.Qt.Key.Key_Down:
            self.down_pressed.emit()
        else:
            super().keyPressEvent(event)


class Filters(QWidget):
    """`changed` comes at once, `settled` a moment after the last key in the search."""

    changed = Signal()
    settled = Signal()
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
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self.settled)
        self.search.textChanged.connect(self._on_text_changed)
        self.status.activated.connect(self.changed)
        self.kind.activated.connect(self.changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make use of the room."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Larger words need more room."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def minimumSizeHint(self) -> QSize:
        """The width of the wider box: what has no room beside another stands under it."""
        widest = max(box.sizeHint().width() for box in (self.status, self.kind))
        return QSize(widest, super().minimumSizeHint().height())

    def _lay_out(self) -> None:
        across = QBoxLayout.Direction.LeftToRight
        self._boxes, self._line = QBoxLayout(across), QBoxLayout(across)
        for words, box in ((_("Status"), self.status), (_("Kind"), self.kind)):
            self._boxes.addWidget(_spoken_label(words, box))
            self._boxes.addWidget(box)
        self._line.addWidget(self.search, 2)
        self._line.addLayout(self._boxes)
        for layout in (self._boxes, self._line):
            layout.setSpacing(MEDIUM)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(MEDIUM)
        row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        row.addLayout(self._line, 1)
        row.addStretch(0)
        row.addWidget(self._open)

    def _fit(self) -> None:
        """Leave the button to the menu, then break the line, before anything is cut off."""
        if self.layout() is None:  # on the way up
            return
        metrics = self.fontMetrics()
        boxes = [box.sizeHint().width() for box in (self.status, self.kind)]
        both = sum(boxes) + MEDIUM
        in_line = self.search.least + MEDIUM + both
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        all_words = metrics.averageCharWidth() * (_ENOUGH_LETTERS - _FEWEST_LETTERS)
        beside = MEDIUM + self._open.sizeHint().width()
        self._open.setVisible(self.width() >= in_line + all_words + beside)
        is_line = self.width() >= in_line
        self._line.setDirection(across if is_line else down)
        self._boxes.setDirection(across if self.width() >= both else down)
        widest = metrics.averageCharWidth() * _MOST_LETTERS
        parts = (self.search, self.status, self.kind)
        for part, most in zip(parts, (widest, *boxes), strict=True):
            part.setMaximumWidth(most if is_line else _NO_LIMIT)

    @property
    def words(self) -> str:
        """What is looked for."""
        return self.search.text().strip()

    @property
    def is_narrowing(self) -> bool:
        """Whether anything is asked for at all."""
        return bool(self.words or self.status.currentData() or self.kind.currentData())

    @property
    def state(self) -> tuple[str, str]:
        """The status and the kind asked for; an empty text stands for any."""
        return self.status.currentData(), self.kind.currentData()

    def reset(self) -> None:
        """Ask for nothing."""
        self.status.setCurrentIndex(0)
        self.kind.setCurrentIndex(0)
        self.search.clear()
        self.changed.emit()

    def set_in_use(self, in_use: bool) -> None:
        """There is nothing to search in an empty library."""
        for part in (self.search, self.status, self.kind):
            part.setEnabled(in_use)

    @Slot()
    def _on_text_changed(self) -> None:
        self._timer.start()
        self.changed.emit()


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
