"""The list of all cards under their headings, with the way through them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from slaeditor.i18n import _
from ui.review.card import DecisionCard, ReviewCard
from ui.review.decisions import SMALL, Answer, Decisions, Matter, section_of
from ui.review.proposals import ProposalCard, SmallCard
from ui.review.stack import Stack
from ui.review.threads import ThreadCard, UnplacedCard, thread_of_remark
from ui.review.words import section_words
from ui.tab_order import put_behind
from ui.theme.tokens import MEDIUM, PAGE
from ui.theme.widgets import Words, section_title, set_surface

_AT_ONCE, _THEN = 12, 5
"""Cards that are built before the page shows, and at a time after that, between other events."""

_WIDEST = 920


class Show(Enum):
    """Which cards are shown."""

    ALL = auto()
    OPEN = auto()
    CONFLICTS = auto()
    COMMENTS = auto()
    UNPLACED = auto()


@dataclass(frozen=True, slots=True)
class _Entry:
    """A card to build, the heading it stands under, and where it is shown besides ALL."""

    heading: str
    build: Callable[[], ReviewCard]
    shown: Show
    matter: Matter | None = None


class CardList(QScrollArea):
    """`answered` and `explained` pass on what a card says; `go_requested` carries a path."""

    answered = Signal(str, str, bool)
    explained = Signal(str, str)
    go_requested = Signal(str)

    def __init__(self, decisions: Decisions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._decisions = decisions
        self._waiting = list(_entries(decisions))
        self._cards: list[tuple[_Entry, ReviewCard]] = []
        self._headings: dict[str, Words] = {}
        self._show = Show.ALL
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
        self.setAccessibleName(_("Changes and comments"))
        self._build()

    @property
    def is_built(self) -> bool:
        """Whether all cards are there."""
        return not self._waiting

    def stand_before(self, behind: QWidget) -> None:
        """Let Tab come to that widget only after all cards."""
        self._behind = behind
        put_behind(self, behind)

    def show_only(self, show: Show) -> None:
        """Show some of the cards; one that is decided meanwhile stays."""
        self._build(all_of_them=True)
        self._show = show
        for entry, card in self._cards:
            card.setVisible(self._fits(entry))
        shown = {entry.heading for entry, _card in self._cards if self._fits(entry)}
        for heading, words in self._headings.items():
            words.setVisible(heading in shown)
        self._stack.arrange()
        self._nothing.setText(_("Nothing here."))
        self._nothing.setVisible(not shown)

    def show_answers(self) -> None:
        """Show on every card what was decided."""
        for _entry, card in self._cards:
            if isinstance(card, DecisionCard) and card.answer != self._decisions.answer(card.key):
                self._show_answer(card)

    def focus_first(self) -> None:
        """Give the keys to the first open change, or to the first card."""
        cards = self._shown()
        wanted = [card for card in cards if _is_open(card)] or cards
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
        target = next((card for card in way if not only_open or _is_open(card)), None)
        if target is not None:
            self._focus(target)
        return target is not None

    def _shown(self) -> list[ReviewCard]:
        return [card for _entry, card in self._cards if not card.isHidden()]

    def _focus(self, card: ReviewCard) -> None:
        card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fits(self, entry: _Entry) -> bool:
        if self._show in (Show.ALL, entry.shown):
            return True
        if entry.matter is None:
            return False
        if self._show is Show.OPEN:
            return self._decisions.answer(entry.matter.key) is Answer.OPEN
        return self._show is Show.CONFLICTS and entry.matter.has_conflict

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

    def _add(self, entry: _Entry) -> None:
        if entry.heading not in self._headings:
            words = section_title(entry.heading)
            self._headings[entry.heading] = words
            self._stack.add(words, above=PAGE)
        card = entry.build()
        card.stepped.connect(self._on_stepped)
        card.focused.connect(self._on_focused)
        card.go_requested.connect(self.go_requested)
        if isinstance(card, DecisionCard):
            card.answered.connect(self.answered)
            card.explained.connect(self.explained)
            self._show_answer(card)
        self._stack.add(card)
        self._cards.append((entry, card))

    def _show_answer(self, card: ReviewCard) -> None:
        if isinstance(card, DecisionCard):
            answer, reason = self._decisions.answer(card.key), self._decisions.reason(card.key)
            card.show_answer(answer, reason)

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


def _entries(decisions: Decisions) -> Iterator[_Entry]:
    """All cards in order: changes by section, the small ones, comments, what has no place."""
    for matter in decisions.matters:
        if matter.key == SMALL:
            yield _Entry(_("Small changes"), partial(SmallCard, matter), Show.ALL, matter)
            continue
        (proposal,) = matter.proposals
        heading = section_words(section_of(proposal))
        yield _Entry(heading, partial(ProposalCard, proposal), Show.ALL, matter)
    for remark in decisions.review.remarks:
        thread = thread_of_remark(remark)
        yield _Entry(_("Comments"), partial(ThreadCard, thread), Show.COMMENTS)
    for unmatched in decisions.review.unmatched:
        yield _Entry(_("Could not be placed"), partial(UnplacedCard, unmatched), Show.UNPLACED)


def _is_open(card: ReviewCard) -> bool:
    return isinstance(card, DecisionCard) and card.answer is Answer.OPEN
