"""Clashes as they come out of files: from this program, or made by hand."""

import msgspec
import pytest

from slaeditor.agreement import Agreement, decode, encode
from slaeditor.clashes import Clash, keep, open_clashes, parts, take_other
from slaeditor.errors import Refused


def holding(clash: Clash) -> Agreement:
    return msgspec.structs.replace(Agreement(id="a", title="Payroll"), clashes=(clash,))


def test_clashes_are_stored_with_the_agreement() -> None:
    agreement = holding(Clash(id="c1", path="title", other='{"title":"Pay"}', origin="Laptop"))
    assert decode(encode(agreement)) == agreement


@pytest.mark.parametrize(
    "clash",
    [
        Clash(id="c1", path="title", other="{"),
        Clash(id="c1", path="title", other="[1]"),
        Clash(id="c1", path="title", other='{"title":7}'),
        Clash(id="c1", path="no/such/path", other="{}"),
        Clash(id="c1", path="metrics/levels/gone/name", other='{"metrics/levels/gone/name":"x"}'),
        Clash(id="c1", path="duration/notice/length", other='{"duration/notice/length":-5}'),
        Clash(id="c1", path="", other="{}"),
    ],
)
def test_what_can_not_be_read_is_refused_and_can_be_settled(clash: Clash) -> None:
    agreement = holding(clash)
    with pytest.raises(Refused):
        take_other(agreement, "c1")
    open_clashes(agreement)
    assert [change.path for change in keep(agreement, "c1")] == ["clashes/c1"]


def test_a_settled_clash_has_nothing_left_to_do() -> None:
    assert keep(Agreement(id="a"), "c1") == ()
    assert take_other(Agreement(id="a"), "c1") == ()


def test_the_parts_of_a_clash_are_those_that_are_set_on_either_side() -> None:
    clash = Clash(id="c1", path="duration/term", other='{"duration/term":{"length":24}}')
    (part,) = parts(holding(clash), clash)
    assert (part.here, part.other.length) == (None, 24)
