"""How the entries of a list at the side of the window look, on the start page and in the editor."""

from PySide6 import QtCore
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QCursor, QFont, QPainter, QPainterPath
from PySide6.QtWidgets import QListWidget, QStyledItemDelegate, QStyleOptionViewItem

from ui.theme.icons import paint_icon
from ui.theme.palette import brush, shown_tokens
from ui.theme.tokens import ICON, MEDIUM, SMALL, TIGHT, look
from ui.theme.widgets import set_look

PICTURE, MORE = 0x100, 0x101
"""The data of an entry besides its words: (icon, colour), and what its second line says.

As numbers (Qt's UserRole and those after it), for this list stands in the first painting.
"""

MUTED = 0x102
"""True for an entry that stands back behind the others."""

_LEFT_IN_THE_MIDDLE = 0x81  # Qt's AlignLeft | AlignVCenter
_Index = QModelIndex | QPersistentModelIndex


class SideList(QListWidget):
    """A list on the ground of the side; `name` is what a screen reader calls it."""

    def __init__(self, name: str, *, has_second_lines: bool) -> None:
        super().__init__()
        set_look(self, "surface", "side")
        self.setAccessibleName(name)
        self.setItemDelegate(_SideDelegate(self, has_second_lines))
        self.setProperty("horizontalScrollBarPolicy", "ScrollBarAlwaysOff")
        self.setMouseTracking(True)

    def is_pointed_at(self, index: _Index) -> bool:
        """Whether the pointer is over that entry, or the keys are at it."""
        if self.hasFocus() and self.currentIndex() == index:
            return True
        if not self.underMouse():
            return False
        return self.indexAt(self.viewport().mapFromGlobal(QCursor.pos())) == index


class _SideDelegate(QStyledItemDelegate):
    """Picture and words on a soft ground, with a bar at the edge of the chosen entry."""

    def __init__(self, parent: SideList, has_second_lines: bool) -> None:
        super().__init__(parent)
        self._list = parent
        self._has_second_lines = has_second_lines

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one entry."""
        chosen = self._list.item(index.row()).isSelected()
        rect = option.rect.adjusted(0, 1, 0, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or self._list.is_pointed_at(index):
            _paint_ground(painter, rect, chosen)
        edge = round(ICON * option.fontMetrics.height() / 17)
        room = rect.adjusted(MEDIUM + edge + SMALL, 0, -TIGHT, 0)
        title = QRect(room.left(), room.top() + SMALL, room.width(), self._line(option))
        picture = QRectF(rect.left() + MEDIUM, title.center().y() - edge / 2 + 1, edge, edge)
        name, colour = index.data(PICTURE)
        paint_icon(painter, picture, name, colour)
        font, small = QFont(option.font), QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold if chosen else QFont.Weight.Normal)
        small.setPointSizeF(small.pointSizeF() * look().text.hint)
        if index.data(MUTED):
            painter.setPen(QColor(shown_tokens().muted))
        _paint_line(painter, title, font, str(index.data()))
        if self._has_second_lines:
            painter.setPen(QColor(shown_tokens().muted))
            under = title.translated(0, title.height() + TIGHT // 2)
            _paint_line(painter, under, small, str(index.data(MORE) or ""))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """One or two lines of text with air above and below."""
        more = round(option.fontMetrics.height() * 0.95) if self._has_second_lines else 2
        return QSize(100, self._line(option) + more + 2 * SMALL)

    def _line(self, option: QStyleOptionViewItem) -> int:
        factor = 1.1 if self._has_second_lines else 1.3
        return round(option.fontMetrics.height() * factor)


def _paint_ground(painter: QPainter, rect: QRect, chosen: bool) -> None:
    ground = QPainterPath()
    ground.addRoundedRect(QRectF(rect), 6, 6)
    painter.fillPath(ground, brush("accent_soft" if chosen else "hover"))
    if chosen:
        bar = QPainterPath()
        bar.addRoundedRect(rect.left(), rect.top() + 8, 3, rect.height() - 16, 1.5, 1.5)
        painter.fillPath(bar, brush("accent"))


def _paint_line(painter: QPainter, room: QRect, font: QFont, text: str) -> None:
    painter.setFont(font)
    metrics = painter.fontMetrics()
    if metrics.horizontalAdvance(text) > room.width():
        text = metrics.elidedText(text, QtCore.Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, _LEFT_IN_THE_MIDDLE, text)
