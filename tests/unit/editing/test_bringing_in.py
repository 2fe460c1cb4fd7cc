"""Bringing a back-up in: unknown drafts are added, known ones joined, none is replaced unseen."""

from datetime import UTC, date, datetime
from pathlib import Path

import msgspec
import pytest

from slaeditor.agreement import Agreement, decode, encode
from slaeditor.editing.bringing_in import Brought, Fate, bring_in, summary_of
from slaeditor.editing.templates import finished_example
from slaeditor.library.archive import pack
from slaeditor.library.drafts import Library
from slaeditor.library.unpacking import Unpacked

TODAY = date(2027, 3, 4)
NOW = datetime(2027, 3, 4, 12, tzinfo=UTC)


@pytest.fixture
def home(tmp_path: Path) -> Library:
    """The library of one computer."""
    return Library(tmp_path / "home" / "library", tmp_path / "home" / "local")


@pytest.fixture
def away(tmp_path: Path) -> Library:
    """The library of another computer."""
    return Library(tmp_path / "away" / "library", tmp_path / "away" / "local")


def agreement(draft_id: str, title: str) -> Agreement:
    return msgspec.structs.replace(finished_example(), id=draft_id, title=title)


def packed(library: Library, tmp_path: Path) -> Path:
    """A back-up of the library as it is now."""
    target = tmp_path / "all.slalib"
    pack(library.folder, target, NOW)
    return target


def brought(library: Library, file: Path) -> tuple[Brought, ...]:
    with Unpacked(file) as source:
        return bring_in(library, source, TODAY)


def retitled(library: Library, draft_id: str, title: str) -> None:
    """Change the title as an open window does."""
    stored = library.open(draft_id)
    stored.save({**stored.draft, "title": title})


def titles(library: Library) -> list[str]:
    return sorted(each.title for each in library.summaries().drafts)


def test_an_empty_library_gets_everything_as_it_was(
    home: Library, away: Library, tmp_path: Path
) -> None:
    for name in ("one", "two", "three"):
        home.create(encode(agreement(name, name.title())))
    home.history("one").add(encode(agreement("one", "Before")), "First", "named")
    home.trash("three")
    found = brought(away, packed(home, tmp_path))
    assert [each.fate for each in found] == [Fate.ADDED, Fate.ADDED, Fate.IN_TRASH]
    assert titles(away) == ["One", "Two"]
    assert [each.title for each in away.trashed().drafts] == ["Three"]
    assert [each.label for each in away.history("one").points()] == ["First"]
    for path in (home.folder / "drafts").iterdir():
        assert (away.folder / "drafts" / path.name).read_bytes() == path.read_bytes()
    again = brought(away, packed(home, tmp_path))
    assert {each.fate for each in again} == {Fate.SAME}
    assert len(away.history("one").points()) == 1


def test_a_newer_version_is_taken_and_the_older_one_is_a_point(
    home: Library, away: Library, tmp_path: Path
) -> None:
    home.create(encode(agreement("one", "Old")))
    brought(away, packed(home, tmp_path))
    retitled(home, "one", "New")
    (found,) = brought(away, packed(home, tmp_path))
    assert found.fate is Fate.NEWER
    assert titles(away) == ["New"]
    history = away.history("one")
    assert "Old" in [history.at(each.id)["title"] for each in history.points()]


def test_an_older_version_goes_into_the_history_only(home: Library, tmp_path: Path) -> None:
    home.create(encode(agreement("one", "Old")))
    file = packed(home, tmp_path)
    retitled(home, "one", "New")
    (found,) = brought(home, file)
    assert found.fate is Fate.OLDER
    assert titles(home) == ["New"]
    (point,) = home.history("one").points()
    assert home.history("one").at(point.id)["title"] == "Old"
    brought(home, file)
    assert len(home.history("one").points()) == 1


def test_what_was_changed_on_both_sides_is_merged(
    home: Library, away: Library, tmp_path: Path
) -> None:
    home.create(encode(agreement("one", "Old")))
    brought(away, packed(home, tmp_path))
    retitled(home, "one", "New at home")
    stored = away.open("one")
    stored.save({**stored.draft, "reference": "AWAY-1"})
    (found,) = brought(away, packed(home, tmp_path))
    assert found.fate is Fate.MERGED
    merged = decode(away.open("one").draft)
    assert (merged.title, merged.reference) == ("New at home", "AWAY-1")
    assert [path.name for path in (away.folder / "drafts").iterdir()] == ["one.json"]


def test_a_damaged_draft_here_stays_and_the_good_one_becomes_a_copy(
    home: Library, tmp_path: Path
) -> None:
    home.create(encode(agreement("one", "Payroll")))
    file = packed(home, tmp_path)
    path = home.folder / "drafts" / "one.json"
    path.write_bytes(path.read_bytes()[:-50])
    torn = path.read_bytes()
    (found,) = brought(home, file)
    assert found.fate is Fate.COPIED
    assert "Payroll (restored)" in found.sentence
    assert path.read_bytes() == torn
    assert titles(home) == ["Payroll (restored)"]


def test_what_is_in_the_trash_here_stays_there(home: Library, tmp_path: Path) -> None:
    home.create(encode(agreement("one", "Payroll")))
    file = packed(home, tmp_path)
    home.trash("one")
    (found,) = brought(home, file)
    assert found.fate is Fate.IN_TRASH
    assert titles(home) == []


def test_a_draft_that_was_damaged_when_it_was_saved_is_named_and_not_taken(
    home: Library, away: Library, tmp_path: Path
) -> None:
    home.create(encode(agreement("one", "Good")))
    (home.folder / "drafts" / "torn.json").write_bytes(b"{")
    found = brought(away, packed(home, tmp_path))
    assert [each.fate for each in found] == [Fate.ADDED, Fate.DAMAGED]
    assert titles(away) == ["Good"]
    assert "Added: 1" in summary_of(found)
    assert "Damaged in the back-up too: 1" in summary_of(found)


def test_histories_of_both_sides_are_united(home: Library, away: Library, tmp_path: Path) -> None:
    home.create(encode(agreement("one", "Old")))
    home.history("one").add(encode(agreement("one", "At home")), "Home", "named")
    brought(away, packed(home, tmp_path))
    away.history("one").add(encode(agreement("one", "Away")), "Away", "named")
    home.history("one").add(encode(agreement("one", "Later")), "Later", "named")
    brought(away, packed(home, tmp_path))
    assert {each.label for each in away.history("one").points()} == {"Home", "Away", "Later"}
    assert len(list((away.folder / "history").iterdir())) == 2


def test_files_are_the_owner_s_alone(home: Library, away: Library, tmp_path: Path) -> None:
    import os
    import stat

    home.create(encode(agreement("one", "Old")))
    home.history("one").add(encode(agreement("one", "Old")), "First", "named")
    before = os.umask(0)
    try:
        brought(away, packed(home, tmp_path))
    finally:
        os.umask(before)
    for path in [*away.folder.rglob("*"), away.folder]:
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0
