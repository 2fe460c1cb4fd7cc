"""One of a few words."""

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from slaeditor.i18n import _
from ui.fields.choice_box import ChoiceBox
from ui.fields.editor import FieldEditor
from ui.fields.spec import RowSpec
from ui.theme.widgets import tip


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

    def _hold(self) -> None:
        self.combo.is_read_only = True

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
        if self.is_read_only:
            self._show_text(self._chosen)
            return
        if value != self._chosen:
            self._chosen = value
            self.combo.setToolTip(tip(self.combo.currentText()) if value else "")
            self.value_edited.emit(value)
        self.left.emit()
