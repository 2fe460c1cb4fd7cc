"""A whole library in one file: everything is in it, and nothing else is ever taken for one."""

import io
import json
import stat
import zipfile
import zlib
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from slaeditor.errors import BackupRefused, SaveFailed
from slaeditor.library.archive import MANIFEST, checksum, pack
from slaeditor.library.drafts import Library
from slaeditor.library.unpacking import Unpacked
from tests.unit.library.samples import sample, titled

NOW = datetime(2027, 3, 4, 5, 6, 7, tzinfo=UTC)
Entries = dict[str, bytes]


@pytest.fixture
def file(library: Library, folder: Path, tmp_path: Path) -> Path:
    """A back-up of two drafts with a history, and one in the trash."""
    for name in ("one", "two", "gone"):
        library.create(sample(name))
    library.history("one").add(sample("one"), "Opened", "opened")
    library.trash("gone")
    target = tmp_path / "all.slalib"
    pack(folder, target, NOW)
    return target


def entries_of(file: Path) -> Entries:
    """What stands in a zip, by name."""
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def written(file: Path, entries: Sequence[tuple[str | zipfile.ZipInfo, bytes]]) -> Path:
    """The same file with other entries; a manifest for them is made unless they bring one."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in entries:
            archive.writestr(name, raw)
    return file


def manifest_for(entries: Entries, **more: Any) -> bytes:
    """A manifest that fits."""
    about = {"format": "slaeditor-library", "schema": 1, "made": NOW.isoformat()}
    sums = {name: checksum(raw) for name, raw in entries.items() if name != MANIFEST}
    return json.dumps({**about, "files": sums, **more}).encode()


def refusal(file: Path) -> str:
    """The sentence with which it is refused."""
    with pytest.raises(BackupRefused) as error:
        Unpacked(file)
    assert str(error.value).startswith(str(file))
    assert str(error.value).endswith("Nothing was taken from it.")
    return str(error.value)


def test_everything_is_in_it_byte_by_byte(file: Path, folder: Path) -> None:
    with Unpacked(file) as source:
        assert source.moment == NOW
        for name, count in (("drafts", 2), ("trash", 1), ("history", 1)):
            found = list(source.contents(name))
            assert len(found) == count
            for each in found:
                assert each.raw == (folder / name / each.name).read_bytes()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_the_same_library_at_the_same_time_gives_the_same_file(
    file: Path, folder: Path, tmp_path: Path
) -> None:
    pack(folder, tmp_path / "again.slalib", NOW)
    assert (tmp_path / "again.slalib").read_bytes() == file.read_bytes()


def test_damaged_drafts_and_second_versions_come_along(
    library: Library, folder: Path, tmp_path: Path
) -> None:
    library.create(sample("one"))
    drafts = folder / "drafts"
    second = titled(sample("one"), "Other")
    library.save("one", second)
    (drafts / "one (1).json").write_bytes((drafts / "one.json").read_bytes())
    (drafts / "torn.json").write_bytes(b'{"_file"')
    (drafts / "Torn too.json").write_bytes(b"x")
    (drafts / "a folder.json").mkdir()
    packed = pack(folder, tmp_path / "all.slalib", NOW)
    assert packed.drafts == 3
    told = " ".join(packed.notes)
    for words in ("torn.json", "It is in the back-up as it is", "Torn too.json", "a folder.json"):
        assert words in told
    with Unpacked(tmp_path / "all.slalib") as source:
        names = [each.name for each in source.contents("drafts")]
    assert len(names) == 3
    assert {"one.json", "torn.json"} < set(names)


def test_an_empty_library_can_be_packed(folder: Path, tmp_path: Path) -> None:
    assert pack(folder, tmp_path / "all.slalib", NOW).drafts == 0
    with Unpacked(tmp_path / "all.slalib") as source:
        assert list(source.contents("drafts")) == []


def test_a_place_that_can_t_be_written_is_told(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(SaveFailed, match="its folder is gone"):
        pack(folder, tmp_path / "nowhere" / "all.slalib", NOW)


def test_a_file_cut_anywhere_is_refused(file: Path, tmp_path: Path) -> None:
    raw = file.read_bytes()
    cut = tmp_path / "cut.slalib"
    for end in [*range(1, len(raw), 211), len(raw) - 1]:
        cut.write_bytes(raw[:end])
        refusal(cut)


def test_a_changed_byte_is_refused_or_changes_nothing(file: Path, tmp_path: Path) -> None:
    raw, changed = file.read_bytes(), tmp_path / "changed.slalib"
    wanted = entries_of(file)
    for place in range(0, len(raw), 37):
        changed.write_bytes(raw[:place] + bytes([raw[place] ^ 0x41]) + raw[place + 1 :])
        try:
            with Unpacked(changed) as source:
                found = {f"{each.folder}/{each.name}": each.raw for each in all_of(source)}
        except BackupRefused:
            continue
        assert all(wanted[name] == part for name, part in found.items())


def all_of(source: Unpacked) -> list[Any]:
    return [each for name in ("drafts", "trash", "history") for each in source.contents(name)]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("../drafts/one.json", "leads out of the library"),
        ("drafts/../../one.json", "leads out of the library"),
        ("/etc/passwd", "leads out of the library"),
        ("C:/one.json", "leads out of the library"),
        ("drafts\\one.json", "leads out of the library"),
        ("drafts/con.json", "Windows keeps for devices"),
        ("trash/LPT1.json", "Windows keeps for devices"),
        ("drafts/Three.json", "is no back-up of SLA Editor: it holds"),
        ("drafts/three.json/", "is no back-up of SLA Editor: it holds"),
        ("drafts/ONE.json", "one file on many computers"),
        ("word/document.xml", "is no back-up of SLA Editor: it holds"),
        ("drafts/three.json", "which its manifest doesn't name"),
        ("drafts/" + "a" * 41 + ".json", "is no back-up of SLA Editor: it holds"),
    ],
)
def test_no_name_in_it_leads_anywhere_else(file: Path, name: str, sentence: str) -> None:
    entries = entries_of(file)
    assert sentence in refusal(written(file, [*entries.items(), (name, b"x")]))


def test_a_name_that_stands_there_twice_is_refused(file: Path) -> None:
    entries = entries_of(file)
    twice = [*entries.items(), ("drafts/one.json", b"x")]
    with pytest.warns(UserWarning, match="Duplicate name"):
        written(file, twice)
    assert "twice" in refusal(file)


def test_a_link_is_refused(file: Path) -> None:
    link = zipfile.ZipInfo("drafts/link.json")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    assert "which is a link" in refusal(written(file, [*entries_of(file).items(), (link, b"/etc")]))


def test_a_locked_file_is_refused(file: Path) -> None:
    raw = bytearray(file.read_bytes())
    at = raw.index(b"PK\x01\x02")
    raw[at + 8] |= 1
    file.write_bytes(raw)
    assert "locked with a password" in refusal(file)


def test_other_ways_of_packing_are_refused(file: Path) -> None:
    entries = entries_of(file)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_LZMA) as archive:
        for name, raw in entries.items():
            archive.writestr(name, raw)
    assert "packed in a way that no back-up is" in refusal(file)


def test_a_bomb_is_refused_before_anything_is_unpacked(file: Path) -> None:
    entries = {**entries_of(file), "drafts/bomb.json": b" " * 4_000_000}
    entries[MANIFEST] = manifest_for(entries)
    assert "packed far tighter than any text" in refusal(written(file, list(entries.items())))
    entries["drafts/bomb.json"] = bytes(9 * 1024**2)
    assert "more than any draft" in refusal(written(file, list(entries.items())))


def test_a_bomb_that_lies_about_its_size_gets_no_further_than_it_says(file: Path) -> None:
    small, large = b"x" * 1000, b"x" * 50_000_000
    entries = {**entries_of(file), "drafts/bomb.json": small}
    entries[MANIFEST] = manifest_for(entries)
    written(file, list(entries.items()))
    raw = file.read_bytes()
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed_small = zlib.compressobj(-1, zlib.DEFLATED, -15)
    short = packed_small.compress(small) + packed_small.flush()
    long = packer.compress(large) + packer.flush()
    assert raw.count(short) >= 1
    file.write_bytes(raw.replace(short, long[: len(short)], 1))
    refusal(file)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"format": "budget"}, "its manifest says something else"),
        ({"schema": 2}, "newer version of SLA Editor"),
        ({"schema": "1"}, "by which version"),
        ({"files": []}, "names no files"),
        ({"files": {}}, "which its manifest doesn't name"),
        ({"made": "once"}, ""),
    ],
)
def test_the_manifest_has_to_fit(file: Path, change: dict[str, Any], sentence: str) -> None:
    entries = entries_of(file)
    entries[MANIFEST] = manifest_for(entries, **change)
    written(file, list(entries.items()))
    if sentence:
        assert sentence in refusal(file)
    else:
        Unpacked(file).__exit__()


def test_a_manifest_that_names_more_than_there_is_is_refused(file: Path) -> None:
    entries = entries_of(file)
    entries[MANIFEST] = manifest_for({**entries, "drafts/three.json": b"x"})
    assert "which isn't in it" in refusal(written(file, list(entries.items())))


def test_a_content_that_doesn_t_fit_its_checksum_is_refused(file: Path) -> None:
    entries = {**entries_of(file), "drafts/one.json": b"{}"}
    assert "doesn't fit its checksum" in refusal(written(file, list(entries.items())))


FOREIGN: list[tuple[Callable[[], bytes], str]] = [
    (lambda: b"", "is empty"),
    (lambda: b"dear all,", "is no back-up of a library"),
    (lambda: b"PK\x03\x04 and then", "is cut off or damaged"),
    (lambda: zipped({}), "it has no manifest"),
    (lambda: zipped({"a.txt": b"x"}), "is no back-up of SLA Editor: it holds “a.txt”"),
    (lambda: zipped({MANIFEST: b"[" * 100_000}), "a manifest that can't be read"),
    (lambda: zipped({MANIFEST: b"\xff"}), "a manifest that can't be read"),
]


def zipped(entries: Entries) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, raw in entries.items():
            archive.writestr(name, raw)
    return out.getvalue()


@pytest.mark.parametrize(("make", "sentence"), FOREIGN, ids=[each[1] for each in FOREIGN])
def test_foreign_files_are_named(tmp_path: Path, make: Callable[[], bytes], sentence: str) -> None:
    path = tmp_path / "x.slalib"
    path.write_bytes(make())
    assert sentence in refusal(path)


def test_what_is_no_file_is_named(tmp_path: Path) -> None:
    assert "is no file" in refusal(tmp_path)
    with pytest.raises(BackupRefused, match="can't be read"):
        Unpacked(tmp_path / "nowhere")
