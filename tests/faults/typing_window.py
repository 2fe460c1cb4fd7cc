"""The real window in which somebody types; begun and killed by a test, again and again.

This process only loads the program. For each line "folder number" on its input it splits off a
process with a window, and prints the number of that. The window talks through two pipes with names
in the folder: it writes "ready" to `said` once the agreement is open, begins to type (as follows
from the number) when a line comes from `go`, and writes what the window shows as saved: a line of
JSON: each field's text at the moment when nothing was unsaved.
"""

import json
import os
import random
import signal
import sys
import time
from pathlib import Path
from typing import TextIO

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from slaeditor.library.home import Home
from ui.desk import Desk
from ui.fields.row import FieldRow
from ui.form.view import row_around
from ui.settings.look import Look
from ui.window import MainWindow
from ui.workshop import Workshop

_LOADED = Workshop  # before the first window is split off
FIELDS = ("title", "introduction/purpose", "introduction/company")
_WORDS = "the staff can work without waiting and the desk knows what to plan for "
_RESTS = 0.7
_LONGEST_REST = 0.4  # seconds
_CTRL = Qt.KeyboardModifier.ControlModifier


def main() -> None:
    """Split off windows until the input ends."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # whoever is killed leaves nothing to wait for
    for line in sys.stdin:
        folder, number = line.split()
        process = os.fork()
        if process == 0:
            work(Path(folder), int(number))
        print(process, flush=True)


def work(folder: Path, number: int) -> None:
    """Open the only agreement, wait for the word, and type for ever."""
    said = (folder / "said").open("w")
    go = (folder / "go").open()
    app = QApplication([])
    look = Look(app)
    look.wear()
    window = MainWindow(Home(folder / "library", folder / "local"), look)
    window.show()
    while not window.is_read:
        QTest.qWait(10)
    bench = window.workshop.bench
    bench.open_draft(window.page.rows[0].id)
    desk = bench.desk
    if desk is None or not desk.draft.permission.is_given:
        raise SystemExit("It didn't open to be edited.")
    QTest.qWait(200)  # what comes a moment after the opening is over
    print("ready", file=said, flush=True)
    go.readline()
    desk.state_changed.connect(lambda: _tell(desk, said))
    moment = random.Random(number)
    while True:
        _type(window, moment)


def _tell(desk: Desk, said: TextIO) -> None:
    """Say what is saved, where the window says that everything is."""
    if not desk.is_saving and desk.failure is None:
        saved = {path: desk.draft.text_at(path) for path in FIELDS}
        print(json.dumps(saved), file=said, flush=True)


def _type(window: MainWindow, moment: random.Random) -> None:
    """Type a while at the end of some field, which is saved on leaving; now and then rest."""
    editor = window.workshop.bench.editor
    if editor is None or not editor.reveal(moment.choice(FIELDS)):
        raise SystemExit("There is no field to type into.")
    field = QApplication.focusWidget()
    row = row_around(field)
    if not isinstance(row, FieldRow) or field is None:
        raise SystemExit("No field has the keys.")
    for modifiers in (_CTRL, Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(field, Qt.Key.Key_End, modifiers)
    desk = window.workshop.bench.desk
    if desk is not None and moment.random() < _RESTS:
        end = time.monotonic() + _LONGEST_REST
        while desk.is_saving and time.monotonic() < end:
            QTest.qWait(5)
    for _key in range(moment.randint(1, 12)):
        QTest.keyClicks(field, moment.choice(_WORDS))
        QTest.qWait(moment.randint(1, 12))


if __name__ == "__main__":
    main()
