"""All keys of the window in one list, taken from the actions themselves."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from slaeditor.i18n import _
from ui.dialogs import Dialog
from ui.lines import LineDelegate

_NATIVE = QKeySequence.SequenceFormat.NativeText


class KeysDialog(Dialog):
    """Lists what each key does."""

    def __init__(self, actions: Iterable[QAction], parent: QWidget) -> None:
        super().__init__(_("Keyboard"), parent)
        lines = sorted(set(_lines(actions)))
        table = QTableWidget(len(lines), 2)
        table.setAccessibleName(_("Keys and what they do"))
        table.setHorizontalHeaderLabels([_("What it does"), _("Key")])
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setItemDelegate(LineDelegate(table))
        table.verticalHeader().hide()
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for number, line in enumerate(lines):
            for column, text in enumerate(line):
                table.setItem(number, column, QTableWidgetItem(text))
        table.resizeColumnToContents(1)
        table.verticalHeader().setDefaultSectionSize(round(table.fontMetrics().height() * 2.2))
        self.body.addWidget(table)
        close = self.cancel_button(_("Close"))
        close.setDefault(True)
        self.add_buttons(close)
        self.resize(QSize(480, 560))
        table.setCurrentCell(0, 0)


def _lines(actions: Iterable[QAction]) -> Iterable[tuple[str, str]]:
    for action in actions:
        keys = [key.toString(_NATIVE) for key in action.shortcuts() if not key.isEmpty()]
        words = action.text().replace("&", "").rstrip("…")
        if keys and words:
            yield words, keys[0]
