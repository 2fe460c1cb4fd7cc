"""One history on several computers: files of their own, read together, and copies of them."""

import json
import shutil
import zlib
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from slaeditor.errors import Refused, TooNew
from slaeditor.files import FileSystem
from slaeditor.library.device import Device, this_device
from slaeditor.library.draftfile import digest
from slaeditor.library.drafts import Library
from slaeditor.library.history import FORMAT_SCHEMA, History
from slaeditor.library.journal import JournalStorage
from tests.unit.library.samples import sample, titled

COPIES = [
    "{stem}.sync-conflict-20261124-101500-ABCDEFG.jsonl",
    "{stem} (Anna's conflicted copy 2026-11-24).jsonl",
    "{stem} (conflicted copy 2026-11-24 101500).jsonl",
    "{stem}-ANNAS-PC.jsonl",
    "{stem} (1).jsonl",
    "{stem} - Copy.jsonl",
    "{stem}_conflict-20261124.jsonl",
]


def on(place: Path, computer: str) -> History:
    """The history as a computer of that name has it."""
    local = place / computer
    local.mkdir(exist_ok=True)
    file = local / "device.json"
    if not file.exists():
        made = this_device(local)
        file.write_text(json.dumps({"id": made.id, "name": computer}))
    return History(place / "history", "one", local)


def labels(history: History) -> list[str]:
    """What the points are called, newest first."""
    return [point.label for point in history.points()]


@pytest.fixture
def desktop(tmp_path: Path) -> History:
    """The history on one computer, with two points."""
    history = on(tmp_path, "desktop")
    history.add(sample(), "First", "named")
    history.add(titled(sample(), "Second"), "Second", "automatic")
    return history


@pytest.fixture
def laptop(tmp_path: Path, desktop: History) -> History:
    """The same history on another computer, which has made a third point."""
    history = on(tmp_path, "laptop")
    history.add(titled(sample(), "Third"), "Third", "merged")
    return history


# The computer.


def test_a_computer_is_made_known_once(tmp_path: Path) -> None:
    first = this_device(tmp_path / "libraries" / "x")
    assert first == this_device(tmp_path / "libraries" / "y") == this_device(tmp_path)
    assert len(first.id) == 8
    assert first.name
    assert first.id != this_device(tmp_path / "other").id


@pytest.mark.parametrize(
    "text", [b"", b"[]", b'{"id": "../../x"}', b'{"id": 1}', b"\xff", b"[" * 9999]
)
def test_a_damaged_file_about_the_computer_is_made_anew(tmp_path: Path, text: bytes) -> None:
    (tmp_path / "device.json").write_bytes(text)
    assert this_device(tmp_path) == this_device(tmp_path)
    assert json.loads((tmp_path / "device.json").read_bytes())["id"] == this_device(tmp_path).id


def test_a_computer_has_an_id_even_where_nothing_can_be_kept(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"in the way")
    nowhere = tmp_path / "file" / "local"
    assert this_device(nowhere) == this_device(nowhere)


def test_the_name_of_a_computer_can_be_changed_in_its_file(tmp_path: Path) -> None:
    made = this_device(tmp_path)
    file = tmp_path / "device.json"
    file.write_text(json.dumps({"id": made.id, "name": "  Anna's\tlaptop\u202e "}))
    assert this_device(tmp_path) == Device(made.id, "Anna's laptop")


# Files of their own.


def test_each_computer_writes_only_its_own_file(desktop: History, laptop: History) -> None:
    before = desktop.path.read_bytes()
    laptop.add(sample(), "Fourth", "export")
    laptop.rename(laptop.points()[-1].id, "From the beginning")
    laptop.thin()
    assert desktop.path.read_bytes() == before
    assert desktop.path != laptop.path
    assert sorted(desktop.paths()) == sorted([desktop.path, laptop.path])


def test_each_says_what_was_made_on_the_other(desktop: History, laptop: History) -> None:
    assert [(p.label, p.computer) for p in desktop.points()] == [
        ("Third", "laptop"), ("Second", ""), ("First", ""),
    ]  # fmt: skip
    assert [p.computer for p in laptop.points()] == ["", "desktop", "desktop"]
    assert [p.id for p in desktop.points()] == [p.id for p in laptop.points()]
    assert [laptop.at(p.id)["title"] for p in laptop.points()] == ["Third", "Second", "Hosting"]


def test_opening_what_the_other_computer_left_makes_no_second_point(
    desktop: History, laptop: History
) -> None:
    assert desktop.add(titled(sample(), "Third"), "Opened", "opened").label == "Third"
    assert labels(desktop) == ["Third", "Second", "First"]


def test_a_history_from_before_there_were_several_computers_is_read_and_left_alone(
    tmp_path: Path, desktop: History
) -> None:
    older = desktop.path.with_name("one.jsonl")
    storage = JournalStorage(older, FileSystem(), {"format": "slaeditor-history", "schema": 1})
    number = int(datetime(2026, 1, 1, tzinfo=UTC).timestamp() * 1e6)
    document = {
        "label": "Long ago", "kind": "export", "date": "2026-01-01T00:00:00+00:00", "schema": 1,
        "digest": digest(sample()), "full": sample(), "depth": 0,
    }  # fmt: skip
    storage.write({"points": {str(number): document}})
    raw = older.read_bytes()
    assert labels(desktop) == ["Second", "First", "Long ago"]
    point = desktop.points()[-1]
    assert (desktop.at(point.id), point.computer) == (sample(), "")
    desktop.rename(point.id, "The beginning")
    desktop.add(sample(), "Now", "named")
    assert labels(desktop) == ["Now", "Second", "First", "The beginning"]
    assert desktop.at(point.id) == sample()
    assert older.read_bytes() == raw


# Copies that sync tools make.


@pytest.mark.parametrize("name", COPIES)
def test_a_conflict_copy_of_a_history_is_read_with_it(
    tmp_path: Path, desktop: History, laptop: History, name: str
) -> None:
    copy = laptop.path.with_name(name.format(stem=laptop.path.stem))
    shutil.copy(laptop.path, copy)
    laptop.add(sample(), "Fourth", "named")
    here = on(tmp_path, "desktop")
    assert labels(here) == ["Fourth", "Third", "Second", "First"]
    laptop.path.unlink()  # the tool has dropped one of the two
    assert labels(here) == ["Third", "Second", "First"]
    assert here.points()[0].computer == "laptop"
    assert here.at(here.points()[0].id)["title"] == "Third"
    assert copy in here.paths()


def test_a_file_of_another_draft_with_a_like_name_is_not_read(
    tmp_path: Path, desktop: History
) -> None:
    for other in ("one-more", "one-2"):
        history = History(desktop.path.parent, other, tmp_path / "desktop")
        history.add(sample(other), f"Of {other}", "named")
        shutil.copy(history.path, history.path.with_name(f"{other}.jsonl"))
    (desktop.path.parent / "one rubbish.jsonl").write_bytes(b"rubbish")
    assert labels(desktop) == ["Second", "First"]
    assert desktop.paths() == [desktop.path]


def test_of_a_point_that_stands_in_two_files_either_will_do(
    desktop: History, laptop: History
) -> None:
    copy = laptop.path.with_name(f"{laptop.path.stem} (1).jsonl")
    shutil.copy(laptop.path, copy)
    storage = JournalStorage(laptop.path, FileSystem(), {"schema": FORMAT_SCHEMA})
    tables = storage.read()
    assert tables is not None
    (number,) = tables["points"]
    tables["points"][number]["packed"] = "AAAA"
    laptop.path.unlink()
    JournalStorage(laptop.path, FileSystem(), tables["_file"]["1"]).write(tables)
    point = desktop.points()[0]
    assert desktop.at(point.id)["title"] == "Third"


# Damage on the other side.


def test_a_history_of_a_newer_program_costs_only_its_own_points(
    desktop: History, laptop: History
) -> None:
    newer = JournalStorage(laptop.path, FileSystem(), {"schema": FORMAT_SCHEMA + 1})
    newer.write(newer.read() or {})
    assert labels(desktop) == ["Second", "First"]
    assert "newer version" in desktop.problems[0]
    desktop.add(sample(), "Fourth", "named")
    with pytest.raises(TooNew):
        laptop.points()


def test_a_file_that_can_not_be_read_costs_only_its_own_points(
    desktop: History, laptop: History
) -> None:
    laptop.path.unlink()
    laptop.path.mkdir()
    assert labels(desktop) == ["Second", "First"]
    assert "can't be read" in desktop.problems[0]
    assert desktop.add(sample(), "Fourth", "named") == desktop.points()[0]


@pytest.mark.parametrize(
    "document",
    ["1", "[]", '{"digest": 5}', '{"schema": true, "full": {}, "digest": "x"}',
     '{"schema": 1, "digest": "x", "packed": "eJw="}', '{"base": -1, "delta": {"set": 3}}',
     '{"label": 7, "date": "long ago", "kind": [], "base": "x"}', "[" * 5000 + "]" * 5000],
)  # fmt: skip
def test_lines_that_this_program_never_wrote_harm_nothing(desktop: History, document: str) -> None:
    text = f'["points","99",{document}]'.encode()
    line = b"\n%08x %d %s\n" % (zlib.crc32(text), len(text), text)
    strange = desktop.path.with_name("one.01234567.jsonl")
    strange.write_bytes(line)
    assert labels(desktop)[:2] == ["Second", "First"]
    for point in desktop.points():
        found = desktop.restored(point.id)
        assert found.draft["title"] in ("Second", "Hosting")
    desktop.add(sample(), "Fourth", "named")
    assert desktop.points()[0].label == "Fourth"


def test_a_clock_that_is_years_ahead_elsewhere_does_not_move_this_one(
    tmp_path: Path, desktop: History
) -> None:
    ahead = on(tmp_path, "laptop")
    far = History(ahead.path.parent, "one", tmp_path / "laptop", clock=lambda: FAR)
    far.add(titled(sample(), "Far"), "Far", "named")
    made = desktop.add(sample(), "Now", "named")
    assert labels(desktop) == ["Far", "Now", "Second", "First"]
    assert abs(made.moment - datetime.now(UTC)) < timedelta(minutes=1)


FAR = datetime(2099, 1, 1, tzinfo=UTC)


# Names.


def test_naming_a_point_of_the_other_computer_keeps_it_here(
    desktop: History, laptop: History
) -> None:
    second = desktop.points()[1]
    laptop.rename(second.id, "Agreed with Bo")
    desktop.path.unlink()
    assert labels(laptop) == ["Third", "Agreed with Bo"]
    assert laptop.at(second.id)["title"] == "Second"
    assert laptop.points()[1].computer == "desktop"


def test_a_name_given_on_the_other_computer_counts_here(desktop: History, laptop: History) -> None:
    second = desktop.points()[1]
    laptop.rename(second.id, "Agreed with Bo")
    assert [(p.label, p.kind, p.computer) for p in desktop.points()][1] == (
        "Agreed with Bo", "named", "",
    )  # fmt: skip
    desktop.rename(second.id, "Agreed with Cy")
    assert labels(laptop)[1] == labels(desktop)[1] == "Agreed with Cy"


def test_a_name_can_be_taken_away_again(desktop: History, laptop: History) -> None:
    second = desktop.points()[1]
    desktop.rename(second.id, "Agreed")
    desktop.rename(second.id, "Agreed with Bo")
    laptop.unname(second.id)
    for history in (desktop, laptop):
        assert [(p.label, p.kind) for p in history.points()][1] == ("Second", "automatic")
    with pytest.raises(Refused, match="no name"):
        desktop.unname(second.id)


def test_a_point_made_by_name_is_an_automatic_one_without_it(desktop: History) -> None:
    first = desktop.points()[-1]
    desktop.rename(first.id, "Other")
    desktop.unname(first.id)
    assert (desktop.points()[-1].kind, desktop.points()[-1].label) == ("automatic", "Saved version")


def test_an_export_is_called_as_before_without_its_name(desktop: History) -> None:
    made = desktop.add(sample(), "Sent to legal, draft 1", "export")
    desktop.rename(made.id, "The one that counts")
    assert desktop.points()[0].kind == "export"
    desktop.unname(made.id)
    assert desktop.points()[0] == made


# All files of a draft.


def test_deleting_for_good_takes_every_file_of_the_history(tmp_path: Path) -> None:
    library = Library(tmp_path / "library", tmp_path / "desktop")
    other = Library(tmp_path / "library", tmp_path / "laptop")
    for name in ("one", "one-2"):
        library.create(sample(name))
        library.history(name).add(sample(name), "Here", "named")
        other.history(name).add(sample(name), "There", "named")
    path = library.history("one").path
    shutil.copy(path, path.with_name(f"{path.stem} (1).jsonl"))
    library.trash("one")
    assert labels(library.history("one")) == ["There", "Here"]
    library.delete_for_good("one")
    assert library.history("one").paths() == []
    assert labels(library.history("one-2")) == ["There", "Here"]


def test_what_is_left_of_a_damaged_draft_counts_the_points_of_all_computers(
    tmp_path: Path,
) -> None:
    library = Library(tmp_path / "library", tmp_path / "desktop")
    library.create(sample())
    for local in ("desktop", "laptop", "tablet"):
        Library(library.folder, tmp_path / local).history("one").add(sample(), local, "named")
    (library.folder / "drafts" / "one.json").write_bytes(b"")
    (damaged,) = library.summaries().damaged
    assert "3 earlier versions" in damaged.recoverable
