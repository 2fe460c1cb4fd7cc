"""A second start hands over to the window that is open, and trusts nobody; nor does the first."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from threading import Timer

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from slaeditor.agreement import encode
from slaeditor.library.drafts import Library, create_file
from tests.architecture.rules import ROOT
from tests.ui.window.opened import Person, internal, stored
from ui.doorbell import Doorbell, answer_the_door
from ui.handing_over import handed_over
from ui.one_process import LARGEST, Misread, Request, Seat, packed, unpacked

Show = Callable[[], Person]

# The program; says on its output once its window has been painted, and each title of the window.
_FIRST = """
import sys
from ui import window
import main
painted = window.MainWindow._on_painted
def _on_painted(self):
    painted(self)
    self.windowTitleChanged.connect(lambda title: print("title", title, flush=True))
    print("painted", flush=True)
window.MainWindow._on_painted = _on_painted
sys.exit(main.main(sys.argv[1:]))
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library with one agreement, on a computer whose sockets have a folder."""
    monkeypatch.setenv("SLAEDITOR_LOCAL", str(tmp_path / "local"))
    monkeypatch.setenv("SLAEDITOR_LIBRARY", str(tmp_path / "library"))
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    stored(Library(tmp_path / "library"), "Payroll")
    return tmp_path


@pytest.fixture
def first(folder: Path) -> "Iterator[subprocess.Popen[str]]":
    """The program, with its window open."""
    with subprocess.Popen(
        [sys.executable, "-c", _FIRST], cwd=folder, stdout=subprocess.PIPE, text=True
    ) as process:
        limit = Timer(90, process.kill)
        limit.start()
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == "painted\n"
            yield process
        finally:
            limit.cancel()
            process.kill()


def start(folder: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    """Start the program a second time, which must end by itself."""
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *words],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )


def test_a_second_start_ends_at_once_and_its_file_opens_in_the_first_window(
    folder: Path, first: "subprocess.Popen[str]"
) -> None:
    create_file(folder / "sent by mail.sla", encode(internal("Leads")), folder / "local")
    again = start(folder, "sent by mail.sla")
    assert (again.returncode, again.stdout, again.stderr) == (0, "", "")
    assert first.stdout is not None
    assert first.stdout.readline() == "title Leads – SLA Editor\n"
    same = start(folder, "--library", str(folder / "library" / ".." / "library"))
    assert same.returncode == 0
    assert first.poll() is None


def test_another_library_has_a_window_of_its_own(
    folder: Path, first: "subprocess.Popen[str]"
) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _FIRST, "--library", str(folder / "other")],
        cwd=folder,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "painted\n"
        other.terminate()
        assert other.wait(20) == 0


def test_after_a_kill_the_next_start_is_the_first_one(
    folder: Path, first: "subprocess.Popen[str]"
) -> None:
    first.kill()
    first.wait()
    with subprocess.Popen(
        [sys.executable, "-c", _FIRST], cwd=folder, stdout=subprocess.PIPE, text=True
    ) as again:
        assert again.stdout is not None
        assert again.stdout.readline() == "painted\n"
        assert start(folder).returncode == 0
        again.terminate()
        assert again.wait(20) == 0


def test_a_window_that_hangs_is_told_of_and_the_second_one_shows(
    folder: Path, first: "subprocess.Popen[str]"
) -> None:
    first.send_signal(signal.SIGSTOP)
    with subprocess.Popen(
        [sys.executable, "-c", _FIRST],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as second:
        assert second.stdout is not None and second.stderr is not None
        begun = time.monotonic()
        assert second.stdout.readline() == "painted\n"
        assert 2 < time.monotonic() - begun < 20
        second.terminate()
        told = second.stderr.read()
    assert f"open with this library already (process {first.pid}), but doesn’t answer" in told
    first.send_signal(signal.SIGCONT)


def test_a_seat_is_one_persons_for_one_library(tmp_path: Path) -> None:
    seat, other = Seat(tmp_path / "one"), Seat(tmp_path / "one")
    assert seat.take() and seat.take()
    assert not other.take()
    assert other.holder() == os.getpid()
    assert Seat(tmp_path / "two").take()
    assert Seat(tmp_path / "two").address != seat.address == other.address
    seat.leave()
    assert other.take()


def test_where_no_lock_can_be_had_the_window_shows(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    seat = Seat(tmp_path / "file" / "local")
    assert seat.take()
    assert not seat.is_held


@pytest.mark.parametrize("file", [None, Path("/ann/ä “b”\n.sla"), Path("/x\udcff.sla")])
def test_a_request_reads_back(file: Path | None) -> None:
    assert unpacked(packed(Request(file, "token_TIME1"))) == Request(file, "token_TIME1")


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\n",
        b"{}\n",
        b"[1]\n",
        b"null\n",
        b"\xff\xfe\n",
        b'{"slaeditor": 1, "file": null, "token": ""}',
        b'{"slaeditor": 2, "file": null, "token": ""}\n',
        b'{"slaeditor": true, "file": null, "token": ""}\n',
        b'{"slaeditor": 1, "file": "relative.sla", "token": ""}\n',
        b'{"slaeditor": 1, "file": "/a\\u0000b", "token": ""}\n',
        b'{"slaeditor": 1, "file": 7, "token": ""}\n',
        b'{"slaeditor": 1, "file": null, "token": "a\\nb"}\n',
        b'{"slaeditor": 1, "file": null, "token": null}\n',
        b'{"slaeditor": 1, "file": null, "token": "", "more": 1}\n',
        b"[" * 30_000 + b"\n",
        b'{"slaeditor": 1, "file": null, "token": "' + b"x" * LARGEST + b'"}\n',
    ],
)
def test_what_is_no_request_is_refused(raw: bytes) -> None:
    with pytest.raises(Misread):
        unpacked(raw)


@pytest.fixture
def bell(qapp: QApplication, tmp_path: Path) -> Iterator[tuple[Doorbell, str, list[Request]]]:
    """A bell, its address, and who has rung."""
    rung: list[Request] = []
    bell, name = Doorbell(), str(tmp_path / "s")
    bell.rung.connect(rung.append)
    (tmp_path / "s").write_bytes(b"")  # as an ended process leaves it
    assert bell.listen(name)
    yield bell, name, rung
    bell.close()


def test_whoever_talks_nonsense_is_sent_away_and_nothing_happens(
    bell: tuple[Doorbell, str, list[Request]], qtbot: QtBot
) -> None:
    _bell, name, rung = bell
    visitors = []
    for raw in (b"GET / HTTP/1.1\r\n\r\n", b"x" * 200_000, b"\x00\n", b""):
        visitor = socket.socket(socket.AF_UNIX)
        visitor.settimeout(0.01)
        visitor.connect(name)
        with suppress(BrokenPipeError, ConnectionError, TimeoutError):
            visitor.sendall(raw)
        visitors.append(visitor)
        qtbot.wait(20)
    good = socket.socket(socket.AF_UNIX)
    good.connect(name)
    good.sendall(packed(Request())[:9])
    qtbot.wait(50)
    good.sendall(packed(Request())[9:])
    qtbot.waitUntil(lambda: rung == [Request()], timeout=3000)
    assert good.recv(10) == b"ok\n"
    for visitor in (*visitors, good):
        visitor.close()


def test_only_the_owner_can_ring(bell: tuple[Doorbell, str, list[Request]]) -> None:
    _bell, name, _rung = bell
    assert Path(name).stat().st_mode & 0o077 == 0


def test_a_file_waits_until_a_dialog_is_answered(
    show: Show, library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    create_file(tmp_path / "sent.sla", encode(internal("Leads")), tmp_path / "local")
    stored(library, "Payroll")
    person = show()
    bell = answer_the_door(person.window, str(tmp_path / "s"))
    person.window.actions_by_name["about"].trigger()
    bell.rung.emit(Request(tmp_path / "sent.sla"))
    person.qtbot.wait(300)
    assert person.window.shows_library
    person.before.close()
    person.qtbot.waitUntil(lambda: person.window.windowTitle().startswith("Leads"), timeout=3000)
    bell.rung.emit(Request(tmp_path / "gone.sla"))
    person.waits_to_see("gone.sla")


def test_a_first_one_that_ended_leaves_its_seat(tmp_path: Path) -> None:
    gone, seat = Seat(tmp_path), Seat(tmp_path)
    gone.take()
    gone.leave()
    assert not handed_over(seat, Request())
    assert seat.is_held
