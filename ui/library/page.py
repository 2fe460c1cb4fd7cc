"""The start page: what there is on this computer, found, sorted and opened."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QPoint, Signal, Slot
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
from ui.library.catalogue import Catalogue
from ui.library.filters import Filters
from ui.library.finds import Finds
from ui.library.model import AgreementsModel
from ui.library.reading import Reading, Shelves
from ui.library.rows import RememberedRows, Row
from ui.library.side import Shelf, ShelfList, SidePanel
from ui.library.table import AgreementsTable
from ui.theme.tokens import MEDIUM, WIDE
from ui.theme.widgets import (
    PrimaryButton,
    hint,
    section_title,
    set_surface,
)

if TYPE_CHECKING:
    from ui.library.occasional import Occasional

_EDGE = 24


class LibraryPage(QWidget):
    """Shows a library and tells what the person wants; it changes nothing itself.

    It begins with what the list showed last, until `refresh` reads the library; `refreshed` says
    that it has been read.

    `opened` carries the id of a draft to open, `hit_opened` also the path of the answer found in
    it and the text found there; the actions that the window gives with `offer_actions` work on
    `current()`.
    """

    opened = Signal(str)
    hit_opened = Signal(str, str, str)
    refreshed = Signal()
    new_requested = Signal()
    file_requested = Signal()
    example_requested = Signal()
    restore_requested = Signal()
    delete_requested = Signal()
    empty_requested = Signal()
    rescue_requested = Signal(str)
    salvage_requested = Signal(str)
    folder_requested = Signal(str)
    chosen = Signal()

    def __init__(self, home: Home, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._home = home
        self._shelves = Shelves(Catalogue([]), Catalogue([]))
        self._is_read = self._is_known = False
        self._to_choose = ""
        self._occasional: Occasional | None = None
        self._actions: dict[Shelf, list[QAction]] = {Shelf.ALL: [], Shelf.TRASH: []}
        self.model = AgreementsModel()
        self.table = AgreementsTable(self.model)
        self.side = ShelfList()
        self.filters = Filters()
        self._reading = Reading(home, self)
        self._finds = Finds(home, self.model, lambda: self.occasional.progress, self)
        self.count = hint("")
        self.new_button = PrimaryButton(_("New agreement"), "plus-file")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self.table.setAccessibleName(_("Agreements"))
        self._lay_out()
        self._connect()
        self._show_remembered()

    @property
    def rows(self) -> Sequence[Row]:
        """All agreements as read last."""
        return self._shelves.drafts.rows

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
            _connect_occasional(self, self._occasional)
        return self._occasional

    def complete(self) -> None:
        """Make what the first painting does without."""
        self.table.complete()
        self.occasional.trash_bar.set_count(len(self._shelves.trashed.rows))

    def offer_actions(self, shelf: Shelf, actions: list[QAction]) -> None:
        """Put these into the menu of a line of that shelf."""
        self._actions[shelf] = actions

    @Slot()
    def refresh(self) -> None:
        """Read the library anew, a large one on a thread; `refreshed` follows.

        The chosen line stays chosen, or its neighbour becomes so.
        """
        self._reading.begin(self._shelves, is_known=self._is_known)

    def end_search(self) -> None:
        """Search no more; waits a moment for the thread that does."""
        self._finds.end()

    def choose(self, draft_id: str) -> None:
        """Show all agreements, with that one chosen, if need be once the library is read."""
        self.side.setCurrentRow(Shelf.ALL)
        if self.filters.is_narrowing and self.model.number_of(draft_id) < 0:
            self.filters.reset()
        self._to_choose = draft_id if self._reading.is_under_way else ""
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
        body.addWidget(SidePanel(self.side))
        content, self._column = _content(self.filters, self._stack)
        body.addWidget(content, 1)
        column.addLayout(body, 1)

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
        self.filters.changed.connect(self._on_filters_changed)
        self.filters.settled.connect(self._search)
        self._finds.came.connect(self._show_rows)
        self._reading.read.connect(self._on_read)
        self.model.order_chosen.connect(self._show_rows)
        self.filters.file_requested.connect(self.file_requested)
        self.filters.search.down_pressed.connect(
            lambda: self.table.setFocus() if self.table.isVisible() else None
        )
        self.table.opened.connect(self.open_current)
        self.table.chosen.connect(self._on_chosen)
        self.table.customContextMenuRequested.connect(self._on_context_menu_requested)

    def _show_remembered(self) -> None:
        """Show what the list showed last; nothing where that isn't known, until it is read."""
        drafts = remembered(self._home.folder / DRAFTS, self._home.local)
        trashed = remembered(self._home.folder / TRASH, self._home.local)
        rows = [RememberedRows(each) if each is not None else [] for each in (drafts, trashed)]
        self._shelves = Shelves(*(Catalogue(each) for each in rows))
        self._is_known = drafts is not None
        self._is_read = drafts is not None and not self.rows
        self._show_rows()

    @Slot(object)
    def _on_read(self, shelves: Shelves) -> None:
        before = *self._shelves, self._is_read
        self._shelves, self._is_read, self._is_known = shelves, True, True
        if (*shelves, True) != before or not self.rows:
            self._show_rows()
            self._search()
        if self._to_choose:
            self.choose(self._to_choose)
            self._to_choose = ""
        self.refreshed.emit()

    @Slot()
    def _search(self) -> None:
        self._finds.search(self._shelves.drafts, self.filters.state)

    @Slot()
    def _on_filters_changed(self) -> None:
        words = self.filters.words
        is_narrowed = words == self._finds.words  # or widened, by the boxes
        self._finds.look_for(words)
        if is_narrowed:
            self._search()
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
        focused = self.window().focusWidget()
        bars = self._occasional
        held = focused is self.table or (bars and bars.trash_bar.isAncestorOf(focused))
        order = self.model.order
        if self.shelf is Shelf.TRASH:
            rows = self._shelves.trashed.in_order(None, *order)
        else:
            rows = self._finds.rows(self._shelves.drafts, self.filters.state, order)
        self.table.show_hits(self.shelf is Shelf.ALL and bool(self.filters.words))
        self.table.show_rows(rows)
        self._stack.setCurrentWidget(self._view_for(rows))
        self._finds.say(len(rows))
        self._say_counts()
        self._on_chosen()
        if held and not self.table.isVisible():
            self.focus_first()

    def _view_for(self, rows: Sequence[Row]) -> QWidget:
        if rows or not self._is_read or not self._finds.is_over:
            return self.table
        if self.shelf is Shelf.TRASH:
            return self.occasional.trash_empty
        return self.occasional.nothing_found if self.rows else self.occasional.first_sight

    def _say_counts(self) -> None:
        self.side.count_trash(len(self._shelves.trashed.rows))
        if self._occasional is not None:
            self._occasional.trash_bar.set_count(len(self._shelves.trashed.rows))
        self.filters.set_in_use(bool(self.rows))
        count = len(self.rows)
        if not (count or self._is_read):
            return
        self.count.setText(
            ngettext(
                "{count} agreement on this computer", "{count} agreements on this computer", count
            ).format(count=f"{count:,}")
        )

    @Slot()
    def open_current(self) -> None:
        """Open the chosen agreement; of a damaged one give the keys to the ways out."""
        row = self.current()
        if row is None:
            return
        if row.damage:
            self.occasional.damage.focus_first()
        elif self.shelf is Shelf.ALL:
            found = self.model.passage_of(row.id)
            if found is None:
                self.opened.emit(row.id)
            else:
                self.hit_opened.emit(row.id, found.path, found.matched)

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


def _connect_occasional(page: LibraryPage, parts: "Occasional") -> None:
    """Have the buttons of the bars tell what the person wants."""
    parts.first_sight.start.clicked.connect(page.new_requested)
    parts.first_sight.example.clicked.connect(page.example_requested)
    parts.first_sight.file.clicked.connect(page.file_requested)
    parts.nothing_found.all_button.clicked.connect(page.filters.reset)
    parts.trash_bar.restore_requested.connect(page.restore_requested)
    parts.trash_bar.delete_requested.connect(page.delete_requested)
    parts.trash_bar.empty_requested.connect(page.empty_requested)
    parts.damage.rescue_requested.connect(page.rescue_requested)
    parts.damage.salvage_requested.connect(page.salvage_requested)
    parts.damage.folder_requested.connect(page.folder_requested)


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


def _content(filters: QWidget, stack: QWidget) -> tuple[QWidget, QVBoxLayout]:
    content = QFrame()
    set_surface(content, "window")
    column = QVBoxLayout(content)
    column.setContentsMargins(_EDGE, 18, _EDGE, 18)
    column.setSpacing(MEDIUM)
    column.addWidget(filters)
    column.addWidget(stack, 1)
    return content, column
