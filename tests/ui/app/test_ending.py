"""The system ends the program, logs the person out or sleeps: what was typed is saved first."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from slaeditor.library.drafts import Library
from tests.architecture.rules import ROOT
from tests.ui.window.opened import FillingDisk, Person, stored
from ui.ending import Ending

Show = Callable[[], Person]
TITLE = "What is this agreement called?, required"

# The program with the agreement open; says when a title was typed, which is not yet saved.
# It hears signals that the tests themselves were told to ignore, as nohup does.
_TYPED = """
import sys, resource, signal
for number in signal.SIGTERM, signal.SIGHUP, signal.SIGINT:
    signal.signal(number, signal.SIG_DFL)
from PySide6.QtCore import QTimer, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
import main
from ui import window
shown = window.MainWindow._on_painted
def _on_painted(self):
    shown(self)
    def type_something():
        bench = self.workshop.bench
        bench.open_draft({draft!r})
        bench.editor.reveal("title")
        QTest.qWait(300)  # the opening is over
        if {is_full}:
            resource.setrlimit(resource.RLIMIT_FSIZE, (100, resource.RLIM_INFINITY))
        field = QApplication.focusWidget()
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(field, "Typed last")
        print(bench.desk.is_saving, flush=True)
    self.when_read(lambda: QTimer.singleShot(0, type_something))
window.MainWindow._on_painted = _on_painted
sys.exit(main.main(sys.argv[1:]))
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A computer with one library."""
    monkeypatch.setenv("SLAEDITOR_LOCAL", str(tmp_path / "local"))
    monkeypatch.setenv("SLAEDITOR_LIBRARY", str(tmp_path / "library"))
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    return tmp_path


@contextmanager
def typed(folder: Path, draft: str, *, is_full: bool = False) -> "Iterator[subprocess.Popen[str]]":
    """The program in which something was typed a moment ago."""
    code = _TYPED.format(draft=draft, is_full=is_full)
    with subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=folder,
        env=os.environ.copy(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == "True\n"
            yield process
        finally:
            process.kill()


def title_on_disk(folder: Path, draft: str) -> object:
    """What another program reads."""
    return Library(folder / "library").open(draft).draft["title"]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_saves_and_closes(folder: Path, number: signal.Signals) -> None:
    draft = stored(Library(folder / "library"), "Payroll")
    with typed(folder, draft) as process:
        process.send_signal(number)
        assert process.wait(20) == 0
        assert process.stderr is not None
        assert process.stderr.read() == ""
    assert title_on_disk(folder, draft) == "Typed last"
    assert (folder / "local" / "window.json").exists()


def test_what_can_not_be_saved_then_is_told_and_the_draft_is_whole(folder: Path) -> None:
    draft = stored(Library(folder / "library"), "Payroll")
    with typed(folder, draft, is_full=True) as process:
        process.send_signal(signal.SIGTERM)
        assert process.wait(30) == 1
        assert process.stderr is not None
        told = process.stderr.read()
    assert "the file would be larger than allowed here" in told
    assert "No copy could be kept on this computer either." in told
    assert "Traceback" not in told
    assert title_on_disk(folder, draft) == "Payroll"


class Session:
    """What the system's session says when it ends."""

    def __init__(self, *, may_ask: bool) -> None:
        self.may_ask = may_ask
        self.is_cancelled = False

    def allowsInteraction(self) -> bool:
        return self.may_ask

    def cancel(self) -> None:
        self.is_cancelled = True


@pytest.fixture
def person(show: Show, library: Library) -> Person:
    """A person who has typed something a moment ago."""
    stored(library, "Payroll")
    someone = show()
    someone.press(Qt.Key.Key_Return)
    someone.write(TITLE, "Typed last")
    return someone


def titles(library: Library) -> list[str]:
    """What another program reads."""
    return [each.title for each in Library(library.folder).summaries().drafts]


def test_logging_out_saves_first(person: Person, library: Library) -> None:
    session = Session(may_ask=True)
    Ending(person.window)._on_commit_requested(session)  # type: ignore[arg-type]
    assert not session.is_cancelled
    assert titles(library) == ["Typed last"]


def test_logging_out_stops_where_saving_fails_and_the_person_can_be_asked(
    person: Person, disk: FillingDisk
) -> None:
    disk.is_full = True
    session = Session(may_ask=True)
    Ending(person.window)._on_commit_requested(session)  # type: ignore[arg-type]
    assert session.is_cancelled
    person.waits_to_see("“Typed last” is not saved")
    disk.is_full = False
    person.click("Try again")


def test_where_nobody_can_be_asked_logging_out_goes_on(person: Person, disk: FillingDisk) -> None:
    disk.is_full = True
    session = Session(may_ask=False)
    Ending(person.window)._on_commit_requested(session)  # type: ignore[arg-type]
    assert not session.is_cancelled
    disk.is_full = False


def test_sleep_saves(person: Person, library: Library) -> None:
    ending = Ending(person.window)
    ending.on_sleep(False)
    assert titles(library) == ["Payroll"]
    ending.on_sleep(True)
    person.qtbot.waitUntil(lambda: titles(library) == ["Typed last"], timeout=900)


_SLEEPS = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from PySide6.QtWidgets import QApplication
from ui.ending import Ending
from ui.frame import QMainWindow
class Window(QMainWindow):
    def save_open(self):
        print("saved", flush=True)
        QApplication.quit()
app = QApplication([])
window = Window()
ending = Ending(window)
ending.watch()
def sleep():
    bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SystemBus, "logind")
    bus.registerService("org.freedesktop.login1")
    message = QDBusMessage.createSignal(
        "/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep")
    message.setArguments([True])
    bus.send(message)
QTimer.singleShot(1500, sleep)
QTimer.singleShot(15000, app.quit)
app.exec()
"""


@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="there is no D-Bus here")
def test_the_systems_bus_tells_of_sleep() -> None:
    said = subprocess.run(
        [
            *("dbus-run-session", "--", "sh", "-c"),
            'DBUS_SYSTEM_BUS_ADDRESS=$DBUS_SESSION_BUS_ADDRESS exec "$0" -c "$1"',
            *(sys.executable, _SLEEPS),
        ],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        timeout=60,
        check=True,
    ).stdout
    assert said == "saved\n"
