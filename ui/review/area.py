"""Cards under their headings in a scrolled column, with the way from one to the next.

A screenful of cards is built before the area shows, the others between other events.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from slaeditor.i18n import _
from ui.review.card import ReviewCard
from ui.review.stack import Stack
from ui.tab_order import put_behind
from ui.theme.tokens import MEDIUM, PAGE
from ui.theme.widgets import Words, section_title, set_surface

_AT_ONCE, _THEN = 12, 5
"""Cards that are built before the page shows, and at a time after that, between other events."""

_WIDEST = 920


@dataclass(frozen=True, slots=True)
class Entry:
    """A card to build, and the heading it stands under."""

    heading: str
    build: Callable[[], ReviewCard]


E = TypeVar("E", bound=Entry)


class CardArea(QScrollArea, Generic[E]):
    """Shows the cards of some entries; `go_requested` carries the path that a card leads to."""

    go_requested = Signal(str)

    def __init__(self, entries: Iterable[E], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waiting = list(entries)
        self._cards: list[tuple[E, ReviewCard]] = []
        self._headings: dict[str, Words] = {}
        self._behind: QWidget | None = None
        self._nothing = Words("", "muted")
        self._nothing.hide()
        self._inner = QWidget()
        set_surface(self._inner, "window")
        self._stack = Stack()
        self._stack.setMaximumWidth(_WIDEST)
        row = QHBoxLayout()
        row.addWidget(self._stack, 100)
        row.addStretch(1)
        outer = QVBoxLayout(self._inner)
        outer.setContentsMargins(PAGE, MEDIUM, PAGE, PAGE)
        outer.addWidget(self._nothing)
        outer.addLayout(row)
        outer.addStretch(1)
        self.setWidget(self._inner)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        self._build()

    @property
    def is_built(self) -> bool:
        """Whether all cards are there."""
        return not self._waiting

    def is_open(self, card: ReviewCard) -> bool:
        """Whether the person has to decide something on a card."""
        return False

    def stand_before(self, behind: QWidget) -> None:
        """Let Tab come to that widget only after all cards."""
        self._behind = behind
        put_behind(self, behind)

    def focus_first(self) -> None:
        """Give the keys to the first open card, or to the first one."""
        cards = self._shown()
        wanted = [card for card in cards if self.is_open(card)] or cards
        if wanted:
            self._focus(wanted[0])

    def step(self, by: int, *, only_open: bool = False) -> bool:
        """Go to the next card (1) or the one before (-1); False where there is none."""
        cards = self._shown()
        at = next((n for n, card in enumerate(cards) if card.holds_focus()), None)
        if at is None:
            self.focus_first()
            return bool(cards)
        way = cards[at + 1 :] if by > 0 else cards[:at][::-1]
        target = next((card for card in way if not only_open or self.is_open(card)), None)
        if target is not None:
            self._focus(target)
        return target is not None

    def _shown(self) -> list[ReviewCard]:
        return [card for _entry, card in self._cards if not card.isHidden()]

    def _focus(self, card: ReviewCard) -> None:
        card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_which(self, fits: Callable[[E], bool]) -> None:
        """Show only the cards of those entries, and say so where there is none."""
        self._build(all_of_them=True)
        for entry, card in self._cards:
            card.setVisible(fits(entry))
        shown = {entry.heading for entry, _card in self._cards if fits(entry)}
        for heading, words in self._headings.items():
            words.setVisible(heading in shown)
        self._stack.arrange()
        self._nothing.setText(_("Nothing here."))
        self._nothing.setVisible(not shown)

    @Slot()
    def _build(self, *, all_of_them: bool = False) -> None:
        """Build some of the cards that are missing; the next ones when there is time."""
        count = len(self._waiting) if all_of_them else _THEN if self._cards else _AT_ONCE
        for entry in self._waiting[:count]:
            self._add(entry)
        del self._waiting[:count]
        self._stack.arrange()
        if self._waiting:
            QTimer.singleShot(0, self, self._build)
        elif self._behind is not None:
            put_behind(self, self._behind)

    def _add(self, entry: E) -> None:
        if entry.heading not in self._headings:
            words = section_title(entry.heading)
            self._headings[entry.heading] = words
            self._stack.add(words, above=PAGE)
        card = entry.build()
        card.stepped.connect(self._on_stepped)
        card.focused.connect(self._on_focused)
        card.go_requested.connect(self.go_requested)
        self._take(card)
        self._stack.add(card)
        self._cards.append((entry, card))

    def _take(self, card: ReviewCard) -> None:
        """Connect what is special about a card."""

    @Slot(QWidget, int)
    def _on_stepped(self, card: QWidget, by: int) -> None:
        self.step(by)

    @Slot(QWidget)
    def _on_focused(self, card: QWidget) -> None:
        """Bring a card into view, once the cards have their places."""
        self._bring_into_view(card)
        QTimer.singleShot(0, card, partial(self._bring_into_view, card))

    def _bring_into_view(self, card: QWidget) -> None:
        room, top = self.viewport().height(), card.mapTo(self._inner, QPoint(0, 0)).y()
        if card.height() + 2 * MEDIUM < room:
            self.ensureWidgetVisible(card, 0, MEDIUM)
        else:
            self.verticalScrollBar().setValue(top - MEDIUM)
