"""One of a few words."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyledItemDelegate, QVBoxLayout, QWidget

from slaeditor.i18n import _
from ui.fields.editor import FieldEditor, is_leaving
from ui.fields.spec import RowSpec
from ui.theme.widgets import tip

_FEWEST_LETTERS = 7


class ChoiceBox(QComboBox):
    """A combo box that the mouse wheel can't change, and whose list is as wide as its words."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setItemDelegate(QStyledItemDelegate(self))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_FEWEST_LETTERS)
        self.setMaxVisibleItems(14)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the form scroll: a wheel must never change what an agreement says."""
        event.ignore()

    def showPopup(self) -> None:
        """Open the list, wide enough for every word in it."""
        view = self.view()
        bar = view.verticalScrollBar().sizeHint().width()
        view.setMinimumWidth(max(self.width(), view.sizeHintForColumn(0) + bar + 12))
        super().showPopup()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the person is done here."""
        super().focusOutEvent(event)
        if is_leaving(event):
            self.left.emit()


class ChoiceEditor(FieldEditor):
    """Chooses one of the field's words; the first entry stands for none chosen."""

    def __init__(self, spec: RowSpec, parent: QWidget | None = None) -> None:
        super().__init__(spec, parent)
        self.combo = ChoiceBox()
        self._chosen = ""
        self._known = 0
        self.set_choices(spec.choices)
        self.combo.activated.connect(self._on_activated)
        self.combo.left.connect(self.left)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.combo)
        self.setFocusProxy(self.combo)

    def set_choices(self, choices: tuple[tuple[str, str], ...]) -> None:
        """Offer other (value, label) pairs; what is chosen stays chosen."""
        self._labels = {label: value for value, label in choices}
        with QSignalBlocker(self.combo):
            self.combo.clear()
            self.combo.addItem(_("Choose…"), "")
            for value, label in choices:
                self.combo.addItem(label, value)
        self._known = self.combo.count()
        self._show_text(self._chosen)

    @property
    def control(self) -> QWidget:
        """The combo box."""
        return self.combo

    def text(self) -> str:
        """The stored word of the choice, or nothing."""
        return self._chosen

    def set_value(self, text: str, error: str = "") -> None:
        """Show the choice with this stored word or label; a word that isn't offered is kept."""
        values = self._labels.values()
        super().set_value(text if text in values else self._labels.get(text, text), error)

    def _show_text(self, text: str) -> None:
        self._chosen = text
        with QSignalBlocker(self.combo):
            while self.combo.count() > self._known:
                self.combo.removeItem(self.combo.count() - 1)
            index = self.combo.findData(text)
            if index < 0:
                self.combo.addItem(text, text)
                index = self.combo.count() - 1
            self.combo.setCurrentIndex(index)
        self.combo.setToolTip(tip(self.combo.currentText()) if text else "")

    @Slot(int)
    def _on_activated(self, index: int) -> None:
        value = str(self.combo.itemData(index))
        if value != self._chosen:
            self._chosen = value
            self.combo.setToolTip(tip(self.combo.currentText()) if value else "")
            self.value_edited.emit(value)
        self.left.emit()
