"""Real processes: killed while they save, racing for one draft, and out of room."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from slaeditor.library.device import this_device
from slaeditor.library.drafts import Library
from tests.unit.library.samples import sample, titled

ROOT = Path(__file__).parents[2]


def child(*arguments: object) -> "subprocess.Popen[str]":
    """A process that saves; see `saving_child`."""
    command = [sys.executable, "-m", "tests.faults.saving_child", *map(str, arguments)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def soak(folder: Path, local: Path, kills: int) -> None:
    """Start, kill and look, many times over one library."""
    moment = random.Random(kills)
    Library(folder, local).create(titled(sample(), "0"))
    known, points = 0, set[str]()
    for _ in range(kills):
        with child(folder, local) as process:
            assert process.stdout is not None
            first = process.stdout.readline()
            time.sleep(moment.uniform(0, 0.15))
            process.kill()
            said = [line.split() for line in (first + process.stdout.read()).split("\n")[:-1]]
        known = max([known, *(int(number) for what, number in said if what == "saved")])
        points |= {number for what, number in said if what == "point"}
        library = Library(folder, local)
        assert library.summaries().damaged == ()
        assert int(library.open("one").draft["title"]) in (known, known + 1)
        history = library.history("one")
        assert points <= {point.label for point in history.points()}
        assert all(history.at(point.id)["title"] == point.label for point in history.points()[:20])
        assert len(list((folder / "drafts").iterdir())) == 1  # the left-over is swept
        known = int(library.open("one").draft["title"])
    assert known > kills


def test_a_killed_process_loses_nothing_it_said_was_saved(tmp_path: Path) -> None:
    soak(tmp_path / "library", tmp_path / "local", kills=10)


@pytest.mark.slow
def test_many_killed_processes_lose_nothing_they_said_was_saved(tmp_path: Path) -> None:
    soak(tmp_path / "library", tmp_path / "local", kills=120)


@pytest.mark.parametrize("how", ["race", "locked"])
def test_two_processes_never_damage_a_draft_or_save_over_each_other_unseen(
    tmp_path: Path, how: str
) -> None:
    folder, local = tmp_path / "library", tmp_path / "local"
    Library(folder, local).create(titled(sample(), "0"))
    processes = [child(folder, local, how) for _ in range(2)]
    saved = [int(process.communicate(timeout=60)[0]) for process in processes]
    assert [process.returncode for process in processes] == [0, 0]
    counted = int(Library(folder, local).open("one").draft["title"])
    if how == "locked":
        assert saved == [40, 40]
        assert counted == 80
    else:
        # Without the lock the window is one rename wide: now and then one replaces the other.
        assert sum(saved) // 2 <= counted <= sum(saved)
    assert Library(folder, local).summaries().damaged == ()


OUT_OF_ROOM = """
import random, resource, sys
from pathlib import Path
from slaeditor.errors import SaveFailed
from slaeditor.library.drafts import Library
from slaeditor.library.writer import Writer
from tests.unit.library.samples import sample, titled

library = Library(Path(sys.argv[1]), Path(sys.argv[2]))
library.create(titled(sample(), "Small"))
stored = library.open("one")
large = {**titled(sample(), "Large"), "text": random.Random(1).randbytes(50_000).hex()}
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, resource.RLIM_INFINITY))
try:
    stored.save(large)
except SaveFailed as error:
    print(error)
print(library.open("one").draft["title"])
try:
    library.history("one").add(large, "Large", "named")
except SaveFailed as error:
    print(error)
stored.save(titled(sample(), "Still small"))
print(library.open("one").draft["title"])
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
stored.save(large)
library.history("one").add(large, "Large", "named")
print(library.open("one").draft["title"])
print([point.label for point in library.history("one").points()])
print(sorted(path.name for path in library.folder.rglob("*.*")))
"""


def test_a_file_that_finds_no_room_leaves_the_old_one_whole(tmp_path: Path) -> None:
    """The system itself ends the write in the middle (a limit on file size: it needs no rights)."""
    command = [sys.executable, "-c", OUT_OF_ROOM, str(tmp_path / "library"), str(tmp_path / "l")]
    said = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True).stdout
    lines = said.splitlines()
    assert "could not be saved: the file would be larger than allowed" in lines[0]
    assert lines[1] == "Small"
    assert "could not be written: the file would be larger than allowed" in lines[2]
    assert lines[3:6] == ["Still small", "Large", "['Large']"]
    computer = this_device(tmp_path / "l").id
    assert lines[6] == f"['one.{computer}.jsonl', 'one.json']"
