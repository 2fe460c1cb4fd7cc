"""The one entrance: verbs go to the command line, which needs no Qt; all else to the window."""

import importlib.abc
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import main
from slaeditor import __version__

ROOT = Path(__file__).parents[2]
WITHOUT_QT = """
import sys
sys.modules["PySide6"] = None
import main
code = main.main(sys.argv[1:])
assert not [name for name in sys.modules if name.startswith(("PySide6.", "shiboken6"))]
sys.exit(code)
"""


def run_without_qt(*given: str) -> subprocess.CompletedProcess[str]:
    """Run the entrance in a process that can't import Qt."""
    return subprocess.run(
        [sys.executable, "-c", WITHOUT_QT, *given],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
    )


def test_help_and_version_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["--help"]) == 0
    assert "export" in capsys.readouterr().out
    assert main.main(["--version"]) == 0
    assert capsys.readouterr().out == f"SLA Editor {__version__}\n"


def test_a_misspelt_verb_is_refused_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["exprot"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert "“exprot”" in err


def test_a_verb_works_without_qt(tmp_path: Path) -> None:
    done = run_without_qt("--library", str(tmp_path), "list")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_work_without_qt(option: str) -> None:
    assert run_without_qt(option).returncode == 0


def test_the_window_without_qt_is_refused_in_one_line() -> None:
    done = run_without_qt()
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1


def run_program(*given: str, **more: Any) -> subprocess.CompletedProcess[str]:
    """Run the entrance as a process of its own whose error output is looked at."""
    return subprocess.run(
        [sys.executable, "main.py", *given],
        cwd=ROOT,
        check=False,
        stderr=subprocess.PIPE,
        text=True,
        **more,
    )


@pytest.mark.parametrize("word", ["templates", "--help", "--version"])
def test_a_reader_that_wants_no_more_is_no_failure(word: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = run_program(word, stdout=writing)
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("word", ["templates", "--help", "--version"])
def test_an_output_that_can_not_be_written_is_one_line(word: str) -> None:
    with Path("/dev/full").open("w") as full:
        done = run_program(word, stdout=full)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert "The output" in done.stderr


def test_stopped_while_it_loads_it_ends_without_a_word(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Stop(importlib.abc.MetaPathFinder):
        """Ctrl+C comes when the command line is about to be loaded."""

        def find_spec(self, name: str, *_rest: object) -> None:
            if name == "slaeditor.cli.run":
                raise KeyboardInterrupt

    monkeypatch.delitem(sys.modules, "slaeditor.cli.run", raising=False)
    monkeypatch.delattr("slaeditor.cli.run", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Stop(), *sys.meta_path])
    assert main.main(["list"]) == 130
    assert capsys.readouterr() == ("", "")


def test_help_is_printed_whatever_the_encoding() -> None:
    around = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = run_program("--help", stdout=subprocess.PIPE, env=around)
    assert (done.returncode, done.stderr) == (0, "")
    assert "export" in done.stdout
