"""Three-way merges, value by value, in which neither side is preferred."""

from decimal import Decimal

import pytest

from slaeditor.agreement import Agreement
from slaeditor.changes import applied
from slaeditor.clashes import Part, Typed, keep, open_clashes, parts, take_other
from slaeditor.editing.merging import Merged, Origin, merge
from slaeditor.kinds import Status
from slaeditor.paths import inserted, replaced, value_at
from slaeditor.sections.metrics.choices import Direction
from slaeditor.sections.metrics.level import Level
from slaeditor.units import PeriodUnit

EMPTY = Agreement(id="a")
LEVELS = "metrics/levels"
ORIGINS = Origin("Mine", "2026-11-24T09:00:00+00:00"), Origin("Theirs", "2026-11-24T10:00:00+00:00")


def changed(agreement: Agreement, **values: object) -> Agreement:
    for path, value in values.items():
        agreement = replaced(agreement, path.replace("__", "/"), value)
    return agreement


def with_level(agreement: Agreement, level_id: str, after: str | None = None) -> Agreement:
    return inserted(agreement, LEVELS, Level(id=level_id, name=level_id), after)


def merged(base: Agreement | None, one: Agreement, other: Agreement) -> Merged:
    """The merge, which is the same whoever is called mine."""
    outcome = merge(base, one, other, ORIGINS)
    assert merge(base, other, one, (ORIGINS[1], ORIGINS[0])).record == outcome.record
    return outcome


def paths(outcome: Merged) -> list[str]:
    return [clash.path for clash in outcome.clashes]


def test_edits_of_different_fields_both_count() -> None:
    outcome = merged(EMPTY, changed(EMPTY, title="Mine"), changed(EMPTY, reference="R-1"))
    assert (outcome.record.title, outcome.record.reference) == ("Mine", "R-1")
    assert outcome.clashes == ()
    assert [change.path for change in outcome.taken] == ["reference"]


def test_the_same_field_edited_twice_keeps_both_and_says_whose_the_other_is() -> None:
    outcome = merged(EMPTY, changed(EMPTY, title="Pay run"), changed(EMPTY, title="Salaries"))
    assert outcome.record.title == "Salaries"
    (clash,) = outcome.record.clashes
    assert (clash.path, clash.origin) == ("title", "Mine")
    assert clash.moment == "2026-11-24T09:00:00+00:00"
    assert parts(outcome.record, clash) == (Part("title", "Salaries", "Pay run"),)


def test_the_same_edit_on_both_sides_is_no_clash() -> None:
    both = changed(EMPTY, title="Same")
    assert merged(EMPTY, both, both).record == both


def test_a_value_emptied_here_and_changed_there_stays_until_somebody_decides() -> None:
    base = changed(EMPTY, title="Payroll")
    outcome = merged(base, changed(base, title=None), changed(base, title="Pay run"))
    assert outcome.record.title == "Pay run"
    (clash,) = outcome.clashes
    assert parts(outcome.record, clash) == (Part("title", "Pay run", None),)
    emptied = applied(outcome.record, take_other(outcome.record, clash.id))
    assert (emptied.title, emptied.clashes) == (None, ())


def test_a_status_that_both_changed_is_a_clash() -> None:
    outcome = merged(
        EMPTY, changed(EMPTY, status=Status.AGREED), changed(EMPTY, status=Status.RETURNED)
    )
    assert paths(outcome) == ["status"]
    (clash,) = outcome.clashes
    taken = applied(outcome.record, take_other(outcome.record, clash.id))
    assert {outcome.record.status, taken.status} == {Status.AGREED, Status.RETURNED}


def test_a_term_changed_in_two_leaves_is_one_value() -> None:
    base = changed(EMPTY, duration__term__length=24, duration__term__unit=PeriodUnit.MONTHS)
    mine = changed(base, duration__term__length=2, duration__term__unit=PeriodUnit.YEARS)
    outcome = merged(base, mine, changed(base, duration__term__length=36))
    assert paths(outcome) == ["duration/term"]
    terms = {outcome.record.duration.term, mine.duration.term}
    (clash,) = outcome.clashes
    other = applied(outcome.record, take_other(outcome.record, clash.id))
    assert other.duration.term != outcome.record.duration.term
    assert mine.duration.term in {other.duration.term, *terms}


def test_a_target_and_how_it_compares_are_one_value() -> None:
    base = with_level(EMPTY, "a")
    mine = replaced(base, f"{LEVELS}/a/target", Decimal("99.5"))
    theirs = replaced(base, f"{LEVELS}/a/direction", Direction.AT_MOST)
    outcome = merged(base, mine, theirs)
    (clash,) = outcome.clashes
    shown = {part.path: (part.here, part.other) for part in parts(outcome.record, clash)}
    assert set(shown) == {f"{LEVELS}/a/target", f"{LEVELS}/a/direction"}
    one = value_at(outcome.record, f"{LEVELS}/a")
    other = value_at(applied(outcome.record, take_other(outcome.record, clash.id)), f"{LEVELS}/a")
    assert {(each.target, each.direction) for each in (one, other)} == {
        (Decimal("99.5"), None),
        (None, Direction.AT_MOST),
    }


def test_a_decimal_written_differently_is_a_change() -> None:
    base = replaced(with_level(EMPTY, "a"), f"{LEVELS}/a/target", Decimal("99.5"))
    new = replaced(base, f"{LEVELS}/a/target", Decimal("99.50"))
    outcome = merged(base, new, base)
    assert str(value_at(outcome.record, f"{LEVELS}/a/target")) == "99.50"


def test_items_appended_on_two_sides_are_both_there_in_one_order() -> None:
    base = with_level(EMPTY, "a")
    outcome = merged(base, with_level(base, "c"), with_level(base, "b"))
    assert value_at(outcome.record, LEVELS) == ("a", "b", "c")
    assert outcome.clashes == ()


def test_an_edit_stays_where_the_other_side_removed_its_item_and_both_are_told() -> None:
    base = with_level(EMPTY, "a")
    removed = replaced(base, f"{LEVELS}/a", None)
    edited = replaced(base, f"{LEVELS}/a/name", "edited")
    outcome = merged(base, removed, edited)
    assert value_at(outcome.record, f"{LEVELS}/a/name") == "edited"
    (clash,) = outcome.clashes
    assert (clash.path, clash.other) == (f"{LEVELS}/a", None)
    (part,) = parts(outcome.record, clash)
    assert (part.here.name, part.other) == ("edited", None)
    assert applied(outcome.record, take_other(outcome.record, clash.id)) == removed
    assert applied(outcome.record, keep(outcome.record, clash.id)) == edited


def test_a_removal_of_what_nobody_edited_is_taken() -> None:
    base = with_level(EMPTY, "a")
    outcome = merged(base, changed(base, title="x"), replaced(base, f"{LEVELS}/a", None))
    assert value_at(outcome.record, LEVELS) == ()
    assert outcome.clashes == ()


def test_both_removing_the_same_item_is_no_clash() -> None:
    base = with_level(EMPTY, "a")
    removed = replaced(base, f"{LEVELS}/a", None)
    assert merged(base, removed, removed).record == removed


def test_text_that_can_not_be_read_stands_against_a_value_of_its_field() -> None:
    mine = changed(EMPTY, duration__notice__length=60)
    theirs = replaced(EMPTY, "entered/duration/notice/length", "sixty or so")
    outcome = merged(EMPTY, mine, theirs)
    assert paths(outcome) == ["duration/notice"]
    assert outcome.record.duration.notice.length == 60
    (clash,) = outcome.clashes
    taken = applied(outcome.record, take_other(outcome.record, clash.id))
    assert taken.entered == {"duration/notice/length": "sixty or so"}
    assert taken.duration.notice.length is None


def test_two_texts_that_can_not_be_read_are_both_kept() -> None:
    typed = "entered/duration/effective_date"
    outcome = merged(
        EMPTY, replaced(EMPTY, typed, "some day"), replaced(EMPTY, typed, "in the spring")
    )
    (clash,) = outcome.clashes
    (part,) = parts(outcome.record, clash)
    assert (part.here, part.other) == (Typed("in the spring"), Typed("some day"))


def test_text_typed_into_an_item_that_was_removed_comes_back_with_the_item() -> None:
    base = with_level(EMPTY, "a")
    removed = replaced(base, f"{LEVELS}/a", None)
    typed = replaced(base, f"entered/{LEVELS}/a/target", "most")
    outcome = merged(base, removed, typed)
    assert paths(outcome) == [f"{LEVELS}/a"]
    assert applied(outcome.record, keep(outcome.record, outcome.clashes[0].id)) == typed


@pytest.mark.parametrize(
    ("one", "other", "order"),
    [
        ("bac", "abc", "bac"),
        ("acb", "acb", "acb"),
        ("bca", "cab", "cba"),
    ],
)
def test_moves_of_both_sides_count(one: str, other: str, order: str) -> None:
    base = with_level(with_level(with_level(EMPTY, "a"), "b"), "c")
    outcome = merged(base, replaced(base, LEVELS, tuple(one)), replaced(base, LEVELS, tuple(other)))
    assert "".join(value_at(outcome.record, LEVELS)) == order
    assert outcome.clashes == ()


def test_orders_that_contradict_each_other_are_a_clash() -> None:
    base = with_level(with_level(with_level(EMPTY, "a"), "b"), "c")
    outcome = merged(
        base, replaced(base, LEVELS, tuple("bac")), replaced(base, LEVELS, tuple("acb"))
    )
    (clash,) = outcome.clashes
    (part,) = parts(outcome.record, clash)
    assert {part.here, part.other} == {("b", "a", "c"), ("a", "c", "b")}
    taken = applied(outcome.record, take_other(outcome.record, clash.id))
    assert value_at(taken, LEVELS) == part.other


def test_a_suggestion_that_one_side_confirmed_is_confirmed() -> None:
    base = replaced(changed(EMPTY, title="Payroll"), "proposed/title", "")
    confirmed = replaced(base, "proposed/title", None)
    assert merged(base, confirmed, base).record == confirmed
    assert merged(None, confirmed, base).record == confirmed


def test_without_a_common_state_every_difference_is_a_clash() -> None:
    one = with_level(changed(EMPTY, title="Mine"), "a")
    other = changed(EMPTY, title="Other", reference="R-1")
    outcome = merged(None, one, other)
    assert sorted(paths(outcome)) == [f"{LEVELS}/a", "reference", "title"]
    assert outcome.record.reference == "R-1"


def test_a_clash_settled_on_one_side_is_settled() -> None:
    both = merged(EMPTY, changed(EMPTY, title="Mine"), changed(EMPTY, title="Theirs")).record
    (clash,) = both.clashes
    for way in (keep, take_other):
        settled = applied(both, way(both, clash.id))
        outcome = merged(both, settled, changed(both, reference="R-1"))
        assert outcome.record == changed(settled, reference="R-1")


def test_what_somebody_goes_on_typing_takes_the_place_of_what_was_kept_of_them() -> None:
    theirs = changed(EMPTY, title="The")
    both = merged(EMPTY, changed(EMPTY, title="Mine, longer"), theirs).record
    assert both.title == "Mine, longer"
    again = merged(theirs, both, changed(theirs, title="Theirs"))
    assert [clash.other for clash in again.record.clashes] == ['{"title":"Theirs"}']


def test_two_versions_with_the_same_clash_found_at_other_times_meet() -> None:
    mine, theirs = changed(EMPTY, title="Mine"), changed(EMPTY, title="Theirs")
    early = merge(EMPTY, mine, theirs, (Origin("A", "1"), Origin("B", "2"))).record
    late = merge(EMPTY, mine, theirs, (Origin("A", "3"), Origin("B", "4"))).record
    outcome = merged(EMPTY, early, late)
    assert [clash.moment for clash in outcome.record.clashes] == ["1"]


def test_a_clash_is_only_open_while_there_is_something_to_decide() -> None:
    base = with_level(EMPTY, "a")
    name = f"{LEVELS}/a/name"
    both = merged(base, replaced(base, name, "One"), replaced(base, name, "Other")).record
    (clash,) = both.clashes
    assert open_clashes(both) == (clash,)
    assert open_clashes(replaced(both, name, "One")) == ()
    assert open_clashes(replaced(both, f"{LEVELS}/a", None)) == ()
    assert open_clashes(replaced(both, name, "A third")) == (clash,)
