"""A line of fields that are answered together, and one question whether to keep what is suggested.

A question under each of them would be wider than the field itself and break up the line.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.fields.row import FieldRow
from ui.fields.side_by_side import SideBySide
from ui.fields.suggestion import Suggestion
from ui.tab_order import line_up
from ui.theme.tokens import TIGHT


class Together(QWidget):
    """`confirmed` carries the paths of the suggestions that are to be kept.

    The rows are made with `asks_itself` false.
    """

    confirmed = Signal(list)

    def __init__(self, rows: Sequence[FieldRow], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = tuple(rows)
        self._suggestion: Suggestion | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(TIGHT)
        self._line = SideBySide(self._rows)
        self._column.addWidget(self._line)
        if self._proposed():
            self._make_suggestion()

    def show_suggestion(self) -> None:
        """Ask about those suggestions that are in view now, or stop asking."""
        proposed = self._proposed()
        if self._suggestion is None and proposed:
            line_up([self._line, self._make_suggestion()])
        if self._suggestion is not None:
            self._suggestion.show_labels([row.spec.label for row in proposed])
            self._suggestion.setVisible(bool(proposed))

    def _make_suggestion(self) -> Suggestion:
        self._suggestion = Suggestion(self)
        self._suggestion.button.clicked.connect(self._on_confirm_clicked)
        self._column.addWidget(self._suggestion)
        return self._suggestion

    def _proposed(self) -> list[FieldRow]:
        return [row for row in self._rows if row.is_proposed and not row.isHidden()]

    @Slot()
    def _on_confirm_clicked(self) -> None:
        proposed = self._proposed()
        if proposed:
            # The button that was pressed goes.
            proposed[0].setFocus(Qt.FocusReason.OtherFocusReason)
            self.confirmed.emit([row.spec.path for row in proposed])
