"""Saving on the writer's thread."""

import errno
import threading
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from slaeditor.errors import ChangedOutside, SaveFailed, SlaError
from slaeditor.files import FileSystem
from slaeditor.library.drafts import Library
from slaeditor.library.writer import Writer
from tests.unit.library.samples import sample, titled


class Disk(FileSystem):
    """A file system that can be made full, or be held up, while the test looks."""

    def __init__(self) -> None:
        self.is_full = self.is_broken = False
        self.is_free = threading.Event()
        self.is_free.set()
        self.syncs = 0

    def write(self, descriptor: int, data: bytes) -> int:
        if self.is_broken:
            raise ZeroDivisionError
        if self.is_full:
            raise OSError(errno.ENOSPC, "No space left on device")
        return super().write(descriptor, data)

    def sync(self, descriptor: int) -> None:
        self.syncs += 1
        self.is_free.wait(10)
        super().sync(descriptor)


class Desk:
    """A writer for the draft "one", and what it reported."""

    def __init__(self, folder: Path, local: Path, back_off: tuple[float, ...] = ()) -> None:
        self.disk = Disk()
        self.library = Library(folder, local, self.disk)
        self.library.create(sample())
        self.saved: list[datetime] = []
        self.failed: list[SlaError] = []
        stored = self.library.open("one")
        self.writer = Writer(stored, self.saved.append, self.failed.append, back_off)

    def stored_title(self) -> Any:
        """What the file says now."""
        return Library(self.library.folder, self.library.local).open("one").draft["title"]


@pytest.fixture
def desk(folder: Path, local: Path) -> Iterator[Desk]:
    desk = Desk(folder, local)
    yield desk
    desk.disk.is_free.set()
    desk.disk.is_full = False
    desk.writer.close(5)


def test_what_is_submitted_is_saved_and_reported(desk: Desk) -> None:
    desk.writer.submit(titled(sample(), "First"), complete="1/5")
    assert desk.writer.flush(5)
    assert not desk.writer.pending
    assert desk.stored_title() == "First"
    assert desk.library.summaries().drafts[0].complete == "1/5"
    assert len(desk.saved) == 1
    assert desk.saved[0].tzinfo is not None


def test_submitting_answers_while_the_disk_is_slow(desk: Desk) -> None:
    desk.disk.is_free.clear()
    for number in range(100):
        desk.writer.submit(titled(sample(), f"State {number}"))
    assert desk.writer.pending
    assert not desk.writer.flush(0.05)
    before = desk.disk.syncs
    desk.disk.is_free.set()
    assert desk.writer.flush(5)
    assert desk.stored_title() == "State 99"
    assert desk.disk.syncs - before <= 2  # what lay between was skipped


def test_nothing_to_save_needs_no_thread(desk: Desk) -> None:
    assert desk.writer.flush(0)
    assert desk.writer.close(0)
    assert "draft writer" not in {thread.name for thread in threading.enumerate()}


def test_a_failed_save_is_kept_told_copied_and_saved_later(desk: Desk) -> None:
    desk.disk.is_full = True
    desk.writer.submit(titled(sample(), "Unsaved"))
    assert not desk.writer.flush(5)
    assert desk.writer.pending
    assert desk.saved == []
    assert isinstance(desk.failed[-1], SaveFailed)
    assert "the disk is full" in str(desk.failed[-1])
    assert desk.stored_title() == "Hosting"
    desk.disk.is_full = False
    desk.writer.retry()
    assert desk.writer.flush(5)
    assert desk.stored_title() == "Unsaved"
    assert len(desk.saved) == 1


def test_a_state_that_failed_gives_way_to_a_newer_one(desk: Desk) -> None:
    desk.disk.is_full = True
    desk.writer.submit(titled(sample(), "Older"))
    desk.writer.flush(5)
    desk.disk.is_full = False
    desk.writer.submit(titled(sample(), "Newer"))
    assert desk.writer.flush(5)
    assert desk.stored_title() == "Newer"


def test_the_clock_tries_again(folder: Path, local: Path) -> None:
    desk = Desk(folder, local, back_off=(0.01, 0.02))
    told = threading.Event()
    desk.writer = Writer(
        desk.library.open("one"), lambda when: told.set(), desk.failed.append, (0.01, 0.02)
    )
    desk.disk.is_full = True
    desk.writer.submit(titled(sample(), "Unsaved"))
    while len(desk.failed) < 4:
        assert not told.wait(0.01)
    desk.disk.is_full = False
    assert told.wait(5)
    assert desk.stored_title() == "Unsaved"
    assert desk.writer.close(5)


def test_an_outside_change_is_told_and_both_versions_stay(
    desk: Desk, folder: Path, local: Path
) -> None:
    Library(folder, local).save("one", titled(sample(), "Theirs"))
    desk.writer.submit(titled(sample(), "Mine"))
    assert not desk.writer.close(5)
    assert isinstance(desk.failed[-1], ChangedOutside)
    assert "A copy is kept" in str(desk.failed[-1])
    assert desk.stored_title() == "Theirs"
    (copy,) = Library(folder, local).recoveries()
    assert copy.draft["title"] == "Mine"


def test_what_could_not_be_saved_is_offered_at_the_next_start(folder: Path, local: Path) -> None:
    desk = Desk(folder, local)
    (folder / "drafts").rename(folder / "gone")  # the disk with the library was taken out
    (folder / "drafts").write_bytes(b"")
    desk.writer.submit(titled(sample(), "Unsaved"))
    assert not desk.writer.close(5)
    (folder / "drafts").unlink()
    (folder / "gone").rename(folder / "drafts")
    library = Library(folder, local)
    (copy,) = library.recoveries()
    assert (copy.id, copy.title, copy.draft["title"]) == ("one", "Unsaved", "Unsaved")
    stored = library.open("one")
    assert stored.recovered() == copy
    stored.save(copy.draft)
    assert library.recoveries() == []  # it says what the draft says
    copy.discard()
    copy.discard()
    assert stored.recovered() is None


def test_a_copy_is_taken_away_once_a_save_works(desk: Desk, folder: Path, local: Path) -> None:
    stored = desk.library.open("one")
    desk.writer = Writer(stored, desk.saved.append, desk.failed.append, ())
    stored.keep_recovery(titled(sample(), "Unsaved"))
    desk.writer.submit(titled(sample(), "Saved"))
    assert desk.writer.flush(5)
    assert Library(folder, local).recoveries() == []


def test_a_draft_that_can_not_be_stored_is_told(desk: Desk) -> None:
    desk.writer.submit({**sample(), "bad": object()})
    assert not desk.writer.flush(5)
    assert "what can't be stored" in str(desk.failed[-1])
    assert "A copy" not in str(desk.failed[-1])
    assert desk.stored_title() == "Hosting"


def test_a_closed_writer_saves_again_when_asked(desk: Desk) -> None:
    desk.writer.submit(titled(sample(), "First"))
    assert desk.writer.close(5)
    desk.writer.submit(titled(sample(), "Second"))
    assert desk.writer.close(5)
    assert desk.stored_title() == "Second"


def test_what_nobody_expected_is_told_and_the_state_is_saved_when_asked_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    fallen: list[object] = []
    monkeypatch.setattr(threading, "excepthook", lambda args: fallen.append(args.exc_value))
    desk.disk.is_broken = True
    desk.writer.submit(titled(sample(), "Kept"))
    assert not desk.writer.flush(5)
    assert "didn't expect" in str(desk.failed[-1])
    assert desk.writer.pending
    desk.disk.is_broken = False
    assert desk.writer.flush(5)
    assert desk.stored_title() == "Kept"
    assert all(isinstance(each, ZeroDivisionError) for each in fallen)
