"""Types into the window's focused field at a person's rhythm, and looks at the clock."""

import random
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QTextEdit, QWidget

from ui.preview.view import PreviewView
from ui.window import MainWindow

PATIENCE = 5000
"""Milliseconds after which a preview that doesn't come is an error."""


class Painted(QObject):
    """Remembers when a widget was painted last."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.at = 0.0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            QTimer.singleShot(0, self, self._note)
        return False

    def _note(self) -> None:
        self.at = time.perf_counter()


class Typist:
    """Sits at one window."""

    def __init__(self, window: MainWindow, chance: random.Random) -> None:
        self._window = window
        self._chance = chance
        previews = window.findChildren(PreviewView)
        self._preview = previews[0]
        papers = self._preview.findChildren(QTextEdit)
        self._paper = Painted(papers[0].viewport())
        self._settled_at = self._composed_at = 0.0
        self._preview.settled.connect(self._on_settled)
        window.workshop.bench.counted.connect(self._on_counted)
        self._wait_until(lambda: self._preview.is_settled and self._settled_at > 0)

    def go_to(self, path: str) -> None:
        """Put the focus into the field at a path, the cursor at its end."""
        editor = self._window.workshop.bench.editor
        if editor is None or not editor.reveal(path):
            raise LookupError(f"no field shows {path}")
        self._pause(400)
        field = self._field()
        QTest.keyClick(field, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)

    def type_word(
        self, letters: int, rhythm: tuple[int, int]
    ) -> tuple[list[float], list[float], float]:
        """Type so many letters and wait for the preview.

        Answers, in seconds: from the moment each key was due until it was painted, the work of
        this thread for each key, and from the last key until the new preview was painted.
        """
        field = self._field()
        painted = Painted(field.viewport() if isinstance(field, QAbstractScrollArea) else field)
        shown: list[float] = []
        worked: list[float] = []
        due = time.perf_counter()
        for _ in range(letters):
            due += self._chance.uniform(*rhythm) / 1000
            self._pause_until(due)
            pressed, cpu = time.perf_counter(), time.thread_time()
            QTest.keyClicks(field, self._chance.choice("abcdefghij"))
            while painted.at < pressed:
                QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
            worked.append(time.thread_time() - cpu)
            shown.append(painted.at - due)
        self._wait_until(lambda: self._composed_at > pressed and self._preview.is_settled)
        self._wait_until(lambda: self._paper.at > self._settled_at)
        return shown, worked, self._paper.at - due

    def _field(self) -> QWidget:
        field = QApplication.focusWidget()
        if field is None:
            raise LookupError("nothing has the focus")
        return field

    def _on_settled(self) -> None:
        self._settled_at = time.perf_counter()

    def _on_counted(self) -> None:
        """A document of the state as it is now was given to the preview: older ones never are."""
        self._composed_at = time.perf_counter()

    def _wait_until(self, came: Callable[[], bool]) -> None:
        end = time.perf_counter() + PATIENCE / 1000
        while not came():
            if time.perf_counter() > end:
                raise TimeoutError("the preview doesn’t come")
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)

    def _pause(self, milliseconds: int) -> None:
        self._pause_until(time.perf_counter() + milliseconds / 1000)

    def _pause_until(self, moment: float) -> None:
        """Let the window work until that moment; a key that is due waits for what it is at."""
        left = moment - time.perf_counter()
        if left > 0:
            loop = QEventLoop()
            timer = QTimer(singleShot=True, timerType=Qt.TimerType.PreciseTimer)
            timer.timeout.connect(loop.quit)
            timer.start(round(left * 1000))
            loop.exec()
