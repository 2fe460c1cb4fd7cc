"""The ledger: what this computer read and stored last is there again, and stays small."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from slaeditor.library.draftfile import digest
from slaeditor.library.ledger import MOST_STATES, Ledger
from slaeditor.library.lineage import Version
from tests.unit.library.samples import sample, titled

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


def version(title: str, draft: dict[str, Any] | None = None, **known: int) -> Version:
    state = titled(draft or sample(), title)
    moment = NOON + timedelta(seconds=sum(known.values()))
    return Version(state, digest(state), known, ("d" * 32,), moment, "Laptop")


@pytest.fixture
def path(local: Path) -> Path:
    return local / "ledger" / "one.jsonl"


def test_without_a_file_nothing_is_known(path: Path) -> None:
    ledger = Ledger(path)
    assert (ledger.heads(), ledger.versions()) == ([], [])
    assert not path.exists()


def test_states_are_read_back_by_another_object(path: Path) -> None:
    noted = [version(f"State {number}", a=number) for number in range(1, 70)]
    ledger = Ledger(path)
    for each in noted:
        ledger.note(each)
    found = Ledger(path)
    assert found.versions() == noted
    assert [each.draft for each in found.versions()] == [each.draft for each in noted]
    assert found.heads() == [noted[-1]] == ledger.heads()
    assert path.stat().st_size < 69 * 600


def test_a_state_that_does_not_descend_is_a_second_head_until_both_are_joined(path: Path) -> None:
    ledger = Ledger(path)
    mine, theirs = version("Mine", a=2), version("Theirs", a=1, b=1)
    ledger.note(mine)
    ledger.note(theirs)
    assert Ledger(path).heads() == [mine, theirs]
    ledger.note(mine)
    assert {each.draft["title"] for each in Ledger(path).heads()} == {"Mine", "Theirs"}
    both = version("Both", a=2, b=1, j=3)
    ledger.note(both)
    assert Ledger(path).heads() == [both]


def test_an_earlier_state_that_comes_back_is_no_head(path: Path) -> None:
    ledger = Ledger(path)
    early, late = version("Early", a=1), version("Late", a=2)
    for each in (early, late, early):
        ledger.note(each)
    assert [each.draft["title"] for each in Ledger(path).heads()] == ["Late"]


def test_noting_the_newest_state_again_writes_nothing(path: Path) -> None:
    ledger = Ledger(path)
    ledger.note(version("State", a=1))
    before = path.read_bytes()
    ledger.note(version("State", a=1))
    Ledger(path).note(version("State", a=1))
    assert path.read_bytes() == before


def test_two_processes_write_one_ledger(path: Path) -> None:
    one, other = Ledger(path), Ledger(path)
    for number in range(1, 9):
        (one if number % 2 else other).note(version(f"State {number}", a=number))
    assert [each.known["a"] for each in Ledger(path).versions()] == list(range(1, 9))
    assert one.heads() == other.heads()


def damage_tail(raw: bytes) -> bytes:
    return raw[:-40]


def damage_middle(raw: bytes) -> bytes:
    return raw[: len(raw) // 2] + b"\0" * 20 + raw[len(raw) // 2 + 20 :]


@pytest.mark.parametrize("damage", [damage_tail, damage_middle, lambda _raw: b"\xff\n{}\n"])
def test_a_torn_ledger_gives_what_it_can_and_goes_on(
    path: Path, damage: Callable[[bytes], bytes]
) -> None:
    ledger = Ledger(path)
    noted = [version(f"State {number}", a=number) for number in range(1, 9)]
    for each in noted:
        ledger.note(each)
    path.write_bytes(damage(path.read_bytes()))
    found = Ledger(path)
    assert all(each in noted for each in found.versions())
    told = {each.digest: each.draft for each in noted}
    assert all(told[each.digest] == each.draft for each in found.versions())
    last = version("After the damage", a=9)
    found.note(last)
    assert Ledger(path).heads() == [last]
    assert last in Ledger(path).versions()


def test_a_ledger_stays_small_and_keeps_the_newest_and_every_head(path: Path) -> None:
    ledger = Ledger(path)
    stranger = version("Another computer's", b=1)
    ledger.note(stranger)
    for number in range(1, 3 * MOST_STATES):
        ledger.note(version(f"State {number}", a=number))
    found = Ledger(path)
    assert len(found.versions()) <= MOST_STATES + 1
    numbers = [each.known["a"] for each in found.versions() if "a" in each.known]
    assert numbers[-100:] == list(range(3 * MOST_STATES - 100, 3 * MOST_STATES))
    assert numbers[0] < 2 * MOST_STATES
    assert [each.digest for each in found.heads()] == [
        stranger.digest,
        version(f"State {3 * MOST_STATES - 1}", a=1).digest,
    ]
