"""A Word file that is dropped onto the window: it comes back from a review."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QWidget


class FileDrop(QObject):
    """`dropped` carries the path of a .docx file, while `is_wanted` says so.

    It listens before the widgets do: a field would take the file's address for text.
    """

    dropped = Signal(Path)

    def __init__(self, window: QWidget, is_wanted: Callable[[], bool]) -> None:
        super().__init__(window)
        self._is_wanted = is_wanted
        handle = window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Word files; leave all else to whoever it is for."""
        if not isinstance(event, QDropEvent):  # entering and moving are of the same kind
            return False
        path = _word_file(event)
        if path is None or not self._is_wanted() or QApplication.activeModalWidget() is not None:
            return False
        event.acceptProposedAction()
        if event.type() is QEvent.Type.Drop:
            self.dropped.emit(path)
        return True


def _word_file(event: QDropEvent) -> Path | None:
    """The only file that is dropped, if it is a Word document of this computer."""
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix.lower() in (".docx", ".docm", ".doc", ".odt", ".rtf") else None
