"""The form of one screen: its fields, or the page of one list item in their place."""

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from slaeditor.agreement import SECTIONS
from slaeditor.editing.open_draft import Changed, OpenDraft
from slaeditor.errors import UnknownPath
from slaeditor.i18n import _
from slaeditor.paths import place_at, value_at
from slaeditor.readiness.questions import Question
from ui.fields.row import FieldRow
from ui.form.fields import FormFields, ListPanel, focus
from ui.form.item_page import ItemPage
from ui.form.items import Items
from ui.form.keeping import KeepAll
from ui.form.levels import PagedItems
from ui.form.scrolling import FormArea, bring_into_view
from ui.form.summaries import SUMMARIES
from ui.form.texts import INTRODUCTIONS
from ui.theme.widgets import Button, hint, page_title


class FormView(QWidget):
    """A screen of the agreement to fill in.

    `screen_requested` (screen) comes from the buttons at the foot, `item_removed` (what) asks for
    a word to the person, `field_focused` (path) follows the focus, `comparison_requested` (path)
    asks for both versions of what two computers changed differently.
    """

    field_focused = Signal(str)
    item_removed = Signal(str)
    screen_requested = Signal(str)
    comparison_requested = Signal(str)

    def __init__(
        self, draft: OpenDraft, screen: str, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._draft = draft
        self._today = today
        self.screen_name = screen
        self._folds: dict[str, bool] = {}
        self._form = draft.agreement.form
        self._page: ItemPage | None = None
        self._stack = QStackedWidget(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.fields = self._build()
        self.destroyed.connect(draft.subscribe(self._on_changed))
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    # Building.

    def _build(self) -> FormFields:
        area = FormArea(_(SECTIONS[self.screen_name]), self._stack)
        self._area = area
        self._stack.insertWidget(0, area)
        self._stack.setCurrentIndex(0)
        area.column.addWidget(page_title(_(SECTIONS[self.screen_name])))
        area.column.addWidget(hint(_(INTRODUCTIONS[self.screen_name])))
        self._keep_all = KeepAll()
        self._keep_all.kept.connect(self._on_kept)
        area.column.addWidget(self._keep_all)
        fields = FormFields(
            self._draft,
            self._today,
            self.screen_name,
            "",
            self._make_list,
            self._folds,
            parent=area.inner,
        )
        fields.comparison_requested.connect(self.comparison_requested)
        self._keep_all.show_count(len(fields.suggestions()))
        area.column.addWidget(fields)
        area.column.addLayout(self._foot())
        area.column.addStretch(1)
        return fields

    def _foot(self) -> QHBoxLayout:
        names = list(SECTIONS)
        index = names.index(self.screen_name)
        row = QHBoxLayout()
        if index > 0:
            row.addWidget(self._foot_button(names[index - 1], "chevron-left"))
        row.addStretch(1)
        if index + 1 < len(names):
            row.addWidget(self._foot_button(names[index + 1], "chevron-right"))
        return row

    def _foot_button(self, screen: str, icon_name: str) -> Button:
        button = Button(_(SECTIONS[screen]), icon_name)
        is_back = icon_name == "chevron-left"
        words = _("Back to: {section}") if is_back else _("Go on to: {section}")
        if not is_back:  # the arrow stands where it points to
            button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        button.setAccessibleName(words.format(section=_(SECTIONS[screen])))
        button.clicked.connect(lambda: self.screen_requested.emit(screen))
        return button

    def _make_list(self, question: Question) -> tuple[QWidget, ListPanel]:
        if question.place.field.own_page:
            paged = PagedItems(self._draft, self._today, question, SUMMARIES.get(question.path))
            paged.opened.connect(self.open_item)
            paged.removed.connect(self.item_removed)
            return paged, paged
        items = Items(self._draft, self._today, question, self._make_list, self._folds)
        items.removed.connect(self.item_removed)
        items.comparison_requested.connect(self.comparison_requested)
        return items, items

    # Following the draft.

    def _on_changed(self, changed: Changed) -> None:
        if self._draft.agreement.form is not self._form:
            self._rebuild()
            return
        self.fields.refresh(changed)
        self._keep_all.show_count(len(self.fields.suggestions()))
        if self._page is not None:
            if value_at(self._draft.agreement, self._page.path) is None:
                self.close_item()
            else:
                self._page.refresh(changed)

    def _rebuild(self) -> None:
        """Another outline asks other things; the field with the focus keeps it."""
        self._form = self._draft.agreement.form
        at = self.location()
        self.close_item()
        self._stack.removeWidget(self._area)
        self._area.deleteLater()
        self.fields = self._build()
        if at:
            self.reveal(at)

    @Slot()
    def _on_kept(self) -> None:
        self.focus_first()  # the button that was pressed goes
        self._draft.confirm(*self.fields.suggestions())

    # Pages of items.

    @Slot(str)
    def open_item(self, path: str) -> None:
        """Show the page of a list item in place of the list."""
        if self._page is not None and self._page.path == path:
            return
        self.close_item()
        page = ItemPage(self._draft, self._today, path, self._make_list, self._folds, self._stack)
        page.back_requested.connect(self._on_back_requested)
        page.item_requested.connect(self.open_item)
        page.removed.connect(self.item_removed)
        page.comparison_requested.connect(self.comparison_requested)
        self._page = page
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        first = page.fields.first()
        if first is not None:
            focus(first)

    def close_item(self) -> None:
        """Go back to the list."""
        if self._page is not None:
            page, self._page = self._page, None
            self._stack.setCurrentIndex(0)
            self._stack.removeWidget(page)
            page.deleteLater()

    @Slot()
    def _on_back_requested(self) -> None:
        path = self._page.path if self._page is not None else ""
        self.close_item()
        if path:
            self.reveal(path.rpartition("/")[0])
            self.fields.reveal(path)

    # Finding one's way.

    def reveal(self, path: str, select: str = "") -> bool:
        """Show the field at a path, whatever hides it, with the focus and `select` selected.

        False where this screen has no such field.
        """
        item = self._paged_item(path)
        if item:
            self.open_item(item)
        else:
            self.close_item()
        fields = self._page.fields if self._page is not None else self.fields
        widget = fields.first() if path == item else fields.reveal(path)
        if widget is None:
            return False
        focus(widget)
        bring_into_view(widget)
        if select and isinstance(widget, FieldRow):
            select_text(widget.editor.control, select)
        return True

    def _paged_item(self, path: str) -> str:
        """The item with a page of its own that the path leads into, empty where there is none."""
        segments = path.split("/")
        for length in range(1, len(segments)):
            list_path = "/".join(segments[:length])
            try:
                place = place_at(self._draft.agreement, list_path)
            except UnknownPath:
                continue
            item = "/".join(segments[: length + 1])
            if place.field.own_page and value_at(self._draft.agreement, item) is not None:
                return item
        return ""

    def focus_first(self) -> None:
        """Put the focus on the first thing to fill in."""
        fields = self._page.fields if self._page is not None else self.fields
        first = fields.first()
        if first is not None:
            focus(first)

    def location(self) -> str:
        """The path of the field with the focus, else of the item or screen shown."""
        focused = QApplication.focusWidget()
        is_here = focused is not None and self.isAncestorOf(focused)
        row = row_around(focused) if is_here else None
        if row is not None:
            return row.spec.path
        return self._page.path if self._page is not None else ""

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.isAncestorOf(new):
            row = row_around(new)
            if row is not None:
                self.field_focused.emit(row.spec.path)


def row_around(widget: QWidget | None) -> FieldRow | None:
    """The row of the form that holds a widget."""
    while widget is not None and not isinstance(widget, FieldRow):
        widget = widget.parentWidget()
    return widget


def select_text(control: QWidget, text: str) -> None:
    """Select the first place of a text in a field, in any case of letters."""
    if isinstance(control, QLineEdit):
        at = control.text().casefold().find(text.casefold())
        if at >= 0:
            control.setSelection(at, len(text))
    elif isinstance(control, QPlainTextEdit):
        control.moveCursor(control.textCursor().MoveOperation.Start)
        control.find(text)
