"""A question with the answers yes and no, and none yet."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QWidget

from slaeditor.errors import Unreadable
from slaeditor.i18n import _
from slaeditor.values import YES_NO
from ui.fields.editor import FieldEditor
from ui.fields.leaving import is_leaving
from ui.fields.spec import RowSpec
from ui.theme.tokens import WIDE
from ui.theme.widgets import ToolButton, set_look


class _Answer(QRadioButton):
    """One of the two answers; Delete and Backspace take the answer back."""

    left = Signal()
    cleared = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if is_leaving(event):
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.cleared.emit()
        else:
            super().keyPressEvent(event)


class YesNoEditor(FieldEditor):
    """Two answers side by side; neither is chosen while the value isn't set."""

    def __init__(self, spec: RowSpec, parent: QWidget | None = None) -> None:
        super().__init__(spec, parent)
        self._said = ""
        self._answers = {"yes": _Answer(_("Yes")), "no": _Answer(_("No"))}
        self._group = QButtonGroup(self)
        self._clear = ToolButton("close", _("Clear the answer"), role="muted")
        self._clear.make_small()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(WIDE)
        for answer in self._answers.values():
            self._group.addButton(answer)
            answer.clicked.connect(self._on_answer_clicked)
            answer.left.connect(self.left)
            answer.cleared.connect(self._on_cleared)
            row.addWidget(answer)
        row.addWidget(self._clear)
        row.addStretch(1)
        self._clear.clicked.connect(self._on_cleared)
        self._clear.hide()
        self.setFocusProxy(self._answers["yes"])

    @property
    def control(self) -> QWidget:
        """The answer yes."""
        return self._answers["yes"]

    def text(self) -> str:
        """The word yes or no, or nothing."""
        return next((word for word, answer in self._answers.items() if answer.isChecked()), "")

    def set_value(self, text: str, error: str = "") -> None:
        """Show the answer that `text` gives in the document's language."""
        super().set_value(self._word(text), error)
        for answer in self._answers.values():
            set_look(answer, "invalid", "true" if error else "false")

    def describe(self, name: str, description: str) -> None:
        """Name both answers after the question."""
        for answer in self._answers.values():
            answer.setAccessibleName(f"{name}: {answer.text()}")
            answer.setAccessibleDescription(description)
        self._clear.setAccessibleName(f"{_('Clear the answer')}: {self.spec.label}")

    def _word(self, text: str) -> str:
        try:
            return "yes" if YES_NO.read(text, self.spec.language) else "no"
        except Unreadable:
            return ""

    def _hold(self) -> None:
        self._offer_clearing()

    def _show_text(self, text: str) -> None:
        self._said = text
        self._group.setExclusive(False)
        for word, answer in self._answers.items():
            with QSignalBlocker(answer):
                answer.setChecked(word == text)
        self._group.setExclusive(True)
        self._offer_clearing()

    def _offer_clearing(self) -> None:
        may_clear = bool(self.text()) and not self.spec.required
        self._clear.setVisible(may_clear and not self.is_read_only)

    @Slot()
    def _on_answer_clicked(self) -> None:
        if self.is_read_only:
            self._show_text(self._said)
            return
        self._said = self.text()
        self._offer_clearing()
        self.value_edited.emit(self.text())
        self.left.emit()

    @Slot()
    def _on_cleared(self) -> None:
        if not self.text() or self.is_read_only:
            return
        self.control.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_text("")
        self.value_edited.emit("")
        self.left.emit()
