"""What the window tells without a dialog: info bars, toasts, empty places, spoken announcements."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QEnterEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from slaeditor.i18n import _
from ui.signals import without_arguments
from ui.theme.icons import paint_icon
from ui.theme.palette import shown_tokens
from ui.theme.tokens import MEDIUM, PAGE, SMALL, WIDE
from ui.theme.widgets import Button, Mark, QuietButton, Tone, ToolButton, Words, row_of, set_look

_MARKS: dict[Tone, tuple[str, str]] = {
    "info": ("info", "accent"),
    "plain": ("info", "accent"),
    "success": ("check-circle", "success"),
    "warning": ("warning-triangle", "warning"),
    "danger": ("error-circle", "danger"),
}


def announce(widget: QWidget, text: str) -> None:
    """Let a screen reader say `text` now; for what the person asked for or must know."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


class InfoBar(QFrame):
    """A bar that stays until it is settled or closed: icon, words, buttons. It blocks nothing."""

    closed = Signal()

    def __init__(
        self,
        text: str,
        tone: Tone = "info",
        *,
        closable: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self._mark = Mark("info", "accent")
        self._words = Words(text)
        self._buttons = row_of(stretch=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(MEDIUM, SMALL, SMALL, SMALL)
        row.setSpacing(MEDIUM)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 1)
        row.addLayout(self._buttons)
        if closable:
            close = ToolButton("close", _("Close this notice"))
            close.make_small()
            close.clicked.connect(self._on_close_clicked)
            row.addWidget(close)
        self.set_text(text, tone)

    def set_text(self, text: str, tone: Tone = "info") -> None:
        """Say something else."""
        self._words.setText(text)
        self.setAccessibleName(text)
        self._mark.set_mark(*_MARKS[tone])
        set_look(self, "tone", tone)

    def text(self) -> str:
        """What it says."""
        return self._words.text()

    def add_button(self, text: str, then: Callable[[], object]) -> QPushButton:
        """Add a button that calls `then`; the bar stays until told otherwise."""
        button = Button(text)
        button.clicked.connect(without_arguments(then))
        self._buttons.addWidget(button)
        return button

    @Slot()
    def _on_close_clicked(self) -> None:
        self.hide()
        self.closed.emit()


class Toast(QFrame):
    """A short message over the foot of the window, with one thing to do ("Undo").

    It goes after eight seconds, but not while the pointer or the focus is on it. It can be reached
    with Tab, and Escape sends it away; it never takes the focus by itself.
    """

    SECONDS = 8

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setProperty("role", "toast")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
        self._words = Words()
        self._words.setWordWrap(False)
        self._button = QuietButton("")
        self._close = ToolButton("close", _("Close this message"), role="on_toast")
        self._close.make_small()
        self._then: Callable[[], object] | None = None
        self._back_to: QWidget | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(WIDE, SMALL, SMALL, SMALL)
        row.setSpacing(MEDIUM)
        for part in (self._words, self._button, self._close):
            row.addWidget(part)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timed_out)
        self._button.clicked.connect(self._on_button_clicked)
        self._close.clicked.connect(self.dismiss)
        window.installEventFilter(self)
        self.hide()

    def show_message(
        self, text: str, action: str = "", then: Callable[[], object] | None = None
    ) -> None:
        """Show `text`, with a button `action` that calls `then`; a message shown before goes."""
        self._then = then
        self._words.setText(text)
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self.setAccessibleName(text)
        self._back_to = QApplication.focusWidget()
        self.show()
        self.raise_()
        self._place()
        self._timer.start(self.SECONDS * 1000)
        announce(self, f"{text} {action}".strip())

    def text(self) -> str:
        """What it says."""
        return self._words.text()

    @Slot()
    def dismiss(self) -> None:
        """Go now; the focus returns to where it was."""
        self._timer.stop()
        held = self._holds_focus()
        self.hide()
        if held and self._back_to is not None and self._back_to.isVisible():
            self._back_to.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the place when the window changes its size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while the pointer is here."""
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Count again from the start."""
        self._timer.start(self.SECONDS * 1000)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape sends it away."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def _holds_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _place(self) -> None:
        window = self._window
        self.adjustSize()
        left = (window.width() - self.width()) // 2
        self.move(max(left, 0), window.height() - self.height() - 2 * PAGE)

    @Slot()
    def _on_timed_out(self) -> None:
        if self._holds_focus():
            self._timer.start(self.SECONDS * 1000)
        else:
            self.dismiss()

    @Slot()
    def _on_button_clicked(self) -> None:
        then = self._then
        self.dismiss()
        if then is not None:
            then()


class _Picture(QWidget):
    """A large icon on a soft disc; the sentence under it says the same."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.setFixedSize(QSize(96, 96))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint disc and drawing."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(shown_tokens().accent_soft))
        painter.drawEllipse(self.rect())
        paint_icon(painter, QRectF(26, 26, 44, 44), self._name, "accent")
        painter.end()


class EmptyState(QWidget):
    """What stands where nothing is yet: a picture, a sentence, and what to do about it."""

    def __init__(
        self,
        picture: str,
        title: str,
        sentence: str,
        buttons: Sequence[QPushButton] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE, PAGE, PAGE, PAGE)
        column.setSpacing(MEDIUM)
        column.addStretch(1)
        column.addWidget(_Picture(picture), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(SMALL)
        for words in (Words(title, "section"), Words(sentence, "muted")):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(words)
        column.addSpacing(SMALL)
        row = row_of(stretch=False)
        row.addStretch(1)
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(2)
