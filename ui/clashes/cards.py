"""All cards of what another computer changed: first what is to be decided, then what came over."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from slaeditor.i18n import _
from ui.clashes.card import ClashCard, Outcome, Versions
from ui.clashes.taken import TakenCard, TakenOver
from ui.fields.editor import FieldEditor
from ui.review.area import CardArea, Entry
from ui.review.card import ReviewCard

MakeEditor = Callable[[str], FieldEditor | None]
"""An editor for the value at a path; None where there is none for it."""


class ClashCards(CardArea[Entry]):
    """`decided` carries the id of a clash, the `Outcome`, and whether a key said so."""

    decided = Signal(str, str, bool)
    edited = Signal(str, str)

    def __init__(
        self,
        clashes: Iterable[Versions],
        taken: Iterable[TakenOver],
        make_editor: MakeEditor,
        parent: QWidget | None = None,
    ) -> None:
        entries = (*_to_decide(clashes, make_editor), *_taken_over(taken))
        super().__init__(entries, _("Changes from elsewhere"), parent)

    @property
    def clash_cards(self) -> Iterator[ClashCard]:
        """The cards on which something is, or was, to be decided."""
        return (card for _entry, card in self._cards if isinstance(card, ClashCard))

    def is_open(self, card: ReviewCard) -> bool:
        """Whether neither version was chosen yet."""
        return isinstance(card, ClashCard) and card.outcome is Outcome.OPEN

    def show_outcomes(self, outcomes: Mapping[str, Outcome]) -> None:
        """Show on each card what became of its clash, by its id."""
        for card in self.clash_cards:
            outcome = outcomes.get(card.versions.id, Outcome.SETTLED)
            if outcome is not card.outcome:
                card.show_outcome(outcome)
        self._stack.arrange()

    def focus_path(self, path: str) -> bool:
        """Give the keys to the open card about a path, or about what that belongs to."""
        self._build(all_of_them=True)
        for card in self.clash_cards:
            at = card.versions.path
            if path == at or path.startswith(f"{at}/") or at.startswith(f"{path}/"):
                self._focus(card)
                return True
        return False

    def focus_taken(self) -> None:
        """Give the keys to the first change that was taken over."""
        self._build(all_of_them=True)
        for _entry, card in self._cards:
            if isinstance(card, TakenCard):
                self._focus(card)
                return

    def show_error(self, clash_id: str, sentence: str) -> None:
        """Say on a card why its text can't be taken."""
        for card in self.clash_cards:
            if card.versions.id == clash_id:
                card.show_error(sentence)

    def _take(self, card: ReviewCard) -> None:
        if isinstance(card, ClashCard):
            card.decided.connect(self.decided)
            card.edited.connect(self.edited)


def _to_decide(clashes: Iterable[Versions], make_editor: MakeEditor) -> Iterator[Entry]:
    for each in clashes:
        yield Entry(_("Changed on both sides"), partial(ClashCard, each, make_editor))


def _taken_over(taken: Iterable[TakenOver]) -> Iterator[Entry]:
    for each in taken:
        yield Entry(_("Taken over"), partial(TakenCard, each))
