"""How places become cards and lines of a form; no widgets here."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from slaeditor.document.view import View
from slaeditor.field import Asked, Audience
from slaeditor.i18n import _
from slaeditor.paths import walk, walk_item
from slaeditor.readiness.questions import Question, question
from slaeditor.reading import REFERENCE_TYPE, choices_at, type_name
from ui.fields.spec import RowSpec

_WORTH_FOLDING = 4
"""A list item with fewer folded lines shows them all."""

Line = tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class CardPlan:
    """One card: lines of places that stand side by side, those asked and those folded away."""

    title: str
    asked: tuple[Line, ...]
    folded: tuple[Line, ...]

    @property
    def is_detail(self) -> bool:
        """Whether nothing in the card is asked: it stands under More detail as a whole."""
        return not self.asked


def asked_on_screen(view: View, screen: str) -> list[Question]:
    """The places of a screen that this form of agreement has, but not those within lists."""
    found = (question(view, place) for place in walk(view.agreement, into_lists=False))
    return [q for q in found if q.screen == screen and q.asked is not Asked.NEVER]


def asked_of_item(view: View, item_path: str) -> list[Question]:
    """The places of a list item that this form of agreement has."""
    found = (question(view, place) for place in walk_item(view.agreement, item_path))
    return [q for q in found if q.asked is not Asked.NEVER]


def planned(
    questions: Sequence[Question], item_path: str = "", is_short: bool = False
) -> tuple[CardPlan, ...]:
    """The cards in the order of their first question; in a short item little is folded."""
    titles: dict[str, list[Question]] = {}
    for each in questions:
        titles.setdefault(_card_title(each, item_path), []).append(each)
    plans = [_plan(title, found, is_short) for title, found in titles.items()]
    places = {each.path: number for number, each in enumerate(questions)}
    return tuple(sorted(plans, key=lambda plan: _first_question(plan, places)))


def _plan(title: str, found: Sequence[Question], is_short: bool) -> CardPlan:
    asked = _lines(each for each in found if each.asked is not Asked.DETAIL)
    folded = _lines(each for each in found if each.asked is Asked.DETAIL)
    if _hangs_on_detail(found):
        return CardPlan(title, (), _lines(found))
    if is_short and (not asked or len(folded) < _WORTH_FOLDING):
        return CardPlan(title, _lines(found), ())
    return CardPlan(title, asked, folded)


def _hangs_on_detail(found: Sequence[Question]) -> bool:
    """Whether what is asked in a card only follows from a detail that opens it."""
    kinds = {each.asked for each in found}
    return kinds == {Asked.DETAIL, Asked.WHEN} and found[0].asked is Asked.DETAIL


def _first_question(plan: CardPlan, places: dict[str, int]) -> int:
    lines = plan.asked or plan.folded
    return min(places[each.path] for line in lines for each in line)


def _card_title(each: Question, item_path: str) -> str:
    """The card of a place; within a list item, only cards that the item itself declares."""
    around = [(at, field) for at, field in each.place.above if at.startswith(item_path)]
    fields = [each.place.field, *(field for _, field in reversed(around))]
    return next((field.card for field in fields if field.card), "")


def _lines(questions: Iterable[Question]) -> tuple[tuple[Question, ...], ...]:
    def line(each: Question) -> tuple[str, str]:
        row = each.place.field.row
        return (each.place.at, row) if row else (each.path, "")

    return tuple(tuple(group) for _, group in groupby(questions, line))


def row_spec(view: View, each: Question, questions: Sequence[Question]) -> RowSpec:
    """What the row of a leaf must know; `questions` are its neighbours on the screen."""
    field = each.place.field
    twins = [q for q in questions if q.place.field.label == field.label and q.path != each.path]
    in_card = [q for q in twins if _card_title(q, "") == _card_title(each, "")]
    label = each.place.gap_label if in_card and not field.row else field.label
    name = type_name(each.place.spec)
    around = each.place.above[-1][1].label if each.place.above else ""
    return RowSpec(
        path=each.path,
        label=label,
        type_name="choice" if name == REFERENCE_TYPE else name,
        hint=_hint(each),
        why=field.why,
        example=field.example,
        unit=field.unit,
        choices=choices_at(each.place, view),
        required=each.is_needed,
        none_allowed=field.none_allowed,
        one_per_line=field.one_per_line,
        language=view.language,
        name=f"{around}: {field.label}" if twins and around and label == field.label else "",
    )


def _hint(each: Question) -> str:
    field = each.place.field
    if field.audience is Audience.INTERNAL_NOTE:
        return " ".join((field.guidance, _("For you only: never printed."))).strip()
    return field.guidance
