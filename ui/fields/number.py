"""Numbers: typed as text, with their unit at the end of the line; Up and Down count."""

from decimal import Decimal

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from slaeditor.errors import Unreadable
from slaeditor.values import NUMBER, WHOLE
from ui.fields.line import LineEditor, TypedLine
from ui.fields.spec import RowSpec

_MOST_DIGITS = 16


class _CountingLine(TypedLine):
    """A line whose arrow keys ask for a step."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        steps = {Qt.Key.Key_Up.value: 1, Qt.Key.Key_Down.value: -1}
        if event.key() in steps and plain == Qt.KeyboardModifier.NoModifier:
            self.stepped.emit(steps[event.key()])
        else:
            super().keyPressEvent(event)


class NumberEditor(LineEditor):
    """Edits a number; a step counts in the last digit that was typed, and never below nought."""

    def __init__(self, spec: RowSpec, parent: QWidget | None = None) -> None:
        super().__init__(spec, parent)
        if spec.unit:
            self.line.set_suffix(spec.unit)
        self.line.limit_width(_MOST_DIGITS)
        self.row.addStretch(0)

    def describe(self, name: str, description: str) -> None:
        """Say the unit as well: the eye sees it in the line."""
        unit = f"{self.spec.unit}. " if self.spec.unit else ""
        super().describe(name, f"{unit}{description}".strip())

    def stepped(self, text: str, steps: int) -> str:
        """The number `steps` further, written in the document's language; `text` if unreadable."""
        try:
            number = NUMBER.read(text, self.spec.language)
        except Unreadable:
            return text
        exponent = number.as_tuple().exponent
        digit = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
        return NUMBER.write(max(number + steps * digit, Decimal(0) * digit), self.spec.language)

    def _make_line(self) -> TypedLine:
        line = _CountingLine()
        line.stepped.connect(self._on_stepped)
        return line

    @Slot(int)
    def _on_stepped(self, steps: int) -> None:
        text = self.line.text() if self.is_read_only else self.stepped(self.line.text(), steps)
        if text != self.line.text():
            self.line.show_text(text)
            self.value_edited.emit(text)


class WholeEditor(NumberEditor):
    """Edits a whole number."""

    def stepped(self, text: str, steps: int) -> str:
        """The number `steps` further; `text` where it is no whole number."""
        try:
            number = WHOLE.read(text, self.spec.language)
        except Unreadable:
            return text
        return WHOLE.write(max(number + steps, 0), self.spec.language)
