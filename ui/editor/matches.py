"""Where a text stands in the answers of an agreement."""

from slaeditor.document.view import View
from slaeditor.paths import Place
from slaeditor.readiness.questions import questions
from slaeditor.reading import choices_at, write_value


def places_of(view: View, wanted: str) -> tuple[str, ...]:
    """The paths of the answers that hold a text, in any case of letters, in the order of asking.

    Answers are searched as the form shows them: choices by their words, typed text that can't be
    read as it was typed. Yes and no are no texts.
    """
    needle = wanted.casefold()
    if not needle:
        return ()
    return tuple(
        question.path
        for question in questions(view)
        if needle in _shown(view, question.place).casefold()
    )


def _shown(view: View, place: Place) -> str:
    if place.path in view.agreement.entered:
        return view.agreement.entered[place.path]
    if place.is_list or place.value is None or isinstance(place.value, bool):
        return ""
    labels = dict(choices_at(place, view))
    if labels:
        return labels.get(str(place.value), "")
    return write_value(place, place.value, view.language)
