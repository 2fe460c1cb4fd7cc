"""Which way imports run: the contracts hold, and break where they should; no Qt in the core."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.rules import ROOT

LINT = "from importlinter.cli import lint_imports_command as lint; lint(['--no-cache'])"
PLANTED = [
    ("slaeditor/kinds.py", "import PySide6.QtCore", "The core knows neither Qt nor the window"),
    ("slaeditor/kinds.py", "import ui.display", "The core knows neither Qt nor the window"),
    ("slaeditor/kinds.py", "import slaeditor.library", "The core's floors"),
    ("slaeditor/library/__init__.py", "import slaeditor.word", "The core's floors"),
    ("slaeditor/sections/scope/__init__.py", "import slaeditor.agreement", "The core's floors"),
    ("slaeditor/unplaced.py", "", "The core's floors"),
    (
        "slaeditor/sections/scope/__init__.py",
        "import slaeditor.sections.metrics",
        "Sections of an agreement don't know each other",
    ),
    ("slaeditor/kinds.py", "import tinydb", "TinyDB is the library's alone"),
    ("slaeditor/kinds.py", "import docx.oxml", "python-docx is the Word writer's alone"),
    ("ui/display.py", "import docx", "The window does no work"),
]
IMPORT_ALL = """
import importlib, pkgutil, sys
import slaeditor, main
for module in pkgutil.walk_packages(slaeditor.__path__, "slaeditor."):
    importlib.import_module(module.name)
print([name for name in sys.modules if name.split(".")[0] in ("PySide6", "shiboken6")])
"""


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run import-linter with the contracts of the folder's pyproject.toml."""
    return subprocess.run(
        [sys.executable, "-c", LINT],
        cwd=folder,
        env=os.environ | {"COLUMNS": "200"},
        check=False,
        capture_output=True,
        text=True,
    )


def test_the_contracts_hold() -> None:
    done = lint_imports(ROOT)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(("file", "line", "contract"), PLANTED)
def test_a_contract_breaks_on_a_planted_import(
    tmp_path: Path, file: str, line: str, contract: str
) -> None:
    for folder in ("slaeditor", "ui", "resources"):
        shutil.copytree(
            ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__")
        )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    with (tmp_path / file).open("a", encoding="utf-8") as source:
        source.write(f"\n{line}\n")
    done = lint_imports(tmp_path)
    broken = [told for told in done.stdout.splitlines() if told.endswith("BROKEN")]
    assert done.returncode == 1, done.stdout + done.stderr
    assert any(told.startswith(contract) for told in broken), done.stdout


def test_no_module_of_the_core_loads_qt() -> None:
    done = subprocess.run(
        [sys.executable, "-c", IMPORT_ALL], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert done.stdout == "[]\n"
