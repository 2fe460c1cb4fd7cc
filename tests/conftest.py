"""What every test stands on: no display, a home folder of its own, and no test skipped in CI."""

import gc
import os
import shutil
import tempfile
from collections.abc import Generator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything imports Qt

import pytest
from hypothesis import HealthCheck, settings

_IN_CI = bool(os.environ.get("CI"))
_FOLDERS = {
    "HOME": "",
    "XDG_CACHE_HOME": ".cache",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_DOCUMENTS_DIR": "Documents",
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
}
_OF_THE_PERSON = ("SLAEDITOR_LIBRARY", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "QT_STYLE_OVERRIDE")
_home = pytest.StashKey[Path]()

settings.register_profile("here", max_examples=25, deadline=None)
settings.register_profile(
    "ci",
    max_examples=150,
    deadline=None,
    derandomize=True,  # the same examples in every run: new ones are drawn where people work
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("ci" if _IN_CI else "here")


def pytest_configure(config: pytest.Config) -> None:
    """Give the run a home folder of its own, so that no draft of a real person is in reach."""
    home = Path(tempfile.mkdtemp(prefix="slaeditor-tests-"))
    config.stash[_home] = home
    for name, folder in _FOLDERS.items():
        os.environ[name] = str(home / folder)
        (home / folder).mkdir(parents=True, exist_ok=True)
    for name in _OF_THE_PERSON:
        os.environ.pop(name, None)
    os.environ["LANG"] = "C.UTF-8"


def pytest_unconfigure(config: pytest.Config) -> None:
    """Take the home folder of the run away again."""
    shutil.rmtree(config.stash[_home], ignore_errors=True)


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown() -> None:
    """Do what a window's loop does, where a test of the window has left that to the loop."""
    if not gc.isenabled():
        gc.collect(1)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a skipped test into a failed one where the environment says CI."""
    report = yield
    if _IN_CI and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"Skipped, which counts as failed in CI: {_reason(report.longrepr)}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Turn a skipped file into a failed one where the environment says CI."""
    report = yield
    if _IN_CI and report.skipped:
        report.outcome = "failed"
        report.longrepr = f"Skipped, which counts as failed in CI: {_reason(report.longrepr)}"
    return report


def _reason(told: object) -> str:
    return str(told[2]) if isinstance(told, tuple) else str(told)
