"""The wheel is whole: built from a copy, installed into a fresh venv, used from `/`."""

import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from tests.architecture.rules import ROOT

pytestmark = pytest.mark.slow

TOP = {"main.py", "slaeditor", "ui", "resources"}
NOT_SHIPPED = shutil.ignore_patterns(
    ".git", ".venv", ".*cache", ".hypothesis", "__pycache__", "build", "dist", "*.egg-info"
)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from a copy of the checkout, so that no leftover of a build gets in."""
    folder = tmp_path_factory.mktemp("wheel")
    shutil.copytree(ROOT, folder / "copy", ignore=NOT_SHIPPED)
    run(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", folder, folder / "copy")
    (built,) = folder.glob("slaeditor-*.whl")
    return built


@pytest.fixture(scope="module")
def scripts(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel into a fresh venv and return the folder of its programs."""
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder, with_pip=True)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    run(programs / "python", "-m", "pip", "install", "-q", wheel)
    return programs


def run(*words: object) -> str:
    """Run a program from the root of the file system and return what it prints."""
    around = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        [str(word) for word in words],
        cwd=Path(ROOT.anchor),
        env=around,
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_wheel_holds_the_program_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    tops = {name.partition("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == TOP
    resources = ROOT / "resources"
    shipped = {
        path.relative_to(ROOT).as_posix()
        for path in resources.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert shipped <= names


def test_the_installed_program_makes_and_exports_an_agreement(
    scripts: Path, tmp_path: Path
) -> None:
    program, library = scripts / "slaeditor", tmp_path / "library"
    library.mkdir()
    assert "SLA Editor" in run(program, "--version")
    template = run(program, "templates").split()[0]
    draft = run(program, "new", template, "--library", library).split()[-1]
    for kind in ("docx", "html", "txt"):
        run(program, "export", draft, tmp_path / f"agreement.{kind}", "--library", library)
        assert (tmp_path / f"agreement.{kind}").stat().st_size > 500


def test_the_installed_program_lists_json(scripts: Path) -> None:
    assert run(scripts / "slaeditor", "templates", "--json").lstrip().startswith("[")
