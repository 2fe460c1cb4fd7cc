"""Several lines of text, and lists with one item a line."""

from math import ceil

from PySide6.QtCore import QEvent, QSignalBlocker, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from slaeditor.i18n import _
from slaeditor.values import NONE_STATED, is_none_stated
from ui.fields.editor import FieldEditor, end_of_change, example_of, is_window_key
from ui.fields.leaving import is_leaving
from ui.fields.line import drop_undo
from ui.fields.spec import RowSpec
from ui.theme.tokens import TIGHT

_MOST_LINES = 16
_PARAGRAPH = "\N{PARAGRAPH SEPARATOR}"
_EDGES = 20  # border, padding and margin of the document, above and below


class ProseBox(QPlainTextEdit):
    """Grows with its text, has no undo of its own, and Tab goes to the next field."""

    typed = Signal(str)
    left = Signal()

    def __init__(self, fewest_lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fewest = fewest_lines
        self._shown = ""
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._on_text_changed)
        layout = self.document().documentLayout()
        layout.documentSizeChanged.connect(self._on_document_size_changed)
        self._fit()

    def show_text(self, text: str) -> None:
        """Put `text` in; with the focus here, the cursor stands behind what changed."""
        before = self._shown
        if text == before:
            return
        self._shown = text
        with QSignalBlocker(self):  # what Qt keeps may differ in line ends, and nobody typed it
            self.setPlainText(text)
        if self.hasFocus():
            cursor = self.textCursor()
            last = self.document().characterCount() - 1  # Qt counts a line end of two as one
            cursor.setPosition(min(end_of_change(before, text), last))
            self.setTextCursor(cursor)

    def text(self) -> str:
        """The text as typed, lines ended by line feeds."""
        return self._shown

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
        """Tell that the person is done here."""
        super().focusOutEvent(event)
        if is_leaving(event):
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height that the text needs when it wraps at another width."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Take the height that a new font needs."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    @Slot()
    def _on_text_changed(self) -> None:
        # `toPlainText` would turn no-break spaces into blanks.
        text = self.document().toRawText().replace(_PARAGRAPH, "\n")
        if text != self._shown:
            self._shown = text
            self.typed.emit(text)

    @Slot(QSizeF)
    def _on_document_size_changed(self, size: QSizeF) -> None:
        self._fit()

    def _fit(self) -> None:
        # A plain text document counts its height in lines, wrapped ones included.
        lines = round(self.document().size().height())
        # A bar that comes and goes would wrap the text anew each time.
        policy = Qt.ScrollBarPolicy
        is_full = lines > _MOST_LINES
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if is_full else policy.ScrollBarAlwaysOff
        )
        lines = min(max(lines, self._fewest), _MOST_LINES)
        height = lines * ceil(QFontMetricsF(self.font()).lineSpacing()) + _EDGES
        if height != self.minimumHeight():
            self.setFixedHeight(height)


class ProseEditor(FieldEditor):
    """Edits prose; where "None" is an answer, a box to tick gives it."""

    fewest_lines = 3

    def __init__(self, spec: RowSpec, parent: QWidget | None = None) -> None:
        super().__init__(spec, parent)
        self.box = ProseBox(self.fewest_lines)
        self.box.setPlaceholderText(example_of(spec))
        self.box.typed.connect(self.value_edited)
        self.box.left.connect(self._on_box_left)
        self.none_box: QCheckBox | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addWidget(self.box)
        if spec.none_allowed:
            self.none_box = QCheckBox(_("None"))
            self.none_box.setToolTip(_("State that there is deliberately nothing here"))
            self.none_box.clicked.connect(self._on_none_clicked)
            column.addWidget(self.none_box)
        self.setFocusProxy(self.box)

    @property
    def control(self) -> QWidget:
        """The box of text."""
        return self.box

    def text(self) -> str:
        """The text as typed, or `NONE_STATED`."""
        if self.none_box is not None and self.none_box.isChecked():
            return NONE_STATED
        return self.box.text()

    def describe(self, name: str, description: str) -> None:
        """Name the box of text, and the box to tick after it."""
        super().describe(name, description)
        if self.none_box is not None:
            self.none_box.setAccessibleName(f"{self.spec.label}: {self.none_box.text()}")

    def _hold(self) -> None:
        flags = Qt.TextInteractionFlag
        self.box.setTextInteractionFlags(
            flags.TextSelectableByMouse | flags.TextSelectableByKeyboard
        )
        self.box.setPlaceholderText("")

    def _show_text(self, text: str) -> None:
        if self.none_box is not None and not self.box.hasFocus():
            self._show_none(is_none_stated(text))
            if is_none_stated(text):
                return
        self.box.show_text(text)

    def _show_none(self, stated: bool) -> None:
        if self.none_box is not None:
            with QSignalBlocker(self.none_box):
                self.none_box.setChecked(stated)
            self.box.setEnabled(not stated)
            if stated and is_none_stated(self.box.text()):
                self.box.show_text("")

    @Slot()
    def _on_box_left(self) -> None:
        if self.none_box is not None and is_none_stated(self.box.text()):
            self._show_none(True)
        self.left.emit()

    @Slot(bool)
    def _on_none_clicked(self, stated: bool) -> None:
        if self.is_read_only:
            self._show_none(not stated)
            return
        self._show_none(stated)
        self.value_edited.emit(self.text())
        self.left.emit()


class SeriesEditor(ProseEditor):
    """Edits several measured numbers, separated by blanks or lines."""

    fewest_lines = 2
