"""The test run keeps its own promises: shown on small runs of pytest in a folder beside it."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

TESTS = """
import warnings
from pathlib import Path

import platformdirs
import pytest
from PySide6.QtCore import QTimer, qWarning

def test_skipped():
    pytest.skip("no LibreOffice here")

def test_hears_python_warn():
    warnings.warn("old", DeprecationWarning)

def test_hears_qt_warn(qapp):
    qWarning("QLayout: something is wrong")

def test_hears_the_offscreen_platform(qapp):
    qWarning("This plugin does not support raise()")
    qWarning("This plugin does not support propagateSizeHints()")
    qWarning("This plugin does not support grabbing the keyboard")

def test_raises_in_a_slot(qtbot):
    QTimer.singleShot(0, lambda: 1 / 0)
    qtbot.wait(50)

def test_lives_in_a_home_of_its_own():
    assert "slaeditor-tests-" in str(Path.home())
    assert "slaeditor-tests-" in platformdirs.user_data_dir("slaeditor")

@pytest.mark.slow
def test_slow():
    assert False
"""
SKIPPED_FILE = """
import pytest

pytest.skip("no LibreOffice here", allow_module_level=True)
"""
EXPECTED = {
    "test_skipped": "SKIPPED",
    "test_hears_python_warn": "FAILED",
    "test_hears_qt_warn": "FAILED",
    "test_hears_the_offscreen_platform": "PASSED",
    "test_raises_in_a_slot": "FAILED",
    "test_lives_in_a_home_of_its_own": "PASSED",
}


def run(folder: Path, source: str, ci: bool) -> tuple[int, dict[str, str]]:
    """Run pytest on one source with this project's settings; return exit code and outcomes."""
    (folder / "tests").mkdir()
    shutil.copy(ROOT / "tests" / "conftest.py", folder / "tests")
    shutil.copy(ROOT / "pyproject.toml", folder)
    (folder / "tests" / "test_it.py").write_text(source, encoding="utf-8")
    around = {name: value for name, value in os.environ.items() if name != "CI"}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-v", "-p", "no:cacheprovider"],
        cwd=folder,
        env=around | ({"CI": "true"} if ci else {}),
        check=False,
        capture_output=True,
        text=True,
    )
    outcomes = re.findall(r"::(test_\w+) (PASSED|FAILED|SKIPPED|ERROR)", done.stdout)
    return done.returncode, dict(outcomes)


def test_warnings_and_slots_fail_and_slow_tests_stay_out(tmp_path: Path) -> None:
    assert run(tmp_path, TESTS, ci=False) == (1, EXPECTED)


def test_a_skipped_test_is_a_failure_in_ci(tmp_path: Path) -> None:
    assert run(tmp_path, TESTS, ci=True) == (1, EXPECTED | {"test_skipped": "FAILED"})


@pytest.mark.parametrize(("ci", "code"), [(False, 5), (True, 2)])
def test_a_skipped_file_is_a_failure_in_ci(tmp_path: Path, ci: bool, code: int) -> None:
    assert run(tmp_path, SKIPPED_FILE, ci)[0] == code
