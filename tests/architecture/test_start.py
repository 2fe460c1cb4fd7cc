"""The start stays light: what only an export or a search needs is not loaded with the window."""

import subprocess
import sys

from tests.architecture.rules import ROOT

HEAVY = {"babel", "difflib", "docx", "lxml", "PySide6.QtNetwork"}
LOADED = "import sys, main, ui.app; print(*sys.modules)"


def test_the_window_loads_no_heavy_library_at_its_start() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert HEAVY & set(done.stdout.split()) == set()
