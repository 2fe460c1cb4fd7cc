"""What can’t be saved at first, as somebody else has written the file, is saved after all."""

import time
from collections.abc import Callable

from PySide6.QtCore import Qt

from slaeditor.library.drafts import Library
from tests.ui.window.opened import Person, stored

PROMISED = 3.0
"""Seconds that Ctrl+S takes at most, waiting for the other version included."""


def test_a_file_that_only_says_something_else_of_itself_holds_up_no_save(
    show: Callable[[], Person], library: Library
) -> None:
    draft_id = stored(library, "Payroll")
    person = show()
    person.press(Qt.Key.Key_Return)
    desk = person.window.workshop.bench.desk
    assert desk is not None
    person.qtbot.waitUntil(lambda: not desk.is_saving, timeout=5000)
    other = Library(library.folder, library.local.parent / "elsewhere").open(draft_id)
    other.save(other.draft, "5/5")
    desk.draft.enter("title", "Pay run")
    begun = time.monotonic()
    assert desk.wait_until_saved()
    assert time.monotonic() - begun < PROMISED
    assert Library(library.folder).open(draft_id).draft["title"] == "Pay run"
