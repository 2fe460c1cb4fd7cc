"""A document composed with the memory of the last one says what one composed anew says."""

import random
from datetime import date

import pytest

from slaeditor.document.compose import compose
from slaeditor.document.memory import Memory
from slaeditor.document.view import View
from slaeditor.editing.open_draft import OpenDraft
from slaeditor.editing.templates import finished_example, new_agreement, templates
from slaeditor.paths import Place, walk
from slaeditor.reading import choices_at, type_name

DAY = date(2027, 1, 1)
TEXTS = {
    "text": ["", "x", "Another “name”"],
    "prose": ["", "one\ntwo", "None"],
    "number": ["", "99.9", "5", "many"],
    "whole": ["", "3", "few"],
    "date": ["", "1 April 2027", "32 January"],
    "yes-no": ["", "yes", "no"],
    "week": ["", "24/7", "Mon-Fri 08:00-18:00"],
    "series": ["", "99 98 97", "none"],
}


def edit(draft: OpenDraft, chance: random.Random) -> None:
    """Do something that a person may do: type, choose, add, remove or take back."""
    places = list(walk(draft.agreement))
    lists = [place for place in places if place.is_list and place.field.item]
    what = chance.random()
    if what < 0.8:
        type_in(draft, chance.choice([place for place in places if not place.is_list]), chance)
    elif what < 0.9:
        draft.add(chance.choice(lists).path)
    elif what < 0.95:
        filled = [place for place in lists if place.value]
        if filled:
            place = chance.choice(filled)
            draft.remove(f"{place.path}/{chance.choice(place.value)}")
    else:
        draft.undo()


def type_in(draft: OpenDraft, place: Place, chance: random.Random) -> None:
    choices = [value for value, _ in choices_at(place, View(draft.agreement, DAY))]
    texts = ["", *choices] if choices else TEXTS.get(type_name(place.spec), ["", "x"])
    draft.enter(place.path, chance.choice(texts))
    draft.leave_field()


@pytest.mark.parametrize("seed", range(8))
def test_memory_changes_nothing_that_is_said(seed: int) -> None:
    chance = random.Random(seed)
    start = finished_example() if seed % 2 else new_agreement(chance.choice(templates()))
    draft, memory = OpenDraft(start, float), Memory()
    for _ in range(20):
        for _again in range(chance.choice([1, 1, 3])):
            edit(draft, chance)
        assert compose(draft.agreement, DAY, memory) == compose(draft.agreement, DAY)
