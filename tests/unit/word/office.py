"""LibreOffice as a reviewer: opens Word files, edits them as told and saves them."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

Step = Sequence[object]
"""A verb of office_script.py and what it needs, such as ("replace", "60", "90")."""

_PYTHONS = (
    "/usr/bin/python3",
    "/Applications/LibreOffice.app/Contents/Resources/python",
    r"C:\Program Files\LibreOffice\program\python.exe",
)
_KNOWS_UNO = "import sys; import uno"


def office_python() -> str:
    """A Python that can speak to LibreOffice; skips the test where there is none."""
    if shutil.which("soffice"):
        first = shutil.which("python3") or sys.executable  # beside a soffice that the PATH names
        for program in (first, sys.executable, *_PYTHONS):
            if _knows_uno(program):
                return program
    pytest.skip("LibreOffice with its Python is not installed")


def _knows_uno(program: str) -> bool:
    if not Path(program).exists():
        return False
    asked = subprocess.run([program, "-c", _KNOWS_UNO], capture_output=True, check=False)
    return asked.returncode == 0


def edited(folder: Path, jobs: Sequence[tuple[Path, Sequence[Step]]]) -> None:
    """Let LibreOffice open each file and do the steps, with a profile in `folder`."""
    program = office_python()
    script = Path(__file__).with_name("office_script.py")
    asked = json.dumps([{"open": str(path), "steps": list(steps)} for path, steps in jobs])
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith("PYTHON")
    }
    done = subprocess.run(
        [program, str(script), (folder / "profile").as_uri()],
        input=asked,
        text=True,
        capture_output=True,
        timeout=300,
        check=False,
        env=environment,
    )
    assert done.returncode == 0, done.stderr


def saved_again(path: Path, folder: Path) -> Path:
    """What LibreOffice makes of a file by opening and saving it; goes into `folder`."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    form = "docx:MS Word 2007 XML"
    command = [office, profile, "--headless", "--convert-to", form, "--outdir", str(folder)]
    subprocess.run([*command, str(path)], check=True, capture_output=True, timeout=300)
    return folder / path.name
