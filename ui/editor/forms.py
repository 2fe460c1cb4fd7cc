"""The forms of all sections: each made when it is shown first, one shown at a time."""

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from slaeditor.agreement import SECTIONS
from slaeditor.editing.open_draft import OpenDraft
from ui.editor.places import place_or_first_below, screen_at
from ui.form.view import FormView, row_around

_SCREENS = tuple(SECTIONS)


class Forms(QStackedWidget):
    """`screen_shown` carries the screen, `field_focused` the path of the field with the focus.

    `comparison_requested` (path) asks for both versions of what two computers changed differently.
    """

    screen_shown = Signal(str)
    field_focused = Signal(str)
    item_removed = Signal(str)
    comparison_requested = Signal(str)

    def __init__(self, draft: OpenDraft, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._today = today
        self._forms: dict[str, FormView] = {}
        self._last = ""
        self.screen_name = ""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
        self.destroyed.connect(draft.permission.subscribe(self._on_permission_changed))
        self.show_screen(_SCREENS[0])

    @Slot(str)
    def show_screen(self, screen: str) -> None:
        """Show a screen; the focus stays where it is, unless it was in the form that goes."""
        if screen == self.screen_name:
            return
        held = self.holds_focus()
        if screen not in self._forms:
            self._forms[screen] = self._made(screen)
        self.screen_name = screen
        self._last = ""
        self.setCurrentWidget(self.form)
        self.screen_shown.emit(screen)
        if held:
            self.form.focus_first()

    @Slot(str)
    def enter_screen(self, screen: str) -> None:
        """Show a screen with the focus in its first field."""
        self.show_screen(screen)
        self.form.focus_first()

    def step(self, by: int) -> None:
        """Enter the screen so many further on; at the ends nothing happens."""
        number = _SCREENS.index(self.screen_name) + by
        if 0 <= number < len(_SCREENS):
            self.enter_screen(_SCREENS[number])

    @property
    def form(self) -> FormView:
        """The form shown."""
        return self._forms[self.screen_name]

    def reveal(self, path: str, select: str = "") -> bool:
        """Show what stands at a path with the focus in it; False where no screen has it."""
        agreement = self._draft.agreement
        screen = screen_at(agreement, path)
        if not screen:
            return False
        self.show_screen(screen)
        if path in SECTIONS:
            self.form.focus_first()
            return True
        if self.form.reveal(path, select):
            return True
        place = place_or_first_below(agreement, path)
        if place is not None and place.path != path:
            return self.form.reveal(place.path, select)
        return False

    def location(self) -> str:
        """The path of the field that has or had the focus, else of the item or screen shown."""
        if self.holds_focus() or not self._last:
            return self.form.location() or self.screen_name
        return self._last

    def focus_back(self) -> None:
        """Give the keys to the field that had them, or to the first one."""
        if not self._last or not self.reveal(self._last):
            self.form.focus_first()

    def toggle_why(self) -> None:
        """Show or hide why the field with the focus matters."""
        row = row_around(self._focused())
        if row is not None:
            row.toggle_why()

    def holds_focus(self) -> bool:
        """Whether the focus is in the form."""
        focused = self._focused()
        return focused is not None and self.isAncestorOf(focused)

    def _on_permission_changed(self) -> None:
        """Make the forms anew, to fill in or to look at; the person stays at the place."""
        held, at, screen = self.holds_focus(), self.location(), self.screen_name
        old, self._forms, self.screen_name = list(self._forms.values()), {}, ""
        self.show_screen(screen)
        for form in old:
            self.removeWidget(form)
            form.hide()
            form.deleteLater()
        if held or at != screen:
            self.reveal(at)

    def _focused(self) -> QWidget | None:
        return self.window().focusWidget()

    def _made(self, screen: str) -> FormView:
        form = FormView(self._draft, screen, self._today, self)
        form.screen_requested.connect(self.enter_screen)
        form.item_removed.connect(self.item_removed)
        form.comparison_requested.connect(self.comparison_requested)
        self.addWidget(form)
        return form

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is None or not self.isAncestorOf(new):
            return
        row = row_around(new)
        self._last = row.spec.path if row is not None else ""
        if row is not None:
            self.field_focused.emit(row.spec.path)
