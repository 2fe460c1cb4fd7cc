"""A value or a section of an earlier state comes back, and the rest stays as it is."""

import pytest
from hypothesis import HealthCheck, given, settings

from slaeditor.agreement import SECTIONS, Agreement
from slaeditor.changes import diff
from slaeditor.editing.open_draft import OpenDraft
from slaeditor.editing.taking_back import (
    changes_back,
    of_section,
    of_values,
    section_of,
    section_of_clause,
    taken_back,
)
from slaeditor.editing.templates import finished_example
from tests.properties.revised import revisions

EARLIER = finished_example()


@pytest.fixture
def draft() -> OpenDraft:
    """The agreement after some edits in three sections."""
    draft = OpenDraft(EARLIER, lambda: 0.0)
    draft.set_text("title", "Web shop")
    draft.set_text("duration/notice/length", "75")
    draft.set_text("duration/review/every", "3")
    draft.remove("metrics/levels/response")
    draft.set_text("metrics/levels/availability/name", "Uptime")
    return draft


def with_section(now: Agreement, section: str) -> Agreement:
    """The agreement with a section as it was."""
    return taken_back(now, of_section(changes_back(now, EARLIER), section))


def with_values(now: Agreement, *paths: str) -> Agreement:
    """The agreement with values as they were."""
    return taken_back(now, of_values(changes_back(now, EARLIER), paths))


def test_a_section_comes_back_whole_and_no_other_with_it(draft: OpenDraft) -> None:
    now = draft.agreement
    back = with_section(now, "duration")
    assert back.duration == EARLIER.duration
    assert {each.path for each in diff(now, back)} == {
        "duration/notice/length",
        "duration/review/every",
    }


def test_a_value_comes_back_alone(draft: OpenDraft) -> None:
    back = with_values(draft.agreement, "duration/notice/length")
    assert back.duration.notice == EARLIER.duration.notice
    assert back.duration.review.every == 3


def test_an_item_that_was_removed_comes_back_to_its_place(draft: OpenDraft) -> None:
    back = with_values(draft.agreement, "metrics/levels/response/target")
    assert [each.id for each in back.metrics.levels] == [each.id for each in EARLIER.metrics.levels]
    assert back.metrics.levels[0].name == "Uptime"


def test_an_item_that_was_added_since_goes(draft: OpenDraft) -> None:
    new = draft.add("metrics/levels")
    back = with_values(draft.agreement, f"metrics/levels/{new}/name")
    assert new not in {each.id for each in back.metrics.levels}


def test_what_was_typed_and_cannot_be_read_goes_with_its_value(draft: OpenDraft) -> None:
    draft.enter("duration/notice/length", "two moons")
    back = with_values(draft.agreement, "duration/notice/length")
    assert back.entered == {}
    assert back.duration.notice == EARLIER.duration.notice


def test_the_halves_of_a_compound_value_come_back_together(draft: OpenDraft) -> None:
    draft.set_text("duration/notice/unit", "months")
    back = with_values(draft.agreement, "duration/notice/unit")
    assert back.duration.notice == EARLIER.duration.notice


def test_the_title_belongs_to_the_first_screen(draft: OpenDraft) -> None:
    assert with_section(draft.agreement, "introduction").title == EARLIER.title


@pytest.mark.parametrize(
    ("path", "section"),
    [
        ("duration/notice/length", "duration"),
        ("title", "introduction"),
        ("metrics/levels/any/target", "metrics"),
        ("clauses/duration.renewal", "duration"),
        ("comments/one", ""),
        ("wording", ""),
    ],
)
def test_a_path_names_the_screen_that_asks_for_it(path: str, section: str) -> None:
    assert section_of(path) == section


def test_a_clause_before_the_first_section_belongs_to_the_first_screen() -> None:
    assert section_of_clause("cover.title") == "introduction"
    assert section_of_clause("signatures.lead") == "people"


@settings(suppress_health_check=list(HealthCheck))
@given(revisions())
def test_all_sections_together_give_back_every_field(pair: tuple[Agreement, Agreement]) -> None:
    earlier, now = pair
    for section in SECTIONS:
        now = taken_back(now, of_section(changes_back(now, earlier), section))
        assert of_section(changes_back(now, earlier), section) == ()
    assert all(section_of(each.path) == "" for each in changes_back(now, earlier))
