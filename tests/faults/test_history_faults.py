"""Each call of adding, naming, thinning and going back fails once, or the power goes at it: what
was acknowledged is there afterwards, and the next attempt works."""

import errno
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from slaeditor.agreement import Agreement, encode
from slaeditor.editing.going_back import go_back
from slaeditor.errors import Damaged, SlaError
from slaeditor.files import FileSystem, Identity
from slaeditor.library.drafts import Library
from slaeditor.library.history import History
from slaeditor.replace_file import write_atomically
from tests.faults.failing_files import Died, DyingFiles, FailingFiles
from tests.faults.simulated_disk import PowerCut, SimulatedDisk
from tests.unit.library.samples import sample, titled

CODES = [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS]
BEGINNING = datetime(2026, 3, 2, tzinfo=UTC)
TODAY = BEGINNING.date()
STATES = [titled(sample(levels=6), f"State {number}") for number in range(24)]


def at(days: float) -> Callable[[], datetime]:
    """A clock that stands still so many days after the beginning."""
    return lambda: BEGINNING + timedelta(days=days)


def filled(folder: Path, local: Path, files: FileSystem | None = None) -> dict[str, str]:
    """Make 24 points, ten minutes apart, every sixth by name; the title of each by its id."""
    made = {}
    for number, draft in enumerate(STATES):
        history = History(folder, "one", local, files, clock=at(number / 144))
        kind = "automatic" if number % 6 else "named"
        made[history.add(draft, draft["title"], kind).id] = draft["title"]
    return made


def titles(history: History) -> dict[str, str]:
    """The title that each point gives back."""
    return {point.id: history.at(point.id)["title"] for point in history.points()}


def named(made: dict[str, str]) -> list[str]:
    """The points that are never thinned."""
    return [name for number, name in enumerate(made) if number % 6 == 0]


def loop(attempt: Callable[[int], bool]) -> int:
    """Let call 0, 1, 2 … fail until an attempt doesn't reach its failure; how many there were."""
    for number in range(300):
        if not attempt(number):
            return number
    raise AssertionError("the attempt never ends")


@pytest.mark.parametrize("code", CODES)
def test_thinning_survives_the_failure_of_each_call(tmp_path: Path, code: int) -> None:
    def attempt(number: int) -> bool:
        folder, local = tmp_path / str(number), tmp_path / "local"
        made = filled(folder, local)
        other = History(folder, "one", tmp_path / "laptop")
        other.add(STATES[0], "There", "automatic")
        there = other.path.read_bytes()
        files = FailingFiles(number, code)
        try:
            History(folder, "one", local, files, clock=at(20)).thin()
        except SlaError:
            assert files.failed
        history = History(folder, "one", local, clock=at(20))
        left = titles(history)
        assert {name: made.get(name, "State 0") for name in left} == left
        assert set(named(made)) <= left.keys()
        assert len(left) in (len(made) + 1, 4 + 2)
        history.thin()
        assert len(history.points()) == 4 + 2
        history.add(STATES[1], "Later", "named")
        assert history.at(history.points()[0].id) == STATES[1]
        assert other.path.read_bytes() == there
        assert not [path for path in folder.iterdir() if path.name.endswith(".tmp")]
        return bool(files.failed)

    assert loop(attempt) >= 15


@pytest.mark.parametrize("code", CODES)
def test_naming_survives_the_failure_of_each_call(tmp_path: Path, code: int) -> None:
    def attempt(number: int) -> bool:
        folder, local = tmp_path / str(number), tmp_path / "local"
        History(folder, "one", local).add(STATES[0], "Here", "automatic")
        there = History(folder, "one", tmp_path / "laptop").add(STATES[1], "There", "named")
        files = FailingFiles(number, code)
        history = History(folder, "one", local, files)
        try:
            history.rename(there.id, "Agreed")
            is_told = False
        except SlaError:
            is_told = True
            assert files.failed
        files.fail_at = -1
        labels = [point.label for point in history.points()]
        assert labels in (
            [["Agreed", "Here"]] if not is_told else [["Agreed", "Here"], ["There", "Here"]]
        )
        history.rename(there.id, "Agreed")
        again = History(folder, "one", local)
        assert [point.label for point in again.points()] == ["Agreed", "Here"]
        assert again.at(there.id) == STATES[1]
        return bool(files.failed)

    assert loop(attempt) >= 8


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("place", ["library", "trash", "lost"])
def test_going_back_survives_the_failure_of_each_call(
    tmp_path: Path, code: int, place: str
) -> None:
    old, new = (encode(Agreement(id="one", title=title)) for title in ("Old", "New"))

    def attempt(number: int) -> bool:
        folder, local = tmp_path / str(number), tmp_path / "local"
        library = Library(folder, local)
        library.create(new)
        library.history("one").add(old, "Old", "named")
        if place != "library":
            library.trash("one")
        if place == "lost":
            (folder / "trash" / "one.json").unlink()
        files = FailingFiles(number, code)
        try:
            go_back(Library(folder, local, files), "one", "Old", TODAY)
        except SlaError:
            assert files.failed
        files.fail_at = -1
        library = Library(folder, local)
        if place == "library":
            assert library.open("one").draft in (old, new)
        else:
            there = [*library.summaries().drafts, *library.trashed().drafts]
            assert [each.title for each in there] in (
                [["Old"], ["New"]] if place == "trash" else [["Old"], []]
            )
        go_back(library, "one", "Old", TODAY)
        assert library.open("one").draft == old
        before = [p for p in library.history("one").points() if p.kind == "restored"]
        if place != "lost":
            assert new in [library.history("one").at(point.id) for point in before]
        return bool(files.failed)

    assert loop(attempt) >= 12


def test_a_process_killed_while_thinning_leaves_the_old_or_the_new_file(tmp_path: Path) -> None:
    def attempt(number: int) -> bool:
        folder, local = tmp_path / str(number), tmp_path / "local"
        made = filled(folder, local)
        try:
            History(folder, "one", local, DyingFiles(number), clock=at(20)).thin()
            died = False
        except Died:
            died = True
        left = titles(History(folder, "one", local))
        assert {name: made[name] for name in left} == left
        assert len(left) in (len(made), 5)
        assert set(named(made)) <= left.keys()
        return died

    assert loop(attempt) >= 10


class NeverSyncs(SimulatedDisk):
    """A mutant: from some time on content is never synced."""

    is_lazy = False

    def sync(self, descriptor: int) -> None:
        """Forget about it."""
        if not self.is_lazy:
            super().sync(descriptor)


def every_cut(make: Callable[[], SimulatedDisk]) -> tuple[int, int]:
    """Thin, and add a point behind it, with a cut at each call in turn.

    How many disks were looked at, and on how many of them something acknowledged was missing.
    """
    folder, local = Path("/library/history"), Path("/local")
    disks = lost = 0
    for cut in count():
        disk = make()
        made = filled(folder, local, disk)
        disk.cut_at = disk.calls + cut
        if isinstance(disk, NeverSyncs):
            disk.is_lazy = True
        acknowledged = set(named(made))
        try:
            History(folder, "one", local, disk, clock=at(20)).thin()
            later = History(folder, "one", local, disk, clock=at(21))
            acknowledged.add(later.add(STATES[0], "Later", "named").id)
        except PowerCut:
            for state in disk.states():
                disks += 1
                left = read_back(History(folder, "one", local, state))
                lost += not acknowledged <= left.keys()
                lost += any(made.get(name, "State 0") != left[name] for name in left)
        else:
            return disks, lost
    raise AssertionError("unreachable")


def read_back(history: History) -> dict[str, str]:
    """The title that each point gives back, without those that can't be read."""
    found = {}
    for point in history.points():
        with suppress(Damaged):
            found[point.id] = history.at(point.id)["title"]
    return found


def test_no_power_cut_while_thinning_costs_an_acknowledged_point() -> None:
    disks, lost = every_cut(SimulatedDisk)
    assert lost == 0
    assert disks > 30


def test_the_model_notices_when_the_new_file_is_not_synced() -> None:
    assert every_cut(NeverSyncs)[1] > 0


def test_the_model_notices_thinning_in_place(monkeypatch: pytest.MonkeyPatch) -> None:
    def in_place(
        path: Path, data: bytes, files: FileSystem, check: Callable[[], None], mode: int = 0o600
    ) -> Identity:
        if not isinstance(files, SimulatedDisk):
            return write_atomically(path, data, files, check, mode)
        descriptor = files.overwrite(path, data)
        files.sync(descriptor)
        return files.identity(path)

    monkeypatch.setattr("slaeditor.library.journal.write_atomically", in_place)
    assert every_cut(SimulatedDisk)[1] > 0


def test_a_point_added_while_another_process_thins_is_not_lost(tmp_path: Path) -> None:
    """Between reading and replacing another History adds; without the lock the late look tells."""

    class AddsBeforeReplacing(FileSystem):
        """Adds a point in the last moment, as a process without the lock would."""

        def hold(self, lock: Path, seconds: float) -> Callable[[], None]:
            return lambda: None

        def create(self, path: Path, mode: int = 0o600) -> int:
            if path.name.startswith("~one"):
                unlocked.add(STATES[0], "In between", "named")
            return super().create(path, mode)

    folder, local = tmp_path / "history", tmp_path / "local"
    filled(folder, local)

    class WithoutLock(FileSystem):
        """Never gets the lock."""

        def hold(self, lock: Path, seconds: float) -> Callable[[], None]:
            raise TimeoutError

    unlocked = History(folder, "one", local, WithoutLock())
    with pytest.raises(SlaError, match="changed meanwhile"):
        History(folder, "one", local, AddsBeforeReplacing(), clock=at(20)).thin()
    history = History(folder, "one", local, clock=at(20))
    assert "In between" in [point.label for point in history.points()]
    assert history.thin() == 19
    assert "In between" in [point.label for point in history.points()]
