"""The marked document: its marks are the changes found, and it holds both texts."""

from collections.abc import Iterator
from datetime import date

from hypothesis import HealthCheck, given, settings

from slaeditor.agreement import Agreement
from slaeditor.blocks import Document, Part, Span
from slaeditor.document.comparing import compare
from slaeditor.document.comparison import Comparison
from slaeditor.document.compose import compose
from slaeditor.document.terms import spans_of
from slaeditor.editing.open_draft import OpenDraft
from slaeditor.editing.templates import finished_example
from slaeditor.textdiff import Fate
from tests.properties.revised import revisions
from ui.compare.laying import Laid, laid_out, marked_parts
from ui.compare.marked import Aside, Marked, MarkedNumber, Marker
from ui.preview.entries import Entry

TODAY = date(2026, 11, 24)

slow_to_draw = settings(suppress_health_check=list(HealthCheck))


def marked(old: Document, new: Document) -> tuple[Comparison, Marker, list[Part]]:
    """The comparison of two documents with its marks."""
    comparison, marker = compare(old, new), Marker()
    return comparison, marker, marked_parts(comparison, marker)


def spans(parts: list[Part]) -> Iterator[Span]:
    """Every span of the parts, in order."""
    for part in parts:
        for block in part.blocks:
            yield from spans_of(block)


def text(parts: list[Part], without: Fate) -> str:
    """What the parts say on one side, without blanks, numbers and what the program adds."""
    told = (
        span.text
        for span in spans(parts)
        if not isinstance(span, Aside | MarkedNumber)
        and not (isinstance(span, Marked) and span.fate is without)
    )
    return "".join("".join(told).split())


def laid(old: Agreement, new: Agreement) -> Laid:
    """What the paper shows of what became of an agreement."""
    before, after = compose(old, TODAY), compose(new, TODAY)
    comparison, marker, parts = marked(before, after)
    return laid_out(comparison, after, marker, parts)


def words(entries: tuple[Entry, ...]) -> str:
    """What pieces of the paper say."""
    return "\n".join("".join(span.text for span in spans_of(entry.block)) for entry in entries)


@slow_to_draw
@given(revisions())
def test_each_change_found_is_marked_with_its_number(pair: tuple[Agreement, Agreement]) -> None:
    comparison, marker, parts = marked(*(compose(each, TODAY) for each in pair))
    numbers = {span.number for span in spans(parts) if isinstance(span, Marked)}
    assert len(marker.paths) == len(comparison.differences)
    assert numbers == set(range(1, len(comparison.differences) + 1))


@slow_to_draw
@given(revisions())
def test_only_the_changes_have_every_mark_of_the_whole(
    pair: tuple[Agreement, Agreement],
) -> None:
    found = laid(*pair)
    marks = [
        [span for entry in entries for span in spans_of(entry.block) if isinstance(span, Marked)]
        for entries in (found.changes, found.whole)
    ]
    assert marks[0] == marks[1]


def test_the_marks_hold_the_old_text_and_the_new_one() -> None:
    old = finished_example()
    draft = OpenDraft(old, lambda: 0.0)
    draft.set_text("duration/notice/length", "75")
    draft.remove("metrics/levels/response")
    _, _, parts = marked(compose(old, TODAY), compose(draft.agreement, TODAY))
    assert "atleast75daysbefore" in text(parts, Fate.REMOVED)
    assert "atleast60daysbefore" in text(parts, Fate.ADDED)
    assert "Responsetoasupportrequest" in text(parts, Fate.ADDED)
    assert "Responsetoasupportrequest" not in text(parts, Fate.REMOVED)


def test_a_change_is_shown_below_its_headings_and_with_the_clause_it_hangs_on() -> None:
    old = finished_example()
    draft = OpenDraft(old, lambda: 0.0)
    draft.set_text("scope/maintenance/cap_hours", "9")
    lines = words(laid(old, draft.agreement).changes).splitlines()
    assert lines[0] == "Scope"
    assert lines[1].startswith("The Provider may interrupt the Services")
    assert len(lines) == 3


def test_rows_that_are_the_same_are_counted() -> None:
    old = finished_example()
    draft = OpenDraft(old, lambda: 0.0)
    draft.set_text("metrics/levels/response/name", "First answer")
    shown = words(laid(old, draft.agreement).changes)
    assert "2 more rows are the same." in shown
    assert "Restoration after a stop" not in shown


def test_two_equal_documents_have_nothing_to_show() -> None:
    found = laid(finished_example(), finished_example())
    assert found.changes == ()
    assert found.places == ()
    assert len(found.whole) > 100


def test_a_change_tells_where_it_stands_and_which_values_it_is_about() -> None:
    old = finished_example()
    draft = OpenDraft(old, lambda: 0.0)
    draft.set_text("duration/notice/length", "75")
    first = laid(old, draft.agreement).places[0]
    assert (first.old, first.new) == ("60", "75")
    assert first.where == "3 Term and termination, 3.3"
    assert first.paths == ("duration/notice/length",)
