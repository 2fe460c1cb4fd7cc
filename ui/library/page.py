"""The start page: what there is on this computer, found, sorted and opened."""

from PySide6.QtCore import QEvent, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from slaeditor.i18n import _, ngettext
from slaeditor.library.drafts import Library
from ui.library.damage import DamageBar
from ui.library.empty import FirstSight, NothingFound, trash_empty
from ui.library.filters import Filters
from ui.library.model import AgreementsModel
from ui.library.rows import Row, rows_of
from ui.library.side import Shelf, ShelfList
from ui.library.table import AgreementsTable
from ui.library.trash import TrashBar
from ui.theme.tokens import MEDIUM, WIDE
from ui.theme.widgets import (
    PrimaryButton,
    Words,
    hint,
    section_title,
    set_surface,
)

_EDGE = 24
_SIDE_WIDTH = 12.7  # in heights of a line of text


class LibraryPage(QWidget):
    """Shows a library and tells what the person wants; it changes nothing itself.

    `opened` carries the id of a draft to open; the actions that the window gives with
    `offer_actions` work on `current()`. `rows` are all agreements as read last.
    """

    opened = Signal(str)
    new_requested = Signal()
    file_requested = Signal()
    example_requested = Signal()
    restore_requested = Signal()
    delete_requested = Signal()
    empty_requested = Signal()
    rescue_requested = Signal(str)
    folder_requested = Signal(str)
    chosen = Signal()

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self.rows: list[Row] = []
        self._trashed: list[Row] = []
        self._actions: dict[Shelf, list[QAction]] = {Shelf.ALL: [], Shelf.TRASH: []}
        self.model = AgreementsModel()
        self.table = AgreementsTable(self.model)
        self.side = ShelfList()
        self.filters = Filters()
        self.trash_bar = TrashBar()
        self.damage = DamageBar()
        self.count = hint("")
        self.new_button = PrimaryButton(_("New agreement"), "plus-file")
        self._stack = QStackedWidget()
        self._empty, self._no_hits, self._trash_empty = FirstSight(), NothingFound(), trash_empty()
        for part in (self.table, self._empty, self._no_hits, self._trash_empty):
            self._stack.addWidget(part)
        self._lay_out()
        self._connect()
        self._show_shelf(Shelf.ALL)

    @property
    def shelf(self) -> Shelf:
        """Whether the agreements or the trash are shown."""
        return Shelf(self.side.currentRow())

    def current(self) -> Row | None:
        """The chosen line; None where none is, or none is shown."""
        return self.table.current() if self._stack.currentWidget() is self.table else None

    def offer_actions(self, shelf: Shelf, actions: list[QAction]) -> None:
        """Put these into the menu of a line of that shelf."""
        self._actions[shelf] = actions

    @Slot()
    def refresh(self) -> None:
        """Read the library anew; the chosen line stays chosen, or its neighbour becomes so."""
        before = self.rows, self._trashed
        self.rows = rows_of(self._library.summaries())
        self._trashed = rows_of(self._library.trashed())
        if (self.rows, self._trashed) != before or not self.rows:
            self._show_rows()

    def choose(self, draft_id: str) -> None:
        """Show all agreements, with that one chosen."""
        self.side.setCurrentRow(Shelf.ALL)
        if self.filters.is_narrowing and self.model.number_of(draft_id) < 0:
            self.filters.reset()
        self.table.choose(draft_id)

    def focus_first(self) -> None:
        """Give the keys to the list, or to the button of an empty library."""
        if self._stack.currentWidget() is self.table:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._stack.currentWidget() is self._empty:
            self._empty.start.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.side.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header())
        body = QHBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self._side_panel())
        body.addWidget(self._content(), 1)
        column.addLayout(body, 1)

    def changeEvent(self, event: QEvent) -> None:
        """Let the side grow with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._widen_panel()

    def _widen_panel(self) -> None:
        self._panel.setFixedWidth(round(self.fontMetrics().height() * _SIDE_WIDTH))

    @Slot()
    def go_to_next_pane(self) -> None:
        """Give the keys to the next of side, line above the list, and list."""
        panes = (self.side, self.filters, self.trash_bar, self._stack)
        shown = [pane for pane in panes if pane.isVisible() and pane.isEnabled()]
        focused = self.window().focusWidget()
        at = [n for n, pane in enumerate(shown) if pane is focused or pane.isAncestorOf(focused)]
        pane = shown[((at or [-1])[0] + 1) % len(shown)]
        if pane is self._stack:
            self.focus_first()
        else:
            pane.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _header(self) -> QWidget:
        bar = QWidget()
        set_surface(bar, "bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(WIDE, MEDIUM, WIDE, MEDIUM)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(section_title(_("Agreements")))
        words.addWidget(self.count)
        row.addLayout(words, 1)
        row.addWidget(self.new_button)
        return bar

    def _side_panel(self) -> QWidget:
        panel = QWidget()
        set_surface(panel, "side")
        self._panel = panel
        self._widen_panel()
        column = QVBoxLayout(panel)
        column.setContentsMargins(MEDIUM, WIDE, MEDIUM, WIDE)
        column.addWidget(self.side, 1)
        stays = Words(_("All data stays on this computer."), "hint")
        column.addWidget(stays)
        return panel

    def _content(self) -> QWidget:
        content = QWidget()
        set_surface(content, "window")
        column = QVBoxLayout(content)
        column.setContentsMargins(_EDGE, 18, _EDGE, 18)
        column.setSpacing(MEDIUM)
        for part in (self.filters, self.trash_bar, self.damage):
            column.addWidget(part)
        column.addWidget(self._stack, 1)
        return content

    def _connect(self) -> None:
        for button in (self.new_button, self._empty.start):
            button.clicked.connect(self.new_requested)
        self._empty.example.clicked.connect(self.example_requested)
        self._empty.file.clicked.connect(self.file_requested)
        self._no_hits.all_button.clicked.connect(self.filters.reset)
        self.side.shelf_chosen.connect(self._on_shelf_chosen)
        self.filters.changed.connect(self._show_rows)
        self.filters.file_requested.connect(self.file_requested)
        self.filters.search.down_pressed.connect(self._on_down_pressed)
        self.table.opened.connect(self.open_current)
        self.table.chosen.connect(self._on_chosen)
        self.table.customContextMenuRequested.connect(self._on_context_menu_requested)
        self.trash_bar.restore_requested.connect(self.restore_requested)
        self.trash_bar.delete_requested.connect(self.delete_requested)
        self.trash_bar.empty_requested.connect(self.empty_requested)
        self.damage.rescue_requested.connect(self.rescue_requested)
        self.damage.folder_requested.connect(self.folder_requested)

    def _show_shelf(self, shelf: Shelf) -> None:
        in_trash = shelf is Shelf.TRASH
        self.filters.setVisible(not in_trash)
        self.trash_bar.setVisible(in_trash)
        self.table.setAccessibleName(_("Trash") if in_trash else _("Agreements"))
        self._show_rows()

    @Slot()
    def _show_rows(self) -> None:
        before, number = self.table.current(), self.table.currentIndex().row()
        held = self.table.hasFocus()
        rows = self._trashed if self.shelf is Shelf.TRASH else self._found()
        self.model.show_rows(rows)
        self._stack.setCurrentWidget(self._view_for(rows))
        self.table.choose(before.id if before else "", max(number, 0))
        self._say_counts()
        self._on_chosen()
        if held and not self.table.isVisible():
            self.focus_first()

    def _found(self) -> list[Row]:
        if not self.filters.is_narrowing:
            return self.rows
        fitting = [row for row in self.rows if self.filters.fits(row)]
        if not self.filters.words:
            return fitting
        found = {each.id for each in self._library.find(self.filters.words)}
        return [row for row in fitting if row.id in found]

    def _view_for(self, rows: list[Row]) -> QWidget:
        if rows:
            return self.table
        if self.shelf is Shelf.TRASH:
            return self._trash_empty
        return self._no_hits if self.rows else self._empty

    def _say_counts(self) -> None:
        self.side.count_trash(len(self._trashed))
        self.trash_bar.set_count(len(self._trashed))
        self.filters.set_in_use(bool(self.rows))
        count = len(self.rows)
        self.count.setText(
            ngettext(
                "{count} agreement on this computer", "{count} agreements on this computer", count
            ).format(count=count)
        )

    @Slot(int)
    def _on_shelf_chosen(self, number: int) -> None:
        self._show_shelf(Shelf(number))

    @Slot()
    def _on_down_pressed(self) -> None:
        if self._stack.currentWidget() is self.table:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def open_current(self) -> None:
        """Open the chosen agreement; of a damaged one give the keys to the ways out."""
        row = self.current()
        if row is None:
            return
        if row.damage:
            self.damage.focus_first()
        elif self.shelf is Shelf.ALL:
            self.opened.emit(row.id)

    @Slot()
    def _on_chosen(self) -> None:
        row = self.current()
        self.damage.show_row(row, self._library if self.shelf is Shelf.ALL else None)
        self.trash_bar.set_chosen(row is not None)
        self.chosen.emit()

    @Slot(QPoint)
    def _on_context_menu_requested(self, place: QPoint) -> None:
        if self.current() is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self._actions[self.shelf])
        menu.popup(self.table.viewport().mapToGlobal(place))
