"""Exporting to a file: the old file stays whole, and every obstacle is one clear sentence."""

import os
import stat
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from slaeditor.errors import ExportCancelled, ExportFailed
from slaeditor.word.export import export
from tests.unit.word.rich_document import rich

TODAY = date(2027, 1, 12)


def write(target: Path, cancelled: Callable[[], bool] | None = None) -> None:
    """Export the rich document."""
    export(rich(), target, today=TODAY, cancelled=cancelled)


def refusal(target: Path) -> str:
    """The sentence with which an export is refused; the folder is as it was before."""
    folder = target.parent
    before = sorted(folder.iterdir()) if folder.is_dir() else []
    with pytest.raises(ExportFailed) as caught:
        write(target)
    assert (sorted(folder.iterdir()) if folder.is_dir() else []) == before
    assert "\n" not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize(
    ("name", "start"),
    [("a.docx", b"PK"), ("A.DOCX", b"PK"), ("a.html", b"<!DOCTYPE"), ("a.txt", b"Service")],
)
def test_the_suffix_decides_the_form(tmp_path: Path, name: str, start: bytes) -> None:
    write(tmp_path / name)
    assert (tmp_path / name).read_bytes().startswith(start)
    assert [file.name for file in tmp_path.iterdir()] == [name]


def test_an_old_file_is_replaced_and_keeps_its_mode(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    target.write_text("old")
    target.chmod(0o640)
    write(target)
    assert target.read_text(encoding="utf-8").startswith("Service Level Agreement")
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_new_file_has_the_mode_that_the_umask_leaves(tmp_path: Path) -> None:
    old = os.umask(0o027)
    try:
        write(tmp_path / "a.txt")
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "a.txt").stat().st_mode) == 0o640


@pytest.mark.parametrize("name", ["a.odt", "a", ".docx", "a.doc"])
def test_an_unknown_form_is_refused(tmp_path: Path, name: str) -> None:
    assert ".docx, .pdf, .html or .txt" in refusal(tmp_path / name)


def test_a_missing_folder_is_named_and_not_made(tmp_path: Path) -> None:
    assert "doesn't exist" in refusal(tmp_path / "gone" / "a.docx")
    assert not (tmp_path / "gone").exists()


def test_a_file_in_place_of_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert "is a file, not a folder" in refusal(tmp_path / "file" / "a.docx")


def test_a_folder_as_target_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.docx").mkdir()
    assert "is a folder" in refusal(tmp_path / "a.docx")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes among its files")
def test_a_pipe_or_a_device_is_refused_and_stays(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "device.docx").symlink_to(os.devnull)
    for target in (tmp_path / "pipe.txt", tmp_path / "device.docx"):
        assert "no ordinary file" in refusal(target)
    assert stat.S_ISFIFO((tmp_path / "pipe.txt").stat().st_mode)


def test_a_read_only_file_is_refused_whoever_asks(tmp_path: Path) -> None:
    target = tmp_path / "a.docx"
    target.write_bytes(b"old")
    target.chmod(0o444)
    assert "read-only" in refusal(target)
    assert target.read_bytes() == b"old"


def test_a_read_only_folder_is_refused_whoever_asks(tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir()
    folder.chmod(0o555)
    try:
        assert "read-only" in refusal(folder / "a.docx")
    finally:
        folder.chmod(0o755)


@pytest.mark.parametrize(
    ("name", "lock", "program"),
    [
        ("a.docx", ".~lock.a.docx#", "LibreOffice"),
        ("a.docx", "~$a.docx", "Word"),
        ("agreement.docx", "~$reement.docx", "Word"),
        ("sevenxx.docx", "~$evenxx.docx", "Word"),
    ],
)
def test_a_file_that_is_open_elsewhere_is_refused(
    tmp_path: Path, name: str, lock: str, program: str
) -> None:
    (tmp_path / name).write_bytes(b"old")
    (tmp_path / lock).write_bytes(b"")
    assert f"open in {program}" in refusal(tmp_path / name)
    assert (tmp_path / name).read_bytes() == b"old"


def test_the_lock_of_another_file_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "~$b.docx").write_bytes(b"")
    write(tmp_path / "aab.docx")


def test_a_name_that_is_too_long_for_the_system_is_refused(tmp_path: Path) -> None:
    assert "Choose another name" in refusal(tmp_path / ("x" * 300 + ".txt"))


def test_stopping_leaves_the_old_file(tmp_path: Path) -> None:
    for name in ("a.docx", "a.txt"):
        target = tmp_path / name
        target.write_bytes(b"old")
        with pytest.raises(ExportCancelled):
            write(target, cancelled=lambda: True)
        assert target.read_bytes() == b"old"
