"""What happens while one of the two is not there: the program closed, the draft in the trash.

Each of these with conflict copies and without.
"""

import pytest

from slaeditor.agreement import Agreement, decode
from slaeditor.library.drafts import Library
from tests.sync.edits import Added, Entered, Removed, Script
from tests.sync.laptop import Laptop, Pair
from tests.sync.steps import (
    COPIES,
    NO_COPIES,
    assert_quiet,
    begin_and_open,
    converge,
    play,
    settle,
    wait_for_list,
)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.parametrize(
        "pair", [COPIES, NO_COPIES], ids=["copies", "no-copies"], indirect=True
    ),
]
BOTH_WRITE = Script(
    "both write",
    (
        Entered({"title": "Written on the left", "owner": "left 1"}),
        Added("left-1", "left: one more"),
    ),
    (Entered({"title": "Written on the right", "reference": "right 1"}), Removed("answers")),
    1,
)


def points(laptop: Laptop, draft_id: str) -> list[Agreement]:
    """Every state in the history that this laptop can go back to."""
    library = Library(laptop.library, laptop.home / "looking")
    history = library.history(draft_id)
    return [decode(history.at(point.id)) for point in history.points()]


@pytest.mark.parametrize("away", ["left", "right"])
def test_what_came_while_the_program_was_closed_is_merged_at_the_next_opening(
    pair: Pair, away: str
) -> None:
    draft_id = begin_and_open(pair)
    gone = pair.left if away == "left" else pair.right
    pair.take_apart()
    play(pair, BOTH_WRITE)
    gone.close()
    pair.bring_together()
    pair.wait_until_synced()
    gone.start()
    assert gone.do("open", draft_id)
    now = converge(pair, draft_id)
    assert BOTH_WRITE.lost(now) == []
    assert len(now.clashes) == 1
    settle(pair, draft_id, gone, "take")
    assert_quiet(pair)


def test_both_programs_are_closed_while_the_versions_meet(pair: Pair) -> None:
    draft_id = begin_and_open(pair)
    pair.take_apart()
    play(pair, BOTH_WRITE)
    for each in pair.both:
        each.close()
    pair.bring_together()
    pair.wait_until_synced()
    for each in pair.both:
        each.start()
        assert each.do("open", draft_id)
    now = converge(pair, draft_id)
    assert BOTH_WRITE.lost(now) == []
    assert_quiet(pair)


def test_the_list_shows_one_agreement_also_where_nobody_opens_it(pair: Pair) -> None:
    draft_id = begin_and_open(pair)
    pair.take_apart()
    play(pair, BOTH_WRITE)
    for each in pair.both:
        each.close()
    pair.bring_together()
    pair.wait_until_synced()
    for each in pair.both:
        each.start()
        ((shown, title, damage),) = each.report()["agreements"]
        assert (shown, damage) == (draft_id, "")
        assert title.startswith("Written on the ")


def test_a_draft_that_one_trashes_and_the_other_edits_stays_with_the_edit(pair: Pair) -> None:
    draft_id = begin_and_open(pair)
    pair.take_apart()
    pair.left.do("trash", draft_id)
    pair.right.do("enter", {"title": "Still needed"})
    pair.right.save()
    pair.bring_together()
    pair.right.do("leave")
    for each in pair.both:
        wait_for_list(each, ["Still needed"])
    pair.wait_until_synced()
    for each in pair.both:
        assert each.draft(draft_id).title == "Still needed"
        assert each.copies() == []
        titles = {agreement.title for agreement in points(each, draft_id)}
        assert "IT service desk" in titles
    assert_quiet(pair)


def test_the_histories_of_both_are_one_afterwards(pair: Pair) -> None:
    draft_id = begin_and_open(pair)
    pair.take_apart()
    play(pair, BOTH_WRITE)
    for each in pair.both:  # each makes a point of what it has written
        each.close()
        each.start()
        assert each.do("open", draft_id)
    pair.bring_together()
    converge(pair, draft_id)
    assert len([name for name in pair.left.names("history") if name.startswith(draft_id)]) == 2
    left, right = points(pair.left, draft_id), points(pair.right, draft_id)
    assert left == right
    titles = {agreement.title for agreement in left}
    assert titles >= {"IT service desk", "Written on the left", "Written on the right"}


def test_a_decision_of_each_about_the_same_clash_is_asked_again(pair: Pair) -> None:
    draft_id = begin_and_open(pair)
    pair.take_apart()
    play(pair, BOTH_WRITE)
    pair.bring_together()
    (clash,) = converge(pair, draft_id).clashes
    pair.take_apart()
    pair.left.do("settle", clash.id, "keep")
    pair.right.do("settle", clash.id, "take")
    for each in pair.both:
        each.save()
    pair.bring_together()
    now = converge(pair, draft_id)
    kept, taken = "Written on the left", "Written on the right"
    assert now.title in (kept, taken)
    assert Entered({"title": kept}).lost(now) == [] or Entered({"title": taken}).lost(now) == []
    assert_quiet(pair)
