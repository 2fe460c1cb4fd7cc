"""Damaged files: named, never opened as an empty draft, never overwritten."""

import hashlib
import json
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from slaeditor.errors import Damaged, Refused, SaveFailed, SlaError, TooNew
from slaeditor.library.draftfile import Header, dumped, packed, unpacked
from slaeditor.library.drafts import Library
from slaeditor.library.limits import DRAFT_BYTES
from slaeditor.library.migrations import SCHEMA
from tests.unit.library.samples import sample, titled

DRAFT = titled(sample(), "Wörter")


def file_of(draft: dict[str, object], schema: int = 1) -> bytes:
    """The bytes of a draft's file."""
    header = Header(schema, datetime(2027, 1, 1, tzinfo=UTC))
    return packed(header, dumped({"draft": {"1": draft}}))


RAW = file_of(DRAFT)
KINDS: list[tuple[Callable[[bytes], bytes], str]] = [
    (lambda raw: b"", "is empty"),
    (lambda raw: raw[: len(raw) // 2], "ends in the middle"),
    (lambda raw: raw[:-1], "ends in the middle"),
    (lambda raw: bytes(len(raw)), "nothing but zeros"),
    (lambda raw: raw[:300] + bytes(len(raw) - 300), "a stretch of zeros"),
    (lambda raw: raw.replace(b"Level 1", b"Level 7"), "at least one character has changed"),
    (lambda raw: raw.decode().encode("latin-1", "replace"), "isn't UTF-8"),
    (lambda raw: raw.decode().encode("utf-16"), "zeros"),
    (lambda raw: b"<<<<<<< mine\n" + raw + b"\n=======\n" + raw, "marks of a merge"),
    (lambda raw: b"[" * 100_000, "nested deeper"),
    (lambda raw: b'{"a":' * 100_000, "nested deeper"),
    (lambda raw: b"[1, 2]", "of another program"),
    (lambda raw: b'{"_default": {"1": {"x": 1}}}', "of another program"),
    (lambda raw: b'{"_file": {"1": {"format": "budget", "schema": 1}}}', 'holds "budget"'),
    (lambda raw: b'{"_file": {"1": {"format": "slaeditor-draft"}}}', "by which version"),
    (lambda raw: b"dear all,", "can't be read from character 1 on"),
    (lambda raw: b'{"a": NaN}', "a number that no draft holds"),
    (lambda raw: file_of(DRAFT | {"x": "1e999"}).replace(b'"1e999"', b"1e999"), "a number that"),
    (lambda raw: b'{"a": ' + b"9" * 5000 + b"}", "a number that no draft holds"),
    (lambda raw: packed(Header(1, unpacked(raw, "", 1)[0].saved), b"{}"), "holds no draft"),
]


@pytest.mark.parametrize(("damage", "sentence"), KINDS, ids=[kind[1] for kind in KINDS])
def test_each_kind_of_damage_is_named_and_left_alone(
    library: Library, folder: Path, damage: Callable[[bytes], bytes], sentence: str
) -> None:
    library.create(sample("good"))
    path = folder / "drafts" / "one.json"
    path.write_bytes(damage(RAW))
    with pytest.raises(Damaged) as error:
        library.open("one")
    assert sentence in str(error.value)
    assert str(path) in str(error.value)
    for call in (
        lambda: library.save("one", sample()),
        lambda: library.create(sample()),
    ):
        with pytest.raises((Damaged, Refused)):
            call()
    assert path.read_bytes() == damage(RAW)
    listing = library.summaries()
    assert [each.id for each in listing.drafts] == ["good"]
    (damaged,) = listing.damaged
    assert (damaged.id, damaged.path, damaged.sentence) == ("one", path, str(error.value))


def test_a_newer_file_is_not_called_damaged_and_left_alone(library: Library, folder: Path) -> None:
    library.create(sample("good"))
    path = folder / "drafts" / "one.json"
    path.write_bytes(file_of(DRAFT, schema=SCHEMA + 1))
    with pytest.raises(TooNew, match="newer version of SLA Editor"):
        library.open("one")
    with pytest.raises(TooNew):
        library.save("one", sample())
    assert path.read_bytes() == file_of(DRAFT, schema=SCHEMA + 1)
    (damaged,) = library.summaries().damaged
    assert "newer version" in damaged.sentence
    assert "Wörter" in damaged.recoverable


def test_the_list_says_what_can_be_recovered(library: Library, folder: Path) -> None:
    library.create(DRAFT)
    library.history("one").add(DRAFT, "Opened", "opened")
    library.open("one").keep_recovery(titled(DRAFT, "Unsaved"))
    path = folder / "drafts" / "one.json"
    path.write_bytes(path.read_bytes()[:-20])
    (damaged,) = library.summaries().damaged
    assert "1 earlier version, the newest from today at " in damaged.recoverable
    assert "recovery copy" in damaged.recoverable
    assert "title can still be read: “Wörter”" in damaged.recoverable
    path.write_bytes(b"")
    (damaged,) = library.summaries().damaged
    assert "title" not in damaged.recoverable


def test_a_damaged_draft_without_anything_left_says_so(library: Library, folder: Path) -> None:
    (folder / "drafts").mkdir(parents=True)
    (folder / "drafts" / "one.json").write_bytes(b"")
    (damaged,) = library.summaries().damaged
    assert "Nothing of it can be recovered" in damaged.recoverable


def test_a_damaged_draft_can_be_moved_to_the_trash_and_back(library: Library, folder: Path) -> None:
    (folder / "drafts").mkdir(parents=True)
    (folder / "drafts" / "one.json").write_bytes(b"x")
    library.trash("one")
    assert [each.id for each in library.trashed().damaged] == ["one"]
    library.restore("one")
    assert (folder / "drafts" / "one.json").read_bytes() == b"x"


def test_a_draft_copied_by_hand_is_no_second_draft(library: Library, folder: Path) -> None:
    library.create(sample())
    for name in ("copy.json", "one.sync-conflict-20270101-120000-ABCDEFG.json", "one (1).json"):
        (folder / "drafts" / name).write_bytes((folder / "drafts" / "one.json").read_bytes())
    listing = library.summaries()
    assert [(each.id, each.versions) for each in listing.drafts] == [("one", 3)]
    assert listing.damaged == ()
    with pytest.raises(Damaged, match="a copy made by hand"):
        library.open("copy")


def test_other_files_in_the_folder_are_none_of_our_business(library: Library, folder: Path) -> None:
    library.create(sample())
    for name in (".DS_Store", "desktop.ini", "~one.json.1.tmp", ".hidden.json", "notes.txt"):
        (folder / "drafts" / name).write_bytes(b"x")
    (folder / "drafts" / ".stfolder").mkdir()
    listing = library.summaries()
    assert (len(listing.drafts), listing.damaged) == (1, ())


def test_what_only_looks_like_a_draft_is_named_and_hides_no_other(
    library: Library, folder: Path
) -> None:
    library.create(sample("good"))
    drafts = folder / "drafts"
    (drafts / "folder.json").mkdir()
    (drafts / "circle.json").symlink_to(drafts / "circle.json")
    (drafts / "nowhere.json").symlink_to(drafts / "gone")
    os.mkfifo(drafts / "pipe.json")
    with (drafts / "huge.json").open("wb") as huge:
        huge.truncate(3 * 1024**3)
    listing = library.summaries()
    assert [each.id for each in listing.drafts] == ["good"]
    told = {each.id: each.sentence for each in listing.damaged}
    for name, sentence in {
        "folder": "can't be read: it is a folder",
        "circle": "can't be read: its links lead in a circle",
        "nowhere": "leads to a file that isn't there",
        "pipe": "can't be read: it is a device or a pipe",
        "huge": "has 3,072 MB, more than any file of its kind (8 MB at most)",
    }.items():
        assert sentence in told.pop(name)
        with pytest.raises(SlaError):
            library.open(name)
    assert not told
    assert [each.id for each in library.find("hosting")] == ["good"]


def test_a_draft_larger_than_any_that_can_be_read_is_not_written(library: Library) -> None:
    library.create(sample())
    with pytest.raises(SaveFailed, match="no draft may hold more than 8 MB"):
        library.save("one", titled(sample(), "x" * DRAFT_BYTES))
    assert library.open("one").draft == sample()


@pytest.mark.parametrize("depth", [45, 300, 600, 950])
def test_a_draft_nested_too_deep_is_refused_at_every_depth(
    library: Library, folder: Path, depth: int
) -> None:
    library.create(sample("good"))
    raw = file_of(titled(sample(), "DEEP"))
    blank = raw.replace(unpacked_sum(raw), b"").replace(b'"DEEP"', b"[" * depth + b"]" * depth)
    named = hashlib.blake2b(blank, digest_size=16).hexdigest().encode()
    whole = blank.replace(b'"sum":""', b'"sum":"' + named + b'"')
    (folder / "drafts" / "one.json").write_bytes(whole)
    with pytest.raises(Damaged, match="nested deeper"):
        library.open("one")
    assert [each.id for each in library.summaries().drafts] == ["good"]
    assert [each.id for each in library.find("hosting")] == ["good"]


def unpacked_sum(raw: bytes) -> bytes:
    """The checksum in a file's first bytes."""
    return raw.split(b'"sum":"')[1][:32]


def test_a_file_that_another_tool_laid_out_anew_is_whole(library: Library, folder: Path) -> None:
    library.create(DRAFT)
    path = folder / "drafts" / "one.json"
    text = json.dumps(json.loads(path.read_bytes()), indent=4)
    path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode("utf-8"))
    assert library.open("one").draft == DRAFT
    assert library.summaries().drafts[0].title == "Wörter"
    path.write_text(text.replace("Level 1", "Level 7"), encoding="utf-8")
    with pytest.raises(Damaged, match="checksum"):
        library.open("one")


def test_a_file_cut_anywhere_is_damaged() -> None:
    for end in range(len(RAW)):
        with pytest.raises(Damaged):
            unpacked(RAW[:end], "x", 1)


@given(some.integers(0, len(RAW) - 1), some.integers(1, 255))
def test_a_changed_byte_never_passes_for_another_draft(place: int, change: int) -> None:
    raw = bytearray(RAW)
    raw[place] ^= change
    try:
        tables = unpacked(bytes(raw), "x", 1)[1]
    except SlaError:
        return
    assert tables["draft"]["1"] == DRAFT


@given(some.binary(max_size=60))
def test_any_bytes_are_a_clear_sentence(raw: bytes) -> None:
    with pytest.raises(SlaError, match="It was left as it is"):
        unpacked(raw, "x", 1)


def test_a_file_nested_too_deep_hides_no_other_draft(library: Library, folder: Path) -> None:
    library.create(sample("good"))
    deep = b"[" * 100_000 + b"]" * 100_000
    raw = file_of(titled(sample(), "DEEP")).replace(b'"DEEP"', deep)
    header, body = raw.split(b'"sum":"')
    blank = header + b'"sum":"' + body[32:]
    named = hashlib.blake2b(blank, digest_size=16).hexdigest().encode()
    (folder / "drafts" / "one.json").write_bytes(header + b'"sum":"' + named + body[32:])
    listing = library.summaries()
    assert [each.id for each in listing.drafts] == ["good"]
    assert [each.id for each in listing.damaged] == ["one"]
    assert [each.id for each in library.find("hosting")] == ["good"]
