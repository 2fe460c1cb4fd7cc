"""The program as it is started: what shows first, what it opens, and what it leaves behind."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from slaeditor.agreement import encode
from slaeditor.library.drafts import Library, create_file
from tests.architecture.rules import ROOT
from tests.ui.window.opened import internal, stored

# Starts the window, waits for the list, and prints what is loaded and shown by then.
_START = """
import json, sys
from PySide6.QtCore import QTimer
import main
from ui import frame
shown = frame.Frame._on_painted
def painted(window):
    loaded = [name for name in {heavy!r} if name in sys.modules]
    shown(window)
    def tell():
        titles = [row.title for row in window.page.rows]
        print(json.dumps([loaded, titles, window.windowTitle()]))
        window.close()
    QTimer.singleShot({wait}, tell)
frame.Frame._on_painted = painted
sys.exit(main.main(sys.argv[1:]))
"""
HEAVY = ["docx", "lxml", "difflib", "babel", "slaeditor.agreement", "slaeditor.document.compose"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library with one agreement."""
    monkeypatch.setenv("SLAEDITOR_LOCAL", str(tmp_path / "local"))
    stored(Library(tmp_path / "library"), "Payroll")
    return tmp_path


def started(folder: Path, *words: str, wait: int = 100) -> tuple[list[str], list[str], str]:
    """Start the program; what was loaded at the first painting, the list, and the title."""
    done = subprocess.run(
        [sys.executable, "-c", _START.format(heavy=HEAVY, wait=wait), *words],
        cwd=ROOT,
        env={**os.environ, "SLAEDITOR_LIBRARY": str(folder / "library")},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    loaded, titles, title = json.loads(done.stdout)
    return loaded, titles, title


def test_the_list_shows_before_anything_heavy_is_loaded(folder: Path) -> None:
    loaded, titles, title = started(folder)
    assert loaded == []
    assert titles == ["Payroll"]
    assert title == "Agreements – SLA Editor"


def test_another_library_can_be_named(folder: Path, tmp_path: Path) -> None:
    _loaded, titles, _title = started(folder, "--library", str(tmp_path / "other"))
    assert titles == []


def test_a_file_opens_in_place(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "sent by mail.sla"
    create_file(file, encode(internal("Leads")), tmp_path / "local")
    _loaded, titles, title = started(folder, str(file), wait=500)
    assert title == "Leads – SLA Editor"
    assert titles == ["Payroll"]


def test_the_window_starts_as_large_as_it_was(folder: Path) -> None:
    kept = folder / "local" / "window.json"
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_text(json.dumps({"width": 700, "height": 640, "theme": "dark"}))
    started(folder)
    again = json.loads(kept.read_text())
    assert (again["width"], again["height"]) == (860, 640)
    assert again["theme"] == "dark"
