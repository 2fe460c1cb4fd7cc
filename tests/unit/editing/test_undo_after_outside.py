"""Undo after the agreement was changed elsewhere: what fits is undone, what doesn't is named."""

from collections.abc import Callable

import pytest

from slaeditor.agreement import Agreement
from slaeditor.changes import applied
from slaeditor.clashes import keep, open_clashes, take_other
from slaeditor.editing.merging import merge
from slaeditor.editing.open_draft import Changed, OpenDraft
from slaeditor.paths import replaced

LEVELS = "metrics/levels"


@pytest.fixture
def draft() -> OpenDraft:
    return OpenDraft(Agreement(id="a"), lambda: 0.0)


def elsewhere(draft: OpenDraft, edit: Callable[[OpenDraft], object]) -> None:
    """Somebody else edits the agreement as it is, and it is merged in."""
    other = OpenDraft(draft.agreement, lambda: 0.0)
    edit(other)
    draft.take_outside(other.agreement)


def recovered(draft: OpenDraft) -> None:
    """One step with several changes: a title, a reference, and the name of a level."""
    other = OpenDraft(draft.agreement, lambda: 0.0)
    other.enter("title", "Payroll")
    other.enter("reference", "R-1")
    other.enter(f"{LEVELS}/avl/name", "Availability")
    draft.replace(other.agreement, "Recover what was not saved")


def test_what_still_fits_of_a_step_is_undone_and_the_rest_is_named(draft: OpenDraft) -> None:
    draft.add(LEVELS, item_id="avl")
    recovered(draft)
    elsewhere(draft, lambda other: other.remove(f"{LEVELS}/avl"))
    sentence = draft.undo()
    assert (draft.agreement.title, draft.agreement.reference) == (None, None)
    assert sentence == (
        "Of “Recover what was not saved”, this was changed elsewhere since and stays as it is: "
        "Service level."
    )


def test_what_somebody_else_wrote_over_mine_stays(draft: OpenDraft) -> None:
    draft.enter("title", "Mine")
    elsewhere(draft, lambda other: other.enter("title", "Theirs"))
    heard: list[Changed] = []
    draft.subscribe(heard.append)
    sentence = draft.undo()
    assert draft.agreement.title == "Theirs"
    assert "doesn’t fit any more" in sentence
    assert sentence.endswith("Title.")
    assert heard == []
    assert (draft.undo_stack.undo_label, draft.undo_stack.redo_label) == ("", "")


def test_only_what_was_undone_is_made_again(draft: OpenDraft) -> None:
    recovered_from = draft.agreement
    draft.add(LEVELS, item_id="avl")
    recovered(draft)
    elsewhere(draft, lambda other: other.enter("title", "Theirs"))
    draft.undo()
    assert draft.agreement.title == "Theirs"
    assert draft.agreement.reference == recovered_from.reference
    assert draft.redo() == ""
    assert (draft.agreement.title, draft.agreement.reference) == ("Theirs", "R-1")


def test_a_compound_value_never_becomes_half_mine_and_half_theirs(draft: OpenDraft) -> None:
    draft.set_text("duration/notice/unit", "months")
    draft.set_text("duration/notice/length", "2")
    draft.set_text("duration/notice/length", "3")
    elsewhere(draft, lambda other: other.set_text("duration/notice/unit", "days"))
    assert draft.undo() != ""
    notice = draft.agreement.duration.notice
    assert (notice.length, str(notice.unit)) == (3, "days")


def test_an_item_that_was_edited_elsewhere_is_not_undone_away(draft: OpenDraft) -> None:
    draft.add(LEVELS, item_id="avl")
    elsewhere(draft, lambda other: other.enter(f"{LEVELS}/avl/name", "Availability"))
    assert "Availability" in draft.undo()
    assert [level.name for level in draft.agreement.metrics.levels] == ["Availability"]


def test_an_item_that_is_gone_already_is_no_complaint_about_a_value(draft: OpenDraft) -> None:
    draft.add(LEVELS, item_id="avl")
    elsewhere(draft, lambda other: other.remove(f"{LEVELS}/avl"))
    assert "it is so already" in draft.undo()
    assert draft.agreement.metrics.levels == ()


def test_a_removed_item_comes_back_with_what_was_typed_in_it(draft: OpenDraft) -> None:
    draft.add(LEVELS, item_id="avl")
    draft.enter(f"{LEVELS}/avl/target", "most of the time")
    draft.remove(f"{LEVELS}/avl")
    elsewhere(draft, lambda other: other.enter("title", "Theirs"))
    assert draft.undo() == ""
    assert draft.text_at(f"{LEVELS}/avl/target") == "most of the time"


def test_an_order_of_which_an_item_is_gone_is_undone_for_the_others(draft: OpenDraft) -> None:
    for item in ("a", "b", "c"):
        draft.add(LEVELS, item_id=item)
    draft.move(f"{LEVELS}/a", 2)
    elsewhere(draft, lambda other: other.remove(f"{LEVELS}/c"))
    assert draft.undo() == ""
    assert [level.id for level in draft.agreement.metrics.levels] == ["a", "b"]


def test_typing_on_after_a_change_from_elsewhere_is_a_step_of_its_own(draft: OpenDraft) -> None:
    draft.enter("title", "P")
    elsewhere(draft, lambda other: other.enter("title", "Theirs"))
    draft.enter("title", "Pay")
    assert draft.undo() == ""
    assert draft.agreement.title == "Theirs"


def test_undo_takes_back_my_own_value_and_leaves_the_clash_with_theirs(draft: OpenDraft) -> None:
    base = draft.agreement
    draft.enter("title", "Mine, the longer one")
    theirs = replaced(base, "title", "Theirs")
    draft.take_outside(merge(base, draft.agreement, theirs).record)
    (clash,) = draft.agreement.clashes
    assert draft.undo() == ""
    assert draft.agreement.title is None
    assert draft.agreement.clashes == (clash,)
    assert draft.redo() == ""
    assert draft.agreement.title == "Mine, the longer one"


def test_where_theirs_stands_in_place_undo_names_it_and_changes_nothing(draft: OpenDraft) -> None:
    base = draft.agreement
    draft.enter("title", "Mine")
    theirs = replaced(base, "title", "Theirs, the longer one")
    draft.take_outside(merge(base, draft.agreement, theirs).record)
    before = draft.agreement
    assert "Title" in draft.undo()
    assert draft.agreement == before
    assert open_clashes(before)[0].other == '{"title":"Mine"}'


def test_settling_a_clash_is_one_step(draft: OpenDraft) -> None:
    base = draft.agreement
    both = merge(base, replaced(base, "title", "One"), replaced(base, "title", "Other")).record
    draft.take_outside(both)
    (clash,) = both.clashes
    for way in (keep, take_other):
        draft.replace(applied(both, way(both, clash.id)), "Decide")
        assert draft.agreement.clashes == ()
        assert draft.undo() == ""
        assert draft.agreement == both
