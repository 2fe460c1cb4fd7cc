"""The look of printed pages: that of the Word file, as far as Qt's text can wear it.

Lengths are points. The figures are those of `slaeditor.word.styles`, so that pages break where Word
breaks them.
"""

from dataclasses import dataclass

from PySide6.QtGui import (
    QColor,
    QFont,
    QFontInfo,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextOption,
    QTextTableCellFormat,
    QTextTableFormat,
)

from slaeditor.blocks import Paragraph, Role
from slaeditor.word.styles import GREY, INK, TYPEFACE
from ui.preview.entries import Look
from ui.preview.typesetting import CELL, Typesetting, Wearer
from ui.theme.tokens import look as tokens

FAMILIES = (TYPEFACE, "Liberation Sans", "Helvetica", "Nimbus Sans", "sans-serif")
"""Typefaces with the same widths, the one that the Word file asks for first."""

STEP = 36.0
"""Points from one level of text to the next."""

NEW_PAGE = QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore
CELL_EDGE, RULE = 3.0, 0.75
"""Points of room above and below the text of a cell, and of the line under it."""

_LINE = 112.0
_CELL_LINE = 104.0
_POINTS_PER_INCH = 72.0


@dataclass(frozen=True, slots=True)
class Shape:
    """Size of the letters, room before and after; `hanging` is the room of the number."""

    size: float = 10.0
    before: float = 0.0
    after: float = 7.0
    hanging: float = STEP
    bold: bool = False
    colour: str = ""


_PLAIN = Shape()
_SHAPES: dict[Wearer, Shape] = {
    CELL: Shape(9, 0, 0),
    Role.COVER_TITLE: Shape(28, 6, 24, bold=True, colour=INK),
    Role.COVER_KIND: Shape(14, 170, 6, colour=GREY),
    Role.COVER_LINE: Shape(11, 0, 5),
    Role.LEGEND: Shape(10, 36, 12, bold=True, colour=INK),
    Role.PLAIN_HEADING: Shape(12, 16, 7, bold=True, colour=INK),
    Role.HEADING: Shape(12, 16, 7, bold=True, colour=INK),
    Role.SCHEDULE: Shape(15, 18, 18, 99.25, bold=True, colour=INK),
    Role.PART: Shape(11, 14, 7, 56.7, bold=True, colour=INK),
    Role.PARAGRAPH_HEADING: Shape(10, 12, 6, bold=True, colour=INK),
    Role.SIGNATURE_LEAD: Shape(10, 20, 8, bold=True, colour=INK),
}


class PrintedTypesetting(Typesetting):
    """All formats. Nothing leads anywhere, as it does in the preview."""

    def __init__(self) -> None:
        one_inch = QFont()
        one_inch.setPointSizeF(_POINTS_PER_INCH)
        self._scale = QFontInfo(one_inch).pixelSize() / _POINTS_PER_INCH
        super().__init__(tokens().light, 100)
        self.font = _font(_PLAIN)

    def pixels(self, points: float) -> float:
        """So many points at the resolution in which Qt lays text out for no device."""
        return points * self._scale

    def _made_character(self, role: Wearer) -> QTextCharFormat:
        shape = _SHAPES.get(role, _PLAIN)
        made = QTextCharFormat()
        made.setFont(_font(shape))
        made.setForeground(QColor(f"#{shape.colour}" if shape.colour else "#000000"))
        return made

    def character(self, role: Wearer, *, strong: bool = False, target: str = "") -> QTextCharFormat:
        """As in the preview, but no path of a field is written into a file."""
        return super().character(role, strong=strong)

    def block(self, paragraph: Paragraph, look: Look) -> QTextBlockFormat:
        """The shape of a paragraph; its number hangs to the left of it."""
        shape = _SHAPES.get(paragraph.role, _PLAIN)
        made = self.spaced(0.0 if look.starts_page else shape.before, shape.after)
        hanging = self.pixels(shape.hanging) if paragraph.number and look.level else 0.0
        left = max(self.pixels(look.level * STEP), hanging)
        made.setLeftMargin(left)
        if hanging:
            made.setTextIndent(-hanging)
            made.setTabPositions([QTextOption.Tab(hanging, QTextOption.TabType.LeftTab)])
        if paragraph.role is Role.LEGEND:
            made.setBackground(QColor(self._tokens.paper_shade))
        if look.starts_page:
            made.setPageBreakPolicy(NEW_PAGE)
        return made

    def spaced(self, before: float, after: float) -> QTextBlockFormat:
        """A paragraph with so many points of room above and below it."""
        made = _lined(_LINE)
        made.setTopMargin(self.pixels(before))
        made.setBottomMargin(self.pixels(after))
        return made

    def plain_block(self) -> QTextBlockFormat:
        """A paragraph without margins: within a cell, or before a table."""
        return _lined(_CELL_LINE)

    def table(
        self, widths: tuple[float, ...], look: Look, *, header: bool = False
    ) -> QTextTableFormat:
        """A table over the whole width of the text; its first row comes again on each page."""
        made = QTextTableFormat()
        made.setCellSpacing(0)
        made.setCellPadding(0)
        made.setBorder(0)
        made.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
        made.setBorderCollapse(True)
        made.setHeaderRowCount(1 if header else 0)
        made.setBottomMargin(self.pixels(9.2))
        percent = QTextLength.Type.PercentageLength
        made.setWidth(QTextLength(percent, 100))
        if widths:
            made.setColumnWidthConstraints([QTextLength(percent, 100 * w) for w in widths])
        if look.starts_page:
            made.setPageBreakPolicy(NEW_PAGE)
        return made

    def cell(self, *, header: bool = False, ruled: bool = True) -> QTextTableCellFormat:
        """A cell with a line under it; a header cell has a tinted ground."""
        made = super().cell(header=header, ruled=ruled)
        for set_padding in (made.setTopPadding, made.setBottomPadding):
            set_padding(self.pixels(CELL_EDGE))
        for set_padding in (made.setLeftPadding, made.setRightPadding):
            set_padding(self.pixels(4.25))
        if ruled:
            made.setBottomBorder(self.pixels(RULE))
        return made


def _lined(percent: float) -> QTextBlockFormat:
    made = QTextBlockFormat()
    made.setLineHeight(percent, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return made


def _font(shape: Shape) -> QFont:
    font = QFont(list(FAMILIES))
    font.setStyleHint(QFont.StyleHint.SansSerif)
    font.setPointSizeF(shape.size)
    font.setBold(shape.bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setKerning(False)  # as in Word, unless a file asks for it
    return font
