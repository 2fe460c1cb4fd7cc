"""The list of things to check: what is missing, what can't be read, what nobody has decided."""

from collections.abc import Iterator

from slaeditor.agreement import SECTIONS
from slaeditor.document.view import View
from slaeditor.errors import Unreadable
from slaeditor.finding import Finding, Severity
from slaeditor.paths import Place, parent
from slaeditor.readiness.questions import Question, questions, screen_of
from slaeditor.reading import item_name, read_value


def findings(view: View) -> tuple[Finding, ...]:
    """Everything found in an agreement, blockers first, in the order of asking within each."""
    found = [finding for question in questions(view) for finding in _of_question(view, question)]
    return tuple(sorted(found, key=lambda finding: list(Severity).index(finding.severity)))


def _of_question(view: View, question: Question) -> Iterator[Finding]:
    where = title(view, question.place)
    if question.has_error:
        yield Finding(
            question.path,
            Severity.BLOCKER,
            f"{where}: {_complaint(view, question.place)}",
            "R01",
        )
    elif question.is_needed and not question.is_answered:
        yield Finding(question.path, Severity.BLOCKER, f"{where}: there is no answer yet.", "R01")
    elif question.is_proposed:
        yield Finding(
            question.path,
            Severity.NOTE,
            f"{where}: a suggestion that nobody has confirmed.",
            "default",
        )


def _complaint(view: View, place: Place) -> str:
    text = view.agreement.entered[place.path]
    try:
        read_value(place, text, view.language, view)
    except Unreadable as error:
        return f"“{text}” can’t be read. {error}"
    return f"“{text}” was not taken. Enter it again."


def title(view: View, place: Place) -> str:
    """A place in words: "Service levels › Availability › Target"."""
    words = [SECTIONS.get(screen_of(place), "")]
    at = ""
    for segment in place.path.split("/")[:-1]:
        at = f"{at}/{segment}" if at else segment
        if isinstance(view.value(parent(at)) if parent(at) else None, tuple):
            words.append(item_name(view, parent(at), segment))
    words.append(place.gap_label)
    return " › ".join(word for word in words if word)
