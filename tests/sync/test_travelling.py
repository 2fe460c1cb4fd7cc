"""What one does alone comes to the other laptop by itself, with the programs running or not."""

import pytest

from tests.sync.laptop import Pair
from tests.sync.steps import COPIES, assert_quiet, begin, wait_for_list
from tests.sync.syncthing import wait_until

pytestmark = [
    pytest.mark.slow,
    pytest.mark.parametrize("pair", [COPIES], ids=["copies"], indirect=True),
]


def test_an_edit_comes_into_the_list_of_the_other_one(pair: Pair) -> None:
    draft_id = begin(pair)
    assert pair.left.do("open", draft_id)
    pair.left.do("enter", {"title": "From the left laptop"})
    pair.left.save()
    wait_for_list(pair.right, ["From the left laptop"])
    assert_quiet(pair)


def test_a_draft_goes_to_the_trash_and_comes_back_on_both(pair: Pair) -> None:
    draft_id = begin(pair)
    pair.left.do("trash", draft_id)
    wait_for_list(pair.right, [])
    assert pair.right.names("trash") == [f"{draft_id}.json"]
    pair.right.do("restore", draft_id)
    wait_for_list(pair.left, ["IT service desk"])
    pair.wait_until_synced()
    assert pair.left.names("trash") == pair.right.names("trash") == []
    assert_quiet(pair)


def test_what_was_written_while_the_program_was_closed_is_there_at_its_start(pair: Pair) -> None:
    draft_id = begin(pair)
    pair.right.close()
    assert pair.left.do("open", draft_id)
    pair.left.do("enter", {"title": "While you were away"})
    pair.left.save()
    pair.wait_until_synced()
    pair.right.start()
    wait_until(lambda: pair.right.draft(draft_id).title == "While you were away", "it is there")
    wait_for_list(pair.right, ["While you were away"])
