"""Dead circles of objects are looked for in the window's thread, and only there."""

import gc
import sys
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
from ui.garbage import old_objects


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


def test_counting_old_objects_disturbs_no_worker_that_makes_a_tuple() -> None:
    troubles: list[SystemError] = []
    is_over = threading.Event()

    def make_tuples() -> None:
        while not is_over.is_set():
            try:
                tuple(number for number in range(2_000))
            except SystemError as trouble:
                troubles.append(trouble)

    worker = threading.Thread(target=make_tuples)
    usual = sys.getswitchinterval()
    sys.setswitchinterval(0.0001)
    worker.start()
    try:
        for _ in range(100):
            gc.collect(1)  # a tuple that is being made grows old
            assert old_objects() > 0
    finally:
        is_over.set()
        worker.join()
        sys.setswitchinterval(usual)
    assert troubles == []
