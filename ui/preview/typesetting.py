"""The look of the preview's text: typefaces, sizes and distances by role, at one zoom.

Sizes are points, distances are shares of the height of a line of text, so that everything grows
together. Colours are those of the paper, which stays light in a dark window.
"""

from math import ceil
from typing import Final, Literal

from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextOption,
    QTextTableCellFormat,
    QTextTableFormat,
)

from slaeditor.blocks import Derived, Fixed, Gap, Paragraph, Role, Span, Term
from ui.preview.entries import Look
from ui.theme.tokens import Tokens

FAMILIES = ("Cambria", "Georgia", "Times New Roman", "Liberation Serif", "Noto Serif", "serif")
POINTS = 11.0
"""Size of the text at 100 %."""

FROM_FIELD = QTextFormat.Property.UserProperty.value
"""The property of text that is a value or a gap, not the fixed words around it."""

_STEP = 2.6
_AFTER = 0.5
_PAGE_GAP = 4.0
_SHARE_STEP, _WIDEST_SHARE = 5, 400
_CELL_EDGE = 0.17
_SLENDER = 0.72  # of the average width of a typeface's letters: those of words are narrower

CELL: Final = "cell"
Wearer = Role | Literal["cell"]
"""What text can belong to: a paragraph of some role, or a cell of a table."""

_FACTORS: dict[Wearer, float] = {
    CELL: 0.82,
    Role.COVER_TITLE: 1.85,
    Role.COVER_KIND: 1.2,
    Role.PLAIN_HEADING: 1.3,
    Role.HEADING: 1.3,
    Role.SCHEDULE: 1.5,
    Role.PART: 1.15,
}
_BOLD = frozenset(
    {
        Role.COVER_TITLE,
        Role.LEGEND,
        Role.PLAIN_HEADING,
        Role.HEADING,
        Role.SCHEDULE,
        Role.PART,
        Role.PARAGRAPH_HEADING,
        Role.SIGNATURE_LEAD,
    }
)
_MUTED = frozenset({Role.COVER_KIND, Role.COVER_LINE})
_BEFORE = {
    Role.PLAIN_HEADING: 1.0,
    Role.HEADING: 1.2,
    Role.PART: 1.0,
    Role.PARAGRAPH_HEADING: 0.8,
    Role.SIGNATURE_LEAD: 1.2,
    Role.LEGEND: 0.6,
}


def target_of(span: Span, around: str) -> str:
    """The path that a click on a span leads to; `around` is that of its paragraph or cell."""
    if isinstance(span, Derived):
        return span.sources[0] if span.sources else around
    return getattr(span, "path", "") or around


def is_from(span: Span, path: str) -> bool:
    """Whether a span is the value of the field at a path, its gap, or worked out from it first."""
    return not isinstance(span, Fixed) and target_of(span, "") == path


class Typesetting:
    """All formats at one zoom, in per cent."""

    def __init__(self, tokens: Tokens, percent: int) -> None:
        self._tokens = tokens
        self._percent = percent
        self.font = QFont(list(FAMILIES))
        self.font.setStyleHint(QFont.StyleHint.Serif)
        self.font.setPointSizeF(POINTS * percent / 100)
        self._line = QFontMetricsF(self.font).height()
        self._characters = {role: self._made_character(role) for role in (*Role, CELL)}
        average = QFontMetricsF(self._characters[CELL].font()).averageCharWidth()
        self._letter = average * _SLENDER
        self.text_width = 0.0
        """Pixels between the margins of the paper; 0 while that isn't known."""

    def lines(self, count: float) -> float:
        """So many heights of a line, in pixels."""
        return round(count * self._line)

    @property
    def page_gap(self) -> float:
        """Pixels above the first paragraph of a part that starts a new page."""
        return self.lines(_PAGE_GAP)

    def _above(self, role: Role | None, *, new_page: bool) -> float:
        """Pixels above a paragraph of a role."""
        if new_page:
            return self.page_gap
        return self.lines(_BEFORE.get(role, 0.0)) if role is not None else 0.0

    def _under_table(self, look: Look) -> float:
        """Pixels under a table, where Qt forgets what the next paragraph asks for."""
        if look.goes_on:
            return 0.0
        return max(self.lines(_AFTER), self._above(look.below, new_page=look.ends_page))

    @property
    def header(self) -> QTextCharFormat:
        """The look of the words in the first row of a table."""
        return self.character(CELL, strong=True)

    def _made_character(self, role: Wearer) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setFont(self.font)
        made.setFontPointSize(self.font.pointSizeF() * _FACTORS.get(role, 1.0))
        if role in _BOLD:
            made.setFontWeight(QFont.Weight.Bold)
        muted = role in _MUTED
        colour = self._tokens.paper_muted if muted else self._tokens.paper_text
        made.setForeground(QColor(colour))
        return made

    def character(self, role: Wearer, *, strong: bool = False, target: str = "") -> QTextCharFormat:
        """The look of text in a paragraph of this role; `target` is the path it leads to."""
        made = QTextCharFormat(self._characters[role])
        if strong:
            made.setFontWeight(QFont.Weight.Bold)
        if target:
            made.setAnchor(True)
            made.setAnchorHref(target)
        return made

    def span(self, span: Span, role: Wearer, around: str) -> QTextCharFormat:
        """The look of one span; gaps are marked."""
        strong = isinstance(span, Term) or bool(getattr(span, "strong", False))
        made = self.character(role, strong=strong, target=target_of(span, around))
        if not isinstance(span, Fixed):
            made.setProperty(FROM_FIELD, True)
        if isinstance(span, Gap):
            made.setBackground(QColor(self._tokens.paper_gap))
        return made

    def block(self, paragraph: Paragraph, look: Look) -> QTextBlockFormat:
        """The shape of a paragraph; its number hangs one step to the left."""
        made = self.plain_block()
        made.setTopMargin(self._above(paragraph.role, new_page=look.starts_page))
        made.setBottomMargin(self.lines(_AFTER))
        step = self.lines(_STEP)
        made.setLeftMargin(look.level * step)
        if paragraph.number and look.level:
            made.setTextIndent(-step)
            made.setTabPositions([QTextOption.Tab(step, QTextOption.TabType.LeftTab)])
        if paragraph.role is Role.LEGEND:
            made.setBackground(QColor(self._tokens.paper_shade))
        return made

    def plain_block(self) -> QTextBlockFormat:
        """A paragraph without margins: within a cell, or before a table."""
        made = QTextBlockFormat()
        made.setLineHeight(112, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        return made

    def table(
        self, widths: tuple[float, ...], look: Look, *, header: bool = False
    ) -> QTextTableFormat:
        """A table over the whole width of the text, or as wide as its longest words need it."""
        made = QTextTableFormat()
        made.setCellSpacing(0)
        made.setCellPadding(0)
        made.setBorder(0)
        made.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
        made.setBorderCollapse(True)
        made.setHeaderRowCount(1 if header else 0)
        made.setTopMargin(self.lines(0.3) if header else 0)
        made.setBottomMargin(self._under_table(look))
        if widths:
            percent = QTextLength.Type.PercentageLength
            made.setWidth(QTextLength(percent, self.table_share(look.letters)))
            made.setColumnWidthConstraints([QTextLength(percent, 100 * w) for w in widths])
        return made

    def table_share(self, letters: int) -> int:
        """The width of a table in per cent of the text's: more than 100 where words would break."""
        if not self.text_width:
            return 100
        needed = ceil(100 * letters * self._letter / self.text_width / _SHARE_STEP) * _SHARE_STEP
        return min(max(needed, 100), _WIDEST_SHARE)

    def cell(self, *, header: bool = False, ruled: bool = True) -> QTextTableCellFormat:
        """A cell with a line under it; a header cell has a tinted ground."""
        made = QTextTableCellFormat()
        made.setTopPadding(self.lines(0.22))
        made.setBottomPadding(self.lines(0.22))
        made.setLeftPadding(self.lines(_CELL_EDGE))
        made.setRightPadding(self.lines(_CELL_EDGE))
        if ruled:
            made.setBottomBorder(1)
            made.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
            made.setBottomBorderBrush(QBrush(QColor(self._tokens.paper_rule)))
        if header:
            made.setBackground(QColor(self._tokens.paper_shade))
        made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignTop)
        return made
