"""How a line of a list of items looks: a mark, the name, and what there is to say about it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.theme.icons import paint_icon
from ui.theme.palette import shown_tokens
from ui.theme.tokens import ICON, MEDIUM, SMALL, TIGHT, look

ABOUT, LACKS, MARK = (Qt.ItemDataRole.UserRole + number for number in (1, 2, 3))
"""The data of a line besides its name: a few words, what is missing, (icon, colour)."""

_Index = QModelIndex | QPersistentModelIndex


class LineDelegate(QStyledItemDelegate):
    """The name above the words about it; what is missing stands at the right."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one line."""
        tokens = shown_tokens()
        rect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(tokens.accent_soft))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(tokens.hover))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(tokens.hairline))
        edge = round(ICON * option.fontMetrics.height() / 17)
        name, role = index.data(MARK)
        paint_icon(
            painter, QRectF(rect.left() + MEDIUM, rect.top() + SMALL, edge, edge), name, role
        )
        words = rect.adjusted(MEDIUM + edge + SMALL, SMALL, -MEDIUM, -SMALL)
        self._paint_words(painter, option, index, words)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Two lines of text with air above and below."""
        return QSize(100, line_height(option.fontMetrics.height()))

    def _paint_words(
        self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, room: QRect
    ) -> None:
        tokens = shown_tokens()
        font, small = QFont(option.font), QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        small.setPointSizeF(small.pointSizeF() * look().text.hint)
        high = round(option.fontMetrics.height() * 1.1)
        title = QRect(room.left(), room.top(), room.width(), high)
        under = title.translated(0, high + TIGHT // 2)
        lacks = str(index.data(LACKS) or "")
        painter.setFont(small)
        taken = painter.fontMetrics().horizontalAdvance(lacks) + MEDIUM if lacks else 0
        _paint(painter, title, small, tokens.muted, lacks, Qt.AlignmentFlag.AlignRight)
        _paint(painter, title.adjusted(0, 0, -taken, 0), font, tokens.text, str(index.data()))
        _paint(painter, under, small, tokens.muted, str(index.data(ABOUT) or ""))


def line_height(text_height: int) -> int:
    """Pixels of one line, for text so many pixels high."""
    return round(text_height * 2.1) + 2 * SMALL


def _paint(
    painter: QPainter,
    room: QRect,
    font: QFont,
    colour: str,
    text: str,
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | side), shown)
