"""Two versions of one draft become one, and a sentence says what became of what."""

import json

import msgspec

from slaeditor.agreement import Agreement, encode
from slaeditor.editing.merging import Origin
from slaeditor.editing.names import change_name, place_name
from slaeditor.editing.open_draft import OpenDraft
from slaeditor.editing.outside import joined

BASE = Agreement(id="one", title="Payroll")


def edited(**texts: str) -> Agreement:
    """The base with other texts at top-level fields."""
    return msgspec.structs.replace(BASE, **texts)


def test_changes_of_different_fields_are_both_taken() -> None:
    both = joined(encode(BASE), edited(title="Pay run"), encode(edited(reference="SLA-7")))
    assert both.agreement == edited(title="Pay run", reference="SLA-7")
    assert "1 change from there was taken over." in both.sentence
    assert both.clashes == ()


def test_of_two_changes_of_one_field_both_are_kept_and_named() -> None:
    both = joined(encode(BASE), edited(title="Pay run"), encode(edited(title="Salaries")))
    (clash,) = both.agreement.clashes
    assert {both.agreement.title, json.loads(clash.other or "")["title"]} == {"Pay run", "Salaries"}
    assert "both versions are kept: Title." in both.sentence
    assert "taken over" not in both.sentence


def test_the_computer_is_named_where_it_is_known() -> None:
    theirs = encode(edited(reference="SLA-7"))
    both = joined(encode(BASE), BASE, theirs, (Origin(), Origin("LAPTOP-2")))
    assert both.sentence.startswith("This agreement was changed on")
    assert "LAPTOP-2" in both.sentence


def test_an_item_is_called_by_its_name() -> None:
    draft = OpenDraft(BASE, float)
    draft.add("metrics/levels", texts={"name": "Availability"}, item_id="avl")
    assert place_name(draft.agreement, "metrics/levels/avl") == "Availability"
    assert place_name(draft.agreement, "metrics/levels/gone") == "service level"


def test_text_that_can_not_be_read_is_called_after_its_field() -> None:
    assert place_name(BASE, "entered/title") == "Title"
    assert place_name(BASE, "proposed/title") == "Title"


def test_a_clash_is_called_after_its_value() -> None:
    both = joined(encode(BASE), edited(title="Pay run"), encode(edited(title="Salaries")))
    names = {change_name(both.agreement, change) for change in both.taken}
    assert names == {"Title"}
