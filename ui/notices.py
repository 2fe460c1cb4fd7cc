"""Where the window puts its notices: a column under the menu that takes no room while empty."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.theme.tokens import MEDIUM, SMALL
from ui.theme.widgets import set_surface


class Notices(QWidget):
    """Bars by what they are about; a new one takes the place of the one before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_surface(self, "window")
        self._bars: dict[str, QFrame] = {}
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
        bar.hide()
        bar.deleteLater()
        self.setVisible(bool(self._bars))
