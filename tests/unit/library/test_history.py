"""Points of the history: made, listed, gone back to, and damaged."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from slaeditor.errors import Damaged, Refused, TooNew
from slaeditor.files import FileSystem
from slaeditor.library.deltas import applied, delta
from slaeditor.library.draftfile import digest
from slaeditor.library.history import FORMAT_SCHEMA, SNAPSHOT_EVERY, History
from slaeditor.library.journal import JournalStorage
from tests.unit.library.samples import sample, titled


@pytest.fixture
def history(tmp_path: Path) -> History:
    return history_on(tmp_path)


def history_on(tmp_path: Path, computer: str = "local") -> History:
    """The history of one draft as one of several computers has it."""
    return History(tmp_path / "history", "one", tmp_path / computer)


def fill(history: History, count: int) -> list[dict[str, Any]]:
    """Add as many states, each with another title, and return them."""
    states = [titled(sample(levels=20), f"State {number}") for number in range(count)]
    for state in states:
        history.add(state, str(state["title"]), "named")
    return states


def test_a_history_without_a_file_has_no_points(history: History) -> None:
    assert history.points() == []
    assert not history.path.exists()


def test_points_are_listed_newest_first_and_read_back(history: History) -> None:
    states = fill(history, 40)
    points = history.points()
    assert [each.label for each in points] == [f"State {number}" for number in range(39, -1, -1)]
    assert [history.at(each.id) for each in points] == states[::-1]
    assert [each.moment for each in points] == sorted((p.moment for p in points), reverse=True)
    assert all(each.date.endswith("+00:00") for each in points)


def test_another_object_reads_the_same_points(history: History, tmp_path: Path) -> None:
    fill(history, 3)
    assert history_on(tmp_path).points() == history.points()


def test_opening_makes_no_second_point_of_an_unchanged_draft(history: History) -> None:
    first = history.add(sample(), "Opened", "opened")
    assert history.add(sample(), "Opened", "opened") == first
    history.add(sample(), "Sent to legal", "export")
    history.add(sample(), "Sent to legal", "export")
    history.add(sample(), "Mine", "named")
    assert [each.kind for each in history.points()] == ["named", "export", "export", "opened"]
    history.add(titled(sample(), "Other"), "Opened", "opened")
    assert len(history.points()) == 5


def test_small_changes_take_little_room(history: History) -> None:
    fill(history, 80)
    whole = len(str(sample(levels=20)))
    assert history.path.stat().st_size < 80 * whole * 0.25


def test_a_point_can_be_renamed(history: History, tmp_path: Path) -> None:
    fill(history, 3)
    point = history.points()[1]
    history.rename(point.id, "Agreed with Anna")
    assert [each.label for each in history_on(tmp_path).points()] == [
        "State 2", "Agreed with Anna", "State 0",
    ]  # fmt: skip
    assert history.at(point.id)["title"] == "State 1"


@pytest.mark.parametrize("unknown", ["", "zzz", "A B", "-1", "9" * 30])
def test_an_unknown_point_is_refused(history: History, unknown: str) -> None:
    fill(history, 1)
    for call in (history.at, history.restored, lambda name: history.rename(name, "x")):
        with pytest.raises(Refused, match="no point"):
            call(unknown)


def test_an_unknown_kind_is_refused(history: History) -> None:
    with pytest.raises(Refused, match="no kind of point"):
        history.add(sample(), "x", "whatever")


def test_two_windows_may_add_to_one_history(history: History, tmp_path: Path) -> None:
    other = history_on(tmp_path)
    states = []
    for number in range(12):
        states.append(titled(sample(), f"State {number}"))
        (history, other)[number % 2].add(states[-1], "x", "named")
    assert [history.at(each.id) for each in history.points()] == states[::-1]


def test_a_torn_last_line_costs_only_its_own_point(history: History, tmp_path: Path) -> None:
    fill(history, 4)
    raw = history.path.read_bytes()
    last = raw.rstrip(b"\n").rfind(b"\n") + 1
    for end in range(last, len(raw) - 1):
        history.path.write_bytes(raw[:end])
        history = history_on(tmp_path)
        assert [each.label for each in history.points()] == ["State 2", "State 1", "State 0"]
        if end % 10 == 0:
            history.add(sample(), "After the tear", "named")
            assert [each.label for each in history.points()][:2] == ["After the tear", "State 2"]
            assert history.lines_left_out == (1 if end > last else 0)


@pytest.mark.parametrize("rubbish", [b"\0" * 3000, b"<<<<<<< HEAD\n", b"{}\n" * 5, b"\xff" * 99])
def test_rubbish_in_the_file_stays_and_hides_nothing(history: History, rubbish: bytes) -> None:
    fill(history, 2)
    with history.path.open("ab") as file:
        file.write(rubbish)
    history.add(sample(), "Later", "named")
    assert [each.label for each in history.points()] == ["Later", "State 1", "State 0"]
    assert history.lines_left_out >= 1
    assert rubbish.strip(b"\n") in history.path.read_bytes()


def test_a_file_of_rubbish_is_a_history_without_points(history: History) -> None:
    history.add(sample(), "Any", "named")
    history.path.write_bytes(b'{"not": "ours"}\n')
    assert history.points() == []
    fill(history, 1)
    assert history.path.read_bytes().startswith(b'{"not": "ours"}\n')
    assert len(history.points()) == 1


def test_a_point_whose_base_is_lost_names_the_nearest_one(history: History) -> None:
    fill(history, SNAPSHOT_EVERY + 4)
    lines = history.path.read_bytes().split(b"\n")
    lost = next(number for number, line in enumerate(lines) if b'"State 5"' in line)
    lines[lost] = lines[lost].replace(b"State 5", b"State X")
    history.path.write_bytes(b"\n".join(lines))
    points = {each.label: each for each in history.points()}
    assert "State 5" not in points
    assert history.at(points["State 4"].id)["title"] == "State 4"
    assert history.at(points["State 16"].id)["title"] == "State 16"
    with pytest.raises(Damaged, match=r'"State 6".*nearest that can is "State 4"'):
        history.at(points["State 6"].id)
    found = history.restored(points["State 6"].id)
    assert (found.point, found.draft["title"]) == (points["State 4"], "State 4")
    assert "State 4" in found.sentence


def test_a_history_that_lost_every_draft_says_so(history: History) -> None:
    fill(history, 3)
    lines = history.path.read_bytes().split(b"\n")
    history.path.write_bytes(b"\n".join(line for line in lines if b'"packed"' not in line))
    with pytest.raises(Damaged, match="No point"):
        history.at(history.points()[0].id)


def test_a_history_of_a_newer_program_is_left_alone(history: History) -> None:
    fill(history, 1)
    newer = JournalStorage(history.path, FileSystem(), {"schema": FORMAT_SCHEMA + 1})
    newer.write(newer.read() or {})
    raw = history.path.read_bytes()
    for call in (history.points, lambda: history.add(sample(), "x", "named")):
        with pytest.raises(TooNew, match="newer version"):
            call()
    assert history.path.read_bytes() == raw


words = some.text(max_size=5)
leaves = some.one_of(
    some.none(), some.booleans(), some.integers(-(10**20), 10**20), words, some.just("99.50")
)
items = some.lists(
    some.fixed_dictionaries({"id": some.sampled_from("abcdef")}, optional={"x": leaves, "y": words})
)
values = some.recursive(
    some.one_of(leaves, items),
    lambda part: some.one_of(
        some.lists(part, max_size=4),
        some.dictionaries(some.sampled_from(["a", "b", "id", "set"]), part),
    ),
    max_leaves=12,
)
drafts = some.dictionaries(words, values, max_size=5)


@given(drafts, drafts)
def test_a_delta_turns_one_draft_into_the_other(old: dict[str, Any], new: dict[str, Any]) -> None:
    assert digest(applied(old, delta(old, new))) == digest(new)


@given(drafts)
def test_there_is_no_delta_between_equals(draft: dict[str, Any]) -> None:
    assert delta(draft, draft) is None


def test_true_and_one_are_different() -> None:
    assert applied({"a": 1}, delta({"a": 1}, {"a": True}))["a"] is True


def test_moving_an_item_is_a_small_delta() -> None:
    old = sample(levels=40)
    new = {**old, "metrics": {"levels": old["metrics"]["levels"][::-1]}}
    change = delta(old, new)
    assert applied(old, change) == new
    assert len(str(change)) < len(str(old)) / 4
