"""The points that nobody asks for, while an agreement is open."""

from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import msgspec
import pytest

from slaeditor.agreement import Agreement, encode
from slaeditor.editing.sitting import EVERY, THIN_AFTER, Sitting
from slaeditor.kinds import Status
from slaeditor.library.drafts import History

OPENED = Agreement(id="one", title="Opened")


class Seconds:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Seconds:
    """The clock of a sitting."""
    return Seconds()


@pytest.fixture
def history(tmp_path: Path) -> History:
    """The history of the agreement that is open."""
    return History(tmp_path / "history", "one", tmp_path / "local")


@pytest.fixture
def sitting(clock: Seconds, history: History) -> Sitting:
    """A sitting that has just begun."""
    return Sitting(OPENED, lambda: history, clock)


def saved(sitting: Sitting, title: str, status: Status | None = None) -> str:
    """An edit that was saved."""
    sitting.note_change()
    agreement = msgspec.structs.replace(OPENED, title=title, status=status)
    return sitting.note_saved(encode(agreement))


def made(history: History) -> list[tuple[str, str]]:
    """Kind and label of the points, oldest first."""
    return [(point.kind, point.label) for point in history.points()[::-1]]


def test_every_ten_minutes_of_editing_make_a_point(
    sitting: Sitting, clock: Seconds, history: History
) -> None:
    for number in range(26):
        saved(sitting, f"At minute {number}")
        clock.now += 60
    assert made(history) == [("automatic", "While editing")] * 2
    titles = [history.at(point.id)["title"] for point in history.points()[::-1]]
    assert titles == ["At minute 10", "At minute 21"]


def test_time_without_an_edit_makes_no_point(
    sitting: Sitting, clock: Seconds, history: History
) -> None:
    saved(sitting, "Once")
    clock.now += 5 * EVERY
    assert made(history) == []
    saved(sitting, "Much later")
    clock.now += 5 * EVERY
    assert made(history) == [("automatic", "While editing")]


def test_a_point_made_on_purpose_counts_too(
    sitting: Sitting, clock: Seconds, history: History
) -> None:
    saved(sitting, "Once")
    clock.now += EVERY - 1
    sitting.note_point()
    saved(sitting, "Again")
    clock.now += 2
    saved(sitting, "Once more")
    assert made(history) == []


def test_a_new_status_is_a_point_at_once(sitting: Sitting, history: History) -> None:
    saved(sitting, "Sent", Status.LEGAL_REVIEW)
    saved(sitting, "Sent, and edited", Status.LEGAL_REVIEW)
    saved(sitting, "Agreed", Status.AGREED)
    assert made(history) == [("status", "Status: With legal"), ("status", "Status: Agreed")]


def test_a_draft_without_a_status_is_a_draft(sitting: Sitting, history: History) -> None:
    saved(sitting, "Still one", Status.DRAFT)
    assert made(history) == []


def test_what_was_shown_for_reading_begins_with_what_stands_there_then(
    sitting: Sitting, history: History
) -> None:
    agreed = msgspec.structs.replace(OPENED, title="Agreed elsewhere", status=Status.AGREED)
    sitting.begin(agreed)
    assert sitting.opened == agreed
    saved(sitting, "Edited", Status.AGREED)
    assert made(history) == []


def test_a_point_that_could_not_be_made_is_told_once_and_made_later(
    sitting: Sitting, history: History
) -> None:
    history.path.parent.write_bytes(b"in the way")
    assert "its folder is a file" in saved(sitting, "Agreed", Status.AGREED)
    assert saved(sitting, "Agreed still", Status.AGREED) == ""
    history.path.parent.unlink()
    assert saved(sitting, "Agreed and kept", Status.AGREED) == ""
    assert made(history) == [("status", "Status: Agreed")]


def test_old_points_are_thinned_once_a_minute_after_the_start(
    tmp_path: Path, clock: Seconds
) -> None:
    long_ago = (datetime.now(UTC) - timedelta(days=100)).replace(minute=0)
    for number in range(30):
        old = partial(lambda wait: long_ago + timedelta(minutes=wait), number)
        history = History(tmp_path / "history", "one", tmp_path / "local", clock=old)
        history.add(encode(Agreement(id="one", title=str(number))), "While editing", "automatic")
    fresh = partial(History, tmp_path / "history", "one", tmp_path / "local")
    sitting = Sitting(OPENED, fresh, clock)
    saved(sitting, "At the start")
    sitting.close()
    assert len(fresh().points()) == 30
    clock.now += THIN_AFTER
    saved(sitting, "Later")
    sitting.close()
    assert [fresh().at(point.id)["title"] for point in fresh().points()] == ["29", "0"]
