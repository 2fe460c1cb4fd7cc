"""Where the window puts its notices: a column under the menu that takes no room while empty."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget
from shiboken6 import isValid

from ui.theme.notices import InfoBar, announce
from ui.theme.tokens import MEDIUM, SMALL
from ui.theme.widgets import set_surface


class Notices(QWidget):
    """Bars by what they are about; a new one takes the place of the one before.

    A bar that goes with the focus in it gives the focus back to where the person was.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_surface(self, "window")
        self._bars: dict[str, QFrame] = {}
        self._back_to: QWidget | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        self._column.setSpacing(SMALL)
        self.hide()

    def put(self, about: str, bar: QFrame) -> None:
        """Show a bar until it is closed or taken away."""
        self.take(about)
        self._bars[about] = bar
        self._column.addWidget(bar)
        closed = getattr(bar, "closed", None)
        if closed is not None:
            closed.connect(lambda: self._drop(about, bar))
        self.show()

    def tell(self, about: str, sentence: str, *, wrong: bool = False) -> InfoBar:
        """Show a sentence in a bar, and let it be read out; `wrong` for what didn't work."""
        bar = InfoBar(sentence, "danger" if wrong else "info")
        self.put(about, bar)
        announce(self.window(), sentence)
        return bar

    def bar(self, about: str) -> QFrame | None:
        """The bar about that, if it is shown."""
        return self._bars.get(about)

    def take(self, about: str) -> None:
        """Take the bar about that away."""
        bar = self._bars.get(about)
        if bar is not None:
            self._drop(about, bar)

    def clear(self) -> None:
        """Take all away."""
        for about in tuple(self._bars):
            self.take(about)

    def _drop(self, about: str, bar: QFrame) -> None:
        if self._bars.get(about) is bar:
            del self._bars[about]
        self._give_focus_back(bar)
        bar.hide()
        bar.deleteLater()
        self.setVisible(bool(self._bars))

    def _give_focus_back(self, bar: QFrame) -> None:
        focused, back_to = QApplication.focusWidget(), self._back_to
        held = focused is not None and bar.isAncestorOf(focused)
        if held and back_to is not None and isValid(back_to) and back_to.isVisible():
            back_to.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        """Remember where the person is in the rest of the window."""
        if now is not None and now.window() is self.window() and not self.isAncestorOf(now):
            self._back_to = now
