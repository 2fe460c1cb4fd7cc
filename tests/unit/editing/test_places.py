"""What this computer remembers of each draft, and how little it needs to."""

import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from slaeditor.editing.places import Place, Places
from slaeditor.files import FileSystem
from slaeditor.replace_file import replace_file


def test_a_place_is_there_at_the_next_start(tmp_path: Path) -> None:
    first = Places(tmp_path)
    first.remember_path("one", "duration/notice/length")
    first.remember_export("one", Path("/tmp/one.docx"))
    first.keep()
    assert Places(tmp_path).of("one") == Place("duration/notice/length", "/tmp/one.docx")
    assert Places(tmp_path).of("two") == Place()


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"\xff", b'{"one": 3}', b'{"one": {"path": 3, "exported": null}}', b"[" * 9999],
)
def test_a_damaged_file_costs_nothing_but_the_way_back(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "places.json").write_bytes(content)
    assert Places(tmp_path).of("one") == Place()
    places = Places(tmp_path)
    places.remember_path("one", "title")
    places.keep()
    assert Places(tmp_path).of("one") == Place("title")


def test_the_places_left_longest_ago_are_forgotten_first(tmp_path: Path) -> None:
    places = Places(tmp_path)
    for number in range(502):
        places.remember_path(f"draft-{number}", "title")
    places.keep()
    assert places.of("draft-0") == Place()
    assert places.of("draft-501") == Place("title")


def test_a_folder_that_cannot_be_written_is_no_problem(tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where the folder should be")
    places = Places(blocked / "local")
    places.remember_path("one", "title")
    places.keep()
    assert places.of("one") == Place("title")


def test_remembering_waits_for_no_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    writers: list[str] = []

    def noted(path: Path, data: bytes, files: FileSystem) -> None:
        writers.append(threading.current_thread().name)
        replace_file(path, data, files)

    monkeypatch.setattr("slaeditor.editing.places.replace_file", noted)
    places = Places(tmp_path, soon=0.05)
    for number in range(50):
        places.remember_path("one", f"path-{number}")
    assert writers == []
    wait_for(lambda: Places(tmp_path).of("one") == Place("path-49"))
    assert len(writers) == 1
    assert writers != [threading.current_thread().name]


def test_a_killed_program_has_lost_two_seconds_at_most(tmp_path: Path) -> None:
    program = (
        "import os, sys, time; from pathlib import Path\n"
        "from slaeditor.editing.places import Places\n"
        "places = Places(Path(sys.argv[1]))\n"
        "for number in range(25):\n"
        "    places.remember_path('one', str(number)); time.sleep(0.1)\n"
        "os._exit(1)  # nothing is put away\n"
    )
    subprocess.run([sys.executable, "-c", program, str(tmp_path)], check=False)
    assert int(Places(tmp_path).of("one").path) >= 24 - 20


def test_nothing_new_writes_nothing(tmp_path: Path) -> None:
    places = Places(tmp_path)
    places.remember_path("one", "title")
    places.keep()
    before = (tmp_path / "places.json").stat().st_ino
    places.remember_path("one", "title")
    places.keep()
    assert (tmp_path / "places.json").stat().st_ino == before


def wait_for(condition: Callable[[], bool], seconds: float = 5.0) -> None:
    """Wait until the condition holds; fail after so many seconds."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.01)
