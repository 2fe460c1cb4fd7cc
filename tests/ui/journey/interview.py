"""The answers of tests/agreements.py as a person is asked for them: section, heading, question."""

from collections.abc import Iterator
from dataclasses import dataclass

from slaeditor.agreement import SECTIONS, Agreement
from slaeditor.document.view import View
from slaeditor.field import Field
from slaeditor.paths import Place, Sort, place_at, spec_at, value_at
from slaeditor.readiness.questions import screen_of
from slaeditor.reading import choices_at, item_name
from tests.agreements import TODAY, Typed, typed

_YES_NO = {"yes": "Yes", "no": "No"}


@dataclass(frozen=True, slots=True)
class Question:
    """One question on a screen, and the answer in the words of the person.

    `names` are what the field may be called, `page` the name of the service level whose page it is
    on, `item` the heading of the list item it belongs to ("Service 1"). `is_own` tells that the
    words are the person's own, neither chosen nor a number.
    """

    path: str
    section: str
    page: str
    card: str
    item: str
    item_word: str
    names: tuple[str, ...]
    words: str
    is_own: bool

    @property
    def within(self) -> tuple[str, ...]:
        """The headings that stand above the field."""
        return tuple(each for each in (self.card, self.item) if each)


def interview(what: Typed) -> tuple[Question, ...]:
    """Every answer of an agreement as the question that it answers, in the order of typing."""
    agreement = typed(what)
    view = View(agreement, TODAY)
    return tuple(_question(view, path, text) for path, text in what.answers)


def _question(view: View, path: str, text: str) -> Question:
    agreement = view.agreement
    place = place_at(agreement, path)
    page, item, word = "", "", ""
    for list_path, field in _lists_around(agreement, path):
        item_id = path.removeprefix(f"{list_path}/").partition("/")[0]
        if field.own_page:
            page = item_name(view, list_path, item_id)
        else:
            order = value_at(agreement, list_path)
            word = field.item
            item = f"{word[:1].upper()}{word[1:]} {order.index(item_id) + 1}"
    words = dict(choices_at(place, view)) | (_YES_NO if place.spec.hint is bool else {})
    return Question(
        path=path,
        section=SECTIONS[screen_of(place)],
        page=page,
        card=_card(place),
        item=item,
        item_word=word,
        names=_names(place),
        words=words.get(text, text),
        is_own=not words and place.spec.hint is str,
    )


def _names(place: Place) -> tuple[str, ...]:
    around = place.above[-1][1].label if place.above else ""
    return (f"{around}: {place.field.label}", place.gap_label, place.field.label)


def _card(place: Place) -> str:
    """The heading of the card: the field's own or that of the nearest record or list around it."""
    fields = (place.field, *(field for _, field in reversed(place.above)))
    return next((field.card for field in fields if field.card), "")


def _lists_around(agreement: Agreement, path: str) -> Iterator[tuple[str, Field]]:
    segments = path.split("/")
    for length in range(1, len(segments)):
        at = "/".join(segments[:length])
        spec = spec_at(type(agreement), at)
        if spec.sort is Sort.LIST and spec.field is not None:
            yield at, spec.field
