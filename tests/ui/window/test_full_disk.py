"""A disk that is really full, or a folder that really can't be written: told, and made good."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from slaeditor.library.drafts import Library
from tests.ui.window.opened import Person, stored

if sys.platform != "win32":
    import resource

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a full disk is made the POSIX way")

Show = Callable[[], Person]
TITLE = "What is this agreement called?, required"


@dataclass
class Disk:
    """A small disk, or, where none can be mounted, a limit on what the process may write."""

    folder: Path
    is_mounted: bool

    def fill(self) -> None:
        """Let nothing more fit."""
        if not self.is_mounted:
            resource.setrlimit(resource.RLIMIT_FSIZE, (100, resource.RLIM_INFINITY))
            return
        try:
            with (self.folder / "film").open("wb", buffering=0) as file:
                while file.write(b"x" * 512):
                    pass
        except OSError:
            return

    def free(self) -> None:
        """Make room."""
        if self.is_mounted:
            (self.folder / "film").unlink(missing_ok=True)
        else:
            most = resource.RLIM_INFINITY
            resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Disk]:
    """A disk of one megabyte for the library."""
    folder = tmp_path / "disk"
    folder.mkdir()
    is_mounted = shutil.which("mount") is not None and os.geteuid() == 0
    if is_mounted:
        command = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
        is_mounted = subprocess.run(command, capture_output=True, check=False).returncode == 0
    disk = Disk(folder, is_mounted)
    try:
        yield disk
    finally:
        disk.free()
        if is_mounted:
            subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.fixture
def library(small_disk: Disk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Library:
    """A library on the small disk; this computer's own folder lies on another one."""
    monkeypatch.setenv("SLAEDITOR_LOCAL", str(tmp_path / "local"))
    return Library(small_disk.folder / "library")


def title_on_disk(library: Library, draft_id: str) -> object:
    """What another program reads."""
    return Library(library.folder).open(draft_id).draft.get("title")


def test_a_full_disk_is_told_nothing_is_lost_and_room_mends_it_by_itself(
    show: Show, library: Library, small_disk: Disk
) -> None:
    payroll = stored(library, "Payroll")
    person = show()
    person.press(Qt.Key.Key_Return)
    person.qtbot.wait(100)
    small_disk.fill()
    person.write(TITLE, "Pay run")
    person.waits_to_see("Not saved")
    told = "the disk is full" if small_disk.is_mounted else "larger than allowed here"
    assert person.sees(told)
    assert person.sees("save a copy elsewhere") or person.sees("Save a copy elsewhere")
    if small_disk.is_mounted:
        assert person.sees("A copy is kept on this computer and offered at the next start.")
        assert Library(library.folder).recoveries()[0].title == "Pay run"
    QTest.keyClicks(person.find(TITLE), " 2027")
    assert title_on_disk(library, payroll) == "Payroll"
    small_disk.free()
    person.qtbot.waitUntil(lambda: title_on_disk(library, payroll) == "Pay run 2027", timeout=9000)
    person.qtbot.waitUntil(lambda: not person.sees("Not saved"), timeout=5000)
    assert Library(library.folder).recoveries() == []


@pytest.mark.skipif("not hasattr(os, 'geteuid')", reason="there are no rights of this kind")
def test_a_folder_that_cannot_be_written_shows_the_agreement_read_only(
    show: Show, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored(library, "Payroll")
    drafts = library.folder / "drafts"
    asked = os.access
    # Root may write everywhere, so the system's answer is given in its place.
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != drafts and asked(path, mode))
    person = show()
    person.press(Qt.Key.Key_Return)
    assert person.sees("can’t be written, so changes could not be saved.")
    desk = person.window.workshop.bench.desk
    assert desk is not None
    assert not desk.draft.permission.is_given
    monkeypatch.setattr(os, "access", asked)
    person.waits_to_see("This agreement can be written again: you can edit it now.")
    assert desk.draft.permission.is_given
