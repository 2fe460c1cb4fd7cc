"""The list at the side of the start page: all agreements, and the trash with how much is in it."""

from enum import IntEnum

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from slaeditor.i18n import _
from ui.theme.icons import paint_icon
from ui.theme.palette import shown_tokens
from ui.theme.tokens import ICON, MEDIUM, SMALL, TIGHT
from ui.theme.widgets import set_look

_ICONS = ("document", "trash")


class Shelf(IntEnum):
    """What the page shows."""

    ALL = 0
    TRASH = 1


class SideList(QListWidget):
    """Chooses what the page shows; `shelf_chosen` carries the number of a `Shelf`."""

    shelf_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "surface", "side")
        self.setAccessibleName(_("What to show"))
        self.setItemDelegate(_ShelfDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for _shelf in Shelf:
            self.addItem(QListWidgetItem())
        self.count_trash(0)
        self.setCurrentRow(Shelf.ALL)
        self.currentRowChanged.connect(self._on_current_row_changed)

    def count_trash(self, count: int) -> None:
        """Say how many agreements lie in the trash."""
        words = _("Trash ({count})").format(count=count) if count else _("Trash")
        for shelf, text in ((Shelf.ALL, _("All agreements")), (Shelf.TRASH, words)):
            self.item(shelf).setText(text)

    @Slot(int)
    def _on_current_row_changed(self, number: int) -> None:
        if number >= 0:
            self.shelf_chosen.emit(number)


class _ShelfDelegate(QStyledItemDelegate):
    """Icon and words on a soft ground, with a bar at the edge of the chosen one."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one entry."""
        tokens = shown_tokens()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        rect = option.rect.adjusted(0, 1, 0, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(tokens.accent_soft if chosen else tokens.hover))
            painter.drawRoundedRect(rect, 6, 6)
        if chosen:
            painter.setBrush(QColor(tokens.accent))
            painter.drawRoundedRect(rect.left(), rect.top() + 8, 3, rect.height() - 16, 1.5, 1.5)
        _paint_entry(painter, option, index, rect, chosen)
        painter.restore()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """One line of text with air above and below."""
        height = option.fontMetrics.height()
        return QSize(100, round(height * 1.3) + 2 * SMALL)


def _paint_entry(
    painter: QPainter,
    option: QStyleOptionViewItem,
    index: QModelIndex | QPersistentModelIndex,
    rect: QRect,
    chosen: bool,
) -> None:
    tokens = shown_tokens()
    edge = round(ICON * option.fontMetrics.height() / 17)
    picture = QRectF(rect.left() + MEDIUM, rect.center().y() - edge / 2 + 1, edge, edge)
    paint_icon(painter, picture, _ICONS[index.row()], "accent" if chosen else "text")
    font = QFont(option.font)
    font.setWeight(QFont.Weight.DemiBold if chosen else QFont.Weight.Normal)
    painter.setFont(font)
    painter.setPen(QColor(tokens.text))
    left = int(picture.right()) + SMALL + TIGHT
    place = rect.adjusted(left - rect.left(), 0, -SMALL, 0)
    words = painter.fontMetrics().elidedText(
        str(index.data()), Qt.TextElideMode.ElideRight, place.width()
    )
    painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), words)
