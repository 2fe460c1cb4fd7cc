"""The one window: start page and editor in a stack, with menus, notices and the status bar.

Everything that needs an agreement stands in `ui.workshop`, which is loaded a moment after the
window shows, or at the first wish for it.
"""

from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication

from slaeditor.library.drafts import Library
from ui.desktop import Desktop
from ui.frame import Frame
from ui.library.rows import Column
from ui.library.side import Shelf
from ui.library.watching import LibraryWatch
from ui.menus import Actions, Where
from ui.settings.look import Look

if TYPE_CHECKING:
    from ui.workshop import Workshop

    Pick = Callable[[Workshop], Callable[..., object]]

_IDLE = 300  # ms after the list is there: then the rest of the program is loaded


class MainWindow(Frame):
    """The frame with its menus, and the way into the workshop."""

    _loaded = Signal()

    def __init__(self, library: Library, look: Look, desktop: Desktop | None = None) -> None:
        super().__init__(library, look, desktop or Desktop())
        self.actions_by_name = Actions(self)
        self._workshop: Workshop | None = None
        self._watch = LibraryWatch(library, self._looks_at_library, self)
        self._watch.changed.connect(self.look_again)
        self._connect()
        own = Library(library.folder, library.local)  # a library is for one thread
        self._loading = Thread(target=_load, args=(own, self._loaded.emit), name="loading")
        self._loaded.connect(self._on_loaded)
        self.when_read(lambda: QTimer.singleShot(_IDLE, self, self._on_idle))
        self.show_library()

    @property
    def workshop(self) -> "Workshop":
        """Where agreements are opened and worked on."""
        if self._workshop is None:
            from ui.workshop import Workshop  # loads the agreement's records, form and preview

            self._workshop = Workshop(self)
        return self._workshop

    def end_loading(self) -> None:
        """Wait for what is being loaded; a second at the most."""
        if self._loading.is_alive():
            self._loading.join()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save first; what can't be saved is asked about."""
        if self._workshop is not None and not self._workshop.may_close():
            event.ignore()
            return
        self.end_loading()
        if not self.isMaximized() and not self.isFullScreen():
            self.look.remember_size(self.width(), self.height())
        super().closeEvent(event)

    def _connect(self) -> None:
        page, actions = self.page, self.actions_by_name
        on_list = [actions[name] for name in ("open", "duplicate", "rename", "trash", "delete")]
        page.table.addActions(on_list)
        page.addAction(actions["pane"])
        page.offer_actions(Shelf.ALL, on_list[:4])
        page.offer_actions(Shelf.TRASH, [actions["restore"], actions["delete"]])
        page.chosen.connect(self._show_actions)
        self.page_changed.connect(self._show_actions)
        page.opened.connect(self._later(lambda shop: shop.bench.open_draft))
        page.new_requested.connect(self._later(lambda shop: shop.commands.new))
        page.file_requested.connect(self._later(lambda shop: shop.commands.choose_file))
        page.example_requested.connect(self._later(lambda shop: shop.commands.open_example))
        page.restore_requested.connect(partial(self._with_chosen, lambda shop: shop.keeper.restore))
        page.delete_requested.connect(partial(self._with_chosen, lambda shop: shop.keeper.delete))
        page.empty_requested.connect(self._later(lambda shop: shop.keeper.empty_trash))
        page.rescue_requested.connect(self._later(lambda shop: shop.commands.rescue))
        page.folder_requested.connect(lambda name: self.desktop.open(Path(name).parent))
        actions.connect(self._handlers())
        for column in Column:
            name = f"sort_{column.name.lower()}"
            actions.connect({name: partial(page.table.sort_by, column)})

    def _handlers(self) -> dict[str, Callable[[], object]]:
        page = self.page
        return {
            "new": self._later(lambda shop: shop.commands.new),
            "open_file": self._later(lambda shop: shop.commands.choose_file),
            "save": self._later(lambda shop: shop.commands.save),
            "save_copy": self._later(lambda shop: shop.commands.save_copy),
            "export": self._later(lambda shop: shop.commands.export),
            "export_again": self._later(lambda shop: shop.commands.export_again),
            "quit": self.close,
            "find": lambda: page.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason),
            "pane": page.go_to_next_pane,
            "library": self._later(lambda shop: shop.bench.leave),
            "larger": self.look.larger,
            "smaller": self.look.smaller,
            "usual": self.look.usual,
            "settings": self._later(lambda shop: shop.commands.show_settings),
            "folder": self._later(lambda shop: shop.commands.show_folder),
            "keys": self._later(lambda shop: shop.commands.show_keys),
            "about": self._later(lambda shop: shop.commands.show_about),
            "open": page.open_current,
            "duplicate": partial(self._with_chosen, lambda shop: shop.keeper.duplicate),
            "rename": partial(self._with_chosen, lambda shop: shop.keeper.rename),
            "trash": partial(self._with_chosen, lambda shop: shop.keeper.trash),
            "restore": partial(self._with_chosen, lambda shop: shop.keeper.restore),
            "delete": partial(self._with_chosen, lambda shop: shop.keeper.delete),
            "empty": self._later(lambda shop: shop.keeper.empty_trash),
            "history": self._later(lambda shop: shop.commands.show_history),
        }

    def _looks_at_library(self) -> bool:
        """Whether the list is before the person, with nothing in front of it."""
        in_front = QApplication.activeModalWidget() or QApplication.activePopupWidget()
        return self.shows_library and not self.isMinimized() and in_front is None

    def save_open(self) -> None:
        """Have the open agreement saved, if there is one."""
        if self._workshop is not None and self._workshop.bench.desk is not None:
            self._workshop.bench.desk.save_now()

    def _later(self, command: "Pick") -> Callable[..., None]:
        """A command of the workshop, which is made when the command is given first."""

        def give(*words: str) -> None:
            command(self.workshop)(*words)

        return give

    def _with_chosen(self, command: "Pick") -> None:
        """Give a command for the chosen line of the list."""
        row = self.page.current()
        if row is not None:
            command(self.workshop)(row.id)

    @Slot()
    def _show_actions(self) -> None:
        """Show the actions of this screen; those on an agreement need one that is chosen."""
        actions = self.actions_by_name
        actions.take_of_page(self.page_menus)
        if not self.shows_library:
            actions.show_for(Where.EDITOR)
            return
        actions.show_for(Where.LIBRARY if self.page.shelf is Shelf.ALL else Where.TRASH)
        row = self.page.current()
        for name in ("open", "duplicate", "rename", "trash", "restore", "delete"):
            usable = row is not None and (not row.damage or name in ("open", "trash", "restore"))
            actions[name].setEnabled(usable and actions[name].isVisible())
        actions["empty"].setEnabled(row is not None and actions["empty"].isVisible())

    @Slot()
    def _on_idle(self) -> None:
        """Load the rest of the program while the person looks at the list."""
        self._loading.start()
        self._watch.start()

    @Slot()
    def _on_loaded(self) -> None:
        if self.isVisible():
            self.workshop.recovering.offer()


def _load(library: Library, then: Callable[[], None]) -> None:
    """On a thread: import the rest of the program, and read the words for the first search."""
    import_module("ui.workshop")
    then()
    library.find("")
