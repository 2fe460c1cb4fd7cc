"""The list of all cards of a review under their headings, with the way through them."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from slaeditor.i18n import _
from ui.review.area import CardArea, Entry
from ui.review.card import DecisionCard, ReviewCard
from ui.review.decisions import SMALL, Answer, Decisions, Matter, section_of
from ui.review.proposals import ProposalCard, SmallCard
from ui.review.threads import ThreadCard, UnplacedCard, thread_of_remark
from ui.review.words import section_words


class Show(Enum):
    """Which cards are shown."""

    ALL = auto()
    OPEN = auto()
    CONFLICTS = auto()
    COMMENTS = auto()
    UNPLACED = auto()


@dataclass(frozen=True, slots=True)
class _Entry(Entry):
    """An entry that says where its card is shown besides ALL, and what is decided on it."""

    shown: Show
    matter: Matter | None = None


class CardList(CardArea[_Entry]):
    """`answered` and `explained` pass on what a card says; `go_requested` carries a path."""

    answered = Signal(str, str, bool)
    explained = Signal(str, str)

    def __init__(self, decisions: Decisions, parent: QWidget | None = None) -> None:
        self._decisions = decisions
        self._show = Show.ALL
        super().__init__(_entries(decisions), _("Changes and comments"), parent)

    def show_only(self, show: Show) -> None:
        """Show some of the cards; one that is decided meanwhile stays."""
        self._show = show
        self._show_which(self._fits)

    def show_answers(self) -> None:
        """Show on every card what was decided."""
        for _entry, card in self._cards:
            if isinstance(card, DecisionCard) and card.answer != self._decisions.answer(card.key):
                self._show_answer(card)

    def is_open(self, card: ReviewCard) -> bool:
        """Whether a change is to be decided on the card, and isn't."""
        return isinstance(card, DecisionCard) and card.answer is Answer.OPEN

    def _fits(self, entry: _Entry) -> bool:
        if self._show in (Show.ALL, entry.shown):
            return True
        if entry.matter is None:
            return False
        if self._show is Show.OPEN:
            return self._decisions.answer(entry.matter.key) is Answer.OPEN
        return self._show is Show.CONFLICTS and entry.matter.has_conflict

    def _take(self, card: ReviewCard) -> None:
        """Pass on what is decided on a card, and show what was decided before."""
        if isinstance(card, DecisionCard):
            card.answered.connect(self.answered)
            card.explained.connect(self.explained)
            self._show_answer(card)

    def _show_answer(self, card: DecisionCard) -> None:
        card.show_answer(self._decisions.answer(card.key), self._decisions.reason(card.key))


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
