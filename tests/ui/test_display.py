"""Without a display or a library of Qt's the window's command says so in one line and ends."""

import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from ui import display

ROOT = Path(__file__).parents[2]
REFUSAL = b"No protocol specified"

pytestmark = pytest.mark.skipif(
    "sys.platform != 'linux'", reason="elsewhere a window can always be shown"
)


def run_window(**environment: str) -> subprocess.CompletedProcess[str]:
    """Start the window's command where no display is known but what `environment` names."""
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "QT_QPA_PLATFORM", "XDG_SESSION_TYPE")
    around = {name: value for name, value in os.environ.items() if name not in hidden}
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py")],
        env=around | environment,
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )


def refused_with(done: subprocess.CompletedProcess[str]) -> str:
    """Check that a run ended as bad use does, not by an abort, and return its one line."""
    assert done.returncode == 2, done.stderr
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert "`slaeditor export` works without" in line or "`slaeditor export`) works without" in line
    return line


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """Return a folder that the loader searches first; a library put there can't be loaded."""
    return tmp_path


def x_server(answer: bytes | None) -> Iterator[str]:
    """Listen where an X display would; answer every newcomer with the bytes, or never."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        open_lines: list[socket.socket] = []

        def serve() -> None:
            while True:
                try:
                    line, _ = server.accept()
                except OSError:
                    return
                open_lines.append(line)
                if answer is not None:
                    line.recv(1024)
                    line.sendall(answer)

        serving = threading.Thread(target=serve)
        serving.start()
        yield f"127.0.0.1:{port - 6000}"
        server.shutdown(socket.SHUT_RDWR)
        serving.join()
        for line in open_lines:
            line.close()


@pytest.fixture
def refusing_display() -> Iterator[str]:
    """Yield the name of an X display that lets nobody in."""
    padded = REFUSAL + bytes(-len(REFUSAL) % 4)
    head = bytes([0, len(REFUSAL)]) + (11).to_bytes(2, sys.byteorder) + bytes(2)
    yield from x_server(head + (len(padded) // 4).to_bytes(2, sys.byteorder) + padded)


@pytest.fixture
def silent_display() -> Iterator[str]:
    """Yield the name of an X display that takes calls and never answers."""
    yield from x_server(None)


def test_no_display_is_one_sentence() -> None:
    assert "needs a display, and none is set" in refused_with(run_window())


def test_a_dead_display_is_one_sentence() -> None:
    line = refused_with(run_window(DISPLAY=":999"))
    assert "none answers at DISPLAY “:999”" in line


def test_a_dead_wayland_display_is_one_sentence(tmp_path: Path) -> None:
    line = refused_with(run_window(WAYLAND_DISPLAY="nowhere", XDG_RUNTIME_DIR=str(tmp_path)))
    assert "needs" in line


@pytest.mark.parametrize(
    ("library", "package"),
    [("libxcb-cursor.so.0", "libxcb-cursor0"), ("libEGL.so.1", "libegl1")],
)
def test_a_library_that_is_missing_is_named_with_its_package(
    broken: Path, library: str, package: str
) -> None:
    (broken / library).write_text("not a library", encoding="utf-8")
    line = refused_with(run_window(DISPLAY=":999", LD_LIBRARY_PATH=str(broken)))
    assert library in line
    assert f"`sudo apt install {package}`" in line


def test_all_missing_libraries_are_named_at_once(broken: Path) -> None:
    for library in ("libxcb-cursor.so.0", "libxkbcommon-x11.so.0", "libGL.so.1"):
        (broken / library).write_text("not a library", encoding="utf-8")
    line = refused_with(run_window(DISPLAY=":999", LD_LIBRARY_PATH=str(broken)))
    assert "libgl1 libxcb-cursor0 libxkbcommon-x11-0" in line


def test_a_platform_that_qt_lacks_is_named() -> None:
    assert "“paper”" in refused_with(run_window(QT_QPA_PLATFORM="paper"))


def test_a_display_that_lets_nobody_in_is_no_display(refusing_display: str) -> None:
    sentence = display.missing({"DISPLAY": refusing_display})
    assert sentence is not None
    assert "doesn't let this user in" in sentence


def test_a_display_that_never_answers_is_waited_for_only_so_long(silent_display: str) -> None:
    sentence = display.missing({"DISPLAY": silent_display}, patience=0.2)
    assert sentence is not None
    assert "none answers" in sentence


def test_the_offscreen_platform_needs_no_display() -> None:
    assert display.missing({"QT_QPA_PLATFORM": "offscreen"}) is None
    assert display.missing({"QT_QPA_PLATFORM": "paper;offscreen:size=800x600"}) is None


def test_an_uninstalled_pyside6_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "PySide6", None)
    sentence = display.missing({"QT_QPA_PLATFORM": "offscreen"})
    assert sentence is not None
    assert "pip install PySide6-Essentials" in sentence


@pytest.mark.slow
def test_a_living_display_is_enough() -> None:
    out, into = os.pipe()
    with subprocess.Popen(
        ["Xvfb", "-displayfd", str(into)], pass_fds=[into], stderr=subprocess.DEVNULL
    ) as server:
        os.close(into)
        with os.fdopen(out) as told:
            name = f":{told.readline().strip()}"
        try:
            assert display.missing({"DISPLAY": name}) is None
        finally:
            server.terminate()
