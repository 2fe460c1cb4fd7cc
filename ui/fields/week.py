"""Hours of a week: typed as words, or one of the usual ones picked from a menu."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from slaeditor.i18n import _
from slaeditor.values import WEEK, Hours, Week
from ui.fields.date import DateLine
from ui.fields.line import LineEditor, TypedLine
from ui.fields.spec import RowSpec
from ui.theme.widgets import ToolButton

_WORKDAYS = (0, 1, 2, 3, 4)
_WITH_SATURDAY = (0, 1, 2, 3, 4, 5)

USUAL_WEEKS = (
    Week.always,
    Week([Hours(_WORKDAYS, 8 * 60, 18 * 60)]),
    Week([Hours(_WORKDAYS, 9 * 60, 17 * 60)]),
    Week([Hours(_WORKDAYS, 7 * 60, 19 * 60)]),
    Week([Hours(_WITH_SATURDAY, 8 * 60, 20 * 60)]),
    Week([Hours((6,), 2 * 60, 6 * 60)]),
)
"""What the menu offers: round the clock, working days, and a window for maintenance."""


class WeekEditor(LineEditor):
    """Edits weekly hours; the button, or Alt+Down in the line, opens the usual ones."""

    def __init__(self, spec: RowSpec, parent: QWidget | None = None) -> None:
        super().__init__(spec, parent)
        self.button = ToolButton("clock", _("Usual hours"))
        self.button.setToolTip(_("Usual hours (Alt+Down)"))
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self)
        for week in USUAL_WEEKS:
            written = WEEK.write(week, spec.language)
            self.menu.addAction(written).triggered.connect(
                lambda _checked=False, text=written: self.pick(text)
            )
        self.button.setMenu(self.menu)
        self.button.fit_to_field()
        self.row.addWidget(self.button)

    def describe(self, name: str, description: str) -> None:
        """Name the button after its field."""
        super().describe(name, description)
        self.button.setAccessibleName(f"{_('Usual hours')}: {self.spec.label}")

    def _hold(self) -> None:
        super()._hold()
        self.button.hide()

    def _make_line(self) -> TypedLine:
        line = DateLine()
        line.list_requested.connect(self._on_list_requested)
        return line

    @Slot()
    def _on_list_requested(self) -> None:
        if self.is_read_only:
            return
        self.menu.popup(self.line.mapToGlobal(self.line.rect().bottomLeft()))
        self.menu.setActiveAction(self.menu.actions()[0])
