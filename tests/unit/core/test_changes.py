"""Differences, their inverse, and three-way merges by path."""

from decimal import Decimal

from slaeditor.agreement import Agreement
from slaeditor.changes import applied, diff, inverted, merge
from slaeditor.paths import inserted, replaced, value_at
from slaeditor.sections.metrics.level import Level
from slaeditor.units import PeriodUnit

EMPTY = Agreement(id="a")


def changed(agreement: Agreement, **values: object) -> Agreement:
    for path, value in values.items():
        agreement = replaced(agreement, path.replace("__", "/"), value)
    return agreement


def with_level(agreement: Agreement, level_id: str, after: str | None = None) -> Agreement:
    return inserted(agreement, "metrics/levels", Level(id=level_id, name=level_id), after)


def test_only_what_changed_is_a_change() -> None:
    new = changed(EMPTY, title="Payroll", duration__notice__length=60)
    assert [(c.path, c.after) for c in diff(EMPTY, new)] == [
        ("title", "Payroll"),
        ("duration/notice/length", 60),
    ]


def test_a_decimal_written_differently_is_a_change() -> None:
    old = replaced(with_level(EMPTY, "a"), "metrics/levels/a/target", Decimal("99.5"))
    new = replaced(old, "metrics/levels/a/target", Decimal("99.50"))
    assert [c.path for c in diff(old, new)] == ["metrics/levels/a/target"]


def test_removing_an_item_says_nothing_about_order() -> None:
    old = with_level(with_level(with_level(EMPTY, "a"), "b"), "c")
    new = replaced(old, "metrics/levels/a", None)
    assert [c.path for c in diff(old, new)] == ["metrics/levels/a"]


def test_taking_changes_back_gives_the_old_agreement_items_in_place() -> None:
    old = with_level(with_level(with_level(EMPTY, "a"), "b"), "c")
    new = replaced(old, "metrics/levels/b", None)
    new = changed(with_level(new, "d", "a"), title="x")
    changes = diff(old, new)
    assert applied(old, changes) == new
    assert applied(new, inverted(changes)) == old


def test_edits_of_different_fields_both_count() -> None:
    merged = merge(EMPTY, changed(EMPTY, title="Mine"), changed(EMPTY, reference="R-1"))
    assert (merged.record.title, merged.record.reference) == ("Mine", "R-1")
    assert merged.conflicts == ()


def test_the_same_field_edited_twice_is_a_conflict_and_mine_stays_until_decided() -> None:
    merged = merge(EMPTY, changed(EMPTY, title="Mine"), changed(EMPTY, title="Theirs"))
    assert merged.record.title == "Mine"
    assert [(c.path, c.mine, c.theirs) for c in merged.conflicts] == [("title", "Mine", "Theirs")]


def test_the_same_edit_on_both_sides_is_none() -> None:
    both = changed(EMPTY, title="Same")
    assert merge(EMPTY, both, both).conflicts == ()


def test_a_term_changed_in_two_leaves_is_one_conflict() -> None:
    base = changed(EMPTY, duration__term__length=24, duration__term__unit=PeriodUnit.MONTHS)
    mine = changed(base, duration__term__length=2, duration__term__unit=PeriodUnit.YEARS)
    theirs = changed(base, duration__term__length=36)
    merged = merge(base, mine, theirs)
    assert [c.path for c in merged.conflicts] == ["duration/term"]
    assert value_at(merged.record, "duration/term/length") == 2


def test_two_items_appended_on_two_sides_do_not_conflict() -> None:
    base = with_level(EMPTY, "a")
    merged = merge(base, with_level(base, "b"), with_level(base, "c"))
    assert set(value_at(merged.record, "metrics/levels")) == {"a", "b", "c"}
    assert merged.conflicts == ()


def test_an_edit_wins_over_a_removal_whichever_side_removed() -> None:
    base = with_level(EMPTY, "a")
    removed = replaced(base, "metrics/levels/a", None)
    edited = replaced(base, "metrics/levels/a/name", "edited")
    for mine, theirs in ((removed, edited), (edited, removed)):
        merged = merge(base, mine, theirs)
        assert value_at(merged.record, "metrics/levels/a/name") == "edited"
        assert len(merged.conflicts) == 1


def test_a_removal_that_nobody_edited_is_taken() -> None:
    base = with_level(EMPTY, "a")
    merged = merge(base, changed(base, title="x"), replaced(base, "metrics/levels/a", None))
    assert value_at(merged.record, "metrics/levels") == ()
    assert merged.conflicts == ()


def test_both_removing_the_same_item_is_no_conflict() -> None:
    base = with_level(EMPTY, "a")
    removed = replaced(base, "metrics/levels/a", None)
    assert merge(base, removed, removed).conflicts == ()


def test_a_value_here_and_unreadable_text_for_it_there_are_a_conflict() -> None:
    mine = changed(EMPTY, duration__notice__length=60)
    theirs = replaced(EMPTY, "entered/duration/notice/length", "sixty or so")
    merged = merge(EMPTY, mine, theirs)
    assert [conflict.path for conflict in merged.conflicts] == ["duration/notice"]
    assert merged.record == mine


def test_text_typed_into_an_item_that_i_removed_comes_back_with_the_item() -> None:
    base = with_level(EMPTY, "a")
    mine = replaced(base, "metrics/levels/a", None)
    theirs = replaced(base, "entered/metrics/levels/a/target", "most")
    merged = merge(base, mine, theirs)
    assert [conflict.path for conflict in merged.conflicts] == ["metrics/levels/a"]
    assert merged.record == theirs
