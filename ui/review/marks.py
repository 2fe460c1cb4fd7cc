"""A passage with its changes: removed words struck through, added ones underlined."""

from collections.abc import Iterable, Mapping
from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel

from slaeditor.i18n import _
from slaeditor.textdiff import Fate, Stretch, changes
from ui.theme.palette import shown_tokens
from ui.theme.tokens import Tokens

_AROUND = 90
"""Characters of unchanged text that stay on each side of a change in a long passage."""

LONG = 420
"""Characters of a passage up to which all of it is shown."""

_DOTS = " … "
_BETWEEN = "\N{THIN SPACE}"
"""What keeps removed words and those in their place apart."""


class MarkedText(QLabel):
    """Shows how one text became another; a long one shows what is around the changes first."""

    def __init__(self, before: str, after: str, *, whole: bool = False) -> None:
        super().__init__()
        self._found = changes(before, after)
        self._is_whole = whole or max(len(before), len(after)) <= LONG
        self.is_shortened = not self._is_whole and _shortened(self._found) != self._found
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setAccessibleName(spoken(self._found))
        self._show()

    def show_whole(self, whole: bool) -> None:
        """Show all of the passage, or only what is around the changes."""
        self._is_whole = whole
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of the scheme shown now."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._show()

    def _looks(self, tokens: Tokens) -> Mapping[Fate, str]:
        """The style of what was removed and added; a fate without one looks as usual."""
        return {
            Fate.REMOVED: f"color:{tokens.danger};background-color:{tokens.danger_soft};"
            "text-decoration:line-through",
            Fate.ADDED: f"color:{tokens.success};background-color:{tokens.success_soft};"
            "text-decoration:underline",
        }

    def _shown(self, found: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
        """What of the stretches is shown: all of them."""
        return found

    def _show(self) -> None:
        found = self._found if self._is_whole else _shortened(self._found)
        html = _html(self._shown(found), self._looks(shown_tokens()))
        if html != self.text():
            self.setText(html)


def spoken(found: Iterable[Stretch]) -> str:
    """The changes for somebody who hears them."""
    words = {Fate.REMOVED: _("removed: {text}"), Fate.ADDED: _("added: {text}")}
    told = [
        words[each.fate].format(text=each.text.strip())
        for each in found
        if each.fate in words and each.text.strip()
    ]
    return "; ".join(told) or _("The same words")


def sides(before: str, after: str, around: int = _AROUND) -> tuple[str, str]:
    """Both texts, with so many characters of what is unchanged on each side of a change."""
    found = changes(before, after)
    is_short = before == after or max(len(before), len(after)) <= 2 * around
    short = found if is_short else _shortened(found, around)
    return (
        "".join(each.text for each in short if each.fate is not Fate.ADDED).strip(),
        "".join(each.text for each in short if each.fate is not Fate.REMOVED).strip(),
    )


def _shortened(found: tuple[Stretch, ...], around: int = _AROUND) -> tuple[Stretch, ...]:
    """The changes with a little of what stands around them."""
    last = len(found) - 1
    result = []
    for number, each in enumerate(found):
        text = each.text
        if each.fate is Fate.KEPT:
            text = _cut(text, around, head=number > 0, tail=number < last)
        result.append(Stretch(each.fate, text))
    return tuple(result)


def _cut(text: str, around: int, *, head: bool, tail: bool) -> str:
    """The ends of a text that a change stands at."""
    if len(text) <= 2 * around:
        return text
    first = text[:around].rpartition(" ")[0] if head else ""
    rest = text[-around:].partition(" ")[2] if tail else ""
    return f"{first}{_DOTS}{rest}"


def _html(found: Iterable[Stretch], looks: Mapping[Fate, str]) -> str:
    pieces = []
    before = Fate.KEPT
    for each in found:
        if before is Fate.REMOVED and each.fate is Fate.ADDED:
            pieces.append(_BETWEEN)
        before = each.fate
        text = escape(each.text).replace("\n", "<br/>")
        look = looks.get(each.fate)
        pieces.append(f'<span style="{look}">{text}</span>' if look else text)
    return f'<div style="line-height:130%">{"".join(pieces)}</div>'
