"""Typing in the window: when a letter shows, and when the preview shows what it changed.

`python -m tests.benchmarks.keystrokes short|long` types in a window of its own and prints what it
measured as JSON; `lines` starts that for both sizes.
"""

import json
import random
import subprocess
import sys
from pathlib import Path

import msgspec

from tests.benchmarks.places import own_folders
from tests.benchmarks.table import Line, milliseconds

SIZES = {"short": "6 pages", "long": "40 pages"}
BURSTS, KEYS = 30, 10
"""So many words of so many letters each."""
RHYTHM = (60, 260)
"""Milliseconds between two keys, at random: 60 to 260 is fast typing with its small pauses."""


class Measured(msgspec.Struct):
    """Seconds: from each key to its letter on the screen, the work of the window's thread for it,
    and from the last key of a burst to the new preview on the screen."""

    shown: list[float]
    worked: list[float]
    previewed: list[float]


def lines() -> list[Line]:
    """What a person feels while typing, for a short agreement and one of 40 pages."""
    found = []
    for size, pages in SIZES.items():
        done = _measured(size)
        found += [
            Line(
                f"key, work of the window’s thread, {pages}, p50 / p99",
                f"{milliseconds(done.worked)} / {milliseconds(done.worked, 0.99)}",
                goal="p99 ≤ 16 ms",
            ),
            Line(
                f"key until its letter is painted, {pages}, p50 / p99",
                f"{milliseconds(done.shown)} / {milliseconds(done.shown, 0.99)}",
            ),
            Line(
                f"last key until the new preview is painted, {pages}, p50 / p99",
                f"{milliseconds(done.previewed)} / {milliseconds(done.previewed, 0.99)}",
                goal="≤ 200 ms",
            ),
        ]
    return found


def _measured(size: str) -> Measured:
    command = [sys.executable, "-m", "tests.benchmarks.keystrokes", size]
    root = Path(__file__).parents[2]
    done = subprocess.run(command, cwd=root, check=True, capture_output=True, text=True)
    return msgspec.json.decode(done.stdout, type=Measured)


def measure(size: str) -> Measured:
    """Open an agreement of that size in the real window and type."""
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from slaeditor.agreement import encode
    from slaeditor.library.drafts import Library
    from slaeditor.library.home import Home
    from tests.benchmarks import drafts
    from tests.benchmarks.typist import Typist
    from ui.app import give_way_to_the_window
    from ui.settings.look import Look
    from ui.window import MainWindow

    with own_folders() as (folder, local):
        give_way_to_the_window()
        app = QApplication([])
        agreement = (
            drafts.short_agreement() if size == "short" else drafts.agreement_with(drafts.LONG)
        )
        library = Library(folder, local)
        draft_id = library.create(encode(agreement))
        look = Look(app)
        look.wear()
        window = MainWindow(Home.of(library), look)
        window.resize(1366, 768)
        window.show()
        window.activateWindow()
        QTest.qWaitForWindowActive(window)
        window.workshop.bench.open_draft(draft_id)
        typist = Typist(window, random.Random(1))
        done = Measured([], [], [])
        for path in ("title", "introduction/purpose", *_in_a_level(size)):
            typist.go_to(path)
            for _ in range(BURSTS // 3):
                shown, worked, previewed = typist.type_word(KEYS, RHYTHM)
                done.shown += shown
                done.worked += worked
                done.previewed.append(previewed)
        window.close()
        return done


def _in_a_level(size: str) -> tuple[str, ...]:
    return ("scope/out_of_scope",) if size == "short" else ("metrics/levels/level-40/name",)


if __name__ == "__main__":
    print(json.dumps(msgspec.to_builtins(measure(sys.argv[1]))))
