"""Edits go in as text at a path; what can't be read is kept as typed."""

import pytest

from slaeditor.agreement import Agreement
from slaeditor.editing.open_draft import Changed, OpenDraft
from slaeditor.errors import Refused, UnknownPath, Unreadable


class Clock:
    """A clock that tests set."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def draft(clock: Clock) -> OpenDraft:
    return OpenDraft(Agreement(id="a"), clock)


def test_readable_text_becomes_a_value(draft: OpenDraft) -> None:
    draft.enter("duration/effective_date", "1 April 2027")
    assert str(draft.agreement.duration.effective_date) == "2027-04-01"
    assert draft.text_at("duration/effective_date") == "1 April 2027"


def test_unreadable_text_stays_as_typed_with_a_sentence(draft: OpenDraft) -> None:
    draft.enter("duration/effective_date", "32 January")
    assert draft.text_at("duration/effective_date") == "32 January"
    assert "31 days" in draft.error_at("duration/effective_date")
    draft.enter("duration/effective_date", "31 January 2027")
    assert draft.error_at("duration/effective_date") == ""
    assert draft.agreement.entered == {}


def test_typing_on_is_one_step_until_a_pause(draft: OpenDraft, clock: Clock) -> None:
    for text in ("P", "Pa", "Pay"):
        draft.enter("title", text)
        clock.now += 0.2
    clock.now += 5
    draft.enter("title", "Payroll")
    draft.undo()
    assert draft.agreement.title == "Pay"
    draft.undo()
    assert draft.agreement.title is None


def test_leaving_a_field_ends_the_step(draft: OpenDraft) -> None:
    draft.enter("title", "P")
    draft.leave_field()
    draft.enter("title", "Pa")
    draft.undo()
    assert draft.agreement.title == "P"


def test_undo_names_what_it_takes_back(draft: OpenDraft) -> None:
    draft.enter("duration/notice/length", "60")
    assert draft.undo_stack.undo_label == "Notice period"


def test_undo_takes_back_only_my_step_after_a_change_from_elsewhere(draft: OpenDraft) -> None:
    draft.enter("title", "Mine")
    other = OpenDraft(draft.agreement, Clock())
    other.enter("reference", "R-1")
    draft.take_outside(other.agreement)
    draft.undo()
    assert (draft.agreement.title, draft.agreement.reference) == (None, "R-1")


def test_an_edit_settles_a_suggestion_and_so_does_keeping_it(draft: OpenDraft) -> None:
    marked = Agreement(id="a", title="T", proposed={"title": "", "reference": ""})
    draft = OpenDraft(marked, Clock())
    draft.enter("title", "Other")
    draft.confirm("reference")
    assert draft.agreement.proposed == {}


def test_removing_an_item_forgets_what_was_typed_in_it(draft: OpenDraft) -> None:
    level = draft.add("metrics/levels")
    draft.enter(f"metrics/levels/{level}/target", "many")
    draft.remove(f"metrics/levels/{level}")
    assert draft.agreement.entered == {}
    draft.undo()
    assert draft.text_at(f"metrics/levels/{level}/target") == "many"


def test_a_copy_of_an_item_stands_behind_it(draft: OpenDraft) -> None:
    first = draft.add("metrics/levels", texts={"name": "Availability"})
    draft.add("metrics/levels")
    copy = draft.duplicate(f"metrics/levels/{first}")
    assert [level.id for level in draft.agreement.metrics.levels][1] == copy
    assert draft.agreement.metrics.levels[1].name == "Availability (copy)"


def test_setting_text_makes_the_items_on_the_way(draft: OpenDraft) -> None:
    draft.set_text("scope/services/pay/name", "Payroll")
    assert draft.agreement.scope.services[0].name == "Payroll"
    draft.set_text("scope/services/pay", "")
    assert draft.agreement.scope.services == ()


@pytest.mark.parametrize(
    ("path", "text", "error"),
    [
        ("nothing/here", "x", UnknownPath),
        ("duration/notice/length", "sixty", Unreadable),
        ("scope/services", "x", Unreadable),
        ("duration/notice", "60 days", Unreadable),
        ("duration/notice", "", Refused),
        ("entered/title", "x", Refused),
        ("scope/services/Not an id/name", "x", Refused),
        ("scope/services/none", "", Refused),
    ],
)
def test_what_cannot_be_set_changes_nothing(
    draft: OpenDraft, path: str, text: str, error: type[Exception]
) -> None:
    with pytest.raises(error):
        draft.set_text(path, text)
    assert draft.agreement == Agreement(id="a")


def test_listeners_hear_what_changed(draft: OpenDraft) -> None:
    heard: list[Changed] = []
    stop = draft.subscribe(heard.append)
    draft.enter("title", "T")
    draft.enter("title", "T")
    stop()
    draft.enter("title", "U")
    assert len(heard) == 1
    assert heard[0].touches("title")
    assert not heard[0].structure
    assert not heard[0].touches("reference")


def test_a_copy_of_an_item_has_what_was_typed_in_it(draft: OpenDraft) -> None:
    level = draft.add("metrics/levels")
    draft.enter(f"metrics/levels/{level}/target", "most of the time")
    copy = draft.duplicate(f"metrics/levels/{level}")
    assert draft.text_at(f"metrics/levels/{copy}/target") == "most of the time"
    draft.undo()
    assert list(draft.agreement.entered) == [f"metrics/levels/{level}/target"]
