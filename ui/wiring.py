"""The actions of the window with their keys, and what the start page asks for, wired up.

Made a moment after the first painting. What needs the workshop makes it when it is asked for.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot

from ui.library.rows import Column
from ui.library.side import Shelf
from ui.menus import Actions, Where

if TYPE_CHECKING:
    from ui.frame import Frame
    from ui.workshop import Workshop

    Pick = Callable[[Workshop], Callable[..., object]]


class Wiring(QObject):
    """Connects page and actions with those who do what is asked, and shows the usable actions."""

    def __init__(self, window: "Frame", workshop: "Callable[[], Workshop]") -> None:
        """`workshop` answers the one workshop, which it makes at the first call."""
        super().__init__(window)
        self._window = window
        self._workshop = workshop
        self.actions = Actions(window, window.menus)
        self._connect_page()
        self._connect_actions()
        window.page_changed.connect(self._show_actions)
        window.page.chosen.connect(self._show_actions)
        self._show_actions()

    def _connect_page(self) -> None:
        page, actions = self._window.page, self.actions
        on_list = [actions[name] for name in ("open", "duplicate", "rename", "trash", "delete")]
        page.table.addActions(on_list)
        page.addAction(actions["pane"])
        page.offer_actions(Shelf.ALL, on_list[:4])
        page.offer_actions(Shelf.TRASH, [actions["restore"], actions["delete"]])
        page.opened.connect(self._later(lambda shop: shop.bench.open_draft))
        page.hit_opened.connect(self._open_hit)
        page.new_requested.connect(self._later(lambda shop: shop.commands.new))
        page.file_requested.connect(self._later(lambda shop: shop.commands.choose_file))
        page.example_requested.connect(self._later(lambda shop: shop.commands.open_example))
        page.restore_requested.connect(partial(self._with_chosen, lambda shop: shop.keeper.restore))
        page.delete_requested.connect(partial(self._with_chosen, lambda shop: shop.keeper.delete))
        page.empty_requested.connect(self._later(lambda shop: shop.keeper.empty_trash))
        page.rescue_requested.connect(self._later(lambda shop: shop.care.take_best))
        page.salvage_requested.connect(self._later(lambda shop: shop.care.show_left))
        page.folder_requested.connect(lambda name: self._window.open_outside(Path(name).parent))

    def _connect_actions(self) -> None:
        self.actions.connect(self._handlers())
        for column in Column:
            sort = partial(self._window.page.table.sort_by, column)
            self.actions.connect({f"sort_{column.name.lower()}": sort})

    def _handlers(self) -> dict[str, Callable[[], object]]:
        page, look = self._window.page, self._window.look
        return {
            "new": self._later(lambda shop: shop.commands.new),
            "open_file": self._later(lambda shop: shop.commands.choose_file),
            "save": self._later(lambda shop: shop.commands.save),
            "save_copy": self._later(lambda shop: shop.commands.save_copy),
            "revert": self._later(lambda shop: shop.commands.revert),
            "export": self._later(lambda shop: shop.commands.export),
            "export_again": self._later(lambda shop: shop.commands.export_again),
            "export_pdf": self._later(lambda shop: shop.commands.export_pdf),
            "print_preview": self._later(lambda shop: shop.printing.preview),
            "print": self._later(lambda shop: shop.printing.print),
            "quit": self._window.close,
            "find": lambda: page.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason),
            "pane": page.go_to_next_pane,
            "library": self._later(lambda shop: shop.bench.leave),
            "larger": look.larger,
            "smaller": look.smaller,
            "usual": look.usual,
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
            "review": self._import_review,
            "list_csv": self._later(lambda shop: shop.tables.save_list),
            "levels_in": self._later(lambda shop: shop.tables.take_levels),
            "levels_out": self._later(lambda shop: shop.tables.save_levels),
            "pack": self._later(lambda shop: shop.care.pack),
            "unpack": self._later(lambda shop: shop.care.unpack),
            "check": self._later(lambda shop: shop.care.check),
            "record": self._later(lambda shop: shop.commands.show_record),
        }

    def _later(self, command: "Pick") -> Callable[..., None]:
        """A command of the workshop, which is made when the command is given first."""

        def give(*words: str) -> None:
            command(self._workshop())(*words)

        return give

    def _open_hit(self, draft_id: str, path: str, text: str) -> None:
        """Open an agreement where a search found something, with the search bar on it."""
        bench = self._workshop().bench
        bench.open_draft(draft_id)
        if bench.editor is not None and bench.desk is not None and bench.desk.id == draft_id:
            bench.editor.find_bar.open_bar(text)
            bench.editor.reveal(path, text)

    def _import_review(self) -> None:
        """Import a review into the open agreement, or into the one chosen in the list."""
        if self._window.shows_library:
            self._with_chosen(lambda shop: shop.commands.import_review_of)
        else:
            self._workshop().commands.import_review()

    def _with_chosen(self, command: "Pick") -> None:
        """Give a command for the chosen line of the list."""
        row = self._window.page.current()
        if row is not None:
            command(self._workshop())(row.id)

    @Slot()
    def _show_actions(self) -> None:
        """Show the actions of this screen; those on an agreement need one that is chosen."""
        window, actions = self._window, self.actions
        actions.take_of_page(window.page_menus)
        if not window.shows_library:
            actions.show_for(Where.EDITOR)
            return
        actions.show_for(Where.LIBRARY if window.page.shelf is Shelf.ALL else Where.TRASH)
        row = window.page.current()
        for name in ("open", "duplicate", "rename", "trash", "restore", "delete", "review"):
            usable = row is not None and (not row.damage or name in ("open", "trash", "restore"))
            actions[name].setEnabled(usable and actions[name].isVisible())
        actions["empty"].setEnabled(row is not None and actions["empty"].isVisible())
