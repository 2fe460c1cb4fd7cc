"""The table of agreements: whole lines are chosen, Enter and double click open one."""

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    Qt,
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
from ui.lines import LineDelegate

_LINE = 2.6  # height of a line, in heights of its text
_SHARES = {
    Column.TITLE: 32,
    Column.KIND: 17,
    Column.OTHER: 19,
    Column.STATUS: 12,
    Column.READY: 9,
    Column.CHANGED: 13,
}
_LEAST = {Column.READY: 96, Column.CHANGED: 134}


class AgreementsTable(QTableView):
    """Shows the model; `opened`: the person opened the line, `chosen`: another one is current."""

    opened = Signal()
    chosen = Signal()

    def __init__(self, model: AgreementsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.agreements = model
        self.setModel(model)
        self.setItemDelegate(LineDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.verticalHeader().hide()
        self._set_up_headings()
        self.activated.connect(self._on_activated)
        self.selectionModel().currentRowChanged.connect(self._on_current_row_changed)

    def current(self) -> Row | None:
        """The chosen line; None where none is."""
        return self.agreements.row_at(self.currentIndex().row())

    def choose(self, draft_id: str, otherwise: int = 0) -> None:
        """Choose the line of that draft, else the line with number `otherwise` or the last."""
        number = self.agreements.number_of(draft_id)
        if number < 0:
            number = min(otherwise, self.agreements.rowCount() - 1)
        self.choose_line(number)

    def choose_line(self, number: int) -> None:
        """Choose a line by its number; nothing happens without it."""
        if self.agreements.row_at(number) is None:
            return
        self.selectionModel().setCurrentIndex(
            self.agreements.index(number, 0),
            QItemSelectionModel.SelectionFlag.ClearAndSelect
            | QItemSelectionModel.SelectionFlag.Rows,
        )

    def sort_by(self, column: Column) -> None:
        """Sort by a column; the other way round where the order follows it already."""
        heads = self.horizontalHeader()
        falling = self.agreements.sorted_by == (column, Qt.SortOrder.AscendingOrder)
        order = Qt.SortOrder.DescendingOrder if falling else Qt.SortOrder.AscendingOrder
        heads.setSortIndicator(column, order)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return opens, on every system; left and right stay on the line."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.current() is not None:
                self.opened.emit()
        elif event.key() not in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give each column its share of the width."""
        super().resizeEvent(event)
        self._share_width()

    def _set_up_headings(self) -> None:
        heads = self.horizontalHeader()
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heads.setHighlightSections(False)
        heads.setSectionsMovable(False)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads.setAccessibleName(_("Headings: click one to sort"))
        heads.setSortIndicator(*self.agreements.sorted_by)
        self.setSortingEnabled(True)

    def _share_width(self) -> None:
        width = self.viewport().width()
        widths: dict[Column, int] = {
            column: max(width * share // 100 - 1, _LEAST.get(column, 0))
            for column, share in _SHARES.items()
            if column is not Column.TITLE
        }
        widths[Column.TITLE] = max(width - sum(widths.values()), 160)
        for column, pixels in widths.items():
            self.setColumnWidth(column, pixels)
        self.verticalHeader().setDefaultSectionSize(round(self.fontMetrics().height() * _LINE))

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        self.opened.emit()

    @Slot(QModelIndex, QModelIndex)
    def _on_current_row_changed(self, now: QModelIndex, before: QModelIndex) -> None:
        self.chosen.emit()
