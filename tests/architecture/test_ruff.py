"""The settings of ruff catch what the house rules leave to it."""

import shutil
import subprocess
import sys
from pathlib import Path

from tests.architecture.rules import ROOT

PLANTED = '''"""A module."""

from os import *


def undescribed(value, seven=[]):
    while value:
        if value == 1 or value == 2:
            if value == 3:
                for _ in value:
                    if value == 4:
                        return 4
                    elif value == 5:
                        return 5
            elif value == 6:
                return 6
    try:
        return 7
    except Exception:
        return 8
'''


def test_ruff_catches_what_is_left_to_it(tmp_path: Path) -> None:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / "slaeditor").mkdir()
    (tmp_path / "slaeditor" / "planted.py").write_text(PLANTED, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "ruff", "check", "--no-cache", "--output-format=concise", "."],
        cwd=tmp_path,
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    for code in ("C901", "F403", "D103", "ANN001", "ANN201", "B006", "BLE001"):
        assert code in done.stdout
