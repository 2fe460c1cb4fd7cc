"""Things to check: how far the agreement is, what is missing or doubtful, and the way to each."""

from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QProgressBar, QScrollArea, QVBoxLayout, QWidget

from slaeditor.finding import Finding, Severity
from slaeditor.i18n import _
from slaeditor.readiness.questions import Progress
from ui.readiness.counts import complete_words, completed, to_check
from ui.readiness.route import Route
from ui.readiness.rows import Group
from ui.theme.tokens import MEDIUM, SMALL, WIDE
from ui.theme.widgets import Button, Mark, QuietButton, ToolButton, Words, hint, row_of, set_surface

_AT_ONCE = 10
"""Rows made at a time; some milliseconds of work."""


class ReadinessPanel(QWidget):
    """Shows findings; `fix_requested` carries the path of one that the person wants to mend."""

    fix_requested = Signal(str)
    export_requested = Signal()
    close_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_surface(self, "window")
        self._findings: tuple[Finding, ...] = ()
        self._route = Route()
        self._count = hint("")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._nothing = _nothing_to_check()
        self._groups = {
            Severity.BLOCKER: Group(Severity.BLOCKER, _("Must be fixed")),
            Severity.WARNING: Group(Severity.WARNING, _("Worth a look")),
            Severity.NOTE: Group(Severity.NOTE, _("Notes")),
        }
        for group in self._groups.values():
            group.fix_requested.connect(self.fix_requested)
            group.more_requested.connect(self._build)
        self._close = ToolButton("close", _("Close things to check"))
        self._close.clicked.connect(self.close_requested)
        self._export = QuietButton(_("Export anyway, gaps marked"))
        self._export.clicked.connect(self.export_requested)
        self._slices = QTimer(self, singleShot=True, interval=0)
        self._slices.timeout.connect(self._on_slice_due)
        self._lay_out()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is shown."""
        return self._findings

    def show_findings(self, findings: tuple[Finding, ...], progress: tuple[Progress, ...]) -> None:
        """Show what was found; a button with the focus keeps it, or hands it to its neighbour.

        Only what changed is touched, and no row is made while nobody sees the list.
        """
        self._findings = findings
        self._route.set_paths([finding.path for finding in findings])
        self._show_progress(progress)
        before = self._buttons()
        at = next((n for n, button in enumerate(before) if button.hasFocus()), -1)
        self._nothing.setVisible(not findings)
        self._export.setVisible(bool(to_check(findings)))
        changed = [group.want(findings) for group in self._groups.values()]
        if any(changed):
            self._build()
        after = self._buttons()
        if at >= 0 and not any(button.hasFocus() for button in after):
            self._focus(after, at)

    def _build(self) -> None:
        """Make the rows of a screenful at once, the others between events."""
        if not self.isVisible():
            return
        left = _AT_ONCE
        for group in self._groups.values():
            left -= group.build(left)
        for first, second in pairwise(self._buttons()):
            QWidget.setTabOrder(first, second)
        if left < _AT_ONCE:
            self._slices.start()

    @Slot()
    def _on_slice_due(self) -> None:
        self._build()

    def showEvent(self, event: QShowEvent) -> None:
        """Make the rows that were wanted meanwhile."""
        super().showEvent(event)
        self._build()

    def next_path(self, here: str) -> str:
        """The path of the finding after the one at `here`; empty where there is nothing."""
        return self._route.next(here)

    def previous_path(self, here: str) -> str:
        """The path of the finding before the one at `here`; empty where there is nothing."""
        return self._route.previous(here)

    def sentence_at(self, path: str) -> str:
        """What was found first at a path; empty where nothing was."""
        return next((each.sentence for each in self._findings if each.path == path), "")

    def focus_first(self) -> None:
        """Give the keys to the first finding, or to the way out."""
        self._focus(self._buttons(), 0)

    def _buttons(self) -> list[Button]:
        return [button for group in self._groups.values() for button in group.buttons()]

    def _focus(self, buttons: list[Button], number: int) -> None:
        target = buttons[min(number, len(buttons) - 1)] if buttons else self._close
        row = target.parentWidget()
        if row is not None:
            row.show()  # one that was made just now takes no focus before that
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_progress(self, progress: tuple[Progress, ...]) -> None:
        words = complete_words(progress)
        self._count.setText(words)
        self._bar.setRange(0, max(len(progress), 1))
        self._bar.setValue(completed(progress))
        self._bar.setAccessibleName(words)

    def _lay_out(self) -> None:
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(WIDE, SMALL, WIDE, MEDIUM)
        column.setSpacing(SMALL)
        title = Words(_("Ready for legal?"), "section")
        title.setWordWrap(False)
        top = row_of(title)
        top.addWidget(self._close)
        column.addLayout(top)
        column.addWidget(self._count)
        column.addWidget(self._bar)
        column.addLayout(row_of(self._export))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(head)
        outer.addWidget(self._scrolled(), 1)

    def add_below(self, part: QWidget) -> None:
        """Show something of somebody else's under the findings."""
        self._below.addWidget(part)

    def _scrolled(self) -> QScrollArea:
        inner = QWidget()
        set_surface(inner, "window")
        column = QVBoxLayout(inner)
        column.setContentsMargins(WIDE, 0, WIDE, WIDE)
        column.setSpacing(MEDIUM)
        for part in (self._nothing, *self._groups.values()):
            column.addWidget(part)
        self._below = QVBoxLayout()
        column.addLayout(self._below)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(_("Things to check"))
        return area


def _nothing_to_check() -> QWidget:
    box = QWidget()
    row = row_of(Mark("check-circle", "success"), stretch=False)
    row.addWidget(Words(_("Nothing to check. Every question that needs an answer has one.")), 1)
    box.setLayout(row)
    box.hide()
    return box
