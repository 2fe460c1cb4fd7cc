"""The fields of an agreement as questions: on which screen, how asked, whether answered."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

from slaeditor.agreement import SECTIONS
from slaeditor.document.view import View
from slaeditor.field import Asked
from slaeditor.paths import Place, walk


@dataclass(frozen=True, slots=True)
class Question:
    """A field or list that applies in this agreement. `error` is text that can't be read."""

    place: Place
    screen: str
    asked: Asked
    has_error: bool
    is_proposed: bool

    @property
    def path(self) -> str:
        """The path of the field."""
        return self.place.path

    @property
    def is_answered(self) -> bool:
        """Whether something readable is there."""
        return self.place.value not in (None, ()) and not self.has_error

    @property
    def is_required(self) -> bool:
        """Whether the field is asked first, or is asked because of an earlier answer."""
        return self.asked in (Asked.FIRST, Asked.WHEN)

    @property
    def is_needed(self) -> bool:
        """Whether the section is incomplete without an answer."""
        return self.asked is not Asked.DETAIL and not self.place.field.empty


def questions(view: View) -> Iterator[Question]:
    """All fields that apply in this agreement, screen by screen, in the order of asking."""
    return (each for each in _in_order(view) if each.place.applies(view))


def all_questions(view: View) -> Iterator[Question]:
    """The same, and the fields whose condition doesn't hold now: their values are kept."""
    return _in_order(view)


def _in_order(view: View) -> Iterator[Question]:
    by_screen: dict[str, list[Question]] = {screen: [] for screen in SECTIONS}
    for place in walk(view.agreement):
        found = question(view, place)
        if found.screen in by_screen and found.asked is not Asked.NEVER:
            by_screen[found.screen].append(found)
    for asked in by_screen.values():
        yield from asked


def question(view: View, place: Place) -> Question:
    """A place as it is asked in this agreement, whether or not it applies."""
    entered, proposed = view.agreement.entered, view.agreement.proposed
    return Question(
        place,
        screen_of(place),
        place.field.asked(view.form),
        place.path in entered,
        place.path in proposed,
    )


def screen_of(place: Place) -> str:
    """The screen that shows a place: its section unless its field says otherwise."""
    return place.inherited("screen") or place.path.partition("/")[0]


class Mark(StrEnum):
    """How far a screen is; each has a shape and words of its own."""

    NOT_STARTED = "not started"
    IN_PROGRESS = "in progress"
    NEEDS_ATTENTION = "needs attention"
    COMPLETE = "complete"


@dataclass(frozen=True, slots=True)
class Progress:
    """One screen: how many of its needed answers are there, and how many can't be read."""

    screen: str
    answered: int
    needed: int
    errors: int

    @property
    def mark(self) -> Mark:
        """The mark that the navigator shows."""
        if self.errors:
            return Mark.NEEDS_ATTENTION
        if self.answered >= self.needed:
            return Mark.COMPLETE
        return Mark.IN_PROGRESS if self.answered else Mark.NOT_STARTED


def progress(view: View) -> tuple[Progress, ...]:
    """Every screen with its progress, in order."""
    counts = {screen: [0, 0, 0] for screen in SECTIONS}
    for question in questions(view):
        count = counts[question.screen]
        count[2] += question.has_error
        if question.is_needed:
            count[1] += 1
            count[0] += question.is_answered
    return tuple(Progress(screen, *count) for screen, count in counts.items())


def completeness(view: View) -> str:
    """How many screens are complete: "3/5"."""
    return complete_of(progress(view))


def complete_of(found: Collection[Progress]) -> str:
    """The same for progress that was worked out before."""
    return f"{sum(p.mark is Mark.COMPLETE for p in found)}/{len(found)}"
