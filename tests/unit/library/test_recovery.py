"""What an ended process left behind: removed, and rescued where it holds something newer."""

import os
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from slaeditor.library.draftfile import Header, dumped, packed
from slaeditor.library.drafts import Library, open_file
from tests.unit.library.samples import sample, titled


@pytest.fixture(scope="module")
def dead_pid() -> int:
    """The number of a process that has ended."""
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait()
    return child.pid


def left_over(folder: Path, name: str, pid: int, content: bytes) -> Path:
    """A temporary file as a killed process leaves it."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"~{name}.{pid}.0123abcd.tmp"
    path.write_bytes(content)
    return path


def file_saved(title: str, hours_from_now: float) -> bytes:
    saved = datetime.now(UTC) + timedelta(hours=hours_from_now)
    return packed(Header(1, saved), dumped({"draft": {"1": titled(sample(), title)}}))


def test_left_over_files_of_ended_processes_are_removed(
    library: Library, folder: Path, local: Path, dead_pid: int
) -> None:
    library.create(sample())
    rubbish = [
        left_over(folder / "drafts", "one.json", dead_pid, b"half a dra"),
        left_over(local / "cache", "drafts-list.1.json", dead_pid, b""),
        left_over(local / "recovery", "one.json", dead_pid, b"x"),
    ]
    old = left_over(folder / "drafts", "two.json", os.getpid(), b"x")
    os.utime(old, (time.time() - 100_000,) * 2)
    mine = left_over(folder / "drafts", "one.json", os.getpid(), b"being written")
    library = Library(folder, local)
    library.summaries()
    assert not any(path.exists() for path in [*rubbish, old])
    assert mine.exists()
    assert library.recoveries() == []


def test_a_whole_newer_draft_among_them_is_offered(
    library: Library, folder: Path, local: Path, dead_pid: int
) -> None:
    library.create(sample())
    left_over(folder / "drafts", "one.json", dead_pid, file_saved("Last words", 1))
    library = Library(folder, local)
    (copy,) = library.recoveries()
    assert copy.draft["title"] == "Last words"
    assert library.open("one").draft["title"] == "Hosting"


def test_an_older_one_is_not(library: Library, folder: Path, local: Path, dead_pid: int) -> None:
    library.create(sample())
    left_over(folder / "drafts", "one.json", dead_pid, file_saved("Yesterday", -24))
    assert Library(folder, local).recoveries() == []


def test_a_copy_from_an_earlier_start_is_never_replaced(
    library: Library, folder: Path, local: Path
) -> None:
    library.create(sample())
    for title in ("First", "Second"):
        stored = Library(folder, local).open("one")
        stored.keep_recovery(titled(sample(), "not this"))
        stored.keep_recovery(titled(sample(), title))
    titles = [copy.title for copy in Library(folder, local).recoveries()]
    assert sorted(titles) == ["First", "Second"]


def test_a_damaged_copy_is_not_offered(library: Library, folder: Path, local: Path) -> None:
    library.create(sample())
    library.open("one").keep_recovery(titled(sample(), "Unsaved"))
    (copy,) = (local / "recovery").iterdir()
    copy.write_bytes(copy.read_bytes()[:-5])
    assert Library(folder, local).recoveries() == []


def test_only_the_left_over_of_the_file_itself_is_swept_beside_it(
    tmp_path: Path, local: Path, dead_pid: int
) -> None:
    path = tmp_path / "mine.sla"
    path.write_bytes(file_saved("Mine", 0))
    own = left_over(tmp_path, "mine.sla", dead_pid, b"x")
    other = left_over(tmp_path, "other.sla", dead_pid, b"x")
    open_file(path, local)
    assert not own.exists()
    assert other.exists()
