"""Finds a text in the answers of the agreement, and leads from one to the next."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget

from slaeditor.i18n import _, ngettext
from ui.fields.line import TypedLine
from ui.theme.notices import announce
from ui.theme.tokens import SMALL, WIDE
from ui.theme.widgets import ToolButton, Words, hint, set_surface

DELAY = 150
"""Milliseconds after the last key until the agreement is searched."""


class FindBar(QWidget):
    """`found` carries the path of an answer and the text to select in it; `closed` ends the search.

    The keys stay in the bar where they were in it; Escape leads into the field that was found.

    `search` gives the paths of all answers with a text, in order.
    """

    found = Signal(str, str)
    closed = Signal()

    def __init__(
        self, search: Callable[[str], tuple[str, ...]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        set_surface(self, "side")
        self._search = search
        self._paths: tuple[str, ...] = ()
        self._at = ""
        self.line = TypedLine()
        self.line.setAccessibleName(_("Find in the agreement"))
        self.line.setMaxLength(1000)
        self.line.setMinimumWidth(120)
        self.line.textEdited.connect(self._on_text_edited)
        self.count = hint("")
        self._previous = ToolButton("up", _("Previous match"), QKeySequence("Shift+F3"))
        self._previous.clicked.connect(self.find_previous)
        self._next = ToolButton("down", _("Next match"), QKeySequence("F3"))
        self._next.clicked.connect(self.find_next)
        self._close = ToolButton("close", _("Close find"), QKeySequence("Esc"))
        self._close.clicked.connect(self.close_bar)
        self._timer = QTimer(self, singleShot=True, interval=DELAY)
        self._timer.timeout.connect(self.refresh)
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        label = Words(_("Find"), "label")
        label.setBuddy(self.line)
        for words in (label, self.count):
            words.setWordWrap(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(WIDE, SMALL, WIDE, SMALL)
        row.setSpacing(SMALL)
        row.addWidget(label)
        row.addWidget(self.line, 1)
        for part in (self.count, self._previous, self._next, self._close):
            row.addWidget(part)
        self._show_count()

    def open_bar(self, text: str = "") -> None:
        """Show the bar with the keys in it; `text` takes the place of what was searched before."""
        if text:
            self.line.setText(text)
        self.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()
        self.refresh()

    @Slot()
    def close_bar(self) -> None:
        """Hide the bar; what was searched for is kept."""
        if not self.isHidden():
            self.closed.emit()  # first, or Qt gives the keys to whatever comes next
            self.hide()

    @Slot()
    def refresh(self) -> None:
        """Search again, if the bar is shown; the match shown last stays the current one."""
        self._timer.stop()
        if not self.isHidden():
            self._paths = self._search(self.line.text())
            self._show_count()

    @Slot()
    def find_next(self) -> None:
        """Go to the next match, after the last one to the first."""
        self._go(1)

    @Slot()
    def find_previous(self) -> None:
        """Go to the previous match, before the first one to the last."""
        self._go(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return goes to the next match, with Shift to the previous one; Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.line.hasFocus():
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self._go(-1 if back else 1)
        else:
            super().keyPressEvent(event)

    def _go(self, by: int) -> None:
        if self.isHidden() or not self.line.text():
            self.open_bar()
            if not self.line.text():
                return
        self.refresh()
        if not self._paths:
            announce(self, self.count.text())
            return
        if self._at in self._paths:
            index = (self._paths.index(self._at) + by) % len(self._paths)
        else:
            index = 0 if by > 0 else len(self._paths) - 1
        self._at = self._paths[index]
        self._show_count()
        is_typing, cursor = self.line.hasFocus(), self.line.cursorPosition()
        self.found.emit(self._at, self.line.text())
        announce(self, self.count.text())
        if is_typing:  # the next Return is for the next match, and letters are for the search
            self.line.setFocus(Qt.FocusReason.ActiveWindowFocusReason)  # a selection stays
            self.line.setCursorPosition(cursor)

    def _show_count(self) -> None:
        count = len(self._paths)
        if not self.line.text():
            words = ""
        elif not count:
            words = _("Not found")
        elif self._at in self._paths:
            number = self._paths.index(self._at) + 1
            words = _("{number} of {count}").format(number=number, count=count)
        else:
            words = ngettext("{count} match", "{count} matches", count).format(count=count)
        self.count.setText(words)
        for button in (self._previous, self._next):
            button.setEnabled(count > 0)

    @Slot(str)
    def _on_text_edited(self, text: str) -> None:
        self._at = ""
        self._timer.start()
