"""What can be done on the page with a key, in the menus and in the header."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from slaeditor.editing.undo import UndoStack
from slaeditor.i18n import _

_Key = QKeySequence.StandardKey
_ON_PAGE = Qt.ShortcutContext.WidgetWithChildrenShortcut


class PageActions:
    """The actions, children of the page; `menus` puts them into the menus of the window."""

    def __init__(self, page: QObject) -> None:
        self._page = page
        self.undo = self._action(_("&Undo"))
        self.undo.setShortcuts(QKeySequence.keyBindings(_Key.Undo))
        self.redo = self._action(_("&Redo"))
        self.redo.setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])
        # Ctrl+F belongs to the page on the page: the start page has a search of its own.
        self.find = self._action(_("F&ind in the agreement…"), "Ctrl+F", _ON_PAGE)
        self.find_next = self._action(_("Find &next"), "F3")
        self.find_previous = self._action(_("Find &previous"), "Shift+F3")
        self.preview = self._action(_("&Preview"), "F9", checkable=True)
        self.next_section = self._action(_("&Next section"), "Ctrl+PgDown")
        self.previous_section = self._action(_("P&revious section"), "Ctrl+PgUp")
        self.next_pane = self._action(_("Next pane"), "F6")
        self.previous_pane = self._action(_("Previous pane"), "Shift+F6")
        self.check = self._action(_("&Things to check"), "Ctrl+R", checkable=True)
        self.next_check = self._action(_("Next thing to &check"), "F8")
        self.previous_check = self._action(_("Previous thing to check"), "Shift+F8")
        self.why = self._action(_("&Why this matters"), "F1")

    @property
    def menus(self) -> dict[str, tuple[QAction, ...]]:
        """The actions by the letter of the menu they belong to: Edit, View, Agreement, Help."""
        return {
            "E": (self.undo, self.redo, self.find, self.find_next, self.find_previous),
            "V": (
                self.preview,
                self.next_section,
                self.previous_section,
                self.next_pane,
                self.previous_pane,
            ),
            "A": (self.check, self.next_check, self.previous_check),
            "H": (self.why,),
        }

    def all(self) -> list[QAction]:
        """Every action."""
        return [action for actions in self.menus.values() for action in actions]

    def show_steps(self, stack: UndoStack) -> None:
        """Say what undo and redo would do now; those without anything to do are off."""
        for action, plain, named, label in (
            (self.undo, _("&Undo"), _("&Undo {step}"), stack.undo_label),
            (self.redo, _("&Redo"), _("&Redo {step}"), stack.redo_label),
        ):
            escaped = label.replace("&", "&&")
            action.setText(named.format(step=escaped) if label else plain)
            action.setEnabled(bool(label))

    def _action(
        self,
        words: str,
        key: str = "",
        context: Qt.ShortcutContext = Qt.ShortcutContext.WindowShortcut,
        *,
        checkable: bool = False,
    ) -> QAction:
        action = QAction(words, self._page)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(context)
        action.setCheckable(checkable)
        return action
