"""What two computers changed differently is to be decided before an agreement is ready."""

import msgspec

from slaeditor.agreement import Agreement
from slaeditor.changes import applied
from slaeditor.clashes import Content, clash_between, content_at, keep, paths_of
from slaeditor.finding import Finding, Severity
from tests.unit.readiness.asking import LEADS, finished, found_in


def with_clash(path: str, *, is_gone: bool = False) -> Agreement:
    """A finished agreement whose value at a path another computer has cleared, or removed."""
    agreement = finished(LEADS)
    here = content_at(agreement, paths_of(Agreement, path))
    other: Content | None = None if is_gone else {}
    clash = clash_between(path, here, other, "Anna’s laptop", "2026-11-24T10:15:00+00:00")
    return msgspec.structs.replace(agreement, clashes=(clash,))


def clashes_of(agreement: Agreement) -> list[Finding]:
    return [each for each in found_in(agreement) if each.rule == "clash"]


def test_a_value_with_two_versions_blocks() -> None:
    (found,) = clashes_of(with_clash("title"))
    assert found.severity is Severity.BLOCKER
    assert found.path == "title"
    assert found.sentence == (
        "Introduction › Title: changed on both sides. Compare the two versions and choose one."
    )


def test_a_value_of_several_fields_is_named_as_one() -> None:
    (found,) = clashes_of(with_clash("duration/term"))
    assert found.path == "duration/term"
    assert found.sentence.startswith("Duration: changed on both sides.")


def test_an_item_that_is_gone_there_is_named() -> None:
    agreement = finished(LEADS)
    level = agreement.metrics.levels[0]
    (found,) = clashes_of(with_clash(f"metrics/levels/{level.id}", is_gone=True))
    assert f"Service levels › {level.name}: changed here and removed" in found.sentence


def test_what_is_decided_is_no_finding() -> None:
    agreement = with_clash("title")
    settled = applied(agreement, keep(agreement, agreement.clashes[0].id))
    assert clashes_of(settled) == []
