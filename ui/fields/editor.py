"""The contract of every editor: it speaks text, and tells only what the person did."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from slaeditor.i18n import _
from ui.fields.spec import RowSpec
from ui.theme.widgets import set_look

_EXPORT_KEYS = ("Ctrl+E", "Ctrl+Shift+E")


class FieldEditor(QWidget):
    """Edits one value as text; choices speak their stored word, a yes-no field "yes" or "no".

    `value_edited` carries the text after each edit of the person, and nothing else sends it.
    `left` says that the person is done: the focus went elsewhere, Return, or a pick from a list.
    """

    value_edited = Signal(str)
    left = Signal()

    def __init__(self, spec: RowSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec = spec
        self.is_read_only = False

    def set_read_only(self) -> None:
        """Let the person look, select and copy from now on; nothing they do changes the value."""
        self.is_read_only = True
        set_look(self.control, "looking", "true")
        self._hold()

    @property
    def control(self) -> QWidget:
        """The widget that takes the focus and belongs to the label."""
        raise NotImplementedError

    def text(self) -> str:
        """The text as it stands in the editor."""
        raise NotImplementedError

    def set_value(self, text: str, error: str = "") -> None:
        """Show `text`, marked where there is an `error`; sends no signal.

        Cursor and selection stay where the text is the one shown already. Call it with a value
        written anew ("1,000" for "1000") only after `left`, or it changes under the fingers.
        """
        if text != self.text():
            self._show_text(text)
        set_look(self.control, "invalid", "true" if error else "false")

    def describe(self, name: str, description: str) -> None:
        """Give the control what a screen reader says: its name, and hint and error."""
        self.control.setAccessibleName(name)
        self.control.setAccessibleDescription(description)

    def _show_text(self, text: str) -> None:
        raise NotImplementedError

    def _hold(self) -> None:
        """Make the controls such that the value can only be looked at."""
        raise NotImplementedError


def example_of(spec: RowSpec) -> str:
    """What a field shows while it is empty."""
    return _("e.g. {example}").format(example=spec.example) if spec.example else ""


def is_window_key(event: QEvent) -> bool:
    """Whether the event is a key that a field would take but that belongs to the window's actions.

    These are undo and redo, and on X11 those for export: there Qt's fields move to the end of the
    line with Ctrl+E.
    """
    if not isinstance(event, QKeyEvent):
        return False
    if event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
        return False
    is_step = event.matches(QKeySequence.StandardKey.Undo) or event.matches(
        QKeySequence.StandardKey.Redo
    )
    return is_step or QKeySequence(event.keyCombination()).toString() in _EXPORT_KEYS


def end_of_change(before: str, after: str) -> int:
    """Where the changed part of `after` ends, as Qt counts (UTF-16 units)."""
    same = 0
    while same < min(len(before), len(after)) and before[-1 - same] == after[-1 - same]:
        same += 1
    return len(after[: len(after) - same].encode("utf-16-le", "surrogatepass")) // 2
