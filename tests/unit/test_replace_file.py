"""Replacing a file in one step."""

import os
import stat
from pathlib import Path

import pytest

from slaeditor.replace_file import replace_file


def test_the_new_contents_take_the_place_of_the_old(tmp_path: Path) -> None:
    target = tmp_path / "a"
    replace_file(target, b"one")
    replace_file(target, b"two")
    assert target.read_bytes() == b"two"
    assert list(tmp_path.iterdir()) == [target]


def test_a_link_stays_a_link_to_the_replaced_file(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    link = tmp_path / "link"
    link.symlink_to("real")
    replace_file(link, b"new")
    assert link.is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


def test_nothing_is_left_behind_where_replacing_fails(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError, match="directory"):
        replace_file(tmp_path / "folder", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_a_link_to_itself_is_refused_as_the_system_does(tmp_path: Path) -> None:
    link = tmp_path / "circle"
    link.symlink_to("circle")
    with pytest.raises(OSError, match="symbolic links"):
        replace_file(link, b"new")
    assert list(tmp_path.iterdir()) == [link]


def test_a_folder_that_can_not_be_flushed_is_no_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flush = os.fsync

    def flush_files_only(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(22, "Invalid argument")
        flush(handle)

    monkeypatch.setattr(os, "fsync", flush_files_only)
    replace_file(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"new"


def test_a_file_keeps_the_rights_that_it_had(tmp_path: Path) -> None:
    target = tmp_path / "a"
    target.write_bytes(b"old")
    target.chmod(0o640)
    replace_file(target, b"new")
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_new_file_gets_the_rights_that_new_files_get(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        replace_file(tmp_path / "a", b"new")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o640


@pytest.mark.parametrize("name", ["n" * 250, "契" * 80 + ".docx"])
def test_a_name_as_long_as_the_system_allows_is_no_problem(tmp_path: Path, name: str) -> None:
    replace_file(tmp_path / name, b"old")
    replace_file(tmp_path / name, b"new")
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"new"]
