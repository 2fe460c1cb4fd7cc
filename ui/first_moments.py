"""The first moments of a window: until it has been painted once, or somebody is faster."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QWindow

_TYPE = QEvent.Type
_INPUT = {_TYPE.ShortcutOverride, _TYPE.KeyPress, _TYPE.MouseButtonPress, _TYPE.TouchBegin}


class FirstMoments(QObject):
    """`painted` comes once, after the first painting; `hurried` before a key or click until then.

    Keys come here before any shortcut is looked up, so those made on `hurried` work already.
    """

    painted = Signal()
    hurried = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._window: QWindow | None = None

    def watch(self, window: QWindow) -> None:
        """Watch this window, once in its life."""
        if self._window is None:
            self._window = window
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look only."""
        if event.type() in _INPUT:
            self.hurried.emit()
        elif event.type() == _TYPE.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self.painted.emit)  # the event is still to be handled
        return False
