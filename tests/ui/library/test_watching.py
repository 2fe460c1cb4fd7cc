"""What other programs do to the library while its list shows, without anybody asking."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from pytestqt.qtbot import QtBot

from slaeditor.library.drafts import Library
from tests.ui.window.opened import Person, stored
from tests.unit.library.samples import sample
from ui.library.watching import LibraryWatch

Show = Callable[[], Person]


@pytest.fixture
def person(show: Show, library: Library) -> Person:
    """A person who looks at two agreements, for long enough that the window is at rest."""
    stored(library, "Payroll")
    stored(library, "Order portal")
    someone = show()
    someone.qtbot.wait(800)
    return someone


def file_of(library: Library, title: str) -> Path:
    """Where the agreement with that title is kept."""
    summaries = Library(library.folder, library.local).summaries().drafts
    draft_id = next(each.id for each in summaries if each.title == title)
    return library.folder / "drafts" / f"{draft_id}.json"


def test_a_file_that_is_damaged_while_the_list_shows_is_named(
    person: Person, library: Library
) -> None:
    path = file_of(library, "Payroll")
    half = path.with_name("~half.tmp")
    half.write_bytes(path.read_bytes()[:400])
    half.replace(path)
    person.waits_for([path.name, "Order portal"])
    person.waits_to_see("“Payroll” can’t be opened any more.")
    assert person.sees("ends in the middle")
    assert person.line(0)[3] == "Damaged"


def test_a_damaged_file_that_comes_is_named_and_goes_again(
    person: Person, library: Library
) -> None:
    path = library.folder / "drafts" / "torn.json"
    path.write_bytes(b"")
    person.waits_to_see("torn.json is empty (0 bytes)")
    path.unlink()
    person.waits_for(["Order portal", "Payroll"])
    person.qtbot.waitUntil(lambda: not person.sees("is empty (0 bytes)"), timeout=5000)


def test_an_agreement_that_another_program_brings_appears(person: Person, library: Library) -> None:
    stored(Library(library.folder, library.local), "Leads")
    person.waits_for(["Leads", "Order portal", "Payroll"])


def test_the_chosen_line_stays_chosen(person: Person, library: Library) -> None:
    person.chooses("Payroll")
    stored(Library(library.folder, library.local), "Leads")
    person.waits_for(["Leads", "Order portal", "Payroll"])
    current = person.window.page.current()
    assert current is not None
    assert current.title == "Payroll"


def test_the_first_agreement_of_a_library_without_a_folder_appears(
    show: Show, library: Library
) -> None:
    someone = show()
    someone.qtbot.wait(800)
    stored(Library(library.folder, library.local), "Leads")
    someone.qtbot.waitUntil(lambda: someone.titles() == ["Leads"], timeout=8000)


def test_while_an_agreement_is_open_the_list_is_left_alone(
    person: Person, library: Library
) -> None:
    person.press(Qt.Key.Key_Return)
    stored(Library(library.folder, library.local), "Leads")
    person.qtbot.wait(900)
    assert "Leads" not in person.titles()


@pytest.fixture
def quick(qtbot: QtBot, library: Library) -> Iterator[LibraryWatch]:
    """A watch of a library with some drafts, which looks often."""
    for number in range(3):
        library.create(sample(f"d-{number}"))
    owner = QObject()
    watch = LibraryWatch(library, lambda: True, owner, pause=0.1)
    watch.start()
    qtbot.wait(700)
    yield watch
    owner.deleteLater()


def test_a_file_that_is_written_in_place_is_noticed_too(
    quick: LibraryWatch, qtbot: QtBot, library: Library
) -> None:
    with qtbot.waitSignal(quick.changed, timeout=5000):
        path = library.folder / "drafts" / "d-1.json"
        path.write_bytes(path.read_bytes() + b" ")


def test_nothing_is_read_where_nothing_changes(quick: LibraryWatch, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(quick.changed, wait=1200):
        pass


def test_many_files_at_once_are_one_change(
    quick: LibraryWatch, qtbot: QtBot, library: Library
) -> None:
    heard: list[None] = []
    quick.changed.connect(lambda: heard.append(None))
    for number in range(3, 60):
        library.create(sample(f"d-{number}"))
    qtbot.wait(1500)
    assert 1 <= len(heard) <= 3


def test_looking_reads_no_file(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    library.create(sample())
    before = library.fingerprint()
    monkeypatch.setattr(Path, "read_bytes", None)
    assert Library(library.folder, library.local).fingerprint() == before
    (library.folder / "drafts" / "one.json").unlink()
    assert library.fingerprint() != before
