"""The list of agreements as Qt's table asks for it: plain rows, sorted here."""

from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from PySide6 import QtCore
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QStandardItemModel

from ui.library.rows import COLUMNS, HEADINGS, Column, Row
from ui.theme import icon
from ui.theme.palette import shown_tokens
from ui.theme.widgets import tip

if TYPE_CHECKING:
    from slaeditor.editing.finding import Passage

Index = QModelIndex | QPersistentModelIndex
_WORDS, _PICTURE, _TIP, _FONT, COLOUR, _SPOKEN = 0, 1, 3, 6, 9, 11
"""Qt's roles Display, Decoration, ToolTip, Font, Foreground and AccessibleText."""
_WITH_MARK = (Column.TITLE, Column.STATUS)
FOUND = 256
"""Our own role: the `Passage` that a search found in a line; None where it is no such hit."""


class AgreementsModel(QStandardItemModel):
    """The rows shown, in the order shown: the newest first until a heading is clicked.

    Qt keeps how many rows there are, and the headings; what stands in a row is asked for here.
    `order_chosen`: the rows are to be shown by another column. `passage_wanted` carries the id of
    a hit that is being painted before it is known where the words stand in it.
    """

    order_chosen = Signal()
    passage_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__(0, len(Column))
        self.setHorizontalHeaderLabels([HEADINGS[column] for column in Column])
        self._rows: Sequence[Row] = []
        self._now = datetime.now(UTC)
        self._column = Column.CHANGED
        self._descending = True
        self._hits: Collection[str] = ()
        self._passages: dict[str, Passage] = {}

    @property
    def sorted_by(self) -> "tuple[Column, QtCore.Qt.SortOrder]":
        """The column that the order follows, and how."""
        orders = QtCore.Qt.SortOrder
        return self._column, orders.DescendingOrder if self._descending else orders.AscendingOrder

    @property
    def order(self) -> tuple[Column, bool]:
        """The column that the order follows, and whether the largest comes first."""
        return self._column, self._descending

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these, which are in the order chosen."""
        before, self._now = len(self._rows), datetime.now(UTC)
        if 0 < before < len(rows) and self._rows == rows[:before]:  # hits that came
            self._rows = rows
            self.setRowCount(len(rows))
            return
        self.beginResetModel()
        self._rows = rows
        self.blockSignals(True)  # the reset says it all
        self.setRowCount(len(rows))
        self.blockSignals(False)
        self.endResetModel()

    def show_hits(self, ids: Collection[str]) -> None:
        """Which lines were found by their text; what is known of others is forgotten."""
        self._hits = ids
        if not ids:
            self._passages.clear()

    def show_passages(self, passages: "Mapping[str, Passage]") -> None:
        """Where the words stand in some of the hits."""
        self._passages.update(passages)
        for number, row in enumerate(self._rows):
            if row.id in passages:
                index = self.index(number, Column.TITLE)
                self.dataChanged.emit(index, index)

    def passage_of(self, draft_id: str) -> "Passage | None":
        """Where the words stand in that agreement, as far as that is known."""
        return self._passages.get(draft_id)

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
        if role in (_SPOKEN, FOUND) and column is Column.TITLE:
            return self._spoken(row) if role == _SPOKEN else self._found_in(row)
        if role == _TIP:
            return tip(self._tip(row, column))
        return None

    def sort(self, column: int, order: "QtCore.Qt.SortOrder | None" = None) -> None:
        """Have the lines sorted by a column, by whoever shows them."""
        self._column = COLUMNS[column]
        self._descending = order is QtCore.Qt.SortOrder.DescendingOrder
        self.order_chosen.emit()

    def _found_in(self, row: Row) -> "Passage | None":
        if row.id not in self._hits:
            return None
        found = self._passages.get(row.id)
        if found is None:
            self.passage_wanted.emit(row.id)
        return found

    def _tip(self, row: Row, column: Column) -> str:
        found = self._passages.get(row.id) if column is Column.TITLE else None
        words = f"{found.where}: {found.text}" if found else ""
        mark = row.waiting_tip if column in _WITH_MARK else ""
        return row.damage or words or mark or row.text(column, self._now)

    def _spoken(self, row: Row) -> str:
        found = self._passages.get(row.id)
        said = row.spoken(self._now)
        return f"{said}. {found.where}: {found.text}" if found else said


def _icon_of(row: Row, column: Column) -> QIcon | None:
    if column is Column.TITLE:
        if row.waiting_words:
            return _icon("swap", "warning")
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
