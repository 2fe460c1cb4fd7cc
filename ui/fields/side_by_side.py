"""Fields that belong together stand side by side where there is room, else one under the other."""

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

from ui.theme.tokens import MEDIUM, WIDE


@runtime_checkable
class HasLead(Protocol):
    """A row with something above its editor that may be higher in one than in another."""

    def lead(self, width: int) -> int:
        """The pixels above the editor in a row of that width."""

    def set_air(self, height: int) -> None:
        """Add so many to them."""


class SideBySide(QWidget):
    """A line of rows with shares of the width; it folds before one of them is cut off."""

    def __init__(
        self, rows: Sequence[QWidget], shares: Sequence[int] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._rows = tuple(rows)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(MEDIUM)
        # The layout's own minimum is that of the unfolded line, which would keep it from folding.
        self._box.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        for row, share in zip(self._rows, shares or [1] * len(self._rows), strict=True):
            self._box.addWidget(row, share)

    def minimumSizeHint(self) -> QSize:
        """The width of the widest row: less is asked for by none."""
        widest = max((row.minimumSizeHint().width() for row in self._shown()), default=0)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold."""
        super().resizeEvent(event)
        self._fold()

    def event(self, event: QEvent) -> bool:
        """Fold or unfold when a row comes, goes or asks for another width."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fold()
        return done

    def _shown(self) -> list[QWidget]:
        return [row for row in self._rows if not row.isHidden()]

    def _fold(self) -> None:
        shown = self._shown()
        # Who needs more than its share gets it from the others, as long as there is enough.
        room = self.width() - MEDIUM * max(len(shown) - 1, 0)
        fits = sum(row.minimumSizeHint().width() for row in shown) <= room
        line, column = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        wanted = line if fits else column
        if self._box.direction() is not wanted:
            self._box.setDirection(wanted)
            self._box.setSpacing(MEDIUM if fits else WIDE)
            self.updateGeometry()
        self._level(shown if fits else [])

    def _level(self, shown: list[QWidget]) -> None:
        """Let the editors of the line begin at one height, whatever stands above each."""
        leads = {row: row.lead(row.width()) for row in shown if isinstance(row, HasLead)}
        most = max(leads.values(), default=0)
        for row in self._rows:
            if isinstance(row, HasLead):
                row.set_air(most - leads.get(row, most))
