"""What was found or done, line by line, with a way out where a line has one."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from slaeditor.i18n import _
from ui.dialogs import Dialog
from ui.theme.tokens import MEDIUM, SMALL
from ui.theme.widgets import Button, Mark, Words

_WIDTH = 40  # in heights of a line of text
_HEIGHT = 17  # in heights of a line of text


class Line(NamedTuple):
    """One line: an icon and its colour, words, and a button with what it does."""

    icon: str
    role: str
    words: str
    button: str = ""
    then: Callable[[], object] | None = None


class ReportDialog(Dialog):
    """A sentence, and the lines under it; a button of a line closes the dialog first."""

    def __init__(self, title: str, sentence: str, lines: Sequence[Line], parent: QWidget) -> None:
        super().__init__(title, parent)
        self.setMinimumWidth(round(self.fontMetrics().height() * _WIDTH))
        self.body.addWidget(Words(title, "section"))
        self.body.addWidget(Words(sentence))
        if lines:
            self.body.addWidget(self._area(lines), 1)
        close = self.cancel_button(_("Close"))
        close.setDefault(True)
        self.add_buttons(close)
        close.setFocus(Qt.FocusReason.OtherFocusReason)

    def _area(self, lines: Sequence[Line]) -> QScrollArea:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, SMALL, 0)
        column.setSpacing(MEDIUM)
        for line in lines:
            column.addLayout(self._row(line))
        column.addStretch(1)
        area = QScrollArea()
        area.setWidget(content)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(_("What was found"))
        area.setMinimumHeight(min(len(lines) * 3 + 2, _HEIGHT) * self.fontMetrics().height())
        return area

    def _row(self, line: Line) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(MEDIUM)
        row.addWidget(Mark(line.icon, line.role), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Words(line.words), 1)
        then = line.then
        if line.button and then is not None:
            button = Button(line.button)
            button.setAccessibleName(f"{line.button} {line.words}")

            def go() -> None:
                self.accept()
                then()

            button.clicked.connect(go)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row
