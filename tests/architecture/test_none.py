"""PySide6 6.12 takes a reference from None at every void call on Python 3.11; 5,000 kill it.

docs/adr/0002-pyside6-below-6-12-on-python-3-11.md tells the story. From Python 3.12 on None has no
count that could reach nought.
"""

import subprocess
import sys
import tomllib

from PySide6.QtWidgets import QApplication, QLineEdit

from tests.architecture.rules import ROOT

VOID_CALLS = """
from PySide6.QtWidgets import QApplication, QLineEdit
app = QApplication([])
edit = QLineEdit()
for number in range(200_000):
    edit.setText("99.9 %")
print("alive")
"""


def test_void_calls_leave_the_references_of_none_alone(qapp: QApplication) -> None:
    edit = QLineEdit()
    before = sys.getrefcount(None)
    for _ in range(1000):
        edit.setText("99.9 %")
    assert abs(sys.getrefcount(None) - before) < 50


def test_a_process_survives_two_hundred_thousand_void_calls() -> None:
    done = subprocess.run(
        [sys.executable, "-c", VOID_CALLS], check=False, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout) == (0, "alive\n"), done.stderr


def test_python_below_3_12_asks_for_pyside6_below_6_12() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [line for line in project["dependencies"] if line.startswith("PySide6")]
    assert any("<6.12" in line and "python_version < '3.12'" in line for line in asked)
