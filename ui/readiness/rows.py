"""The findings as rows: a mark, a sentence and the button that leads to the place."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from slaeditor.finding import Finding, Severity
from slaeditor.i18n import _
from ui.theme.tokens import MEDIUM, SMALL
from ui.theme.widgets import Button, Card, Mark, Words, hint

MOST = 100
"""Rows shown of one group; the rest come up as these are settled."""

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
    """The findings of one severity under a heading with their number; hidden without any."""

    fix_requested = Signal(str)

    def __init__(self, severity: Severity, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._severity = severity
        self._words = title
        self._title = Words(title, "label")
        self._rest = hint("")
        self._rows: dict[Finding, FindingRow] = {}
        self._column = QVBoxLayout()
        self._column.setSpacing(MEDIUM)
        self.body.setSpacing(MEDIUM)
        self.body.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        self.body.addWidget(self._title)
        self.body.addLayout(self._column)
        self.body.addWidget(self._rest)
        self.hide()

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show those of this severity; rows that stay keep their place and the focus."""
        mine = [each for each in findings if each.severity is self._severity]
        self._title.setText(f"{self._words} ({len(mine)})")
        shown = dict.fromkeys(mine[:MOST])
        for finding in [each for each in self._rows if each not in shown]:
            row = self._rows.pop(finding)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        for number, finding in enumerate(shown):
            self._place(number, finding)
        more = len(mine) - len(shown)
        self._rest.setText(_("{count} more come up as these are settled.").format(count=more))
        self._rest.setVisible(more > 0)
        self.setVisible(bool(mine))

    def buttons(self) -> list[Button]:
        """The buttons in the order of the rows."""
        rows = sorted(self._rows.values(), key=self._column.indexOf)
        return [row.button for row in rows if row.finding.path]

    def _place(self, number: int, finding: Finding) -> None:
        row = self._rows.get(finding)
        if row is None:
            row = FindingRow(finding)
            row.fix_requested.connect(self.fix_requested)
            self._rows[finding] = row
        if self._column.indexOf(row) != number:
            self._column.removeWidget(row)
            self._column.insertWidget(number, row)
