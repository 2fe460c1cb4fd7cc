"""How the lines of lists and tables are painted where the style sheet can't say it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.theme.palette import shown_tokens
from ui.theme.tokens import ICON, MEDIUM, SMALL

_PADDING = 5
Index = QModelIndex | QPersistentModelIndex


class LineDelegate(QStyledItemDelegate):
    """A little air around each cell, a hairline under each line, and no frame around one cell."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> None:
        """Paint ground, content and hairline."""
        tokens = shown_tokens()
        rect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(tokens.accent_soft))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(tokens.hairline))
        inner = QStyleOptionViewItem(option)
        inner.rect = rect.adjusted(_PADDING, 0, -_PADDING // 2, -1)
        inner.state &= ~(QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_Selected)
        super().paint(painter, inner, index)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The size of the content and the air around it."""
        size = super().sizeHint(option, index)
        return QSize(size.width() + 2 * _PADDING, size.height() + 2 * _PADDING)


class TwoLineDelegate(QStyledItemDelegate):
    """An icon beside two lines: the first line of the text is its name, the second says more."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint ground, icon, both lines and the hairline under them."""
        tokens = shown_tokens()
        rect = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(tokens.accent_soft))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(tokens.hairline))
        edge = round(ICON * option.fontMetrics.height() / 17)
        picture = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(picture, QIcon):
            top = rect.center().y() - edge // 2
            picture.paint(painter, QRect(rect.left() + MEDIUM, top, edge, edge))
        left = rect.left() + MEDIUM + edge + MEDIUM
        name, _break, more = str(index.data()).partition("\n")
        half = (rect.height() - 2 * SMALL) // 2
        line = QRect(left, rect.top() + SMALL, rect.right() - left - SMALL, half)
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        _write(painter, line, name, font, tokens.text)
        _write(painter, line.translated(0, half), more, option.font, tokens.muted)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines of text with air above and below."""
        return QSize(160, round(option.fontMetrics.height() * 2.3) + 2 * SMALL)


def _write(painter: QPainter, place: QRect, text: str, font: QFont, colour: str) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), shown)
