"""A date: typed as words or digits, or picked from a calendar."""

from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QVBoxLayout, QWidget

from slaeditor.errors import Unreadable
from slaeditor.i18n import _
from slaeditor.values import DATE
from ui.fields.line import LineEditor, TypedLine
from ui.fields.spec import RowSpec
from ui.theme.tokens import SMALL
from ui.theme.widgets import ToolButton

_MOST_DIGITS = 30


class DateLine(TypedLine):
    """A line that asks for its list on Alt+Down."""

    list_requested = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Down asks for the list; all else is typing."""
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.list_requested.emit()
        else:
            super().keyPressEvent(event)


class CalendarPopup(QFrame):
    """A calendar over the window: Return or a click picks, Escape closes."""

    picked = Signal(QDate)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "popup")
        self.setAccessibleName(_("Calendar"))
        self.calendar = QCalendarWidget(self)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setHorizontalHeaderFormat(
            QCalendarWidget.HorizontalHeaderFormat.ShortDayNames
        )
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(day, QTextCharFormat())
        self.calendar.activated.connect(self._on_activated)
        self.calendar.clicked.connect(self._on_activated)
        column = QVBoxLayout(self)
        column.setContentsMargins(SMALL, SMALL, SMALL, SMALL)
        column.addWidget(self.calendar)

    def open_at(self, corner: QPoint, day: QDate) -> None:
        """Show the month of `day` with its upper left corner there, on the screen all the same."""
        self.calendar.setSelectedDate(day)
        line = self.fontMetrics().height()
        self.calendar.setMinimumSize(20 * line, 15 * line)
        self.adjustSize()
        screen = self.screen().availableGeometry()
        self.move(
            max(screen.left(), min(corner.x(), screen.right() - self.width())),
            max(screen.top(), min(corner.y(), screen.bottom() - self.height())),
        )
        self.show()
        self.calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot(QDate)
    def _on_activated(self, day: QDate) -> None:
        if self.isVisible():
            self.close()
            self.picked.emit(day)


class DateEditor(LineEditor):
    """Edits a date; the button, or Alt+Down in the line, opens the calendar."""

    def __init__(self, spec: RowSpec, parent: QWidget | None = None) -> None:
        super().__init__(spec, parent)
        self.line.limit_width(_MOST_DIGITS)
        self.button = ToolButton("calendar", _("Open the calendar"))
        self.button.setToolTip(_("Open the calendar (Alt+Down)"))
        self.button.clicked.connect(self.open_calendar)
        self.button.fit_to_field()
        self.row.addWidget(self.button)
        self.row.addStretch(0)
        self.popup: CalendarPopup | None = None

    def describe(self, name: str, description: str) -> None:
        """Name the button after its field."""
        super().describe(name, description)
        self.button.setAccessibleName(f"{_('Open the calendar')}: {self.spec.label}")

    @Slot()
    def open_calendar(self) -> None:
        """Show the calendar at the date in the line, or at today."""
        if self.is_read_only:
            return
        if self.popup is None:
            self.popup = CalendarPopup(self)
            self.popup.picked.connect(self._on_picked)
        try:
            shown = DATE.read(self.line.text(), self.spec.language)
        except Unreadable:
            shown = date.today()
        corner = self.line.mapToGlobal(QPoint(0, self.line.height() + 2))
        self.popup.open_at(corner, QDate(shown.year, shown.month, shown.day))

    def _hold(self) -> None:
        super()._hold()
        self.button.hide()

    def _make_line(self) -> TypedLine:
        line = DateLine()
        line.list_requested.connect(self.open_calendar)
        return line

    @Slot(QDate)
    def _on_picked(self, day: QDate) -> None:
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.pick(DATE.write(date(day.year(), day.month(), day.day()), self.spec.language))
