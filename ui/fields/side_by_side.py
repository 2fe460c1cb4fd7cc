"""Fields that belong together stand side by side where there is room, else one under the other."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

from ui.theme.tokens import MEDIUM, WIDE


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
        # Side by side each row gets its share, so the one that needs most decides.
        shares = [self._box.stretch(self._rows.index(row)) for row in shown]
        room = self.width() - MEDIUM * max(len(shown) - 1, 0)
        fits = all(
            room * share >= row.minimumSizeHint().width() * sum(shares)
            for row, share in zip(shown, shares, strict=True)
        )
        line, column = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        wanted = line if fits else column
        if self._box.direction() is not wanted:
            self._box.setDirection(wanted)
            self._box.setSpacing(MEDIUM if fits else WIDE)
            self.updateGeometry()
