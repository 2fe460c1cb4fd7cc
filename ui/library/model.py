"""The list of agreements as Qt's table asks for it: plain rows, sorted here."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont

from ui.library.rows import HEADINGS, Column, Row
from ui.theme import icon
from ui.theme.palette import shown_tokens
from ui.theme.widgets import tip

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_NOWHERE = QModelIndex()


class AgreementsModel(QAbstractTableModel):
    """The rows shown, in the order shown: the newest first until a heading is clicked."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Row] = []
        self._now = datetime.now(UTC)
        self._column = Column.CHANGED
        self._descending = True

    @property
    def sorted_by(self) -> tuple[Column, Qt.SortOrder]:
        """The column that the order follows, and how."""
        order = Qt.SortOrder.DescendingOrder if self._descending else Qt.SortOrder.AscendingOrder
        return self._column, order

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these, in the order chosen before."""
        self.beginResetModel()
        self._now = datetime.now(UTC)
        self._rows = self._in_order(rows)
        self.endResetModel()

    def row_at(self, number: int) -> Row | None:
        """The line with that number; None where there is none."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def number_of(self, draft_id: str) -> int:
        """The line of that draft, -1 where it isn't shown."""
        return next((n for n, row in enumerate(self._rows) if row.id == draft_id), -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many agreements are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Always the same."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> Any:
        """The headings, to the left like what stands below them."""
        if orientation is Qt.Orientation.Horizontal and role == _Role.DisplayRole:
            return HEADINGS[Column(section)]
        return None

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """One cell: words, icon, weight, and what a screen reader says."""
        row = self.row_at(index.row())
        if row is None:
            return None
        column = Column(index.column())
        if role == _Role.DisplayRole:
            return row.text(column, self._now)
        if role == _Role.DecorationRole:
            return _icon_of(row, column)
        if role == _Role.AccessibleTextRole and column is Column.TITLE:
            return row.spoken(self._now)
        if role == _Role.ToolTipRole:
            return tip(row.damage or row.text(column, self._now))
        if role == _Role.FontRole and column is Column.TITLE:
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        if role == _Role.ForegroundRole and row.damage:
            return QColor(shown_tokens().danger)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; the lines that are selected are found again by their id."""
        self._column = Column(column)
        self._descending = order is Qt.SortOrder.DescendingOrder
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        ids = [self._rows[index.row()].id for index in before]
        self._rows = self._in_order(self._rows)
        places = {row.id: number for number, row in enumerate(self._rows)}
        after = [
            self.index(places[draft_id], index.column())
            for draft_id, index in zip(ids, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _in_order(self, rows: Sequence[Row]) -> list[Row]:
        """Damaged files stay on top whatever the order: they need somebody."""
        ordered = sorted(
            rows, key=lambda row: row.sort_key(self._column, self._now), reverse=self._descending
        )
        return sorted(ordered, key=lambda row: not row.damage)


def _icon_of(row: Row, column: Column) -> Any:
    if column is Column.TITLE:
        return icon("error-circle", "danger") if row.damage else icon("document", "accent")
    if column is Column.READY and (row.total and not row.damage):
        return icon(*row.mark)
    return None
