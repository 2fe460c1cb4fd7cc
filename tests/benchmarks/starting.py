"""Cold start: from the start of the process to the first painting of a usable library.

Both processes end at that painting. The files are in the page cache, as after a first start.
"""

import os
import sys
import time
from pathlib import Path

from slaeditor.library.drafts import Library
from tests.benchmarks.libraries import fill_quickly
from tests.benchmarks.places import own_folders
from tests.benchmarks.table import Line, compared

ROUNDS = {1000: 21, 10_000: 9, 50_000: 9}
GOALS = {1000: "≤ 1.6", 10_000: "≤ 1.8", 50_000: "≤ 2.0"}
"""By the number of drafts in the library."""

_CHILDREN = Path(__file__).parent / "children"
_PROJECT = Path(__file__).parents[2]


def lines() -> list[Line]:
    """Time until then by the clock, and time that the processor worked for it."""
    return [line for size in ROUNDS for line in _lines(size)]


def _lines(size: int) -> list[Line]:
    with own_folders() as (library, local):
        compiled = library.parent / "compiled"
        fill_quickly(library, size)
        Library(library, local).keep_lists()  # as an earlier start has left it: with its cache
        for child in ("library_window", "empty_window"):
            _run(child, compiled, size)  # compiles the modules
        ours, empty = _interleaved(compiled, size)
    beside = "an empty QMainWindow"
    return [
        compared(
            f"start to a library of {size:,} drafts, by the clock",
            [wall for wall, _ in ours],
            beside,
            [wall for wall, _ in empty],
            GOALS[size],
        ),
        compared(
            "the same, user and system time",
            [cpu for _, cpu in ours],
            beside,
            [cpu for _, cpu in empty],
            GOALS[size],
        ),
    ]


def _interleaved(
    compiled: Path, size: int
) -> tuple[list[tuple[float, float]], list[tuple[float, float]]]:
    """Both by turns, so that whatever else the computer does hits them alike."""
    ours, empty = [], []
    for _ in range(ROUNDS[size]):
        ours.append(_run("library_window", compiled, size))
        empty.append(_run("empty_window", compiled, size))
    return ours, empty


def _run(child: str, compiled: Path, size: int) -> tuple[float, float]:
    """Wall and processor seconds of one start; `compiled` holds the compiled modules."""
    environment = {**os.environ, "PYTHONPATH": str(_PROJECT)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["PYTHONPYCACHEPREFIX"] = str(compiled)
    begun = time.perf_counter()
    command = [sys.executable, str(_CHILDREN / f"{child}.py"), str(size)]
    process = os.posix_spawn(sys.executable, command, environment)
    _, status, used = os.wait4(process, 0)
    wall = time.perf_counter() - begun
    if status:
        raise RuntimeError(f"{child} ended with status {status}")
    return wall, used.ru_utime + used.ru_stime
