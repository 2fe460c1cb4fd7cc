"""The power goes at every call: in every state of the disk that may follow, a draft that was
reported as saved is there, and none is damaged. Three mutants show that the model notices."""

from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from slaeditor.errors import Damaged, SlaError, UnknownDraft
from slaeditor.files import FileSystem, Identity
from slaeditor.library.drafts import Library
from slaeditor.replace_file import write_atomically
from tests.faults.simulated_disk import PowerCut, SimulatedDisk
from tests.unit.library.samples import sample, titled

FOLDER, LOCAL = Path("/library"), Path("/local")
STATES = [titled(sample(levels=number), f"State {number}") for number in (4, 2, 6)]


class NeverSyncs(SimulatedDisk):
    """A mutant: content is never synced."""

    def sync(self, descriptor: int) -> None:
        """Forget about it."""


class NeverSyncsFolders(SimulatedDisk):
    """A mutant: names are never synced."""

    def sync_folder(self, folder: Path) -> None:
        """Forget about it."""


class Outcome:
    """What came of all cuts: the number of disks looked at, and what was wrong on which."""

    def __init__(self) -> None:
        self.disks = 0
        self.damaged = 0
        self.lost = 0

    def look_at(self, disk: SimulatedDisk, acknowledged: int) -> None:
        """Open the draft: it must be the last one acknowledged, or the one under way."""
        self.disks += 1
        try:
            draft = Library(FOLDER, LOCAL, disk).open("one").draft
        except UnknownDraft:
            self.lost += acknowledged > 0
            return
        except Damaged:
            self.damaged += 1
            return
        self.lost += STATES.index(draft) < acknowledged - 1
        self.damaged += len(Library(FOLDER, LOCAL, disk).summaries().damaged)


def every_cut(make: Callable[[int], SimulatedDisk]) -> Outcome:
    """Create and save, with a cut at each call in turn."""
    outcome = Outcome()
    for cut_at in count():
        disk = make(cut_at)
        acknowledged = 0
        try:
            library = Library(FOLDER, LOCAL, disk)
            for number, draft in enumerate(STATES):
                library.save("one", draft) if number else library.create(draft)
                acknowledged += 1
        except PowerCut:
            for state in disk.states():
                outcome.look_at(state, acknowledged)
        else:
            return outcome
    raise AssertionError("unreachable")


def test_nothing_acknowledged_is_lost_and_nothing_is_damaged() -> None:
    outcome = every_cut(SimulatedDisk)
    assert (outcome.damaged, outcome.lost) == (0, 0)
    assert outcome.disks > 60


def test_the_model_notices_when_content_is_not_synced() -> None:
    assert every_cut(NeverSyncs).damaged > 0


def test_the_model_notices_when_names_are_not_synced() -> None:
    assert every_cut(NeverSyncsFolders).lost > 0


def test_the_model_notices_writing_in_place(monkeypatch: pytest.MonkeyPatch) -> None:
    def in_place(
        path: Path, data: bytes, files: FileSystem, check: Callable[[], None], mode: int
    ) -> Identity:
        if not isinstance(files, SimulatedDisk) or path not in {
            path.parent / entry.name for entry in files.entries(path.parent)
        }:
            return write_atomically(path, data, files, check, mode)
        descriptor = files.overwrite(path, data)
        files.sync(descriptor)
        return files.identity(path)

    monkeypatch.setattr("slaeditor.library.storage.write_atomically", in_place)
    assert every_cut(SimulatedDisk).damaged > 0


def test_the_history_loses_no_acknowledged_point() -> None:
    disks = 0
    for cut_at in count():
        disk = SimulatedDisk(cut_at)
        acknowledged = []
        try:
            for draft in STATES:
                Library(FOLDER, LOCAL, disk).history("one").add(draft, draft["title"], "named")
                acknowledged.append(draft["title"])
        except PowerCut:
            for state in disk.states():
                disks += 1
                history = Library(FOLDER, LOCAL, state).history("one")
                points = history.points()[::-1]
                found = [point.label for point in points]
                assert found[: len(acknowledged)] == acknowledged
                assert [history.at(point.id)["title"] for point in points] == found
                history.add(STATES[0], "After the cut", "named")
                assert history.points()[0].label == "After the cut"
        else:
            break
    assert disks > 40


def test_a_draft_on_its_way_to_the_trash_is_in_one_of_the_two_places() -> None:
    for cut_at in count():
        disk = SimulatedDisk()
        library = Library(FOLDER, LOCAL, disk)
        library.create(STATES[0])
        disk.cut_at = disk.calls + cut_at
        try:
            library.trash("one")
            library.restore("one")
        except PowerCut:
            for state in disk.states():
                after = Library(FOLDER, LOCAL, state)
                there = [*after.summaries().drafts, *after.trashed().drafts]
                assert [each.id for each in there] == ["one"]
        except SlaError as error:
            raise AssertionError from error
        else:
            break
