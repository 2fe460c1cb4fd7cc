"""Which of the two sides we are: asked once, never printed, not needed by older drafts."""

import pytest

from slaeditor.agreement import Agreement, decode, encode
from slaeditor.document.compose import compose
from slaeditor.document.view import View
from slaeditor.editing.open_draft import OpenDraft
from slaeditor.editing.templates import finished_example
from slaeditor.kinds import Kind, Side, other_party
from slaeditor.paths import replaced
from slaeditor.readiness.findings import findings
from slaeditor.readiness.questions import completeness
from tests.agreements import TODAY


@pytest.mark.parametrize(
    ("ours", "kind", "other"),
    [
        (Side.PROVIDER, Kind.EXTERNAL, "C"),
        (Side.CUSTOMER, Kind.EXTERNAL, "P"),
        (Side.CUSTOMER, Kind.INTERNAL, "P"),
        (Side.PROVIDER, Kind.UC, "C"),
        ("", Kind.EXTERNAL, "C"),
        ("", Kind.UC, "P"),
        ("", "", "C"),
        ("neither", "", "C"),
    ],
)
def test_the_other_party_is_the_side_that_is_not_ours(ours: str, kind: str, other: str) -> None:
    assert other_party("P", "C", ours, kind) == other


def test_our_own_name_is_never_shown_as_the_other_party() -> None:
    assert other_party("P", "", Side.PROVIDER, "") == ""
    assert other_party("P", "", "", "") == "P"


@pytest.mark.parametrize("side", list(Side))
def test_it_changes_nothing_that_is_printed_asked_or_complained_about(side: Side) -> None:
    without = finished_example()
    told = replaced(without, "introduction/ours", side)
    assert compose(told, TODAY) == compose(without, TODAY)
    views = View(told, TODAY), View(without, TODAY)
    assert completeness(views[0]) == completeness(views[1])
    assert findings(views[0]) == findings(views[1])


def test_a_draft_without_it_reads_as_before_and_one_with_it_reads_back() -> None:
    old = {"id": "a", "introduction": {"provider": {"name": "IT"}}}
    assert decode(old).introduction.ours is None
    assert encode(decode(old)) == old
    draft = OpenDraft(Agreement(id="a"), float)
    draft.set_text("introduction/ours", "customer")
    assert decode(encode(draft.agreement)).introduction.ours is Side.CUSTOMER
