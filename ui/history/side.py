"""The side of the history's page: the versions, what to compare with, and what to do with one."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QSizePolicy, QVBoxLayout, QWidget

from slaeditor.i18n import _
from slaeditor.library.drafts import Point
from ui.compare.job import NOW
from ui.history.points import PointList, point_name, point_words
from ui.theme.tokens import MEDIUM, SMALL, TIGHT
from ui.theme.widgets import Button, Words, hint, set_surface, tip

ALONE = "-"
"""In place of the id of a point: compare with nothing, show the version as it was."""


class Side(QWidget):
    """`chosen` tells that other versions are to be shown; the others are wishes."""

    chosen = Signal()
    name_requested = Signal()
    unname_requested = Signal()
    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        set_surface(self, "side")
        self._with = NOW
        self._may_go_back = True
        self._points: dict[str, Point] = {}
        self.list = PointList()
        self.box = QComboBox()
        self.box.setAccessibleName(_("Compare with"))
        self.box.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.box.setMinimumContentsLength(8)
        self._name = Button(_("Name this version…"), "tag")
        self._unname = Button(_("Take its name away"), "close")
        self._back = Button(_("Go back to this version…"), "restore")
        for button in (self._name, self._unname, self._back):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._name.clicked.connect(self.name_requested)
        self._unname.clicked.connect(self.unname_requested)
        self._back.clicked.connect(self.back_requested)
        self.only_named = QCheckBox(_("Only those with a name"))
        self.only_named.toggled.connect(self._on_only_named_toggled)
        self.list.chosen.connect(self._on_list_chosen)
        self.list.currentItemChanged.connect(self._show_buttons)
        self.box.activated.connect(self._on_box_activated)
        self._lay_out()

    @property
    def point(self) -> Point | None:
        """The version that the buttons are about; None for now."""
        chosen = self.list.chosen_ids() or (NOW,)
        current = self.list.current_id()
        return self._points.get(current if current in chosen else chosen[-1])

    def let_go_back(self, may_go: bool) -> None:
        """Offer to go back, or don't: the agreement can only be read."""
        self._may_go_back = may_go
        self._show_buttons()

    def label_of(self, point_id: str) -> str:
        """What a version is called."""
        point = self._points.get(point_id)
        return point_name(point) if point is not None else _("Now")

    def pair(self) -> tuple[str, str]:
        """The older and the newer version to compare; both alike where one is shown alone."""
        ids = self.list.chosen_ids() or (NOW,)
        if len(ids) > 1:
            return ids[-1], ids[0]
        one, other = ids[0], self._with
        if other == ALONE:
            return one, one
        order = [NOW, *self._points]  # newest first
        older, newer = sorted((one, NOW if other == one else other), key=order.index, reverse=True)
        return older, newer

    def show_points(self, points: Sequence[Point], wanted: Sequence[str] | None) -> None:
        """Show these points with the wanted ones chosen, or the newest that tells something."""
        self._points = {point.id: point for point in points}
        if self._with not in (NOW, ALONE, *self._points):
            self._with = NOW
        with QSignalBlocker(self.box):
            self.box.clear()
            self.box.addItem(_("Now"), NOW)
            for point in points:
                self.box.addItem(point_words(point), point.id)
            self.box.addItem(_("Nothing, show it alone"), ALONE)
        self._show_with(self._with)
        self._show_list(wanted)
        self._show_buttons()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        column.setSpacing(SMALL)
        column.addWidget(Words(_("History"), "label"))
        column.addWidget(self.list, 1)
        column.addWidget(self.only_named)
        label = QLabel(_("Compare with"))
        label.setBuddy(self.box)
        column.addWidget(label)
        column.addWidget(self.box)
        column.addSpacing(TIGHT)
        column.addWidget(self._name)
        column.addWidget(self._unname)
        column.addWidget(self._back)
        column.addWidget(hint(_("What stands now is kept as a version of its own first.")))

    def _show_list(self, wanted: Sequence[str] | None) -> None:
        """Show all points, or those with a name only; where none has one there is no choice."""
        named = [point for point in self._points.values() if point.kind == "named"]
        self.only_named.setEnabled(bool(named))
        is_filtered = self.only_named.isChecked() and bool(named)
        self.list.show_points(named if is_filtered else [*self._points.values()], wanted)

    @Slot()
    def _on_only_named_toggled(self) -> None:
        """Show fewer or more, with what is chosen still chosen where it is still there."""
        self._show_list(self.list.chosen_ids())

    def _show_with(self, point_id: str) -> None:
        self.box.setCurrentIndex(max(self.box.findData(point_id), 0))

    @Slot()
    def _show_buttons(self) -> None:
        point = self.point
        label = point.label if point is not None else _("Now")
        self._unname.setVisible(point is not None and point.kind == "named")
        self._back.setEnabled(point is not None and self._may_go_back)
        self._name.setToolTip(tip(_("Name “{version}”").format(version=label)))
        self._back.setToolTip(tip(_("Go back to “{version}”").format(version=label)))

    @Slot()
    def _on_list_chosen(self) -> None:
        """Two that are chosen show in the box as well; one alone goes with what the box said."""
        ids = self.list.chosen_ids()
        self._show_with(ids[0] if len(ids) > 1 else self._with)
        self._show_buttons()
        self.chosen.emit()

    @Slot(int)
    def _on_box_activated(self, number: int) -> None:
        """What is chosen here counts; of several in the list the oldest is compared with it."""
        self._with = self.box.itemData(number)
        ids = self.list.chosen_ids()
        if len(ids) > 1:
            self.list.choose(ids[-1])
        else:
            self.chosen.emit()
