"""The daily back-up: only what changed, never a damaged draft, and old versions thinned out."""

import os
import stat
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from slaeditor.library import backup
from slaeditor.library.backup import (
    Plan,
    back_up,
    choose_folder,
    is_due,
    plan_of,
    superfluous_days,
    target_of,
)
from slaeditor.library.drafts import Library
from tests.unit.library.samples import sample, titled

NOW = datetime(2027, 3, 4, 12, 0, tzinfo=UTC)
NEXT = NOW + timedelta(days=1)


@pytest.fixture
def stick(tmp_path: Path, library: Library) -> Path:
    """A folder that was chosen for the back-up of a library with two drafts."""
    stick = tmp_path / "stick"
    stick.mkdir()
    for name in ("one", "two"):
        library.create(sample(name))
    library.history("one").add(sample("one"), "Opened", "opened")
    choose_folder(library.local, stick)
    return stick


def copies(library: Library) -> list[str]:
    """Every file of the back-up, by day."""
    target = target_of(plan_of(library.local), library.local)
    return sorted(str(path.relative_to(target)) for path in target.rglob("*") if path.is_file())


def run(library: Library, now: datetime = NOW) -> backup.Outcome:
    return back_up(library.folder, library.local, now)


def test_without_a_folder_nothing_happens(library: Library) -> None:
    library.create(sample())
    assert not is_due(plan_of(library.local), NOW)
    assert run(library) == backup.Outcome()


def test_the_first_one_copies_everything_for_the_owner_alone(library: Library, stick: Path) -> None:
    assert is_due(plan_of(library.local), NOW)
    before = os.umask(0)
    try:
        assert run(library).copied == 3
    finally:
        os.umask(before)
    assert [each for each in copies(library) if "drafts" in each] == [
        "2027-03-04/drafts/one.json",
        "2027-03-04/drafts/two.json",
    ]
    for path in stick.rglob("*"):
        wanted = 0o700 if path.is_dir() else 0o600
        assert stat.S_IMODE(path.stat().st_mode) == wanted
    assert not is_due(plan_of(library.local), NOW)
    assert is_due(plan_of(library.local), NEXT)


def test_later_only_what_changed_is_copied(library: Library, stick: Path) -> None:
    run(library)
    library.open("two")
    library.save("two", titled(sample("two"), "New"))
    assert run(library, NEXT).copied == 1
    assert copies(library)[-1] == "2027-03-05/drafts/two.json"
    assert run(library, NEXT) == backup.Outcome()


def test_a_copy_that_was_deleted_is_made_again(library: Library, stick: Path) -> None:
    run(library)
    target = target_of(plan_of(library.local), library.local)
    (target / "2027-03-04" / "drafts" / "one.json").unlink()
    assert run(library, NEXT).copied == 1


def test_a_damaged_draft_never_takes_the_place_of_a_good_copy(
    library: Library, stick: Path
) -> None:
    run(library)
    good = library.folder / "drafts" / "one.json"
    good.write_bytes(good.read_bytes()[:-40])
    outcome = run(library, NEXT)
    assert outcome.copied == 0
    assert "The back-up is not complete" in outcome.problem
    assert "ends in the middle" in outcome.problem
    assert plan_of(library.local).problem == outcome.problem
    assert is_due(plan_of(library.local), NEXT)


def test_a_stick_that_isn_t_there_is_no_fault_and_makes_no_folder(
    library: Library, stick: Path
) -> None:
    stick.rmdir()
    outcome = run(library)
    assert outcome.is_missing
    assert "isn't there" in outcome.problem
    assert not stick.exists()
    stick.mkdir()
    assert run(library).copied == 3
    assert plan_of(library.local).problem == ""


def test_a_copy_opens_by_itself(library: Library, stick: Path) -> None:
    from slaeditor.library.drafts import open_file

    run(library)
    target = target_of(plan_of(library.local), library.local)
    assert open_file(target / "2027-03-04" / "drafts" / "one.json").draft == sample("one")


def test_what_can_t_be_written_is_told_and_made_up_for(library: Library, stick: Path) -> None:
    (stick / backup.FOLDER).write_bytes(b"in the way")
    outcome = run(library)
    assert "not complete" in outcome.problem
    (stick / backup.FOLDER).unlink()
    assert run(library).copied == 3


def test_another_folder_begins_anew(library: Library, stick: Path, tmp_path: Path) -> None:
    run(library)
    other = tmp_path / "other"
    other.mkdir()
    choose_folder(library.local, other)
    assert run(library).copied == 3
    choose_folder(library.local, None)
    assert plan_of(library.local) == Plan()


def test_a_plan_that_can_t_be_read_is_none(library: Library, stick: Path) -> None:
    (library.local / "backup.json").write_bytes(b"[" * 100)
    assert plan_of(library.local) == Plan()


def test_a_month_of_days_then_months_then_years_are_kept() -> None:
    today = date(2027, 3, 4)
    days = [today - timedelta(days=age) for age in range(1500)]
    kept = sorted(set(days) - set(superfluous_days(days, today)), reverse=True)
    assert kept[:31] == days[:31]
    later = kept[31:]
    assert len([each for each in later if (today - each).days <= backup.MONTHLY_DAYS]) <= 13
    assert len(later) <= 13 + 5


@given(some.lists(some.dates(date(2020, 1, 1), date(2027, 3, 4)), min_size=1, unique=True))
def test_the_newest_copy_is_never_superfluous(days: list[date]) -> None:
    gone = superfluous_days(days, date(2027, 3, 4))
    assert max(days) not in gone
    again = superfluous_days([each for each in days if each not in gone], date(2027, 3, 4))
    assert again == []


def test_old_copies_go_and_their_folders_with_them(library: Library, stick: Path) -> None:
    for age in (400, 395, 60, 59, 0):
        library.open("one")
        library.save("one", titled(sample("one"), f"{age} days ago"))
        run(library, NOW - timedelta(days=age))
    found = [each[:10] for each in copies(library) if each.endswith("drafts/one.json")]
    assert found == ["2026-02-02", "2027-01-04", "2027-03-04"]
    target = target_of(plan_of(library.local), library.local)
    assert all(any(day.rglob("*.json*")) for day in target.iterdir())
