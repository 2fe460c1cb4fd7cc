"""The list's cache and the search: quick, and never believed more than the files."""

import os
import time
from pathlib import Path

import pytest

from slaeditor.files import FileSystem
from slaeditor.library.drafts import Library
from slaeditor.library.words import words_of
from tests.unit.library.samples import sample, titled


class CountingFiles(FileSystem):
    """The real file system; notes which files were read."""

    def __init__(self) -> None:
        self.read_names: list[str] = []

    def read(self, path: Path) -> bytes:
        self.read_names.append(path.name)
        return super().read(path)

    def drafts_read(self) -> int:
        """How many drafts were read since the last call."""
        count = sum(name.startswith("d-") for name in self.read_names)
        self.read_names.clear()
        return count


def filled(folder: Path, local: Path, count: int = 20) -> CountingFiles:
    """A library of drafts that were written a while ago, listed once so that a cache exists."""
    library = Library(folder, local)
    for number in range(count):
        library.create(sample(f"d-{number}", f"Draft {number}"))
        age_by_an_hour(folder / "drafts" / f"d-{number}.json")
    library.summaries()
    library.find("draft")
    return CountingFiles()


def age_by_an_hour(path: Path) -> None:
    past = time.time() - 3600
    os.utime(path, (past, past))


def test_only_changed_drafts_are_read_again(folder: Path, local: Path) -> None:
    files = filled(folder, local)
    library = Library(folder, local, files)
    before = library.summaries()
    assert len(before.drafts) == 20
    assert files.drafts_read() == 0
    library.save("d-7", titled(sample("d-7"), "Changed"))
    files.drafts_read()
    after = library.summaries()
    assert files.drafts_read() == 1
    assert after.drafts[0].title == "Changed"
    assert set(after.drafts[1:]) == set(before.drafts) - {
        each for each in before.drafts if each.id == "d-7"
    }


def test_a_draft_written_just_now_is_not_taken_from_the_cache(folder: Path, local: Path) -> None:
    """Same size and same tick of the clock must not hide a change."""
    library = Library(folder, local)
    library.create(sample(title="AAA"))
    path = folder / "drafts" / "one.json"
    other = Library(folder.with_name("other"), local.with_name("elsewhere"))
    other.create(sample(title="BBB"))
    assert library.summaries().drafts[0].title == "AAA"
    before = path.stat()
    path.write_bytes((other.folder / "drafts" / "one.json").read_bytes())
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size
    assert library.summaries().drafts[0].title == "BBB"
    assert [each.title for each in library.find("bbb")] == ["BBB"]


@pytest.mark.parametrize("rubbish", [b"", b"{}", b"\0" * 100, b"[]\n[]", b"\xff"])
def test_a_damaged_cache_is_built_again(folder: Path, local: Path, rubbish: bytes) -> None:
    filled(folder, local)
    caches = list((local / "cache").iterdir())
    assert len(caches) == 2
    for cache in caches:
        cache.write_bytes(rubbish)
    library = Library(folder, local)
    assert len(library.summaries().drafts) == 20
    assert len(library.find("draft 7")) == 2


def test_one_changed_letter_in_the_cache_is_not_believed(folder: Path, local: Path) -> None:
    filled(folder, local)
    for cache in (local / "cache").iterdir():
        cache.write_bytes(cache.read_bytes().replace(b"raft 7", b"raft X"))
    library = Library(folder, local)
    assert "Draft 7" in {each.title for each in library.summaries().drafts}
    assert [each.title for each in library.find("7")].count("Draft 7") == 1


def test_the_list_needs_no_local_folder(folder: Path, local: Path) -> None:
    local.write_bytes(b"a file where the folder should be")
    library = Library(folder, local)
    for number in range(10):
        library.create(sample(f"d-{number}"))
    assert len(library.summaries().drafts) == 10
    assert len(library.find("hosting")) == 10


def test_a_draft_that_came_or_went_outside_is_noticed(folder: Path, local: Path) -> None:
    filled(folder, local)
    library = Library(folder, local)
    library.summaries()
    (folder / "drafts" / "d-1.json").unlink()
    Library(folder, local).create(sample("late", "Late arrival"))
    assert {each.id for each in library.summaries().drafts} == {
        "late", *(f"d-{number}" for number in range(20) if number != 1),
    }  # fmt: skip
    assert [each.id for each in library.find("arrival")] == ["late"]
    assert library.find("draft") and "d-1" not in {each.id for each in library.find("draft")}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("zürich", {"one", "two"}),
        ("ZURICH cafe", {"one", "two"}),
        ("prüfstände", {"two"}),
        ("PRUFSTANDE", {"two"}),
        ("strasse", {"two"}),
        ("99.9", {"one", "two"}),
        ("99.95", {"two"}),
        ("hosting nordlicht", {"one"}),
        ("nordlicht missing", set()),
        ("  ", {"one", "two"}),
        ("lodz oresund", {"two"}),
        ("(99.95 %),", {"two"}),
        ("avl-1", set()),
        ("שלום", {"two"}),
        ("host", {"one"}),
    ],
)
def test_every_word_must_occur(library: Library, words: str, found: set[str]) -> None:
    library.create(sample("one", levels=2))
    text = "Jährliche Prüfstände: 99.95 % in der Hauptstraße, Łódź & Øresund, שלום"
    library.create({**sample("two", "Zweite", levels=2), "terms": {"text": text}})
    plain = {each.id for each in library.find(words)}
    assert plain == found


def test_words_lose_what_surrounds_them() -> None:
    assert words_of('(The "24-hour" rule, 99.9 %!)') == {"the", "24-hour", "rule", "99.9"}


def test_the_trash_and_damaged_drafts_are_not_searched(library: Library, folder: Path) -> None:
    library.create(sample("one"))
    library.create(sample("two"))
    library.trash("one")
    (folder / "drafts" / "two.json").write_bytes(b'{"title": "Hosting"')
    assert library.find("hosting") == []


def test_a_folder_that_can_not_be_read_is_named(folder: Path, local: Path) -> None:
    folder.mkdir()
    (folder / "drafts").write_bytes(b"a file")
    library = Library(folder, local)
    (damaged,) = library.summaries().damaged
    assert "can't be read" in damaged.sentence
    assert library.find("x") == []
