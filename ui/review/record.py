"""The record of the negotiation: what reviewers proposed, and what was decided when and why."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
)

from slaeditor.bidi import isolated
from slaeditor.editing.reviewing import export_record
from slaeditor.errors import SlaError
from slaeditor.i18n import _
from slaeditor.negotiation import Decision
from ui.desk import Desk
from ui.desktop import Desktop, file_stem
from ui.dialogs import Dialog
from ui.frame import Frame
from ui.lines import Index, LineDelegate
from ui.review.marks import sides
from ui.review.words import said_at_iso
from ui.theme.widgets import Button, PrimaryButton, Words, hint, tip

_COLUMNS = (
    _("Decided"),
    _("Place"),
    _("Before"),
    _("Proposed"),
    _("By"),
    _("Decision"),
    _("Reason"),
)
_SHARES = (9, 14, 22, 22, 13, 10, 12)
_MARGIN = 48
_AIR = 12  # pixels beside the words of a cell
_AROUND = 60
"""Characters of unchanged text that a row shows on each side of a change."""


class _RoomyDelegate(LineDelegate):
    """Counts on the air beside the words when it works out how high they become."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The size of the words in what is left of the width."""
        narrow = QStyleOptionViewItem(option)
        narrow.rect = option.rect.adjusted(0, 0, -_AIR, 0)
        return super().sizeHint(narrow, index)


class _Table(QTableWidget):
    """Shares its width among the columns, and gives each row the height that its words need."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        width = self.viewport().width()
        for column, share in enumerate(_SHARES):
            self.setColumnWidth(column, width * share // sum(_SHARES))
        self.resizeRowsToContents()


class RecordDialog(Dialog):
    """Lists the decisions, newest first, and exports them as a Word table. It changes nothing."""

    def __init__(self, desk: Desk, frame: Frame) -> None:
        super().__init__(_("Record of the negotiation"), frame)
        self._agreement = desk.draft.agreement
        self._desk = desk
        self._desktop: Desktop = frame.desktop
        self._told = Words("")
        self._told.hide()
        decisions = self._agreement.negotiation
        self.body.addWidget(hint(_about(decisions)))
        self.table = _table(decisions)
        self.table.setVisible(bool(decisions))
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self._told)
        export = PrimaryButton(_("Export as Word table…"), "export")
        export.clicked.connect(self._on_export_clicked)
        export.setEnabled(bool(decisions))
        self._open = Button(_("Open"))
        self._open.setAccessibleName(_("Open the exported record"))
        self._open.hide()
        self._target: Path | None = None
        self._open.clicked.connect(self._on_open_clicked)
        self.add_buttons(self.cancel_button(_("Close")), self._open, export)
        if decisions:
            room = frame.size() - QSize(_MARGIN, _MARGIN)
            self.resize(QSize(1080, 600).boundedTo(room))
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_export_clicked(self) -> None:
        title = self._agreement.title or ""
        name = _("{title} - record.docx").format(title=file_stem(title))
        target = self._desktop.file_to_save(
            self,
            _("Export the record"),
            self._desktop.documents() / name,
            {".docx": _("Word document")},
        )
        if target is not None:
            self._export(target)

    def _export(self, target: Path) -> None:
        try:
            export_record(self._agreement, target, self._desk.today)
        except SlaError as problem:
            self._tell(str(problem))
            return
        self._target = target
        self._open.show()
        self._tell(_("Exported to {file}").format(file=isolated(str(target))))

    def _tell(self, sentence: str) -> None:
        self._told.setText(sentence)
        self._told.show()

    @Slot()
    def _on_open_clicked(self) -> None:
        if self._target is not None:
            self._desktop.open(self._target)


def _about(decisions: tuple[Decision, ...]) -> str:
    if not decisions:
        return _(
            "Nothing is recorded yet. Each change that a reviewer proposes is noted here when you "
            "finish a review: who proposed what, what was decided, and why."
        )
    return _(
        "{taken} taken, {kept} kept. Newest first; it is never printed in the agreement."
    ).format(
        taken=sum(bool(each.taken) for each in decisions),
        kept=sum(not each.taken and each.kind != "unplaced" for each in decisions),
    )


def _table(decisions: tuple[Decision, ...]) -> "_Table":
    table = _Table(len(decisions), len(_COLUMNS))
    table.setAccessibleName(_("Decisions, newest first"))
    table.setHorizontalHeaderLabels(_COLUMNS)
    table.verticalHeader().hide()
    table.setShowGrid(False)
    table.horizontalHeader().setHighlightSections(False)
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
    table.setWordWrap(True)
    table.setTabKeyNavigation(False)
    table.setItemDelegate(_RoomyDelegate(table))
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    for row, each in enumerate(reversed(decisions)):
        for column, (text, whole) in enumerate(zip(_texts(each), _texts(each, 0), strict=True)):
            item = QTableWidgetItem(text)
            item.setToolTip(tip(whole))
            item.setTextAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            table.setItem(row, column, item)
    return table


def _texts(each: Decision, around: int = _AROUND) -> tuple[str, ...]:
    """The cells of a row; long texts show what is `around` the change, or all with 0."""
    before, after = each.before or "", each.after or ""
    if around:
        before, after = sides(before, after, around)
    return (
        _day(each.decided),
        "\n".join(part for part in (each.where, each.label) if part),
        before,
        after,
        "\n".join(
            part for part in (each.author, _day(each.date), "" if around else each.file) if part
        ),
        _decided(each),
        each.reason or "",
    )


def _day(date: str | None) -> str:
    return said_at_iso(date).partition(",")[0]


def _decided(each: Decision) -> str:
    if each.taken:
        return _("Taken")
    return _("Not placed") if each.kind == "unplaced" else _("Kept")
