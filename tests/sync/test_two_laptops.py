"""Two people, two laptops, Syncthing between them: all that both write is merged or shown.

Rounds of it: the line is cut, both edit the same agreement in the running program, the line is
there again. In half of the rounds Syncthing keeps no conflict copies, so that a version is gone
from the library without a trace; what wrote it has it still.
"""

import time

import pytest

from slaeditor.agreement import Agreement
from tests.sync.edits import Author, Entered, Script
from tests.sync.laptop import Pair
from tests.sync.steps import (
    COPIES,
    NO_COPIES,
    UNSAID,
    assert_quiet,
    begin_and_open,
    compound_at,
    converge,
    decide,
    play,
)

pytestmark = pytest.mark.slow
_SHUT = 3
"""Which of five rounds is one with the left Syncthing stopped, not only without a line."""
_SENTENCES = 30
_BETWEEN = 0.3
"""Seconds between two sentences of each."""


@pytest.mark.parametrize(
    ("pair", "rounds"),
    [(COPIES, 25), (NO_COPIES, 13), (UNSAID, 12)],
    ids=["copies", "no-copies", "copies-not-mentioned"],
    indirect=["pair"],
)
def test_everything_that_two_write_while_apart_is_merged_or_shown(pair: Pair, rounds: int) -> None:
    draft_id = begin_and_open(pair)
    author = Author(rounds)
    now = pair.left.draft(draft_id)
    for number in range(rounds):
        script = author.script(now)
        is_shut = number % 5 == _SHUT
        pair.shut_left() if is_shut else pair.take_apart()
        decisions = []
        if number % 3:  # else the clashes wait for another round
            how = ("keep", "take")[number // 2 % 2]
            decisions = decide(pair.both[number % 2], now, how, script)
        play(pair, script)
        pair.open_left() if is_shut else pair.bring_together()
        before, now = now, converge(pair, draft_id)
        lost = script.lost(now) + [each for act in decisions for each in act.lost(now)]
        assert lost == [], (number, script)
        assert is_as_expected(before, now, script), (number, script, now.clashes)
    assert_quiet(pair)


def is_as_expected(before: Agreement, now: Agreement, script: Script) -> bool:
    """Whether nobody is asked about more than what both have written: that is merged in silence."""
    known = {each.id for each in before.clashes}
    fresh = [each for each in now.clashes if each.id not in known]
    was_asked = {compound_at(each.path) for each in before.clashes}
    if was_asked & {compound_at(path) for path in script.paths}:
        return len(fresh) >= script.clashes  # there may be one more, about the one before
    return len(fresh) == script.clashes


@pytest.mark.parametrize("pair", [COPIES, NO_COPIES], ids=["copies", "no-copies"], indirect=True)
def test_both_write_at_the_same_time_while_connected(pair: Pair) -> None:
    draft_id = begin_and_open(pair)
    last: list[Entered] = []
    for number in range(_SENTENCES):
        left = Entered({"owner": f"left {number}", "title": f"The left one's {number}"})
        right = Entered({"reference": f"right {number}", "scope/users": f"right {number}"})
        left.do(pair.left)
        right.do(pair.right)
        time.sleep(_BETWEEN)
        last = [left, right]
    for each in pair.both:
        each.save()
    now = converge(pair, draft_id)
    assert [each for act in last for each in act.lost(now)] == []
    assert now.clashes == ()
    assert_quiet(pair)
