"""The program is killed while somebody types: what was typed two seconds before is there."""

import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from slaeditor.agreement import Agreement, decode
from slaeditor.editing import shelf
from slaeditor.editing.templates import new_agreement, template
from slaeditor.paths import value_at
from tests.agreements import TODAY
from tests.ui.journey.person import CTRL, SHIFT
from tests.ui.journey.room import Room
from tests.ui.journey.typing_child import FIELDS

ROOT = Path(__file__).parents[3]
PROMISED = 2.0
"""Seconds before the end from which on something may be lost."""
LONGEST = 4.5


@dataclass(frozen=True, slots=True)
class Line:
    """What the process said after a key: when it was, and what the field held then."""

    at: float
    field: str
    text: str


@contextmanager
def typing(folder: Path, seed: int, *fields: str) -> "Iterator[subprocess.Popen[str]]":
    """A process in which somebody types; see `typing_child`."""
    command = [sys.executable, "-m", "tests.ui.journey.typing_child", str(folder), str(seed)]
    environment = {**os.environ, "SLAEDITOR_LOCAL": str(folder / "local")}
    command += fields
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def killed(folder: Path, seed: int) -> tuple[list[Line], float]:
    """Let somebody type, and kill the process at some moment: what it said, and when that was."""
    moment = random.Random(seed)
    fields = list(FIELDS) if seed % 2 else [moment.choice(list(FIELDS))]
    with typing(folder, seed, *fields) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(moment.uniform(PROMISED, LONGEST))
        process.kill()
        end = time.monotonic()
        rest = process.stdout.read()
    lines = (first + rest).split("\n")[:-1]  # the last one may be torn
    return [Line(**json.loads(line)) for line in lines], end


def stored(room: Room) -> Agreement:
    """The only agreement of the library, as the next start finds it."""
    library = room.library
    listing = library.summaries()
    assert listing.damaged == ()
    (summary,) = listing.drafts
    return decode(library.open(summary.id).draft)


def look(room: Room, lines: list[Line], end: float) -> None:
    """Everything typed two seconds before the end is stored, and nothing that nobody typed."""
    agreement = stored(room)
    for field in {line.field for line in lines}:
        said = [line for line in lines if line.field == field]
        old = [line.text for line in said if line.at <= end - PROMISED]
        text = value_at(agreement, field) or ""
        assert text.startswith(old[-1].strip() if old else ""), (field, old[-1], text)
        assert said[-1].text.startswith(text), (field, said[-1].text, text)


def begin(room: Room) -> str:
    """Put an agreement into an empty library; its id."""
    return shelf.store(room.library, new_agreement(template("internal-blank")), TODAY)


def soak(room: Room, kills: range) -> None:
    """Start, kill and look, many times over one library."""
    begin(room)
    for seed in kills:
        lines, end = killed(room.folder, seed)
        assert len(lines) > 10
        look(room, lines, end)
        assert len(list((room.folder / "library/drafts").iterdir())) == 1  # left-overs are swept


def test_what_was_typed_two_seconds_before_a_kill_is_there(room: Room) -> None:
    soak(room, range(2, 3))


def test_each_key_is_on_the_disk_within_two_seconds(room: Room) -> None:
    """No luck needed: the file is watched while somebody types without a pause."""
    library, draft_id, field = room.library, begin(room), "introduction/purpose"
    with typing(room.folder, 1, field) as process:
        assert process.stdout is not None
        waiting: list[Line] = []
        lags: list[float] = []
        while len(lags) < 45:
            waiting.append(Line(**json.loads(process.stdout.readline())))
            text = value_at(decode(library.open(draft_id).draft), field) or ""
            now = time.monotonic()
            lags += [now - line.at for line in waiting if text.startswith(line.text.strip())]
            waiting = [line for line in waiting if not text.startswith(line.text.strip())]
            assert all(now - line.at < PROMISED for line in waiting)
    assert max(lags) < PROMISED


def test_after_a_kill_the_next_start_goes_on_as_if_nothing_had_been(room: Room) -> None:
    begin(room)
    lines, end = killed(room.folder, 7)
    look(room, lines, end)
    person = room.sit_down()
    title = stored(room).title
    assert title
    assert [each.text for each in lines if each.field == "title"][-1].startswith(title)
    assert person.lines("Agreements")[0].startswith(f"{title} | ")
    person.press(Qt.Key.Key_Return)
    assert not person.find("Undo").isEnabled()
    person.fill("What is this agreement called?", "Service desk")
    person.press(Qt.Key.Key_Z, CTRL)
    person.waits_until(lambda: stored(room).title == title)
    person.press(Qt.Key.Key_H, CTRL | SHIFT)
    assert [line.partition("\n")[0] for line in person.lines("Points, newest first")] == [
        "Now",
        "Opened",
        "Opened",
    ]
    person.click("Back to the agreement")
    names = [path.name for path in (room.folder / "library").rglob("*") if path.is_file()]
    assert [name for name in names if name.endswith(".tmp")] == []


@pytest.mark.slow
def test_the_same_many_times(room: Room) -> None:
    soak(room, range(100, 130))
