"""Keeps Python's search for dead circles of objects in the thread of the window.

Python makes that search in whatever thread happens to make an object when it is due. In a worker
it can end in a standstill for good: PySide cuts the Qt connections of what was found and holds a
lock of Qt's while it waits for Python's, and the window's thread holds Python's while it waits for
that lock. So the window's thread searches, whenever it has nothing else to do.
"""

import gc
from functools import partial

from PySide6.QtCore import QAbstractEventDispatcher

_GROWN = 1.25
"""How many times as many old objects make it worth to look through all of them (Python's own)."""


class _Search:
    """Looks for dead circles as seldom as Python itself would."""

    def __init__(self) -> None:
        self._old = 0

    def go_on(self) -> None:
        """Look through the youngest, some, or all objects if that is due."""
        young, middle, old = zip(gc.get_count(), gc.get_threshold(), strict=True)
        if young[0] <= young[1]:
            return
        if middle[0] <= middle[1]:
            gc.collect(0)
        elif old[0] <= old[1] or old_objects() < _GROWN * self._old:
            gc.collect(1)
        else:
            gc.collect()
            self._old = old_objects()


def old_objects() -> int:
    """How many objects the last generation has, counted with no other thread having its turn.

    `map` makes the list, counts and drops it in one call. While there is a list, a tuple that a
    worker is just making from a generator has a second owner, and Python gives it up with a
    `SystemError` (https://github.com/python/cpython/issues/39117).
    """
    return next(map(len, map(gc.get_objects, (2,))))


def search_in_the_window() -> None:
    """From now on no worker searches; to be called in the window's thread before one is started.

    Asked again, it changes nothing.
    """
    windows_loop = QAbstractEventDispatcher.instance()
    if not gc.isenabled() or windows_loop is None:
        return
    gc.disable()
    windows_loop.aboutToBlock.connect(partial(_Search.go_on, _Search()))  # a method is held weakly
