"""What the person decided so far about a review; nothing of it is applied before Finish."""

from dataclasses import dataclass
from enum import StrEnum

from slaeditor.review.proposal import Proposal, Review

SMALL = "small"
"""The key of the card that holds the small ones."""


class Answer(StrEnum):
    """What was decided about a card."""

    OPEN = "open"
    TAKE = "take"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class Matter:
    """What is decided at once: one proposal, or all the small ones."""

    key: str
    proposals: tuple[Proposal, ...]

    @property
    def has_conflict(self) -> bool:
        """Whether the draft says something else by now, or another change says otherwise."""
        return any(each.conflict or each.rivals for each in self.proposals)


class Decisions:
    """Answers and reasons by matter, in the order of the sections that the changes are in."""

    def __init__(self, review: Review) -> None:
        self.review = review
        self.matters = _matters(review)
        self._answers: dict[str, Answer] = {}
        self._reasons: dict[str, str] = {}

    def answer(self, key: str) -> Answer:
        """What was decided about a matter."""
        return self._answers.get(key, Answer.OPEN)

    def decide(self, key: str, answer: Answer) -> None:
        """Decide a matter, or open it again. Of two that contradict each other one is taken."""
        self._answers[key] = answer
        if answer is Answer.TAKE:
            for other in self._rivals(key):
                self._answers[other] = Answer.KEEP

    def reason(self, key: str) -> str:
        """Why, as far as the person said so."""
        return self._reasons.get(key, "")

    def explain(self, key: str, reason: str) -> None:
        """Note why."""
        self._reasons[key] = reason

    def settle(self, answer: Answer) -> None:
        """Decide all that is open in the same way."""
        for each in self.matters:
            if self.answer(each.key) is Answer.OPEN:
                self.decide(each.key, answer)

    def take_open(self) -> None:
        """Take all that is open and contradicts nothing; what does has to be looked at."""
        for each in self.matters:
            if self.answer(each.key) is Answer.OPEN and not each.has_conflict:
                self.decide(each.key, Answer.TAKE)

    def take_over(self, earlier: "Decisions") -> None:
        """Answer what was answered before, where it is about the same proposals."""
        for each in self.matters:
            before = next((one for one in earlier.matters if one.key == each.key), None)
            if before is not None and _ids(before) == _ids(each):
                self._answers[each.key] = earlier.answer(each.key)
                self._reasons[each.key] = earlier.reason(each.key)

    @property
    def decided(self) -> int:
        """How many proposals are decided."""
        return self._count(Answer.TAKE) + self._count(Answer.KEEP)

    @property
    def total(self) -> int:
        """How many proposals there are."""
        return len(self.review.proposals)

    @property
    def taken(self) -> frozenset[str]:
        """The ids of the proposals that are taken."""
        return frozenset(
            proposal.id
            for each in self.matters
            if self.answer(each.key) is Answer.TAKE
            for proposal in each.proposals
        )

    @property
    def reasons(self) -> dict[str, str]:
        """The reasons by the id of the proposal."""
        return {
            proposal.id: self.reason(each.key).strip()
            for each in self.matters
            if self.reason(each.key).strip()
            for proposal in each.proposals
        }

    @property
    def has_begun(self) -> bool:
        """Whether anything would be lost if the review were dropped."""
        return self.decided > 0 or bool(self.reasons)

    def _rivals(self, key: str) -> list[str]:
        """The matters that say something else about the same value."""
        mine = [p for each in self.matters if each.key == key for p in each.proposals]
        return [
            each.key
            for each in self.matters
            if each.key != key
            and any(one.after in other.rivals for one in mine for other in each.proposals)
        ]

    def _count(self, answer: Answer) -> int:
        return sum(len(each.proposals) for each in self.matters if self.answer(each.key) is answer)


def section_of(proposal: Proposal) -> str:
    """The section that a change is in, as the first word of its paths and ids names it."""
    if not proposal.path.startswith("clauses/"):
        return proposal.path.partition("/")[0]
    clause = proposal.path.split("/")[1]
    behind = [str(getattr(edit, "behind", "") or "") for edit in proposal.edits]
    named = [each for each in (clause, *behind) if "." in each]
    return named[0].partition(".")[0] if named else "document"


def _matters(review: Review) -> tuple[Matter, ...]:
    small = [each for each in review.proposals if each.trivial and not each.conflict]
    single = [each for each in review.proposals if not each.trivial or each.conflict]
    sections = list(dict.fromkeys(section_of(each) for each in single))
    single.sort(key=lambda each: sections.index(section_of(each)))
    found = [Matter(each.id, (each,)) for each in single]
    if small:
        found.append(Matter(SMALL, tuple(small)))
    return tuple(found)


def _ids(matter: Matter) -> tuple[str, ...]:
    return tuple(each.id for each in matter.proposals)
