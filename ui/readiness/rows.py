"""The findings as rows: a mark, a sentence and the button that leads to the place."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from slaeditor.finding import Finding, Severity
from slaeditor.i18n import _
from ui.theme.tokens import MEDIUM, SMALL
from ui.theme.widgets import Button, Card, Mark, QuietButton, Words, row_of

MOST = 30
"""Rows shown of one group, and how many more come up at a time."""

_LOOKS = {
    Severity.BLOCKER: ("error-circle", "danger"),
    Severity.WARNING: ("warning-triangle", "warning"),
    Severity.NOTE: ("info", "accent"),
}


class FindingRow(QWidget):
    """One finding; `fix_requested` carries its path."""

    fix_requested = Signal(str)

    def __init__(self, finding: Finding, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.finding = finding
        self.button = Button(_("Fix"))
        self.button.setAccessibleName(_("Fix: {sentence}").format(sentence=finding.sentence))
        self.button.clicked.connect(self._on_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addWidget(Mark(*_LOOKS[finding.severity]), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Words(finding.sentence), 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        self.button.setVisible(bool(finding.path))

    @Slot()
    def _on_clicked(self) -> None:
        self.fix_requested.emit(self.finding.path)


class Group(Card):
    """The findings of one severity under a heading with their number; hidden without any.

    Rows cost time, so `build` makes them, some at a time; `more_requested` asks for it.
    """

    fix_requested = Signal(str)
    more_requested = Signal()

    def __init__(self, severity: Severity, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._severity = severity
        self._words = title
        self._title = Words(title, "label")
        self._more = QuietButton("")
        self._more.clicked.connect(self._on_more_clicked)
        self._most = MOST
        self._wanted: tuple[Finding, ...] = ()
        self._rows: dict[Finding, FindingRow] = {}
        self._column = QVBoxLayout()
        self._column.setSpacing(MEDIUM)
        self.body.setSpacing(MEDIUM)
        self.body.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        self.body.addWidget(self._title)
        self.body.addLayout(self._column)
        self.body.addLayout(row_of(self._more))
        self.hide()

    def want(self, findings: tuple[Finding, ...]) -> bool:
        """Plan to show those of this severity; False if these are the ones wanted already.

        Rows of what is settled go at once; those that stay keep their place and the focus.
        """
        wanted = tuple(dict.fromkeys(f for f in findings if f.severity is self._severity))
        if wanted == self._wanted:
            return False
        self._wanted = wanted
        shown = set(wanted[: self._most])
        for finding in [each for each in self._rows if each not in shown]:
            row = self._rows.pop(finding)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._say()
        return True

    def build(self, rows: int) -> int:
        """Make up to so many of the rows that lack, the first ones first; how many were made."""
        made = 0
        for number, finding in enumerate(self._wanted[: self._most]):
            if finding not in self._rows:
                if made == rows:
                    break
                self._rows[finding] = self._made(finding)
                made += 1
            self._place(number, self._rows[finding])
        return made

    def buttons(self) -> list[Button]:
        """The buttons in the order of the rows."""
        shown = [self._rows[each] for each in self._wanted if each in self._rows]
        return [row.button for row in shown if row.finding.path]

    def _say(self) -> None:
        """The number in the heading, and of the findings that have no row."""
        self._title.setText(f"{self._words} ({len(self._wanted)})")
        more = len(self._wanted) - self._most
        self._more.setText(_("Show more ({count} left)").format(count=more))
        self._more.setVisible(more > 0)
        self.setVisible(bool(self._wanted))

    def _made(self, finding: Finding) -> FindingRow:
        row = FindingRow(finding)
        row.fix_requested.connect(self.fix_requested)
        return row

    def _place(self, number: int, row: FindingRow) -> None:
        there = self._column.itemAt(number)
        if there is None or there.widget() is not row:
            self._column.removeWidget(row)
            self._column.insertWidget(number, row)

    @Slot()
    def _on_more_clicked(self) -> None:
        self._most += MOST
        self._say()
        self.more_requested.emit()
