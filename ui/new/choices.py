"""A question answered by one of a few radio buttons, each with a line that explains it."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from ui.theme.tokens import PAGE, SMALL, TIGHT
from ui.theme.widgets import Words, hint


class RadioChoices(QWidget):
    """`picked` says that the person chose another answer."""

    picked = Signal()

    def __init__(self, question: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: dict[QRadioButton, str] = {}
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SMALL)
        if question:
            self._column.addWidget(Words(question, "label"))
        self._question = question
        self._answers = QVBoxLayout()
        self._answers.setSpacing(SMALL)
        self._column.addLayout(self._answers)
        self._group.buttonClicked.connect(self._on_button_clicked)

    def offer(self, answers: Iterable[tuple[str, str, str]], chosen: str = "") -> None:
        """Offer these: (value, words, explanation); the first is chosen where `chosen` isn't."""
        self._clear()
        for value, words, explanation in answers:
            self._add(value, words, explanation)
        self.choose(chosen)

    def choose(self, value: str) -> None:
        """Choose an answer without a signal; the first one where there is none of that value."""
        buttons = list(self._values)
        wanted = [button for button in buttons if self._values[button] == value] or buttons[:1]
        for button in wanted:
            button.setChecked(True)

    def value(self) -> str:
        """The value of the answer chosen; empty where none is offered."""
        checked = self._group.checkedButton()
        return self._values[checked] if isinstance(checked, QRadioButton) else ""

    def focus_first(self) -> None:
        """Give the keys to the answer chosen."""
        button = self._group.checkedButton()
        if button is not None:
            button.setFocus(Qt.FocusReason.TabFocusReason)

    def _add(self, value: str, words: str, explanation: str) -> None:
        button = QRadioButton(words.replace("&", "&&"))
        spoken = f"{self._question} {words}".strip() if self._question else words
        button.setAccessibleName(spoken)
        button.setAccessibleDescription(explanation)
        self._group.addButton(button)
        self._values[button] = value
        self._answers.addWidget(button)
        if explanation:
            line = hint(explanation)
            line.setContentsMargins(PAGE, 0, 0, TIGHT)
            self._answers.addWidget(line)

    def _clear(self) -> None:
        for button in self._values:
            self._group.removeButton(button)
        self._values.clear()
        while (item := self._answers.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    @Slot()
    def _on_button_clicked(self) -> None:
        self.picked.emit()
