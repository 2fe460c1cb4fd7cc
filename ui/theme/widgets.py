"""Small styled widgets: surfaces, labels, buttons. Their look comes from the style sheet alone."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal

from PySide6 import QtCore
from PySide6.QtCore import QRectF, QSize, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QSizePolicy,
    QStyleOptionButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.theme.icons import icon, paint_icon
from ui.theme.tokens import INSIDE, MEDIUM, SMALL, WIDE

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QKeySequence

_THIN_SPACE = "\N{THIN SPACE}"

Surface = Literal["window", "side", "desk", "bar", "card", "none"]
Tone = Literal["info", "success", "warning", "danger", "plain"]


def set_look(widget: QWidget, name: str, value: str) -> None:
    """Set a property that the style sheet looks at, and let the widget be styled anew."""
    before = widget.property(name)
    if before == value:
        return
    widget.setProperty(name, value)
    if before is None and widget.parent() is None:  # it has no style yet
        return
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


def set_surface(widget: QWidget, surface: Surface) -> None:
    """Give a plain widget the ground of one of the surfaces."""
    if type(widget) not in (QWidget, QFrame):  # Qt gives these two a ground by itself
        widget.setAttribute(QtCore.Qt.WidgetAttribute.WA_StyledBackground, True)
    set_look(widget, "surface", surface)


def own_viewport() -> QWidget:
    """A ground for the items of a view, like Qt's own but made here.

    Python asks a view for it often. To tell what kind of widget Qt's is, PySide makes every kind
    of widget there is, which takes 10 ms of the start.
    """
    ground = QWidget()
    ground.setBackgroundRole(QPalette.ColorRole.Base)
    ground.setAutoFillBackground(True)
    return ground


class Words(QLabel):
    """A label in one of the roles of text; plain text that wraps, never taken for HTML."""

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty("textFormat", "PlainText")
        self.setWordWrap(True)
        if role:
            self.setProperty("role", role)


def tip(text: str) -> str:
    """A text for a tooltip that shows as it is: Qt takes one that looks like HTML for HTML."""
    if "<" not in text:
        return text
    plain = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<qt>{plain}</qt>"


def page_title(text: str) -> Words:
    """The title of a page, one on a screen."""
    return Words(text, "title")


def section_title(text: str) -> Words:
    """The title above a card."""
    return Words(text, "section")


def hint(text: str) -> Words:
    """A smaller, muted line."""
    return Words(text, "hint")


class Chip(Words):
    """A word on a coloured ground ("Draft 3"); the word says it all, the colour only helps."""

    def __init__(self, text: str, tone: Tone = "info", parent: QWidget | None = None) -> None:
        super().__init__(text, "chip", parent)
        self.setWordWrap(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_tone(tone)

    def set_tone(self, tone: Tone) -> None:
        """Change the ground."""
        set_look(self, "tone", tone)


class Mark(QWidget):
    """An icon beside words that say the same: it grows with the text and has no name of its own."""

    def __init__(
        self, name: str, role: str = "text", factor: float = 1.0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._role = role
        self._factor = factor
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_mark(self, name: str, role: str) -> None:
        """Show another icon."""
        self._name, self._role = name, role
        self.update()

    def sizeHint(self) -> QSize:
        """A little more than the height of a line of text, times the factor."""
        edge = round(self.fontMetrics().height() * 1.1 * self._factor)
        return QSize(edge, edge)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the drawing in the colours shown now."""
        painter = QPainter(self)
        role = self._role if self.isEnabled() else "disabled"
        paint_icon(painter, QRectF(self.rect()), self._name, role)
        painter.end()


class Card(QFrame):
    """A surface with a hairline around it; what belongs together stands in its `body`."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(INSIDE, INSIDE, INSIDE, INSIDE)
        self.body.setSpacing(WIDE)
        if title:
            self.body.addWidget(section_title(title))


def _pressed_by(event: QKeyEvent, button: QAbstractButton) -> bool:
    if event.key() not in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter):
        return False
    if not event.isAutoRepeat():
        button.click()
    return True


def hairline() -> QFrame:
    """A horizontal line of one pixel."""
    line = QFrame()
    line.setProperty("role", "line")
    line.setFixedHeight(1)
    return line


def row_of(*widgets: QWidget, spacing: int = SMALL, stretch: bool = True) -> QHBoxLayout:
    """The widgets side by side; with `stretch` the free room stands after them."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(spacing)
    for widget in widgets:
        row.addWidget(widget)
    if stretch:
        row.addStretch(1)
    return row


def column_of(parts: Iterable[QWidget | QLayout], spacing: int = MEDIUM) -> QVBoxLayout:
    """The parts one under the other."""
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    for part in parts:
        if isinstance(part, QLayout):
            column.addLayout(part)
        else:
            column.addWidget(part)
    return column


class Button(QPushButton):
    """A button with words, and an icon before them where it helps."""

    kind = ""
    icon_role = "text"

    def __init__(self, text: str, icon_name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        if self.kind:
            self.setProperty("kind", self.kind)
        if icon_name:
            self.setIcon(icon(icon_name, self.icon_role))
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return presses the button that has the focus, as the space bar does."""
        if not _pressed_by(event, self):
            super().keyPressEvent(event)

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        """Leave a little more room between icon and words than Qt does."""
        super().initStyleOption(option)
        if not self.icon().isNull() and self.text():
            option.text = f"{_THIN_SPACE}{option.text}"


class PrimaryButton(Button):
    """The one thing to do on this screen; there is one on each."""

    kind = "primary"
    icon_role = "on_accent"


class QuietButton(Button):
    """Looks like a link: for what few people need at a time."""

    kind = "quiet"
    icon_role = "accent"


class DangerButton(Button):
    """For what can't be undone."""

    kind = "danger"
    icon_role = "danger"


def _with_key(words: str, key: "QKeySequence | None") -> str:
    shown = key.toString(type(key).SequenceFormat.NativeText) if key is not None else ""
    return f"{words} ({shown})" if shown else words


class ToolButton(QToolButton):
    """An icon that can be pressed: a tooltip with the key, a name without it, in the tab chain."""

    def __init__(
        self,
        icon_name: str,
        words: str,
        key: "QKeySequence | None" = None,
        role: str = "text",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setIcon(icon(icon_name, role, "accent"))
        self.setProperty("focusPolicy", "TabFocus")
        self.set_words(words, key)

    def set_words(self, words: str, key: "QKeySequence | None" = None) -> None:
        """Say what it does; `key` is shown in the tooltip only."""
        self.setToolTip(tip(_with_key(words, key)))
        self.setAccessibleName(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return presses the button that has the focus, as the space bar does."""
        if not _pressed_by(event, self):
            super().keyPressEvent(event)

    def make_small(self) -> None:
        """Less room around the icon; it keeps 24 pixels."""
        set_look(self, "room", "small")

    def fit_to_field(self) -> None:
        """Become as high as the field it stands beside."""
        set_look(self, "room", "field")


class ActionButton(ToolButton):
    """A tool button that does an action and follows its words, key, state and visibility."""

    def __init__(self, action: "QAction", icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(icon_name, action.text(), parent=parent)
        self._action = action
        action.changed.connect(self._on_action_changed)
        self.clicked.connect(self._on_clicked)
        self._on_action_changed()

    @Slot()
    def _on_action_changed(self) -> None:
        words = self._action.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
        self.set_words(words.rstrip("…"), self._action.shortcut())
        self.setEnabled(self._action.isEnabled())
        if self.parent() is not None or not self._action.isVisible():
            self.setVisible(self._action.isVisible())  # without a parent it would be a window
        self.setCheckable(self._action.isCheckable())
        self.setChecked(self._action.isChecked())

    @Slot()
    def _on_clicked(self) -> None:
        self._action.trigger()
        self.setChecked(self._action.isChecked())
