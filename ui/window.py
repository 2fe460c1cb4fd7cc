"""The one window: start page and editor in a stack, with menus, notices and the status bar.

Before its first painting it has only what that shows: the frame, the titles of the menus, and the
list as it was last. `complete` makes the rest right afterwards, `ui.loading` loads what reads
drafts and what works on them. Everything that needs an agreement stands in `ui.workshop`.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QApplication

from slaeditor.library.home import Home
from ui.first_moments import FirstMoments
from ui.frame import Frame
from ui.loading import Loading
from ui.settings.look import Look
from ui.theme.icons import app_icon

if TYPE_CHECKING:
    from ui.desktop import Desktop
    from ui.menus import Actions
    from ui.wiring import Wiring
    from ui.workshop import Workshop


class MainWindow(Frame):
    """The frame with its menus, and the way into the workshop.

    `painted` comes once, after the first painting.
    """

    painted = Signal()
    _list_loaded = Signal()
    _all_loaded = Signal()

    def __init__(self, home: Home, look: Look, desktop: "Desktop | None" = None) -> None:
        super().__init__(home, look, desktop)
        self._workshop: Workshop | None = None
        self._wiring: Wiring | None = None
        self._moments = FirstMoments(self)
        self._loading = Loading(self._list_loaded.emit, self._all_loaded.emit)
        self._moments.hurried.connect(self.complete)
        self._moments.painted.connect(self._on_painted)
        self._list_loaded.connect(self.read_list)
        self._all_loaded.connect(self._on_all_loaded)
        self.show_library()

    @property
    def workshop(self) -> "Workshop":
        """Where agreements are opened and worked on."""
        if self._workshop is None:
            from ui.workshop import Workshop  # loads the agreement's records, form and preview

            self.complete()
            self._workshop = Workshop(self)
        return self._workshop

    @property
    def actions_by_name(self) -> "Actions":
        """The actions of the menus."""
        return self._wired().actions

    @Slot()
    def complete(self) -> None:
        """Make what the first painting does without: actions with their keys, sorting, bars, icon.

        Called right after it, or by the first key or click where that is earlier.
        """
        self._wired()

    def _wired(self) -> "Wiring":
        if self._wiring is None:
            from ui.wiring import Wiring  # the list shows without

            self._wiring = Wiring(self, lambda: self.workshop)
            self.page.complete()
            self.setWindowIcon(app_icon())
        return self._wiring

    def end_loading(self) -> None:
        """Wait for what is being loaded; a second at the most."""
        self._loading.end()
        self.page.end_search()

    def showEvent(self, event: QShowEvent) -> None:
        """Watch for the first painting."""
        super().showEvent(event)
        self._moments.watch(self.windowHandle())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save first; what can't be saved is asked about."""
        if self._workshop is not None and not self._workshop.may_close():
            event.ignore()
            return
        self.end_loading()
        if self.is_read:
            self.library.keep_lists()
        if not self.isMaximized() and not self.isFullScreen():
            self.look.remember_size(self.width(), self.height())
        super().closeEvent(event)

    def save_open(self) -> None:
        """Have the open agreement saved, if there is one."""
        if self._workshop is not None and self._workshop.bench.desk is not None:
            self._workshop.bench.desk.save_now()

    def save_at_once(self, seconds: float) -> bool:
        """Save the open agreement and wait so long for it; whether everything is saved."""
        desk = self._workshop.bench.desk if self._workshop is not None else None
        return desk is None or desk.wait_until_saved(seconds)

    def end(self) -> str:
        """Save and close without a question; a sentence about what could not be saved."""
        sentence = self._workshop.end() if self._workshop is not None else ""
        self.close()
        return sentence

    @Slot()
    def _on_painted(self) -> None:
        """Make and load the rest, now that the list is there to be looked at."""
        self.complete()
        self.painted.emit()
        self._loading.begin()

    @Slot()
    def _on_all_loaded(self) -> None:
        if self.isVisible():
            self._watch_library()
            self.workshop.recovering.offer()
            self.workshop.care.begin()

    def _watch_library(self) -> None:
        from ui.library.watching import LibraryWatch  # loads the library

        watch = LibraryWatch(self.library, self._looks_at_library, self)
        watch.changed.connect(self.look_again)
        watch.start()

    def _looks_at_library(self) -> bool:
        """Whether the list is before the person, with nothing in front of it."""
        in_front = QApplication.activeModalWidget() or QApplication.activePopupWidget()
        return self.shows_library and not self.isMinimized() and in_front is None
