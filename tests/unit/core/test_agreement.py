"""Agreements are written to plain data and read back strictly."""

import json
from decimal import Decimal

import pytest

from slaeditor.agreement import Agreement, decode, encode
from slaeditor.errors import Damaged
from slaeditor.field import Form
from slaeditor.kinds import Entity, Kind
from slaeditor.paths import replaced, walk, with_items
from slaeditor.reading import read_value, type_name, value_type
from slaeditor.values.week import Week


def test_an_agreement_survives_being_stored() -> None:
    agreement = with_items(Agreement(id="a", kind=Kind.EXTERNAL), "metrics/levels/avl/name")
    agreement = replaced(agreement, "metrics/levels/avl/target", Decimal("99.50"))
    agreement = replaced(agreement, "scope/service_hours/week", Week.always)
    agreement = replaced(agreement, "entered/duration/effective_date", "32 January")
    again = decode(json.loads(json.dumps(encode(agreement))))
    assert again == agreement
    assert again.metrics.levels[0].target is not None
    assert again.metrics.levels[0].target.as_tuple() == Decimal("99.50").as_tuple()


def test_what_is_not_set_is_not_stored() -> None:
    assert encode(Agreement(id="a")) == {"id": "a"}


@pytest.mark.parametrize(
    "data",
    [
        {"id": "a", "unknown": 1},
        {"id": "A b"},
        {"id": "a", "title": 5},
        {"id": "a", "metrics": {"levels": [{"id": "x"}, {"id": "x"}]}},
        {"id": "a", "metrics": {"levels": [{"id": "X y"}]}},
        {"id": "a", "metrics": {"levels": [{"id": "x", "target": "NaN"}]}},
        {"title": "no id"},
    ],
)
def test_what_is_no_agreement_is_named_damaged(data: dict[str, object]) -> None:
    with pytest.raises(Damaged):
        decode(data)


def test_two_companies_of_one_group_need_a_contract() -> None:
    agreement = Agreement(id="a", kind=Kind.INTERNAL)
    assert agreement.form is Form.INTERNAL
    group = replaced(agreement, "introduction/standing/entity", Entity.GROUP)
    assert group.form is Form.EXTERNAL


def test_every_field_has_a_type_of_value_and_a_label() -> None:
    agreement = Agreement(id="a")
    for path in (
        "metrics/levels/a/ramp/b/value",
        "scope/services/a/name",
        "scope/customer_duties/a/what",
        "scope/workload/a/what",
        "scope/dependencies/a/name",
        "introduction/contacts/a/name",
        "introduction/signatories/a/name",
        "introduction/objectives/a/aim",
        "introduction/definitions/a/term",
        "metrics/credits/bands/a/percent",
    ):
        agreement = with_items(agreement, path)
    for place in walk(agreement):
        assert place.field.label, place.path
        assert type_name(place.spec), place.path
        if place.is_list:
            assert place.field.item, place.path


def test_every_leaf_is_nothing_until_it_is_set() -> None:
    for place in walk(with_items(Agreement(id="a"), "metrics/levels/a/name")):
        assert place.value in (None, (), ("a",)), place.path


def test_examples_can_be_read_by_their_own_field() -> None:
    from datetime import date

    from slaeditor.document.view import View

    agreement = with_items(Agreement(id="a"), "metrics/levels/a/ramp/b/value")
    view = View(agreement, date(2027, 1, 1))
    for place in walk(agreement):
        if place.field.example and not place.is_list and not place.field.refers_to:
            value = read_value(place, place.field.example, "en-GB", view)
            assert value is not None, place.path
            assert value_type(place.spec).write(value, "en-GB"), place.path
