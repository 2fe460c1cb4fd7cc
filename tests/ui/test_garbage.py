"""Dead circles of objects are looked for in the window's thread, and only there."""

import gc
import threading
import time
import weakref
from collections.abc import Generator

import pytest
from pytestqt.qtbot import QtBot

from slaeditor.editing.open_draft import OpenDraft
from slaeditor.editing.templates import finished_example
from tests.ui.editor.conftest import TODAY
from ui.editor.checking import Checker


class Circle:
    """An object that only a search can take away."""

    def __init__(self) -> None:
        self.itself = self


def make_circles() -> None:
    for _ in range(20_000):
        Circle()


@pytest.fixture
def searchers(qtbot: QtBot) -> Generator[list[threading.Thread], None, None]:
    """In which threads searches are made, once an agreement is looked through by a worker."""
    checker = Checker(OpenDraft(finished_example(), time.monotonic), TODAY)
    qtbot.waitUntil(lambda: checker.is_settled)
    threads: list[threading.Thread] = []

    def note(phase: str, info: dict[str, int]) -> None:
        threads.append(threading.current_thread())

    gc.callbacks.append(note)
    yield threads
    gc.callbacks.remove(note)


def test_a_worker_never_searches(searchers: list[threading.Thread]) -> None:
    worker = threading.Thread(target=make_circles)
    worker.start()
    worker.join()
    assert worker not in searchers


def test_the_window_searches_when_it_has_nothing_else_to_do(
    qtbot: QtBot, searchers: list[threading.Thread]
) -> None:
    dead = weakref.ref(Circle())
    make_circles()
    qtbot.waitUntil(lambda: dead() is None)
    assert set(searchers) == {threading.main_thread()}
