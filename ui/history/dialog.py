"""The history of the open draft: its points at the left, what the chosen one says at the right."""

from datetime import UTC, datetime

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from slaeditor.agreement import Agreement, decode
from slaeditor.bidi import isolated
from slaeditor.document.compose import compose
from slaeditor.errors import SlaError
from slaeditor.i18n import _
from slaeditor.library.drafts import History, Point
from slaeditor.moments import moment_in_full, moment_words
from ui.desk import Desk
from ui.dialogs import Dialog, LineDialog
from ui.lines import TwoLineDelegate
from ui.preview.view import PreviewView
from ui.theme import icon
from ui.theme.tokens import MEDIUM, WIDE
from ui.theme.widgets import Button, PrimaryButton, Words, hint

_ICONS = {
    "opened": "folder-open",
    "export": "export",
    "named": "tag",
    "review": "mail",
    "automatic": "clock",
}
_KINDS = {
    "opened": _("when it was opened"),
    "export": _("when it was exported"),
    "named": _("named"),
    "review": _("from a review"),
    "automatic": _("made by the program"),
}
_AT = Qt.ItemDataRole.UserRole
_LIST_WIDTH = 300


class HistoryDialog(Dialog):
    """Changes nothing but the open draft, and that as one step that can be undone.

    `went_back` carries the label of the point, after the dialog has closed.
    """

    went_back = Signal(str)

    def __init__(self, desk: Desk, history: History, parent: QWidget) -> None:
        super().__init__(_("History"), parent)
        self._desk = desk
        self._history = history
        self._points: dict[str, Point] = {}
        self.list = QListWidget()
        self.list.setAccessibleName(_("Points, newest first"))
        self.list.setFixedWidth(_LIST_WIDTH)
        self.list.setItemDelegate(TwoLineDelegate(self.list))
        self.preview = PreviewView()
        self._about = hint("")
        self._problem = Words("", "error")
        self._problem.hide()
        self._unreadable = ""
        self._name = Button(_("Name this point…"), "tag")
        self._back = PrimaryButton(_("Go back to this"), "restore")
        self._name.clicked.connect(self._on_name_clicked)
        self._back.clicked.connect(self._on_back_clicked)
        self.list.currentItemChanged.connect(self._on_current_changed)
        self._lay_out()
        self.add_buttons(self._name, self._back, self.cancel_button(_("Close")))
        self.resize(QSize(980, 620))
        self._show_points("")
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        self.body.addWidget(
            hint(_("Going back makes a point of the present state first; nothing is ever lost."))
        )
        panes = QHBoxLayout()
        panes.setSpacing(WIDE)
        panes.addWidget(self.list)
        right = QVBoxLayout()
        right.setSpacing(MEDIUM)
        for part in (self._about, self._problem, self.preview):
            right.addWidget(part)
        panes.addLayout(right, 1)
        self.body.addLayout(panes, 1)

    def _show_points(self, chosen: str) -> None:
        """Read the points anew; the first line is the present state."""
        try:
            points = self._history.points()
        except SlaError as error:
            points = []
            self._unreadable = str(error)
        self._points = {point.id: point for point in points}
        self.list.clear()
        now = datetime.now(UTC)
        self._add_line("", "edit", _("Now"), _("as it stands"))
        for point in points:
            self._add_line(
                point.id,
                _ICONS.get(point.kind, "clock"),
                point.label,
                moment_words(point.moment, now),
                _KINDS.get(point.kind, ""),
            )
        ids = ["", *self._points]
        self.list.setCurrentRow(ids.index(chosen) if chosen in ids else 0)

    def _add_line(self, point_id: str, picture: str, label: str, when: str, kind: str = "") -> None:
        item = QListWidgetItem(icon(picture, "accent"), f"{label}\n{when}")
        item.setData(_AT, point_id)
        spoken = ", ".join(part for part in (label, when, kind) if part)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        self.list.addItem(item)

    def _chosen(self) -> Point | None:
        number = self.list.currentRow()
        return self._points.get(self.list.item(number).data(_AT)) if number >= 0 else None

    def _agreement_at(self, point: Point) -> Agreement:
        restored = self._history.restored(point.id)
        if restored.sentence:
            self._show_problem(restored.sentence)
        return decode(restored.draft)

    def _show_problem(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    @Slot()
    def _on_current_changed(self) -> None:
        point = self._chosen()
        self._back.setEnabled(point is not None)
        if self.list.currentRow() < 0:
            return
        self._show_problem(self._unreadable)
        try:
            agreement = self._desk.draft.agreement if point is None else self._agreement_at(point)
            self.preview.show_document(compose(agreement, self._desk.today))
            self.preview.show()
        except SlaError as error:
            self._show_problem(str(error))
            self.preview.hide()
            self._back.setEnabled(False)
        self._about.setText(
            _("The agreement as it stands")
            if point is None
            else _("The agreement on {moment}").format(moment=moment_in_full(point.moment))
        )

    @Slot()
    def _on_name_clicked(self) -> None:
        point = self._chosen()
        label = point.label if point is not None and point.kind == "named" else ""
        LineDialog(self, _("Name this point"), _("Name"), label, _("Name it"), self._name_it).open()

    def _name_it(self, label: str) -> None:
        point = self._chosen()
        try:
            if point is None:
                self._desk.add_point_of(self._desk.draft.agreement, label, "named")
            else:
                self._history.rename(point.id, label)
        except SlaError as error:
            self._show_problem(str(error))
        else:
            self._show_points(point.id if point is not None else "")

    @Slot()
    def _on_back_clicked(self) -> None:
        point = self._chosen()
        if point is None:
            return
        label = _("Go back to {point}").format(point=isolated(point.label))
        try:
            agreement = self._agreement_at(point)
            before = _("Before going back")
            self._desk.add_point_of(self._desk.draft.agreement, before, "automatic")
        except SlaError as error:
            self._show_problem(str(error))
            return
        self._desk.draft.replace(agreement, label)
        self._desk.save_now()
        self.accept()
        self.went_back.emit(point.label)
