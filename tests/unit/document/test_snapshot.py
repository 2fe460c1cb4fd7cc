"""Documents that travel within a file."""

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slaeditor.document.compose import compose
from slaeditor.document.snapshot import packed, unpacked
from slaeditor.errors import Damaged
from tests.agreements import BOTH, HOSTED_APPLICATION, TODAY, Typed, typed


AGREEMENT = typed(HOSTED_APPLICATION)


@pytest.mark.parametrize("what", BOTH, ids=lambda what: what.name)
def test_a_document_comes_back_as_it_was(what: Typed) -> None:
    document = compose(typed(what), TODAY)
    assert unpacked(packed(document)) == document


def test_the_same_document_packs_the_same() -> None:
    first, second = (compose(AGREEMENT, TODAY) for _ in range(2))
    assert packed(first) == packed(second)


@given(st.binary(max_size=200))
def test_what_is_no_snapshot_is_refused(data: bytes) -> None:
    for given_bytes in (data, zlib.compress(data)):
        with pytest.raises(Damaged):
            unpacked(given_bytes)


def test_a_snapshot_cut_short_is_refused() -> None:
    data = packed(compose(typed(HOSTED_APPLICATION), TODAY))
    with pytest.raises(Damaged, match="cut short"):
        unpacked(data[:-9])


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = zlib.compress(b"[" * (80 * 1024 * 1024))
    with pytest.raises(Damaged, match="too large"):
        unpacked(bomb)


def test_a_newer_snapshot_is_named() -> None:
    with pytest.raises(Damaged, match="newer version"):
        unpacked(zlib.compress(b"[2, [], []]"))
