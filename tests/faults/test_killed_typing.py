"""The window is killed at any moment while somebody types: what it showed as saved is there."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Self

import pytest

from slaeditor.agreement import decode
from slaeditor.editing import shelf
from slaeditor.editing.templates import new_agreement, template
from slaeditor.library.drafts import Library
from slaeditor.paths import value_at
from tests.agreements import TODAY
from tests.faults.typing_window import FIELDS

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are split off here")

ROOT = Path(__file__).parents[2]
LANES = 3
"""Libraries that take turns, so that the next window of one opens while others are typed in."""
MOST_SAVES = 2
LONGEST = 0.4
"""Seconds of typing before a kill, after up to so many saves."""
SLOW_KILLS = 200


class Windows:
    """Begins windows; see `typing_window`."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "tests.faults.typing_window"]
        self._process = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def begin(self, folder: Path, number: int) -> int:
        """Begin one on the library below that folder; the number of its process."""
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write(f"{folder} {number}\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._process.communicate()


class Lane:
    """A library with one agreement, the window on it, and what was saved in it at the last look."""

    def __init__(self, folder: Path, windows: Windows) -> None:
        self.folder = folder
        self._windows = windows
        self.draft_id = shelf.store(self.library, new_agreement(template("internal-blank")), TODAY)
        self.saved = dict.fromkeys(FIELDS, "")
        for pipe in ("said", "go"):
            os.mkfifo(folder / pipe)

    @property
    def library(self) -> Library:
        """The library as the next start finds it."""
        return Library(self.folder / "library", self.folder / "local")

    def begin(self, number: int) -> None:
        """Open a window; it is ready a moment later."""
        self._process = self._windows.begin(self.folder, number)
        self._said = (self.folder / "said").open()
        self._go = (self.folder / "go").open("w")

    def type_and_kill(self, moment: random.Random) -> int:
        """Let the person type for some saves and a moment more, and kill: how many were shown."""
        with self._said, self._go:
            assert self._said.readline() == "ready\n"
            self._go.write("\n")
            self._go.flush()
            lines = [self._said.readline()[:-1] for _save in range(moment.randint(0, MOST_SAVES))]
            time.sleep(moment.uniform(0, LONGEST))
            self.kill()
            lines += self._said.read().split("\n")[:-1]  # to the end; the last one may be torn
        self.saved = json.loads(lines[-1]) if lines else self.saved
        return len(lines)

    def kill(self) -> None:
        """End the window, which must be alive, and wait until the system has put it away."""
        os.kill(self._process, signal.SIGKILL)
        with suppress(ProcessLookupError):
            while True:
                os.kill(self._process, 0)
                time.sleep(0.005)

    def look(self) -> list[str]:
        """What is not as it should be now; what is stored is known from here on."""
        found = problems(self.library, self.draft_id, self.saved)
        agreement = decode(self.library.open(self.draft_id).draft)
        self.saved = {path: value_at(agreement, path) or "" for path in FIELDS}
        return found


def soak(folder: Path, kills: int) -> tuple[int, list[str]]:
    """Type and kill so often: how many saves were shown, and what went wrong."""
    moment = random.Random(kills)
    shown, wrong = 0, list[str]()
    with Windows() as windows:
        lanes = [Lane(folder / f"{number}", windows) for number in range(min(LANES, kills))]
        for number, lane in enumerate(lanes):
            lane.begin(number)
        for number in range(kills):
            lane = lanes[number % len(lanes)]
            shown += lane.type_and_kill(moment)
            wrong += [f"kill {number}: {what}" for what in lane.look()]
            if number + len(lanes) < kills:
                lane.begin(number + len(lanes))
    return shown, wrong


def problems(library: Library, draft_id: str, saved: dict[str, str]) -> list[str]:
    """What is not as it should be after a kill; `saved` was shown as saved before it."""
    listing = library.summaries()  # which sweeps, once
    found = [each.sentence for each in listing.damaged]
    agreement = decode(library.open(draft_id).draft)
    for path, text in saved.items():
        now = value_at(agreement, path) or ""
        if not now.startswith(text):
            found.append(f"{path} was saved as {text!r} and is {now!r}")
    library.history(draft_id).points()
    for copy in library.recoveries():  # only ever offered where it is ahead of the draft
        offered = decode(copy.draft)
        found += [
            f"a copy with less in {path} is offered"
            for path in FIELDS
            if not (value_at(offered, path) or "").startswith(saved[path])
        ]
        copy.discard()
    for left in library.folder.rglob("~*.tmp"):
        found.append(f"{left.name} was left")
    if len(listing.drafts) != 1:
        found.append(f"the list shows {len(listing.drafts)} agreements")
    return found


def test_a_killed_window_loses_nothing_that_it_showed_as_saved(tmp_path: Path) -> None:
    shown, wrong = soak(tmp_path, 4)
    assert not wrong, f"4 kills, {shown} saves shown: {wrong[:5]}"


@pytest.mark.slow
def test_many_killed_windows_lose_nothing_that_they_showed_as_saved(tmp_path: Path) -> None:
    shown, wrong = soak(tmp_path, SLOW_KILLS)
    print(f"{SLOW_KILLS} kills, {shown} saves shown, {len(wrong)} things wrong")
    assert not wrong, f"{SLOW_KILLS} kills, {shown} saves shown, {len(wrong)} wrong: {wrong[:5]}"
    assert shown >= SLOW_KILLS // 2, f"only {shown} saves were shown in {SLOW_KILLS} kills"
