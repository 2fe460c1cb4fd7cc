"""A path names one value; reading and replacing go by it."""

import pytest

from slaeditor.agreement import Agreement
from slaeditor.errors import Refused, UnknownPath
from slaeditor.paths import (
    compound_of,
    inserted,
    place_at,
    reordered,
    replaced,
    spec_at,
    value_at,
    walk,
    with_items,
)
from slaeditor.sections.metrics.level import Level

EMPTY = Agreement(id="a")


def with_levels(*ids: str) -> Agreement:
    agreement = EMPTY
    for level_id in ids:
        agreement = inserted(agreement, "metrics/levels", Level(id=level_id), None)
    return agreement


def test_a_nested_value_is_replaced_and_read_back() -> None:
    new = replaced(EMPTY, "duration/notice/length", 60)
    assert value_at(new, "duration/notice/length") == 60
    assert value_at(EMPTY, "duration/notice/length") is None


def test_a_list_reads_as_the_order_of_its_ids() -> None:
    assert value_at(with_levels("b", "a"), "metrics/levels") == ("b", "a")


def test_an_item_is_named_by_its_id_not_by_its_place() -> None:
    agreement = replaced(with_levels("a", "b"), "metrics/levels/b/name", "Second")
    assert [level.name for level in agreement.metrics.levels] == [None, "Second"]


def test_nothing_stands_at_the_path_of_an_item_that_is_not_there() -> None:
    assert value_at(EMPTY, "metrics/levels/none/name") is None


@pytest.mark.parametrize(
    "path", ["nothing", "duration/notice/nothing", "title/more", "metrics/levels/a/nothing"]
)
def test_a_path_that_no_agreement_has_is_refused(path: str) -> None:
    with pytest.raises(UnknownPath):
        value_at(with_levels("a"), path)


def test_a_field_of_an_absent_item_is_refused_when_written() -> None:
    with pytest.raises(Refused):
        replaced(EMPTY, "metrics/levels/none/name", "x")


def test_new_items_appear_on_the_way_to_a_path() -> None:
    agreement = with_items(EMPTY, "metrics/levels/avl/ramp/one/value")
    assert value_at(agreement, "metrics/levels/avl/ramp") == ("one",)


def test_what_cannot_be_an_id_makes_no_item() -> None:
    with pytest.raises(Refused, match="small letters"):
        with_items(EMPTY, "metrics/levels/Not An Id/name")


def test_an_item_goes_behind_the_one_named() -> None:
    agreement = inserted(with_levels("a", "c"), "metrics/levels", Level(id="b"), "a")
    assert value_at(agreement, "metrics/levels") == ("a", "b", "c")


def test_an_item_goes_first_behind_nothing() -> None:
    agreement = inserted(with_levels("b"), "metrics/levels", Level(id="a"), "")
    assert value_at(agreement, "metrics/levels") == ("a", "b")


def test_an_id_that_is_taken_is_refused() -> None:
    with pytest.raises(Refused, match="already"):
        inserted(with_levels("a"), "metrics/levels", Level(id="a"), None)


def test_an_order_moves_only_the_items_it_names() -> None:
    items = with_levels("a", "b", "c", "d").metrics.levels
    assert [item.id for item in reordered(items, ("d", "a"))] == ["d", "b", "c", "a"]


def test_text_maps_take_a_whole_path_as_their_key() -> None:
    agreement = replaced(EMPTY, "entered/duration/effective_date", "32 January")
    assert agreement.entered == {"duration/effective_date": "32 January"}
    assert replaced(agreement, "entered/duration/effective_date", None).entered == {}


def test_term_and_target_are_each_one_value_for_merging() -> None:
    assert compound_of(Agreement, "duration/term/unit") == "duration/term"
    target = compound_of(Agreement, "metrics/levels/a/target")
    assert target == compound_of(Agreement, "metrics/levels/a/direction")
    assert compound_of(Agreement, "metrics/levels/a/name") == "metrics/levels/a/name"


def test_walking_meets_every_leaf_of_every_item() -> None:
    paths = [place.path for place in walk(with_levels("a"))]
    assert len(paths) == len(set(paths))
    assert "metrics/levels/a/baseline/value" in paths
    assert "introduction/provider/identity/address" in paths


def test_every_place_that_walking_meets_can_be_looked_up() -> None:
    agreement = with_levels("a")
    for place in walk(agreement):
        assert place_at(agreement, place.path).field is place.field
        assert spec_at(Agreement, place.path).sort is place.spec.sort
