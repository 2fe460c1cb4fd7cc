"""The list of agreements as Qt's table asks for it: plain rows, sorted here."""

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache
from typing import Any

from PySide6 import QtCore
from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QColor, QFont, QIcon, QStandardItemModel

from ui.library.rows import COLUMNS, HEADINGS, Column, RememberedRows, Row
from ui.theme import icon
from ui.theme.palette import shown_tokens
from ui.theme.widgets import tip

Index = QModelIndex | QPersistentModelIndex
_WORDS, _PICTURE, _TIP, _FONT, COLOUR, _SPOKEN = 0, 1, 3, 6, 9, 11
"""Qt's roles Display, Decoration, ToolTip, Font, Foreground and AccessibleText."""


class AgreementsModel(QStandardItemModel):
    """The rows shown, in the order shown: the newest first until a heading is clicked.

    Qt keeps how many rows there are, and the headings; what stands in a row is asked for here.
    """

    def __init__(self) -> None:
        super().__init__(0, len(Column))
        self.setHorizontalHeaderLabels([HEADINGS[column] for column in Column])
        self._rows: Sequence[Row] = []
        self._now = datetime.now(UTC)
        self._column = Column.CHANGED
        self._descending = True

    @property
    def sorted_by(self) -> "tuple[Column, QtCore.Qt.SortOrder]":
        """The column that the order follows, and how."""
        orders = QtCore.Qt.SortOrder
        return self._column, orders.DescendingOrder if self._descending else orders.AscendingOrder

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these, in the order chosen before."""
        self.beginResetModel()
        self._now = datetime.now(UTC)
        in_order = isinstance(rows, RememberedRows) and self._column is Column.CHANGED
        self._rows = rows if in_order and self._descending else self._in_order(rows)
        self.blockSignals(True)  # the reset says it all
        self.setRowCount(len(self._rows))
        self.blockSignals(False)
        self.endResetModel()

    def row_at(self, number: int) -> Row | None:
        """The line with that number; None where there is none."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def number_of(self, draft_id: str) -> int:
        """The line of that draft, -1 where it isn't shown."""
        return next((n for n, row in enumerate(self._rows) if row.id == draft_id), -1)

    def data(self, index: Index, role: int = _WORDS) -> Any:
        """One cell: words, icon, weight, and what a screen reader says."""
        row = self.row_at(index.row())
        if row is None:
            return None
        column = COLUMNS[index.column()]
        if role == _WORDS:
            return row.text(column, self._now)
        if role == _PICTURE:
            return _icon_of(row, column)
        if role == _FONT:
            return _title_font() if column is Column.TITLE else None
        if role == COLOUR:
            return QColor(shown_tokens().danger) if row.damage else None
        if role == _SPOKEN and column is Column.TITLE:
            return row.spoken(self._now)
        if role == _TIP:
            return tip(row.damage or row.text(column, self._now))
        return None

    def sort(self, column: int, order: "QtCore.Qt.SortOrder | None" = None) -> None:
        """Sort by a column; the lines that are selected are found again by their id."""
        self._column = COLUMNS[column]
        self._descending = order is QtCore.Qt.SortOrder.DescendingOrder
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


def _icon_of(row: Row, column: Column) -> QIcon | None:
    if column is Column.TITLE:
        return _icon("error-circle", "danger") if row.damage else _icon("document", "accent")
    if column is Column.READY and (row.total and not row.damage):
        return _icon(*row.mark)
    return None


@cache
def _icon(name: str, role: str) -> QIcon:
    return icon(name, role)


def _title_font() -> QFont:
    font = QFont()
    font.setWeight(QFont.Weight.DemiBold)
    return font
