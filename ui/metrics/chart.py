"""The picture of a level's past: a dot for each period, lines for what is owed.

A dot that meets what is owed first is filled, one that misses it is hollow; each line has its own
stroke and its name at the right edge. The sentences beside it say the same.
"""

from collections.abc import Iterator
from decimal import Decimal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from slaeditor.values import NUMBER
from ui.metrics.past import Line, LineKind, Past
from ui.metrics.scale import moved_apart, round_steps, span_of
from ui.theme.palette import shown_tokens
from ui.theme.tokens import SMALL, TIGHT

_LINES = {
    LineKind.TARGET: ("success", Qt.PenStyle.SolidLine),
    LineKind.STEP: ("success", Qt.PenStyle.DashDotLine),
    LineKind.MINIMUM: ("danger", Qt.PenStyle.DashLine),
    LineKind.MEAN: ("muted", Qt.PenStyle.DotLine),
}
_MOST_NAMES = 24  # periods that get a number under their dot


class PastChart(QWidget):
    """Draws a past. A screen reader says `setAccessibleName`, which the owner keeps up to date."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._past: Past | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_past(self, past: Past) -> None:
        """Draw this one from now on."""
        self._past = past
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Twelve lines of text high: it grows with the text."""
        return QSize(320, self.fontMetrics().height() * 12)

    def minimumSizeHint(self) -> QSize:
        """As high as wanted, and not too narrow for its labels."""
        return QSize(220, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint grid, lines, dots and labels in the colours shown now."""
        if self._past is None or not self._past.figures:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = painter.font()
        font.setPointSizeF(font.pointSizeF() * 0.9)
        painter.setFont(font)
        _Drawing(painter, QRectF(self.rect()), self._past).draw()
        painter.end()


class _Drawing:
    """One painting: where things are, worked out once."""

    def __init__(self, painter: QPainter, room: QRectF, past: Past) -> None:
        self._painter = painter
        self._past = past
        self._tokens = shown_tokens()
        self._line = painter.fontMetrics().height()
        numbers = (*past.figures, *(line.number for line in past.lines))
        self._steps = round_steps(*span_of(numbers))
        left = max(self._width(text) for text in self._step_texts()) + SMALL
        right = max((self._width(line.label) for line in past.lines), default=0) + 2 * SMALL
        foot = self._line + SMALL
        self._plot = room.adjusted(left, self._line / 2, -right, -foot)

    def draw(self) -> None:
        """Everything, the dots on top."""
        self._draw_grid()
        self._draw_lines()
        self._draw_names()
        self._draw_dots()

    def _width(self, text: str) -> int:
        return self._painter.fontMetrics().horizontalAdvance(text)

    def _step_texts(self) -> list[str]:
        return [NUMBER.write(step, self._past.language) for step in self._steps]

    def _y(self, number: Decimal) -> float:
        low, high = self._steps[0], self._steps[-1]
        share = float((number - low) / (high - low))
        return self._plot.bottom() - share * self._plot.height()

    def _x(self, index: int) -> float:
        return self._plot.left() + (index + 0.5) * self._plot.width() / len(self._past.figures)

    def _draw_grid(self) -> None:
        painter, plot = self._painter, self._plot
        for step, text in zip(self._steps, self._step_texts(), strict=True):
            y = self._y(step)
            painter.setPen(QPen(QColor(self._tokens.hairline), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(QColor(self._tokens.muted))
            place = QRectF(0, y - self._line / 2, plot.left() - SMALL, self._line)
            painter.drawText(place, _RIGHT, text)

    def _draw_lines(self) -> None:
        painter, plot, lines = self._painter, self._plot, self._past.lines
        heights = [self._y(line.number) for line in lines]
        room = (0.0, plot.bottom() + self._line)
        labels = moved_apart([y - self._line / 2 for y in heights], self._line, *room)
        for line, y, top in zip(lines, heights, labels, strict=True):
            role, stroke = _LINES[line.kind]
            colour = QColor(self._tokens.colour(role))
            painter.setPen(QPen(colour, 2, stroke, Qt.PenCapStyle.FlatCap))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(QPen(colour, 1))
            middle = top + self._line / 2
            painter.drawLine(QPointF(plot.right(), y), QPointF(plot.right() + SMALL, middle))
            self._draw_label(line, top, colour)

    def _draw_label(self, line: Line, top: float, colour: QColor) -> None:
        left = self._plot.right() + SMALL + TIGHT
        self._painter.setPen(colour)
        place = QRectF(left, top, self._width(line.label) + SMALL, self._line)
        self._painter.drawText(place, _LEFT, line.label)

    def _draw_names(self) -> None:
        """Numbers under the dots, as many as there is room for; none for a single figure."""
        count = len(self._past.figures)
        if not self._past.is_series:
            return
        every = -(-count // _MOST_NAMES)
        wide = self._width(str(count)) + SMALL
        while every * self._plot.width() / count < wide:
            every += 1
        self._painter.setPen(QColor(self._tokens.muted))
        for index in range(0, count, every):
            place = QRectF(self._x(index) - wide, self._plot.bottom() + TIGHT, 2 * wide, self._line)
            self._painter.drawText(place, _MIDDLE, str(index + 1))

    def _draw_dots(self) -> None:
        painter = self._painter
        met, missed = QColor(self._tokens.accent), QColor(self._tokens.warning)
        for x, y, meets, radius in self._dots():
            colour = met if meets else missed
            painter.setPen(QPen(colour, 2))
            painter.setBrush(colour if meets else QColor(self._tokens.surface))
            painter.drawEllipse(QPointF(x, y), radius, radius)

    def _dots(self) -> Iterator[tuple[float, float, bool, float]]:
        apart = self._plot.width() / len(self._past.figures)
        radius = max(1.5, min(self._line * 0.28, apart * 0.4))
        for index, figure in enumerate(self._past.figures):
            yield self._x(index), self._y(figure), self._past.meets(figure), radius


_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_MIDDLE = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
