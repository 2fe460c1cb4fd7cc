"""A document composed with the memory of the last one says what one composed anew says."""

from collections.abc import Callable
from datetime import date

import msgspec
import pytest

from slaeditor.document.compose import compose
from slaeditor.document.memory import Kept, Memory
from slaeditor.document.view import View
from slaeditor.editing.open_draft import OpenDraft
from slaeditor.editing.templates import finished_example
from slaeditor.kinds import Kind

TODAY = date(2026, 11, 24)

EDITS: dict[str, Callable[[OpenDraft], object]] = {
    "nothing": lambda _draft: None,
    "a level's name": lambda d: d.enter("metrics/levels/response/name", "First answer"),
    "a level's target": lambda d: d.enter("metrics/levels/response/target", "6"),
    "the same number with another digit": lambda d: d.enter(
        "metrics/levels/availability/target", "99.50"
    ),
    "a target that can't be read": lambda d: d.enter("metrics/levels/response/target", "six"),
    "a baseline": lambda d: d.enter("metrics/levels/restoration/baseline/value", "7.25"),
    "a minimum, which adds a column": lambda d: d.enter(
        "metrics/levels/availability/minimum", "98"
    ),
    "the name of a service": lambda d: d.enter("scope/services/support/name", "Help desk"),
    "a service less": lambda d: d.remove("scope/services/support"),
    "the short name of a party": lambda d: d.enter("introduction/provider/short_name", "Northwind"),
    "another number of maintenance hours": lambda d: d.enter("scope/maintenance/cap_hours", ""),
    "a level less": lambda d: d.remove("metrics/levels/availability"),
    "a level more": lambda d: d.duplicate("metrics/levels/availability"),
    "another order": lambda d: d.move("metrics/levels/availability", 2),
    "another language": lambda d: d.enter("language", "en-US"),
    "another form": lambda d: d.replace(
        msgspec.structs.replace(d.agreement, kind=Kind.INTERNAL), "Another kind"
    ),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=list(EDITS))
def test_after_an_edit_and_its_undo_memory_changes_no_word(
    edit: Callable[[OpenDraft], object],
) -> None:
    draft, memory = OpenDraft(finished_example(), lambda: 0.0), Memory()
    compose(draft.agreement, TODAY, memory)
    edit(draft)
    assert compose(draft.agreement, TODAY, memory) == compose(draft.agreement, TODAY)
    while draft.undo_stack.undo_label:
        draft.undo()
    assert compose(draft.agreement, TODAY, memory) == compose(draft.agreement, TODAY)


def test_another_day_or_another_agreement_is_not_taken_from_memory() -> None:
    draft, memory = OpenDraft(finished_example(), lambda: 0.0), Memory()
    compose(draft.agreement, TODAY, memory)
    later = date(2027, 6, 1)
    assert compose(draft.agreement, later, memory) == compose(draft.agreement, later)
    other = finished_example()
    assert compose(other, TODAY, memory) == compose(other, TODAY)


def test_a_piece_is_made_again_only_when_its_item_or_something_it_looked_at_changed() -> None:
    draft, memory = OpenDraft(finished_example(), lambda: 0.0), Memory()
    made: list[str] = []

    def compose_piece() -> None:
        view = View(draft.agreement, TODAY, memory)
        memory.begin(draft.agreement, view.common)
        for level in ("response", "restoration"):
            at = f"metrics/levels/{level}"

            def make(level: str = level, at: str = at, view: View = view) -> str:
                made.append(level)
                return f"{view.value(f'{at}/name')} {view.value('scope/users')}"

            view.remembered("piece", at, make)

    compose_piece()
    compose_piece()
    assert made == ["response", "restoration"]
    draft.enter("metrics/levels/response/name", "First answer")
    compose_piece()
    assert made[2:] == ["response"]
    draft.enter("scope/users", "all staff")
    compose_piece()
    assert made[3:] == ["response", "restoration"]
    draft.enter("introduction/purpose", "Another purpose.")
    compose_piece()
    assert made[5:] == []


def test_a_part_that_nothing_touched_is_the_same_object_as_before() -> None:
    draft, memory = OpenDraft(finished_example(), lambda: 0.0), Memory()
    first = compose(draft.agreement, TODAY, memory)
    draft.enter("metrics/levels/response/name", "First answer")
    second = compose(draft.agreement, TODAY, memory)
    before = {id(block) for part in first.parts for block in part.blocks}
    after = [block for part in second.parts for block in part.blocks]
    anew = [block for block in after if id(block) not in before]
    assert 0 < len(anew) < len(after) / 4


def test_what_is_worked_out_from_an_object_is_kept_until_it_is_not_asked_for() -> None:
    made: list[str] = []

    def noted(word: str) -> str:
        made.append(word)
        return word.upper()

    kept, words = Kept(noted), ["one", "two"]
    assert kept.of(words) == ["ONE", "TWO"]
    kept.begin()
    assert kept.of(words[:1]) == ["ONE"]
    assert made == ["one", "two"]
    kept.begin()
    assert kept.of(words) == ["ONE", "TWO"]
    assert made == ["one", "two", "two"]
