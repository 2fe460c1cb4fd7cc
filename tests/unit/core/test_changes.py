"""Differences between two states, and their inverse."""

from decimal import Decimal

from slaeditor.agreement import Agreement
from slaeditor.changes import applied, diff, inverted
from slaeditor.paths import inserted, replaced
from slaeditor.sections.metrics.level import Level

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
