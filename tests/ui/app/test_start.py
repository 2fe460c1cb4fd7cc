"""The program as it is started: what shows first, what it opens, and what it leaves behind."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from slaeditor.agreement import encode
from slaeditor.library.drafts import Library, create_file
from tests.architecture.rules import ROOT
from tests.ui.window.opened import internal, stored

# Starts the window, and prints what is loaded at the first painting and shown once it is read.
_START = """
import json, sys
from PySide6 import QtCore, QtWidgets
from PySide6.QtCore import QTimer
import main
from ui import window
shown = window.MainWindow._on_painted
def _on_painted(self):
    loaded = [name for name in {heavy!r} if name in sys.modules]
    loaded += [n for m, n in ((QtCore, "Qt"), (QtWidgets, "QStyle")) if n in vars(m)]
    titles = [row.title for row in self.page.rows]
    shown(self)
    def tell():
        read = [row.title for row in self.page.rows]
        print(json.dumps([loaded, titles, read, self.windowTitle()]))
        self.close()
    self.when_read(lambda: QTimer.singleShot({wait}, tell))
window.MainWindow._on_painted = _on_painted
sys.exit(main.main(sys.argv[1:]))
"""
HEAVY = [
    *("docx", "lxml", "difflib", "babel", "msgspec", "tinydb", "dataclasses", "tomllib", "decimal"),
    *("slaeditor.agreement", "slaeditor.field", "slaeditor.values", "slaeditor.library.drafts"),
    *("ui.workshop", "ui.wiring", "ui.menus", "ui.theme.notices", "ui.library.occasional"),
    *("PySide6.QtNetwork", "PySide6.QtDBus", "ui.doorbell", "ui.ending", "ui.handing_over"),
]


@dataclass
class Started:
    """What was loaded at the first painting, the list then and once it was read, the title."""

    loaded: list[str]
    first: list[str]
    read: list[str]
    title: str


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library with one agreement."""
    monkeypatch.setenv("SLAEDITOR_LOCAL", str(tmp_path / "local"))
    stored(Library(tmp_path / "library"), "Payroll")
    return tmp_path


def started(folder: Path, *words: str, wait: int = 100) -> Started:
    """Start the program, and close its window a moment after the list has been read."""
    done = subprocess.run(
        [sys.executable, "-c", _START.format(heavy=HEAVY, wait=wait), *words],
        cwd=folder,  # so that the status bar has room for the library's name
        env={**os.environ, "PYTHONPATH": str(ROOT), "SLAEDITOR_LIBRARY": "library"},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return Started(*json.loads(done.stdout))


def test_the_list_shows_before_anything_heavy_is_loaded(folder: Path) -> None:
    started(folder)
    again = started(folder)
    assert again.loaded == []
    assert again.first == again.read == ["Payroll"]
    assert again.title == "Agreements – SLA Editor"


def test_the_very_first_start_shows_the_list_once_it_has_been_read(folder: Path) -> None:
    first = started(folder)
    assert first.loaded == []
    assert (first.first, first.read) == ([], ["Payroll"])


def test_what_changed_since_the_last_start_shows_a_moment_later(folder: Path) -> None:
    started(folder)
    library = Library(folder / "library", folder / "local" / "elsewhere")
    library.trash(library.summaries().drafts[0].id)
    stored(library, "Order portal")
    again = started(folder)
    assert (again.first, again.read) == (["Payroll"], ["Order portal"])


def test_another_library_can_be_named(folder: Path, tmp_path: Path) -> None:
    assert started(folder, "--library", str(tmp_path / "other")).read == []


def test_a_file_opens_in_place(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "sent by mail.sla"
    create_file(file, encode(internal("Leads")), tmp_path / "local")
    opened = started(folder, str(file), wait=500)
    assert opened.title == "Leads – SLA Editor"
    assert opened.read == ["Payroll"]


def test_the_window_starts_as_large_as_it_was(folder: Path) -> None:
    kept = folder / "local" / "window.json"
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_text(json.dumps({"width": 700, "height": 640, "theme": "dark"}))
    started(folder)
    again = json.loads(kept.read_text())
    assert (again["width"], again["height"]) == (860, 640)
    assert again["theme"] == "dark"
