"""The power goes at every call: in every state of the disk that may follow, a draft that was
reported as saved is there, and none is damaged. Three mutants show that the model notices."""

from collections.abc import Callable
from itertools import count, islice
from pathlib import Path

import pytest

from slaeditor.errors import Damaged, UnknownDraft
from slaeditor.files import FileSystem, Identity
from slaeditor.library.draftfile import is_whole
from slaeditor.library.drafts import Library
from slaeditor.library.migrations import Migrations
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


def every_cut(make: Callable[[int], SimulatedDisk], most: int | None = None) -> Outcome:
    """Create and save, with a cut at each call in turn.

    At most so many disks are looked at after each cut: a mutant has very many.
    """
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
            for state in islice(disk.states(), most):
                outcome.look_at(state, acknowledged)
        else:
            return outcome
    raise AssertionError("unreachable")


def test_nothing_acknowledged_is_lost_and_nothing_is_damaged() -> None:
    outcome = every_cut(SimulatedDisk)
    assert (outcome.damaged, outcome.lost) == (0, 0)
    assert outcome.disks > 60


def test_the_model_notices_when_content_is_not_synced() -> None:
    assert every_cut(NeverSyncs, most=100).damaged > 0


def test_the_model_notices_when_names_are_not_synced() -> None:
    assert every_cut(NeverSyncsFolders, most=100).lost > 0


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


def every_cut_of_the_trash(
    make: Callable[[], SimulatedDisk], most: int | None = None
) -> tuple[int, int]:
    """Move a draft to the trash and back; how often it was in no place, and in the wrong one.

    At most so many disks are looked at after each cut: a mutant has very many.
    """
    gone = misplaced = 0
    for cut_at in count():
        disk = make()
        library = Library(FOLDER, LOCAL, disk)
        library.create(STATES[0])
        disk.cut_at = disk.calls + cut_at
        moved = 0
        try:
            for move in (library.trash, library.restore):
                move("one")
                moved += 1
        except PowerCut:
            for state in islice(disk.states(), most):
                after = Library(FOLDER, LOCAL, state)
                drafts = [each.id for each in after.summaries().drafts]
                trashed = [each.id for each in after.trashed().drafts]
                gone += sorted(drafts + trashed) != ["one"]
                misplaced += moved == 1 and not (drafts or trashed)
                misplaced += moved == 2 and drafts != ["one"]
        else:
            for state in islice(disk.states(), most):
                after = Library(FOLDER, LOCAL, state)
                misplaced += [each.id for each in after.summaries().drafts] != ["one"]
            return gone, misplaced
    raise AssertionError("unreachable")


def test_a_draft_on_its_way_to_the_trash_is_in_one_of_the_two_places() -> None:
    assert every_cut_of_the_trash(SimulatedDisk) == (0, 0)


def test_the_model_notices_a_move_whose_names_are_not_synced() -> None:
    gone, misplaced = every_cut_of_the_trash(NeverSyncsFolders, most=20)
    assert gone + misplaced > 0


class Updated:
    """What came of all cuts at the first save of a draft that an older version stored."""

    def __init__(self) -> None:
        self.disks = self.damaged = self.lost = self.without_copy = 0

    def look_at(self, disk: SimulatedDisk, acknowledged: str) -> None:
        """The draft is the last one acknowledged or the next; once it is new, the copy is whole."""
        self.disks += 1
        titles = [STATES[0]["title"], "New", "Newer"]
        try:
            stored = Library(FOLDER, LOCAL, disk, NEW).open("one")
        except UnknownDraft:
            self.lost += 1
            return
        except Damaged:
            self.damaged += 1
            return
        at = titles.index(stored.draft["title"])
        self.lost += at < titles.index(acknowledged)
        if at > 0:
            copies = [each.name for each in disk.entries(LOCAL / "backups")]
            raw = [disk.read(LOCAL / "backups" / name) for name in copies if name[0] != "~"]
            self.without_copy += not any(b"State 4" in each and is_whole(each) for each in raw)


OLD, NEW = Migrations(1), Migrations(2, {1: lambda draft: {**draft, "clashes": []}})


def every_cut_of_an_update(make: Callable[[], SimulatedDisk], most: int | None = None) -> Updated:
    """Open a draft of an older version and save it twice, with a cut at each call in turn.

    At most so many disks are looked at after each cut: a mutant has very many.
    """
    outcome = Updated()
    for cut_at in count():
        disk = make()
        Library(FOLDER, LOCAL, disk, OLD).create(STATES[0])
        disk.cut_at = disk.calls + cut_at
        acknowledged = STATES[0]["title"]
        try:
            stored = Library(FOLDER, LOCAL, disk, NEW).open("one")
            for title in ("New", "Newer"):
                stored.save({**stored.draft, "title": title})
                acknowledged = title
        except PowerCut:
            for state in islice(disk.states(), most):
                outcome.look_at(state, acknowledged)
        else:
            return outcome
    raise AssertionError("unreachable")


def test_the_first_save_in_a_new_format_keeps_the_original_at_every_cut() -> None:
    outcome = every_cut_of_an_update(SimulatedDisk)
    assert (outcome.damaged, outcome.lost, outcome.without_copy) == (0, 0, 0)
    assert outcome.disks > 60


@pytest.mark.parametrize("mutant", [NeverSyncs, NeverSyncsFolders])
def test_the_model_notices_a_careless_first_save_in_a_new_format(
    mutant: type[SimulatedDisk],
) -> None:
    outcome = every_cut_of_an_update(mutant, most=40)
    assert outcome.damaged + outcome.lost + outcome.without_copy > 0


def test_the_model_notices_a_history_that_is_not_synced() -> None:
    lost = 0
    for cut_at in count():
        disk = NeverSyncs(cut_at)
        acknowledged = 0
        try:
            for draft in STATES:
                Library(FOLDER, LOCAL, disk).history("one").add(draft, draft["title"], "named")
                acknowledged += 1
        except PowerCut:
            for state in islice(disk.states(), 40):
                lost += len(Library(FOLDER, LOCAL, state).history("one").points()) < acknowledged
        else:
            break
    assert lost > 0
