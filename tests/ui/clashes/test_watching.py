"""A watch tells once of each change, and nothing where nothing changes."""

from collections.abc import Iterator
from pathlib import Path
from threading import current_thread, main_thread
from time import sleep

import pytest
from pytestqt.qtbot import QtBot

from ui.watching import Watch

QUICK = 0.05


class Looking:
    """Answers the content of a file, and notes who asked."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.threads: set[object] = set()
        self.times = 0
        self.takes = 0.0

    def __call__(self) -> str:
        self.threads.add(current_thread())
        self.times += 1
        sleep(self.takes)
        return self.path.read_text("utf-8")


@pytest.fixture
def look(tmp_path: Path) -> Looking:
    """A file to look at."""
    path = tmp_path / "draft.json"
    path.write_text("one", "utf-8")
    return Looking(path)


@pytest.fixture
def watch(look: Looking, qtbot: QtBot) -> Iterator[Watch]:
    """A watch that looks often."""
    found = Watch(look, QUICK)
    found.start()
    qtbot.waitUntil(lambda: look.times > 1, timeout=2000)
    yield found
    found.stop()


def test_a_change_is_told_once(watch: Watch, look: Looking, qtbot: QtBot) -> None:
    heard: list[None] = []
    watch.changed.connect(lambda: heard.append(None))
    look.path.write_text("two", "utf-8")
    qtbot.waitUntil(lambda: heard == [None], timeout=2000)
    qtbot.wait(200)
    assert heard == [None]


def test_nothing_is_told_where_nothing_changes(watch: Watch, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(watch.changed, wait=300):
        pass


def test_the_window_never_waits_for_a_disk(watch: Watch, look: Looking, qtbot: QtBot) -> None:
    qtbot.wait(150)
    assert look.threads
    assert main_thread() not in look.threads


def test_a_slow_disk_is_asked_less_often(watch: Watch, look: Looking, qtbot: QtBot) -> None:
    look.takes = 0.05
    qtbot.wait(400)
    before = look.times
    qtbot.wait(600)
    assert look.times - before <= 1


def test_it_ends(look: Looking, qtbot: QtBot) -> None:
    watch = Watch(look, QUICK)
    watch.start()
    watch.stop()
    qtbot.wait(200)
    before = look.times
    look.path.write_text("two", "utf-8")
    with qtbot.assertNotEmitted(watch.changed, wait=200):
        pass
    assert look.times == before
