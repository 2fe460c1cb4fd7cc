"""A process with the real window in which somebody types without a pause; killed by the test.

Arguments: folder of the computer (`Room`), number that the typing follows from, fields to type in.
After each key it writes a line of JSON: the moment on the clock that all processes share, the
field and its text so far.
"""

import json
import random
import sys
import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.journey.person import CTRL, NO_KEYS, Person, text_in
from tests.ui.journey.room import Room

FIELDS = {
    "title": "What is this agreement called?",
    "introduction/purpose": "Why do we make this agreement?",
    "introduction/company": "Which company?",
}
"""The path of each field, and what a person calls it."""

_WORDS = "the staff can work without waiting and the desk knows what to plan for "
_KEYS_A_FIELD = 40
_PAUSES = (25, 80)  # ms between two keys


def main() -> None:
    """Open the only agreement and type for ever."""
    folder, seed, *paths = sys.argv[1:]
    moment = random.Random(int(seed))
    room = Room(QApplication([]), Path(folder))
    person = room.sit_down()
    person.press(Qt.Key.Key_Return)
    while True:
        for path in paths:
            _type(person, path, moment)


def _type(person: Person, path: str, moment: random.Random) -> None:
    """Type a while at the end of a field."""
    field = person.find(FIELDS[path])
    person.click_on(field)
    for modifiers in (CTRL, NO_KEYS):  # to the end of the text, in a box and on a line
        QTest.keyClick(field, Qt.Key.Key_End, modifiers)
    for number in range(_KEYS_A_FIELD):
        person.type(_WORDS[number % len(_WORDS)])
        said = {"at": time.monotonic(), "field": path, "text": text_in(field)}
        print(json.dumps(said), flush=True)
        QTest.qWait(moment.randint(*_PAUSES))


if __name__ == "__main__":
    main()
