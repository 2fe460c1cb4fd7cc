"""The list of things to check: what is missing, what can't be read, what is doubtful."""

from collections.abc import Iterable, Iterator

from slaeditor.blocks import Document
from slaeditor.document.compose import compose
from slaeditor.document.view import View
from slaeditor.errors import Unreadable
from slaeditor.finding import Finding, Severity
from slaeditor.paths import Place, parent
from slaeditor.readiness import clashes, clauses, kept, numbers, terms, words
from slaeditor.readiness import document as composed
from slaeditor.readiness.questions import Question, questions
from slaeditor.readiness.texts import user_texts
from slaeditor.readiness.titles import title
from slaeditor.reading import read_value
from slaeditor.sections.duration import checks as duration
from slaeditor.sections.introduction import checks as introduction
from slaeditor.sections.metrics import checks as metrics
from slaeditor.sections.scope import checks as scope

_SECTIONS = (introduction, scope, duration, metrics)
_SEVERITIES = tuple(Severity)


def findings(view: View, document: Document | None = None) -> tuple[Finding, ...]:
    """Everything found in an agreement, blockers first, in the order of asking within each.

    `document` spares composing it where the caller has it already. Raises Damaged where the
    program lacks the wording that the agreement names.
    """
    asked = tuple(questions(view))
    found = [finding for question in asked for finding in _of_question(view, question)]
    missing = {finding.path for finding in found if finding.rule == "R01"}
    places = tuple(question.place for question in asked)
    checked = _checked(view, document or compose(view.agreement, view.today), places, missing)
    found += [finding for finding in checked if finding.path not in missing]
    order = _Order(asked)
    return tuple(sorted(dict.fromkeys(found), key=order.of))


def _checked(
    view: View, document: Document, places: tuple[Place, ...], missing: Iterable[str]
) -> Iterator[Finding]:
    """What the checks find beyond single answers; `places` are those that are asked."""
    texts = user_texts(view, places)
    sections = [finding for section in _SECTIONS for finding in section.findings(view)]
    yield from sections
    blocked = {*missing, *(f.path for f in sections if f.severity is Severity.BLOCKER)}
    yield from composed.findings(view, document, places, texts, blocked)
    yield from words.findings(texts, view.form)
    yield from numbers.impossible(view, places)
    yield from numbers.differing(view, texts)
    yield from terms.findings(view, document, texts)
    yield from clauses.findings(view, document)
    yield from kept.findings(view, places)
    yield from clashes.findings(view)


class _Order:
    """Blockers before warnings before notes; within each, in the order in which one is asked."""

    def __init__(self, asked: tuple[Question, ...]) -> None:
        self._places: dict[str, int] = {}
        for number, question in enumerate(asked):
            path = question.path
            while path and path not in self._places:
                self._places[path] = number
                path = parent(path)

    def of(self, finding: Finding) -> tuple[int, int]:
        """Where a finding stands; what belongs to no question comes last."""
        path = finding.path
        while path and path not in self._places:
            path = parent(path)
        return _SEVERITIES.index(finding.severity), self._places.get(path, len(self._places))


def _of_question(view: View, question: Question) -> Iterator[Finding]:
    if question.has_error:
        where = title(view, question.place)
        complaint = _complaint(view, question.place)
        yield Finding(question.path, Severity.BLOCKER, f"{where}: {complaint}", "R01")
    elif question.is_needed and not question.is_answered:
        where = title(view, question.place)
        sentence = f"{where}: there is no answer yet."
        yield Finding(question.path, Severity.BLOCKER, sentence, "R01")
    elif question.is_proposed:
        where = title(view, question.place)
        sentence = f"{where}: a suggestion that nobody has confirmed."
        yield Finding(question.path, Severity.NOTE, sentence, "default")


def _complaint(view: View, place: Place) -> str:
    text = view.agreement.entered[place.path]
    try:
        read_value(place, text, view.language, view)
    except Unreadable as error:
        return f"“{text}” can’t be read. {error}"
    return f"“{text}” was not taken. Enter it again."
