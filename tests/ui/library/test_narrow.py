"""The list in a small window and with large text: what matters most can still be read."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from slaeditor.library.drafts import Library
from tests.ui.window.opened import Person, stored
from ui.library.rows import Column

Show = Callable[[], Person]


@pytest.fixture
def person(show: Show, library: Library) -> Person:
    """A person before a list."""
    stored(library, "Service desk for Human Resources")
    return show()


def shown(person: Person) -> list[Column]:
    """The columns that are in view."""
    return [column for column in Column if not person.window.page.table.isColumnHidden(column)]


def test_a_wide_window_shows_every_column(person: Person) -> None:
    assert shown(person) == list(Column)


def test_in_a_small_window_the_title_keeps_its_room(person: Person) -> None:
    person.window.resize(860, 560)
    assert person.obstacles() == []
    assert Column.TITLE in shown(person)
    assert Column.READY in shown(person)
    assert Column.KIND not in shown(person)


def test_the_boxes_keep_all_their_words_in_a_small_window_with_large_text(person: Person) -> None:
    look, filters = person.window.look, person.window.page.filters
    person.window.resize(900, 600)
    for percent in (150, 200):
        look.choose_text_size(percent)
        person.qtbot.wait(100)
        for box in (filters.status, filters.kind):
            assert box.width() >= box.sizeHint().width()
        assert filters.search.width() >= filters.search.least
    look.choose_text_size(100)


def test_a_long_title_is_cut_in_its_middle_so_that_copies_can_be_told_apart(
    library: Library, show: Show
) -> None:
    stored(library, "Service desk and workplace services for Human Resources (copy)")
    table = show().window.page.table
    assert table.textElideMode() is Qt.TextElideMode.ElideMiddle
    assert str(table.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole)).endswith("(copy)")


def test_with_text_of_twice_the_size_nothing_is_cut_off(person: Person) -> None:
    look = person.window.look
    look.choose_text_size(200)
    assert person.obstacles() == []
    look.choose_text_size(100)


def test_f6_goes_from_pane_to_pane(person: Person) -> None:
    page = person.window.page
    met = []
    for _press in range(3):
        person.press(Qt.Key.Key_F6)
        met.append(QApplication.focusWidget())
    assert met == [page.side, page.filters.search, page.table]
