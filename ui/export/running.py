"""What runs along with every page of a PDF or a print: legend above, identity and page below."""

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from slaeditor.blocks import Document
from slaeditor.document.copies import Copy, Form
from slaeditor.document.running import FOR_READING, identity
from slaeditor.word.styles import GREY, RULE
from ui.export.pages import SIDE
from ui.export.typesetting import FAMILIES

_ABOVE = 35.4
_BELOW = 31.2
_POINTS = 8.0
_LINE = 11.0
_MARK_GREY = "#DDDDDD"
_MARK_SHARE = 0.8
_STEEPNESS = 45.0


class Running:
    """Paints onto pages of one size; `document` has the header of its copy already."""

    def __init__(self, document: Document, form: Form, paper: QSizeF) -> None:
        self._header = document.header
        self._on_cover = form.copy is Copy.REVIEW
        self._identity = identity(document)
        self._watermark = form.watermark
        self._paper = paper
        self._width = paper.width() - 2 * SIDE

    def paint_under(self, painter: QPainter) -> None:
        """Paint the watermark, from edge to edge across the page; the painter's unit is a point."""
        if not self._watermark:
            return
        painter.save()
        painter.translate(self._paper.width() / 2, self._paper.height() / 2)
        painter.rotate(-_STEEPNESS)
        painter.setPen(QColor(_MARK_GREY))
        font = _font(1000.0)
        painter.setFont(font)
        room = painter.fontMetrics().horizontalAdvance(self._watermark)
        factor = _MARK_SHARE * self._paper.width() / max(room, 1)
        painter.scale(factor, factor)
        centred = QRectF(-room, -2000.0, 2 * room, 4000.0)
        painter.drawText(centred, Qt.AlignmentFlag.AlignCenter, self._watermark)
        painter.restore()

    def paint_over(self, painter: QPainter, page: int, count: int) -> None:
        """Paint what stands above and below a page, counted from 0, of so many.

        The cover has no number, and the legend of a review copy alone.
        """
        painter.save()
        grey = QColor(f"#{GREY}")
        foot = self._paper.height() - _BELOW - 2 * _LINE
        right = Qt.AlignmentFlag.AlignRight
        if self._header and (page or self._on_cover):
            painter.setFont(_font(_POINTS, bold=True))
            painter.setPen(grey)
            self._text(painter, _ABOVE, self._header, Qt.AlignmentFlag.AlignHCenter)
            self._rule(painter, _ABOVE + _LINE + 4)
        painter.setFont(_font(_POINTS))
        painter.setPen(grey)
        self._text(painter, foot + _LINE, FOR_READING)
        if page:
            self._text(painter, foot, self._identity)
            self._text(painter, foot, f"Page {page + 1} of {count}", right)
            self._rule(painter, foot - 6)
        painter.restore()

    def _text(
        self,
        painter: QPainter,
        top: float,
        words: str,
        side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        painter.drawText(QRectF(SIDE, top, self._width, 2 * _LINE), side, words)

    def _rule(self, painter: QPainter, height: float) -> None:
        painter.setPen(QPen(QColor(f"#{RULE}"), 0.5))
        painter.drawLine(QPointF(SIDE, height), QPointF(SIDE + self._width, height))
        painter.setPen(QColor(f"#{GREY}"))


def _font(points: float, *, bold: bool = False) -> QFont:
    """A font of so many units of the painter, whose unit is a point."""
    font = QFont(list(FAMILIES))
    font.setStyleHint(QFont.StyleHint.SansSerif)
    font.setPixelSize(round(points))
    font.setBold(bold)
    return font
