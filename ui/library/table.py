"""The table of agreements: whole lines are chosen, Enter and double click open one."""

from collections.abc import Sequence

from PySide6 import QtCore
from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)

from slaeditor.i18n import _
from ui.library.model import AgreementsModel
from ui.library.rows import Column, Row
from ui.theme.widgets import own_viewport

_LINE = 2.6  # height of a line, in heights of its text
_SHARES = {
    Column.TITLE: 32,
    Column.KIND: 17,
    Column.OTHER: 19,
    Column.STATUS: 12,
    Column.READY: 9,
    Column.CHANGED: 13,
}
_LONGEST = {Column.READY: "XX 5 of 5 XX", Column.CHANGED: "yesterday, 00:00 XX"}
_FEWEST_LETTERS = 24  # of a title, before other columns make room for it
_AMONG_HITS = (Column.READY, Column.KIND)  # leave their room to what was found
_FIRST_TO_GO = (Column.KIND, Column.OTHER, Column.STATUS, Column.CHANGED, Column.READY)


class AgreementsTable(QTableView):
    """Shows the model; `opened`: the person opened the line, `chosen`: another one is current."""

    opened = Signal()
    chosen = Signal()

    def __init__(self, model: AgreementsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.agreements = model
        self._shows_hits = False
        self.setProperty("lines", True)
        self.setViewport(own_viewport())
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setProperty("textElideMode", "ElideMiddle")  # “… (copy)” stands at the end
        self.setTabKeyNavigation(False)
        self.setProperty("verticalScrollMode", "ScrollPerItem")
        self.setProperty("horizontalScrollBarPolicy", "ScrollBarAlwaysOff")
        self.setProperty("contextMenuPolicy", "CustomContextMenu")
        self.verticalHeader().hide()
        self._set_up_headings()
        self.activated.connect(self._on_activated)
        self.selectionModel().currentRowChanged.connect(self._on_current_row_changed)

    def current(self) -> Row | None:
        """The chosen line; None where none is."""
        return self.agreements.row_at(self.currentIndex().row())

    def choose(self, draft_id: str, otherwise: int = 0) -> None:
        """Choose the line of that draft, else the line with number `otherwise` or the last."""
        number = self.agreements.number_of(draft_id) if draft_id else -1
        if number < 0:
            number = min(otherwise, self.agreements.rowCount() - 1)
        self.choose_line(number)

    def choose_line(self, number: int) -> None:
        """Choose a line by its number; nothing happens without it."""
        if self.agreements.row_at(number) is not None:
            flags = QItemSelectionModel.SelectionFlag
            index = self.agreements.index(number, 0)
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def show_hits(self, shows_hits: bool) -> None:
        """Give the titles more room, for what a search found in the texts, or take it back."""
        if shows_hits is not self._shows_hits:
            self._shows_hits = shows_hits
            self._share_width()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these; the chosen line stays chosen, and where it was, or else its neighbour is."""
        if not self.agreements.rowCount():  # as at the start, which asks for no scroll bar
            self.agreements.show_rows(rows)
            self.choose_line(0)
            return
        number, top = self.currentIndex().row(), self.verticalScrollBar().value()
        chosen, first = self.agreements.row_at(number), self.agreements.row_at(top)
        is_in_sight = chosen is not None and 0 <= number - top <= self._lines_in_sight()
        kept = chosen if is_in_sight else first
        offset = number - top if is_in_sight else 0
        self.agreements.show_rows(rows)
        self.choose(chosen.id if chosen else "", max(number, 0))
        place = self.agreements.number_of(kept.id) if kept is not None and top else -1
        if place >= 0:
            self.updateGeometries()
            self.verticalScrollBar().setValue(place - offset)

    def _lines_in_sight(self) -> int:
        return self.viewport().height() // max(1, self.verticalHeader().defaultSectionSize())

    def complete(self) -> None:
        """Add what the first painting does without: sorting by the headings, one more colour."""
        from ui.library.lines import Lines  # the list shows without

        self.setItemDelegate(Lines(self))
        self.horizontalHeader().setSortIndicator(*self.agreements.sorted_by)
        self.setSortingEnabled(True)

    def sort_by(self, column: Column) -> None:
        """Sort by a column; the other way round where the order follows it already."""
        heads = self.horizontalHeader()
        orders = QtCore.Qt.SortOrder
        falling = self.agreements.sorted_by == (column, orders.AscendingOrder)
        heads.setSortIndicator(column, orders.DescendingOrder if falling else orders.AscendingOrder)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return opens, on every system; left and right stay on the line."""
        keys = QtCore.Qt.Key
        if event.key() in (keys.Key_Return, keys.Key_Enter):
            if self.current() is not None:
                self.opened.emit()
        elif event.key() not in (keys.Key_Left, keys.Key_Right):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give each column its share of the width."""
        super().resizeEvent(event)
        self._share_width()

    def changeEvent(self, event: QEvent) -> None:
        """Share the width anew when the text grows."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._share_width()

    def _set_up_headings(self) -> None:
        heads = self.horizontalHeader()
        heads.setProperty("defaultAlignment", "AlignLeft|AlignVCenter")
        heads.setHighlightSections(False)
        heads.setSectionsMovable(False)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads.setAccessibleName(_("Headings: click one to sort"))

    def _share_width(self) -> None:
        """Give each column its share; in a narrow window some go, so that titles can be read."""
        metrics, width = self.fontMetrics(), self.viewport().width()
        least = {column: metrics.horizontalAdvance(text) for column, text in _LONGEST.items()}
        wanted = metrics.averageCharWidth() * _FEWEST_LETTERS + 2 * self.iconSize().width()
        shown = [each for each in Column if not (self._shows_hits and each in _AMONG_HITS)]
        for column in (None, *_FIRST_TO_GO):
            if column in shown:
                shown.remove(column)
            widths = _shared(width, shown, least)
            if widths[Column.TITLE] >= wanted:
                break
        for column in Column:
            self.setColumnHidden(column, column not in shown)
            self.setColumnWidth(column, widths.get(column, 0))
        self.verticalHeader().setDefaultSectionSize(round(metrics.height() * _LINE))

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        self.opened.emit()

    @Slot(QModelIndex, QModelIndex)
    def _on_current_row_changed(self, now: QModelIndex, before: QModelIndex) -> None:
        self.chosen.emit()


def _shared(width: int, shown: list[Column], least: dict[Column, int]) -> dict[Column, int]:
    """The widths in pixels of the columns shown; the title has what the others leave."""
    all_shares = sum(_SHARES[column] for column in shown)
    widths = {
        column: max(width * _SHARES[column] // all_shares - 1, least.get(column, 0))
        for column in shown
    }
    widths[Column.TITLE] = 0
    widths[Column.TITLE] = width - sum(widths.values())
    return widths
