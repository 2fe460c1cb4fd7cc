"""Which version descends from which, and what two versions have in common."""

from datetime import UTC, datetime, timedelta
from typing import Any

from slaeditor.library.draftfile import Header, digest
from slaeditor.library.lineage import (
    MOST_WRITERS,
    Version,
    after_save,
    common_states,
    joined_header,
    newest_of,
)

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


def version(title: str, minutes: int = 0, *lineage: str, **known: int) -> Version:
    """A version of a draft that was saved so many minutes after noon."""
    draft: dict[str, Any] = {"id": "one", "title": title}
    return Version(draft, digest(draft), known, lineage, NOW + timedelta(minutes=minutes))


def test_a_later_save_of_the_same_computer_descends_however_many_lie_between() -> None:
    assert version("Later", a=9000).descends_from(version("Early", a=10))
    assert not version("Early", a=10).descends_from(version("Later", a=9000))


def test_two_computers_that_saved_on_the_same_state_descend_from_it_only() -> None:
    start, one, other = version("Start", a=1), version("One", a=2), version("Other", a=1, b=1)
    assert one.descends_from(start)
    assert other.descends_from(start)
    assert not one.descends_from(other)
    assert not other.descends_from(one)
    assert newest_of([start, one, other, one]) == newest_of([other, one])


def test_going_back_to_what_was_is_a_later_version_all_the_same() -> None:
    start = version("Start", a=1)
    there = version("There", 1, start.digest, a=1, b=2)
    back = version("Start", 2, a=3)
    assert not there.descends_from(back)
    assert {each.draft["title"] for each in newest_of([there, back])} == {"There", "Start"}


def test_a_file_from_before_saves_had_numbers_is_found_by_its_digest() -> None:
    old = version("Old")
    assert version("New", 0, old.digest, a=1).descends_from(old)
    assert not version("Foreign", 0, a=1).descends_from(old)


def test_what_two_versions_have_in_common_is_the_newest_state_that_both_come_from() -> None:
    states = [version(f"State {number}", number, a=number) for number in range(1, 6)]
    mine, theirs = version("Mine", 9, a=5, m=1), version("Theirs", 8, a=3, b=1)
    assert common_states(mine, theirs, states) == [states[2]]
    assert common_states(mine, version("Stranger", x=1), states) == []


def test_two_computers_that_merged_the_same_versions_have_both_in_common() -> None:
    one, other = version("One", a=1), version("Other", b=1)
    mine, theirs = version("Mine", a=2, b=1), version("Theirs", a=1, b=2)
    assert {each.draft["title"] for each in common_states(mine, theirs, [one, other])} == {
        "One",
        "Other",
    }


def test_what_joins_the_same_versions_says_the_same_on_every_computer() -> None:
    one, other = version("One", 3, "x" * 32, a=5), version("Other", 4, "y" * 32, a=2, b=7)
    draft = {"id": "one", "title": "Both"}
    about = Header(2, NOW, complete="1/5")
    first = joined_header(draft, [one, other], about)
    second = joined_header(draft, [other, one], Header(2, NOW + timedelta(hours=1), (), "1/5"))
    assert first == second
    both = Version(draft, digest(draft), first.known, first.lineage, first.saved)
    assert both.descends_from(one)
    assert both.descends_from(other)
    assert first.saved == other.saved
    assert {one.digest, other.digest, "x" * 32, "y" * 32} <= set(first.lineage)


def test_what_joins_them_otherwise_does_not_seem_to_descend_from_it() -> None:
    versions = [version("One", a=5), version("Other", b=7)]
    found = []
    for title in ("Both", "Both, in another way"):
        draft = {"id": "one", "title": title}
        header = joined_header(draft, versions, Header(2, NOW))
        found.append(Version(draft, digest(draft), header.known, header.lineage))
    assert newest_of(found) in ([found[0], found[1]], [found[1], found[0]])


def test_numbers_grow_even_where_the_clock_goes_back() -> None:
    known = after_save({"b": 10**15}, "a", NOW)
    assert known["a"] == 10**15 + 1
    assert after_save(known, "a", NOW - timedelta(days=900))["a"] == 10**15 + 2


def test_a_file_names_no_end_of_computers_and_joinings() -> None:
    known: dict[str, int] = {}
    for number in range(200):
        known = after_save(known, f"{number:x}", NOW + timedelta(seconds=number))
        draft = {"id": "one", "title": str(number)}
        known = dict(
            joined_header(draft, [Version(draft, digest(draft), known)], Header(2, NOW)).known
        )
    assert len(known) == 2 * MOST_WRITERS
