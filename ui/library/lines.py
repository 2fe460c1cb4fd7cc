"""How a line of the list is painted: damaged ones in their colour, hits with what was found."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFont, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.library.model import COLOUR, FOUND

Index = QModelIndex | QPersistentModelIndex
_CENTRE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_GAP = 4  # pixels between icon and words, and at the edge


class Lines(QStyledItemDelegate):
    """Keeps a damaged line in its colour when it is chosen too; a hit has a second line of text."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Take the colour of the words for the chosen line as well."""
        super().initStyleOption(option, index)
        if index.data(COLOUR) is not None:
            roles = QPalette.ColorRole
            option.palette.setBrush(roles.HighlightedText, option.palette.brush(roles.Text))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint as ever, but the title of a hit above the passage that was found."""
        found = index.data(FOUND)
        if not found:
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        style = option.widget.style()
        room = style.subElementRect(
            QStyle.SubElement.SE_ItemViewItemText, option, option.widget
        ).adjusted(_GAP, 0, -_GAP, 0)
        title, option.text = option.text, ""
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        roles = QPalette.ColorRole
        colour = option.palette.color(roles.HighlightedText if is_chosen else roles.Text)
        middle = option.rect.center().y() + 1
        above, below = QRect(room), QRect(room)
        above.setTop(option.rect.top() + _GAP)
        above.setBottom(middle)
        below.setTop(middle)
        below.setBottom(option.rect.bottom() - _GAP)
        painter.save()
        painter.setClipRect(option.rect)
        painter.setPen(colour)
        _write(painter, above, [(title, option.font)])
        usual, bold = QFont(option.font), QFont(option.font)
        usual.setWeight(QFont.Weight.Normal)
        bold.setWeight(QFont.Weight.Bold)
        parts = [(f"{found.where}: {found.before}", usual), (found.matched, bold)]
        _write(painter, below, [*parts, (found.after, usual)])
        painter.restore()


def _write(painter: QPainter, room: QRect, parts: list[tuple[str, QFont]]) -> None:
    """Write the parts one behind the other; what has no room ends in "…"."""
    left = room.left()
    for words, font in parts:
        painter.setFont(font)
        metrics = painter.fontMetrics()
        rest = room.right() - left
        if rest <= 0:
            return
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, rest)
        painter.drawText(QRect(left, room.top(), rest, room.height()), _CENTRE, shown)
        left += metrics.horizontalAdvance(shown)
        if shown != words:
            return
