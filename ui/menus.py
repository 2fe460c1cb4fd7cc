"""The menu bar: every action of the window, with its key, where it can be used."""

from collections.abc import Callable, Iterable, Mapping
from enum import Flag, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from slaeditor.i18n import _
from ui.library.rows import HEADINGS, Column
from ui.signals import without_arguments

_Key = QKeySequence.StandardKey
Key = QKeySequence | QKeySequence.StandardKey | str


class Where(Flag):
    """The screens; an action shows in the menus of those where it works."""

    LIBRARY = auto()
    TRASH = auto()
    EDITOR = auto()
    START = LIBRARY | TRASH
    ANYWHERE = LIBRARY | TRASH | EDITOR


class Actions:
    """The actions by name. The window connects them; `show_for` shows those that work there."""

    def __init__(self, window: QMainWindow, menus: dict[str, QMenu]) -> None:
        """`menus` are those of the window by their letter, still empty."""
        self._window = window
        self._where: dict[QAction, Where] = {}
        self._named: dict[str, QAction] = {}
        self._of_page: list[tuple[QMenu, QAction]] = []
        self._separators: list[QAction] = []
        self.menus = menus
        self._fill()

    def __getitem__(self, name: str) -> QAction:
        """The action of that name."""
        return self._named[name]

    def connect(self, handlers: dict[str, Callable[[], object]]) -> None:
        """Let each action call its handler."""
        for name, handler in handlers.items():
            self._named[name].triggered.connect(without_arguments(handler))

    def show_for(self, where: Where) -> None:
        """Show and enable what works on that screen; a menu without any of it shows what it has.

        So the menus stay where they are, whatever is shown.
        """
        for action, places in self._where.items():
            action.setVisible(bool(places & where))
            action.setEnabled(bool(places & where))
        for menu in self.menus.values():
            own = [each for each in menu.actions() if not each.isSeparator()]
            if not any(each.isVisible() for each in own):
                for each in own:
                    each.setVisible(True)

    def take_of_page(self, menus: Mapping[str, Iterable[QAction]]) -> None:
        """Put the actions of the page shown, by letter of the menu, before the menus' own."""
        for menu, action in self._of_page:
            menu.removeAction(action)
        for separator in self._separators:
            separator.deleteLater()
        self._of_page.clear()
        self._separators.clear()
        for letter, actions in menus.items():
            menu = self.menus[letter]
            first = menu.actions()[0]
            self._separators.append(menu.insertSeparator(first))
            for action in actions:
                menu.insertAction(self._separators[-1], action)
                self._of_page.append((menu, action))

    def _fill(self) -> None:
        self._fill_file()
        self._fill_agreement()
        add = self._add
        add("E", "find", _("&Find agreements"), Where.LIBRARY, _Key.Find)
        add("V", "library", _("&All agreements"), Where.EDITOR, "Alt+Home")
        self._fill_sorting()
        add("V", "pane", _("Ne&xt pane"), Where.START, "F6", on_page=True)
        self._named["pane"].setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.menus["V"].addSeparator()
        add("V", "larger", _("&Larger text"), Where.ANYWHERE, _Key.ZoomIn)
        self._named["larger"].setShortcuts([QKeySequence(_Key.ZoomIn), QKeySequence("Ctrl+=")])
        add("V", "smaller", _("S&maller text"), Where.ANYWHERE, _Key.ZoomOut)
        add("V", "usual", _("&Usual text size"), Where.ANYWHERE, "Ctrl+0")
        add("T", "settings", _("&Settings…"), Where.ANYWHERE, "Ctrl+,")
        self._named["settings"].setMenuRole(QAction.MenuRole.PreferencesRole)
        add("T", "folder", _("Open library &folder"), Where.ANYWHERE)
        add("T", "check", _("&Check the library…"), Where.ANYWHERE)
        add("H", "keys", _("&Keyboard…"), Where.ANYWHERE)
        add("H", "about", _("&About SLA Editor"), Where.ANYWHERE)
        self._named["about"].setMenuRole(QAction.MenuRole.AboutRole)

    def _fill_file(self) -> None:
        add = self._add
        add("F", "new", _("&New agreement…"), Where.ANYWHERE, _Key.New)
        add("F", "open_file", _("&Open file…"), Where.ANYWHERE, _Key.Open)
        self.menus["F"].addSeparator()
        add("F", "save", _("&Save now"), Where.EDITOR, _Key.Save)
        add("F", "save_copy", _("Save a &copy…"), Where.EDITOR, "Ctrl+Shift+S")
        add("F", "revert", _("Rever&t to last opened…"), Where.EDITOR)
        self.menus["F"].addSeparator()
        add("F", "export", _("&Export…"), Where.EDITOR, "Ctrl+E")
        add("F", "export_pdf", _("Export as &PDF…"), Where.EDITOR)
        add("F", "export_again", _("Export &again"), Where.EDITOR, "Ctrl+Shift+E")
        add("F", "review", _("&Import review…"), Where.LIBRARY | Where.EDITOR, "Ctrl+I")
        self.menus["F"].addSeparator()
        add("F", "print_preview", _("Print pre&view…"), Where.EDITOR)
        add("F", "print", _("P&rint…"), Where.EDITOR, _Key.Print)
        self.menus["F"].addSeparator()
        add("F", "list_csv", _("Export the &list as CSV…"), Where.LIBRARY)
        add("F", "pack", _("&Back up the whole library…"), Where.ANYWHERE)
        add("F", "unpack", _("Restore &from a back-up file…"), Where.ANYWHERE)
        self.menus["F"].addSeparator()
        add("F", "quit", _("&Quit"), Where.ANYWHERE, "Ctrl+Q")
        self._named["quit"].setMenuRole(QAction.MenuRole.QuitRole)

    def _fill_agreement(self) -> None:
        add = self._add
        add("A", "open", _("&Open"), Where.LIBRARY, "Return", on_page=True)
        add("A", "duplicate", _("&Duplicate…"), Where.LIBRARY, "Ctrl+D", on_page=True)
        add("A", "rename", _("&Rename…"), Where.LIBRARY, "F2", on_page=True)
        add("A", "trash", _("&Move to trash"), Where.LIBRARY, _Key.Delete, on_page=True)
        add("A", "restore", _("R&estore"), Where.TRASH)
        add("A", "delete", _("Delete for &good…"), Where.TRASH, _Key.Delete, on_page=True)
        add("A", "empty", _("Empt&y trash…"), Where.TRASH)
        add("A", "history", _("&History…"), Where.EDITOR, "Ctrl+Shift+H")
        add("A", "levels_in", _("Ser&vice levels from a spreadsheet (CSV)…"), Where.EDITOR)
        add("A", "levels_out", _("Service &levels to a spreadsheet (CSV)…"), Where.EDITOR)
        add("A", "record", _("Record of the negot&iation…"), Where.EDITOR)

    def _fill_sorting(self) -> None:
        menu = self.menus["V"].addMenu(_("&Sort by"))
        self._where[menu.menuAction()] = Where.START
        for column in Column:
            action = QAction(HEADINGS[column], menu)
            self._named[f"sort_{column.name.lower()}"] = action
            menu.addAction(action)

    def _add(
        self,
        letter: str,
        name: str,
        words: str,
        where: Where,
        key: Key = "",
        *,
        on_page: bool = False,
    ) -> None:
        """One action; `on_page` keeps its key for the list, so that it does nothing in a field."""
        action = QAction(words, self._window)
        if key:
            action.setShortcut(QKeySequence(key))
        if on_page:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.menus[letter].addAction(action)
        self._where[action] = where
        self._named[name] = action
