"""The start page: what there is on this computer, found, sorted and opened."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QPoint, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from slaeditor.i18n import _, ngettext
from slaeditor.library.home import Home
from slaeditor.library.remembered import DRAFTS, TRASH, remembered
from ui.library.filters import Filters
from ui.library.model import AgreementsModel
from ui.library.rows import RememberedRows, Row, rows_of
from ui.library.side import Shelf, ShelfList
from ui.library.table import AgreementsTable
from ui.theme.tokens import MEDIUM, WIDE
from ui.theme.widgets import (
    PrimaryButton,
    Words,
    hint,
    section_title,
    set_surface,
)

if TYPE_CHECKING:
    from ui.library.occasional import Occasional

_EDGE = 24
_SIDE_WIDTH = 12.7  # in heights of a line of text


class LibraryPage(QWidget):
    """Shows a library and tells what the person wants; it changes nothing itself.

    It begins with what the list showed last, until `refresh` reads the library.

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

    def __init__(self, home: Home, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._home = home
        self.rows: Sequence[Row] = []
        self._trashed: Sequence[Row] = []
        self._is_read = False
        self._occasional: Occasional | None = None
        self._actions: dict[Shelf, list[QAction]] = {Shelf.ALL: [], Shelf.TRASH: []}
        self.model = AgreementsModel()
        self.table = AgreementsTable(self.model)
        self.side = ShelfList()
        self.filters = Filters()
        self.count = hint("")
        self.new_button = PrimaryButton(_("New agreement"), "plus-file")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self.table.setAccessibleName(_("Agreements"))
        self._lay_out()
        self._connect()
        self._show_remembered()

    @property
    def shelf(self) -> Shelf:
        """Whether the agreements or the trash are shown."""
        return Shelf(self.side.currentRow())

    def current(self) -> Row | None:
        """The chosen line; None where none is, or none is shown."""
        return self.table.current() if self._stack.currentWidget() is self.table else None

    @property
    def occasional(self) -> "Occasional":
        """The parts that don't always show."""
        if self._occasional is None:
            from ui.library.occasional import Occasional  # the list shows without

            self._occasional = Occasional(self._column, self._stack)
            self._connect_occasional(self._occasional)
        return self._occasional

    def complete(self) -> None:
        """Make what the first painting does without."""
        self.table.complete()
        self.occasional.trash_bar.set_count(len(self._trashed))

    def offer_actions(self, shelf: Shelf, actions: list[QAction]) -> None:
        """Put these into the menu of a line of that shelf."""
        self._actions[shelf] = actions

    @Slot()
    def refresh(self) -> None:
        """Read the library anew; the chosen line stays chosen, or its neighbour becomes so."""
        before = self.rows, self._trashed, self._is_read
        library = self._home.library
        self.rows, self._trashed = rows_of(library.summaries()), rows_of(library.trashed())
        self._is_read = True
        if (self.rows, self._trashed, True) != before or not self.rows:
            self._show_rows()

    def choose(self, draft_id: str) -> None:
        """Show all agreements, with that one chosen."""
        self.side.setCurrentRow(Shelf.ALL)
        if self.filters.is_narrowing and self.model.number_of(draft_id) < 0:
            self.filters.reset()
        self.table.choose(draft_id)

    def focus_first(self) -> None:
        """Give the keys to the list, or to the button of an empty library."""
        shown = self._stack.currentWidget()
        if shown is self.table:
            self.table.setFocus()
        elif shown is self.occasional.first_sight:
            self.occasional.first_sight.start.setFocus()
        else:
            self.side.setFocus()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(_header(self.count, self.new_button))
        body = QHBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        self._panel = _side_panel(self.side)
        self._widen_panel()
        body.addWidget(self._panel)
        content, self._column = _content(self.filters, self._stack)
        body.addWidget(content, 1)
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
        panes = (self.side, self.filters, self.occasional.trash_bar, self._stack)
        shown = [pane for pane in panes if pane.isVisible() and pane.isEnabled()]
        focused = self.window().focusWidget()
        at = [n for n, pane in enumerate(shown) if pane is focused or pane.isAncestorOf(focused)]
        pane = shown[((at or [-1])[0] + 1) % len(shown)]
        if pane is self._stack:
            self.focus_first()
        else:
            pane.setFocus(QtCore.Qt.FocusReason.ShortcutFocusReason)

    def _connect(self) -> None:
        self.new_button.clicked.connect(self.new_requested)
        self.side.shelf_chosen.connect(self._show_shelf)
        self.filters.changed.connect(self._show_rows)
        self.filters.file_requested.connect(self.file_requested)
        self.filters.search.down_pressed.connect(self._on_down_pressed)
        self.table.opened.connect(self.open_current)
        self.table.chosen.connect(self._on_chosen)
        self.table.customContextMenuRequested.connect(self._on_context_menu_requested)

    def _connect_occasional(self, parts: "Occasional") -> None:
        parts.first_sight.start.clicked.connect(self.new_requested)
        parts.first_sight.example.clicked.connect(self.example_requested)
        parts.first_sight.file.clicked.connect(self.file_requested)
        parts.nothing_found.all_button.clicked.connect(self.filters.reset)
        parts.trash_bar.restore_requested.connect(self.restore_requested)
        parts.trash_bar.delete_requested.connect(self.delete_requested)
        parts.trash_bar.empty_requested.connect(self.empty_requested)
        parts.damage.rescue_requested.connect(self.rescue_requested)
        parts.damage.folder_requested.connect(self.folder_requested)

    def _show_remembered(self) -> None:
        """Show what the list showed last; nothing where that isn't known, until it is read."""
        drafts = remembered(self._home.folder / DRAFTS, self._home.local)
        trashed = remembered(self._home.folder / TRASH, self._home.local)
        self._trashed = RememberedRows(trashed) if trashed is not None else []
        if drafts is not None:
            self.rows = RememberedRows(drafts)
            self._is_read = not self.rows
        self._show_rows()

    @Slot(int)
    def _show_shelf(self, number: int) -> None:
        in_trash = number == Shelf.TRASH
        self.filters.setVisible(not in_trash)
        self.occasional.trash_bar.setVisible(in_trash)
        self.table.setAccessibleName(_("Trash") if in_trash else _("Agreements"))
        self._show_rows()

    @Slot()
    def _show_rows(self) -> None:
        before, number = self.table.current(), self.table.currentIndex().row()
        focused = self.window().focusWidget()
        bars = self._occasional
        held = focused is self.table or (bars and bars.trash_bar.isAncestorOf(focused))
        rows = self._trashed if self.shelf is Shelf.TRASH else self._found()
        self.model.show_rows(rows)
        self._stack.setCurrentWidget(self._view_for(rows))
        self.table.choose(before.id if before else "", max(number, 0))
        self._say_counts()
        self._on_chosen()
        if held and not self.table.isVisible():
            self.focus_first()

    def _found(self) -> Sequence[Row]:
        if not self.filters.is_narrowing:
            return self.rows
        fitting = [row for row in self.rows if self.filters.fits(row)]
        if not self.filters.words:
            return fitting
        found = {each.id for each in self._home.library.find(self.filters.words)}
        return [row for row in fitting if row.id in found]

    def _view_for(self, rows: Sequence[Row]) -> QWidget:
        if rows or not self._is_read:
            return self.table
        if self.shelf is Shelf.TRASH:
            return self.occasional.trash_empty
        return self.occasional.nothing_found if self.rows else self.occasional.first_sight

    def _say_counts(self) -> None:
        self.side.count_trash(len(self._trashed))
        if self._occasional is not None:
            self._occasional.trash_bar.set_count(len(self._trashed))
        self.filters.set_in_use(bool(self.rows))
        count = len(self.rows)
        if not (count or self._is_read):
            return
        self.count.setText(
            ngettext(
                "{count} agreement on this computer", "{count} agreements on this computer", count
            ).format(count=count)
        )

    @Slot()
    def _on_down_pressed(self) -> None:
        if self._stack.currentWidget() is self.table:
            self.table.setFocus()

    @Slot()
    def open_current(self) -> None:
        """Open the chosen agreement; of a damaged one give the keys to the ways out."""
        row = self.current()
        if row is None:
            return
        if row.damage:
            self.occasional.damage.focus_first()
        elif self.shelf is Shelf.ALL:
            self.opened.emit(row.id)

    @Slot()
    def _on_chosen(self) -> None:
        row = self.current()
        if self._occasional is not None or (self._is_read and row is not None and row.damage):
            home = self._home if self.shelf is Shelf.ALL else None
            self.occasional.damage.show_row(row, home)
            self.occasional.trash_bar.set_chosen(row is not None)
        self.chosen.emit()

    @Slot(QPoint)
    def _on_context_menu_requested(self, place: QPoint) -> None:
        if self.current() is None:
            return
        menu = QMenu(self)
        menu.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self._actions[self.shelf])
        menu.popup(self.table.viewport().mapToGlobal(place))


def _header(count: QLabel, button: QPushButton) -> QWidget:
    bar = QFrame()
    set_surface(bar, "bar")
    row = QHBoxLayout(bar)
    row.setContentsMargins(WIDE, MEDIUM, WIDE, MEDIUM - 1)  # and the line under it
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(section_title(_("Agreements")))
    words.addWidget(count)
    row.addLayout(words, 1)
    row.addWidget(button)
    return bar


def _side_panel(side: QWidget) -> QWidget:
    panel = QFrame()
    set_surface(panel, "side")
    column = QVBoxLayout(panel)
    column.setContentsMargins(MEDIUM, WIDE, MEDIUM, WIDE)
    column.addWidget(side, 1)
    column.addWidget(Words(_("All data stays on this computer."), "hint"))
    return panel


def _content(filters: QWidget, stack: QWidget) -> tuple[QWidget, QVBoxLayout]:
    content = QFrame()
    set_surface(content, "window")
    column = QVBoxLayout(content)
    column.setContentsMargins(_EDGE, 18, _EDGE, 18)
    column.setSpacing(MEDIUM)
    column.addWidget(filters)
    column.addWidget(stack, 1)
    return content, column
