"""Documents that travel within a file."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slaeditor.document.compose import compose
from slaeditor.document.snapshot import export_id, packed, unpacked
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
    with pytest.raises(Damaged):
        unpacked(data)


def test_a_snapshot_cut_short_is_refused() -> None:
    with pytest.raises(Damaged, match="can't be read"):
        unpacked(packed(compose(AGREEMENT, TODAY))[:-9])


def test_a_snapshot_nested_without_end_is_refused() -> None:
    with pytest.raises(Damaged, match="can't be read"):
        unpacked(b"[" * 200_000)


def test_a_newer_snapshot_is_named() -> None:
    with pytest.raises(Damaged, match="newer version"):
        unpacked(b"[2, [], []]")


def test_the_id_of_an_export_follows_from_what_it_says() -> None:
    document = compose(AGREEMENT, TODAY)
    assert export_id(document) == export_id(unpacked(packed(document)))
    other = dataclasses.replace(document, title="Other")
    assert export_id(document) != export_id(other)
