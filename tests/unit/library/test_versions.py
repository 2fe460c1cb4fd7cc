"""Copies beside a draft: found by every name that sync tools give them, put away, never lost."""

from pathlib import Path

import pytest

from slaeditor.library.drafts import Library
from slaeditor.library.remembered import remembered
from slaeditor.library.versions import may_be_copy
from tests.unit.library.samples import sample, titled

NAMES = [
    "one.sync-conflict-20261124-101500-ABCDEFG.json",
    "one (Anna's conflicted copy 2026-11-24).json",
    "one (conflicted copy 2026-11-24 101500).json",
    "one-LAPTOP-7.json",
    "one-laptop-7.json",
    "one (1).json",
    "one - Copy.json",
    "one - Kopie (2).json",
    "Copy of one.json",
    "one_LOCAL_4711.json",
    "one_REMOTE_4711.json",
    "one.BACKUP.4711.json",
    "ONE~1.json",
]


@pytest.fixture
def drafts(library: Library, folder: Path) -> Path:
    """The folder of a library with two drafts."""
    library.create(sample("one"))
    library.create(sample("two"))
    return folder / "drafts"


@pytest.mark.parametrize("name", NAMES)
def test_a_copy_is_a_version_of_its_draft_and_no_second_one(
    library: Library, drafts: Path, name: str
) -> None:
    raw = (drafts / "one.json").read_bytes()
    (drafts / name).write_bytes(raw)
    listing = library.summaries()
    assert {each.id: each.versions for each in listing.drafts} == {"one": 1, "two": 0}
    assert listing.damaged == ()
    assert [copy.path.name for copy in library.open("one").others.copies("one")] == [name]
    assert library.open("two").others.copies("two") == []


def test_the_id_inside_decides_not_the_name(library: Library, drafts: Path) -> None:
    library.create(sample("one-more"))
    (drafts / "one (1).json").write_bytes((drafts / "two.json").read_bytes())
    assert {each.id: each.versions for each in library.summaries().drafts} == {
        "one": 0,
        "one-more": 0,
        "two": 1,
    }
    assert library.open("one").others.copies("one") == []
    assert [copy.path.name for copy in library.open("two").others.copies("two")] == ["one (1).json"]


@pytest.mark.parametrize("name", ["one.json", "two.json", "~one.json.1.0000.tmp", ".one.json", "x"])
def test_other_files_are_no_copies(name: str) -> None:
    assert not may_be_copy(name, "one")


def test_a_damaged_copy_is_named_and_stays(library: Library, drafts: Path) -> None:
    copy = drafts / NAMES[0]
    copy.write_bytes((drafts / "one.json").read_bytes()[:-30])
    listing = library.summaries()
    assert [each.path for each in listing.damaged] == [copy]
    assert {each.id: each.versions for each in listing.drafts} == {"one": 0, "two": 0}
    assert library.open("one").others.copies("one") == []
    assert copy.exists()


def test_a_copy_whose_draft_is_gone_stands_for_it(library: Library, drafts: Path) -> None:
    stored = library.open("one")
    (drafts / NAMES[0]).write_bytes((drafts / "one.json").read_bytes())
    stored.save(titled(sample("one"), "Newer"))
    (drafts / NAMES[5]).write_bytes((drafts / "one.json").read_bytes())
    (drafts / "one.json").unlink()
    listing = library.summaries()
    assert [(each.id, each.title, each.versions) for each in listing.drafts][:1] == [
        ("one", "Newer", 2)
    ]
    assert library.adopt_copy("one")
    assert library.open("one").draft["title"] == "Newer"
    assert not library.adopt_copy("one")
    assert not library.adopt_copy("nobody")
    assert not library.adopt_copy("No id at all")


def test_where_the_draft_itself_is_damaged_that_is_told(library: Library, drafts: Path) -> None:
    (drafts / NAMES[0]).write_bytes((drafts / "one.json").read_bytes())
    (drafts / "one.json").write_bytes(b"")
    listing = library.summaries()
    assert [each.id for each in listing.drafts] == ["two"]
    assert [each.id for each in listing.damaged] == ["one"]


def test_a_copy_that_is_put_away_is_kept_in_the_local_folder(
    library: Library, drafts: Path, local: Path
) -> None:
    stored = library.open("one")
    for title in ("First", "Second"):
        stored.save(titled(sample("one"), title))
        raw = (drafts / "one.json").read_bytes()
        for _ in range(2):  # a sync tool brings the same copy once more
            (drafts / NAMES[0]).write_bytes(raw)
            (copy,) = stored.others.copies("one")
            assert stored.others.put_away(copy)
    kept = sorted((local / "merged").iterdir())
    assert len(kept) == 2
    assert kept[0].read_bytes() != kept[1].read_bytes()
    assert sorted(each.name for each in drafts.iterdir()) == ["one.json", "two.json"]


def test_a_copy_that_has_changed_since_it_was_read_stays(library: Library, drafts: Path) -> None:
    path = drafts / NAMES[0]
    path.write_bytes((drafts / "one.json").read_bytes())
    stored = library.open("one")
    (copy,) = stored.others.copies("one")
    stored.save(titled(sample("one"), "Another version"))
    path.write_bytes((drafts / "one.json").read_bytes())
    assert not stored.others.put_away(copy)
    assert path.exists()


def test_the_list_of_the_last_time_shows_no_copy_as_a_draft(
    library: Library, drafts: Path, folder: Path, local: Path
) -> None:
    for name in NAMES[:4]:
        (drafts / name).write_bytes((drafts / "one.json").read_bytes())
    (drafts / "three.json").write_bytes(b"")
    library.keep_lists()
    found = remembered(folder / "drafts", local)
    assert found is not None
    assert {found.summary(number).id for number in range(len(found))} == {"one", "two"}
    assert len(found) == 2
    assert [each.id for each in found.damaged] == ["three"]
