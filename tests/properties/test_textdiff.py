"""Whatever the two texts are: both can be told from the changes, and stretches keep their order."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from slaeditor.textdiff import Fate, changes, is_trivial, joined, projected, steps, tokens

WORDS = (
    "five",
    "ten",
    "Days",
    "of",
    "the",
    "service",
    "99.95",
    "%",
    ",",
    ".",
    "\n",
    "’s",
    "ä\u0301",
)
TEXTS = st.one_of(
    st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join),
    st.lists(st.sampled_from((*WORDS, " ", "\N{NO-BREAK SPACE}")), max_size=12).map("".join),
    st.text(max_size=30),
)


@given(TEXTS, TEXTS)
def test_the_changes_hold_both_texts(old: str, new: str) -> None:
    found = changes(old, new)
    assert "".join(each.text for each in found if each.fate is not Fate.ADDED) == old
    assert "".join(each.text for each in found if each.fate is not Fate.REMOVED) == new
    assert all(each.text for each in found)


@given(TEXTS)
def test_a_text_has_no_changes_against_itself(text: str) -> None:
    assert [each.fate for each in changes(text, text)] == [Fate.KEPT] * bool(text)
    assert is_trivial(text, text)
    assert "".join(tokens(text)) == text


@given(TEXTS, TEXTS)
def test_steps_cover_both_texts_without_a_gap(old: str, new: str) -> None:
    before, after = tokens(old), tokens(new)
    for found in (steps(before, after), joined(steps(before, after), before)):
        assert all(step.old_end > step.old_start or step.new_end > step.new_start for step in found)
        for one, other in pairwise(found):
            assert (one.old_end, one.new_end) == (other.old_start, other.new_start)
            assert one.kept != other.kept
        for step in found:
            ours = before[step.old_start : step.old_end]
            assert (ours == after[step.new_start : step.new_end]) or not step.kept


@given(TEXTS, TEXTS)
def test_the_whole_becomes_the_whole(old: str, new: str) -> None:
    expected = [(0, len(new))] if new or not old else [None]
    assert projected(old, [(0, len(old))], new) == expected


@given(TEXTS, st.data())
def test_in_the_same_text_every_stretch_is_where_it_was(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert projected(text, [(start, end)], text) == [(start, end)]


@given(TEXTS, TEXTS, st.data())
def test_stretches_keep_their_order_and_share_nothing(
    old: str, new: str, data: st.DataObject
) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(old)), max_size=6)))
    ranges = [(a, b) for a, b in pairwise(cuts) if a < b and b - a < len(old)]
    found = [each for each in projected(old, ranges, new) if each is not None]
    assert all(0 <= start < end <= len(new) for start, end in found)
    assert all(one[1] <= other[0] for one, other in pairwise(found))


OTHER_WORDS = st.lists(st.sampled_from(("please", "and", "never")), max_size=5).map(" ".join)
VALUES = st.lists(st.sampled_from(WORDS[:8]), min_size=1, max_size=5).map(" ".join)


@given(VALUES, OTHER_WORDS, OTHER_WORDS)
def test_text_put_before_and_behind_stays_outside(value: str, before: str, behind: str) -> None:
    old, new = f"({value})", f"{before} ({value}) {behind}"
    start = len(before) + 2
    assert projected(old, [(1, 1 + len(value))], new) == [(start, start + len(value))]


@given(VALUES, OTHER_WORDS.filter(bool))
def test_what_replaces_a_stretch_takes_its_place(value: str, other: str) -> None:
    old, new = f"within {value} from now", f"within {other} from now"
    expected = (7, 7 + len(other))
    assert projected(old, [(7, 7 + len(value))], new) == [expected]
