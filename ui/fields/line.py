"""One line of text."""

import re

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QSizePolicy, QWidget

from ui.fields.editor import FieldEditor, end_of_change, example_of, is_window_key
from ui.fields.leaving import is_leaving
from ui.fields.spec import RowSpec
from ui.theme.tokens import SMALL
from ui.theme.widgets import Words

_BREAKS = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
_LONGEST = 1_000_000


def drop_undo(menu: QMenu) -> None:
    """Take Qt's own Undo and Redo out of a field's menu, with the line under them."""
    for action in menu.actions():
        if action.objectName() in ("edit-undo", "edit-redo"):
            menu.removeAction(action)
    first = menu.actions()[0] if menu.actions() else None
    if first is not None and first.isSeparator():
        menu.removeAction(first)


class TypedLine(QLineEdit):
    """A line edit without an undo of its own; what is pasted becomes one line."""

    typed = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(_LONGEST)
        self._suffix: QLabel | None = None
        self._most_digits = 0
        self.textEdited.connect(self._on_text_edited)
        self.returnPressed.connect(self.left)

    def show_text(self, text: str) -> None:
        """Put `text` in; with the focus here, the cursor stands behind what changed."""
        before = self.text()
        if text == before:
            return
        self.setText(text)
        self.setCursorPosition(end_of_change(before, text) if self.hasFocus() else 0)

    def set_suffix(self, text: str) -> None:
        """Show a unit at the end of the line."""
        if self._suffix is None:
            self._suffix = Words(role="muted", parent=self)
            self._suffix.setWordWrap(False)
            self._suffix.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._suffix.setText(text)
        self._fit()

    def limit_width(self, most_digits: int) -> None:
        """Become no wider than so many digits and the unit."""
        self._most_digits = most_digits
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Leave the keys of the window's actions to the window."""
        if is_window_key(event):
            event.ignore()
            return True
        return super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the usual menu without Qt's own undo."""
        menu = self.createStandardContextMenu()
        drop_undo(menu)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the person is done here; a long text shows its beginning again."""
        super().focusOutEvent(event)
        if is_leaving(event):
            self.left.emit()
            self.setCursorPosition(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the unit at the end."""
        super().resizeEvent(event)
        self._place_suffix()

    def changeEvent(self, event: QEvent) -> None:
        """Make room for value and unit in the new font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _suffix_width(self) -> int:
        # Measured in the line's own font: the label's follows only later.
        text = self._suffix.text() if self._suffix is not None else ""
        return self.fontMetrics().horizontalAdvance(text)

    def _fit(self) -> None:
        room = self._suffix_width() + SMALL if self._suffix is not None else 0
        if self._most_digits:
            digits = self.fontMetrics().horizontalAdvance("0") * self._most_digits
            self.setMaximumWidth(digits + room)
        right_to_left = self.isRightToLeft()
        self.setTextMargins(room if right_to_left else 0, 0, 0 if right_to_left else room, 0)
        self._place_suffix()

    def _place_suffix(self) -> None:
        if self._suffix is None:
            return
        width = self._suffix_width() + 2
        left = SMALL if self.isRightToLeft() else self.width() - width - SMALL
        self._suffix.setGeometry(left, 0, width, self.height())

    @Slot(str)
    def _on_text_edited(self, text: str) -> None:
        line = _BREAKS.sub(" ", text)
        if line != text:
            position = self.cursorPosition() - len(text) + len(line)
            self.setText(line)
            self.setCursorPosition(position)
        self.typed.emit(line)


class LineEditor(FieldEditor):
    """Edits a text of one line; the base of everything that is typed on one line."""

    def __init__(self, spec: RowSpec, parent: QWidget | None = None) -> None:
        super().__init__(spec, parent)
        self.line = self._make_line()
        self.line.setPlaceholderText(example_of(spec))
        self.line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.line.typed.connect(self.value_edited)
        self.line.left.connect(self.left)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(SMALL)
        self.row.addWidget(self.line, 1)
        self.setFocusProxy(self.line)

    @property
    def control(self) -> QWidget:
        """The line edit."""
        return self.line

    def text(self) -> str:
        """The text as typed."""
        return self.line.text()

    def pick(self, text: str) -> None:
        """Take `text` as if the person had typed it and left."""
        if self.is_read_only:
            return
        if text != self.line.text():
            self.line.show_text(text)
            self.value_edited.emit(text)
        self.left.emit()

    def _make_line(self) -> TypedLine:
        return TypedLine()

    def _hold(self) -> None:
        self.line.setReadOnly(True)
        self.line.setPlaceholderText("")

    def _show_text(self, text: str) -> None:
        self.line.show_text(text)
