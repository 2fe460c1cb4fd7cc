"""Two laptops, whatever is typed on them and whenever they meet: in the end both have the same,
and each text that was typed is there, in a clash, or was seen by whoever put it away."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from slaeditor.agreement import Agreement, decode, encode
from slaeditor.library.drafts import Library
from tests.properties.laptops import DRAFT, FIELDS, LEVELS, Laptop, Ledger, Sync, everything_in

pytestmark = pytest.mark.slow
PATHS = (*FIELDS, f"{LEVELS}/avl/name", f"{LEVELS}/rsp/name")
SIDES = st.integers(0, 1)
ACTIONS = st.one_of(
    st.tuples(st.just("type"), SIDES, st.sampled_from(PATHS)),
    st.tuples(st.just("type"), SIDES, st.sampled_from(PATHS)),
    st.tuples(st.just("remove"), SIDES, st.sampled_from(["avl", "rsp"])),
    st.tuples(st.just("settle"), SIDES, st.booleans()),
    st.tuples(st.just("save"), SIDES, st.none()),
    st.tuples(st.just("look"), SIDES, st.none()),
    st.tuples(st.just("start"), SIDES, st.none()),
    st.tuples(st.just("connect"), SIDES, st.none()),
)


class World:
    """Two laptops that begin in step with one draft."""

    def __init__(self, root: Path, *, has_copies: bool) -> None:
        self.texts = Ledger()
        self.laptops = [Laptop(root, name, self.texts) for name in ("first", "second")]
        self.sync = Sync(*self.laptops, has_copies=has_copies)
        first = self.laptops[0]
        Library(first.folder, first.local).create(encode(Agreement(id=DRAFT)))
        self.sync.connect(0)
        self.count = 0

    def act(self, what: str, side: int, about: object) -> None:
        """Do one thing."""
        laptop = self.laptops[side]
        if what == "type":
            self.count += 1
            length = 1 + (self.count * 7) % 5
            laptop.type_into(str(about), f"<{side}-{self.count}-{'x' * length}>")
        elif what == "remove":
            laptop.remove(str(about))
        elif what == "settle":
            laptop.settle(takes_other=bool(about))
        elif what == "connect":
            self.sync.connect(side)
        else:
            getattr(laptop, what)()

    def come_to_rest(self) -> int:
        """Connect, save and look until nothing changes any more; how many rounds that took."""
        for number in range(1, 12):
            before = [_files(each) for each in self.laptops]
            for laptop in self.laptops:
                laptop.save()
                laptop.look()
            self.sync.connect(number % 2)
            if before == [_files(each) for each in self.laptops]:
                return number
        raise AssertionError("The laptops never come to rest.")

    def check(self) -> None:
        """Both have the same, nothing waits, and nothing is lost."""
        first, second = self.laptops
        assert _files(first) == _files(second)
        assert set(_files(first)) == {f"{DRAFT}.json"}
        (summary,) = Library(first.folder, first.local).summaries().drafts
        assert summary.versions == 0
        agreement = decode(Library(first.folder, first.local).open(DRAFT).draft)
        assert agreement == first.mine == second.mine
        there = everything_in(agreement)
        lost = {text for text in self.texts.typed - self.texts.put_away if text not in there}
        assert lost == set()


def _files(laptop: Laptop) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in laptop.drafts.iterdir()}


@pytest.mark.parametrize("has_copies", [True, False], ids=["with copies", "without copies"])
@given(actions=st.lists(ACTIONS, min_size=4, max_size=24))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_nothing_is_lost_and_both_have_the_same(
    actions: list[tuple[str, int, object]], has_copies: bool
) -> None:
    with tempfile.TemporaryDirectory() as root:
        world = World(Path(root), has_copies=has_copies)
        for action in actions:
            world.act(*action)
        assert world.come_to_rest() <= 8
        world.check()


@pytest.mark.parametrize("has_copies", [True, False], ids=["with copies", "without copies"])
def test_hours_of_typing_on_both_sides_without_a_connection(
    tmp_path: Path, has_copies: bool
) -> None:
    world = World(tmp_path, has_copies=has_copies)
    for number in range(150):
        for side in (0, 1):
            world.act("type", side, (*FIELDS, f"{LEVELS}/{side}-{number % 5}/name")[number % 4])
            world.act("save", side, None)
        if number == 40:
            world.sync.connect(0)
    world.come_to_rest()
    world.check()
    clashes = decode(
        Library(world.laptops[0].folder, world.laptops[0].local).open(DRAFT).draft
    ).clashes
    assert {clash.path for clash in clashes} <= set(FIELDS)
