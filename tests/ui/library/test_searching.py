"""Full-text search in the list: titles at once, then hits in the texts, with where they stand."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from slaeditor.library.drafts import Library
from tests.benchmarks.libraries import RARE, fill_quickly
from tests.ui.window.opened import Person, stored
from ui.library.model import FOUND

Show = Callable[[], Person]


@pytest.fixture
def two(library: Library) -> list[str]:
    """Two agreements, the second of which has a word of its own in its purpose."""
    first, second = stored(library, "Payroll"), stored(library, "Leads", "internal-blank")
    write(library, second, "Leads come by carrier pigeon from Zürich.")
    return [first, second]


def write(library: Library, draft_id: str, purpose: str) -> None:
    """Put a purpose into a stored draft, as another window would."""
    draft = library.open(draft_id).draft
    introduction = {**draft["introduction"], "purpose": purpose}
    library.save(draft_id, {**draft, "introduction": introduction})


def found_in(person: Person, row: int) -> str:
    """The passage that a line shows under its title."""
    found = person.window.page.model.index(row, 0).data(FOUND)
    return f"{found.where}: {found.text}" if found else ""


def let_pass(milliseconds: int) -> None:
    """Let the window and its threads work, as they do while a person waits."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def test_a_hit_in_the_text_says_where_it_was_found(show: Show, two: list[str]) -> None:
    person = show()
    person.write("Search agreements", "PIGEON zurich")
    person.waits_for(["Leads"])
    person.qtbot.waitUntil(lambda: bool(found_in(person, 0)), timeout=5000)
    assert found_in(person, 0) == "Introduction, Purpose: Leads come by carrier pigeon from Zürich."
    spoken = person.window.page.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith("carrier pigeon from Zürich.")
    assert person.sees("1 found")


def test_a_hit_opens_where_it_was_found_with_the_search_on_it(show: Show, two: list[str]) -> None:
    person = show()
    person.write("Search agreements", "pigeon")
    person.waits_for(["Leads"])
    person.qtbot.waitUntil(lambda: bool(found_in(person, 0)), timeout=5000)
    person.press(Qt.Key.Key_Down)
    person.press(Qt.Key.Key_Return)
    editor = person.window.workshop.bench.editor
    assert editor is not None
    assert editor.location() == "introduction/purpose"
    assert editor.find_bar.isVisible()
    assert editor.find_bar.line.text() == "pigeon"
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.textCursor().selectedText() == "pigeon"  # type: ignore[attr-defined]


def test_titles_come_at_once_and_hits_in_texts_behind_them(show: Show, library: Library) -> None:
    stored(library, "Pigeons")
    other = stored(library, "Leads", "internal-blank")
    write(library, other, "Leads come by carrier pigeon.")
    person = show()
    QTest.keyClicks(person.find("Search agreements"), "pigeon")
    assert person.titles() == ["Pigeons"]
    person.waits_for(["Pigeons", "Leads"])
    assert found_in(person, 0) == ""


def test_what_is_written_meanwhile_is_found_too(
    show: Show, library: Library, two: list[str]
) -> None:
    person = show()
    person.write("Search agreements", "pigeon")
    person.waits_for(["Leads"])
    write(library, two[0], "Pay is brought by pigeon.")
    person.window.look_again()
    person.qtbot.waitUntil(lambda: sorted(person.titles()) == ["Leads", "Payroll"], timeout=5000)
    write(library, two[1], "Leads come by post.")
    person.window.look_again()
    person.waits_for(["Payroll"])


def test_a_box_narrows_what_the_texts_gave(show: Show, two: list[str]) -> None:
    person = show()
    person.write("Search agreements", "pigeon")
    person.waits_for(["Leads"])
    statuses = person.window.page.filters.status
    statuses.setFocus()
    QTest.keyClicks(statuses, "With")
    person.waits_for([])
    person.press(Qt.Key.Key_Home)
    person.waits_for(["Leads"])


def test_escape_ends_the_search_and_all_are_shown(show: Show, two: list[str]) -> None:
    person = show()
    person.write("Search agreements", "pigeon")
    person.waits_for(["Leads"])
    person.press(Qt.Key.Key_Escape)
    assert len(person.titles()) == 2
    assert not person.sees("1 found")


@pytest.fixture
def many(library: Library) -> int:
    """More agreements than are read at once."""
    fill_quickly(library.folder, 3000)
    return 3000


def test_a_large_library_is_searched_with_the_window_in_use(
    show: Show, library: Library, many: int
) -> None:
    person = show()
    page = person.window.page
    person.qtbot.waitUntil(lambda: len(page.rows) == many, timeout=20000)
    seen: list[str] = []
    page.model.rowsInserted.connect(lambda: seen.append(page.occasional.progress.text()))
    QTest.keyClicks(person.find("Search agreements"), RARE)
    while page.model.rowCount() < many // 100 or "searched" in page.occasional.progress.text():
        let_pass(20)
    assert page.model.rowCount() == many // 100
    assert person.sees("30 found")
    assert any("searched" in each and "of 3,000" in each for each in seen)


def test_sorting_and_finding_keep_the_chosen_line_and_its_place(
    show: Show, library: Library, many: int
) -> None:
    person = show()
    page = person.window.page
    person.qtbot.waitUntil(lambda: len(page.rows) == many, timeout=20000)
    page.table.choose_line(1500)
    chosen = page.current()
    top = page.table.verticalScrollBar().value()
    assert chosen is not None and top > 1000
    page.refresh()
    fill_quickly(library.folder, 3, seed=2)  # three older ones come: nothing above moves
    page.refresh()
    person.qtbot.waitUntil(lambda: len(page.rows) == many + 3, timeout=20000)
    now = page.current()
    assert now is not None and now.id == chosen.id
    place = page.model.number_of(chosen.id) - page.table.verticalScrollBar().value()
    assert place == 1500 - top
    person.window.actions_by_name["sort_title"].trigger()
    again = page.current()
    assert again is not None and again.id == chosen.id
    assert page.table.visualRect(page.table.currentIndex()).intersects(page.table.viewport().rect())


def test_what_is_chosen_before_a_large_library_is_read_is_chosen_then(
    show: Show, library: Library, many: int
) -> None:
    person = show()
    page = person.window.page
    person.qtbot.waitUntil(lambda: len(page.rows) == many, timeout=20000)
    draft_id = stored(library, "Quite new")
    page.refresh()
    page.choose(draft_id)
    person.qtbot.waitUntil(lambda: len(page.rows) == many + 1, timeout=20000)
    current = page.current()
    assert current is not None and current.title == "Quite new"
