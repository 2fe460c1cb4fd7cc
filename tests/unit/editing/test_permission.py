"""A draft that may only be read refuses every edit; what comes from elsewhere still shows."""

import pytest

from slaeditor.editing.open_draft import OpenDraft
from slaeditor.editing.templates import new_agreement, template
from slaeditor.errors import ReadOnly, Refused


@pytest.fixture
def draft() -> OpenDraft:
    """A draft with one step that could be undone."""
    draft = OpenDraft(new_agreement(template("internal-blank")), lambda: 0.0)
    draft.enter("title", "Payroll")
    return draft


def test_it_is_given_at_first(draft: OpenDraft) -> None:
    assert draft.permission.is_given
    draft.permission.require()


def test_a_refusal_stops_edits_and_undo_with_its_sentence(draft: OpenDraft) -> None:
    before = draft.agreement
    draft.permission.refuse("Somebody has it open.")
    for edit in (lambda: draft.enter("title", "Other"), draft.undo, draft.redo):
        with pytest.raises(ReadOnly, match=r"Somebody has it open\."):
            edit()
    assert draft.agreement is before
    assert draft.undo_stack.undo_label
    assert issubclass(ReadOnly, Refused)


def test_an_edit_that_changes_nothing_is_no_edit(draft: OpenDraft) -> None:
    draft.permission.refuse("Somebody has it open.")
    draft.enter("title", "Payroll")


def test_what_comes_from_elsewhere_shows_all_the_same(draft: OpenDraft) -> None:
    other = OpenDraft(draft.agreement, lambda: 0.0)
    other.enter("title", "Pay run")
    draft.permission.refuse("Somebody has it open.")
    draft.take_outside(other.agreement)
    assert draft.agreement.title == "Pay run"


def test_whoever_listens_hears_of_each_change_once(draft: OpenDraft) -> None:
    heard: list[str] = []
    stop = draft.permission.subscribe(lambda: heard.append(draft.permission.sentence))
    for sentence in ("One.", "One.", "Two."):
        draft.permission.refuse(sentence)
    draft.permission.give()
    draft.permission.give()
    stop()
    draft.permission.refuse("Three.")
    assert heard == ["One.", "Two.", ""]
