"""A part of the form that is folded away until somebody asks for it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from slaeditor.i18n import _
from ui.theme.icons import icon
from ui.theme.tokens import WIDE
from ui.theme.widgets import QuietButton, hairline, hint


class Fold(QWidget):
    """A quiet button, and under it what it shows and hides; `body` is the layout
    of `inner` to fill.

    `name` is what a screen reader calls it; whoever fills it notes so in `is_filled`. With `about`
    it stands apart, under a line, and says what is in it.
    """

    toggled = Signal(bool)

    def __init__(
        self, words: str, name: str, about: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = name
        self.is_filled = False
        self.button = QuietButton(words, "chevron-right")
        self.button.setProperty("fold", "true")
        self.button.clicked.connect(self._on_clicked)
        self.inner = QWidget()
        self.body = QVBoxLayout(self.inner)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(WIDE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(WIDE // 2)
        if about:
            column.addWidget(hairline())
        column.addWidget(self.button)
        self._about = hint(about)
        column.addWidget(self._about)
        column.addWidget(self.inner)
        self._is_open = False
        self._show()

    def set_name(self, name: str) -> None:
        """Be called otherwise."""
        self._name = name
        self._show()

    def set_open(self, is_open: bool) -> None:
        """Show or hide what is folded."""
        if is_open != self._is_open:
            self._is_open = is_open
            self._show()
            self.toggled.emit(is_open)

    def _show(self) -> None:
        self.inner.setVisible(self._is_open)
        self._about.setVisible(bool(self._about.text()) and not self._is_open)
        self.button.setIcon(icon("chevron-down" if self._is_open else "chevron-right", "accent"))
        state = _("shown") if self._is_open else _("hidden")
        self.button.setAccessibleName(f"{self._name}, {state}")

    @Slot()
    def _on_clicked(self) -> None:
        self.set_open(not self._is_open)
