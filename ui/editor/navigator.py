"""The sections of the agreement: how far each is, and the way to it."""

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
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from slaeditor.agreement import SECTIONS
from slaeditor.i18n import _
from slaeditor.readiness.questions import Mark, Progress
from ui.readiness.counts import complete_words, completed, state_words
from ui.theme.icons import paint_icon
from ui.theme.palette import shown_tokens
from ui.theme.tokens import ICON, MEDIUM, SMALL, TIGHT, WIDE, look
from ui.theme.widgets import hint, set_look, set_surface

MARKS = {
    Mark.NOT_STARTED: ("circle", "muted"),
    Mark.IN_PROGRESS: ("dashed-circle", "accent"),
    Mark.NEEDS_ATTENTION: ("warning-triangle", "warning"),
    Mark.COMPLETE: ("check-circle", "success"),
}
"""The icon of each mark, and its colour; the words beside it say the same."""

_MARK, _STATE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_SCREENS = tuple(SECTIONS)


class Navigator(QWidget):
    """`section_chosen` asks for a section, `section_entered` for the first field in it as well."""

    section_chosen = Signal(str)
    section_entered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_surface(self, "side")
        self._count = hint("")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self.list = _Sections()
        self.list.currentRowChanged.connect(self._on_current_row_changed)
        self.list.entered_row.connect(self._on_entered_row)
        self.setFocusProxy(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(MEDIUM, WIDE, MEDIUM, MEDIUM)
        column.setSpacing(SMALL)
        for part in (self._count, self._bar, self.list):
            column.addWidget(part)

    def show_progress(self, progress: tuple[Progress, ...]) -> None:
        """Show how far each section is."""
        words = complete_words(progress)
        self._count.setText(words)
        self._bar.setRange(0, max(len(progress), 1))
        self._bar.setValue(completed(progress))
        self._bar.setAccessibleName(words)
        for row, each in enumerate(progress):
            _show(self.list.item(row), each)

    def set_current(self, screen: str) -> None:
        """Mark a section as the one shown; sends no signal."""
        self.list.blockSignals(True)
        self.list.setCurrentRow(_SCREENS.index(screen))
        self.list.blockSignals(False)

    @Slot(int)
    def _on_current_row_changed(self, row: int) -> None:
        if row >= 0:
            self.section_chosen.emit(_SCREENS[row])

    @Slot(int)
    def _on_entered_row(self, row: int) -> None:
        self.section_entered.emit(_SCREENS[row])


def _show(item: QListWidgetItem, progress: Progress) -> None:
    state = state_words(progress)
    spoken = f"{item.text()}, {state}"
    item.setData(_MARK, progress.mark)
    item.setData(_STATE, f"{state[:1].upper()}{state[1:]}")
    item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
    item.setToolTip(spoken)


class _Sections(QListWidget):
    """The list; arrow keys show a section, a click or Return goes into it."""

    entered_row = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        set_look(self, "surface", "side")
        self.setAccessibleName(_("Sections"))
        self.setItemDelegate(_SectionDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        for screen in _SCREENS:
            self.addItem(QListWidgetItem(_(SECTIONS[screen])))
        self.clicked.connect(self._on_clicked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return goes into the section."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentRow() >= 0:
            self.entered_row.emit(self.currentRow())
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self.entered_row.emit(index.row())


class _SectionDelegate(QStyledItemDelegate):
    """Mark, title and state, with a bar at the edge of the section shown."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one section."""
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
        edge = round(ICON * option.fontMetrics.height() / 17)
        mark = QRectF(rect.left() + MEDIUM, rect.top() + SMALL, edge, edge)
        name, role = MARKS.get(index.data(_MARK), MARKS[Mark.NOT_STARTED])
        paint_icon(painter, mark, name, role)
        words = rect.adjusted(MEDIUM + edge + SMALL, 0, -TIGHT, 0)
        _paint_words(painter, option, index, words, chosen)
        painter.restore()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Two lines of text with air above and below."""
        return QSize(100, round(option.fontMetrics.height() * 2.05) + 2 * SMALL)


def _paint_words(
    painter: QPainter,
    option: QStyleOptionViewItem,
    index: QModelIndex | QPersistentModelIndex,
    room: QRect,
    chosen: bool,
) -> None:
    tokens = shown_tokens()
    high = option.fontMetrics.height()
    title = QRect(room.left(), room.top() + SMALL, room.width(), round(high * 1.1))
    font = QFont(option.font)
    font.setWeight(QFont.Weight.DemiBold if chosen else QFont.Weight.Normal)
    _paint_line(painter, title, font, tokens.text, str(index.data()))
    small = QFont(option.font)
    small.setPointSizeF(small.pointSizeF() * look().text.hint)
    state = title.translated(0, title.height() + TIGHT // 2)
    _paint_line(painter, state, small, tokens.muted, str(index.data(_STATE) or ""))


def _paint_line(painter: QPainter, room: QRect, font: QFont, colour: str, text: str) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
