"""Something that nobody expected: a note in a file, a sentence in the window, nothing lost."""

import sys
import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt

from slaeditor.errors import ReadOnly
from slaeditor.library.drafts import Library
from tests.ui.window.opened import Person, stored
from ui.last_net import LOG, LastNet

Show = Callable[[], Person]


@pytest.fixture
def hooks() -> Iterator[None]:
    """The hooks of the test run come back afterwards."""
    kept = sys.excepthook, threading.excepthook
    yield
    sys.excepthook, threading.excepthook = kept


def caught(net: LastNet, message: str) -> None:
    """Let the net catch an error."""
    try:
        raise ZeroDivisionError(message)
    except ZeroDivisionError as error:
        net.catch(type(error), error, error.__traceback__)


def test_it_is_noted_with_its_traceback_and_told_without(show: Show, library: Library) -> None:
    person = show()
    caught(LastNet(library.local, person.window), "out of the blue")
    assert person.sees("Something went wrong that the program didn’t expect.")
    assert not person.sees("ZeroDivisionError")
    note = (library.local / LOG).read_text(encoding="utf-8")
    assert "ZeroDivisionError: out of the blue" in note
    assert "Traceback" in note


def test_what_was_typed_is_saved(show: Show, library: Library) -> None:
    draft_id = stored(library, "Payroll")
    person = show()
    person.press(Qt.Key.Key_Return)
    person.write("What is this agreement called?, required", "Pay run")
    caught(LastNet(library.local, person.window), "out of the blue")
    person.qtbot.waitUntil(
        lambda: Library(library.folder).open(draft_id).draft["title"] == "Pay run", timeout=900
    )


def test_a_thread_that_falls_is_caught_too(show: Show, library: Library, hooks: None) -> None:
    person = show()
    LastNet(library.local, person.window).spread()
    thread = threading.Thread(target=lambda: 1 // 0)
    thread.start()
    thread.join()
    person.waits_to_see("Something went wrong")


def test_a_folder_that_cannot_be_written_is_no_second_problem(show: Show, library: Library) -> None:
    person = show()
    library.local.parent.mkdir(parents=True, exist_ok=True)
    blocked = library.folder.parent / "blocked"
    blocked.write_text("a file where the folder should be")
    caught(LastNet(blocked / "local", person.window), "out of the blue")
    assert person.sees("Something went wrong")


def test_a_second_problem_is_told_although_telling_of_the_first_went_wrong(
    show: Show, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = show()
    net = LastNet(library.local, person.window)
    with monkeypatch.context() as patched, pytest.raises(ZeroDivisionError):
        patched.setattr(person.window, "tell", lambda *_told, **_more: 1 // 0)
        net._on_caught()
    caught(net, "once more")
    assert person.sees("Something went wrong")


def test_an_edit_of_what_can_only_be_read_is_told_as_what_it_is(
    show: Show, library: Library
) -> None:
    person = show()
    net = LastNet(library.local, person.window)
    try:
        raise ReadOnly("This draft is open in another window.")
    except ReadOnly as error:
        net.catch(type(error), error, error.__traceback__)
    assert person.sees("This draft is open in another window.")
    assert not person.sees("Something went wrong")
    assert not (library.local / LOG).exists()
