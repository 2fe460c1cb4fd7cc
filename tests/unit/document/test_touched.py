"""What an edit touches is found without looking at what it leaves alone."""

import pytest

from slaeditor.document.touched import touched
from slaeditor.editing.open_draft import OpenDraft
from slaeditor.editing.templates import finished_example
from slaeditor.errors import UnknownPath
from slaeditor.paths import place_at, value_at, walk


@pytest.fixture
def draft() -> OpenDraft:
    return OpenDraft(finished_example(), lambda: 0.0)


def after(draft: OpenDraft, *edit: str) -> frozenset[str]:
    before = draft.agreement
    draft.enter(*edit)
    return touched(before, draft.agreement)


def test_nothing_is_touched_without_an_edit(draft: OpenDraft) -> None:
    assert touched(draft.agreement, draft.agreement) == frozenset()


def test_an_edit_touches_its_path_and_the_records_around_it(draft: OpenDraft) -> None:
    assert after(draft, "metrics/levels/response/name", "First answer") == {
        "metrics",
        "metrics/levels/response",
        "metrics/levels/response/name",
    }


def test_the_same_number_with_another_digit_is_touched(draft: OpenDraft) -> None:
    path = "metrics/levels/availability/target"
    assert path in after(draft, path, "99.50")


def test_a_text_that_cannot_be_read_touches_the_path_it_was_typed_at(draft: OpenDraft) -> None:
    path = "duration/notice/length"
    assert {path, f"entered/{path}"} <= after(draft, path, "soon")
    assert {path, f"entered/{path}"} <= after(draft, path, "sooner")


def test_an_item_that_goes_touches_its_list_and_all_below_it(draft: OpenDraft) -> None:
    before = draft.agreement
    at = "metrics/levels/response"
    draft.remove(at)
    changed = touched(before, draft.agreement)
    assert {"metrics/levels", at} <= changed
    assert {place.path for place in walk(before) if place.path.startswith(f"{at}/")} <= changed
    assert touched(draft.agreement, before) == changed


def test_another_order_touches_the_list_alone(draft: OpenDraft) -> None:
    before = draft.agreement
    draft.move("metrics/levels/response", 1)
    assert touched(before, draft.agreement) == {"metrics", "metrics/levels"}


def test_what_is_not_touched_says_the_same(draft: OpenDraft) -> None:
    before = draft.agreement
    draft.remove("scope/services/support")
    draft.enter("introduction/provider/name", "Another")
    draft.add("introduction/signatories", texts={"side": "provider", "name": "A. Third"})
    changed = touched(before, draft.agreement)
    for place in walk(before):
        if place.path not in changed:
            assert value_at(draft.agreement, place.path) is value_at(before, place.path) or (
                place.is_list and value_at(draft.agreement, place.path) == place.value
            )
    for place in walk(draft.agreement):
        if place.path not in changed:
            try:
                place_at(before, place.path)
            except UnknownPath:
                pytest.fail(f"{place.path} came without being touched")
