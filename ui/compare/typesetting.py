"""The look of marks: struck through in red what was removed, underlined in green what was added."""

from dataclasses import replace
from typing import Final

from PySide6.QtGui import QColor, QTextBlockFormat, QTextCharFormat, QTextFormat

from slaeditor.blocks import Paragraph, Role, Span
from slaeditor.textdiff import Fate
from ui.compare.marked import Aside, Marked, MarkedNumber
from ui.preview.entries import Look
from ui.preview.typesetting import Typesetting, Wearer
from ui.theme.tokens import Tokens

NUMBER: Final = QTextFormat.Property.UserProperty.value + 1
"""The property of text that belongs to a change: which one it is, from 1."""

FATE: Final = NUMBER + 1
"""The property of such text that says what became of it, as text."""


_ABOVE_SCHEDULE = 1.4
"""Lines above a schedule that doesn't begin a page here."""


class MarkedTypesetting(Typesetting):
    """All formats of the paper, and those of the marks on it."""

    def __init__(self, tokens: Tokens, percent: int) -> None:
        super().__init__(tokens, percent)
        self._colours = {
            Fate.REMOVED: (QColor(tokens.danger), QColor(tokens.danger_soft)),
            Fate.ADDED: (QColor(tokens.success), QColor(tokens.success_soft)),
        }
        self._muted = QColor(tokens.paper_muted)

    def span(self, span: Span, role: Wearer, around: str) -> QTextCharFormat:
        """The look of one span, with its marks."""
        made = super().span(span, role, around)
        if isinstance(span, Aside):
            made.setFontItalic(True)
            made.setForeground(self._muted)
        if not isinstance(span, Marked):
            return made
        made.setProperty(NUMBER, span.number)
        made.setProperty(FATE, str(span.fate))
        if span.fate in self._colours:
            ink, ground = self._colours[span.fate]
            made.setForeground(ink)
            made.setBackground(ground)
        made.setFontStrikeOut(span.fate is Fate.REMOVED)
        if span.fate is not Fate.REMOVED:
            style = QTextCharFormat.UnderlineStyle
            is_added = span.fate is Fate.ADDED
            made.setUnderlineStyle(style.SingleUnderline if is_added else style.DotLine)
        return made

    def block(self, paragraph: Paragraph, look: Look) -> QTextBlockFormat:
        """The shape of a paragraph; a marked number hangs to the left like any other."""
        if paragraph.spans and isinstance(paragraph.spans[0], MarkedNumber):
            paragraph = replace(paragraph, number=paragraph.spans[0].text)
        made = super().block(paragraph, look)
        if paragraph.role is Role.SCHEDULE and not look.starts_page:
            made.setTopMargin(self.lines(_ABOVE_SCHEDULE))
        return made
