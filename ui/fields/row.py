"""One field on a form: label, hint, editor, what is wrong with it, and why it matters."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from slaeditor.i18n import _
from ui.fields.other_version import OtherVersion
from ui.fields.registry import editor_for
from ui.fields.spec import RowSpec
from ui.fields.suggestion import Suggestion
from ui.tab_order import line_up
from ui.theme.tokens import SMALL, TIGHT
from ui.theme.widgets import Mark, ToolButton, Words, hint

_SMALLEST_TARGET = 27


class FieldRow(QWidget):
    """Everything a person sees of one field; the signals carry the field's path.

    `value_edited` (path, text as typed) and `left` (path) come from the editor; `confirmed` (path)
    says that a suggested value is to be kept, `comparison_requested` (path) that the person wants
    to see what another computer wrote here. What shows now and then only (an error, a question, a
    reason) is made when it shows first: most rows never need it.

    Where `asks_itself` is false, somebody else asks whether a suggested value is to be kept.
    """

    value_edited = Signal(str, str)
    left = Signal(str)
    confirmed = Signal(str)
    comparison_requested = Signal(str)

    def __init__(
        self, spec: RowSpec, parent: QWidget | None = None, *, asks_itself: bool = True
    ) -> None:
        super().__init__(parent)
        self.spec = spec
        self._error = ""
        self._proposed = False
        self.editor = editor_for(spec)
        self.editor.value_edited.connect(self._on_value_edited)
        self.editor.left.connect(self._on_left)
        self.label = _Label(spec.label)
        self.label.setBuddy(self.editor.control)
        self.why_button: ToolButton | None = None
        self.why: Words | None = None
        self._asks_itself = asks_itself
        self._error_line: _ErrorLine | None = None
        self._suggestion: Suggestion | None = None
        self._other: OtherVersion | None = None
        self._column = QVBoxLayout(self)
        self._hint = hint(spec.hint) if spec.hint else None
        self._head = QHBoxLayout()
        self._air = QSpacerItem(0, 0)
        self._lay_out()
        self.setFocusProxy(self.editor.control)
        self._describe()

    def set_value(self, text: str, error: str = "") -> None:
        """Show the value's text, and under it what is wrong with it; sends no signal."""
        self.editor.set_value(text, error)
        if error != self._error:
            self._error = error
            self._show_error()
            self._describe()

    def set_proposed(self, proposed: bool) -> None:
        """Ask, or stop asking, whether the suggested value is to be kept."""
        if proposed != self._proposed:
            self._proposed = proposed
            self._show_suggestion()
            self._describe()

    def set_read_only(self) -> None:
        """Let the person look only, from now on."""
        self.editor.set_read_only()
        self._describe()

    @property
    def is_proposed(self) -> bool:
        """Whether the value is a suggestion that nobody has confirmed."""
        return self._proposed

    def set_has_other(self, has_other: bool) -> None:
        """Say, or say no more, that another computer wrote something else here."""
        if self._other is None:
            if not has_other:
                return
            self._other = OtherVersion(self.spec.label, self)
            self._other.button.clicked.connect(self._on_compare_clicked)
            self._column.insertWidget(self._column.count() - 1, self._other)  # above the stretch
            if self.parentWidget() is not None:
                line_up([self.editor, self._other])
        if has_other is self._other.isHidden():
            self._other.setVisible(has_other)
            self._describe()

    def lead(self, width: int) -> int:
        """The height of label and hint above the editor, in a row of that width."""
        height = self._head.heightForWidth(width)
        if self._hint is not None:
            height += TIGHT + self._hint.heightForWidth(width)
        return height

    def set_air(self, height: int) -> None:
        """Leave so many pixels above the editor, so that it stands level with its neighbours."""
        if height != self._air.sizeHint().height():
            self._air.changeSize(0, height)
            layout = self.layout()
            if layout is not None:
                layout.invalidate()
            self.updateGeometry()

    @property
    def error(self) -> str:
        """What is wrong with the value, as shown."""
        return self._error

    @Slot()
    def toggle_why(self) -> None:
        """Show or hide why the field matters; nothing where there is nothing to say."""
        if self.why_button is None:
            return
        if self.why is None:
            self.why = Words(self.spec.why, "why", self)
            self.why.hide()
            self._column.insertWidget(self._column.indexOf(self.editor), self.why)
        shown = self.why.isHidden()
        self.why.setVisible(shown)
        self.why_button.setChecked(shown)
        self._describe()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F1 shows why the field matters."""
        if event.key() == Qt.Key.Key_F1 and self.why_button is not None:
            self.toggle_why()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        column = self._column
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        head = self._head
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(SMALL)
        head.addWidget(self.label)
        for mark in _marks(self.spec):
            head.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addStretch(1)
        column.addLayout(head)
        if self._hint is not None:
            column.addWidget(self._hint)
        column.addItem(self._air)
        column.addWidget(self.editor)
        if self.spec.why:  # added last, so that Tab comes to the field first
            self.why_button = _why_button(self.spec)
            self.why_button.clicked.connect(self.toggle_why)
            head.addWidget(self.why_button, 0, Qt.AlignmentFlag.AlignTop)
        # A row that grows by its error must not push its neighbours' editors down.
        column.addStretch(1)

    def _show_error(self) -> None:
        if self._error_line is None:
            self._error_line = _ErrorLine(self)
            self._column.insertWidget(self._column.indexOf(self.editor) + 1, self._error_line)
        self._error_line.show_error(self._error)

    def _show_suggestion(self) -> None:
        if not self._asks_itself:
            return
        if self._suggestion is None:
            self._suggestion = Suggestion(self)
            self._suggestion.show_labels((self.spec.label,))
            self._suggestion.button.clicked.connect(self._on_confirm_clicked)
            below = self.editor if self._error_line is None else self._error_line
            self._column.insertWidget(self._column.indexOf(below) + 1, self._suggestion)
            if self.parentWidget() is not None:
                line_up([self.editor, self._suggestion])
        self._suggestion.setVisible(self._proposed)

    def _describe(self) -> None:
        name = self.spec.name or self.spec.label
        if self.spec.required:
            name = _("{label}, required").format(label=name)
        parts = [_("Read only.") if self.editor.is_read_only else "", self._error, self.spec.hint]
        if self._proposed:
            parts.append(_("Suggested. Keep it?"))
        if self._other is not None and not self._other.isHidden():
            parts.append(_("Changed on both sides. Both versions are kept."))
        if self.why is not None and not self.why.isHidden():
            parts.append(self.spec.why)
        # A combo box says its value as its name; who it is comes from its label.
        self.label.setAccessibleName(name)
        self.editor.describe(name, " ".join(part for part in parts if part))

    @Slot(str)
    def _on_value_edited(self, text: str) -> None:
        self.value_edited.emit(self.spec.path, text)

    @Slot()
    def _on_left(self) -> None:
        self.left.emit(self.spec.path)

    @Slot()
    def _on_confirm_clicked(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.confirmed.emit(self.spec.path)

    @Slot()
    def _on_compare_clicked(self) -> None:
        self.comparison_requested.emit(self.spec.path)


class _ErrorLine(QWidget):
    """An icon and one sentence; hidden while nothing is wrong."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = Words(role="error")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addWidget(Mark("error-circle", "danger"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.hide()

    def show_error(self, error: str) -> None:
        """Show the sentence, or nothing."""
        self._words.setText(error)
        self.setVisible(bool(error))


class _Label(Words):
    """The name of the field; asks for one line and wraps only where there is no room for it."""

    def __init__(self, text: str) -> None:
        super().__init__(text.replace("&", "&&"), "label")
        self._line = text
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        """The size on one line, as high as the button beside it."""
        metrics = self.fontMetrics()
        height = max(round(metrics.height() * 1.4), _SMALLEST_TARGET)
        return QSize(metrics.horizontalAdvance(self._line) + 2, height)

    def heightForWidth(self, width: int) -> int:
        """The height of one line at the least, so that rows side by side stand level."""
        return max(super().heightForWidth(width), self.sizeHint().height())


def _marks(spec: RowSpec) -> list[Words]:
    texts = []
    if not spec.required:
        texts.append(_("optional"))
    if spec.one_per_line:
        texts.append(_("one item a line"))
    marks = [Words(text, "hint") for text in texts]
    for mark in marks:
        mark.setWordWrap(False)
    return marks


def _why_button(spec: RowSpec) -> ToolButton:
    button = ToolButton(
        "info", _("Why this matters: {label}").format(label=spec.label), role="muted"
    )
    button.setToolTip(_("Why this matters (F1)"))
    button.setCheckable(True)
    button.make_small()
    return button
