"""The program as it is started, with somebody before it who does what lines on stdin say.

Arguments: the library's folder. Each line is a list in JSON, a verb of `Somebody` and what it is
about; a line of JSON on stdout is the answer: `{"answer": …}`, or `{"error": …}` for what the
window would not do. The end of stdin is nobody's wish: then the process ends without closing.
"""

import json
import os
import sys
import traceback
from threading import Thread
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel

import main as program
from slaeditor.agreement import encode
from slaeditor.changes import applied
from slaeditor.clashes import keep, take_other
from slaeditor.errors import SlaError
from ui.desk import Desk
from ui.library.side import Shelf
from ui.window import MainWindow

_shown = MainWindow.showEvent
_answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
os.dup2(2, 1)  # what the program itself prints is none


class Somebody(QObject):
    """Does one thing after the other at the window; each verb is the name of a method."""

    _heard = Signal(str)
    _left = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._heard.connect(self._on_heard)
        self._left.connect(self._on_left)
        window.when_read(self._begin)

    def _begin(self) -> None:
        say({"answer": os.getpid()})
        Thread(target=self._listen, name="listening", daemon=True).start()

    def _listen(self) -> None:
        for line in sys.stdin:
            self._heard.emit(line)
        self._left.emit()

    @Slot(str)
    def _on_heard(self, line: str) -> None:
        verb, *words = json.loads(line)
        try:
            say({"answer": getattr(self, verb)(*words)})
        except SlaError as error:
            say({"error": str(error)})
        except BaseException:
            say({"error": traceback.format_exc()})
            raise

    @Slot()
    def _on_left(self) -> None:
        os._exit(1)

    def open(self, draft_id: str) -> bool:
        """Open an agreement of the list; whether that is the open one then."""
        self._bench.open_draft(draft_id)
        desk = self._bench.desk
        return desk is not None and desk.id == draft_id

    def leave(self) -> None:
        """Go back to the list; the agreement stays open behind it."""
        self._bench.leave()

    def enter(self, texts: dict[str, str]) -> None:
        """Give fields of the open agreement their text, as their editors do with each key."""
        for path, text in texts.items():
            self._desk.draft.enter(path, text)
            self._desk.draft.leave_field()

    def add(self, list_path: str, item_id: str, texts: dict[str, str]) -> None:
        """Add an item to a list of the open agreement."""
        self._desk.draft.add(list_path, texts=texts, item_id=item_id)

    def remove(self, item_path: str) -> None:
        """Take an item out of its list."""
        self._desk.draft.remove(item_path)

    def settle(self, clash_id: str, how: str) -> None:
        """Decide about one clash: "keep" what stands there, or "take" the other version."""
        decide = {"keep": keep, "take": take_other}[how]
        draft = self._desk.draft
        draft.replace(applied(draft.agreement, decide(draft.agreement, clash_id)), how)

    def undo(self) -> str:
        """Take back the last step."""
        return self._desk.draft.undo()

    def save(self) -> bool:
        """Save now, as with Ctrl+S; whether everything is saved."""
        return self._desk.wait_until_saved()

    def trash(self, draft_id: str) -> None:
        """Move an agreement to the trash."""
        self._window.workshop.keeper.trash(draft_id)

    def restore(self, draft_id: str) -> None:
        """Take it out of the trash."""
        self._window.workshop.keeper.restore(draft_id)

    def report(self) -> dict[str, Any]:
        """What is before the person: the open agreement, the list, and every sentence in a bar."""
        desk, page = self._bench.desk, self._window.page
        labels = self._window.notices.findChildren(QLabel)
        return {
            "open": encode(desk.draft.agreement) if desk else None,
            "saving": desk is not None and desk.is_saving,
            "failure": str(desk.failure) if desk and desk.failure else "",
            "agreements": [[row.id, row.title, row.damage] for row in page.rows],
            "shelf": Shelf(page.side.currentRow()).name.lower(),
            "bars": [each.text() for each in labels if each.text()],
        }

    def close(self) -> None:
        """Close the window, which ends the program once everything is saved."""
        self._window.close()

    @property
    def _bench(self) -> Any:
        return self._window.workshop.bench

    @property
    def _desk(self) -> Desk:
        desk: Desk | None = self._bench.desk
        assert desk is not None, "No agreement is open"
        return desk


def say(what: dict[str, Any]) -> None:
    """Write one line."""
    print(json.dumps(what), file=_answers, flush=True)


def show(window: MainWindow, event: QShowEvent) -> None:
    """Show the window, and sit down before it the first time."""
    _shown(window, event)
    if not window.findChildren(Somebody):
        Somebody(window)


MainWindow.showEvent = show  # type: ignore[method-assign, assignment]
sys.exit(program.main(["--library", *sys.argv[1:]]))
